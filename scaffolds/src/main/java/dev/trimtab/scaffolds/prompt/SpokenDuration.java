package dev.trimtab.scaffolds.prompt;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Durations in words. */
public final class SpokenDuration {
    private SpokenDuration() {}

    /** Returns a duration as one would say it, its two largest units, such as {@code 1 hour 30 minutes}. */
    public static String of(Duration duration) {
        List<String> parts = new ArrayList<>();
        unit(parts, duration.toDays(), "day");
        unit(parts, duration.toHoursPart(), "hour");
        unit(parts, duration.toMinutesPart(), "minute");
        unit(parts, duration.toSecondsPart(), "second");
        return parts.isEmpty() ? "less than a second" : String.join(" ", parts.subList(0, Math.min(2, parts.size())));
    }

    private static void unit(List<String> parts, long count, String name) {
        if (count > 0) {
            parts.add(count + " " + name + (count == 1 ? "" : "s"));
        }
    }
}
