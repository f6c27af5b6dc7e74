package dev.trimtab.runtime.model.offline.reader;

import java.util.List;
import java.util.Optional;

/**
 * A prompt as it was read.
 *
 * @param text the whole prompt without what must not be read
 * @param task what is told of the task
 * @param attempts what is told of earlier attempts
 * @param code the program under work, empty if none is shown
 * @param output what the program under work printed, empty if no output is shown
 */
public record Prompt(
        String text, TaskFacts task, List<AttemptFact> attempts, Optional<String> code, Optional<String> output) {}
