package dev.trimtab.runtime.context;

import dev.trimtab.runtime.RandomStreams;
import dev.trimtab.runtime.attempt.Attempt;
import java.util.ArrayList;
import java.util.List;

/**
 * A control: each attempt is given the family of one drawn from all attempts so far, itself among them, instead of its own. Families keep about
 * the sizes that they would have, and say nothing of what is in them. What still helps then is not that families are told apart.
 *
 * <p>Draws are keyed by the seed and the attempt's step. Not thread-safe.
 */
public final class ShuffledFamilies implements FamilyClassifier {
    private final FamilyClassifier classifier;
    private final RandomStreams random;
    private final List<Hypotheses.Tracked> truth = new ArrayList<>();

    /**
     * @param classifier finds the families that are shuffled
     * @param seed keys the draws
     */
    public ShuffledFamilies(FamilyClassifier classifier, long seed) {
        this.classifier = classifier;
        this.random = new RandomStreams(seed);
    }

    @Override
    public Classification classify(Attempt attempt, List<Hypotheses.Tracked> known) {
        Classification own = classifier.classify(attempt, truth);
        truth.add(new Hypotheses.Tracked(
                attempt,
                own.family(),
                own.source(),
                attempt.step(),
                /* inertia= */ 0,
                null,
                null,
                /* verified= */ false));
        int drawn = random.stream(attempt.step(), "shuffled-families").nextInt(truth.size());
        return new Classification(truth.get(drawn).family(), "shuffled");
    }
}
