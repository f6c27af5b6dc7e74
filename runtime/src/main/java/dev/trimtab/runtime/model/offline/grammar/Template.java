package dev.trimtab.runtime.model.offline.grammar;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A program text with holes: <code>${name}</code> is filled in, lines between {@code //? flag} and {@code //;} stay only if the flag is set;
 * such parts may be nested.
 *
 * @param text the text
 */
record Template(String text) {
    private static final Pattern HOLE = Pattern.compile("\\$\\{([a-z0-9.-]+)}");

    /** Loads a template that is shipped beside the offline engineer. */
    static Template load(String name) {
        try (InputStream in = Template.class.getResourceAsStream("/dev/trimtab/runtime/model/offline/" + name)) {
            if (in == null) {
                throw new IllegalStateException("template " + name + " is missing from the class path");
            }
            return new Template(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Returns the text with the parts of unset flags left out and every hole filled. */
    String fill(Set<String> flags, Map<String, String> holes) {
        StringBuilder out = new StringBuilder();
        Deque<Boolean> open = new ArrayDeque<>();
        for (String line : text.lines().toList()) {
            if (line.startsWith("//? ")) {
                open.push(!open.contains(false)
                        && flags.contains(line.substring(4).strip()));
            } else if (line.equals("//;")) {
                open.pop();
            } else if (!open.contains(false)) {
                out.append(line).append('\n');
            }
        }
        Matcher hole = HOLE.matcher(out);
        return hole.replaceAll(found -> {
            String value = holes.get(found.group(1));
            if (value == null) {
                throw new IllegalStateException("no value for the hole " + found.group(1));
            }
            return Matcher.quoteReplacement(value);
        });
    }

    /** Returns a text as it stands between double quotes in a program, in Java and in Python alike. */
    static String literal(String text) {
        return text.replace("\\", "\\\\").replace("\"", "\\\"");
    }
}
