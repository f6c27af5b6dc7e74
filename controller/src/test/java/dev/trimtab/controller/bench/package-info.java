/** Load programs; each prints one line and is run by hand. */
@NullMarked
package dev.trimtab.controller.bench;

import org.jspecify.annotations.NullMarked;
