/**
 * Where a solution runs: with limits, and seeing its workspace and its kernel and nothing else. {@link
 * dev.trimtab.runtime.sandbox.Sandbox} is the entry; docs/security.md lists what it stands up to.
 */
@NullMarked
package dev.trimtab.runtime.sandbox;

import org.jspecify.annotations.NullMarked;
