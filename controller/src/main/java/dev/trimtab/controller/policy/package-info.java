/**
 * Policies: what is done with a portfolio under a token budget. The entry type is {@link
 * dev.trimtab.controller.policy.StabilityPolicy}.
 */
@NullMarked
package dev.trimtab.controller.policy;

import org.jspecify.annotations.NullMarked;
