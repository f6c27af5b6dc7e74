/**
 * One run of an agent on one task: the loop, what the agent may use, and what it reports back.
 * {@link dev.trimtab.runtime.run.RunContext} is what a scaffold is written against.
 */
@NullMarked
package dev.trimtab.runtime.run;

import org.jspecify.annotations.NullMarked;
