/** Agent scaffolds: how an agent decides what to do next, written against the runtime only. */
@NullMarked
package dev.trimtab.scaffolds;

import org.jspecify.annotations.NullMarked;
