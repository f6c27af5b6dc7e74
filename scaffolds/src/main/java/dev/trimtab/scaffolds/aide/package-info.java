/**
 * AIDE: a greedy search in a tree of solutions, as in AIDE ML and the fork of it that MLE-bench runs, in our own words and code.
 * {@link dev.trimtab.scaffolds.aide.Aide} is the entry; {@code docs/scaffolds.md} says where it differs.
 */
@NullMarked
package dev.trimtab.scaffolds.aide;

import org.jspecify.annotations.NullMarked;
