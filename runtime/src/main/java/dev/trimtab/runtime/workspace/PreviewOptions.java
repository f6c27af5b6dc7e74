package dev.trimtab.runtime.workspace;

import java.util.Set;

/**
 * How long a data preview may be.
 *
 * @param maxChars above this the preview is made anew in its short form; at least 200
 * @param hardCut whether what is still longer is cut at {@code maxChars}, with a last line that says so
 * @param withheld names of files that are left out, such as those the prompt holds anyway
 */
public record PreviewOptions(int maxChars, boolean hardCut, Set<String> withheld) {
    /** AIDE's 6,000 characters, cut hard, without the competition's description, which the task text holds. */
    public static final PreviewOptions DEFAULT =
            new PreviewOptions(6000, /* hardCut= */ true, Set.of("description.md"));

    public PreviewOptions {
        if (maxChars < 200) {
            throw new IllegalArgumentException("maxChars must be >= 200 but was " + maxChars);
        }
        withheld = Set.copyOf(withheld);
    }
}
