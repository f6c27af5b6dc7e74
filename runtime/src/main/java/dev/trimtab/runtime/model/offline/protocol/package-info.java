/**
 * How the offline engineer answers a scaffold: {@link dev.trimtab.runtime.model.offline.protocol.Protocol} is one scaffold's way of asking; there is one
 * each for AIDE, MLAB and OpenHands.
 */
@NullMarked
package dev.trimtab.runtime.model.offline.protocol;

import org.jspecify.annotations.NullMarked;
