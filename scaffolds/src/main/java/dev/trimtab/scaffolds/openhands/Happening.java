package dev.trimtab.scaffolds.openhands;

import dev.trimtab.runtime.attempt.Attempt;
import dev.trimtab.runtime.context.ContextItem;
import dev.trimtab.runtime.context.Turn;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An action and what came of it.
 *
 * @param step the step of the run
 * @param reply what tells the model's reply from others
 * @param thought the reply's words; only its first action has them
 * @param call the call, or null for a reply of words alone
 * @param written the whole reply where calls are written into its text, else empty
 * @param observation what came of it in full; for words alone the answer that was given
 * @param shown what of it is shown
 * @param failed whether it came to an error
 * @param exitCode a command's exit code, or null
 * @param held whether the command has not ended
 * @param attempt the attempt, or null when it made none
 */
record Happening(
        int step,
        String reply,
        String thought,
        @Nullable ToolCall call,
        String written,
        String observation,
        String shown,
        boolean failed,
        @Nullable Integer exitCode,
        boolean held,
        @Nullable Attempt attempt) {
    /** Returns it as an item that may enter a prompt. */
    ContextItem item() {
        return attempt == null
                ? ContextItem.of("event-" + step, ContextItem.Kind.OBSERVATION, step, turns(), null)
                : ContextItem.of(attempt.id(), ContextItem.Kind.ATTEMPT, step, turns(), attempt);
    }

    private List<Turn> turns() {
        if (call == null) {
            return List.of(new Turn.Said(Turn.Speaker.ASSISTANT, thought), new Turn.Said(Turn.Speaker.USER, shown));
        }
        String label = "EXECUTION RESULT of [" + call.tool() + "]:\n";
        if (!written.isEmpty()) {
            return List.of(
                    new Turn.Said(Turn.Speaker.ASSISTANT, written), new Turn.Answered("", call.tool(), label, shown));
        }
        String id = "call-" + step;
        String text = (thought.isEmpty() ? "" : thought + "\n") + FunctionText.write(call);
        return List.of(
                new Turn.Called(
                        reply, thought, id, call.tool(), call.arguments().toString(), text),
                new Turn.Answered(id, call.tool(), label, shown));
    }

    /** Returns what is compared of it to tell a circle; call ids do not count. */
    StuckDetector.Step compared(boolean commandAndExitCodeOnly) {
        if (call == null) {
            return new StuckDetector.Step(thought, "", false, true);
        }
        boolean shell = call.tool().equals(ToolSet.SHELL) && exitCode != null;
        // Waiting for a command is no circle: its time limit ends it.
        String more = held ? observation + "\nat step " + step : observation;
        String seen = shell && commandAndExitCodeOnly ? "exit code " + exitCode : more;
        return new StuckDetector.Step(call.tool() + call.arguments(), seen, failed, false);
    }
}
