package dev.trimtab.benchmark.testing;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A program that is read instead of run.
 *
 * @param estimator the estimator it names, which puts it into a family
 * @param route which of a world's routes it is on
 * @param rises how often its route has risen
 * @param attempt tells it from the other programs of the run
 * @param score the score it prints, or what it would print were it not broken
 * @param broken whether it fails
 */
record ToyProgram(String estimator, int route, int rises, int attempt, double score, boolean broken) {
    private static final Pattern TEXT = Pattern.compile(
            "use (\\w+) on route (\\d+), risen (\\d+) times, attempt (\\d+)\\n(score|break) (-?[0-9.]+)");

    String text() {
        return String.format(
                Locale.ROOT,
                "use %s on route %d, risen %d times, attempt %d%n%s %.6f",
                estimator,
                route,
                rises,
                attempt,
                broken ? "break" : "score",
                score);
    }

    /** Returns the last program that a text holds. */
    static Optional<ToyProgram> last(String text) {
        Matcher matcher = TEXT.matcher(text.replace("\r\n", "\n"));
        ToyProgram last = null;
        while (matcher.find()) {
            last = new ToyProgram(
                    matcher.group(1),
                    Integer.parseInt(matcher.group(2)),
                    Integer.parseInt(matcher.group(3)),
                    Integer.parseInt(matcher.group(4)),
                    Double.parseDouble(matcher.group(6)),
                    matcher.group(5).equals("break"));
        }
        return Optional.ofNullable(last);
    }
}
