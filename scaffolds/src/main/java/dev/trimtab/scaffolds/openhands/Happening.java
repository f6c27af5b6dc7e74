package dev.trimtab.scaffolds.openhands;

import dev.trimtab.runtime.attempt.Attempt;
import dev.trimtab.runtime.context.ContextItem;
import dev.trimtab.runtime.context.Turn;
import java.util.List;

/**
 * An action and what came of it.
 *
 * @param step the step of the run
 * @param decision the action
 * @param outcome what came of it
 * @param shown what of it is shown
 */
record Happening(int step, Decision decision, Outcome outcome, String shown) {
    private static final int LONGEST_NAME = 64;

    /** Returns it as an item that may enter a prompt. */
    ContextItem item() {
        Attempt attempt = outcome.attempt();
        return attempt == null
                ? ContextItem.of("event-" + step, kind(), step, turns(), null)
                : ContextItem.of(attempt.id(), ContextItem.Kind.ATTEMPT, step, turns(), attempt);
    }

    /** A call that was refused asked for nothing. */
    private ContextItem.Kind kind() {
        ToolCall call = decision.call();
        return call != null && call.tool().equals(ToolSet.CONDENSE) && !outcome.failed()
                ? ContextItem.Kind.REQUEST
                : ContextItem.Kind.OBSERVATION;
    }

    private List<Turn> turns() {
        ToolCall call = decision.call();
        String thought = decision.thought();
        if (call == null) {
            Turn answer = new Turn.Said(Turn.Speaker.USER, shown);
            // Servers refuse an empty message.
            return thought.isBlank()
                    ? List.of(answer)
                    : List.of(new Turn.Said(Turn.Speaker.ASSISTANT, thought), answer);
        }
        String label = "EXECUTION RESULT of [" + call.tool() + "]:\n";
        if (!decision.written().isEmpty()) {
            return List.of(
                    new Turn.Said(Turn.Speaker.ASSISTANT, decision.written()),
                    new Turn.Answered("", call.tool(), label, shown));
        }
        String text = (thought.isEmpty() ? "" : thought + "\n") + FunctionText.write(call);
        return List.of(
                new Turn.Called(
                        decision.reply().id(),
                        thought,
                        decision.id(),
                        sendable(call.tool()),
                        call.arguments().toString(),
                        text),
                new Turn.Answered(decision.id(), sendable(call.tool()), label, shown));
    }

    /** Returns a tool's name, which the model may have invented, with the characters alone that servers take in one. */
    private static String sendable(String tool) {
        String name = tool.replaceAll("[^a-zA-Z0-9_-]", "_");
        return name.isEmpty() ? "_" : name.substring(0, Math.min(name.length(), LONGEST_NAME));
    }

    /** Returns what is compared of it to tell a circle; call ids do not count. */
    StuckDetector.Step compared(boolean commandAndExitCodeOnly) {
        ToolCall call = decision.call();
        if (call == null) {
            return new StuckDetector.Step(decision.thought(), "", false, true);
        }
        ShellTool.Run run = outcome.run();
        String seen = outcome.observation();
        if (run != null && commandAndExitCodeOnly) {
            seen = "exit code " + run.exitCode();
        } else if (run != null && run.held()) {
            // Waiting for a command is no circle: its time limit ends it.
            seen += "\nat step " + step;
        }
        // Arguments that cannot be read are in the reason only.
        return new StuckDetector.Step(call.tool() + call.arguments() + decision.wrong(), seen, outcome.failed(), false);
    }
}
