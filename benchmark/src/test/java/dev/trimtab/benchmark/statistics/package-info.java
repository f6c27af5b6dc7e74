/** Statistics against enumeration, simulation and SciPy. */
@NullMarked
package dev.trimtab.benchmark.statistics;

import org.jspecify.annotations.NullMarked;
