package dev.trimtab.runtime.model.offline.protocol;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A request to change one script as told, and to give it whole: what stands around the script's fence is the instruction.
 *
 * @param instruction what is told
 * @param code the script so far, possibly empty
 */
record EditTask(String instruction, String code) {
    private static final Pattern WANTED = Pattern.compile(
            "(?i)\\b(?:edit|change|modify|rewrite) (?:it|(?:the|this)(?: \\w+)? (?:script|program|code|file))\\b");
    private static final Pattern FENCE = Pattern.compile("(?ms)^[ \\t]*```\\w*[ \\t]*\\n(.*?)^[ \\t]*```[ \\t]*$");

    /** Returns what has to be changed, empty if that is not what the prompt asks for. */
    static Optional<EditTask> of(String prompt) {
        Matcher fence = FENCE.matcher(prompt);
        if (!fence.find()) {
            return Optional.empty();
        }
        String around = prompt.substring(0, fence.start()) + prompt.substring(fence.end());
        return WANTED.matcher(around).find() ? Optional.of(new EditTask(around, fence.group(1))) : Optional.empty();
    }
}
