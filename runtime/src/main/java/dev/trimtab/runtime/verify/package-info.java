/**
 * Strong verification: the public training rows are split again and the unchanged program is scored on labels it never saw.
 * {@link dev.trimtab.runtime.verify.FoldSource} is what a benchmark supplies.
 */
@NullMarked
package dev.trimtab.runtime.verify;

import org.jspecify.annotations.NullMarked;
