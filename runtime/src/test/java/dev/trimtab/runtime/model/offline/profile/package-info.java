/** Tests of the offline engineer's profile package. */
@NullMarked
package dev.trimtab.runtime.model.offline.profile;

import org.jspecify.annotations.NullMarked;
