/** Measures what the offline engineer's grammar holds: {@link dev.trimtab.benchmark.offline.DesignSpread} is a program to start by hand. */
@NullMarked
package dev.trimtab.benchmark.offline;

import org.jspecify.annotations.NullMarked;
