/**
 * The append-only event log of a run, and how an interrupted run is played back from it.
 * {@link dev.trimtab.runtime.journal.Journal} is the entry.
 */
@NullMarked
package dev.trimtab.runtime.journal;

import org.jspecify.annotations.NullMarked;
