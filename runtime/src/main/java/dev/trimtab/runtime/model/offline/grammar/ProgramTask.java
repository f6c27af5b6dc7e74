package dev.trimtab.runtime.model.offline.grammar;

/**
 * What a program must know of its competition.
 *
 * @param metric the metric that it prints and optimises
 * @param id the column that names a row
 * @param target the column to predict; empty to take the last column of the training table
 */
public record ProgramTask(Metric metric, String id, String target) {}
