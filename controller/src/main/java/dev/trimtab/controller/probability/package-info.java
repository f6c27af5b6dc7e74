/** Probability distributions that laws and beliefs share. */
@NullMarked
package dev.trimtab.controller.probability;

import org.jspecify.annotations.NullMarked;
