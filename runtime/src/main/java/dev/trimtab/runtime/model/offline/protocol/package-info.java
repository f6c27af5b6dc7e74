/**
 * How the offline engineer answers a scaffold: {@link dev.trimtab.runtime.model.offline.protocol.Protocol} is one scaffold's way of asking; {@link
 * dev.trimtab.runtime.model.offline.protocol.AideProtocol} is AIDE's.
 */
@NullMarked
package dev.trimtab.runtime.model.offline.protocol;

import org.jspecify.annotations.NullMarked;
