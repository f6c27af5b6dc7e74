package dev.trimtab.controller.policy;

import dev.trimtab.controller.law.Certificate;
import dev.trimtab.controller.portfolio.Representation;
import java.util.List;
import java.util.Map;

/** One thing that a policy wants done, with the certificate of the law behind it. */
public sealed interface Decision {
    /** Returns the kind. */
    Action action();

    /** Returns the law's outcome that this decision rests on. */
    Certificate certificate();

    /** Returns how hypotheses are held once it is carried out, by id; those that it leaves as they are do not occur. */
    default Map<String, Representation> effect() {
        return Map.of();
    }

    /**
     * Stays in the context as it is held; what stays in the archive has no decision.
     *
     * @param hypothesis its id
     */
    record Keep(String hypothesis, Certificate certificate) implements Decision {
        @Override
        public Action action() {
            return Action.KEEP;
        }
    }

    /**
     * Goes from full to its structured record.
     *
     * @param hypothesis its id
     */
    record Compress(String hypothesis, Certificate certificate) implements Decision {
        @Override
        public Map<String, Representation> effect() {
            return Map.of(hypothesis, Representation.COMPRESSED);
        }

        @Override
        public Action action() {
            return Action.COMPRESS;
        }
    }

    /**
     * Gives its place to another carrier of the same family.
     *
     * @param replaced id of the hypothesis that leaves the context
     * @param to what the replaced one becomes: {@code SHADOW} or {@code EXTINCT}
     * @param substitute id of the carrier that is brought into the context in full
     */
    record Substitute(String replaced, Representation to, String substitute, Certificate certificate)
            implements Decision {
        @Override
        public Map<String, Representation> effect() {
            return Map.of(replaced, to, substitute, Representation.FULL);
        }

        @Override
        public Action action() {
            return Action.SUBSTITUTE;
        }
    }

    /**
     * Leaves the context.
     *
     * @param hypothesis its id
     * @param to {@code SHADOW} or {@code EXTINCT}
     */
    record Retire(String hypothesis, Representation to, Certificate certificate) implements Decision {
        @Override
        public Map<String, Representation> effect() {
            return Map.of(hypothesis, to);
        }

        @Override
        public Action action() {
            return Action.RETIRE;
        }
    }

    /**
     * Comes back from the archive in full.
     *
     * @param hypothesis its id
     */
    record Recover(String hypothesis, Certificate certificate) implements Decision {
        @Override
        public Map<String, Representation> effect() {
            return Map.of(hypothesis, Representation.FULL);
        }

        @Override
        public Action action() {
            return Action.RECOVER;
        }
    }

    /**
     * Is held more fully for now, in tokens that nothing else needs yet.
     *
     * @param hypothesis its id
     * @param to how it is held: {@code COMPRESSED} or {@code FULL}
     */
    record Expand(String hypothesis, Representation to, Certificate certificate) implements Decision {
        @Override
        public Map<String, Representation> effect() {
            return Map.of(hypothesis, to);
        }

        @Override
        public Action action() {
            return Action.EXPAND;
        }
    }

    /**
     * Opens a route that is not held yet.
     *
     * @param option which one
     */
    record Branch(BranchOption option, Certificate certificate) implements Decision {
        @Override
        public Action action() {
            return Action.BRANCH;
        }
    }

    /**
     * Rebuilds the context from a seed; everything else leaves it as the plan's representations say.
     *
     * @param seed ids of the hypotheses that are read again, so that nothing about them is stale
     */
    record Reset(List<String> seed, Certificate certificate) implements Decision {
        /** Copies the seed. */
        public Reset {
            seed = List.copyOf(seed);
        }

        @Override
        public Action action() {
            return Action.RESET;
        }
    }

    /**
     * Is what the next step should work on.
     *
     * @param hypothesis its id
     */
    record Pursue(String hypothesis, Certificate certificate) implements Decision {
        @Override
        public Action action() {
            return Action.PURSUE;
        }
    }
}
