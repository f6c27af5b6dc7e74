package dev.trimtab.runtime.context;

import dev.trimtab.controller.policy.Diagnostics;
import java.util.LinkedHashMap;
import java.util.Map;

/** The controller's figures by the names under which logs hold them. */
public final class Readings {
    private Readings() {}

    /** Returns the figures by name, in the order of {@code docs/file-formats.md}. */
    public static Map<String, Double> of(Diagnostics d) {
        Map<String, Double> readings = new LinkedHashMap<>();
        readings.put("contamination-before", d.contaminationBefore());
        readings.put("contamination", d.contamination());
        d.contaminationThreshold().ifPresent(t -> readings.put("contamination-threshold", t));
        readings.put("adequacy", d.adequacy());
        readings.put("adequacy-bound", d.adequacyBound());
        readings.put("target", d.target());
        d.tokensNeeded().ifPresent(t -> readings.put("tokens-needed", t));
        readings.put("tokens-missing", d.tokensMissing());
        readings.put("price", d.price());
        readings.put("reserve", (double) d.reserve());
        readings.put("tokens", (double) d.tokens());
        readings.put("lent", (double) d.lent());
        readings.put("families-alive", (double) d.familiesAlive());
        readings.put("adequacy-lost", d.adequacyLost());
        return readings;
    }
}
