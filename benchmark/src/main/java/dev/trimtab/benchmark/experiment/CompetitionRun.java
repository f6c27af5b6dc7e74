package dev.trimtab.benchmark.experiment;

import dev.langchain4j.model.chat.ChatModel;
import dev.trimtab.benchmark.competition.Competition;
import dev.trimtab.benchmark.competition.CompetitionSets;
import dev.trimtab.benchmark.competition.PreparedData;
import dev.trimtab.benchmark.grade.Grade;
import dev.trimtab.benchmark.grade.Grader;
import dev.trimtab.benchmark.grade.Refolds;
import dev.trimtab.benchmark.grade.ReportJson;
import dev.trimtab.benchmark.metric.Direction;
import dev.trimtab.benchmark.metric.Metrics;
import dev.trimtab.runtime.InfrastructureError;
import dev.trimtab.runtime.RandomStreams;
import dev.trimtab.runtime.Sha256;
import dev.trimtab.runtime.UserError;
import dev.trimtab.runtime.budget.BudgetLimits;
import dev.trimtab.runtime.budget.BudgetMeter;
import dev.trimtab.runtime.config.KernelKind;
import dev.trimtab.runtime.config.LimitsConfig;
import dev.trimtab.runtime.config.PolicyConfig;
import dev.trimtab.runtime.config.RunConfig;
import dev.trimtab.runtime.config.SandboxKind;
import dev.trimtab.runtime.config.VerificationKind;
import dev.trimtab.runtime.context.BudgetGate;
import dev.trimtab.runtime.context.CodeFeatureClassifier;
import dev.trimtab.runtime.context.ContextPolicies;
import dev.trimtab.runtime.context.ContextPolicy;
import dev.trimtab.runtime.journal.Event;
import dev.trimtab.runtime.journal.Journal;
import dev.trimtab.runtime.journal.JournalReader;
import dev.trimtab.runtime.kernel.ExecutionCache;
import dev.trimtab.runtime.kernel.Kernel;
import dev.trimtab.runtime.kernel.Kernels;
import dev.trimtab.runtime.model.CalibratedTokenCounter;
import dev.trimtab.runtime.model.ChatModels;
import dev.trimtab.runtime.model.ModelConfig;
import dev.trimtab.runtime.model.ModelPresets;
import dev.trimtab.runtime.model.ModelProvider;
import dev.trimtab.runtime.model.ModelSession;
import dev.trimtab.runtime.model.offline.OfflineEngineer;
import dev.trimtab.runtime.model.offline.OfflineProfiles;
import dev.trimtab.runtime.run.Agent;
import dev.trimtab.runtime.run.MeteredModels;
import dev.trimtab.runtime.run.ProgramRunner;
import dev.trimtab.runtime.run.RunListener;
import dev.trimtab.runtime.run.RunLoop;
import dev.trimtab.runtime.run.RunSettings;
import dev.trimtab.runtime.run.RunWiring;
import dev.trimtab.runtime.run.Task;
import dev.trimtab.runtime.sandbox.Limits;
import dev.trimtab.runtime.sandbox.LocalSandbox;
import dev.trimtab.runtime.verify.VerificationPlan;
import dev.trimtab.runtime.workspace.DataPreview;
import dev.trimtab.runtime.workspace.InputMode;
import dev.trimtab.runtime.workspace.PreviewOptions;
import dev.trimtab.runtime.workspace.RunDirectory;
import dev.trimtab.runtime.workspace.Workspace;
import dev.trimtab.scaffolds.Scaffolds;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One run of an agent on a competition, from its configuration to the grade.
 *
 * <p>Opening checks everything that can be checked without spending anything; {@link #run} does the rest.
 */
public final class CompetitionRun implements AutoCloseable {
    private final RunRequest request;
    private final RunConfig config;
    private final PreparedData data;
    private final ModelConfig model;
    private final Kernel kernel;
    private final LocalSandbox sandbox;
    private final Map<String, String> environment;

    /**
     * How a run came out.
     *
     * @param directory the run's directory
     * @param ending how the agent's part ended
     * @param grade the private grade
     * @param totals what it took
     */
    public record Result(Path directory, RunLoop.Ending ending, Grade grade, RunTotals totals) {}

    private CompetitionRun(
            RunRequest request,
            RunConfig config,
            PreparedData data,
            ModelConfig model,
            Kernel kernel,
            LocalSandbox sandbox,
            Map<String, String> environment) {
        this.request = request;
        this.config = config;
        this.data = data;
        this.model = model;
        this.kernel = kernel;
        this.sandbox = sandbox;
        this.environment = environment;
    }

    /**
     * Opens a run.
     *
     * @param request what to run
     * @param sets the competitions there are
     * @param environment where keys come from
     * @throws UserError if anything asked for does not exist, does not fit, or is not safe
     */
    public static CompetitionRun open(RunRequest request, CompetitionSets sets, Map<String, String> environment) {
        RunConfig config = request.config();
        if (config.agent().competition() == null) {
            throw new UserError("no competition is named; add --competition ID (./trimtab competitions lists them)");
        }
        if (config.execution().sandbox() != SandboxKind.LOCAL) {
            throw new UserError("sandbox docker is not available in this version; use --sandbox local");
        }
        ModelConfig model = new ModelPresets(request.home().resolve("configs/models"))
                .load(config.model().name());
        boolean offline = model.provider() == ModelProvider.OFFLINE;
        Competition competition = sets.find(config.agent().competition());
        PreparedData data = sets.open(competition, request.dataDir());
        KernelKind kind = config.execution().kernel() != null
                ? config.execution().kernel()
                : offline ? KernelKind.JAVA : KernelKind.PYTHON;
        Path python = config.execution().python();
        Kernel kernel = new Kernels(
                        request.home().resolve("runtime/target/java-kernel"), python == null ? null : python.toString())
                .open(kind.name().toLowerCase(Locale.ROOT));
        LocalSandbox sandbox = LocalSandbox.open(List.of(request.home(), request.dataDir()));
        if (!offline
                && sandbox.isolation().answersReadable()
                && !config.execution().unsafeLocal()) {
            sandbox.close();
            throw new UserError("this machine cannot hide the private answers from solutions ("
                    + sandbox.isolation().description()
                    + "); allow it with --unsafe-local, or run as root or with user namespaces");
        }
        CompetitionRun run = new CompetitionRun(request, config, data, model, kernel, sandbox, environment);
        try {
            run.check();
        } catch (UserError | InfrastructureError e) {
            run.close();
            throw e;
        }
        return run;
    }

    /**
     * Opens an existing run as it was asked for.
     *
     * @param home the checkout
     * @param root the run's directory
     * @param sets the competitions there are
     * @param environment where keys come from
     * @throws UserError if there is no run in the directory
     */
    public static CompetitionRun reopen(Path home, Path root, CompetitionSets sets, Map<String, String> environment) {
        return open(RunJson.read(home, RunDirectory.open(root)), sets, environment);
    }

    /** Returns the lines to show before the first call: what is sent to whom, the most it can cost, the isolation. */
    public List<String> preflight() {
        List<String> lines = new ArrayList<>(Preflight.lines(
                config,
                model,
                outputReserve(),
                new ChatModels(environment).baseUrl(model),
                kernel,
                sandbox.isolation(),
                data));
        if (model.apiKeyEnv() != null
                && environment.getOrDefault(model.apiKeyEnv(), "").isBlank()) {
            lines.add("WARNING: " + model.apiKeyEnv() + " is not set, and the run cannot start without it");
        }
        return lines;
    }

    /**
     * Starts a new run and sees it through.
     *
     * @param root the run's directory; it must not exist or be empty
     * @param listener hears of progress
     * @throws UserError if the model's key is missing; nothing is written then
     */
    public Result run(Path root, RunListener listener) {
        requireKey();
        RunDirectory directory = RunDirectory.create(root);
        String hash = hash();
        RunJson.write(directory, request, config, hash, kernel.version(), sandbox.isolation());
        try (Journal journal = Journal.create(directory.events(), InstantSource.system())) {
            return run(directory, journal, Duration.ZERO, hash, listener);
        }
    }

    /**
     * Goes on with an interrupted run.
     *
     * @param root the run's directory
     * @param listener hears of progress
     */
    public Result resume(Path root, RunListener listener) {
        RunDirectory directory = RunDirectory.open(root);
        if (!Files.exists(directory.events())) {
            try (Journal journal = Journal.create(directory.events(), InstantSource.system())) {
                return run(directory, journal, Duration.ZERO, hash(), listener);
            }
        }
        Duration elapsed =
                RunTotals.of(JournalReader.read(directory.events()).events()).busy();
        try (Journal journal = Journal.resume(directory.events(), InstantSource.system())) {
            return run(directory, journal, elapsed, hash(), listener);
        }
    }

    @Override
    public void close() {
        sandbox.close();
    }

    private Result run(RunDirectory directory, Journal journal, Duration elapsed, String hash, RunListener listener) {
        Grader grader = new Grader(Metrics.builtIn());
        int folds = config.verification().kind() == VerificationKind.REFOLD
                        && data.competition().definition().refold().folds() > 0
                ? config.verification().folds()
                : 0;
        VerificationPlan verification = new VerificationPlan(
                config.verification().every(), config.verification().candidates(), folds);
        RunSettings settings = new RunSettings(
                config.agent().seed(), config.budget().steps(), config.agent().pursuit(), verification, hash);
        Task task = task();
        Workspace workspace = Workspace.create(directory.workspace(), data.publicDir(), InputMode.COPY);
        CalibratedTokenCounter counter = ChatModels.counter(model);
        RunWiring wiring = new RunWiring(
                task,
                directory,
                workspace,
                new DataPreview(PreviewOptions.DEFAULT).describe(workspace.input()),
                journal,
                models(counter, elapsed),
                gate(counter),
                counter,
                policy(),
                new CodeFeatureClassifier(),
                new ProgramRunner(kernel, sandbox, limits(config.limits()), cache()),
                Refolds.of(grader, data, folds, directory.root().resolve("folds")),
                listener);
        RunLoop.Ending ending = new RunLoop(settings, agent(task), wiring).run();
        Grade grade = grader.grade(data, directory.submission(), LocalDateTime.now(ZoneId.systemDefault()));
        try {
            Files.writeString(directory.gradingReport(), ReportJson.of(grade.report()) + "\n");
        } catch (IOException e) {
            throw new InfrastructureError("cannot write " + directory.gradingReport() + ": " + e.getMessage(), e);
        }
        journal.sync();
        List<Event> events = JournalReader.read(directory.events()).events();
        return new Result(directory.root(), ending, grade, RunTotals.of(events));
    }

    /** Makes what the names in the configuration stand for, so that a wrong one is told before anything is written. */
    private void check() {
        agent(task());
        policy();
        gate(ChatModels.counter(model));
        hash();
    }

    /** Makes a client, which sends nothing, so that a missing key is told before anything is written. */
    private void requireKey() {
        if (model.provider() != ModelProvider.OFFLINE) {
            new ChatModels(environment).provider(model, InstantSource.system(), () -> null);
        }
    }

    private Agent agent(Task task) {
        return new Scaffolds()
                .named(config.agent().scaffold())
                .configured(task, RunConfig.layers(request.home(), request.layers()), showTime());
    }

    private ContextPolicy policy() {
        return new ContextPolicies()
                .create(PolicyConfig.load(request.home(), config.agent().policy()));
    }

    private int outputReserve() {
        Integer stated = config.context().outputReserve();
        return stated == null ? model.limits().maxOutputTokens() : stated;
    }

    private BudgetGate gate(CalibratedTokenCounter counter) {
        Integer memory = config.context().memoryTokens();
        if (config.context().tokens() > model.limits().contextWindow()) {
            throw new UserError("a window of " + config.context().tokens() + " tokens is more than model "
                    + model.model() + " takes (" + model.limits().contextWindow()
                    + "); lower --context-tokens, or correct limits.context-window in the model's file");
        }
        return new BudgetGate(
                config.context().tokens(), outputReserve(), memory == null ? Integer.MAX_VALUE : memory, counter);
    }

    private MeteredModels models(CalibratedTokenCounter counter, Duration elapsed) {
        BudgetLimits limits = new BudgetLimits(
                null,
                config.budget().maxTokens(),
                config.budget().maxCost(),
                config.budget().maxTime());
        InstantSource clock = InstantSource.system();
        BudgetMeter meter = new BudgetMeter(limits, clock, elapsed);
        MeteredModels models = new MeteredModels(meter, clock);
        ModelSession session = ModelSession.of(
                meter, counter, new RandomStreams(config.agent().seed()).stream(0, "retry-jitter"), models.listener());
        if (model.provider() == ModelProvider.OFFLINE) {
            OfflineEngineer engineer = offlineEngineer(counter);
            ChatModel chat = ChatModels.metered(engineer, model, session);
            return models.use(chat, chat).onReplay(engineer::answered);
        }
        ChatModel chat = new ChatModels(environment).create(model, session);
        return models.use(chat, chat);
    }

    private OfflineEngineer offlineEngineer(CalibratedTokenCounter counter) {
        return new OfflineEngineer(
                config.agent().seed(),
                OfflineProfiles.get(config.model().profile()),
                config.model().declareFamilies(),
                counter::count);
    }

    private Task task() {
        Competition competition = data.competition();
        Path description = config.agent().description() == null
                ? data.description()
                : config.agent().description();
        try {
            return new Task(
                    competition.id(),
                    Files.readString(description),
                    competition.metric(),
                    competition.direction() == Direction.MAXIMIZE,
                    config.limits().wallTime());
        } catch (IOException e) {
            throw new UserError("cannot read the description " + description + ": " + e.getMessage(), e);
        }
    }

    private boolean showTime() {
        Boolean stated = config.model().showTime();
        return stated == null ? model.provider() != ModelProvider.OFFLINE : stated;
    }

    private @Nullable ExecutionCache cache() {
        Boolean stated = config.execution().cache();
        boolean use = stated == null ? model.provider() == ModelProvider.OFFLINE : stated;
        return use ? new ExecutionCache(request.dataDir().resolveSibling("executions")) : null;
    }

    private static Limits limits(LimitsConfig limits) {
        return new Limits(
                limits.wallTime(),
                limits.cpuTime(),
                limits.memory().bytes(),
                limits.processes(),
                limits.file().bytes(),
                limits.disk().bytes(),
                (int) limits.output().bytes());
    }

    private String competitionHash() {
        try {
            return Sha256.of(Files.readAllBytes(data.competition().folder().resolve("competition.yaml")));
        } catch (IOException e) {
            throw new InfrastructureError("cannot read the competition's definition: " + e.getMessage(), e);
        }
    }

    private String hash() {
        Object profile = model.provider() == ModelProvider.OFFLINE
                ? OfflineProfiles.get(config.model().profile()).hash()
                : "none";
        return RunJson.configurationHash(
                config, model, PolicyConfig.load(request.home(), config.agent().policy()), profile, competitionHash());
    }
}
