package dev.trimtab.runtime.model.offline.protocol;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.langchain4j.data.message.AiMessage;
import dev.trimtab.runtime.model.offline.grammar.Grammar;
import dev.trimtab.runtime.model.offline.reader.AttemptFact;
import dev.trimtab.runtime.model.offline.reader.ExecutionFact;
import dev.trimtab.runtime.model.offline.reader.Transcript;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * MLAB's protocol: the next action in its form, a changed script, or a digest.
 *
 * <p>It has a script written or changed by the edit tool, then runs it, and decides by what it reads of earlier runs. Where it sees no action of its
 * own it cannot know whether there is something to run: half the time it runs, else it writes.
 */
final class MlabProtocol implements Protocol {
    private static final double BLIND_RUN = 0.5;
    private static final Pattern ACTION = Pattern.compile("(?m)^Action: (.+)$");
    private static final Pattern INSTRUCTIONS = Pattern.compile("(?m)^# Instructions\\b");
    private static final Pattern BEGIN =
            Pattern.compile("(?im)^(?:now,? )?(?:let us |let's )?(?:begin|start)(?: now)?[.!]");

    private final String script;
    private final Designer designer;
    private final ScriptWriter writer;

    /** @param grammar the language that programs are written in */
    MlabProtocol(Grammar grammar) {
        Author author = new Author(grammar);
        this.script = grammar.file();
        this.designer = new Designer(author);
        this.writer = new ScriptWriter(author);
    }

    @Override
    public boolean speaks(Request request) {
        String text = request.prompt().text();
        return Transcript.of(text).isPresent()
                || Digest.shown(text)
                || (side(request) && (Digest.asked(text) || EditTask.of(text).isPresent()));
    }

    /** Whether nothing is told of functions, and nothing of how a solution has to be: then a text is given to be worked on. */
    private static boolean side(Request request) {
        String text = request.prompt().text();
        return request.tools().isEmpty()
                && !text.contains("<function=")
                && !INSTRUCTIONS.matcher(text).find();
    }

    @Override
    public AiMessage answer(Request request) {
        String text = request.prompt().text();
        Optional<Transcript> done = Transcript.of(text);
        if (done.isPresent()) {
            return AiMessage.from(act(request, done.get().text()));
        }
        Optional<EditTask> edit = Digest.shown(text) || Digest.asked(text) ? Optional.empty() : EditTask.of(text);
        return AiMessage.from(edit.map(task -> writer.write(request, task.instruction(), task.code()))
                .orElseGet(() -> Digest.of(text)));
    }

    private String act(Request request, String told) {
        String last = "";
        int from = 0;
        for (Matcher action = ACTION.matcher(told); action.find(); from = action.end()) {
            last = action.group(1).strip();
        }
        String observed = told.substring(from);
        if (last.equals("Edit Script (AI)") && !observed.contains("EnvError")) {
            return run(request, told);
        }
        if (last.equals("Execute Script")) {
            ExecutionFact fact = ExecutionFact.read(observed);
            Optional<AttemptFact> design = designer.last(told);
            if (!fact.error().isEmpty() && design.isPresent()) {
                return have(request, designer.mend(design.get().design(), fact));
            }
        }
        boolean begins = last.isEmpty() && BEGIN.matcher(told).find();
        if (begins && request.prompt().task().data().isEmpty()) {
            return look(request);
        }
        if (last.isEmpty() && !begins && request.draws().happens("blind run", BLIND_RUN)) {
            return run(request, told);
        }
        return have(request, designer.next(request));
    }

    /** Where the prompt does not tell where the data lie, the engineer looks first. */
    private static String look(Request request) {
        ObjectNode input = JsonNodeFactory.instance.objectNode().put("dir_path", ".");
        return reply(
                request, "It is not told where the data lie, so the work directory is listed.", "List Files", input);
    }

    private String have(Request request, Designer.Idea idea) {
        ObjectNode input = JsonNodeFactory.instance.objectNode();
        input.put("script_name", script);
        input.put("edit_instruction", idea.instruction(request.prompt().task()));
        input.put("save_name", script);
        return reply(request, idea.words(), "Edit Script (AI)", input);
    }

    private String run(Request request, String told) {
        ObjectNode input = JsonNodeFactory.instance.objectNode();
        input.put("script_name", script);
        String design =
                designer.last(told).map(fact -> fact.design().sentence() + " ").orElse("");
        return reply(request, design + "The script is run now.", "Execute Script", input);
    }

    private static String reply(Request request, String thought, String action, ObjectNode input) {
        String reply = "Reflection: The last observation says how far it is.\n"
                + "Research Plan and Status: Try kinds of models one after another, score each, better the best."
                + request.prompt()
                        .task()
                        .elsewhere()
                        .map(data -> " The data lie in `" + data + "`.")
                        .orElse("") + "\n"
                + "Fact Check: Only scores that were printed are confirmed.\n"
                + "Thought: " + thought + "\nAction: " + action;
        boolean malformed =
                request.draws().happens("malformed", request.profile().rates().malformed());
        return malformed ? reply : reply + "\nAction Input: " + input + "\n";
    }
}
