/**
 * The policies that the portfolio policy is compared with: rules that lack a law each, and the bound that knows the adequate
 * set. The entry type is {@link dev.trimtab.controller.comparator.StabilityPolicies}.
 */
@NullMarked
package dev.trimtab.controller.comparator;

import org.jspecify.annotations.NullMarked;
