package dev.trimtab.runtime.model.http;

import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import okhttp3.Headers;
import org.jspecify.annotations.Nullable;

/** Reads {@code retry-after-ms}, and {@code Retry-After} in seconds or as an HTTP date (RFC 9110, 10.2.3). */
final class RetryAfter {
    private RetryAfter() {}

    static @Nullable Duration read(Headers headers, Instant now) {
        Double millis = number(headers.get("retry-after-ms"));
        if (millis != null) {
            return Duration.ofMillis(Math.round(millis));
        }
        String value = headers.get("Retry-After");
        Double seconds = number(value);
        if (seconds != null) {
            return Duration.ofMillis(Math.round(1000 * seconds));
        }
        return value == null ? null : untilDate(value, now);
    }

    private static @Nullable Duration untilDate(String value, Instant now) {
        try {
            Instant date = ZonedDateTime.parse(value.strip(), DateTimeFormatter.RFC_1123_DATE_TIME)
                    .toInstant();
            Duration wait = Duration.between(now, date);
            return wait.isNegative() ? Duration.ZERO : wait;
        } catch (DateTimeParseException e) {
            return null;
        }
    }

    private static @Nullable Double number(@Nullable String value) {
        return value != null && value.strip().matches("\\d{1,12}(\\.\\d{1,9})?") ? Double.valueOf(value.strip()) : null;
    }
}
