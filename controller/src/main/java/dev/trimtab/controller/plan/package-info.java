/**
 * The planner: which representation of each hypothesis keeps the most adequacy within a budget (laws L4 and L5). The
 * entry type is {@link dev.trimtab.controller.plan.ExactPlanner}.
 */
@NullMarked
package dev.trimtab.controller.plan;

import org.jspecify.annotations.NullMarked;
