/**
 * The random splits and draws of NumPy, scikit-learn and Python, reproduced bit for bit, so that data prepared here and
 * data prepared in Python are the same. Start at {@link dev.trimtab.benchmark.competition.split.TrainTestSplit}.
 */
@NullMarked
package dev.trimtab.benchmark.competition.split;

import org.jspecify.annotations.NullMarked;
