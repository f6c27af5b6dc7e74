package dev.trimtab.controller.plan;

import java.util.Arrays;

/**
 * What may be counted on at one reserve level, and what it is charged (law L4).
 *
 * @param reserve tokens set aside; a shadow that needs more to be reopened is not counted on
 * @param limitLegacy whether options are told apart by legacy too
 * @param reopenAll whether each shadow is charged its own recovery instead, and no reserve is set aside
 */
record Offer(int reserve, boolean limitLegacy, boolean reopenAll) {
    int charge(PlanOption option) {
        return reopenAll ? option.tokens() + option.recovery() : option.tokens();
    }

    /** Returns how much the option speaks for legacy; 0 where that is not asked. */
    double legacy(PlanOption option) {
        return limitLegacy ? option.legacy() : 0;
    }

    /** Returns the options of the item that count, those beaten by another one left out. */
    PlanOption[] of(PlanItem item) {
        PlanOption[] counted = new PlanOption[item.options().size()];
        int size = 0;
        for (PlanOption option : item.options()) {
            if (counts(option)) {
                counted[size++] = option;
            }
        }
        PlanOption[] unbeaten = new PlanOption[size];
        int left = 0;
        for (int i = 0; i < size; i++) {
            if (!beaten(counted, size, i)) {
                unbeaten[left++] = counted[i];
            }
        }
        return left == size ? unbeaten : Arrays.copyOf(unbeaten, left);
    }

    private boolean counts(PlanOption option) {
        return reopenAll || option.recovery() <= reserve;
    }

    private boolean beaten(PlanOption[] counted, int size, int i) {
        PlanOption option = counted[i];
        for (int j = 0; j < size; j++) {
            PlanOption other = counted[j];
            if (j != i && matches(other, option) && (j < i || !matches(option, other))) {
                return true;
            }
        }
        return false;
    }

    private boolean matches(PlanOption one, PlanOption other) {
        return charge(one) <= charge(other) && one.survival() >= other.survival() && legacy(one) <= legacy(other);
    }
}
