package dev.trimtab.benchmark.report;

import dev.trimtab.benchmark.comparison.RunOutcome;
import dev.trimtab.benchmark.competition.CompetitionSets;
import dev.trimtab.runtime.InfrastructureError;
import dev.trimtab.runtime.UserError;
import dev.trimtab.runtime.workspace.RunDirectory;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** What finished runs came to. A finished run does not change, so each is graded once, however many pages show it. Thread-safe. */
public final class FinishedRuns {
    private final Path home;
    private final CompetitionSets sets;
    private final Map<Path, RunOutcome> outcomes = new ConcurrentHashMap<>();

    /**
     * @param home the checkout
     * @param sets the competitions there are
     */
    public FinishedRuns(Path home, CompetitionSets sets) {
        this.home = home;
        this.sets = sets;
    }

    /**
     * Returns what a finished run came to.
     *
     * @throws UserError if it cannot be graded
     */
    RunOutcome outcome(RunDirectory run) {
        return outcomes.computeIfAbsent(run.root(), root -> RunOutcome.read(home, root, sets));
    }

    /** Returns why a finished run cannot be graded here, or nothing where it can, or where the run is not finished. */
    Optional<String> refusal(RunDirectory run) {
        if (!RunOutcome.isFinished(run.root())) {
            return Optional.empty();
        }
        try {
            outcome(run);
            return Optional.empty();
        } catch (UserError e) {
            return Optional.of(String.valueOf(e.getMessage()));
        }
    }

    /** Returns what a run's submissions were worth, or why that is not known: the answers or the snapshots may be elsewhere. */
    public Hindsight hindsight(RunDirectory run) {
        if (!RunOutcome.isFinished(run.root())) {
            return Hindsight.tooEarly();
        }
        try {
            return Hindsight.of(outcome(run));
        } catch (UserError | InfrastructureError e) {
            return Hindsight.missing("The submissions cannot be graded here: " + e.getMessage());
        }
    }
}
