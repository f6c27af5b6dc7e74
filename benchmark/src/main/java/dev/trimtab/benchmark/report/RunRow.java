package dev.trimtab.benchmark.report;

import dev.trimtab.benchmark.comparison.Arm;
import dev.trimtab.benchmark.comparison.RunOutcome;
import dev.trimtab.benchmark.comparison.Standing;
import dev.trimtab.benchmark.experiment.RunTotals;
import dev.trimtab.benchmark.grid.Cell;
import dev.trimtab.benchmark.grid.CellRecord;
import dev.trimtab.benchmark.grid.ContextBudget;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One run among others.
 *
 * @param name the run's directory
 * @param href its own report, as seen from the page, or null where there is nothing to report yet
 * @param scaffold the agent
 * @param policy the context policy
 * @param model the model, with the offline engineer's profile
 * @param budget window and memory in tokens
 * @param competition the competition
 * @param seed keys its random streams
 * @param status {@code finished}, {@code failed}, {@code pending}, {@value #DAMAGED} or {@value #NOT_GRADED}
 * @param reason why it failed, is damaged or is not graded, or null
 * @param standing what it submitted is worth, or null unless it is finished
 * @param ownScore the score by which it chose its submission, or null
 * @param totals what it took, or null unless it is finished
 */
public record RunRow(
        String name,
        @Nullable String href,
        String scaffold,
        String policy,
        String model,
        String budget,
        String competition,
        long seed,
        String status,
        @Nullable String reason,
        @Nullable Standing standing,
        @Nullable Double ownScore,
        @Nullable RunTotals totals) {
    /** Status of a run of which a file cannot be read. */
    static final String DAMAGED = "damaged";

    /** Status of a finished run that cannot be graded here. */
    static final String NOT_GRADED = "not graded";

    /** Returns the row of a finished run. */
    static RunRow of(String name, @Nullable String href, RunOutcome outcome) {
        Arm arm = outcome.arm();
        return new RunRow(
                name,
                href,
                arm.scaffold(),
                arm.policy(),
                arm.model(),
                arm.budget(),
                outcome.competition(),
                outcome.seed(),
                "finished",
                null,
                outcome.standing(),
                outcome.ownScore(),
                outcome.totals());
    }

    /** Returns the row of a run that is not finished. */
    static RunRow of(String name, @Nullable String href, RunFacts facts) {
        return new RunRow(
                name,
                href,
                facts.scaffold(),
                facts.policy(),
                Arm.model(facts.model(), facts.profile()),
                (facts.contextTokens() == null ? Arm.WHOLE : facts.contextTokens())
                        + (facts.memoryTokens() == null ? "" : "/" + facts.memoryTokens()),
                facts.competition(),
                facts.seed(),
                "pending",
                null,
                null,
                null,
                null);
    }

    /** Returns the row of a damaged run of which nothing is known but its name. */
    static RunRow damaged(String name, String why) {
        return new RunRow(name, null, "", "", "", "", "", 0, DAMAGED, why, null, null, null);
    }

    /** Returns this row with another status and the reason for it. */
    RunRow broken(String as, String why) {
        return new RunRow(
                name, href, scaffold, policy, model, budget, competition, seed, as, why, standing, ownScore, totals);
    }

    /** Returns the row of an experiment's cell. */
    static RunRow of(CellRecord record, @Nullable String href) {
        if (record.outcome() != null) {
            return of(record.id(), href, record.outcome());
        }
        Cell cell = record.cell();
        ContextBudget budget = cell.budget();
        return new RunRow(
                record.id(),
                href,
                cell.scaffold(),
                cell.policy(),
                Arm.model(cell.model().name(), cell.model().profile()),
                Objects.toString(budget.window(), "") + (budget.memory() == null ? "" : "/" + budget.memory()),
                cell.competition(),
                cell.seed(),
                record.status().name().toLowerCase(Locale.ROOT),
                record.reason(),
                null,
                null,
                null);
    }
}
