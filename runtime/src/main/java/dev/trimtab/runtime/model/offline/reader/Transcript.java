package dev.trimtab.runtime.model.offline.reader;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What an agent that answers in named entries has done so far: all that follows the form of an answer, which comes once after the problem.
 *
 * @param problem what is told of the problem, up to the form
 * @param start where the course of the work begins
 * @param text the course of the work, with the word to begin where there is one
 */
public record Transcript(String problem, int start, String text) {
    private static final String PROBLEM = "Research Problem:";
    private static final Pattern INPUT = Pattern.compile("(?m)^Action Input:");
    /** The example of an observation may stand in a fence. */
    private static final Pattern OBSERVATION = Pattern.compile("(?m)^Observation:.*$(?:\\s*```[^`]*```)?");

    /** Returns the course of the work that a prompt tells of, empty if it is not of this kind. */
    public static Optional<Transcript> of(String prompt) {
        int problem = prompt.indexOf(PROBLEM);
        Matcher input = INPUT.matcher(prompt);
        if (problem < 0 || !input.find(problem)) {
            return Optional.empty();
        }
        Matcher observation = OBSERVATION.matcher(prompt);
        return observation.find(input.end())
                ? Optional.of(new Transcript(
                        prompt.substring(problem, input.start()),
                        observation.end(),
                        prompt.substring(observation.end())))
                : Optional.empty();
    }
}
