package dev.trimtab.runtime.context;

import dev.trimtab.controller.portfolio.ControlSignature;
import dev.trimtab.controller.portfolio.ControlSignature.Outcome;
import dev.trimtab.controller.portfolio.Family;
import dev.trimtab.runtime.Surrogates;
import dev.trimtab.runtime.attempt.Attempt;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The structured compression of an attempt: one line that carries its control signature (law L7) and is read back exactly.
 *
 * <p>Lines of one run only: an attempt's id stands for it. Not thread-safe.
 *
 * <p>{@code - (n7) family: linear | outcome: scored | score: 0.1345 | error: - | open: verify | next: improve | did: Ridge on …}
 */
final class SignatureLine {
    private static final int DID_CHARACTERS = 260;
    private static final String NOTHING = "-";
    private static final MathContext DIGITS = new MathContext(6, RoundingMode.HALF_UP);
    private static final Pattern LINE = Pattern.compile(
            "- \\([^)]*\\) family: (?<family>[^|]*) \\| outcome: (?<outcome>[a-z]+)"
                    + " \\| score: (?<score>[^| ]+) \\| error: (?<error>[^|]*) \\| open: (?<open>[^|]*) \\| next: (?<next>[^|]*) \\| did: .*",
            Pattern.DOTALL);

    /** By attempt, the last line: most attempts have the same signature at step after step. */
    private final Map<String, Written> last = new HashMap<>();

    /**
     * The line of an attempt.
     *
     * @param signature what it was written from
     * @param text the line
     * @param recorded the signature that is read back from it, or null if none is
     */
    record Written(
            ControlSignature signature,
            String text,
            @Nullable ControlSignature recorded) {}

    /** Returns the line of a hypothesis. */
    Written written(SearchState search, Hypotheses.Tracked tracked) {
        ControlSignature signature = signature(search, tracked);
        Written known = last.get(tracked.attempt().id());
        if (known != null && known.signature().equals(signature)) {
            return known;
        }
        String text = write(tracked.attempt(), signature);
        ControlSignature recorded = read(text).orElse(null);
        Written fresh = new Written(signature, text, signature.equals(recorded) ? signature : recorded);
        last.put(tracked.attempt().id(), fresh);
        return fresh;
    }

    /** Returns the signature of a hypothesis: what the next decision needs of it. */
    ControlSignature signature(SearchState search, Hypotheses.Tracked tracked) {
        Attempt attempt = tracked.attempt();
        Double score = SearchState.score(tracked);
        return new ControlSignature(
                tracked.family(),
                outcome(attempt),
                score == null || attempt.buggy() ? OptionalDouble.empty() : OptionalDouble.of(round(score)),
                attempt.error() == null ? "" : clean(attempt.error()),
                tracked.verified() || attempt.buggy() ? "" : "verify",
                next(search, attempt));
    }

    /**
     * Returns the line of an item: its signature and the first sentence of its plan; for an item without an attempt its first line.
     *
     * @param search the hypotheses
     * @param item the item
     */
    String of(SearchState search, ContextItem item) {
        return search.of(item)
                .map(tracked -> written(search, tracked).text())
                .orElseGet(() -> "- (" + item.id() + ") "
                        + clean(head(item.text().lines().findFirst().orElse(""))));
    }

    /** Returns the handle of an archived item: which it is, and where it stood. */
    String handle(SearchState search, ContextItem item) {
        return search.of(item)
                .map(tracked -> signature(search, tracked))
                .map(s -> "- (" + item.id() + ") family: " + clean(s.family().name()) + " | archived"
                        + (s.bestScore().isPresent() ? " at " + s.bestScore().getAsDouble() : ", " + word(s.outcome())))
                .orElse("- (" + item.id() + ") archived");
    }

    /** Returns the signature that a line carries, empty if the line carries none. */
    static Optional<ControlSignature> read(String line) {
        Matcher fields = LINE.matcher(line);
        if (!fields.matches()) {
            return Optional.empty();
        }
        String score = fields.group("score");
        return Optional.of(new ControlSignature(
                new Family(fields.group("family")),
                Outcome.valueOf(fields.group("outcome").toUpperCase(Locale.ROOT)),
                score.equals(NOTHING) ? OptionalDouble.empty() : OptionalDouble.of(Double.parseDouble(score)),
                empty(fields.group("error")),
                empty(fields.group("open")),
                empty(fields.group("next"))));
    }

    private static String write(Attempt attempt, ControlSignature signature) {
        return "- (" + attempt.id() + ") family: " + clean(signature.family().name())
                + " | outcome: " + word(signature.outcome())
                + " | score: "
                + (signature.bestScore().isPresent() ? signature.bestScore().getAsDouble() : NOTHING)
                + " | error: " + dash(signature.errorClass())
                + " | open: " + dash(signature.openQuestion())
                + " | next: " + dash(signature.nextAction())
                + " | did: " + clean(head(attempt.plan()));
    }

    private static String word(Outcome outcome) {
        return outcome.name().toLowerCase(Locale.ROOT);
    }

    private static Outcome outcome(Attempt attempt) {
        if (attempt.fault() == null) {
            return Outcome.SCORED;
        }
        return "TimeoutError".equals(attempt.error()) || "MemoryError".equals(attempt.error())
                ? Outcome.EXHAUSTED
                : Outcome.FAILED;
    }

    private static String next(SearchState search, Attempt attempt) {
        if (attempt.buggy()) {
            return search.isParent(attempt.id()) ? "" : "debug";
        }
        return "improve";
    }

    private static String head(String text) {
        String flat = Words.flat(text.strip());
        int stop = flat.indexOf(". ");
        String sentence = stop < 0 ? flat : flat.substring(0, stop + 1);
        return sentence.length() <= DID_CHARACTERS ? sentence : Surrogates.head(sentence, DID_CHARACTERS) + "…";
    }

    private static double round(double score) {
        return BigDecimal.valueOf(score).round(DIGITS).doubleValue();
    }

    private static String clean(String text) {
        return Words.flat(text.replace('|', '/'));
    }

    private static String dash(String text) {
        return text.isEmpty() ? NOTHING : text;
    }

    private static String empty(String text) {
        return text.equals(NOTHING) ? "" : text;
    }
}
