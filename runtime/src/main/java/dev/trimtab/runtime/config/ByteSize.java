package dev.trimtab.runtime.config;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An amount of memory or disk.
 *
 * @param bytes at least 0
 */
public record ByteSize(long bytes) {
    private static final Pattern TEXT = Pattern.compile("(\\d{1,18})\\s*(B|KiB|MiB|GiB|TiB|)");
    private static final List<String> UNITS = List.of("B", "KiB", "MiB", "GiB", "TiB");

    public ByteSize {
        if (bytes < 0) {
            throw new IllegalArgumentException("bytes must be >= 0 but was " + bytes);
        }
    }

    /**
     * Reads a whole number with a binary unit, {@code B} when none is given: {@code 512}, {@code 64KiB}, {@code 2GiB}.
     *
     * @throws IllegalArgumentException if the text is not of this form or exceeds 8 EiB
     */
    public static ByteSize parse(String text) {
        Matcher matcher = TEXT.matcher(text);
        if (!matcher.matches()) {
            throw new IllegalArgumentException("a byte size such as 512, 64KiB, 100MiB or 2GiB");
        }
        String unit = matcher.group(2).isEmpty() ? "B" : matcher.group(2);
        long factor = 1L << (10 * UNITS.indexOf(unit));
        try {
            return new ByteSize(Math.multiplyExact(Long.parseLong(matcher.group(1)), factor));
        } catch (ArithmeticException e) {
            throw new IllegalArgumentException("a byte size below 8 EiB", e);
        }
    }

    /** Returns the size in the largest unit that divides it; {@link #parse} reads it back. */
    @Override
    public String toString() {
        int unit = 0;
        long amount = bytes;
        while (amount != 0 && amount % 1024 == 0 && unit < UNITS.size() - 1) {
            amount /= 1024;
            unit++;
        }
        return amount + UNITS.get(unit);
    }
}
