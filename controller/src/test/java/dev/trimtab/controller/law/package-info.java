/** Each law is held against brute force or Monte Carlo that does not call it. */
@NullMarked
package dev.trimtab.controller.law;

import org.jspecify.annotations.NullMarked;
