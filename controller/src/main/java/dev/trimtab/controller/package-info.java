/** The law layer: search stability under a finite context, pure, with no I/O and no model types. */
@NullMarked
package dev.trimtab.controller;

import org.jspecify.annotations.NullMarked;
