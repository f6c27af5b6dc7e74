/** Programs are compiled and run for real, on small made-up data, in a child process. */
@NullMarked
package dev.trimtab.runtime.model.offline.grammar;

import org.jspecify.annotations.NullMarked;
