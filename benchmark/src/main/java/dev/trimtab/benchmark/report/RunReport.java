package dev.trimtab.benchmark.report;

import dev.trimtab.benchmark.audit.RunAudit;
import dev.trimtab.benchmark.audit.RunDirection;
import dev.trimtab.benchmark.experiment.RunTotals;
import dev.trimtab.benchmark.grade.GradingReport;
import dev.trimtab.runtime.UserError;
import dev.trimtab.runtime.journal.Event;
import dev.trimtab.runtime.workspace.RunDirectory;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * All that the report of one run shows, gathered from its directory; also of a run that goes on.
 *
 * @param name the directory's name
 * @param facts what the run was started with
 * @param ended why it ended, or null while it goes on
 * @param grade the private grade, or null before the end
 * @param lowerIsBetter the metric's direction, or null where nothing says it
 * @param chosen the attempt whose submission was chosen, and on what ground, or null before the end
 * @param totals what it took
 * @param seconds wall time of model calls and executions
 * @param attempts the attempts, oldest first
 * @param verified the strong verifications, oldest first
 * @param steps what happened, step by step
 * @param plans the memory of each step's last prompt
 * @param hindsight what the private answers say of the submissions that it made on its way
 * @param audit what the log says about the laws
 * @param texts what was left out of the texts
 */
public record RunReport(
        String name,
        RunFacts facts,
        @Nullable String ended,
        @Nullable GradingReport grade,
        @Nullable Boolean lowerIsBetter,
        Event.@Nullable Selected chosen,
        RunTotals totals,
        double seconds,
        List<AttemptRow> attempts,
        List<Event.Verified> verified,
        List<StepRow> steps,
        List<PlanRow> plans,
        Hindsight hindsight,
        RunAudit audit,
        TextCap.Tally texts)
        implements ReportData {
    private static final double MILLIS = 1000.0;

    /**
     * Gathers the report of a run.
     *
     * @param run the run's directory
     * @param lowerIsBetter says it of a competition where it is known; asked only while the run has no grade that says it
     * @param hindsight what the private answers say of its submissions
     * @throws UserError if there is no run in the directory, or its files are damaged
     */
    public static RunReport of(
            RunDirectory run, Function<String, Optional<Boolean>> lowerIsBetter, Hindsight hindsight) {
        RunFiles files = RunFiles.read(run);
        List<Event> events = files.events();
        Boolean direction = RunDirection.lowerIsBetter(run, lowerIsBetter).orElse(null);
        TextCap cap = new TextCap();
        RunCourse course = new RunCourse(cap, events);
        RunTotals totals = RunTotals.of(events);
        return new RunReport(
                String.valueOf(run.root().getFileName()),
                files.facts(),
                course.ended(),
                files.grade(),
                direction,
                course.selected(),
                totals,
                totals.busy().toMillis() / MILLIS,
                course.attempts(),
                course.verified(),
                course.steps(),
                course.plans(),
                hindsight,
                RunAudit.of(events, direction),
                cap.tally());
    }

    @Override
    public String kind() {
        return "run";
    }
}
