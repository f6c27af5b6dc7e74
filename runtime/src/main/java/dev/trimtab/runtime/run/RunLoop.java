package dev.trimtab.runtime.run;

import dev.trimtab.runtime.Counted;
import dev.trimtab.runtime.attempt.Attempt;
import dev.trimtab.runtime.attempt.Pursuit;
import dev.trimtab.runtime.budget.BudgetExceededException;
import dev.trimtab.runtime.context.ContextPlan;
import dev.trimtab.runtime.context.Hypotheses;
import dev.trimtab.runtime.context.SearchState;
import dev.trimtab.runtime.journal.Event;
import dev.trimtab.runtime.journal.Journal;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The course of one run: agent steps, strong verifications between them, and the choice of the final submission.
 *
 * <p>All that leaves the process goes through the journal, so running the loop again on a recorded log repeats nothing. Not thread-safe.
 */
public final class RunLoop {
    private final RunSettings settings;
    private final Agent agent;
    private final RunParts parts;
    private final Verification verification;
    private int used;
    private int sinceVerification;
    /**
     * How a run ended.
     *
     * @param reason {@code steps}, why the agent stopped, or the budget that was reached
     * @param chosen the attempt whose submission was chosen, or null when none left one
     * @param by the ground of the choice, as {@link Event.Selected} has it
     * @param steps control steps used
     */
    public record Ending(String reason, @Nullable Attempt chosen, String by, int steps) {}

    /**
     * @param settings what fixes the run's course
     * @param agent the agent
     * @param wiring everything else
     */
    public RunLoop(RunSettings settings, Agent agent, RunWiring wiring) {
        this.settings = settings;
        this.agent = agent;
        this.parts = wiring.parts(settings.verification().every());
        this.verification = new Verification(parts, settings.verification());
    }

    /** Runs to the end and leaves the chosen submission in the run's directory. */
    public Ending run() {
        Journal journal = parts.journal();
        journal.append(new Event.RunStarted(-1, settings.configuration()));
        String reason = "steps";
        try {
            String ended = null;
            while (ended == null && used < settings.steps()) {
                ended = step();
                if (ended != null || settings.verification().due(sinceVerification, settings.steps() - used)) {
                    verify();
                }
            }
            if (ended != null) {
                reason = ended;
                parts.listener().noticed("the agent ended the run: " + reason);
            }
        } catch (BudgetExceededException e) {
            journal.append(new Event.BudgetReached(used, e.kind(), e.value(), e.limit()));
            reason = "budget of " + e.kind().unit();
            parts.listener().noticed("the run ends early: " + e.getMessage());
        } finally {
            parts.executions().close();
        }
        return end(reason);
    }

    /** Returns why the agent stops, or null to go on. */
    private @Nullable String step() {
        int step = used;
        int left = settings.steps() - used;
        SearchState search =
                parts.hypotheses().state(step, settings.verification().lag(sinceVerification, left));
        Steering steering = Steering.of(settings.pursuit(), parts.models(), agent, search);
        Event.StepStarted started = started(step, steering);
        parts.journal().append(started);
        StepFiles files = new StepFiles(parts.directory().step(step));
        Session session = new Session(settings, parts, files, started, steering.pursuit(), search);
        StepResult result = agent.step(session);
        observe(step, result.attempt(), files);
        parts.journal().sync();
        files.text("output.txt", session.output());
        agent.export(parts.directory().root());
        int charged =
                session.memory().map(fitted -> fitted.plan().stepsCharged()).orElse(0);
        used += 1 + charged + result.extraSteps();
        sinceVerification++;
        parts.listener().stepped(progress(result, session));
        return result.end();
    }

    private void observe(int step, @Nullable Attempt attempt, StepFiles files) {
        if (attempt != null) {
            Hypotheses.Tracked tracked = parts.hypotheses().observe(attempt);
            parts.journal()
                    .append(new Event.Attempted(step, attempt, tracked.family().name(), tracked.familySource()));
            files.text(parts.kernel().solutionFile(), attempt.code());
        }
    }

    /** The time left is what it was when the step began first, so that a resumed run, or one that repeats it, says the same to its model. */
    private Event.StepStarted started(int step, Steering steering) {
        Optional<Event.StepStarted> recorded = parts.journal().recorded(Event.StepStarted.class);
        Duration left = parts.models().timeLeft();
        Long now = left == null ? null : left.toMillis();
        return new Event.StepStarted(
                step,
                describe(steering.pursuit()),
                steering.decisions(),
                recorded.isPresent()
                        ? recorded.get().leftMillis()
                        : parts.repetition().leftMillis(step, now));
    }

    private void verify() {
        if (!settings.verification().strong()) {
            return;
        }
        int room = settings.steps() - used;
        List<Hypotheses.Tracked> candidates = parts.hypotheses().unverifiedBestFirst().stream()
                .filter(t -> t.attempt().submitted())
                .limit(Math.min(settings.verification().candidates(), Math.max(0, room)))
                .toList();
        for (Hypotheses.Tracked candidate : candidates) {
            Event.Verified verdict = verification.verify(used, candidate.attempt());
            parts.journal().append(verdict);
            parts.journal().sync();
            parts.hypotheses().verified(verdict.attempt(), used, verdict.mean(), verdict.spread());
            parts.listener().noticed(describe(verdict));
            used++;
        }
        sinceVerification = 0;
    }

    private Ending end(String reason) {
        FinalChoice choice = choose();
        Attempt attempt = choice.attempt() == null ? null : choice.attempt().attempt();
        String by = choice.ground().word();
        choice.caution().ifPresent(caution -> {
            parts.journal().append(new Event.Noticed(used, caution));
            parts.listener().noticed(caution);
        });
        parts.journal().append(new Event.Selected(used, attempt == null ? null : attempt.id(), by));
        if (attempt != null) {
            parts.executions()
                    .exportSubmission(attempt.step(), parts.directory().submission());
        }
        parts.journal().append(new Event.RunEnded(used, reason));
        parts.journal().sync();
        return new Ending(reason, attempt, by, used);
    }

    private FinalChoice choose() {
        return FinalChoice.of(parts.hypotheses().all(), parts.task().higherIsBetter());
    }

    private RunListener.Progress progress(StepResult result, Session session) {
        Hypotheses.Tracked chosen = choose().attempt();
        Double best = chosen == null ? null : SearchState.score(chosen);
        ContextPlan plan = session.memory().map(f -> f.plan()).orElse(null);
        return new RunListener.Progress(
                used,
                settings.steps(),
                result.did(),
                result.attempt(),
                best,
                plan == null ? -1 : plan.granted(),
                plan == null ? -1 : plan.wanted(),
                plan == null ? Map.of() : plan.readings());
    }

    private static String describe(Pursuit pursuit) {
        if (pursuit instanceof Pursuit.WorkOn work) {
            return "work-on " + work.attempt();
        }
        return pursuit instanceof Pursuit.OpenFamily ? "open-family" : "native";
    }

    private static String describe(Event.Verified verdict) {
        return verdict.mean() == null
                ? "verified " + verdict.attempt() + ": failed on fold "
                        + verdict.scores().size()
                : String.format(
                        Locale.ROOT,
                        "verified %s: %.5g over %s",
                        verdict.attempt(),
                        verdict.mean(),
                        Counted.of(verdict.scores().size(), "fold"));
    }
}
