/** What several test packages need: Debian's scientific Python as a reference, and synthetic raw data. */
@NullMarked
package dev.trimtab.benchmark.testing;

import org.jspecify.annotations.NullMarked;
