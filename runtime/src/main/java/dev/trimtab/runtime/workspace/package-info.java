/**
 * The directories of a run ({@link dev.trimtab.runtime.workspace.RunDirectory}), the agent's own
 * ({@link dev.trimtab.runtime.workspace.Workspace}), snapshots of it, and a description of its data for a prompt.
 */
@NullMarked
package dev.trimtab.runtime.workspace;

import org.jspecify.annotations.NullMarked;
