/**
 * Estimators of the laws' constants from what a run logs: each with a prior that counts as so many observations, so that an estimate is
 * the prior alone, and says so, while nothing was seen.
 */
@NullMarked
package dev.trimtab.controller.estimate;

import org.jspecify.annotations.NullMarked;
