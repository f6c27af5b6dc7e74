/** Statistics of comparisons: intervals, paired tests, correction for many. Pure functions of counts and values: what is drawn is keyed, so that the same input gives the same interval. */
@NullMarked
package dev.trimtab.benchmark.statistics;

import org.jspecify.annotations.NullMarked;
