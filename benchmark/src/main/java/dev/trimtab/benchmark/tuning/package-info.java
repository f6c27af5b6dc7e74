/** Tuning of policies' parameters, each policy by the same budget, on simulated searches or on real runs. */
@NullMarked
package dev.trimtab.benchmark.tuning;

import org.jspecify.annotations.NullMarked;
