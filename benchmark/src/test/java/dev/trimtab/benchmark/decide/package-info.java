/** What a caller of {@code decide} is promised. */
@NullMarked
package dev.trimtab.benchmark.decide;

import org.jspecify.annotations.NullMarked;
