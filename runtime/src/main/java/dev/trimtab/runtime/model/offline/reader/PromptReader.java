package dev.trimtab.runtime.model.offline.reader;

import java.util.List;
import java.util.Optional;

/** Reads a prompt: finds its parts by their headings and turns each into facts. */
public final class PromptReader {
    private static final String MEMORY = "^(?:memory|research log|history|earlier attempts|what was tried)";
    private static final String CODE =
            "implementation$|^previous (?:solution|program|code)|^code$|^solution$|^current (?:solution|program)";
    private static final String OUTPUT = "execution output|^output|what it printed|^observation";
    private static final String TASK = "^(?:task|competition|problem)\\b";
    private static final String DATA = "^data (?:overview|preview)";
    private static final String INSTRUCTIONS = "^instructions";

    private PromptReader() {}

    /** Returns the facts of a prompt. */
    public static Prompt read(String prompt) {
        String text = Redaction.of(prompt);
        Sections sections = Sections.of(text);
        Optional<Transcript> done = Transcript.of(text);
        Optional<Sections.Span> memory =
                done.map(d -> new Sections.Span(d.start(), d.text())).or(() -> sections.find(MEMORY));
        Optional<String> code = sections.find(CODE).map(span -> Sections.unfenced(span.text()));
        Optional<String> output = sections.find(OUTPUT).map(span -> Sections.unfenced(span.text()));
        String frame = done.map(Transcript::problem).orElse(text);
        String task = done.isPresent()
                ? frame
                : sections.between(TASK, String.join("|", MEMORY, CODE, OUTPUT, DATA, INSTRUCTIONS))
                        .map(Sections.Span::text)
                        .orElse(text);
        String data = sections.find(DATA).map(Sections.Span::text).orElse("");
        TaskFacts facts = TaskReader.read(text, frame, task, data, code.orElse(""));
        return new Prompt(text, facts, attempts(sections, memory, code), code, output);
    }

    private static List<AttemptFact> attempts(
            Sections sections, Optional<Sections.Span> memory, Optional<String> code) {
        if (memory.isEmpty()
                && !sections.headings().isEmpty()
                && (code.isPresent() || sections.find(TASK).isPresent())) {
            return List.of();
        }
        Sections.Span told = memory.orElse(new Sections.Span(0, sections.text()));
        return AttemptReader.read(told.text()).stream()
                .map(f -> new AttemptFact(f.design(), f.score(), f.error(), f.position() + told.start()))
                .toList();
    }
}
