package dev.trimtab.controller.law;

import dev.trimtab.controller.portfolio.Ranges;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/**
 * Law L11, rolling-window lifting: what holds of one window is lifted to many by a union bound, whatever their dependence.
 *
 * <p>Terms: Takahashi, Search Stability under Finite Context, doi 10.5281/zenodo.18905242; the statement is this project's (L11 in docs/theory.md). The proof is the union bound (Boole).
 */
public final class RollingWindows {
    private RollingWindows() {}

    /**
     * One window's risks.
     *
     * @param failure {@code delta_w} in [0,1]: chance that it fails although it was entered feasibly
     * @param entryFailure {@code epsilon_w} in [0,1]: chance that it is not entered feasibly
     */
    public record Window(double failure, double entryFailure) {
        /** Checks the ranges. */
        public Window {
            Ranges.unit("failure", failure);
            Ranges.unit("entryFailure", entryFailure);
        }
    }

    /** Returns a lower bound in [0,1] on the chance that all windows succeed, {@code 1 - sum (delta_w + epsilon_w)}. */
    public static double allSucceed(List<Window> windows) {
        double risk = 0;
        for (Window window : windows) {
            risk += window.failure() + window.entryFailure();
        }
        return Math.max(0, 1 - risk);
    }

    /** Returns {@code D / 2W}, the failure and the entry failure that each of {@code W} windows may have for {@code D} in all. */
    public static double risk(double total, int windows) {
        return Ranges.unit("total", total) / (2 * Ranges.positive("windows", windows));
    }

    /**
     * Returns {@code k*(W)}, the breadth that each window needs so that all succeed but for {@code total}; empty if none is
     * enough. It grows by at most {@code ln 2 / -ln(1 - q s^l)}, rounded up, when the windows double.
     *
     * @param total {@code D} in (0,1)
     * @param windows {@code W >= 1}
     * @param lag control steps until the strong verification of a window
     */
    public static OptionalInt breadthNeeded(Coverage coverage, double total, int windows, double lag) {
        return coverage.breadthNeeded(risk(total, windows), lag);
    }

    /**
     * Returns the adequacy in [0,1] with which the next window is entered, {@code (1 - gamma) A_carried + gamma A_prior}.
     *
     * @param modeChange {@code gamma} in [0,1]: chance that the task's mode changes at the boundary
     * @param carried adequacy in [0,1] of what is held, under the belief that the last window ended with
     * @param prior adequacy in [0,1] of the same, under the belief before any evidence
     */
    public static double entryAdequacy(double modeChange, double carried, double prior) {
        Ranges.unit("modeChange", modeChange);
        return (1 - modeChange) * Ranges.unit("carried", carried) + modeChange * Ranges.unit("prior", prior);
    }

    /**
     * Returns {@code gamma*}, the greatest chance of a mode change at which what is carried is enough to enter; empty if it is
     * not enough even without one.
     *
     * @param carried as of {@link #entryAdequacy}
     * @param prior as of {@link #entryAdequacy}
     * @param failure failure in [0,1] that the entered window may have
     */
    public static OptionalDouble greatestModeChange(double carried, double prior, double failure) {
        double needed = 1 - Ranges.unit("failure", failure);
        if (carried < needed) {
            return OptionalDouble.empty();
        }
        return OptionalDouble.of(prior >= needed ? 1 : (carried - needed) / (carried - prior));
    }

    /** Returns the certificate that what is carried over a boundary is adequate for the mixture of modes. */
    public static Certificate checkEntry(Map<String, Quantity> inputs, double entryAdequacy, double failure) {
        return Certificate.atLeast(
                Law.L11, "(1 - gamma) A_carried + gamma A_prior >= 1 - delta", inputs, entryAdequacy, 1 - failure);
    }

    /** Returns the certificate that the reserve is whole before anything else is spent. */
    public static Certificate checkReserve(Map<String, Quantity> inputs, int budget, int occupied, int reserve) {
        return Certificate.atLeast(Law.L11, "B - occupied >= Q", inputs, (double) budget - occupied, reserve);
    }
}
