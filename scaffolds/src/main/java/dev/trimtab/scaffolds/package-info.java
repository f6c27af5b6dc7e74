/**
 * Agents: how a model is asked, what is done with its answers, and what it remembers. {@link dev.trimtab.scaffolds.Scaffolds} lists them.
 */
@NullMarked
package dev.trimtab.scaffolds;

import org.jspecify.annotations.NullMarked;
