/** Tests of the offline engineer's reader package. */
@NullMarked
package dev.trimtab.runtime.model.offline.reader;

import org.jspecify.annotations.NullMarked;
