/**
 * What enters a model's context at each step: items, the policies that choose among them, rendering, and the budget gate.
 * {@link dev.trimtab.runtime.context.ContextRequest} is where a prompt begins.
 */
@NullMarked
package dev.trimtab.runtime.context;

import org.jspecify.annotations.NullMarked;
