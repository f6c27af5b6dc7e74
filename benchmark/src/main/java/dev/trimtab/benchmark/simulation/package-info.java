/**
 * Experiments in the search ecology: files in, tables out. The entry type is {@link
 * dev.trimtab.benchmark.simulation.Simulation}.
 */
@NullMarked
package dev.trimtab.benchmark.simulation;

import org.jspecify.annotations.NullMarked;
