/** What can go wrong in a model call, by name, under two roots: worth another attempt or not. {@code FailureMapper} names it. */
@NullMarked
package dev.trimtab.runtime.model.failure;

import org.jspecify.annotations.NullMarked;
