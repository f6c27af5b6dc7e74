package dev.trimtab.runtime.model.server;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The numbers that a JSON Schema allows.
 *
 * @param least the least, or null
 * @param open whether the least itself is not allowed
 * @param most the most, or null
 * @param below whether the most itself is not allowed
 * @param step what numbers are multiples of, above 0; null where they need not be
 */
record NumberRange(
        @Nullable BigDecimal least,
        boolean open,
        @Nullable BigDecimal most,
        boolean below,
        @Nullable BigDecimal step) {

    /**
     * Reads a schema's bounds.
     *
     * @param whole whether only whole numbers are allowed
     * @param where the place in the value, for the message
     * @throws UnmetSchemaException if a bound is no number, or a step is not above 0 or lets no whole number be told
     */
    static NumberRange of(JsonNode schema, boolean whole, String where) throws UnmetSchemaException {
        BigDecimal least = bound(schema, "minimum", where);
        BigDecimal above = bound(schema, "exclusiveMinimum", where);
        BigDecimal most = bound(schema, "maximum", where);
        BigDecimal below = bound(schema, "exclusiveMaximum", where);
        BigDecimal step = bound(schema, "multipleOf", where);
        boolean fraction = step != null && step.remainder(BigDecimal.ONE).signum() != 0;
        if (step != null && (step.signum() <= 0 || (whole && fraction))) {
            throw new UnmetSchemaException(where, "no number is known that is a multiple of " + step);
        }
        boolean open = above != null && (least == null || above.compareTo(least) >= 0);
        boolean closed = below != null && (most == null || below.compareTo(most) <= 0);
        return new NumberRange(
                open ? above : least,
                open,
                closed ? below : most,
                closed,
                whole && step == null ? BigDecimal.ONE : step);
    }

    /** Returns the allowed number that is simplest: 0, else one near a bound; empty if there is none. */
    Optional<BigDecimal> simplest() {
        BigDecimal unit = step == null ? BigDecimal.ONE : step;
        if (allows(BigDecimal.ZERO)) {
            return Optional.of(BigDecimal.ZERO);
        }
        if (least == null) {
            return most == null
                    ? Optional.empty()
                    : first(most, down(most, unit), down(most, unit).subtract(unit));
        }
        BigDecimal up = least.divide(unit, 0, RoundingMode.CEILING).multiply(unit);
        BigDecimal middle = most == null ? least : least.add(most).divide(BigDecimal.valueOf(2), MathContext.DECIMAL64);
        return first(least, up, up.add(unit), middle);
    }

    private static BigDecimal down(BigDecimal most, BigDecimal unit) {
        return most.divide(unit, 0, RoundingMode.FLOOR).multiply(unit);
    }

    private Optional<BigDecimal> first(BigDecimal... candidates) {
        return List.of(candidates).stream().filter(this::allows).findFirst();
    }

    private boolean allows(BigDecimal value) {
        boolean high = least == null || value.compareTo(least) > (open ? 0 : -1);
        boolean low = most == null || value.compareTo(most) < (below ? 0 : 1);
        return high && low && (step == null || value.remainder(step).signum() == 0);
    }

    private static @Nullable BigDecimal bound(JsonNode schema, String keyword, String where)
            throws UnmetSchemaException {
        JsonNode bound = schema.path(keyword);
        if (!bound.isMissingNode() && (!bound.isNumber() || Double.isInfinite(bound.doubleValue()))) {
            throw new UnmetSchemaException(where, "'" + keyword + "' is no number that can be read");
        }
        return bound.isNumber() ? bound.decimalValue() : null;
    }
}
