package dev.trimtab.runtime.budget;

import java.util.Locale;

/** A limit of the run is reached, or would be passed by what was about to be spent. The run ends with its best solution. */
public final class BudgetExceededException extends RuntimeException {
    private final BudgetKind kind;
    private final double value;
    private final double limit;

    /**
     * @param kind what is bounded
     * @param value what would have been spent in all, in the kind's unit
     * @param limit the most that may be spent
     */
    public BudgetExceededException(BudgetKind kind, double value, double limit) {
        super(String.format(
                Locale.ROOT,
                "budget of %s %s (%s) reached: the next step could bring it to %s",
                number(limit),
                kind.unit(),
                kind.option(),
                number(value)));
        this.kind = kind;
        this.value = value;
        this.limit = limit;
    }

    /** Returns what is bounded. */
    public BudgetKind kind() {
        return kind;
    }

    /** Returns what would have been spent in all. */
    public double value() {
        return value;
    }

    /** Returns the most that may be spent. */
    public double limit() {
        return limit;
    }

    private static String number(double value) {
        boolean whole = value == Math.rint(value) && Math.abs(value) < 1e15;
        return whole ? Long.toString((long) value) : String.format(Locale.ROOT, "%.4f", value);
    }
}
