package dev.trimtab.runtime.model.offline.protocol;

import dev.trimtab.runtime.model.offline.grammar.Flaw;
import dev.trimtab.runtime.model.offline.grammar.ProgramTask;
import dev.trimtab.runtime.model.offline.reader.AttemptFact;
import dev.trimtab.runtime.model.offline.reader.AttemptReader;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Writes the script that an instruction asks for, with the slips of the profile; an old mistake stays where the instruction does not tell of it. */
final class ScriptWriter {
    private final Author author;

    ScriptWriter(Author author) {
        this.author = author;
    }

    /**
     * Returns the reply.
     *
     * @param told the instruction
     * @param code the script so far, possibly empty
     */
    String write(Request request, String told, String code) {
        Optional<AttemptFact> asked = AttemptReader.read(told).stream().findFirst();
        if (asked.isEmpty()) {
            return "I do not see what the script shall do.";
        }
        ProgramTask task = Improver.task(request.prompt().task(), code);
        Flaw flaw = flaw(request, asked.get(), told, code, task);
        return author.reply(request, asked.get().design(), task, flaw, "It is written as told.");
    }

    private @Nullable Flaw flaw(Request request, AttemptFact asked, String told, String code, ProgramTask task) {
        if (!told.contains("failed with")) {
            return author.slip(request, asked.design(), task).orElse(null);
        }
        boolean mended =
                request.draws().happens("mend", request.profile().rates().mend());
        return mended
                ? null
                : author.grammar().seen(code, task).stream()
                        .sorted()
                        .findFirst()
                        .orElse(null);
    }
}
