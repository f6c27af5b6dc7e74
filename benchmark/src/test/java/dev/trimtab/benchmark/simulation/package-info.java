/** Experiments in the ecology: files, cells, comparisons and their tables. */
@NullMarked
package dev.trimtab.benchmark.simulation;

import org.jspecify.annotations.NullMarked;
