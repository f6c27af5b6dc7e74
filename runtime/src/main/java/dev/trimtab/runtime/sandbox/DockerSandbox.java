package dev.trimtab.runtime.sandbox;

import dev.trimtab.runtime.InfrastructureError;
import dev.trimtab.runtime.UserError;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Runs each program in a container of its own: an engine's namespaces and control groups, a read-only root, no
 * capability, no network, and the workspace as the one place to write. What the engine does not limit (the workspace's
 * growth, processor time summed over processes, output, wall time) the same watch limits as in {@link LocalSandbox}.
 */
public final class DockerSandbox implements Sandbox {
    private static final AtomicLong SERIALS = new AtomicLong();
    private static final Duration PROBE_TIME = Duration.ofSeconds(60);

    private final DockerEngine engine;
    private final DockerSettings settings;
    private final String image;
    private final List<Path> hidden;
    private final ContainerMaker maker = ContainerMaker.self();
    private final AtomicBoolean seesProcesses = new AtomicBoolean();
    private final LastWill<ContainerExecution> containers = new LastWill<>(ContainerExecution::close);
    private final Thread lastWill = new Thread(containers::endAll, "trimtab-containers");

    private DockerSandbox(DockerEngine engine, DockerSettings settings, String image, List<Path> hidden) {
        this.engine = engine;
        this.settings = settings;
        this.image = image;
        this.hidden = hidden;
        // A Trimtab that is told to end takes its containers along; one that is killed leaves them to the next.
        Runtime.getRuntime().addShutdownHook(lastWill);
    }

    /**
     * Opens a sandbox: removes the containers of killed predecessors and runs an empty program once.
     *
     * @param hidden directories whose content no solution may see although it lies beneath something shown
     * @throws InfrastructureError if no engine answers or its containers cannot use directories of this machine
     * @throws UserError if the engine does not have the image
     */
    public static DockerSandbox open(DockerSettings settings, List<Path> hidden) {
        DockerEngine engine = DockerEngine.connect(settings.host());
        try {
            DockerIsolation.require(engine.info());
            String image = engine.imageId(settings.image());
            engine.reap();
            DockerSandbox sandbox = new DockerSandbox(
                    engine, settings, image, hidden.stream().map(Command::real).toList());
            try {
                sandbox.probe();
                return sandbox;
            } catch (InfrastructureError e) {
                sandbox.forgetWill();
                throw e;
            }
        } catch (InfrastructureError | UserError e) {
            engine.close();
            throw e;
        }
    }

    /** Returns the id of the image that programs run in, which names its content. */
    public String imageId() {
        return image;
    }

    @Override
    public ExecutionResult run(Command command, Limits limits) {
        try (HoldableExecution execution = start(command, limits)) {
            return execution.go(Hold.NEVER, limits.wallTime());
        }
    }

    @Override
    public HoldableExecution start(Command command, Limits limits) {
        if (!Files.isDirectory(command.workspace())) {
            throw new UserError("workspace " + command.workspace() + " is no directory");
        }
        Command resolved = command.resolved();
        try {
            int owner = (int) Files.getAttribute(resolved.workspace(), "unix:uid", LinkOption.NOFOLLOW_LINKS);
            int group = (int) Files.getAttribute(resolved.workspace(), "unix:gid", LinkOption.NOFOLLOW_LINKS);
            boolean ownedByRoot = owner == 0;
            int uid = ownedByRoot ? ExecutionMark.of(SERIALS.getAndIncrement()).uid() : owner;
            String user = uid + ":" + (ownedByRoot ? uid : group);
            ContainerPlan plan = new ContainerPlan(resolved, limits, user, settings, hidden);
            OutputCollector output = new OutputCollector(limits.outputBytes());
            ContainerExecution container =
                    containers.make(() -> ContainerExecution.create(engine, image, plan, maker, output));
            return new DockerExecution(
                    resolved,
                    limits,
                    ownedByRoot ? OptionalInt.of(uid) : OptionalInt.empty(),
                    container,
                    output,
                    this::ended);
        } catch (IOException e) {
            throw new InfrastructureError("cannot read the owner of " + command.workspace(), e);
        }
    }

    private void ended(ContainerExecution container) {
        seesProcesses.compareAndSet(false, container.isSeen());
        containers.end(container);
    }

    /** Finds out whether a container can write where this process reads, which a distant engine's cannot. */
    private void probe() {
        try {
            Path workspace = SandboxDirectory.forProbe();
            Path written = workspace.resolve("written");
            try {
                Command command =
                        new Command(List.of("/bin/sh", "-c", ": > written; sleep 0.2"), workspace, List.of(), Map.of());
                ExecutionResult result = run(command, Limits.DEFAULT.withWallTime(PROBE_TIME));
                if (!result.succeeded() || !Files.exists(written)) {
                    throw new InfrastructureError("containers of image " + settings.image()
                            + " cannot write to directories of this machine, which Trimtab needs (exit code "
                            + result.exitCode() + "): " + result.output().strip());
                }
            } finally {
                Files.deleteIfExists(written);
                Files.delete(workspace);
            }
        } catch (IOException e) {
            throw new InfrastructureError("cannot write to java.io.tmpdir", e);
        }
    }

    @Override
    public Isolation isolation() {
        return DockerIsolation.of(engine.info(), settings, image, seesProcesses.get());
    }

    @Override
    public void close() {
        forgetWill();
        engine.close();
    }

    private void forgetWill() {
        try {
            Runtime.getRuntime().removeShutdownHook(lastWill);
        } catch (IllegalStateException ending) {
            // The process is ending: what its will does goes over the engine's client, which is not to be closed before
            // that is done.
            containers.endAll();
        }
    }
}
