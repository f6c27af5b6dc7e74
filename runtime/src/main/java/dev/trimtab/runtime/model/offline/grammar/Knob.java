package dev.trimtab.runtime.model.offline.grammar;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** One setting of a pipeline, how it is said in a sentence and how it is read back from other people's sentences. */
public enum Knob {
    TREES("%s trees", "(\\d+) (?:trees|rounds|estimators)|(?:trees|rounds|n_?estimators) ?[=:] ?(\\d+)"),
    DEPTH("depth %s", "depth (?:of )?(\\d+)|(\\d+) levels|max_?depth ?[=:] ?(\\d+)"),
    RATE("rate %s", "(?:learning )?(?:rate|eta|step size) ?(?:of |[=:] ?)?(\\d*\\.?\\d+)"),
    SHARE("share %s", "(?:share|subsampl\\w+) ?(?:of |[=:] ?)?(\\d*\\.?\\d+)"),
    EPOCHS("%s epochs", "(\\d+) (?:epochs|passes)|epochs ?[=:] ?(\\d+)"),
    PENALTY("penalty %s", "penalty (?:of )?(\\d*\\.?\\d+)|alpha ?[=:] ?(\\d*\\.?\\d+)"),
    NEIGHBOURS("k %s", "\\bk (?:of )?(\\d+)|(\\d+) neighbou?rs|n_?neighbors ?[=:] ?(\\d+)"),
    SMOOTHING("smoothing %s", "smoothing (?:of )?(\\d*\\.?\\d+)"),
    SHARPNESS("word weight %s", "word weight (?:of )?(\\d*\\.?\\d+)"),
    HIDDEN("%s units", "(\\d+) (?:hidden )?units|hidden_?layer\\w* ?[=:] ?\\(?(\\d+)"),
    YEARS("%s past years", "(\\d+) past years?|last (\\d+) years"),
    CATEGORIES(
            "%s",
            words(
                    "integer codes|one-hot and means|one-hot columns|level counts|target means|level words|words and means")),
    NUMBERS("%s", words("raw numbers|log numbers|sums and counts|pair counts|pair sums")),
    TEXT("%s", words("words and n-grams|character n-grams|word counts|word pairs")),
    IMAGE("%s", words("pixels and slopes|gradient histograms|raw pixels")),
    COPIES("%s", words("mirrored|no copies")),
    CALENDAR(
            "%s",
            words(
                    "last year and holidays|last year's values|calendar parts|plain dates|all date columns|special days")),
    TARGET("%s", words("log target|raw target")),
    GAPS("%s", words("gaps by group|gaps by mean")),
    LOSS("%s", words("absolute loss|squared loss")),
    SERIES("%s", words("summary figures|strength of parts|spectrum bands|parts and bands|all series figures")),
    PARTS("%s", words("8 parts|16 parts|32 parts")),
    LISTS("%s", words("list entries|list words|entries and words|entry pairs")),
    WEIGHTS("%s", words("plain marks|rarity weights")),
    SHOWN("%s", words("shown names left out|shown names kept")),
    CONTEXT("%s", words("1 letter around|2 letters around|3 letters around|4 letters around")),
    ALIGNMENT("%s", words("aligned by counts|aligned by place")),
    PASSES("%s", words("one pass|two passes")),
    WINDOW("%s", words("3x3 window|5x5 window|7x7 window")),
    LEVEL("%s", words("plain brightness|local contrast|contrast to the border")),
    OUTLIERS("%s", words("outliers mended|outliers kept")),
    MASKS("%s", words("mask smoothed|mask as predicted"));

    private final String phrase;
    private final Pattern pattern;

    Knob(String phrase, String regex) {
        this.phrase = phrase;
        this.pattern = Pattern.compile(regex, Pattern.CASE_INSENSITIVE);
    }

    /** Returns the setting in words, such as {@code depth 6}. */
    public String say(String value) {
        return String.format(phrase, value);
    }

    /** Returns the first value of this setting that a text states. */
    public Optional<String> read(CharSequence text) {
        Matcher matcher = pattern.matcher(text);
        if (!matcher.find()) {
            return Optional.empty();
        }
        for (int group = 1; group <= matcher.groupCount(); group++) {
            if (matcher.group(group) != null) {
                return Optional.of(plain(matcher.group(group)));
            }
        }
        return Optional.empty();
    }

    /** Returns whether values are ordered numbers rather than names. */
    public boolean numeric() {
        return compareTo(CATEGORIES) < 0;
    }

    /** Returns the settings of the data's preparation, which all models of a pipeline share. */
    public static List<Knob> features() {
        return List.of(
                CATEGORIES,
                NUMBERS,
                GAPS,
                TEXT,
                IMAGE,
                COPIES,
                CALENDAR,
                TARGET,
                SERIES,
                PARTS,
                LISTS,
                WEIGHTS,
                SHOWN,
                CONTEXT,
                ALIGNMENT,
                PASSES,
                WINDOW,
                LEVEL,
                OUTLIERS,
                MASKS);
    }

    /** Returns the name of this setting's hole in a template. */
    String hole() {
        return this == SHARPNESS ? "weight" : name().toLowerCase(java.util.Locale.ROOT);
    }

    private static String words(String alternatives) {
        return "(" + alternatives + ")";
    }

    /** Puts names in lower case; writes a number without needless zeros. */
    private static String plain(String value) {
        String text = value.toLowerCase(java.util.Locale.ROOT);
        if (!text.matches("\\d*\\.\\d+")) {
            return text;
        }
        return new java.math.BigDecimal(text).stripTrailingZeros().toPlainString();
    }
}
