/** How agents that act on files come to attempts. */
@NullMarked
package dev.trimtab.scaffolds.attempt;

import org.jspecify.annotations.NullMarked;
