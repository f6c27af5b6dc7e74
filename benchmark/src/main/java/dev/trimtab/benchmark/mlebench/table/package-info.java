/**
 * Tables as pandas reads and writes them, streamed: read as often as needed, handed over in any order, never whole in
 * memory. Start at {@link dev.trimtab.benchmark.mlebench.table.PandasTable}.
 */
@NullMarked
package dev.trimtab.benchmark.mlebench.table;

import org.jspecify.annotations.NullMarked;
