package dev.trimtab.benchmark.cli;

import dev.trimtab.runtime.Counted;
import dev.trimtab.runtime.journal.Event;
import java.util.Locale;
import java.util.Optional;

/** An event of a run's log in one line. */
final class EventLine {
    private EventLine() {}

    /** Returns the line; empty for an event that others tell of, such as the beginning of a step. */
    static Optional<String> of(Event event) {
        String words = words(event);
        return words.isEmpty()
                ? Optional.empty()
                : Optional.of(event.step() < 0 ? words : "step " + event.step() + ": " + words);
    }

    private static String words(Event event) {
        if (event instanceof Event.RunStarted) {
            return "begun";
        }
        if (event instanceof Event.ContextPlanned planned) {
            return planned.purpose() + ": shows " + planned.granted() + " of " + planned.wanted()
                    + " tokens of memory, in " + planned.budget();
        }
        if (event instanceof Event.ModelCalled called) {
            return String.format(
                    Locale.ROOT,
                    "%s: %s answered in %s to %d, $%.4f",
                    called.purpose(),
                    called.model(),
                    Counted.of(called.outputTokens(), "token"),
                    called.inputTokens(),
                    called.money());
        }
        if (event instanceof Event.ModelFailed failed) {
            return failed.purpose() + ": no answer after "
                    + Counted.of(failed.waitsMillis().size() + 1L, "try", "tries") + ", " + failed.cause();
        }
        if (event instanceof Event.Executed executed) {
            return ran(executed);
        }
        if (event instanceof Event.ToolUsed used) {
            return "used " + used.tool();
        }
        if (event instanceof Event.Attempted attempted) {
            return "attempt " + attempted.attempt().id() + " of family " + attempted.family() + ": "
                    + ProgressLines.outcome(attempted.attempt());
        }
        return ended(event);
    }

    private static String ended(Event event) {
        if (event instanceof Event.Verified verified) {
            return "verified " + verified.attempt() + ": "
                    + (verified.mean() == null ? "failed" : ProgressLines.number(verified.mean()));
        }
        if (event instanceof Event.BudgetReached reached) {
            return String.format(
                    Locale.ROOT,
                    "the budget of %s is reached: %s of %s",
                    reached.budget().name().toLowerCase(Locale.ROOT),
                    ProgressLines.number(reached.value()),
                    ProgressLines.number(reached.limit()));
        }
        if (event instanceof Event.Selected selected) {
            return "submits "
                    + (selected.attempt() == null ? "nothing" : selected.attempt() + " (" + selected.by() + ")");
        }
        if (event instanceof Event.Noticed noticed) {
            return noticed.text();
        }
        return event instanceof Event.RunEnded over ? "ended: " + over.reason() : "";
    }

    private static String ran(Event.Executed executed) {
        String how = executed.error() != null
                ? executed.error()
                : executed.violation() != null ? executed.violation() : "exit code " + executed.exitCode();
        String time = executed.savedMillis() > 0
                ? "from the cache"
                : String.format(Locale.ROOT, "%.1f s", executed.elapsedMillis() / 1e3);
        return "ran " + executed.purpose() + ": " + how + ", " + time;
    }
}
