package dev.trimtab.controller.belief;

import dev.trimtab.controller.portfolio.Family;

/**
 * The adequacy of survivals that change one family at a time; not thread-safe.
 *
 * <p>Adequacy is affine in the survival of each family while the others stay, so that a slope tells what any change of
 * that family gains. Slopes never rise while survivals do, since adequacy is submodular.
 */
public interface AdequacyTracker {
    /** Sets the survival in [0,1] of a family; 0 before it is set. */
    void set(Family family, double survival);

    /** Returns the adequacy in [0,1], not conditioned on {@code V}. */
    double adequacy();

    /** Returns the adequacy that a full unit of the family's survival is worth, in [0,1], the others as they are. */
    double slope(Family family);

    /**
     * Returns a factor above 0 that all slopes have in common: a slope divided by it never rises while other families'
     * survivals do.
     */
    default double commonFactor() {
        return 1;
    }
}
