/** Tests of the offline engineer as a whole, through the requests that it is sent. */
@NullMarked
package dev.trimtab.runtime.model.offline;

import org.jspecify.annotations.NullMarked;
