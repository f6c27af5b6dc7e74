/** Finished runs against each other: what each came to, arms, paired statistics, tables. Reads run directories and nothing else. */
@NullMarked
package dev.trimtab.benchmark.comparison;

import org.jspecify.annotations.NullMarked;
