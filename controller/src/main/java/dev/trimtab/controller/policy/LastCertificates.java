package dev.trimtab.controller.policy;

import dev.trimtab.controller.law.Certificate;
import dev.trimtab.controller.law.Law;
import dev.trimtab.controller.law.Quantity;
import dev.trimtab.controller.law.Retirement;
import dev.trimtab.controller.portfolio.Hypothesis;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The certificates of {@link LastDecisions}, of the adequacy that those are chosen by: what is left at the verification, with what is free then as the
 * reserve, of routes that can have together the work that success asks for. {@link Certificates} count a loss from another adequacy, that of every route
 * and shadow which could be counted on alone.
 */
final class LastCertificates {
    /** Adequacies no further apart than this are the same. */
    private static final double ROUNDING = 1e-12;

    private final Situation situation;
    private final double idle;

    /** @param idle adequacy in [0,1] that one decision less leaves, nothing being changed */
    LastCertificates(Situation situation, double idle) {
        this.situation = situation;
        this.idle = idle;
    }

    /** Returns the adequacy that one decision less leaves, nothing being changed. */
    double idle() {
        return idle;
    }

    /** Returns the decisions, each with the certificate that they leave so much adequacy together where that is what it was chosen by. */
    List<Decision> of(List<Decision> decisions, double left) {
        return decisions.stream().map(decision -> of(decision, left)).toList();
    }

    private Decision of(Decision decision, double left) {
        if (decision instanceof Decision.Retire retire) {
            return new Decision.Retire(retire.hypothesis(), retire.to(), retire(retire.hypothesis(), left));
        }
        return decision instanceof Decision.Pursue pursue && situation.ahead.asked()
                ? new Decision.Pursue(pursue.hypothesis(), pursue(pursue.hypothesis(), left))
                : decision;
    }

    /** Returns the certificate of a retirement (law L2), after which so much is left. */
    Certificate retire(String hypothesis, double left) {
        Hypothesis h = situation.state.portfolio().find(hypothesis).orElseThrow();
        double loss = Math.max(0, idle - left);
        double epsilon = situation.parameters.goals().retirementLoss();
        Map<String, Quantity> inputs = weighed(left);
        inputs.put("rho", situation.input(Inputs.RECOVERABILITY, h.recoverability()));
        inputs.put("r", situation.input(Inputs.TOKENS, h.cost().recovery()));
        inputs.put("joint loss", new Quantity(loss, situation.promiseProvenance()));
        inputs.put("lost before", new Quantity(situation.state.adequacyLost(), situation.promiseProvenance()));
        inputs.put("epsilon", Quantity.assumed(epsilon));
        return Retirement.check(inputs, loss, situation.state.adequacyLost(), epsilon);
    }

    /** Returns the certificate of a step of work that success asks for (law L12), after which so much is left. */
    Certificate pursue(String hypothesis, double left) {
        Map<String, Quantity> inputs = weighed(left);
        inputs.put("w", Quantity.measured(situation.state.demand().left(hypothesis)));
        return Certificate.atLeast(
                Law.L12, "A after >= A before", inputs, Math.abs(left - idle) <= ROUNDING ? idle : left, idle);
    }

    private Map<String, Quantity> weighed(double left) {
        Map<String, Quantity> inputs = new LinkedHashMap<>();
        inputs.put("A before", new Quantity(idle, situation.promiseProvenance()));
        inputs.put("A after", new Quantity(left, situation.promiseProvenance()));
        inputs.put("n", situation.input(Inputs.DECISIONS, situation.state.decisionsLeft()));
        if (situation.ahead.asked()) {
            inputs.put("W", Quantity.assumed(situation.state.demand().needed()));
        }
        return inputs;
    }
}
