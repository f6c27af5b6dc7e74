package dev.trimtab.bench;

import dev.langchain4j.agent.tool.ToolExecutionRequest;
import dev.langchain4j.data.message.AiMessage;
import dev.langchain4j.model.chat.request.ChatRequest;
import dev.langchain4j.model.chat.response.ChatResponse;
import dev.trimtab.runtime.attempt.Pursuit;
import dev.trimtab.runtime.budget.BudgetLimits;
import dev.trimtab.runtime.budget.BudgetMeter;
import dev.trimtab.runtime.config.PolicyConfig;
import dev.trimtab.runtime.context.BudgetGate;
import dev.trimtab.runtime.context.CodeFeatureClassifier;
import dev.trimtab.runtime.context.ContextPolicies;
import dev.trimtab.runtime.context.ContextRequest;
import dev.trimtab.runtime.journal.Event;
import dev.trimtab.runtime.journal.Journal;
import dev.trimtab.runtime.kernel.Kernels;
import dev.trimtab.runtime.model.CalibratedTokenCounter;
import dev.trimtab.runtime.model.JTokkitTokenCounter;
import dev.trimtab.runtime.run.ProgramRunner;
import dev.trimtab.runtime.run.RunListener;
import dev.trimtab.runtime.run.RunLoop;
import dev.trimtab.runtime.run.RunModels;
import dev.trimtab.runtime.run.RunRecord;
import dev.trimtab.runtime.run.RunSettings;
import dev.trimtab.runtime.run.RunWiring;
import dev.trimtab.runtime.run.Task;
import dev.trimtab.runtime.sandbox.Command;
import dev.trimtab.runtime.sandbox.ExecutionResult;
import dev.trimtab.runtime.sandbox.HoldableExecution;
import dev.trimtab.runtime.sandbox.Isolation;
import dev.trimtab.runtime.sandbox.Limits;
import dev.trimtab.runtime.sandbox.Sandbox;
import dev.trimtab.runtime.tool.SubmissionCheck;
import dev.trimtab.runtime.verify.FoldSource;
import dev.trimtab.runtime.verify.VerificationPlan;
import dev.trimtab.runtime.workspace.InputMode;
import dev.trimtab.runtime.workspace.RunDirectory;
import dev.trimtab.runtime.workspace.Workspace;
import dev.trimtab.scaffolds.Scaffolds;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Times a run's own work a step: all that AIDE, the context policy, the log and the snapshots do, without the model and without the
 * programs, whose stand-ins answer at once and are timed out of it. The memory's budget holds about ten attempts in full, so it binds
 * from then on. A reset is charged in steps, so a run may have fewer agent steps than control steps.
 *
 * <p>Arguments: the policy (default {@code portfolio}) and the number of steps (default 500).
 */
public final class OwnWork {
    private static final int MEMORY_TOKENS = 1000;
    private static final int WINDOW = 50;
    private static final int WARM_UP = 100;
    private static final List<String> ESTIMATORS =
            List.of("xgboost", "RandomForest", "naiveBayes", "LogisticRegression", "nearestNeighbour", "neuralNet");

    private OwnWork() {}

    /** Warms up, runs, and prints one line a window of steps: median and 99th percentile, wall time and the thread's processor time. */
    public static void main(String[] args) throws IOException {
        String policy = args.length > 0 ? args[0] : "portfolio";
        int steps = args.length > 1 ? Integer.parseInt(args[1]) : 500;
        Path place = Files.createTempDirectory("own-work");
        run(policy, WARM_UP, place.resolve("warm-up"), new Stopwatch());
        Stopwatch watch = new Stopwatch();
        run(policy, steps, place.resolve("run"), watch);
        watch.print(0, WINDOW);
        watch.print(WINDOW, 2 * WINDOW);
        watch.print(watch.steps() - WINDOW, watch.steps());
    }

    private static void run(String policy, int steps, Path place, Stopwatch watch) throws IOException {
        Path input = Files.createDirectories(place.resolve("public"));
        Files.writeString(input.resolve("train.csv"), "id,x,y\n0,1,2\n");
        RunDirectory directory = RunDirectory.create(place.resolve("run"));
        Workspace workspace = Workspace.create(directory.workspace(), input, InputMode.COPY);
        Task task = new Task("own-work", "Predict y from x.", "rmse", false, Duration.ofMinutes(1));
        CalibratedTokenCounter counter = new CalibratedTokenCounter(JTokkitTokenCounter.of("o200k_base"));
        Path home = Path.of(System.getProperty("trimtab.home", "."));
        try (Journal journal = Journal.create(directory.events(), InstantSource.system())) {
            RunWiring wiring = new RunWiring(
                    task,
                    directory,
                    workspace,
                    "train.csv has 3 columns.",
                    journal,
                    new Replies(watch),
                    new BudgetGate(16_000, 2_000, MEMORY_TOKENS, counter),
                    counter,
                    new ContextPolicies().create(PolicyConfig.load(home, policy)),
                    new CodeFeatureClassifier(),
                    new ProgramRunner(
                            Kernels.of(home, null).open("java"),
                            new Instant(watch),
                            Limits.DEFAULT,
                            null,
                            new BudgetMeter(BudgetLimits.NONE, InstantSource.system())),
                    new NoFolds(),
                    submission -> new SubmissionCheck.Verdict(true, "valid"),
                    RunRecord.NONE,
                    watch);
            RunSettings settings =
                    new RunSettings(1, steps, Pursuit.Mode.SCAFFOLD, new VerificationPlan(8, 1, 0), "own-work");
            watch.start();
            new RunLoop(settings, new Scaffolds().named("aide").configured(task, List.of(), false), wiring).run();
        }
    }

    /** Takes the time between steps, less what was spent outside. */
    private static final class Stopwatch implements RunListener {
        private final List<Double> wall = new ArrayList<>();
        private final List<Double> processor = new ArrayList<>();
        private int bound;
        private long since;
        private long processorSince;
        private long outside;

        void start() {
            since = System.nanoTime();
            processorSince = processorNow();
        }

        void outside(long nanos) {
            outside += nanos;
        }

        int steps() {
            return wall.size();
        }

        @Override
        public void stepped(Progress progress) {
            wall.add((System.nanoTime() - since - outside) / 1e6);
            processor.add((processorNow() - processorSince) / 1e6);
            bound += progress.wanted() > MEMORY_TOKENS ? 1 : 0;
            outside = 0;
            start();
        }

        @Override
        public void noticed(String text) {}

        void print(int from, int to) {
            System.out.printf(
                    Locale.ROOT,
                    "steps %d to %d: wall %s, processor %s; budget bound in %d of %d steps of the run%n",
                    from + 1,
                    to,
                    summary(wall.subList(from, to)),
                    summary(processor.subList(from, to)),
                    bound,
                    steps());
        }

        private static String summary(List<Double> millis) {
            double[] sorted =
                    millis.stream().mapToDouble(Double::doubleValue).sorted().toArray();
            return String.format(
                    Locale.ROOT,
                    "median %.2f ms, p99 %.2f ms",
                    sorted[sorted.length / 2],
                    sorted[(int) Math.ceil(0.99 * sorted.length) - 1]);
        }

        private static long processorNow() {
            return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
        }
    }

    /** Answers at once: a program of one of six kinds, and a review whose score falls slowly. */
    private static final class Replies implements RunModels {
        private final Stopwatch watch;
        private int programs;

        Replies(Stopwatch watch) {
            this.watch = watch;
        }

        @Override
        public Reply ask(ContextRequest.Model model, ChatRequest request) {
            long start = System.nanoTime();
            boolean review = request.toolSpecifications() != null
                    && !request.toolSpecifications().isEmpty();
            AiMessage message = review ? review() : program();
            ChatResponse response = ChatResponse.builder()
                    .aiMessage(message)
                    .modelName("scripted")
                    .build();
            watch.outside(System.nanoTime() - start);
            return new Reply(response, "scripted", 1, 1, true, 0, 0, List.of());
        }

        private AiMessage review() {
            return AiMessage.from(ToolExecutionRequest.builder()
                    .id("1")
                    .name("submit_review")
                    .arguments(String.format(
                            Locale.ROOT,
                            "{\"is_bug\": false, \"summary\": \"It ran and scored as it should.\", \"metric\": %.4f, "
                                    + "\"lower_is_better\": true, \"has_csv_submission\": true}",
                            1 + 1.0 / (1 + programs)))
                    .build());
        }

        private AiMessage program() {
            int n = programs++;
            String estimator = ESTIMATORS.get(n % ESTIMATORS.size());
            return AiMessage.from("Train " + estimator + " with setting " + n
                    + " on all columns. The rows are held out by one fifth. The rest stays as it was before.\n\n```java\n"
                    + "public class Solution {\n    public static void main(String[] args) {\n        String model = \""
                    + estimator
                    + "\";\n        System.out.println(model + " + n + ");\n    }\n}\n```\n");
        }

        @Override
        public void replayed(Event.ModelCalled call, ChatRequest request) {}

        @Override
        public Failed failed() {
            throw new IllegalStateException("no call fails");
        }

        @Override
        public @Nullable Duration remainingTime() {
            return null;
        }
    }

    /** Runs nothing: leaves a submission at once. */
    private static final class Instant implements Sandbox {
        private final Stopwatch watch;

        Instant(Stopwatch watch) {
            this.watch = watch;
        }

        @Override
        public ExecutionResult run(Command command, Limits limits) {
            long start = System.nanoTime();
            try {
                Files.writeString(command.workspace().resolve("submission/submission.csv"), "id,y\n1,2\n");
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            watch.outside(System.nanoTime() - start);
            return new ExecutionResult(0, null, "Validation rmse: 1.5\n", 21, false, Duration.ofMillis(1));
        }

        @Override
        public HoldableExecution start(Command command, Limits limits) {
            throw new UnsupportedOperationException("nothing is held here");
        }

        @Override
        public Isolation isolation() {
            return new Isolation(List.of(), "none", "none", "none", true, false, "runs nothing");
        }

        @Override
        public void close() {}
    }

    /** Rows that cannot be split again. */
    private static final class NoFolds implements FoldSource {
        @Override
        public Path publicData(int fold) {
            throw new IllegalArgumentException("there are no folds");
        }

        @Override
        public Verdict score(int fold, Path submission) {
            throw new IllegalArgumentException("there are no folds");
        }
    }
}
