package dev.trimtab.controller.policy;

import dev.trimtab.controller.belief.GainModel;

/**
 * All parameters of the policies, by section.
 *
 * @param goals what is asked for
 * @param ageing how things go stale and get lost
 * @param legacy what is assumed of how decisions read the context, where the state does not say
 * @param gains the model that learns promises from evidence
 * @param planning how hard the planner works
 * @param switches which parts of the controller are on
 * @param comparator what the comparators go by
 */
public record PolicyParameters(
        Goals goals,
        Ageing ageing,
        Legacy legacy,
        GainModel gains,
        Planning planning,
        Switches switches,
        ComparatorParameters comparator) {

    /** The defaults of every section. */
    public static final PolicyParameters DEFAULT = new PolicyParameters(
            Goals.DEFAULT,
            Ageing.DEFAULT,
            Legacy.DEFAULT,
            GainModel.DEFAULT,
            Planning.DEFAULT,
            Switches.ALL,
            ComparatorParameters.DEFAULT);

    /** Returns the parameters with other goals. */
    public PolicyParameters with(Goals next) {
        return new PolicyParameters(next, ageing, legacy, gains, planning, switches, comparator);
    }

    /** Returns the parameters with other ageing. */
    public PolicyParameters with(Ageing next) {
        return new PolicyParameters(goals, next, legacy, gains, planning, switches, comparator);
    }

    /** Returns the parameters with other assumptions about legacy. */
    public PolicyParameters with(Legacy next) {
        return new PolicyParameters(goals, ageing, next, gains, planning, switches, comparator);
    }

    /** Returns the parameters with another gain model. */
    public PolicyParameters with(GainModel next) {
        return new PolicyParameters(goals, ageing, legacy, next, planning, switches, comparator);
    }

    /** Returns the parameters with other switches. */
    public PolicyParameters with(Switches next) {
        return new PolicyParameters(goals, ageing, legacy, gains, planning, next, comparator);
    }

    /** Returns the parameters with others for the comparators. */
    public PolicyParameters with(ComparatorParameters next) {
        return new PolicyParameters(goals, ageing, legacy, gains, planning, switches, next);
    }
}
