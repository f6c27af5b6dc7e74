package dev.trimtab.benchmark.decide;

import dev.trimtab.controller.portfolio.Portfolio;

/** What a session at one decision a step knows of how a reset leaves its hypotheses. */
enum Resets {
    /** Nothing speaks against their leaving what the plan says. */
    AS_PLANNED,
    /** The last decision was one; the next line shows what it left. */
    TRIED,
    /** One was found to have left more in the context than its plan: whatever it is good for, it does not make room. */
    NOT_AS_PLANNED;

    /**
     * Returns what is known after another line.
     *
     * @param planned the hypotheses as the last plan left them
     */
    Resets after(Portfolio planned, Portfolio found) {
        if (this != TRIED) {
            return this;
        }
        return holdsMore(planned, found) ? NOT_AS_PLANNED : AS_PLANNED;
    }

    /** Returns whether a hypothesis is held more fully than was planned. */
    static boolean holdsMore(Portfolio planned, Portfolio found) {
        return found.hypotheses().stream()
                .anyMatch(h -> planned.find(h.id())
                        .filter(before -> h.representation().compareTo(before.representation()) < 0)
                        .isPresent());
    }
}
