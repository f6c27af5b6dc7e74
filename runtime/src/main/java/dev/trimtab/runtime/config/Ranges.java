package dev.trimtab.runtime.config;

import java.time.Duration;

/** Range checks of the configuration records, worded alike. */
final class Ranges {
    private Ranges() {}

    static void atLeast(String key, long value, long least) {
        if (value < least) {
            throw new IllegalArgumentException(key + " must be >= " + least + " but was " + value);
        }
    }

    static void share(String key, double value) {
        if (!(value >= 0 && value <= 1)) {
            throw new IllegalArgumentException(key + " must be from 0 to 1 but was " + value);
        }
    }

    static void positive(String key, Duration value) {
        if (value.isZero() || value.isNegative()) {
            throw new IllegalArgumentException(key + " must be longer than 0s");
        }
    }

    static void notBlank(String key, String value) {
        if (value.isBlank()) {
            throw new IllegalArgumentException(key + " must not be blank");
        }
    }
}
