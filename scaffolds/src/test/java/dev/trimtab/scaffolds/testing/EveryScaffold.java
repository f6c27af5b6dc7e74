package dev.trimtab.scaffolds.testing;

import dev.langchain4j.agent.tool.ToolExecutionRequest;
import dev.langchain4j.data.message.AiMessage;
import java.util.List;

/** Scripts that make each shipped scaffold try a number of solutions, every third of which fails. */
public final class EveryScaffold {
    private EveryScaffold() {}

    /** Returns a run with the replies that a scaffold needs for {@code attempts} attempts. */
    public static FakeRunContext scripted(String scaffold, int attempts) {
        FakeRunContext context = FakeRunContext.of(FakeRunContext.task(true));
        for (int i = 0; i < attempts; i++) {
            String program = i % 3 == 1 ? "raise KeyError 'row " + i + "'" : "score 0." + (5 + i % 4) + "\nwrite";
            switch (scaffold) {
                case "aide" -> context.writes(program);
                case "mlab" -> mlab(context, program.replace("\n", "\\n"));
                case "openhands" -> openHands(context, program.replace("\n", "\\n"), i);
                default -> throw new IllegalArgumentException("no script for scaffold " + scaffold);
            }
        }
        return context;
    }

    private static void mlab(FakeRunContext context, String program) {
        String form = "Reflection: None.\nResearch Plan and Status: Go on.\nFact Check: None.\nThought: I try it.\n";
        context.replies(
                form + "Action: Write File\nAction Input: {\"file_name\": \"a.py\", \"content\": \"" + program + "\"}",
                form + "Action: Execute Script\nAction Input: {\"script_name\": \"a.py\"}");
    }

    private static void openHands(FakeRunContext context, String program, int number) {
        String file = "try" + number + ".py";
        context.acts(
                call(
                        "str_replace_editor",
                        "{\"command\": \"create\", \"path\": \"" + file + "\", \"file_text\": \"" + program + "\"}"),
                call("execute_bash", "{\"command\": \"python " + file + "\"}"));
    }

    private static AiMessage call(String tool, String arguments) {
        return AiMessage.from(
                "I try it.",
                List.of(ToolExecutionRequest.builder()
                        .id("x")
                        .name(tool)
                        .arguments(arguments)
                        .build()));
    }
}
