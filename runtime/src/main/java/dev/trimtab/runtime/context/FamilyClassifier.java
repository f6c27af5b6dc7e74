package dev.trimtab.runtime.context;

import dev.trimtab.controller.portfolio.Family;
import dev.trimtab.runtime.attempt.Attempt;
import java.util.List;

/** Puts an attempt into a coarse family of routes. */
public interface FamilyClassifier {
    /**
     * A family and how it was found.
     *
     * @param family the family
     * @param source {@code declared} (the model's own tag), {@code code} (static features of the program) or {@code text} (words of the plan)
     */
    record Classification(Family family, String source) {}

    /**
     * Returns the family of an attempt.
     *
     * @param attempt the attempt
     * @param known the attempts classified so far, oldest first
     */
    Classification classify(Attempt attempt, List<Hypotheses.Tracked> known);
}
