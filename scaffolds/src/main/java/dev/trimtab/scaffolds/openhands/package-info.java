/**
 * The scaffold {@code openhands}: OpenHands' CodeAct agent, which works through a shell and an editor, written anew.
 * {@link dev.trimtab.scaffolds.openhands.CodeActAgent} is its loop.
 */
@NullMarked
package dev.trimtab.scaffolds.openhands;

import org.jspecify.annotations.NullMarked;
