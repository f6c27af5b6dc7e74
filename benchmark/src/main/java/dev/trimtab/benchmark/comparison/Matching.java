package dev.trimtab.benchmark.comparison;

/** What two runs of one competition and seed have used alike when they are compared; the one that used less sets it for both. */
public enum Matching {
    /** Model calls. */
    CALLS {
        @Override
        long used(RunOutcome run) {
            return run.totals().calls();
        }

        @Override
        Standing standing(RunOutcome run, long used) {
            return run.atCalls(used);
        }
    },
    /** Prompt and reply tokens. */
    TOKENS {
        @Override
        long used(RunOutcome run) {
            return run.totals().tokens();
        }

        @Override
        Standing standing(RunOutcome run, long used) {
            return run.atTokens(used);
        }
    };

    /** Returns how much a run used by its end. */
    abstract long used(RunOutcome run);

    /** Returns what a run would have submitted, stopped before the call that takes it above so much. */
    abstract Standing standing(RunOutcome run, long used);
}
