/** Directories, snapshots and data previews, tested on real files in temporary folders. */
@NullMarked
package dev.trimtab.runtime.workspace;

import org.jspecify.annotations.NullMarked;
