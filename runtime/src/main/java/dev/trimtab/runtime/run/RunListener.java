package dev.trimtab.runtime.run;

import dev.trimtab.runtime.attempt.Attempt;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Hears of a run's progress; for showing it only. */
public interface RunListener {
    /** Shows nothing. */
    RunListener SILENT = new RunListener() {
        @Override
        public void stepped(Progress progress) {}

        @Override
        public void noticed(String text) {}
    };

    /**
     * Where a run stands.
     *
     * @param step control steps used
     * @param steps control steps in all
     * @param did what the step did, in a few words
     * @param attempt the step's attempt, or null when it made none
     * @param best the best score so far, strong where it exists, or null
     * @param granted tokens of optional items in the step's memory prompt, or -1 when the step had none
     * @param wanted tokens that policy wanted, or -1
     * @param readings the controller's figures by name; empty for policies without laws
     */
    record Progress(
            int step,
            int steps,
            String did,
            @Nullable Attempt attempt,
            @Nullable Double best,
            int granted,
            int wanted,
            Map<String, Double> readings) {}

    /** A step ended. */
    void stepped(Progress progress);

    /** Something worth a line happened: a verification, a limit, a resumed log. */
    void noticed(String text);
}
