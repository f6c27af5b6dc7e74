package dev.trimtab.benchmark.contamination;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A language that solutions are written in, as a plagiarism detector sees it: comments and blanks are nothing, every name is the same, every
 * number is the same, every string is the same. Renaming and reformatting so change nothing.
 */
enum CodeLanguage {
    /** Java; text blocks count as strings. */
    JAVA(
            "//[^\\n]*|/\\*(?s:.*?)\\*/",
            "\"\"\"(?s:.*?)\"\"\"|\"(?:\\\\.|[^\"\\\\\\n])*+\"|'(?:\\\\.|[^'\\\\\\n])*+'",
            "abstract assert boolean break byte case catch char class continue default do double else enum extends final finally float for if"
                    + " implements import instanceof int interface long native new null package private protected public record return short"
                    + " static super switch synchronized this throw throws transient true false try var void volatile while"),
    /** Python; what stands in the place of a documentation text counts as a string. */
    PYTHON(
            "#[^\\n]*",
            "[rbfuRBFU]{0,2}(?:\"\"\"(?s:.*?)\"\"\"|'''(?s:.*?)'''|\"(?:\\\\.|[^\"\\\\\\n])*+\"|'(?:\\\\.|[^'\\\\\\n])*+')",
            "False None True and as assert async await break class continue def del elif else except finally for from global if import in is"
                    + " lambda nonlocal not or pass raise return try while with yield");

    private static final String NAME = "v";
    private static final String NUMBER = "n";
    private static final String STRING = "s";

    private final Pattern parts;

    /** Strings repeat possessively: long ones, such as pictures in base 64, would otherwise take a frame of the stack a character. */
    CodeLanguage(String comment, String string, String keywords) {
        parts = Pattern.compile("(?<nothing>\\s+|" + comment + ")|(?<string>" + string
                + ")|(?<number>\\.?\\d[\\w.]*)|(?<keyword>(?:" + keywords.replace(' ', '|')
                + ")(?![\\p{L}\\p{N}_$]))|(?<name>[\\p{L}_$][\\p{L}\\p{N}_$]*)|(?<sign>.)");
    }

    /** Returns the language that a file's ending tells of; empty for another one. Notebooks are taken for Python. */
    static Optional<CodeLanguage> ofFile(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        if (lower.endsWith(".java")) {
            return Optional.of(JAVA);
        }
        return lower.endsWith(".py") || lower.endsWith(".ipynb") ? Optional.of(PYTHON) : Optional.empty();
    }

    /** Returns a program's tokens in order: keywords and signs as they are, one word for all names, numbers and strings each. */
    List<String> tokens(String code) {
        List<String> tokens = new ArrayList<>();
        Matcher matcher = parts.matcher(code);
        while (matcher.find()) {
            if (matcher.group("string") != null) {
                tokens.add(STRING);
            } else if (matcher.group("number") != null) {
                tokens.add(NUMBER);
            } else if (matcher.group("name") != null) {
                tokens.add(NAME);
            } else if (matcher.group("nothing") == null) {
                tokens.add(matcher.group());
            }
        }
        return tokens;
    }
}
