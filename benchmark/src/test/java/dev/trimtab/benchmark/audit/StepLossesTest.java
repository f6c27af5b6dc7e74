package dev.trimtab.benchmark.audit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trimtab.runtime.attempt.Attempt;
import dev.trimtab.runtime.budget.BudgetKind;
import dev.trimtab.runtime.journal.Event;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Steps from which nothing came, by the first reason that fits. */
final class StepLossesTest {
    private static final Event END = new Event.Selected(9, null, "none");

    @Test
    void replyWithoutAnAction_isUnread() {
        assertThat(losses(Logs.started(0), Logs.called(0, "act"), Logs.called(0, "act"), END))
                .isEqualTo(new StepLosses(1, 0, 0, 1, 0, 0, 0, 1));
    }

    @Test
    void programOfAideWhosePlanCouldNotBeRead_isUnread_notMerelyFailed() {
        Event node = Logs.attempted(0, "a", "f", "no program", "", null, Attempt.Fault.EXCEPTION);

        assertThat(losses(
                        Logs.started(0),
                        Logs.called(0, "draft"),
                        Logs.called(0, "draft"),
                        Logs.called(0, "draft"),
                        Logs.executed(0, "solution", null),
                        Logs.called(0, "review"),
                        node,
                        END))
                .isEqualTo(new StepLosses(1, 0, 0, 1, 0, 0, 0, 2));
    }

    @Test
    void actionThatCouldNotBeCarriedOut_isInvalid_unlessAProgramRanAndPrintedThat() {
        assertThat(losses(
                        Logs.started(0),
                        Logs.called(0, "act"),
                        Logs.used(0, "EnvError: no such file"),
                        Logs.started(1),
                        Logs.called(1, "act"),
                        Logs.used(1, "ERROR: no such tool"),
                        Logs.started(2),
                        Logs.called(2, "act"),
                        Logs.executed(2, "shell", null),
                        Logs.used(2, "ERROR: printed by a program"),
                        END))
                .isEqualTo(new StepLosses(3, 0, 2, 0, 0, 0, 0, 0));
    }

    @Test
    void programBeyondItsTime_isATimeOut_evenIfItsAttemptFailed() {
        assertThat(losses(
                        Logs.started(0),
                        Logs.called(0, "draft"),
                        Logs.executed(0, "solution", "TIMEOUT"),
                        Logs.failed(0, "a", "f"),
                        Logs.started(1),
                        Logs.called(1, "draft"),
                        Logs.executed(1, "solution", "MEMORY"),
                        Logs.failed(1, "b", "f"),
                        END))
                .isEqualTo(new StepLosses(2, 1, 0, 0, 1, 0, 0, 0));
    }

    @Test
    void refoldBeyondItsTime_isNoAgentStep() {
        assertThat(losses(
                        Logs.started(0),
                        Logs.called(0, "draft"),
                        Logs.executed(0, "solution", null),
                        Logs.attempted(0, "a", "f", 0.5),
                        Logs.executed(1, "refold:a:0", "TIMEOUT"),
                        Logs.verified(1, "a", null),
                        END))
                .isEqualTo(new StepLosses(1, 0, 0, 0, 0, 0, 0, 0));
    }

    @Test
    void actionDoneBeforeWithTheSameOutcome_isIdle() {
        assertThat(losses(
                        Logs.started(0),
                        Logs.used(0, "no difference"),
                        Logs.started(1),
                        Logs.used(1, "no difference"),
                        Logs.started(2),
                        Logs.used(2, "a difference"),
                        Logs.started(3),
                        Logs.used(3, "no difference"),
                        Logs.attempted(3, "a", "f", 0.5),
                        END))
                .isEqualTo(new StepLosses(4, 0, 0, 0, 0, 1, 0, 0));
    }

    @Test
    void idleStep_afterAPromptThatCouldNotHoldAll_isCountedAsSuch() {
        Event bound = new Event.ContextPlanned(1, "act", 300, 301, 300, Map.of(), List.of(), List.of(), Map.of());

        assertThat(losses(
                        Logs.started(0),
                        Logs.used(0, "no difference"),
                        Logs.started(1),
                        bound,
                        Logs.used(1, "no difference"),
                        END))
                .isEqualTo(new StepLosses(2, 0, 0, 0, 0, 1, 1, 0));
    }

    @Test
    void stepInWhichTheAgentOnlyEndsTheRun_isNone() {
        assertThat(losses(Logs.started(0), Logs.called(0, "act"), Logs.started(1), END))
                .isEqualTo(new StepLosses(1, 0, 0, 1, 0, 0, 0, 0));
    }

    @Test
    void stepThatIsNotOver_isNotJudged() {
        assertThat(losses(Logs.started(0), Logs.called(0, "act")).steps()).isZero();
        assertThat(losses(
                                Logs.started(0),
                                Logs.called(0, "act"),
                                new Event.BudgetReached(0, BudgetKind.TOKENS, 2, 1),
                                END)
                        .steps())
                .isZero();
    }

    private static StepLosses losses(Event... events) {
        return StepLosses.of(List.of(events));
    }
}
