package dev.trimtab.benchmark.comparison;

import dev.trimtab.controller.portfolio.Family;
import dev.trimtab.runtime.attempt.Attempt;
import dev.trimtab.runtime.context.FamilyClassifier;
import dev.trimtab.runtime.context.Hypotheses;
import dev.trimtab.runtime.context.SearchState;
import dev.trimtab.runtime.journal.Event;
import dev.trimtab.runtime.run.FinalChoice;
import dev.trimtab.runtime.workspace.RunDirectory;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What a run would have submitted at each moment, by the rule that chose its final submission, folded from its log. */
final class Course {
    private static final String SUBMISSION = "submission/submission.csv";
    private static final int ONE_WINDOW = 1;

    private final RunDirectory run;
    private final boolean higherIsBetter;
    private final Appraiser appraiser;
    private final Hypotheses hypotheses;
    private final Map<Integer, String> submissions = new HashMap<>();
    private final Map<String, Standing> graded = new HashMap<>();
    private final List<Milestone> milestones = new ArrayList<>();
    private @Nullable Attempt chosen;
    private @Nullable Double ownScore;
    private int step;
    private int calls;
    private long tokens;
    private String family = "";

    /**
     * Folds a log.
     *
     * @param run holds the submissions
     * @param higherIsBetter the metric's direction
     * @param appraiser grades them
     */
    Course(RunDirectory run, boolean higherIsBetter, Appraiser appraiser, List<Event> events) {
        this.run = run;
        this.higherIsBetter = higherIsBetter;
        this.appraiser = appraiser;
        this.hypotheses = new Hypotheses(recorded(), higherIsBetter, ONE_WINDOW);
        milestones.add(new Milestone(0, 0, 0, appraiser.ofNone()));
        events.forEach(this::take);
    }

    /** Returns the moments at which the choice changed, oldest first; the first is the start, with nothing to submit. */
    List<Milestone> milestones() {
        return List.copyOf(milestones);
    }

    /** Returns the score by which the run chose its submission, strong where it was verified; null if it has none. */
    @Nullable Double ownScore() {
        return ownScore;
    }

    /** Returns what choosing among its submissions cost, by the end. */
    SelectionRegret regret() {
        return SelectionRegret.of(hypotheses.all(), higherIsBetter, this::standing);
    }

    private void take(Event event) {
        step = Math.max(step, event.step());
        if (event instanceof Event.ModelCalled call) {
            calls++;
            tokens += call.inputTokens() + call.outputTokens();
        } else if (event instanceof Event.Executed executed
                && executed.snapshot().containsKey(SUBMISSION)) {
            submissions.put(
                    executed.step(), Objects.requireNonNull(executed.snapshot().get(SUBMISSION)));
        } else if (event instanceof Event.Attempted attempted) {
            family = attempted.family();
            hypotheses.observe(attempted.attempt());
            choose();
        } else if (event instanceof Event.Verified verified) {
            hypotheses.verified(verified.attempt(), verified.step(), verified.mean(), verified.spread());
            choose();
        }
    }

    private void choose() {
        Hypotheses.Tracked best =
                FinalChoice.of(hypotheses.all(), higherIsBetter).attempt();
        ownScore = best == null ? null : SearchState.score(best);
        Attempt next = best == null ? null : best.attempt();
        if (!Objects.equals(id(next), id(chosen))) {
            chosen = next;
            milestones.add(new Milestone(step, calls, tokens, standing(next)));
        }
    }

    private Standing standing(@Nullable Attempt attempt) {
        String hash = attempt == null ? null : submissions.get(attempt.step());
        return hash == null
                ? appraiser.ofNone()
                : graded.computeIfAbsent(
                        hash,
                        content -> appraiser.of(run.snapshots().resolve("blobs").resolve(content)));
    }

    private static @Nullable String id(@Nullable Attempt attempt) {
        return attempt == null ? null : attempt.id();
    }

    private FamilyClassifier recorded() {
        return (attempt, known) -> new FamilyClassifier.Classification(new Family(family), "recorded");
    }
}
