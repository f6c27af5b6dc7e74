/**
 * What every sandbox must stand up to is one contract, run against this machine's sandbox as the user who tests and as
 * an ordinary user; hostile programs are real.
 */
@NullMarked
package dev.trimtab.runtime.sandbox;

import org.jspecify.annotations.NullMarked;
