/**
 * One class a law (L1 to L12): pure functions with their thresholds, and the {@link
 * dev.trimtab.controller.law.Certificate} that a decision carries.
 */
@NullMarked
package dev.trimtab.controller.law;

import org.jspecify.annotations.NullMarked;
