/**
 * How a solution is written and run: {@link dev.trimtab.runtime.kernel.Kernel} turns a program into a command for the
 * sandbox and reads its error trace; {@link dev.trimtab.runtime.kernel.ExecutionCache} spares repeated executions.
 */
@NullMarked
package dev.trimtab.runtime.kernel;

import org.jspecify.annotations.NullMarked;
