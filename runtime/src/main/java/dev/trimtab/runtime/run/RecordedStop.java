package dev.trimtab.runtime.run;

import dev.trimtab.runtime.budget.BudgetExceededException;
import dev.trimtab.runtime.journal.Event;
import dev.trimtab.runtime.journal.Journal;

/** The budget that ended a recorded run: a limit of time, unlike one of tokens or money, would not be reached at the same place again. */
final class RecordedStop {
    private RecordedStop() {}

    /**
     * Stops where the record does.
     *
     * @throws BudgetExceededException if what comes next in the record is that a budget was reached
     */
    static void obey(Journal journal) {
        journal.upcoming(Event.BudgetReached.class).ifPresent(reached -> {
            throw new BudgetExceededException(reached.budget(), reached.value(), reached.limit());
        });
    }
}
