package dev.trimtab.scaffolds.testing;

import dev.langchain4j.agent.tool.ToolExecutionRequest;
import dev.langchain4j.agent.tool.ToolSpecification;
import dev.langchain4j.data.message.AiMessage;
import dev.langchain4j.model.chat.response.ChatResponse;
import dev.langchain4j.model.output.FinishReason;
import dev.trimtab.runtime.RandomStreams;
import dev.trimtab.runtime.attempt.Attempt;
import dev.trimtab.runtime.attempt.Pursuit;
import dev.trimtab.runtime.context.BudgetGate;
import dev.trimtab.runtime.context.CodeFeatureClassifier;
import dev.trimtab.runtime.context.Consultant;
import dev.trimtab.runtime.context.ContextPolicy;
import dev.trimtab.runtime.context.ContextRequest;
import dev.trimtab.runtime.context.Hypotheses;
import dev.trimtab.runtime.context.Section;
import dev.trimtab.runtime.kernel.ErrorSummary;
import dev.trimtab.runtime.kernel.Kernel;
import dev.trimtab.runtime.run.Agent;
import dev.trimtab.runtime.run.Execution;
import dev.trimtab.runtime.run.RunContext;
import dev.trimtab.runtime.run.StepResult;
import dev.trimtab.runtime.run.Task;
import dev.trimtab.runtime.sandbox.ExecutionResult;
import dev.trimtab.runtime.tool.AgentFiles;
import dev.trimtab.runtime.tool.ShellCall;
import dev.trimtab.runtime.tool.SubmissionCheck;
import dev.trimtab.runtime.tool.ToolException;
import dev.trimtab.runtime.workspace.Workspace;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.random.RandomGenerator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A run in memory: solutions are {@link ToyKernel} programs, the coder's replies come from a queue, and reviews, unless scripted, say what the
 * output says.
 */
public final class FakeRunContext implements RunContext {
    private static final Pattern SCORE = Pattern.compile("(?m)^Validation \\w+: (\\S+)$");

    private final Task task;
    private final RandomStreams streams;
    private final int steps;
    private final ToyKernel kernel;
    private final Deque<String> replies = new ArrayDeque<>();
    private final Deque<AiMessage> reviews = new ArrayDeque<>();
    private final List<ContextRequest> requests = new ArrayList<>();
    private final List<String> executed = new ArrayList<>();
    private final Deque<AiMessage> acts = new ArrayDeque<>();
    private final Set<AiMessage> cut = new HashSet<>();
    private final Deque<String> summaries = new ArrayDeque<>();
    private final List<String> observations = new ArrayList<>();
    private final AgentFiles files;
    private final Hypotheses hypotheses;
    private final List<BudgetGate.Fitted> fitted = new ArrayList<>();
    private @Nullable ContextPolicy policy;
    private @Nullable BudgetGate gate;
    private Pursuit pursuit = new Pursuit.Native();
    private String lastOutput = "";
    private @Nullable Duration timeLeft;
    private int step;
    private final ToyShell shell;

    private FakeRunContext(Task task, long seed, int steps, String kernel) {
        this.task = task;
        this.streams = new RandomStreams(seed);
        this.steps = steps;
        this.kernel = new ToyKernel(kernel);
        this.hypotheses = new Hypotheses(new CodeFeatureClassifier(), task.higherIsBetter(), /* window= */ 8);
        try {
            Path root = ToyFolders.make();
            Path input = Files.createDirectories(root.resolve("input"));
            Files.writeString(input.resolve("train.csv"), "id,label\n1,0\n");
            Files.writeString(input.resolve("sample_submission.csv"), "id,label\n2,0.5\n3,0.5\n");
            Files.createDirectories(root.resolve("working"));
            Files.createDirectories(root.resolve("submission"));
            this.files = new AgentFiles(new Workspace(root));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        this.shell = new ToyShell(this.kernel, task.metric(), files, executed);
    }

    /** Returns a run of at most 40 steps in the toy language under Python's name. */
    public static FakeRunContext of(Task task) {
        return new FakeRunContext(task, 1, 40, "python");
    }

    /** Returns a run of at most so many steps. */
    public static FakeRunContext ofSteps(Task task, int steps) {
        return new FakeRunContext(task, 1, steps, "python");
    }

    /** Returns a run with another seed and kernel name. */
    public static FakeRunContext of(Task task, long seed, String kernel) {
        return new FakeRunContext(task, seed, 40, kernel);
    }

    /** Returns a task scored by {@code auc}. */
    public static Task task(boolean higherIsBetter) {
        return new Task("toy", "Predict the label of each row.", "auc", higherIsBetter, Duration.ofMinutes(90));
    }

    /** Queues replies that hold the given programs after a line of prose. */
    public FakeRunContext writes(String... programs) {
        for (String program : programs) {
            replies.add(
                    "Try " + program.lines().findFirst().orElse("nothing") + ".\n\n```python\n" + program + "\n```");
        }
        return this;
    }

    /** Queues replies as they are. */
    public FakeRunContext replies(String... texts) {
        replies.addAll(List.of(texts));
        return this;
    }

    /** Queues a review call with the given arguments. */
    public FakeRunContext reviews(String arguments) {
        return reviews(AiMessage.from(ToolExecutionRequest.builder()
                .id("call")
                .name("submit_review")
                .arguments(arguments)
                .build()));
    }

    /** Queues a review. */
    public FakeRunContext reviews(AiMessage review) {
        reviews.add(review);
        return this;
    }

    /** Sets what the controller wants from the next step on. */
    public FakeRunContext pursue(Pursuit wanted) {
        pursuit = wanted;
        return this;
    }

    /** Sets the time left of the run from the next step on. */
    public FakeRunContext left(Duration time) {
        timeLeft = time;
        return this;
    }

    /** Queues replies of the feedback model to requests without functions; by default it says what it was asked for. */
    public FakeRunContext sumsUp(String... texts) {
        summaries.addAll(List.of(texts));
        return this;
    }

    /** Lets replies, queued before or after, end at the model's length limit. */
    public FakeRunContext cuts(AiMessage... messages) {
        cut.addAll(List.of(messages));
        return this;
    }

    /** Queues replies to requests of the purpose {@code act} that offer functions. */
    public FakeRunContext acts(AiMessage... messages) {
        acts.addAll(List.of(messages));
        return this;
    }

    /** Fits every request into a window by a policy, as a run does; what fits is in {@link #fitted}. */
    public FakeRunContext under(ContextPolicy fitting, BudgetGate window) {
        policy = fitting;
        gate = window;
        return this;
    }

    /** Returns the prompts that were fitted, in order. */
    public List<BudgetGate.Fitted> fitted() {
        return List.copyOf(fitted);
    }

    /** Does one step of an agent. */
    public StepResult step(Agent agent) {
        StepResult result = agent.step(this);
        if (result.attempt() != null) {
            hypotheses.observe(result.attempt());
        }
        step++;
        return result;
    }

    /** Does one step of an agent that makes an attempt. */
    public Attempt run(Agent agent) {
        return Objects.requireNonNull(step(agent).attempt(), "the step made no attempt");
    }

    /** Does steps of an agent until no scripted reply is left, and returns the attempts. */
    public List<Attempt> runAll(Agent agent) {
        List<Attempt> attempts = new ArrayList<>();
        while (!replies.isEmpty() || !acts.isEmpty()) {
            Attempt attempt = step(agent).attempt();
            if (attempt != null) {
                attempts.add(attempt);
            }
        }
        return attempts;
    }

    /** Returns what tools showed, in full. */
    public List<String> observations() {
        return List.copyOf(observations);
    }

    /** Returns the requests of a purpose, in the order in which they were made. */
    public List<ContextRequest> requests(String purpose) {
        return requests.stream().filter(r -> r.purpose().equals(purpose)).toList();
    }

    /** Returns all requests, in the order in which they were made. */
    public List<ContextRequest> requests() {
        return List.copyOf(requests);
    }

    /** Returns the programs that were run. */
    public List<String> executed() {
        return List.copyOf(executed);
    }

    /** Returns the prompt of a request with every required item and every optional item in full. */
    public static String prompt(ContextRequest request) {
        List<String> parts = new ArrayList<>();
        for (Section section : request.sections()) {
            if (section instanceof Section.Fixed fixed) {
                parts.add(fixed.text());
            } else if (section instanceof Section.Required required) {
                parts.add(required.heading() + "\n\n" + required.item().text());
            } else if (section instanceof Section.Memory memory
                    && !request.optional().isEmpty()) {
                parts.add(memory.heading());
                request.optional().forEach(item -> parts.add(item.text()));
            }
        }
        return String.join("\n\n", parts);
    }

    @Override
    public Task task() {
        return task;
    }

    @Override
    public int step() {
        return step;
    }

    @Override
    public int stepsLeft() {
        return steps - step;
    }

    @Override
    public @Nullable Duration timeLeft() {
        return timeLeft;
    }

    @Override
    public Kernel kernel() {
        return kernel;
    }

    @Override
    public String dataPreview() {
        return "train.csv has 10 rows and 3 columns.";
    }

    @Override
    public RandomGenerator random(String purpose) {
        return streams.stream(step, purpose);
    }

    @Override
    public Pursuit pursuit() {
        return pursuit;
    }

    @Override
    public ChatResponse chat(ContextRequest request) {
        if (policy != null && gate != null) {
            fitted.add(gate.fit(request, policy, hypotheses.state(step, /* stepsToVerification= */ 4), new Notes()));
        }
        requests.add(request);
        AiMessage message;
        if (request.tools().isEmpty() && request.model() == ContextRequest.Model.FEEDBACK) {
            message = AiMessage.from(
                    summaries.isEmpty() ? "What " + request.purpose() + " asked for." : summaries.remove());
        } else if (request.tools().isEmpty()) {
            message = AiMessage.from(replies.remove());
        } else if (request.purpose().equals("act")) {
            message = acts.remove();
        } else {
            message = reviews.isEmpty() ? honestReview() : reviews.remove();
        }
        return ChatResponse.builder()
                .aiMessage(message)
                .finishReason(cut.contains(message) ? FinishReason.LENGTH : FinishReason.STOP)
                .build();
    }

    @Override
    public Execution execute(String code) {
        executed.add(code);
        ExecutionResult result = kernel.run(code, task.metric());
        lastOutput = result.output();
        ErrorSummary error = kernel.errorOf(result, code);
        boolean submitted = code.lines().anyMatch("write"::equals);
        return new Execution(result, error == null ? null : error.type(), submitted);
    }

    @Override
    public AgentFiles files() {
        return files;
    }

    /** Looks at the header only. */
    @Override
    public SubmissionCheck.Verdict checkSubmission(String path) throws ToolException {
        boolean fine = files.read(path).startsWith("id,label\n");
        return new SubmissionCheck.Verdict(fine, fine ? "fine" : "the header must be id,label");
    }

    @Override
    public Execution runScript(String path) throws ToolException {
        String code = files.read(path);
        executed.add(code);
        ExecutionResult result = kernel.runApart(code, task.metric());
        lastOutput = result.output();
        ErrorSummary error = kernel.errorOf(result, code);
        boolean submitted = code.lines().anyMatch("write"::equals);
        if (submitted) {
            files.write("submission/submission.csv", "id,label\n2,0.1\n3,0.9\n");
        }
        return new Execution(result, error == null ? null : error.type(), submitted);
    }

    @Override
    public Execution shell(String command, Duration wallTime) {
        return shell.run(command, wallTime);
    }

    @Override
    public Execution shell(ShellCall call) {
        return shell.call(call);
    }

    /** Returns what the shell was asked in which commands may run on. */
    public List<ShellCall> shellCalls() {
        return shell.calls();
    }

    @Override
    public void observed(String tool, String input, String observation) {
        observations.add(observation);
    }

    /** A model that says the same to every policy. */
    private static final class Notes implements Consultant {
        @Override
        public int room() {
            return 2000;
        }

        @Override
        public AiMessage ask(String prompt, @Nullable ToolSpecification function) {
            return AiMessage.from("Some things were tried.");
        }
    }

    private AiMessage honestReview() {
        Matcher score = SCORE.matcher(lastOutput);
        String metric = score.find() ? score.group(1) : "null";
        return AiMessage.from(ToolExecutionRequest.builder()
                .id("call")
                .name("submit_review")
                .arguments("{\"is_bug\": " + metric.equals("null") + ", \"summary\": \"It printed " + metric
                        + ".\", \"metric\": " + metric + ", \"lower_is_better\": " + !task.higherIsBetter()
                        + ", \"has_csv_submission\": true}")
                .build());
    }
}
