package dev.trimtab.runtime.run;

import java.time.Duration;

/**
 * What the agent is asked to do.
 *
 * @param id the competition's id
 * @param description the text shown to the agent
 * @param metric the metric's name as solutions print it, such as {@code auc}
 * @param higherIsBetter the metric's direction; a model's own verdict on it is only logged
 * @param solutionLimit wall time that one execution of a solution may take
 */
public record Task(String id, String description, String metric, boolean higherIsBetter, Duration solutionLimit) {}
