/** Raw files from Kaggle, over its public HTTP interface with a user's own key. */
@NullMarked
package dev.trimtab.benchmark.mlebench.kaggle;

import org.jspecify.annotations.NullMarked;
