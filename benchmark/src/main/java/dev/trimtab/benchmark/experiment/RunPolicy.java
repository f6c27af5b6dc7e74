package dev.trimtab.benchmark.experiment;

import dev.trimtab.runtime.config.PolicyConfig;
import dev.trimtab.runtime.context.CodeFeatureClassifier;
import dev.trimtab.runtime.context.ContextPolicies;
import dev.trimtab.runtime.context.ContextPolicy;
import dev.trimtab.runtime.context.FamilyClassifier;
import dev.trimtab.runtime.context.ShuffledFamilies;

/**
 * What a run's policy file asks for.
 *
 * @param config the file's content
 */
record RunPolicy(PolicyConfig config) {
    /**
     * Returns the policy, which has seen nothing yet.
     *
     * @throws dev.trimtab.runtime.UserError if there is none of its kind or class
     */
    ContextPolicy fresh() {
        return new ContextPolicies().create(config);
    }

    /**
     * Returns what tells the families of attempts.
     *
     * @param seed keys the draws where families are shuffled
     */
    FamilyClassifier classifier(long seed) {
        FamilyClassifier classifier = new CodeFeatureClassifier();
        return config.shuffleFamilies() ? new ShuffledFamilies(classifier, seed) : classifier;
    }
}
