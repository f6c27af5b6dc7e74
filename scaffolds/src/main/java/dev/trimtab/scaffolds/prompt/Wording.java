package dev.trimtab.scaffolds.prompt;

import dev.trimtab.runtime.InfrastructureError;
import dev.trimtab.runtime.config.ConfigLoader;
import dev.trimtab.runtime.config.Layer;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The wording of prompts: a resource beside its record, parts of which a user's file may replace, with words in braces to be filled in. */
public final class Wording {
    /** Names the wording that comes with a scaffold. */
    public static final String BUILT_IN = "built-in";

    private static final String RESOURCE = "prompts.yaml";
    private static final Pattern WORD = Pattern.compile("\\{([a-z-]+)}");

    private Wording() {}

    /**
     * Returns the built-in wording, {@code prompts.yaml} beside a record, with the parts that a file replaces.
     *
     * @param file path of a YAML file, or {@value #BUILT_IN}
     * @throws dev.trimtab.runtime.UserError if the file cannot be read or has a key that the built-in wording lacks or an unknown word
     */
    public static <T extends Record> T load(Class<T> type, String file) {
        Layer builtIn = Layer.text(RESOURCE, builtIn(type));
        if (file.equals(BUILT_IN)) {
            return new ConfigLoader().load(List.of(builtIn), type);
        }
        Layer own = Layer.file(Path.of(file));
        // Texts of a tool that is none would never be asked for, and the misspelt one's would stay as they are.
        own.requireKeysOf(builtIn);
        return new ConfigLoader().load(List.of(builtIn, own), type);
    }

    private static String builtIn(Class<?> type) {
        try (InputStream resource = type.getResourceAsStream(RESOURCE)) {
            if (resource == null) {
                throw new InfrastructureError("resource " + RESOURCE + " of " + type.getName() + " is missing");
            }
            return new String(resource.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new InfrastructureError("resource " + RESOURCE + " cannot be read", e);
        }
    }

    /** Returns a check of texts that reach the model as they are, in which a word in braces would stay one. */
    public static Check allowNone() {
        return new Check(Set.of());
    }

    /** Returns a check of templates that may name only these words. */
    public static Check allow(Set<String> words) {
        return new Check(words);
    }

    /**
     * Checks that templates name only words that exist.
     *
     * @param words those that exist
     */
    public record Check(Set<String> words) {
        /**
         * Checks the template of a key.
         *
         * @throws IllegalArgumentException naming the key and the first word that does not exist
         */
        public Check in(String key, String template) {
            WORD.matcher(template).results().map(word -> word.group(1)).forEach(word -> {
                if (!words.contains(word)) {
                    throw new IllegalArgumentException("template '" + key + "' names {" + word + "}, "
                            + (words.isEmpty()
                                    ? "but there no words are filled in"
                                    : "which is not one of "
                                            + words.stream().sorted().toList()));
                }
            });
            return this;
        }

        /**
         * Checks the templates below a key, each by its own.
         *
         * @throws IllegalArgumentException naming the key's path and the first word that does not exist
         */
        public Check in(String key, Map<String, String> templates) {
            templates.forEach((name, template) -> in(key + "." + name, template));
            return this;
        }

        /**
         * Checks the templates of a key.
         *
         * @throws IllegalArgumentException naming the key and the first word that does not exist
         */
        public Check in(String key, Collection<String> templates) {
            templates.forEach(template -> in(key, template));
            return this;
        }
    }

    /** Returns a template with its words filled in, or an empty text when a word that it needs has no value. */
    public static String fill(String template, Map<String, String> values) {
        Matcher word = WORD.matcher(template);
        StringBuilder filled = new StringBuilder();
        while (word.find()) {
            String value = values.get(word.group(1));
            if (value == null) {
                return "";
            }
            word.appendReplacement(filled, Matcher.quoteReplacement(value));
        }
        return word.appendTail(filled).toString().strip();
    }

    /** Returns the lines whose words all have values, as a Markdown list. */
    public static String bullets(List<String> templates, Map<String, String> values) {
        return String.join(
                "\n",
                templates.stream()
                        .map(template -> fill(template, values))
                        .filter(line -> !line.isEmpty())
                        .map(line -> "- " + line)
                        .toList());
    }
}
