/** The competitions of MLE-bench, whose raw data a user downloads from Kaggle. */
@NullMarked
package dev.trimtab.benchmark.mlebench;

import org.jspecify.annotations.NullMarked;
