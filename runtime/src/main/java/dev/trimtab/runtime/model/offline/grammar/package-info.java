/**
 * The pipelines the offline engineer can think of: {@link dev.trimtab.runtime.model.offline.grammar.Design} is one, a
 * {@link dev.trimtab.runtime.model.offline.grammar.Grammar} writes it as a program of a kernel's language. Nothing here knows which pipeline
 * is good where.
 */
@NullMarked
package dev.trimtab.runtime.model.offline.grammar;

import org.jspecify.annotations.NullMarked;
