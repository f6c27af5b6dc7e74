/** Statistics of comparisons: intervals, paired tests, correction for many. Pure functions of counts. */
@NullMarked
package dev.trimtab.benchmark.statistics;

import org.jspecify.annotations.NullMarked;
