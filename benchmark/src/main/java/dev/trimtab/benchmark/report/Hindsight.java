package dev.trimtab.benchmark.report;

import dev.trimtab.benchmark.comparison.MedalHistory;
import dev.trimtab.benchmark.comparison.RunOutcome;
import dev.trimtab.benchmark.comparison.SelectionRegret;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the private answers say, after a run's end, of the submissions that it made on its way.
 *
 * @param missing why they say nothing; null where they do
 * @param medals each moment at which the medal of what it would have submitted changed, oldest first
 * @param regret what choosing among its submissions cost; null where something is missing
 */
public record Hindsight(
        @Nullable String missing,
        List<MedalHistory.Change> medals,
        @Nullable SelectionRegret regret) {
    /** Copies the list. */
    public Hindsight {
        medals = List.copyOf(medals);
    }

    /** Returns that of a finished run. */
    static Hindsight of(RunOutcome outcome) {
        return new Hindsight(null, outcome.medals().changes(), outcome.regret());
    }

    /** Returns none, and why. */
    static Hindsight missing(String why) {
        return new Hindsight(why, List.of(), null);
    }

    /** Returns that of a run that is not finished. */
    static Hindsight tooEarly() {
        return missing("The run is not finished.");
    }
}
