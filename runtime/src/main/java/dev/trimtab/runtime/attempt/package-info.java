/**
 * The vocabulary of a search: what an agent tried ({@link dev.trimtab.runtime.attempt.Attempt}) and what it should work on next
 * ({@link dev.trimtab.runtime.attempt.Pursuit}). The context, the event log and the run loop all speak it.
 */
@NullMarked
package dev.trimtab.runtime.attempt;

import org.jspecify.annotations.NullMarked;
