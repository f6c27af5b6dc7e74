package dev.trimtab.scaffolds.aide;

import dev.trimtab.scaffolds.prompt.Wording;
import java.util.List;
import java.util.Map;
import java.util.Set;

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
    record Introduction(String draft, String improve, String debug, String review) {
        /** Checks that only words that exist are to be filled in. */
        Introduction {
            Wording.allow(WORDS)
                    .in("draft", draft)
                    .in("improve", improve)
                    .in("debug", debug)
                    .in("review", review);
        }
    }

    private static final Set<String> WORDS = Set.of(
            "language", "file", "metric", "better", "limit", "folds", "packages", "steps-left", "time-left", "reason");

    /** Checks that only words that exist are to be filled in. */
    PromptTemplates {
        Wording.allow(WORDS)
                .in("response-format", responseFormat)
                .in("draft-guideline", draftGuideline)
                .in("improve-guideline", improveGuideline)
                .in("debug-guideline", debugGuideline)
                .in("implementation-guideline", implementationGuideline)
                .in("packages", packages);
        language.values().forEach(lines -> Wording.allow(WORDS).in("language", lines));
    }
}
