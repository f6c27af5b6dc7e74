package dev.trimtab.controller.plan;

import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The linear relaxation of the choice of one point a family within a number of tokens: prices on tokens and on legacy that
 * bound every choice from above (weak duality). Prices are sought by cutting planes: the lines through two corners of the
 * relaxed problem meet at the price that is tried next, until no corner lies above where they meet.
 */
final class Relaxation {
    private static final double LEGACY_TOLERANCE = 1e-9;
    private static final double ROUNDING = 1e-12;
    private static final int CUTS = 30;
    /** How much dearer tokens and legacy are each time that the best choice does not keep its limits. */
    private static final double DEARER = 1.2;

    private static final int ROUNDS = 16;

    private final FamilyFront[] families;
    private final int cap;
    private final double slack;

    /** No choice of complete fronts has more nats; negative infinity if there is none. */
    double bound = Double.POSITIVE_INFINITY;
    /** Nats that a token is worth where the bound is lowest, at least 0. */
    double price;
    /** Nats that a token of legacy costs there, at least 0. */
    double legacyPrice;

    /** The corners on either side of the cap, at the last legacy price: too many tokens, and few enough. */
    private Corner rich;

    private Corner poor;
    private Corner next;
    /** Whether the corner at the prices that were tried is still known. */
    private boolean tried;

    /** The best mixture of the two that takes just the cap. */
    private double mixedNats;

    private double mixedLegacy;

    /** @param cap tokens that a choice may take */
    Relaxation(FamilyFront[] families, int cap) {
        this.families = families;
        this.cap = cap;
        rich = new Corner(families.length);
        poor = new Corner(families.length);
        next = new Corner(families.length);
        double lost = 0;
        long least = 0;
        for (FamilyFront family : families) {
            lost += family.isComplete() ? family.loss : 0;
            least += family.leastTokens();
        }
        slack = lost;
        if (least > cap) {
            bound = Double.NEGATIVE_INFINITY;
        }
    }

    static boolean withinLegacy(double legacy) {
        return legacy <= LEGACY_TOLERANCE;
    }

    /** Lowers the bound to what the given prices show. */
    void tryPrices(double tokens, double legacy) {
        look(tokens, legacy, next);
        tried = true;
    }

    /**
     * Lowers the bound as far as prices can.
     *
     * @param enough nats; whether the bound is lower than that does not matter
     */
    void seek(boolean limitLegacy, double enough) {
        seekTokenPrice(0);
        if (limitLegacy && !withinLegacy(mixedLegacy)) {
            seekLegacyPrice(Math.max(0, enough));
        }
    }

    /** Legacy prices rise until the mixture keeps the limit; then the cuts close in. */
    private void seekLegacyPrice(double enough) {
        double dirtyNats = mixedNats;
        double dirtyLegacy = mixedLegacy;
        double cleanNats = 0;
        double cleanLegacy = 0;
        boolean bracketed = false;
        double mu = Math.max(dirtyNats, ROUNDING) / dirtyLegacy;
        for (int cut = 0; cut < CUTS && bound > enough; cut++) {
            double expected = dirtyNats - mu * dirtyLegacy;
            seekTokenPrice(mu);
            if (bracketed && mixedNats - mu * mixedLegacy <= expected + ROUNDING) {
                return;
            }
            if (mixedLegacy <= 0) {
                bracketed = true;
                cleanNats = mixedNats;
                cleanLegacy = mixedLegacy;
            } else {
                dirtyNats = mixedNats;
                dirtyLegacy = mixedLegacy;
            }
            mu = bracketed ? Math.max(0, dirtyNats - cleanNats) / (dirtyLegacy - cleanLegacy) : 4 * mu;
        }
    }

    /** Finds the best mixture at one legacy price, and lowers the bound as far as token prices can. */
    private void seekTokenPrice(double mu) {
        look(0, mu, rich);
        if (rich.tokens <= cap) {
            mixedNats = rich.nats;
            mixedLegacy = rich.legacy;
            return;
        }
        poor.cheapest(families);
        if (tried) {
            replace(next.tokens <= cap);
            tried = false;
        }
        close(mu, corner -> corner.tokens <= cap);
        double share = (double) (cap - poor.tokens) / (rich.tokens - poor.tokens);
        mixedNats = poor.nats + share * (rich.nats - poor.nats);
        mixedLegacy = poor.legacy + share * (rich.legacy - poor.legacy);
    }

    /**
     * Returns a lower bound on the tokens that so many nats take, legacy left aside; infinite if no choice has them.
     */
    double tokensNeeded(double nats) {
        double target = nats - slack;
        look(0, 0, rich);
        poor.cheapest(families);
        if (rich.nats < target || poor.nats >= target) {
            return rich.nats < target ? Double.POSITIVE_INFINITY : poor.tokens;
        }
        double pi = close(0, corner -> corner.nats < target);
        return (target - next.worth(pi, 0)) / pi;
    }

    /** Moves the corners together until no other one lies above the line between them; returns that line's token price. */
    private double close(double mu, Predicate<Corner> isPoor) {
        double pi = 0;
        for (int cut = 0; cut < CUTS; cut++) {
            pi = Math.max(0, rich.worth(0, mu) - poor.worth(0, mu)) / (rich.tokens - poor.tokens);
            look(pi, mu, next);
            if (next.worth(pi, mu) <= rich.worth(pi, mu) + ROUNDING) {
                break;
            }
            if (cut < CUTS - 1) {
                replace(isPoor.test(next));
            }
        }
        return pi;
    }

    private void replace(boolean isPoor) {
        Corner replaced = isPoor ? poor : rich;
        poor = isPoor ? next : poor;
        rich = isPoor ? rich : next;
        next = replaced;
    }

    private void look(double pi, double mu, Corner corner) {
        corner.best(families, pi, mu);
        double dual = corner.worth(pi, mu) + pi * cap + slack;
        if (dual < bound) {
            bound = dual;
            price = pi;
            legacyPrice = mu;
        }
    }

    /** Returns a good choice of at most so many tokens that keeps the legacy limit, or null if none was met. */
    @Nullable Corner rounded(int tokens, boolean limitLegacy) {
        double dearer = 1;
        for (int round = 0; round < ROUNDS; round++) {
            next.best(families, dearer * price, dearer * legacyPrice);
            if (next.tokens <= tokens && (!limitLegacy || withinLegacy(next.legacy))) {
                next.fill(families, tokens, limitLegacy);
                return next;
            }
            dearer *= DEARER;
        }
        return null;
    }
}
