package dev.trimtab.controller.testing;

import dev.trimtab.controller.policy.BranchOption;
import dev.trimtab.controller.policy.ControlPlan;
import dev.trimtab.controller.policy.Decision;
import dev.trimtab.controller.policy.PortfolioState;
import dev.trimtab.controller.policy.PromiseSource;
import dev.trimtab.controller.portfolio.Evidence;
import dev.trimtab.controller.portfolio.Family;
import dev.trimtab.controller.portfolio.Hypothesis;
import dev.trimtab.controller.portfolio.Portfolio;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/**
 * Other names for the hypotheses and families of a state.
 *
 * @param ids new id of each hypothesis
 * @param families new family of each family
 */
public record Renaming(Map<String, String> ids, Map<Family, Family> families) {
    /** Returns names that sort in the opposite order. */
    public static Renaming reversing(Portfolio portfolio) {
        Map<String, String> ids = new HashMap<>();
        Map<Family, Family> families = new HashMap<>();
        List<Hypothesis> hypotheses = portfolio.hypotheses();
        for (int i = 0; i < hypotheses.size(); i++) {
            ids.put(hypotheses.get(i).id(), "route-" + (hypotheses.size() - i));
        }
        List<Family> sorted = List.copyOf(portfolio.families());
        for (int f = 0; f < sorted.size(); f++) {
            families.put(sorted.get(f), new Family("kind-" + (sorted.size() - f)));
        }
        return new Renaming(ids, families);
    }

    /** Returns the state under the new names. */
    public PortfolioState of(PortfolioState state) {
        Portfolio portfolio = new Portfolio(
                state.portfolio().hypotheses().stream().map(h -> renamed(h)).toList());
        PortfolioState renamed = state.with(portfolio)
                .withBranches(state.branches().stream().map(this::renamed).toList());
        if (state.promises() instanceof PromiseSource.Learned learned) {
            List<Evidence> evidence = learned.evidence().stream()
                    .map(e -> new Evidence(
                            ids.getOrDefault(e.hypothesis(), e.hypothesis()),
                            e.from() == null ? null : ids.getOrDefault(e.from(), e.from()),
                            e.step(),
                            e.value(),
                            e.noise(),
                            e.effort()))
                    .toList();
            return renamed.with(new PromiseSource.Learned(evidence), state.step());
        }
        return renamed;
    }

    /** Returns the old name of a hypothesis. */
    public String back(String id) {
        return ids.entrySet().stream()
                .filter(entry -> entry.getValue().equals(id))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse(id);
    }

    /** Returns what a plan does, line by line, under names of choice. */
    public static List<String> told(ControlPlan plan, UnaryOperator<String> name) {
        List<String> lines = new ArrayList<>();
        plan.representations().forEach((id, held) -> lines.add(name.apply(id) + " is " + held));
        for (Decision decision : plan.decisions()) {
            lines.add(decision.action() + " " + subject(decision, name));
        }
        return lines;
    }

    private static String subject(Decision decision, UnaryOperator<String> name) {
        if (decision instanceof Decision.Substitute swap) {
            return name.apply(swap.replaced()) + " by " + name.apply(swap.substitute()) + " to " + swap.to();
        } else if (decision instanceof Decision.Retire retire) {
            return name.apply(retire.hypothesis()) + " to " + retire.to();
        } else if (decision instanceof Decision.Reset reset) {
            return reset.seed().stream().map(name).toList().toString();
        } else if (decision instanceof Decision.Branch branch) {
            return branch.option().id();
        } else if (decision instanceof Decision.Compress compress) {
            return name.apply(compress.hypothesis());
        } else if (decision instanceof Decision.Recover recover) {
            return name.apply(recover.hypothesis());
        } else if (decision instanceof Decision.Expand expand) {
            return name.apply(expand.hypothesis()) + " " + expand.to();
        } else if (decision instanceof Decision.Pursue pursue) {
            return name.apply(pursue.hypothesis());
        }
        return name.apply(((Decision.Keep) decision).hypothesis());
    }

    private Hypothesis renamed(Hypothesis h) {
        Family family = families.getOrDefault(h.family(), h.family());
        return Hypothesis.builder(ids.getOrDefault(h.id(), h.id()), family)
                .promise(h.promise())
                .verificationLag(h.verificationLag())
                .cost(h.cost())
                .recoverability(h.recoverability())
                .staleness(h.staleness())
                .overlap(h.overlap())
                .inertia(h.inertia())
                .drift(h.drift())
                .aliasHazard(h.aliasHazard())
                .representation(h.representation())
                .build();
    }

    private BranchOption renamed(BranchOption option) {
        Family family = option.family();
        return family == null
                ? option
                : new BranchOption(
                        option.id(),
                        families.getOrDefault(family, family),
                        option.promise(),
                        option.tokens(),
                        option.verificationLag());
    }
}
