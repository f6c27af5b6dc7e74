/**
 * What an agent may do to its workspace: files to read and write, an editor, a shell. The files are changed by this process and changed again in the
 * same way when a log is played back; programs and commands run through {@link dev.trimtab.runtime.run.RunContext}.
 */
@NullMarked
package dev.trimtab.runtime.tool;

import org.jspecify.annotations.NullMarked;
