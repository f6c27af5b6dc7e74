/**
 * The search ecology: seeded worlds in which policies are tried against each other and against the laws (theory §4). The
 * entry type is {@link dev.trimtab.controller.ecology.Episode}.
 *
 * <p>A world's constants are drawn from stated ranges, and what decides success, the set of adequate families, is drawn after the
 * initial state. Policies see what a run would show them: scores with noise, token costs, told hazards.
 */
@NullMarked
package dev.trimtab.controller.ecology;

import org.jspecify.annotations.NullMarked;
