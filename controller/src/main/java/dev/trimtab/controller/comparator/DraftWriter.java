package dev.trimtab.controller.comparator;

import dev.trimtab.controller.law.Certificate;
import dev.trimtab.controller.law.Law;
import dev.trimtab.controller.policy.Action;
import dev.trimtab.controller.policy.Appraisal;
import dev.trimtab.controller.policy.BranchOption;
import dev.trimtab.controller.policy.ControlPlan;
import dev.trimtab.controller.policy.Decision;
import dev.trimtab.controller.policy.DecisionOrder;
import dev.trimtab.controller.portfolio.Hypothesis;
import dev.trimtab.controller.portfolio.Representation;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Writes a draft as a plan whose decisions lead from how things are held to how the draft holds them. */
final class DraftWriter {
    private final String policy;
    private final Draft draft;
    private final Certificate certificate;

    DraftWriter(String policy, Draft draft) {
        this.policy = policy;
        this.draft = draft;
        certificate = Certificate.atMost(Law.NONE, "the rule of " + policy, Map.of(), 0, 0);
    }

    ControlPlan write(Appraisal appraisal) {
        Map<String, Representation> representations = new LinkedHashMap<>();
        List<Representation> held = new ArrayList<>(draft.size());
        for (int i = 0; i < draft.size(); i++) {
            representations.put(draft.item(i).id(), draft.held(i));
            held.add(draft.held(i));
        }
        int reserve = draft.reserve();
        List<Decision> decisions = new ArrayList<>();
        if (draft.isReset()) {
            decisions.add(reset());
        }
        decisions.addAll(changes(reserve));
        return new ControlPlan(
                policy,
                representations,
                decisions,
                appraisal.of(draft.state, draft.room, draft.parameters, held, reserve, draft.isReset()));
    }

    private Decision reset() {
        List<String> seed = new ArrayList<>();
        for (int i = 0; i < draft.size(); i++) {
            if (draft.held(i).isActive()) {
                seed.add(draft.item(i).id());
            }
        }
        return new Decision.Reset(seed, certificate);
    }

    private List<Decision> changes(int reserve) {
        DecisionOrder order = new DecisionOrder(draft.state.portfolio().hypotheses(), draft.budget, reserve);
        boolean[] swapped = new boolean[draft.size()];
        for (int i = 0; i < draft.size(); i++) {
            int replaced = draft.replaces(i);
            if (replaced >= 0 && draft.held(i) == Representation.FULL) {
                Representation to = draft.held(replaced);
                String leaving = draft.item(replaced).id();
                String coming = draft.item(i).id();
                order.add(new Decision.Substitute(leaving, to, coming, certificate));
                swapped[i] = true;
                swapped[replaced] = true;
            }
        }
        for (int i = 0; i < draft.size(); i++) {
            if (!swapped[i]) {
                addRelease(order, draft.item(i), draft.held(i));
            }
        }
        List<Decision> work = new ArrayList<>(2);
        return order.with(work, addWork(work), /* first= */ true);
    }

    private void addRelease(DecisionOrder order, Hypothesis h, Representation to) {
        if (to == Representation.COMPRESSED && h.representation() == Representation.FULL) {
            order.add(new Decision.Compress(h.id(), certificate));
        } else if (!to.isActive() && to != h.representation() && draft.state.allows(Action.RETIRE)) {
            order.add(new Decision.Retire(h.id(), to, certificate));
        }
    }

    /** Adds what the next step does; returns the tokens that it takes. */
    private int addWork(List<Decision> work) {
        BranchOption branch = draft.branch();
        if (branch != null) {
            work.add(new Decision.Branch(branch, certificate));
            return branch.tokens();
        }
        if (draft.pursued() < 0) {
            return 0;
        }
        Hypothesis h = draft.item(draft.pursued());
        boolean archived = h.representation() == Representation.SHADOW && draft.replaces(draft.pursued()) < 0;
        if (archived) {
            work.add(new Decision.Recover(h.id(), certificate));
        }
        work.add(new Decision.Pursue(h.id(), certificate));
        return archived ? h.cost().full() - h.cost().handle() : 0;
    }
}
