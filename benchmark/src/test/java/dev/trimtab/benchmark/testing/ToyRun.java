package dev.trimtab.benchmark.testing;

import dev.trimtab.runtime.attempt.Pursuit;
import dev.trimtab.runtime.budget.BudgetLimits;
import dev.trimtab.runtime.budget.BudgetMeter;
import dev.trimtab.runtime.config.PolicyConfig;
import dev.trimtab.runtime.context.BudgetGate;
import dev.trimtab.runtime.context.CodeFeatureClassifier;
import dev.trimtab.runtime.context.ContextPolicies;
import dev.trimtab.runtime.journal.Event;
import dev.trimtab.runtime.journal.Journal;
import dev.trimtab.runtime.journal.JournalReader;
import dev.trimtab.runtime.model.CalibratedTokenCounter;
import dev.trimtab.runtime.model.TokenCounter;
import dev.trimtab.runtime.run.Agent;
import dev.trimtab.runtime.run.ProgramRunner;
import dev.trimtab.runtime.run.RunListener;
import dev.trimtab.runtime.run.RunLoop;
import dev.trimtab.runtime.run.RunRecord;
import dev.trimtab.runtime.run.RunSettings;
import dev.trimtab.runtime.run.RunWiring;
import dev.trimtab.runtime.run.Task;
import dev.trimtab.runtime.sandbox.Limits;
import dev.trimtab.runtime.tool.SubmissionCheck;
import dev.trimtab.runtime.verify.VerificationPlan;
import dev.trimtab.runtime.workspace.InputMode;
import dev.trimtab.runtime.workspace.RunDirectory;
import dev.trimtab.runtime.workspace.Workspace;
import dev.trimtab.scaffolds.Scaffolds;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;

/**
 * A whole run of AIDE in the real run loop, on programs that are read instead of run.
 *
 * @param directory the run's directory
 * @param ending how it ended
 * @param events its log
 */
public record ToyRun(Path directory, RunLoop.Ending ending, List<Event> events) {
    /** Four characters are a token. */
    private static final class CharacterCounter implements TokenCounter {
        @Override
        public String name() {
            return "characters";
        }

        @Override
        public int count(String text) {
            return (text.length() + 3) / 4;
        }
    }

    private static final int WINDOW = 12_000;
    private static final int REPLY = 1000;

    /**
     * Runs AIDE.
     *
     * @param directory a directory that does not exist yet
     * @param routes what drafts go through
     * @param policy name of the context policy
     * @param pursuit who decides what to work on
     * @param steps control steps
     * @param memory tokens of the memory
     */
    public static ToyRun of(
            Path directory, List<ToyRoute> routes, String policy, Pursuit.Mode pursuit, int steps, int memory)
            throws IOException {
        Path data = Files.createDirectories(directory.resolveSibling(directory.getFileName() + "-data"));
        Files.writeString(data.resolve("train.csv"), "id,label\n0,1\n");
        RunDirectory run = RunDirectory.create(directory);
        Task task = new Task("toy", "Predict the label.", "auc", /* higherIsBetter= */ true, Duration.ofMinutes(1));
        ToyGround ground = new ToyGround(data);
        CalibratedTokenCounter counter = new CalibratedTokenCounter(new CharacterCounter());
        Agent agent = new Scaffolds().named("aide").configured(task, List.of(), /* showTime= */ false);
        PolicyConfig config = new PolicyConfig(
                policy,
                null,
                PolicyConfig.DEFAULT.keep(),
                PolicyConfig.DEFAULT.drop(),
                PolicyConfig.DEFAULT.portfolio(),
                PolicyConfig.DEFAULT.observations(),
                PolicyConfig.DEFAULT.condenser(),
                PolicyConfig.DEFAULT.pipeline(),
                PolicyConfig.DEFAULT.shuffleFamilies());
        try (Journal journal = Journal.create(run.events(), InstantSource.fixed(Instant.EPOCH))) {
            RunWiring wiring = new RunWiring(
                    task,
                    run,
                    Workspace.create(run.workspace(), data, InputMode.COPY),
                    "train.csv: id, label",
                    journal,
                    new ToyEngineer(routes),
                    new BudgetGate(WINDOW, REPLY, memory, counter),
                    counter,
                    new ContextPolicies().create(config),
                    new CodeFeatureClassifier(),
                    new ProgramRunner(
                            ground,
                            ground,
                            Limits.DEFAULT,
                            null,
                            new BudgetMeter(BudgetLimits.NONE, InstantSource.system())),
                    ground,
                    submission -> new SubmissionCheck.Verdict(true, "valid"),
                    RunRecord.NONE,
                    RunListener.SILENT);
            RunSettings settings = new RunSettings(
                    /* seed= */ 1,
                    steps,
                    pursuit,
                    new VerificationPlan(/* every= */ 8, /* candidates= */ 2, ground.folds()),
                    "toy");
            RunLoop.Ending ending = new RunLoop(settings, agent, wiring).run();
            return new ToyRun(
                    directory, ending, JournalReader.read(run.events()).events());
        }
    }
}
