package dev.trimtab.controller.policy;

import dev.trimtab.controller.law.BreadthDepth;
import dev.trimtab.controller.law.Certificate;
import dev.trimtab.controller.law.Law;
import dev.trimtab.controller.law.Quantity;
import dev.trimtab.controller.portfolio.Family;
import dev.trimtab.controller.portfolio.Hypothesis;
import dev.trimtab.controller.portfolio.Representation;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Whether to open a route that is not held yet, and which (laws L3 and L12). */
final class Branching {
    /** Options for which room is sought by planning again, the most valuable ones, so that a decision's time stays bounded. */
    private static final int REPLANS = 6;

    private final Situation situation;
    private final Held before;
    private final Representer representer;
    private final BreadthDepth law;

    /**
     * What came out.
     *
     * @param held how the hypotheses are held, with room made for the option if there is one
     * @param decision the branch; null if none is opened
     * @param target what to pursue if nothing is opened; null if nothing can be or is to be
     */
    record Choice(Held held, Decision.@Nullable Branch decision, Pursuit.@Nullable Target target) {
        /** Returns the choice with what its plan can spare given up; what is to be pursued stays. */
        Choice sparing(Savings savings) {
            return new Choice(savings.of(held, target), decision, target);
        }

        /** Returns how the plan counts on the hypotheses: as they are held, but what is to be pursued in the context. */
        Representation[] counted(Situation situation) {
            Representation[] counted = held.representations().toArray(new Representation[0]);
            if (target != null) {
                int at = situation.items.indexOf(target.hypothesis());
                counted[at] = counted[at] == Representation.SHADOW ? Representation.FULL : counted[at];
            }
            return counted;
        }
    }

    Branching(Situation situation, Held before, Representer representer) {
        this.situation = situation;
        this.before = before;
        this.representer = representer;
        law = new BreadthDepth(situation.parameters.legacy().realiseChance());
    }

    /**
     * Returns the choice.
     *
     * @param plan how the hypotheses are held without it
     * @param mayReplan whether room may be made for an option by planning again
     */
    Choice choose(Held plan, boolean mayReplan) {
        PortfolioState state = situation.state;
        Pursuit pursuit = new Pursuit(situation, plan);
        Pursuit.Target target = state.allows(Action.PURSUE) ? pursuit.best(plan) : null;
        Choice none = new Choice(plan, null, target);
        if (!state.allows(Action.BRANCH) || state.decisionsLeft() == 0) {
            return none;
        }
        double deepen = target == null ? 0 : target.value();
        List<BranchOption> options = new ArrayList<>(state.branches());
        options.sort(Comparator.comparingDouble((BranchOption o) -> -pursuit.value(o))
                .thenComparingInt(BranchOption::tokens));
        if (state.pace() == StabilityController.Pace.ONE_DECISION) {
            Opening soonest = soonest(options, plan, mayReplan);
            return soonest == null ? none : opened(soonest, plan, pursuit, deepen, none);
        }
        for (int i = 0; i < options.size(); i++) {
            BranchOption option = options.get(i);
            Held room = roomFor(option, plan, mayReplan && i == 0);
            if (room != null) {
                return opened(new Opening(option, room), plan, pursuit, deepen, none);
            }
        }
        return none;
    }

    private Choice opened(Opening opening, Held plan, Pursuit pursuit, double deepen, Choice none) {
        double value = pursuit.value(opening.option());
        Certificate certificate = weigh(opening.option(), plan, opening.room(), value, deepen);
        return certificate.holds()
                ? new Choice(opening.room(), new Decision.Branch(opening.option(), certificate), null)
                : none;
    }

    /** An option with how everything is held so that it fits. */
    private record Opening(BranchOption option, Held room) {}

    /**
     * Returns the option that brings the most adequacy a decision, the decisions that make room for it counted: where only the first is carried out before
     * the next plan, a dear route may take as many as two others. Of equals the first; null if none fits.
     */
    private @Nullable Opening soonest(List<BranchOption> options, Held plan, boolean mayReplan) {
        Opening soonest = null;
        double most = 0;
        int replans = REPLANS;
        for (BranchOption option : options) {
            boolean replan = mayReplan && replans > 0 && !fits(option, plan);
            replans -= replan ? 1 : 0;
            Held room = roomFor(option, plan, replan);
            if (room != null) {
                double wider = room.adequacy() + gain(option, room) - plan.adequacy();
                double rate = wider / (1 + waits(option, room));
                if (soonest == null || rate > most) {
                    soonest = new Opening(option, room);
                    most = rate;
                }
            }
        }
        return soonest;
    }

    /** Returns how many of the plan's changes must come before the option fits, those that free the most first. */
    private int waits(BranchOption option, Held room) {
        int over = situation.tokens(situation.current()) + option.tokens() - situation.budget;
        List<Integer> freed = new ArrayList<>();
        for (int i = 0; i < situation.items.size(); i++) {
            Hypothesis h = situation.items.get(i);
            freed.add(h.tokens() - h.cost().tokens(room.representations().get(i)));
        }
        freed.sort(Comparator.reverseOrder());
        int waits = 0;
        while (over > 0 && waits < freed.size()) {
            over -= freed.get(waits);
            waits++;
        }
        return waits;
    }

    /** Returns how to hold everything so that the option fits; null if it does not, or is not worth the room. */
    private @Nullable Held roomFor(BranchOption option, Held plan, boolean mayReplan) {
        if (fits(option, plan)) {
            return plan;
        }
        boolean dear = gain(option, plan) <= plan.price() * option.tokens();
        int left = situation.budget - option.tokens();
        if (!mayReplan || dear || left < 0 || !isWorthIt(representer.ceiling(left, promise(option)), plan)) {
            return null;
        }
        Held room = representer.plan(left, situation.limitsLegacy(), false);
        return room.fits() && isWorthIt(room.adequacy() + gain(option, room), plan) ? room : null;
    }

    /**
     * Whether that much adequacy with the option opened is more than the plan's, and nothing is lost by it or no more than retirements may still
     * lose. What the window has lost before is no reason against a gain.
     */
    private boolean isWorthIt(double opened, Held plan) {
        double loss = before.adequacy() - opened;
        boolean bearable = loss <= 0
                || situation.state.adequacyLost() + loss
                        <= situation.parameters.goals().retirementLoss();
        return opened > plan.adequacy() && bearable;
    }

    /** Returns the chance that the option's route realises its family. */
    private double promise(BranchOption option) {
        return Math.min(situation.promise(option), situation.probability(Situation.familyOf(option)));
    }

    /**
     * Whether there is room for the option beside the plan. The reserve is a claim at the verification: while another decision is left that can
     * shrink what was opened, it may be borrowed, if what is typically left of a route as a record fits beside it.
     */
    private boolean fits(BranchOption option, Held plan) {
        boolean shrinks = situation.state.decisionsLeft() > 1 && situation.state.allows(Action.COMPRESS);
        double later = shrinks ? recordShare() * option.tokens() : option.tokens();
        return plan.tokens() + option.tokens() <= situation.budget && plan.occupied() + later <= situation.budget;
    }

    /** Returns what records take of the whole, over all hypotheses. */
    private double recordShare() {
        double full = 0;
        double compressed = 0;
        for (Hypothesis h : situation.items) {
            full += h.cost().full();
            compressed += h.cost().compressed();
        }
        return full == 0 ? 1 : compressed / full;
    }

    /** Returns how many decisions the plan still takes, beside work, to be as wide as it can be. */
    private int pending(Held plan) {
        int pending = 0;
        for (BranchOption option : situation.state.branches()) {
            pending += fits(option, plan) && gain(option, plan) > 0 ? 1 : 0;
        }
        if (situation.state.pace() == StabilityController.Pace.ONE_DECISION) {
            for (int i = 0; i < situation.items.size(); i++) {
                pending +=
                        plan.representations().get(i) == situation.items.get(i).representation() ? 0 : 1;
            }
        }
        return pending;
    }

    /** Returns {@code R}; where nothing can be worked on no decision is better spent on work. */
    private double finish(double decisions) {
        return situation.state.allows(Action.PURSUE) ? law.finish(decisions) : 1;
    }

    /** Returns what opening the option adds to the adequacy of how everything is held. */
    double gain(BranchOption option, Held held) {
        if (!situation.ahead.leavesTimeToOpen()) {
            return 0;
        }
        Family family = Situation.familyOf(option);
        Map<Family, Double> survivals =
                situation.survivals(held.representations().toArray(new Representation[0]), held.reserve());
        double q = situation.probability(family);
        double fitness = q <= 0 ? 0 : Math.min(1, situation.promise(option) / q);
        survivals.merge(family, fitness, (s, more) -> 1 - (1 - s) * (1 - more));
        return situation.belief.conditionalAdequacy(survivals) - held.adequacy();
    }

    private Certificate weigh(BranchOption option, Held plan, Held room, double open, double deepen) {
        double gain = gain(option, room);
        double price = gain / Math.max(1, option.tokens());
        Map<String, Quantity> inputs = new LinkedHashMap<>();
        inputs.put("p", Quantity.assumed(situation.promise(option)));
        inputs.put("t", situation.input(Inputs.TOKENS, option.tokens()));
        inputs.put("n", situation.input(Inputs.DECISIONS, situation.state.decisionsLeft()));
        inputs.put("A", new Quantity(plan.adequacy(), situation.promiseProvenance()));
        inputs.put("gain", new Quantity(gain, situation.promiseProvenance()));
        inputs.put("pi", new Quantity(plan.price(), situation.promiseProvenance()));
        inputs.put("deepen", new Quantity(deepen, situation.promiseProvenance()));
        inputs.put("u", Quantity.assumed(situation.parameters.legacy().realiseChance()));
        int decisions = situation.state.decisionsLeft();
        double wider = (room.adequacy() + gain) * finish(decisions - 1.0);
        double asWide = plan.adequacy() * finish(decisions);
        if (plan.adequacy() < situation.target() && wider > asWide) {
            inputs.put("A'", new Quantity(room.adequacy() + gain, situation.promiseProvenance()));
            inputs.put("delta", Quantity.assumed(situation.parameters.goals().failure()));
            return Certificate.atLeast(Law.L3, "A < 1 - delta and A' R(n-1) >= A R(n)", inputs, wider, asWide);
        }
        int pending = pending(room);
        if (plan.adequacy() < situation.target() && gain > 0 && decisions <= pending) {
            inputs.put("A'", new Quantity(room.adequacy() + gain, situation.promiseProvenance()));
            inputs.put("delta", Quantity.assumed(situation.parameters.goals().failure()));
            inputs.put("k", Quantity.measured(pending));
            return Certificate.atLeast(
                    Law.L3, "A < 1 - delta, n <= k and A' >= A", inputs, room.adequacy() + gain, plan.adequacy());
        }
        boolean opens = BreadthDepth.opens(price, plan.price(), open, deepen);
        return new Certificate(
                Law.L12, "opening is worth more than deepening", inputs, open, deepen, open - deepen, opens);
    }
}
