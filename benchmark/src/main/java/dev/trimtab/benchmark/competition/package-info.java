/**
 * What is to be solved: competitions read from their folders, and their data prepared by a declarative recipe. Start at
 * {@link dev.trimtab.benchmark.competition.Competition} and {@link dev.trimtab.benchmark.competition.CompetitionSets}.
 */
@NullMarked
package dev.trimtab.benchmark.competition;

import org.jspecify.annotations.NullMarked;
