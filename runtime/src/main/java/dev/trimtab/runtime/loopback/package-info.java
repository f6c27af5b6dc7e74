/** HTTP servers for programs of this machine: what they share. */
@NullMarked
package dev.trimtab.runtime.loopback;

import org.jspecify.annotations.NullMarked;
