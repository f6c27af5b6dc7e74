/** Competitions, grading, experiments, audit and the command line: the top module. */
@NullMarked
package dev.trimtab.benchmark;

import org.jspecify.annotations.NullMarked;
