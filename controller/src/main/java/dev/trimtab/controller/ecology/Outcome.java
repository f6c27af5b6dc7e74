package dev.trimtab.controller.ecology;

/**
 * What an episode came to, exactly: the simulator knows {@code V}. Counts of families and routes are those at the last
 * verification, counts of events those of the whole episode.
 *
 * @param success whether in every window a recoverable family was adequate, {@code R ∩ V ≠ ∅}: a family is recoverable if a
 *     route that can realise it is, whatever the model preferred
 * @param realised whether in every window work on a route realised an adequate family before the verification
 * @param adequate families in {@code V}, at least 1
 * @param adequateRecoverable families in {@code R ∩ V}
 * @param recoverable families in {@code R}
 * @param extinct opened routes that are lost
 * @param aliases records that came to mean another route
 * @param avoidableRetirements routes that could have realised an adequate family but were lost at a verification, since a
 *     plan had taken them out of the context although the room that it left would have held their record
 * @param truncations routes lost because what a plan held exceeded the budget
 * @param resets resets made
 * @param decisions plans asked for
 * @param tokens tokens of hypotheses read over all decisions
 * @param contamination mean legacy share in [0,1] of the context over all decisions
 * @param choices steps of work on a route that the model or the policy chose
 * @param adequateChoices those of them that were on a route of an adequate family
 * @param windowsSucceeded windows with success
 */
public record Outcome(
        boolean success,
        boolean realised,
        int adequate,
        int adequateRecoverable,
        int recoverable,
        int extinct,
        int aliases,
        int avoidableRetirements,
        int truncations,
        int resets,
        int decisions,
        long tokens,
        double contamination,
        int choices,
        int adequateChoices,
        int windowsSucceeded) {}
