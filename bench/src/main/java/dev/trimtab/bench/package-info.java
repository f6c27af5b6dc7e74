/**
 * Benches: JMH programs for the controller and a load program for the run loop. They print figures and assert nothing;
 * {@code docs/results.md} names the commands.
 */
@NullMarked
package dev.trimtab.bench;

import org.jspecify.annotations.NullMarked;
