/**
 * The controller as a side process for runtimes in any language: one JSON object a line in, one a line out. {@code docs/decide.md} has
 * the protocol.
 */
@NullMarked
package dev.trimtab.benchmark.decide;

import org.jspecify.annotations.NullMarked;
