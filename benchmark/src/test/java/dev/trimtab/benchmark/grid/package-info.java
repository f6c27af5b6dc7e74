/** Tests of experiments. */
@NullMarked
package dev.trimtab.benchmark.grid;

import org.jspecify.annotations.NullMarked;
