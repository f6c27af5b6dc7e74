/**
 * One class a metric, each a pure function of answers and submission whose rows are already paired. Start at
 * {@link dev.trimtab.benchmark.metric.Metric} and the registry {@link dev.trimtab.benchmark.metric.Metrics}.
 */
@NullMarked
package dev.trimtab.benchmark.metric;

import org.jspecify.annotations.NullMarked;
