package dev.trimtab.benchmark.audit;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.trimtab.controller.law.Channel;
import dev.trimtab.runtime.journal.Event;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What an audit says follows from what the log says, and from nothing else. */
final class RunAuditTest {
    @Test
    void noBudgetWouldReachTheAim_blamesWhatWasTriedAndNotTheWindow() {
        RunAudit audit = audit(plan(7737, 262, Double.POSITIVE_INFINITY), plan(7737, 350, Double.POSITIVE_INFINITY));

        assertThat(audit.prompts().infeasible()).isZero();
        assertThat(audit.prompts().unreachable()).isEqualTo(2);
        assertThat(audit.findings()).singleElement().asString().startsWith("in 2 of 2 prompts no budget would");
    }

    @Test
    void tokensAreMissing_blamesTheWindow() {
        RunAudit audit = audit(plan(300, 900, 120), plan(300, 900, 0));

        assertThat(audit.prompts().bound()).isEqualTo(2);
        assertThat(audit.prompts().infeasible()).isEqualTo(1);
        assertThat(audit.prompts().unreachable()).isZero();
        assertThat(audit.findings()).singleElement().asString().contains("in 1 of 2 prompts", "window is too small");
    }

    @Test
    void certificate_restsOnAssumedNumbers_ifOneOfItsInputsIsAssumed() {
        RunAudit audit = audit(Logs.plan(
                0,
                Map.of(),
                Map.of(),
                Logs.decision("retire", true, "assumed"),
                Logs.decision("retire", false, "measured"),
                Logs.decision("compress", true, "estimated from 3")));

        assertThat(audit.certificates().certificates()).isEqualTo(3);
        assertThat(audit.certificates().restingOnAssumed()).isEqualTo(1);
        assertThat(audit.certificates().broken()).singleElement().satisfies(broken -> {
            assertThat(broken.law()).isEqualTo("L2");
            assertThat(broken.broken()).isEqualTo(1);
            assertThat(broken.of()).as("all three cite L2 here").isEqualTo(3);
            assertThat(broken.steps()).containsExactly(0);
        });
    }

    @Test
    void verdict_onAFewSteps_saysThatItCannotTell() {
        Verdict verdict = audit(steps(Verdict.LEAST_STEPS - 1, /* failing= */ true, /* stale= */ true))
                .verdict();

        assertThat(verdict.cause()).isEqualTo(Verdict.Cause.UNKNOWN);
        assertThat(verdict.paragraph()).contains("the log cannot tell, since it holds only 4 agent steps");
    }

    @Test
    void verdict_onNoStepOrOne_saysSoInWords() {
        assertThat(audit(steps(1, /* failing= */ true, /* stale= */ false))
                        .verdict()
                        .paragraph())
                .contains("the log cannot tell, since it holds only 1 agent step.");
        assertThat(audit().verdict().paragraph()).contains("the log cannot tell, since it holds no agent step.");
    }

    @Test
    void verdict_onAttemptsThatFail_blamesTheModelAndClearsTheMemory() {
        Verdict verdict =
                audit(steps(8, /* failing= */ true, /* stale= */ false)).verdict();

        assertThat(verdict.cause()).isEqualTo(Verdict.Cause.MODEL);
        assertThat(verdict.paragraph())
                .contains(
                        "held this run back: the model",
                        "8 of 8 agent steps that failed: out of time, an action that could not be carried out or read, or a failed attempt",
                        "against it, ",
                        "0 of 8 prompts with contamination at or above its threshold",
                        "proxies");
    }

    @Test
    void verdict_onAModelOfWhichNoReplyCouldBeRead_blamesTheModelHoweverFewTheSteps() {
        List<Event> log = new ArrayList<>(List.of(Logs.started(0)));
        for (int reply = 0; reply < 3; reply++) {
            log.add(Logs.called(0, "act"));
        }
        log.add(Logs.started(1));
        log.add(new Event.Selected(1, null, "none"));

        Verdict verdict = audit(log.toArray(Event[]::new)).verdict();
        assertThat(verdict.cause()).isEqualTo(Verdict.Cause.MODEL);
        assertThat(verdict.paragraph())
                .contains("On the model: 3 of 3 replies, not one of which could be read as an action");

        log.remove(1);
        assertThat(audit(log.toArray(Event[]::new)).verdict().cause()).isEqualTo(Verdict.Cause.UNKNOWN);
    }

    @Test
    void verdict_onAnAgentThatTriesNothing_blamesTheModel() {
        List<Event> log = new ArrayList<>();
        for (int step = 0; step < Verdict.LEAST_STEPS; step++) {
            log.add(Logs.started(step));
            log.add(Logs.called(step, "act"));
            log.add(Logs.used(step, "thought " + step));
        }
        log.add(new Event.Selected(Verdict.LEAST_STEPS, null, "none"));

        Verdict verdict = audit(log.toArray(Event[]::new)).verdict();
        assertThat(verdict.cause()).isEqualTo(Verdict.Cause.MODEL);
        assertThat(verdict.paragraph())
                .contains("On the model: 5 of 5 agent steps of a run in which no attempt was made");
    }

    @Test
    void verdict_onAnAgentThatSubmitsTheSampleAsItLies_blamesTheModel() {
        List<Event> log = new ArrayList<>();
        for (int step = 0; step < 13; step++) {
            log.add(Logs.started(step));
            log.add(Logs.called(step, "act"));
            log.add(Logs.used(step, "thought " + step));
        }
        log.add(Logs.attempted(
                12, "run-12", "none", "cp input/sample_submission.csv submission/submission.csv", "", null, null));
        log.add(new Event.Selected(13, "run-12", "newest"));

        Verdict verdict = audit(log.toArray(Event[]::new)).verdict();
        assertThat(verdict.cause()).isEqualTo(Verdict.Cause.MODEL);
        assertThat(verdict.paragraph())
                .contains(
                        "held this run back: the model",
                        "On the model: 13 of 13 agent steps of a run in which no attempt printed a score for itself and none was verified");

        log.add(Logs.verified(13, "run-12", 0.8));
        assertThat(audit(log.toArray(Event[]::new)).verdict().cause())
                .as("a candidate was scored")
                .isEqualTo(Verdict.Cause.NEITHER);
    }

    @Test
    void brokenCertificates_areToldByClaim_withStepsAndMeaning() {
        RunAudit audit = audit(
                claimed(2, "L1", "chi <= chi* (1 - margin)", false),
                claimed(3, "L1", "chi <= chi* (1 - margin)", false),
                claimed(4, "L1", "chi <= chi* (1 - margin)", true),
                claimed(6, "L1", "chi <= chi* (1 - margin)", false),
                claimed(6, "L11", "B - occupied >= Q", false),
                claimed(6, "L9", "steps below chi* without a purge >= n", false));

        assertThat(audit.certificates().broken()).extracting(BrokenClaim::law).containsExactly("L1", "L9", "L11");
        BrokenClaim stale = audit.certificates().broken().get(0);
        assertThat(stale.broken()).isEqualTo(3);
        assertThat(stale.of()).isEqualTo(4);
        assertThat(stale.where()).isEqualTo("steps 2 to 3, 6");
        assertThat(stale.meaning()).startsWith("so much of the prompt is stale");
        assertThat(audit.certificates().broken().get(1).where()).isEqualTo("step 6");
    }

    private static Event claimed(int step, String law, String claim, boolean holds) {
        ObjectNode decision = JsonNodeFactory.instance.objectNode().put("type", "expand");
        decision.putObject("certificate").put("law", law).put("claim", claim).put("holds", holds);
        return Logs.plan(step, Map.of(), Map.of(), decision);
    }

    @Test
    void verdict_onContaminatedPrompts_blamesTheMemory() {
        Verdict verdict =
                audit(steps(8, /* failing= */ false, /* stale= */ true)).verdict();

        assertThat(verdict.cause()).isEqualTo(Verdict.Cause.MEMORY);
        assertThat(verdict.paragraph())
                .contains(
                        "held this run back: the memory",
                        "8 of 8 prompts with contamination at or above its threshold");
    }

    @Test
    void verdict_onBoth_blamesBoth_andOnNeither_saysThatNothingStandsOut() {
        assertThat(audit(steps(8, /* failing= */ true, /* stale= */ true))
                        .verdict()
                        .cause())
                .isEqualTo(Verdict.Cause.BOTH);
        Verdict verdict =
                audit(steps(8, /* failing= */ false, /* stale= */ false)).verdict();

        assertThat(verdict.cause()).isEqualTo(Verdict.Cause.NEITHER);
        assertThat(verdict.paragraph()).contains("neither the memory nor the model stands out");
    }

    @Test
    void verdict_onAPolicyWithoutLaws_saysWhatWasNotRead() {
        List<Event> log = new ArrayList<>();
        for (int step = 0; step < 6; step++) {
            log.add(Logs.started(step));
            log.add(Logs.plan(step, Map.of(), Map.of()));
            log.add(Logs.attempted(step, "n" + step, "family", 0.5));
        }
        log.add(new Event.Selected(6, "n0", "weak"));

        assertThat(audit(log.toArray(Event[]::new)).verdict().paragraph())
                .contains(
                        "This policy knows no laws",
                        "0 of 6 attempts that repeated a program of which the prompt told nothing")
                .doesNotContain("prompts with contamination", "prompts whose budget was too small");
    }

    @Test
    void findings_onARunWithNothingToSubmit_beginWithThat() {
        assertThat(audit(Logs.failed(0, "a", "f"), new Event.Selected(1, null, "none"))
                        .findings())
                .first()
                .asString()
                .startsWith("the run ended with nothing to submit: 1 attempt, none");
    }

    @Test
    void findings_endWithWhatWasNoticedOfTheServer_onceEach() {
        String dropped = "model m called none of its functions";
        assertThat(audit(new Event.Noticed(0, dropped), new Event.Noticed(1, dropped), new Event.Noticed(1, "cut"))
                        .findings())
                .containsExactly(
                        "nothing in the log points to a memory failure",
                        "noticed on the way: " + dropped,
                        "noticed on the way: cut");
    }

    @Test
    void channels_areAllSix_eachOnce() {
        assertThat(audit().channels()).extracting(ChannelProxy::channel).containsExactlyInAnyOrder(Channel.values());
        assertThat(audit().channels()).extracting(ChannelProxy::count).containsOnly(0);
    }

    private static RunAudit audit(Event... events) {
        return RunAudit.of(List.of(events), null);
    }

    private static Event[] steps(int steps, boolean failing, boolean stale) {
        List<Event> log = new ArrayList<>();
        for (int step = 0; step < steps; step++) {
            log.add(Logs.started(step));
            Map<String, String> held = step == 0 ? Map.of() : Map.of("n0", "full");
            log.add(Logs.plan(step, held, Map.of("contamination", stale ? 0.9 : 0.1, "contamination-threshold", 0.6)));
            log.add(Logs.called(step, "draft"));
            log.add(
                    failing
                            ? Logs.failed(step, "n" + step, "family")
                            : Logs.attempted(step, "n" + step, "family", 0.5));
        }
        log.add(new Event.Selected(steps, null, "none"));
        return log.toArray(Event[]::new);
    }

    private static Event plan(int budget, int wanted, double missing) {
        return new Event.ContextPlanned(
                0,
                "improve",
                budget,
                wanted,
                Math.min(budget, wanted),
                Map.of(),
                List.of(),
                List.of(),
                Map.of("contamination", 0.0, "tokens-missing", missing));
    }
}
