/** The planner is checked against brute force that shares no code with it. */
@NullMarked
package dev.trimtab.controller.plan;

import org.jspecify.annotations.NullMarked;
