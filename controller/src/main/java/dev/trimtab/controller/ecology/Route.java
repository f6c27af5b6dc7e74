package dev.trimtab.controller.ecology;

import dev.trimtab.controller.portfolio.AliasHazard;
import dev.trimtab.controller.portfolio.ControlSignature;
import dev.trimtab.controller.portfolio.Family;
import dev.trimtab.controller.portfolio.HoldingCost;

/**
 * One route of a world as it is when the search starts.
 *
 * @param index its place in the world, from 0
 * @param id its label, which no outcome depends on
 * @param family place of its family in the world, from 0
 * @param label its family's label, which no outcome depends on
 * @param opened whether it is held when the search starts; else it can be branched to
 * @param start score before any work
 * @param fit whether it can realise its family; hidden
 * @param cost tokens in each representation
 * @param growth tokens that a step of work adds to it in full
 * @param overlap overlap burden in [0,1] while another route is active
 * @param staleness control steps since it was last worked on
 * @param inertia share in [0,1] of recent decisions that followed it
 * @param recoverability chance in [0,1] that it can be reopened from the archive; hidden
 * @param hazard alias hazards of its record; hidden
 * @param told what a policy is told of both
 * @param summaryState what its record can be told apart by: records in one state are one
 */
public record Route(
        int index,
        String id,
        int family,
        Family label,
        boolean opened,
        double start,
        boolean fit,
        HoldingCost cost,
        int growth,
        double overlap,
        int staleness,
        double inertia,
        double recoverability,
        AliasHazard hazard,
        Told told,
        int summaryState) {

    /**
     * What a policy is told of a route's losses.
     *
     * @param recoverability told chance in [0,1] that it can be reopened
     * @param hazard told alias hazards
     * @param signature what the next decision needs to know of the route
     * @param recorded the signature that its record reads back as
     */
    public record Told(
            double recoverability, AliasHazard hazard, ControlSignature signature, ControlSignature recorded) {}
}
