/**
 * Beliefs about the adequate set, and the model that learns promises from evidence. The entry type is {@link
 * dev.trimtab.controller.belief.AdequacyBelief}.
 */
@NullMarked
package dev.trimtab.controller.belief;

import org.jspecify.annotations.NullMarked;
