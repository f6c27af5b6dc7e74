package dev.trimtab.controller.policy;

import dev.trimtab.controller.portfolio.Representation;
import dev.trimtab.controller.portfolio.TokenBudget;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Set;

/** What is said of a plan that no law chose. */
public enum Appraisal {
    /** What the laws say of it, by the same belief and parameters as of the portfolio policy's plans. */
    BY_LAWS {
        @Override
        public Diagnostics of(
                PortfolioState state,
                TokenBudget budget,
                PolicyParameters parameters,
                List<Representation> held,
                int reserve,
                boolean fresh) {
            Situation situation = new Situation(state, budget.tokens(), parameters);
            Representer representer = new Representer(situation, Swaps.NONE);
            Held chosen = Held.of(
                    situation,
                    held.toArray(new Representation[0]),
                    reserve,
                    representer.most(),
                    /* price= */ 0,
                    fresh,
                    /* fits= */ true);
            Held before = Held.counted(situation, situation.current(), /* fresh= */ false);
            Representation[] now = held.toArray(new Representation[0]);
            return new Appraiser(situation, before, chosen, representer).diagnostics(now, now);
        }
    },
    /** Only what can be counted, for simulations that read nothing else: adequacy is stated as between 0 and 1. */
    COUNTS {
        @Override
        public Diagnostics of(
                PortfolioState state,
                TokenBudget budget,
                PolicyParameters parameters,
                List<Representation> held,
                int reserve,
                boolean fresh) {
            Set<String> alive = new HashSet<>();
            int tokens = 0;
            for (int i = 0; i < held.size(); i++) {
                tokens += state.portfolio().hypotheses().get(i).cost().tokens(held.get(i));
                if (held.get(i) != Representation.EXTINCT) {
                    alive.add(state.portfolio().hypotheses().get(i).family().name());
                }
            }
            return new Diagnostics(
                    0,
                    0,
                    OptionalDouble.empty(),
                    0,
                    0,
                    1,
                    1,
                    false,
                    OptionalDouble.empty(),
                    0,
                    0,
                    reserve,
                    tokens,
                    /* lent= */ 0,
                    alive.size(),
                    state.adequacyLost(),
                    List.of());
        }
    };

    /**
     * Returns the diagnostics of a plan.
     *
     * @param held how each hypothesis of the portfolio is to be held, in its order
     * @param reserve tokens that the plan keeps free for reopening a shadow
     * @param fresh whether a reset makes everything that is held fresh
     */
    public abstract Diagnostics of(
            PortfolioState state,
            TokenBudget budget,
            PolicyParameters parameters,
            List<Representation> held,
            int reserve,
            boolean fresh);
}
