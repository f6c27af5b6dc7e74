/** Tests of comparisons of finished runs. */
@NullMarked
package dev.trimtab.benchmark.comparison;

import org.jspecify.annotations.NullMarked;
