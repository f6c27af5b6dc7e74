package dev.trimtab.controller.comparator;

import dev.trimtab.controller.policy.BranchOption;
import dev.trimtab.controller.policy.ControlPlan;
import dev.trimtab.controller.policy.Decision;
import dev.trimtab.controller.policy.PolicyParameters;
import dev.trimtab.controller.policy.PortfolioPolicy;
import dev.trimtab.controller.portfolio.Hypothesis;
import dev.trimtab.controller.portfolio.Representation;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * {@code random-matched}: makes as many changes of each kind as the portfolio policy would in the same state, each on a
 * hypothesis drawn at random; what then does not fit goes for good, in random order.
 *
 * <p>The draws are keyed by the seed, the step and the numbers that the state shows, so that one state always gives one plan and
 * names play no part.
 */
final class RandomMatched implements Rule {
    private final PortfolioPolicy matched;

    RandomMatched(PolicyParameters parameters) {
        matched = new PortfolioPolicy("portfolio", parameters);
    }

    @Override
    public void apply(Draft draft) {
        ControlPlan plan = matched.decide(draft.state, draft.room);
        List<Integer> order = shuffled(draft);
        if (plan.decision(Decision.Reset.class).isPresent()) {
            draft.reset();
        }
        substitute(draft, order, count(plan, Decision.Substitute.class));
        List<Representation> retired = plan.decisions().stream()
                .filter(Decision.Retire.class::isInstance)
                .map(d -> ((Decision.Retire) d).to())
                .toList();
        change(
                draft,
                order,
                retired.stream().filter(to -> to == Representation.SHADOW).count(),
                Representation.SHADOW);
        change(
                draft,
                order,
                retired.stream().filter(to -> to == Representation.EXTINCT).count(),
                Representation.EXTINCT);
        change(draft, order, count(plan, Decision.Compress.class), Representation.COMPRESSED);
        for (int n = 0; n < order.size() && draft.tokens() > draft.budget; n++) {
            draft.retire(order.get(n), Representation.EXTINCT);
        }
        draft.dropWhatDoesNotFit();
        work(draft, order, plan);
    }

    private static long count(ControlPlan plan, Class<? extends Decision> kind) {
        return plan.decisions().stream().filter(kind::isInstance).count();
    }

    private static List<Integer> shuffled(Draft draft) {
        long key = draft.parameters.comparator().seed();
        key = mixed(key, draft.state.step());
        key = mixed(key, draft.state.decisionsLeft());
        for (int i = 0; i < draft.size(); i++) {
            Hypothesis h = draft.item(i);
            key = mixed(key, h.tokens());
            key = mixed(key, h.staleness());
            key = mixed(key, Double.doubleToLongBits(h.promise()));
        }
        SplittableRandom random = new SplittableRandom(key);
        List<Integer> order =
                new ArrayList<>(IntStream.range(0, draft.size()).boxed().toList());
        for (int n = order.size() - 1; n > 0; n--) {
            Collections.swap(order, n, random.nextInt(n + 1));
        }
        return order;
    }

    private static long mixed(long key, long value) {
        return new SplittableRandom(key ^ (31 * value)).nextLong();
    }

    private static void substitute(Draft draft, List<Integer> order, long times) {
        long left = times;
        for (int leaving : order) {
            for (int coming : order) {
                boolean family =
                        draft.item(leaving).family().equals(draft.item(coming).family());
                if (left > 0 && family && draft.held(coming) == Representation.SHADOW) {
                    draft.substitute(leaving, coming, Representation.SHADOW);
                    left -= draft.held(coming) == Representation.FULL ? 1 : 0;
                }
            }
        }
    }

    private static void change(Draft draft, List<Integer> order, long times, Representation to) {
        long left = times;
        for (int i : order) {
            Representation before = draft.held(i);
            if (left > 0 && before == draft.item(i).representation()) {
                if (to == Representation.COMPRESSED) {
                    draft.compress(i);
                } else {
                    draft.retire(i, to);
                }
                left -= draft.held(i) != before ? 1 : 0;
            }
        }
    }

    private static void work(Draft draft, List<Integer> order, ControlPlan plan) {
        if (plan.decision(Decision.Branch.class).isPresent()) {
            List<BranchOption> options = draft.state.branches();
            int first = order.isEmpty() ? 0 : order.get(0);
            for (int n = 0; n < options.size(); n++) {
                if (draft.open(options.get((first + n) % options.size()))) {
                    return;
                }
            }
        }
        for (int i : order) {
            if (draft.workOn(i)) {
                return;
            }
        }
    }
}
