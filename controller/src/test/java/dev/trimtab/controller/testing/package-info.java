/** Generators of random portfolios and plans, brute force that shares no code with the planner, and invariants. */
@NullMarked
package dev.trimtab.controller.testing;

import org.jspecify.annotations.NullMarked;
