package dev.trimtab.controller.estimate;

import dev.trimtab.controller.law.Quantity;
import dev.trimtab.controller.portfolio.Evidence;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * How large a gain is in the units of a caller's values, where nobody says: the root mean square of what was gained a unit of
 * effort, over all routes, and at least a small share of the values' own size.
 *
 * <p>In that unit a route that gains more than its rivals stands out whatever the metric, and where nothing but noise moves the
 * values, none does.
 */
public final class GainScale {
    /** Share of the median size of the values that is the least scale; the prior's, which suits relative scores. */
    private static final double LEAST_SHARE = 0.02;

    private GainScale() {}

    /** Returns the scale, above 0, estimated from as many increments as there are; 1 while every value is 0 or there are none. */
    public static Quantity of(List<Evidence> evidence) {
        Map<String, Double> last = new HashMap<>();
        List<Double> sizes = new ArrayList<>();
        double squares = 0;
        int count = 0;
        for (Evidence seen : evidence) {
            if (seen.value().isPresent()) {
                double value = seen.value().getAsDouble();
                Double before = last.put(seen.hypothesis(), value);
                sizes.add(Math.abs(value));
                if (before != null) {
                    double gain = (value - before) / seen.effort();
                    squares += gain * gain;
                    count++;
                }
            }
        }
        sizes.sort(null);
        double typical = sizes.isEmpty() ? 0 : sizes.get(sizes.size() / 2);
        double scale = Math.max(LEAST_SHARE * typical, count == 0 ? 0 : Math.sqrt(squares / count));
        return Quantity.estimated(scale > 0 ? scale : 1, count);
    }
}
