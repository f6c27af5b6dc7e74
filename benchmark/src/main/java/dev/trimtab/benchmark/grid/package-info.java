/** Experiments: grids of real runs, each cell an ordinary run, made in parallel and taken up again after a kill. */
@NullMarked
package dev.trimtab.benchmark.grid;

import org.jspecify.annotations.NullMarked;
