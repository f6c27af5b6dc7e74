package dev.trimtab.controller.portfolio;

import org.jspecify.annotations.Nullable;

/** Collects the values of a {@link Hypothesis}; not thread-safe. Units and ranges are those of the record. */
public final class HypothesisBuilder {
    private final String id;
    private final Family family;
    private double promise = 0.5;
    private int verificationLag;
    private HoldingCost cost = new HoldingCost(0, 0, 0, 0);
    private double recoverability = 1;
    private int staleness;
    private double overlap;
    private double inertia;
    private double drift;
    private AliasHazard aliasHazard = AliasHazard.NONE;
    private Representation representation = Representation.FULL;
    private @Nullable ControlSignature signature;
    private @Nullable ControlSignature recorded;

    HypothesisBuilder(String id, Family family) {
        this.id = id;
        this.family = family;
    }

    /** Sets the stated promise. */
    public HypothesisBuilder promise(double value) {
        promise = value;
        return this;
    }

    /** Sets the control steps until strong evidence. */
    public HypothesisBuilder verificationLag(int value) {
        verificationLag = value;
        return this;
    }

    /** Sets the token costs. */
    public HypothesisBuilder cost(HoldingCost value) {
        cost = value;
        return this;
    }

    /** Sets the token costs one by one: in full, compressed, as a shadow's handle, and to reopen. */
    public HypothesisBuilder cost(int full, int compressed, int handle, int recovery) {
        return cost(new HoldingCost(full, compressed, handle, recovery));
    }

    /** Sets the probability that it can be recovered from the archive. */
    public HypothesisBuilder recoverability(double value) {
        recoverability = value;
        return this;
    }

    /** Sets the control steps since the last evidence. */
    public HypothesisBuilder staleness(int value) {
        staleness = value;
        return this;
    }

    /** Sets the share of its tokens that others carry too. */
    public HypothesisBuilder overlap(double value) {
        overlap = value;
        return this;
    }

    /** Sets the share of recent decisions that followed it. */
    public HypothesisBuilder inertia(double value) {
        inertia = value;
        return this;
    }

    /** Sets the semantic drift if it replaces another carrier. */
    public HypothesisBuilder drift(double value) {
        drift = value;
        return this;
    }

    /** Sets the alias hazards of its record. */
    public HypothesisBuilder aliasHazard(AliasHazard value) {
        aliasHazard = value;
        return this;
    }

    /** Sets how it is held now. */
    public HypothesisBuilder representation(Representation value) {
        representation = value;
        return this;
    }

    /** Sets the control signature. */
    public HypothesisBuilder signature(@Nullable ControlSignature value) {
        signature = value;
        return this;
    }

    /** Sets the signature that reads back out of its compressed text, if it differs. */
    public HypothesisBuilder recorded(@Nullable ControlSignature value) {
        recorded = value;
        return this;
    }

    /** Returns the hypothesis, or throws if a value is out of range. */
    public Hypothesis build() {
        return new Hypothesis(
                id,
                family,
                promise,
                verificationLag,
                cost,
                recoverability,
                staleness,
                overlap,
                inertia,
                drift,
                aliasHazard,
                representation,
                signature,
                recorded);
    }
}
