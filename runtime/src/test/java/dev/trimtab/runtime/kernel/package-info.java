/** Kernels are tested by real executions in this machine's sandbox; the cache with a fake kernel. */
@NullMarked
package dev.trimtab.runtime.kernel;

import org.jspecify.annotations.NullMarked;
