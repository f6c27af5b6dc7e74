/**
 * How attentive and how careful the offline engineer is: {@link dev.trimtab.runtime.model.offline.profile.Profile}, read from frozen files with a
 * version and a hash. None of its numbers comes from a comparison of policies.
 */
@NullMarked
package dev.trimtab.runtime.model.offline.profile;

import org.jspecify.annotations.NullMarked;
