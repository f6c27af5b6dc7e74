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
        for (int i = 0; i < counted.length; i++) {
            PlanOption option = item.options().get(i);
            if (counts(option) && !beaten(item, i)) {
                counted[size++] = option;
            }
        }
        return size == counted.length ? counted : Arrays.copyOf(counted, size);
    }

    private boolean counts(PlanOption option) {
        return reopenAll || option.recovery() <= reserve;
    }

    private boolean beaten(PlanItem item, int i) {
        PlanOption option = item.options().get(i);
        for (int j = 0; j < item.options().size(); j++) {
            PlanOption other = item.options().get(j);
            if (j != i && counts(other) && matches(other, option) && (j < i || !matches(option, other))) {
                return true;
            }
        }
        return false;
    }

    private boolean matches(PlanOption one, PlanOption other) {
        return charge(one) <= charge(other) && one.survival() >= other.survival() && legacy(one) <= legacy(other);
    }
}
