/** What several test packages need: Debian's scientific Python as a reference, synthetic raw data, and runs in a toy world. */
@NullMarked
package dev.trimtab.benchmark.testing;

import org.jspecify.annotations.NullMarked;
