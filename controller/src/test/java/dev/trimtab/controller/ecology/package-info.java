/** The simulator against closed forms and its own promises: keyed randomness, hard budget, exact counterfactuals. */
@NullMarked
package dev.trimtab.controller.ecology;

import org.jspecify.annotations.NullMarked;
