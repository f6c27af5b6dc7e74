/** Archives of raw and prepared data, and files that are copied whole or not at all. */
@NullMarked
package dev.trimtab.benchmark.mlebench.archive;

import org.jspecify.annotations.NullMarked;
