/**
 * Steps of single competitions that no recipe can express. Start at
 * {@link dev.trimtab.benchmark.mlebench.special.SpecialSteps}.
 */
@NullMarked
package dev.trimtab.benchmark.mlebench.special;

import org.jspecify.annotations.NullMarked;
