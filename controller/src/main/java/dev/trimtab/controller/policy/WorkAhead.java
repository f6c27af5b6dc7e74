package dev.trimtab.controller.policy;

import dev.trimtab.controller.portfolio.Hypothesis;
import dev.trimtab.controller.portfolio.Representation;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * The work that can still be done before the verification: so many decisions, and what success asks for (law L12).
 *
 * @param decisions decisions left for it, at least 0
 * @param demand what success asks for
 */
record WorkAhead(int decisions, WorkDemand demand) {
    /** A route that still needs work, by its place, with the decisions that it takes. */
    private record Needy(int place, double promise, int left) {
        /** Work on a route goes on after the first step only where it is found to rise, which its promise gives the chance of. */
        double expected() {
            return 1 + (left - 1) * promise;
        }

        double rate() {
            return promise / expected();
        }
    }

    /** Returns what is ahead once a decision is carried out. */
    WorkAhead after(Decision decision) {
        int left = Math.max(0, decisions - 1);
        return decision instanceof Decision.Pursue pursue
                ? new WorkAhead(left, demand.worked(pursue.hypothesis()))
                : new WorkAhead(left, demand);
    }

    /** Returns whether success asks for work. */
    boolean asked() {
        return demand.needed() > 0;
    }

    /**
     * Returns by place which routes can have their work in time if every decision goes to them. Each of these is held as if it had it: for which of them
     * there will be time is known only once work has shown which rise, and what was let go until then is lost.
     *
     * @param items the routes
     * @param held how each is held; one in the archive must be recovered before
     */
    boolean[] inTimeAlone(List<Hypothesis> items, Representation[] held) {
        boolean[] inTime = new boolean[items.size()];
        for (int i = 0; i < inTime.length; i++) {
            int left = demand.left(items.get(i).id());
            inTime[i] = left == 0 || (held[i] != Representation.EXTINCT && decisions(left, held[i]) <= decisions);
        }
        return inTime;
    }

    private static int decisions(int work, Representation held) {
        return work + (held == Representation.SHADOW ? 1 : 0);
    }

    /**
     * Returns by place which routes can have their work in time, if the decisions go to those that promise the most a step of work.
     *
     * @param items the routes
     * @param held how each is held; one in the archive must be recovered before
     * @param promise {@code p_i} by place
     */
    boolean[] inTime(List<Hypothesis> items, Representation[] held, double[] promise) {
        boolean[] inTime = new boolean[items.size()];
        List<Needy> needy = new ArrayList<>();
        for (int i = 0; i < inTime.length; i++) {
            int left = demand.left(items.get(i).id());
            inTime[i] = left == 0;
            if (left > 0 && held[i] != Representation.EXTINCT) {
                needy.add(new Needy(i, promise[i], decisions(left, held[i])));
            }
        }
        needy.sort(Comparator.comparingDouble(route -> -route.rate()));
        double spent = 0;
        for (Needy route : needy) {
            if (spent + route.left() <= decisions) {
                inTime[route.place()] = true;
                spent += route.expected();
            }
        }
        return inTime;
    }

    /** Returns whether a route that is opened next could have its work in time. */
    boolean leavesTimeToOpen() {
        return !asked() || demand.needed() + 1 <= decisions;
    }
}
