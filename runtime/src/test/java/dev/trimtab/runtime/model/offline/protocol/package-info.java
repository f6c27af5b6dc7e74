/** Tests of the offline engineer's protocol package. */
@NullMarked
package dev.trimtab.runtime.model.offline.protocol;

import org.jspecify.annotations.NullMarked;
