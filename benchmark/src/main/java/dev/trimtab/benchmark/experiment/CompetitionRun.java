package dev.trimtab.benchmark.experiment;

import dev.trimtab.benchmark.competition.Competition;
import dev.trimtab.benchmark.competition.CompetitionSets;
import dev.trimtab.benchmark.competition.PreparedData;
import dev.trimtab.benchmark.environment.SubmissionChecker;
import dev.trimtab.benchmark.environment.TaskBrief;
import dev.trimtab.benchmark.grade.Grade;
import dev.trimtab.benchmark.grade.Grader;
import dev.trimtab.benchmark.grade.Refolds;
import dev.trimtab.benchmark.metric.Metrics;
import dev.trimtab.runtime.Counted;
import dev.trimtab.runtime.InfrastructureError;
import dev.trimtab.runtime.UserError;
import dev.trimtab.runtime.budget.BudgetLimits;
import dev.trimtab.runtime.budget.BudgetMeter;
import dev.trimtab.runtime.config.ConfigException;
import dev.trimtab.runtime.config.IdleKeys;
import dev.trimtab.runtime.config.KernelKind;
import dev.trimtab.runtime.config.LimitsConfig;
import dev.trimtab.runtime.config.PolicyConfig;
import dev.trimtab.runtime.config.RunConfig;
import dev.trimtab.runtime.journal.Event;
import dev.trimtab.runtime.journal.Journal;
import dev.trimtab.runtime.journal.JournalReader;
import dev.trimtab.runtime.kernel.ExecutionCache;
import dev.trimtab.runtime.model.CalibratedTokenCounter;
import dev.trimtab.runtime.model.UnrecordedRequestException;
import dev.trimtab.runtime.run.ProgramRunner;
import dev.trimtab.runtime.run.RunListener;
import dev.trimtab.runtime.run.RunLoop;
import dev.trimtab.runtime.run.RunRecord;
import dev.trimtab.runtime.run.RunSettings;
import dev.trimtab.runtime.run.RunWiring;
import dev.trimtab.runtime.run.Task;
import dev.trimtab.runtime.sandbox.Limits;
import dev.trimtab.runtime.sandbox.Sandbox;
import dev.trimtab.runtime.verify.VerificationPlan;
import dev.trimtab.runtime.workspace.InputMode;
import dev.trimtab.runtime.workspace.RunDirectory;
import dev.trimtab.runtime.workspace.RunLock;
import dev.trimtab.runtime.workspace.Workspace;
import dev.trimtab.scaffolds.StepCalls;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * One run of an agent on a competition, from its configuration to the grade.
 *
 * <p>Opening checks everything that can be checked without spending anything; {@link #run} does the rest.
 */
public final class CompetitionRun implements AutoCloseable {
    private static final Grader GRADER = new Grader(Metrics.builtIn());

    private final RunRequest request;
    private final RunConfig config;
    private final CompetitionSets sets;
    private final PreparedData data;
    private final ModelSource models;
    private final SolutionGround ground;
    private final AgentSetup setup;
    private final PromptRoom room;
    private final RunPolicy policy;
    private final List<ConfigException> idle;

    /**
     * How a run came out.
     *
     * @param directory the run's directory
     * @param grade the private grade
     * @param chosenBy on what ground the submission was chosen, as the log's event {@code selected} has it
     * @param totals what it took
     */
    public record Result(Path directory, Grade grade, String chosenBy, RunTotals totals) {
        private static Result of(Path directory, Grade grade, JournalReader.Log log) {
            String chosenBy = log.events().stream()
                    .filter(Event.Selected.class::isInstance)
                    .map(event -> ((Event.Selected) event).by())
                    .findFirst()
                    .orElse("none");
            return new Result(directory, grade, chosenBy, RunTotals.of(log.events()));
        }
    }

    private CompetitionRun(
            RunRequest request,
            CompetitionSets sets,
            PreparedData data,
            ModelSource models,
            SolutionGround ground,
            RunPolicy policy,
            List<ConfigException> idle) {
        this.request = request;
        this.config = request.config();
        this.sets = sets;
        this.data = data;
        this.models = models;
        this.ground = ground;
        this.setup = new AgentSetup(
                request, config, data, models, !ground.sandbox().isolation().answersReadable());
        this.room = new PromptRoom(config, models);
        this.policy = policy;
        this.idle = idle;
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
        List<ConfigException> idle = new ArrayList<>();
        Consumer<ConfigException> found = request.begun() ? idle::add : IdleKeys.REFUSED;
        ModelSource models = ModelSource.of(request.home(), config, environment, found);
        Competition competition = sets.find(config.agent().competition());
        PreparedData data = sets.open(competition, request.dataDir());
        RunPolicy policy =
                new RunPolicy(PolicyConfig.load(request.home(), config.agent().policy(), found));
        KernelKind kind =
                config.execution().kernel() != null ? config.execution().kernel() : models.kernel();
        models.requireWrites(kind);
        SolutionGround ground = SolutionGround.open(request.home(), request.dataDir(), config, kind, environment);
        Sandbox sandbox = ground.sandbox();
        if (models.foreign()
                && sandbox.isolation().answersReadable()
                && !config.execution().unsafeLocal()) {
            sandbox.close();
            throw new UserError("this machine cannot hide the private answers from solutions ("
                    + sandbox.isolation().description()
                    + "); allow it with --unsafe-local, or run as root or with user namespaces");
        }
        CompetitionRun run = new CompetitionRun(request, sets, data, models, ground, policy, idle);
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
                config, room.window(), ground.kernel(), ground.sandbox().isolation(), data));
        lines.addAll(models.disclosure(room.window() - room.reply(), room.reply(), mostCalls()));
        return lines;
    }

    /**
     * Makes sure that the models' keys are there; nothing is sent.
     *
     * @throws UserError naming the environment variable of a missing one
     */
    public void requireKeys() {
        models.requireKeys();
    }

    /**
     * Starts a new run and sees it through.
     *
     * @param root the run's directory; it must not exist or be empty
     * @param listener hears of progress
     * @throws UserError if the model's key is missing, or a replay's first request is not in the record; nothing is left behind then
     */
    public Result run(Path root, RunListener listener) {
        models.requireKeys();
        NewRunDirectory place = NewRunDirectory.at(root);
        try (RunLock lock = RunLock.take(RunDirectory.create(root))) {
            RunJson.write(
                    lock.run(),
                    request,
                    config,
                    hash(),
                    facts(),
                    new TaskBrief(data, config).source(),
                    ground.kernel().version(),
                    ground.sandbox().isolation(),
                    models.machine());
            return begin(lock.run(), listener);
        } catch (UnrecordedRequestException e) {
            place.withdrawUnlessUsed();
            throw e;
        }
    }

    /**
     * Goes on with an interrupted run; of a finished one, only says what it came to.
     *
     * @param root the run's directory
     * @param listener hears of progress
     * @throws UserError if another process is working on the run, its log was taken away, or the run would not do again what its log holds
     */
    public Result resume(Path root, RunListener listener) {
        try (RunLock lock = RunLock.take(RunDirectory.open(root))) {
            RunDirectory directory = lock.run();
            if (!Files.exists(directory.events())) {
                if (directory.hasSteps()) {
                    throw new UserError(directory.events()
                            + " is missing, though the run had begun: put it back from a copy, or start a new run");
                }
                return begin(directory, listener);
            }
            JournalReader.Log log = JournalReader.read(directory.events());
            if (log.ended() && Files.exists(directory.gradingReport())) {
                listener.noticed("the run is finished; there is nothing to do");
                return Result.of(root, finalGrade().of(directory), log);
            }
            if (!idle.isEmpty()) {
                listener.noticed(idle.stream()
                                .map(ConfigException::getMessage)
                                .distinct()
                                .collect(Collectors.joining("; "))
                        + " (the run goes on with it, as it was begun)");
            }
            if (log.torn()) {
                listener.noticed("the last line of the log was not written to its end and is dropped");
            }
            int done = log.events().stream()
                    .filter(Event.StepStarted.class::isInstance)
                    .mapToInt(Event::step)
                    .max()
                    .orElse(0);
            if (done > 0) {
                listener.noticed("already done: " + done + " of "
                        + Counted.of(config.budget().steps(), "step"));
            }
            try (Journal journal = Journal.resume(directory.events(), InstantSource.system())) {
                return run(directory, journal, RunTotals.of(log.events()).busy(), listener);
            }
        }
    }

    @Override
    public void close() {
        ground.close();
    }

    private Result begin(RunDirectory directory, RunListener listener) {
        try (Journal journal = Journal.create(directory.events(), InstantSource.system())) {
            return run(directory, journal, Duration.ZERO, listener);
        }
    }

    private Result run(RunDirectory directory, Journal journal, Duration elapsed, RunListener listener) {
        Path folds = directory.root().resolve("folds");
        Refolds refolds = new Refolds(GRADER, sets, data, config.verification().refolds(), folds);
        VerificationPlan verification = new VerificationPlan(
                config.verification().every(), config.verification().candidates(), refolds.folds());
        RunSettings settings = new RunSettings(
                config.agent().seed(), config.budget().steps(), config.agent().pursuit(), verification, hash());
        Task task = setup.task(RunJson.readHardware(directory));
        Workspace workspace = Workspace.create(directory.workspace(), data.publicDir(), InputMode.COPY);
        if (config.environment().obfuscated()) {
            workspace.withhold("description.md");
        }
        CalibratedTokenCounter counter = models.counter();
        BudgetMeter meter = new BudgetMeter(budget(), InstantSource.system(), elapsed);
        RunWiring wiring = new RunWiring(
                task,
                directory,
                workspace,
                setup.overview(workspace),
                journal,
                models.open(meter, InstantSource.system(), counter).onWait(listener::noticed),
                room.gate(counter),
                counter,
                policy.fresh(),
                policy.classifier(config.agent().seed()),
                new ProgramRunner(ground.kernel(), ground.sandbox(), limits(config.limits()), cache(), meter),
                refolds,
                new SubmissionChecker(data, config.environment().submissionCheck()),
                models.repeated(),
                listener);
        new RunLoop(settings, setup.agent(task), wiring).run();
        Grade grade = finalGrade().write(directory);
        return Result.of(directory.root(), grade, JournalReader.read(directory.events()));
    }

    private FinalGrade finalGrade() {
        return new FinalGrade(GRADER, data);
    }

    /** Makes what the names in the configuration stand for, so that a wrong one is told before anything is written. */
    private void check() {
        setup.agent(setup.task(models.machine()));
        policy.fresh();
        room.gate(models.counter());
        hash();
    }

    private Optional<StepCalls> mostCalls() {
        int asked = policy.fresh().mostQuestions();
        return setup.mostCalls().map(calls -> new StepCalls(calls.coder() + asked, calls.feedback()));
    }

    /** The time of a run that is made again is over where it was then, which its record says. */
    private BudgetLimits budget() {
        return new BudgetLimits(
                config.budget().maxTokens(),
                config.budget().maxCost(),
                models.repeated() == RunRecord.NONE ? config.budget().maxTime() : null);
    }

    private RunJson.ModelFacts facts() {
        return new RunJson.ModelFacts(
                models.coder(),
                models.feedback(),
                KernelKind.valueOf(ground.kernel().name().toUpperCase(Locale.ROOT)),
                setup.showTime());
    }

    private @Nullable ExecutionCache cache() {
        Boolean stated = config.execution().cache();
        boolean use = stated == null ? !models.foreign() : stated;
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

    private String hash() {
        return RunHash.of(config, models, policy, data);
    }
}
