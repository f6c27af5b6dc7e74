package dev.trimtab.controller.belief;

import dev.trimtab.controller.portfolio.Family;
import java.util.Map;
import java.util.Set;

/**
 * A belief about {@code V}, the random set of families that are adequate in this window (theory §1).
 *
 * <p>The adequacy of a represented set is the probability that some adequate family survives to the verification. It is
 * monotone and submodular in the survivals whatever the belief.
 */
public interface AdequacyBelief {
    /** Returns the families that the belief knows. */
    Set<Family> families();

    /** Returns the probability in [0,1] that the family is adequate ({@code q_f}), not conditioned on {@code V}. */
    double probability(Family family);

    /** Returns {@code Z}, the probability in (0,1] that some family is adequate; 1 for a belief that takes it as given. */
    double someAdequate();

    /**
     * Returns the adequacy in [0,1], not conditioned on {@code V}.
     *
     * @param survival probability in [0,1] that each family survives to the verification, independently; a family that
     *     is not named does not survive
     */
    double adequacy(Map<Family, Double> survival);

    /** Returns a tracker of this belief's adequacy in which no family survives yet. */
    default AdequacyTracker tracker() {
        return new EvaluatedTracker(this);
    }

    /** Returns the adequacy in [0,1] given that some family is adequate; 0 if none can be. */
    default double conditionalAdequacy(Map<Family, Double> survival) {
        double some = someAdequate();
        return some <= 0 ? 0 : Math.min(1, adequacy(survival) / some);
    }
}
