package dev.trimtab.controller.plan;

import dev.trimtab.controller.belief.AdequacyBelief;
import dev.trimtab.controller.belief.AdequacyTracker;
import dev.trimtab.controller.law.AdequacyBound;
import dev.trimtab.controller.law.AdequacyBound.Marginal;
import dev.trimtab.controller.portfolio.Family;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import org.jspecify.annotations.Nullable;

/**
 * The greedy choice at one reserve level. Adequacy is affine in the survival of one item, so that an item's hull over
 * (tokens, survival) is the same whatever else is held, and within a family the best next upgrade does not depend on the
 * other families: only the families compete anew, by slopes that never rise.
 */
final class GreedyLevel {
    /** Adequacy below which an upgrade is not made. */
    private static final double NOTHING = 1e-15;

    private final ReserveLevels.Group group;
    private final Offer offer;
    private final List<GreedyItem> carriers = new ArrayList<>();
    private final Map<Family, GreedyFamily> families = new LinkedHashMap<>();
    private final AdequacyTracker tracker;
    private long left;
    private double legacy;
    private double adequacy;
    private double price;

    /** What a family's best upgrade was worth a token when it was last looked at, in units of all slopes' common factor. */
    private record Standing(double density, int order, GreedyFamily family) implements Comparable<Standing> {
        @Override
        public int compareTo(Standing other) {
            int byDensity = Double.compare(other.density, density);
            return byDensity != 0 ? byDensity : Integer.compare(order, other.order);
        }
    }

    GreedyLevel(List<PlanItem> items, ReserveLevels.Group group, AdequacyBelief belief) {
        this.group = group;
        offer = group.offer();
        tracker = belief.tracker();
        left = group.cap();
        for (PlanItem item : items) {
            PlanOption[] offered = offer.of(item);
            if (offered.length == 0) {
                left = Long.MIN_VALUE / 2;
                return;
            }
            GreedyFamily family = families.computeIfAbsent(item.family(), GreedyFamily::new);
            GreedyItem carrier = new GreedyItem(offered, family, offer);
            carriers.add(carrier);
            family.count(carrier.held);
            left -= offer.charge(carrier.held);
            legacy += carrier.held.legacy();
        }
        families.forEach((name, family) -> tracker.set(name, 1 - family.miss()));
        adequacy = tracker.adequacy();
    }

    /** Whether the cheapest way to hold everything fits, at the least reserve that this level stands for. */
    boolean mayHoldAnything() {
        return left + group.looseCap() - group.cap() >= 0;
    }

    boolean isFeasible() {
        return left >= 0 && (!offer.limitLegacy() || Relaxation.withinLegacy(legacy));
    }

    double adequacy() {
        return adequacy;
    }

    /** Returns adequacy for one more token: the best upgrade that did not fit. */
    double price() {
        return price;
    }

    PlanOption option(int item) {
        return carriers.get(item).held;
    }

    /** Takes the best upgrades that fit, or the best single one if that is worth more; then keeps the legacy limit. */
    void fill() {
        if (left >= 0) {
            Change single = bestSingle();
            greedy();
            if (single != null && single.adequacy() > tracker.adequacy()) {
                carriers.forEach(c -> hold(c, c.hull.get(0)));
                hold(single.carrier(), single.option());
            }
            if (offer.limitLegacy()) {
                takeBackLegacy();
            }
            adequacy = tracker.adequacy();
        }
    }

    private record Change(GreedyItem carrier, PlanOption option, double adequacy) {}

    private @Nullable Change bestSingle() {
        Change best = null;
        for (GreedyItem carrier : carriers) {
            double unit = worth(carrier);
            for (PlanOption option : carrier.offered) {
                double reached = adequacy + unit * (option.survival() - carrier.held.survival());
                boolean fits = offer.charge(option) - offer.charge(carrier.held) <= left;
                if (fits && (best == null || reached > best.adequacy())) {
                    best = new Change(carrier, option, reached);
                }
            }
        }
        return best;
    }

    /** Returns the adequacy that a unit of the item's own survival is worth now. */
    private double worth(GreedyItem carrier) {
        return tracker.slope(carrier.family.name) * carrier.family.missWithout(carrier.held);
    }

    private void greedy() {
        int order = 0;
        for (GreedyItem carrier : carriers) {
            offerNext(carrier, order++);
        }
        PriorityQueue<Standing> standings = new PriorityQueue<>();
        int at = 0;
        for (GreedyItem carrier : carriers) {
            GreedyFamily family = carrier.family;
            if (!family.upgrades.isEmpty() && family.upgrades.element().carrier() == carrier) {
                standings.add(new Standing(density(family), at++, family));
            }
        }
        while (!standings.isEmpty()) {
            Standing top = standings.remove();
            double fresh = density(top.family());
            if (!standings.isEmpty() && fresh < standings.element().density()) {
                standings.add(new Standing(fresh, top.order(), top.family()));
                continue;
            }
            GreedyFamily.Upgrade upgrade = top.family().upgrades.remove();
            GreedyItem carrier = upgrade.carrier();
            PlanOption next = carrier.hull.get(carrier.at + 1);
            int tokens = offer.charge(next) - offer.charge(carrier.held);
            double worth = fresh * tracker.commonFactor();
            if (worth * tokens > NOTHING) {
                if (tokens <= left) {
                    hold(carrier, next);
                    carrier.at++;
                    offerNext(carrier, upgrade.order());
                } else {
                    price = Math.max(price, worth);
                }
                if (!top.family().upgrades.isEmpty()) {
                    standings.add(new Standing(density(top.family()), top.order(), top.family()));
                }
            }
        }
    }

    private void offerNext(GreedyItem carrier, int order) {
        if (carrier.hasNext()) {
            carrier.family.upgrades.add(new GreedyFamily.Upgrade(carrier.key(offer), order, carrier));
        }
    }

    private double density(GreedyFamily family) {
        return tracker.slope(family.name)
                / tracker.commonFactor()
                * family.miss()
                * family.upgrades.element().key();
    }

    private void hold(GreedyItem carrier, PlanOption next) {
        left += offer.charge(carrier.held) - offer.charge(next);
        legacy += next.legacy() - carrier.held.legacy();
        carrier.family.discount(carrier.held);
        carrier.family.count(next);
        carrier.held = next;
        tracker.set(carrier.family.name, 1 - carrier.family.miss());
    }

    /** Goes over to cleaner options, the one that gives up the least adequacy for the legacy it takes away first. */
    private void takeBackLegacy() {
        List<Change> cleaner = new ArrayList<>();
        for (GreedyItem carrier : carriers) {
            double unit = worth(carrier);
            for (PlanOption option : carrier.offered) {
                double less = carrier.held.legacy() - option.legacy();
                boolean fits = offer.charge(option) <= offer.charge(carrier.held);
                if (less > 0 && fits) {
                    double lost = unit * (carrier.held.survival() - option.survival());
                    cleaner.add(new Change(carrier, option, lost / less));
                }
            }
        }
        cleaner.sort((a, b) -> Double.compare(a.adequacy(), b.adequacy()));
        for (Change change : cleaner) {
            boolean still = change.option().legacy() < change.carrier().held.legacy()
                    && offer.charge(change.option()) <= offer.charge(change.carrier().held);
            if (!Relaxation.withinLegacy(legacy) && still) {
                hold(change.carrier(), change.option());
            }
        }
    }

    /** Returns {@code A(S) + F(B)}: no choice at any reserve that this level stands for is more adequate. */
    double bound() {
        double spare = group.looseCap();
        List<List<Marginal>> ways = new ArrayList<>(carriers.size());
        for (GreedyItem carrier : carriers) {
            double unit = worth(carrier);
            int base = offer.charge(carrier.hull.get(0));
            spare -= base;
            List<Marginal> own = new ArrayList<>(carrier.hull.size());
            for (PlanOption option : carrier.hull) {
                double marginal = unit * (option.survival() - carrier.held.survival());
                if (marginal > 0) {
                    own.add(new Marginal(offer.charge(option) - base, marginal));
                }
            }
            ways.add(own);
        }
        return AdequacyBound.of(adequacy, ways, spare);
    }
}
