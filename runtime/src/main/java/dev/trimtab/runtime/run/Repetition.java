package dev.trimtab.runtime.run;

import dev.trimtab.runtime.Sha256;
import dev.trimtab.runtime.budget.BudgetExceededException;
import dev.trimtab.runtime.journal.Event;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A run that is made again from another's log, step by step, and what of it came out otherwise. Not thread-safe. */
final class Repetition {
    private static final int SHOWN = 60;

    private final RunRecord record;
    private final RunListener listener;
    private @Nullable String difference;

    /** @param listener hears of each execution that came out otherwise */
    Repetition(RunRecord record, RunListener listener) {
        this.record = record;
        this.listener = listener;
    }

    /** Returns the wall time left that a step is to tell; null for no limit. */
    @Nullable Long leftMillis(int step, @Nullable Long measured) {
        return record.leftMillis(step, measured);
    }

    /**
     * Returns the execution that is about to be made again; empty where the earlier run made none, or one of another program.
     *
     * @throws BudgetExceededException if a budget ended the earlier run in its place
     */
    Optional<RepeatedExecution> execution(int step, String purpose, String code) {
        Optional<Event.Executed> then = record.execution(step, purpose);
        if (then.isEmpty()) {
            obeyStop(step);
        }
        return then.filter(executed -> executed.program().equals(Sha256.of(code)))
                .map(RepeatedExecution::new);
    }

    /**
     * Stops where the earlier run was stopped.
     *
     * @throws BudgetExceededException if a budget ended it in this step
     */
    void obeyStop(int step) {
        record.stopIn(step).ifPresent(Repetition::stop);
    }

    /**
     * Compares an execution with the earlier run's.
     *
     * @throws BudgetExceededException if a budget ended the earlier run with it
     */
    void executed(Event.Executed now) {
        record.execution(now.step(), now.purpose())
                .flatMap(then -> difference(then, now))
                .ifPresent(found -> {
                    String line = "step " + now.step() + " of the log, " + now.purpose() + ": " + found;
                    difference = difference == null ? line : difference;
                    listener.noticed(line);
                });
        record.stopWith(now).ifPresent(Repetition::stop);
    }

    /** Returns the first execution that came out otherwise, and how. */
    Optional<String> firstDifference() {
        return Optional.ofNullable(difference);
    }

    private static void stop(Event.BudgetReached reached) {
        throw new BudgetExceededException(reached.budget(), reached.value(), reached.limit());
    }

    private static Optional<String> difference(Event.Executed then, Event.Executed now) {
        if (!then.program().equals(now.program())) {
            return Optional.of("another program than in the record");
        }
        if (!then.output().equals(now.output())) {
            return Optional.of(outputs(then.output(), now.output()));
        }
        if (then.exitCode() != now.exitCode() || !Objects.equals(then.violation(), now.violation())) {
            return Optional.of("it ended with " + ending(now) + ", in the record with " + ending(then));
        }
        if (then.submitted() != now.submitted()) {
            return Optional.of("it left " + (now.submitted() ? "a" : "no") + " submission, unlike in the record");
        }
        return Objects.equals(then.score(), now.score())
                ? Optional.empty()
                : Optional.of("it scored " + now.score() + ", in the record " + then.score());
    }

    private static String ending(Event.Executed executed) {
        return executed.violation() == null ? "exit code " + executed.exitCode() : executed.violation();
    }

    /** The first line that differs is enough to see why: a time, a number without a seed. */
    private static String outputs(String then, String now) {
        String[] before = then.split("\n", -1);
        String[] after = now.split("\n", -1);
        int line = 0;
        while (line < before.length && line < after.length && before[line].equals(after[line])) {
            line++;
        }
        return "it printed " + at(after, line) + " in line " + (line + 1) + ", in the record " + at(before, line);
    }

    private static String at(String[] lines, int index) {
        if (index >= lines.length) {
            return "nothing";
        }
        String line = lines[index].strip();
        return "'" + (line.length() > SHOWN ? line.substring(0, SHOWN) + "..." : line) + "'";
    }
}
