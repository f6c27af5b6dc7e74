package dev.trimtab.benchmark.contamination;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;

/**
 * A rule of the competitions, and the words in code or commands that tell of a breach.
 *
 * @param id short name
 * @param about what the rule forbids, in plain words
 * @param pattern regular expression that a line of code must hold to be listed
 */
record Rule(String id, String about, String pattern) {
    private static final String FILE = "rules.yaml";

    /** Checks that the pattern is one. */
    Rule {
        Objects.requireNonNull(Pattern.compile(pattern));
    }

    /** Returns the rules that come with Trimtab. */
    static List<Rule> builtIn() {
        try (InputStream file = Objects.requireNonNull(Rule.class.getResourceAsStream(FILE))) {
            return List.copyOf(new YAMLMapper().readValue(file, new TypeReference<List<Rule>>() {}));
        } catch (IOException e) {
            throw new UncheckedIOException(FILE + " is a resource of ours", e);
        }
    }
}
