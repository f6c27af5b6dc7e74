package dev.trimtab.runtime.model.offline.reader;

import dev.trimtab.runtime.model.offline.grammar.Design;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads a program's design from the comments and prose in it, and its column names from its constants. */
public final class CodeReader {
    private static final Pattern COMMENT = Pattern.compile("(?m)^[ \\t]*(?:/\\*\\*?|\\*|//|#)[ \\t]*(\\S.*)$");
    private static final Pattern CONSTANT =
            Pattern.compile("(?i)\\b(id|target)(?:_?col(?:umn)?)? *= *[\"']((?:[^\"'\\\\]|\\\\.)*)[\"']");

    private CodeReader() {}

    /** Returns the design that a program's comments state; of a text that is no program, the first design that it states. */
    public static Optional<Design> design(String code) {
        Matcher comment = COMMENT.matcher(code);
        while (comment.find()) {
            Optional<Design> design = DesignReader.read(comment.group(1));
            if (design.isPresent()) {
                return design;
            }
        }
        return AttemptReader.read(code).stream().findFirst().map(AttemptFact::design);
    }

    /**
     * Returns the text of a constant.
     *
     * @param name {@code id} or {@code target}
     */
    public static Optional<String> constant(String code, String name) {
        Matcher constant = CONSTANT.matcher(code);
        while (constant.find()) {
            if (constant.group(1).equalsIgnoreCase(name)) {
                return Optional.of(constant.group(2).replace("\\\"", "\""));
            }
        }
        return Optional.empty();
    }
}
