package dev.trimtab.runtime.config;

import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Durations as written in configuration: whole numbers with a unit, largest first, such as {@code 90s} or {@code 1h30m}. */
public final class DurationText {
    private static final Pattern TEXT =
            Pattern.compile("(?:(\\d{1,9})d)?(?:(\\d{1,9})h)?(?:(\\d{1,9})m)?(?:(\\d{1,9})s)?(?:(\\d{1,9})ms)?");

    private DurationText() {}

    /**
     * Reads {@code 500ms}, {@code 90s}, {@code 10m}, {@code 24h}, {@code 2d} or several of them in falling order.
     *
     * @throws IllegalArgumentException if the text is not of this form
     */
    public static Duration parse(String text) {
        Matcher matcher = TEXT.matcher(text);
        if (text.isEmpty() || !matcher.matches()) {
            throw new IllegalArgumentException("a duration such as 500ms, 90s, 10m, 24h or 1h30m");
        }
        return Duration.ofDays(amount(matcher, 1))
                .plusHours(amount(matcher, 2))
                .plusMinutes(amount(matcher, 3))
                .plusSeconds(amount(matcher, 4))
                .plusMillis(amount(matcher, 5));
    }

    /** Returns the text that {@link #parse} reads back to the duration, to the millisecond; {@code 0s} for none. */
    public static String format(Duration duration) {
        StringBuilder text = new StringBuilder();
        append(text, duration.toHours(), "h");
        append(text, duration.toMinutesPart(), "m");
        append(text, duration.toSecondsPart(), "s");
        append(text, duration.toMillisPart(), "ms");
        return text.isEmpty() ? "0s" : text.toString();
    }

    private static long amount(Matcher matcher, int group) {
        String digits = matcher.group(group);
        return digits == null ? 0 : Long.parseLong(digits);
    }

    private static void append(StringBuilder text, long amount, String unit) {
        if (amount != 0) {
            text.append(amount).append(unit);
        }
    }
}
