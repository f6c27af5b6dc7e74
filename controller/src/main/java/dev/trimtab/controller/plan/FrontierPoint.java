package dev.trimtab.controller.plan;

/**
 * One step of the staircase {@code A*(B)} (law L5).
 *
 * @param tokens tokens that it takes, reserve included
 * @param adequacy adequacy in [0,1] reached with them, not conditioned on {@code V}
 * @param bound no plan of at most these tokens has a higher adequacy
 */
public record FrontierPoint(int tokens, double adequacy, double bound) {}
