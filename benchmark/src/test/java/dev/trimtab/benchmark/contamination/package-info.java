/** Tests of the search for copied programs and broken rules. */
@NullMarked
package dev.trimtab.benchmark.contamination;

import org.jspecify.annotations.NullMarked;
