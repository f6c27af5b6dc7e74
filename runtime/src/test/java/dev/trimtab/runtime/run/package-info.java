/** Tests of a run's parts: what is sent, what is logged, what is served from the log. */
@NullMarked
package dev.trimtab.runtime.run;

import org.jspecify.annotations.NullMarked;
