package dev.trimtab.scaffolds.aide;

import dev.trimtab.runtime.InfrastructureError;
import dev.trimtab.runtime.config.ConfigLoader;
import dev.trimtab.runtime.config.Layer;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The wording of AIDE's prompts, with words in braces to be filled in; {@code prompts.yaml} says which.
 *
 * @param introduction the opening of each kind of prompt
 * @param responseFormat how to answer
 * @param draftGuideline advice for a fresh design, a line each
 * @param improveGuideline advice for a change, a line each
 * @param debugGuideline advice for a repair, a line each
 * @param implementationGuideline what every program has to do, a line each
 * @param language by kernel, lines added to the implementation guideline
 * @param packages which libraries there are
 */
record PromptTemplates(
        Introduction introduction,
        String responseFormat,
        List<String> draftGuideline,
        List<String> improveGuideline,
        List<String> debugGuideline,
        List<String> implementationGuideline,
        Map<String, List<String>> language,
        String packages) {

    /** The opening of each kind of prompt. */
    record Introduction(String draft, String improve, String debug, String review) {}

    private static final String RESOURCE = "prompts.yaml";
    private static final Pattern WORD = Pattern.compile("\\{([a-z-]+)}");
    private static final Set<String> WORDS = Set.of(
            "language", "file", "metric", "better", "limit", "folds", "packages", "steps-left", "time-left", "reason");

    /** Checks that only words that exist are to be filled in. */
    PromptTemplates {
        List<String> all = new ArrayList<>(List.of(
                introduction.draft, introduction.improve, introduction.debug, introduction.review, responseFormat));
        all.addAll(draftGuideline);
        all.addAll(improveGuideline);
        all.addAll(debugGuideline);
        all.addAll(implementationGuideline);
        language.values().forEach(all::addAll);
        all.add(packages);
        all.forEach(PromptTemplates::check);
    }

    private static void check(String template) {
        WORD.matcher(template).results().map(word -> word.group(1)).forEach(word -> {
            if (!WORDS.contains(word)) {
                throw new IllegalArgumentException("prompt template names {" + word + "}, which is not one of "
                        + WORDS.stream().sorted().toList());
            }
        });
    }

    /**
     * Returns the built-in wording, with the parts that a file replaces.
     *
     * @param file path of a YAML file, or {@value AideConfig#BUILT_IN}
     * @throws dev.trimtab.runtime.UserError if the file cannot be read or has an unknown key or word
     */
    static PromptTemplates load(String file) {
        List<Layer> layers = new ArrayList<>(List.of(Layer.text(RESOURCE, builtIn())));
        if (!file.equals(AideConfig.BUILT_IN)) {
            layers.add(Layer.file(Path.of(file)));
        }
        return new ConfigLoader().load(layers, PromptTemplates.class);
    }

    private static String builtIn() {
        try (InputStream resource = PromptTemplates.class.getResourceAsStream(RESOURCE)) {
            if (resource == null) {
                throw new InfrastructureError("resource " + RESOURCE + " is missing from the scaffolds jar");
            }
            return new String(resource.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new InfrastructureError("resource " + RESOURCE + " cannot be read", e);
        }
    }

    /** Returns a template with its words filled in, or an empty text when a word that it needs has no value. */
    static String fill(String template, Map<String, String> values) {
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
    static String bullets(List<String> templates, Map<String, String> values) {
        return String.join(
                "\n",
                templates.stream()
                        .map(template -> fill(template, values))
                        .filter(line -> !line.isEmpty())
                        .map(line -> "- " + line)
                        .toList());
    }
}
