/** What a run may spend, in steps, tokens, money and wall time: limits, a meter that refuses before spending, and the refusal. */
@NullMarked
package dev.trimtab.runtime.budget;

import org.jspecify.annotations.NullMarked;
