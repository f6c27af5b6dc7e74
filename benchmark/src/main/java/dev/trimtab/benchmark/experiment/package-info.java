/** Runs of agents on competitions: {@link dev.trimtab.benchmark.experiment.CompetitionRun} is the entry. */
@NullMarked
package dev.trimtab.benchmark.experiment;

import org.jspecify.annotations.NullMarked;
