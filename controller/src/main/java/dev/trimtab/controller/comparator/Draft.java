package dev.trimtab.controller.comparator;

import dev.trimtab.controller.belief.Promises;
import dev.trimtab.controller.law.Contamination;
import dev.trimtab.controller.policy.Action;
import dev.trimtab.controller.policy.BranchOption;
import dev.trimtab.controller.policy.PolicyParameters;
import dev.trimtab.controller.policy.PortfolioState;
import dev.trimtab.controller.portfolio.Hypothesis;
import dev.trimtab.controller.portfolio.Representation;
import dev.trimtab.controller.portfolio.TokenBudget;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * A plan in the making: each change is made only if the caller can carry it out. Hypotheses go by their place in the
 * portfolio. Mutable, for one decision.
 */
final class Draft {
    final PortfolioState state;
    final TokenBudget room;
    final int budget;
    final PolicyParameters parameters;
    private final Hypothesis[] items;
    private final Representation[] held;
    private final double[] promise;
    /** By the place of the substitute, the place of the carrier that it replaces; -1 if it replaces none. */
    private final int[] replaces;

    private int tokens;
    private @Nullable BranchOption branch;
    private int pursued = -1;
    private boolean reset;

    Draft(PortfolioState state, TokenBudget room, PolicyParameters parameters) {
        this.state = state;
        this.room = room;
        budget = room.tokens();
        this.parameters = parameters;
        items = state.portfolio().hypotheses().toArray(new Hypothesis[0]);
        held = new Representation[items.length];
        promise = new double[items.length];
        replaces = new int[items.length];
        Arrays.fill(replaces, -1);
        Promises learned =
                parameters.comparator().learned() ? state.promises().read(state.portfolio(), parameters) : null;
        for (int i = 0; i < items.length; i++) {
            held[i] = items[i].representation();
            promise[i] = learned == null ? items[i].promise() : learned.of(items[i]);
            tokens += items[i].tokens();
        }
    }

    int size() {
        return items.length;
    }

    Hypothesis item(int i) {
        return items[i];
    }

    Representation held(int i) {
        return held[i];
    }

    /** Returns the promise that the rule goes by. */
    double promise(int i) {
        return promise[i];
    }

    /** Returns the tokens that the drafted representations occupy, and those of the route that is opened. */
    int tokens() {
        return tokens + (branch == null ? 0 : branch.tokens());
    }

    /** Returns the places of what is not extinct, the most promising first; ties keep the order of the portfolio. */
    int[] bestFirst() {
        int[] order = new int[items.length];
        int size = 0;
        for (int i = 0; i < items.length; i++) {
            if (held[i] != Representation.EXTINCT) {
                int at = size++;
                while (at > 0 && promise[order[at - 1]] < promise[i]) {
                    order[at] = order[at - 1];
                    at--;
                }
                order[at] = i;
            }
        }
        return Arrays.copyOf(order, size);
    }

    /** Returns the same places, the least promising first. */
    int[] worstFirst() {
        int[] order = bestFirst();
        for (int i = 0; i < order.length / 2; i++) {
            int other = order[order.length - 1 - i];
            order[order.length - 1 - i] = order[i];
            order[i] = other;
        }
        return order;
    }

    /** Turns a full hypothesis into its record, if that can be done and frees tokens. */
    void compress(int i) {
        if (held[i] == Representation.FULL
                && items[i].representation() == Representation.FULL
                && state.allows(Action.COMPRESS)
                && items[i].cost().compressed() < items[i].cost().full()) {
            set(i, Representation.COMPRESSED);
        }
    }

    /** Takes a hypothesis out of the context, if that can be done. */
    void retire(int i, Representation to) {
        if (held[i].compareTo(to) < 0 && state.allows(Action.RETIRE)) {
            set(i, to);
        }
    }

    /** Lets an archived carrier take the place of a full one, if that can be done and frees tokens. */
    void substitute(int replaced, int substitute, Representation to) {
        int freed = items[replaced].cost().full() - items[replaced].cost().tokens(to);
        int taken = items[substitute].cost().full() - items[substitute].cost().handle();
        if (state.allows(Action.SUBSTITUTE)
                && held[replaced] == Representation.FULL
                && held[substitute] == Representation.SHADOW
                && items[substitute].representation() == Representation.SHADOW
                && freed > taken) {
            set(replaced, to);
            set(substitute, Representation.FULL);
            replaces[substitute] = replaced;
        }
    }

    /** Whether the caller can work on a hypothesis, room aside. */
    boolean mayWorkOn(int i) {
        boolean archived = held[i] == Representation.SHADOW && items[i].representation() == Representation.SHADOW;
        return state.allows(Action.PURSUE) && (held[i].isActive() || (archived && state.allows(Action.RECOVER)));
    }

    /** Works on a hypothesis, out of the archive if need be; returns whether that can be done. */
    boolean workOn(int i) {
        int more = held[i].isActive()
                ? 0
                : items[i].cost().full() - items[i].cost().handle();
        if (!mayWorkOn(i) || pursued >= 0 || branch != null || tokens() + more > budget) {
            return false;
        }
        if (!held[i].isActive()) {
            set(i, Representation.FULL);
        }
        pursued = i;
        return true;
    }

    /** Works on the most promising hypothesis, or opens a route that promises more. */
    void workOnTheBest() {
        int[] order = bestFirst();
        BranchOption option = null;
        for (BranchOption other : state.branches()) {
            option = option == null || other.promise() > option.promise() ? other : option;
        }
        if (option != null && (order.length == 0 || option.promise() > promise[order[0]]) && open(option)) {
            return;
        }
        for (int i : order) {
            if (workOn(i)) {
                return;
            }
        }
    }

    /** Opens a route, if that can be done; returns whether it was. */
    boolean open(BranchOption option) {
        boolean may =
                state.allows(Action.BRANCH) && branch == null && pursued < 0 && tokens + option.tokens() <= budget;
        branch = may ? option : branch;
        return may;
    }

    /** Resets to what is held, if that can be done and leaves decisions; returns whether it was. */
    boolean reset() {
        reset = state.allows(Action.RESET)
                && state.reset() != null
                && state.decisionsLeft() - state.reset().costSteps()
                        >= Math.max(1, parameters.goals().minDecisions());
        return reset;
    }

    /** Returns the legacy share of what is drafted (law L1), as it is or with everything read again. */
    double contamination(boolean fresh) {
        double halfLife = parameters.ageing().stalenessHalfLife();
        double occupied = 0;
        double legacy = 0;
        for (int i = 0; i < items.length; i++) {
            if (held[i].isActive()) {
                int taken = items[i].cost().tokens(held[i]);
                occupied += taken;
                legacy += taken
                        * Contamination.legacyDegree(fresh ? 0 : items[i].staleness(), items[i].overlap(), halfLife);
            }
        }
        return occupied == 0 ? 0 : legacy / occupied;
    }

    /** The budget is the harder rule: what no available action could release leaves without a decision. */
    void dropWhatDoesNotFit() {
        if (tokens() > budget) {
            for (int i : worstFirst()) {
                if (tokens() > budget && items[i].cost().tokens(held[i]) > 0) {
                    set(i, Representation.EXTINCT);
                }
            }
        }
    }

    /** Returns the largest recovery cost of a shadow that what is left of the budget can reopen. */
    int reserve() {
        int left = budget - tokens();
        int reserve = 0;
        for (int i = 0; i < items.length; i++) {
            int recovery = items[i].cost().recovery();
            boolean counts = held[i] == Representation.SHADOW && items[i].recoverability() > 0;
            reserve = counts && recovery <= left ? Math.max(reserve, recovery) : reserve;
        }
        return reserve;
    }

    @Nullable BranchOption branch() {
        return branch;
    }

    /** Returns the place of what is worked on; -1 if nothing is. */
    int pursued() {
        return pursued;
    }

    boolean isReset() {
        return reset;
    }

    /** Returns the place of the carrier that the hypothesis replaces; -1 if it replaces none. */
    int replaces(int i) {
        return replaces[i];
    }

    private void set(int i, Representation to) {
        tokens += items[i].cost().tokens(to) - items[i].cost().tokens(held[i]);
        held[i] = to;
    }
}
