/** Tests of the run's budget under a clock that stands still. */
@NullMarked
package dev.trimtab.runtime.budget;

import org.jspecify.annotations.NullMarked;
