package dev.trimtab.benchmark.comparison;

import dev.trimtab.benchmark.competition.Competition;
import dev.trimtab.benchmark.competition.CompetitionSets;
import dev.trimtab.benchmark.experiment.RunModel;
import dev.trimtab.benchmark.experiment.RunRequest;
import dev.trimtab.benchmark.experiment.RunTotals;
import dev.trimtab.benchmark.metric.Direction;
import dev.trimtab.runtime.UserError;
import dev.trimtab.runtime.journal.JournalReader;
import dev.trimtab.runtime.workspace.RunDirectory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * What a finished run came to.
 *
 * @param arm what it has in common with the runs of other competitions and seeds
 * @param competition the competition
 * @param seed keys its random streams
 * @param standing what it submitted in the end is worth
 * @param ownScore the score by which it chose its submission, strong where it was verified; null if it has none
 * @param higherIsBetter the direction of that score
 * @param totals what it took
 * @param milestones what it would have submitted earlier, oldest first; the last is what it submitted
 * @param regret what choosing among its submissions cost
 */
public record RunOutcome(
        Arm arm,
        String competition,
        long seed,
        Standing standing,
        @Nullable Double ownScore,
        boolean higherIsBetter,
        RunTotals totals,
        List<Milestone> milestones,
        SelectionRegret regret) {
    /** Copies the list and checks that it begins. */
    public RunOutcome {
        milestones = List.copyOf(milestones);
        if (milestones.isEmpty()) {
            throw new IllegalArgumentException("milestones must begin with the start");
        }
    }

    /** Returns whether a directory holds a run that came to its end. */
    public static boolean isFinished(Path root) {
        RunDirectory run = new RunDirectory(root);
        return Files.isRegularFile(run.runJson())
                && Files.isRegularFile(run.gradingReport())
                && Files.isRegularFile(run.events())
                && JournalReader.read(run.events()).ended();
    }

    /**
     * Reads a finished run. Submissions that it would have made earlier are graded now.
     *
     * @param home the checkout
     * @param root the run's directory
     * @param sets the competitions there are
     * @throws UserError if there is no run in the directory, or it is not finished
     */
    public static RunOutcome read(Path home, Path root, CompetitionSets sets) {
        RunDirectory run = RunDirectory.open(root);
        if (!isFinished(root)) {
            throw new UserError(root + " is not finished; go on with it by ./trimtab resume " + root);
        }
        RunRequest request = RunRequest.recorded(home, run);
        String id = String.valueOf(request.config().agent().competition());
        Competition competition = sets.find(id);
        boolean higherIsBetter = competition.direction() == Direction.MAXIMIZE;
        JournalReader.Log log = JournalReader.read(run.events());
        Course course = new Course(
                run, higherIsBetter, new Appraiser(sets.openForGrading(competition, request.dataDir())), log.events());
        List<Milestone> milestones = course.milestones();
        return new RunOutcome(
                Arm.of(request, RunModel.recorded(run)),
                id,
                request.config().agent().seed(),
                milestones.get(milestones.size() - 1).standing(),
                course.ownScore(),
                higherIsBetter,
                RunTotals.of(log.events()),
                milestones,
                course.regret());
    }

    /** Returns whether another run has the same competition and seed. */
    boolean isOnTheSameAs(RunOutcome other) {
        return competition.equals(other.competition) && seed == other.seed;
    }

    /** Returns the medals that it held on its way. */
    public MedalHistory medals() {
        return MedalHistory.of(milestones);
    }

    /** Returns what the run would have submitted had it been stopped before its call number {@code calls + 1}. */
    Standing atCalls(long calls) {
        return last(milestone -> milestone.calls() <= calls);
    }

    /** Returns what the run would have submitted had it been stopped before the call that takes its tokens above so many. */
    Standing atTokens(long tokens) {
        return last(milestone -> milestone.tokens() <= tokens);
    }

    private Standing last(Predicate<Milestone> reached) {
        return milestones.stream()
                .filter(reached)
                .reduce((earlier, later) -> later)
                .orElseThrow()
                .standing();
    }
}
