package dev.trimtab.controller.ecology;

import dev.trimtab.controller.law.Channel;
import java.util.EnumSet;
import java.util.Set;

/** Counts what happens in an episode; mutable. */
final class Tally {
    int aliases;
    int avoidableRetirements;
    int truncations;
    int resets;
    int decisions;
    long tokens;
    double contamination;
    int choices;
    int adequateChoices;
    int windowsSucceeded;
    int windowsRealised;
    int adequate;
    int adequateRecoverable;
    int recoverable;
    /** Channels whose switching off would have changed something. */
    final Set<Channel> touched = EnumSet.of(Channel.BUDGET_INFEASIBLE, Channel.RAW_MODEL);

    void read(int contextTokens, double legacyShare) {
        decisions++;
        tokens += contextTokens;
        contamination += legacyShare;
    }

    Outcome outcome(int windows, int extinct) {
        return new Outcome(
                windowsSucceeded == windows,
                windowsRealised == windows,
                adequate,
                adequateRecoverable,
                recoverable,
                extinct,
                aliases,
                avoidableRetirements,
                truncations,
                resets,
                decisions,
                tokens,
                decisions == 0 ? 0 : contamination / decisions,
                choices,
                adequateChoices,
                windowsSucceeded);
    }
}
