package dev.trimtab.controller.portfolio;

import org.jspecify.annotations.Nullable;

/**
 * One route, or the summary of one, with all that the laws read of it (theory §1). Build it with {@link #builder}.
 *
 * @param id what tells it from the others; not blank
 * @param family the family it belongs to
 * @param promise stated probability in [0,1] that the family is adequate and this route can realise it; used as of the
 *     last evidence where the state carries no evidence to learn from
 * @param verificationLag control steps that remain until strong evidence on it arrives, at least 0
 * @param cost tokens in each representation
 * @param recoverability probability in [0,1] that it can be recovered from the archive
 * @param staleness control steps since the last evidence on it, at least 0
 * @param overlap share in [0,1] of its tokens whose content other active items already carry
 * @param inertia share in [0,1] of recent decisions that followed it, as an exponential average
 * @param drift semantic drift in [0,1] if it takes the place of another carrier of its family (law L6)
 * @param aliasHazard chances that its compressed record misleads
 * @param representation how it is held now
 * @param signature its control signature; null if the caller has none, then only the hazards speak
 * @param recorded the signature that reads back out of its compressed text; null if it is the signature itself
 */
public record Hypothesis(
        String id,
        Family family,
        double promise,
        int verificationLag,
        HoldingCost cost,
        double recoverability,
        int staleness,
        double overlap,
        double inertia,
        double drift,
        AliasHazard aliasHazard,
        Representation representation,
        @Nullable ControlSignature signature,
        @Nullable ControlSignature recorded) {

    /** Checks the ranges. */
    public Hypothesis {
        if (id.isBlank()) {
            throw new IllegalArgumentException("hypothesis id must not be blank");
        }
        Ranges.unit("promise", promise);
        Ranges.nonNegative("verificationLag", verificationLag);
        Ranges.unit("recoverability", recoverability);
        Ranges.nonNegative("staleness", staleness);
        Ranges.unit("overlap", overlap);
        Ranges.unit("inertia", inertia);
        Ranges.unit("drift", drift);
    }

    /** Returns the tokens that it occupies as held now ({@code t_i}). */
    public int tokens() {
        return cost.tokens(representation);
    }

    /** Returns the same hypothesis held in another representation. */
    public Hypothesis heldAs(Representation next) {
        return next == representation ? this : toBuilder().representation(next).build();
    }

    /** Returns the same hypothesis with another promise. */
    public Hypothesis withPromise(double next) {
        return toBuilder().promise(next).build();
    }

    /** Returns the same hypothesis after some control steps without evidence on it. */
    public Hypothesis aged(int steps) {
        return toBuilder()
                .staleness(staleness + steps)
                .verificationLag(Math.max(0, verificationLag - steps))
                .build();
    }

    /** Starts a hypothesis held in full, with promise 0.5, no cost, no lag, and no hazard. */
    public static HypothesisBuilder builder(String id, Family family) {
        return new HypothesisBuilder(id, family);
    }

    /** Starts a copy of this hypothesis that can be changed before it is built. */
    public HypothesisBuilder toBuilder() {
        return toBuilder(family);
    }

    /** Starts a copy of this hypothesis in another family. */
    public HypothesisBuilder toBuilder(Family other) {
        return new HypothesisBuilder(id, other)
                .promise(promise)
                .verificationLag(verificationLag)
                .cost(cost)
                .recoverability(recoverability)
                .staleness(staleness)
                .overlap(overlap)
                .inertia(inertia)
                .drift(drift)
                .aliasHazard(aliasHazard)
                .representation(representation)
                .signature(signature)
                .recorded(recorded);
    }
}
