/**
 * Recipes: how raw files of one MLE-bench competition become its prepared data, as {@code prepare.yaml} states it. Start
 * at {@link dev.trimtab.benchmark.mlebench.recipe.Preparation}.
 */
@NullMarked
package dev.trimtab.benchmark.mlebench.recipe;

import org.jspecify.annotations.NullMarked;
