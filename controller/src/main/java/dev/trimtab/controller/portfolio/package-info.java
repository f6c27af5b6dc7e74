/**
 * What the controller holds: hypotheses of families, each in one representation, as immutable values. The entry type is
 * {@link dev.trimtab.controller.portfolio.Portfolio}.
 */
@NullMarked
package dev.trimtab.controller.portfolio;

import org.jspecify.annotations.NullMarked;
