package dev.trimtab.controller.plan;

/**
 * Neighbouring reserve levels taken as one (law L4): the shadows of the highest may be counted on and only the tokens of
 * the lowest are set aside, so that its relaxation bounds every level in it.
 */
final class ReserveRange {
    /** Places of the lowest and the highest level among all. */
    final int low;

    final int high;
    final FamilyFront[] families;
    /** Tokens that the highest level leaves for representations; what is chosen keeps them. */
    final int cap;

    final Relaxation relaxation;
    private boolean sought;

    /** @param looseCap tokens that the lowest level leaves */
    ReserveRange(int low, int high, FamilyFront[] families, int looseCap, int cap) {
        this.low = low;
        this.high = high;
        this.families = families;
        this.cap = cap;
        relaxation = new Relaxation(families, looseCap);
    }

    boolean isSingle() {
        return low == high;
    }

    boolean isSought() {
        return sought;
    }

    /**
     * Lowers the bound as far as prices can.
     *
     * @param enough nats; whether the bound is lower than that does not matter
     */
    void seek(boolean limitLegacy, double enough) {
        relaxation.seek(limitLegacy, enough);
        sought = true;
    }

    /** Returns nats at most that thinning the families' fronts cost any choice; infinite if they do not know. */
    double loss() {
        double loss = 0;
        for (FamilyFront family : families) {
            loss += family.loss;
        }
        return loss;
    }

    /** Returns whether the families' fronts know what thinning cost them. */
    boolean isComplete() {
        return loss() < Double.POSITIVE_INFINITY;
    }
}
