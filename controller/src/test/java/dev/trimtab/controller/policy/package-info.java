/** Policies are checked after every decision of random searches by one class of invariants. */
@NullMarked
package dev.trimtab.controller.policy;

import org.jspecify.annotations.NullMarked;
