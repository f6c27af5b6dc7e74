package dev.trimtab.runtime.sandbox;

import dev.trimtab.runtime.InfrastructureError;
import dev.trimtab.runtime.UserError;
import dev.trimtab.runtime.sandbox.ControlGroups.Controller;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Runs programs on this machine behind what its kernel offers: namespaces, an unprivileged uid, control groups, resource
 * limits and a watch. What works is found out once, at the start; docs/security.md says what each level stands up to.
 */
public final class LocalSandbox implements Sandbox {
    /** Shared by all sandboxes of this process: serials name control groups and choose uids. */
    private static final AtomicLong SERIALS = new AtomicLong();

    private final SandboxDirectory directory;
    private final Level level;
    private final Launcher launcher;
    private final ControlGroups groups;

    private LocalSandbox(SandboxDirectory directory, Level level, List<Path> hidden, ControlGroups groups) {
        this.directory = directory;
        this.level = level;
        this.groups = groups;
        launcher = new Launcher(level, directory.script(), directory.root(), hidden);
    }

    /**
     * Opens a sandbox with the strongest isolation that works here.
     *
     * @param hidden directories whose content no solution may see although it lies beneath something shown, such as a
     *     checkout with private answers
     */
    public static LocalSandbox open(List<Path> hidden) {
        return open(hidden, List.of(Level.values()));
    }

    /** Opens a sandbox with the first of these levels that works here. */
    static LocalSandbox open(List<Path> hidden, List<Level> levels) {
        SandboxDirectory directory = SandboxDirectory.open();
        List<Path> masked = hidden.stream().map(Command::real).toList();
        for (Level level : levels) {
            ControlGroups groups = level.isolatesFiles() ? ControlGroups.find() : new ControlGroups(Map.of());
            LocalSandbox sandbox = new LocalSandbox(directory, level, masked, groups);
            if (sandbox.works()) {
                return sandbox;
            }
        }
        directory.close();
        throw new InfrastructureError("this machine cannot run programs in any of the ways " + levels);
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
            requireReadable(resolved);
            long serial = serial();
            ExecutionMark mark = ExecutionMark.of(serial);
            try {
                return prepare(resolved, limits, serial, mark);
            } catch (IOException | RuntimeException e) {
                mark.release();
                throw e;
            }
        } catch (IOException e) {
            throw new InfrastructureError("cannot use the sandbox's directory " + directory.path(), e);
        }
    }

    private HoldableExecution prepare(Command command, Limits limits, long serial, ExecutionMark mark)
            throws IOException {
        Path status = directory.newStatus(serial);
        ControlGroup group = groups.open(serial, limits);
        boolean memoryIsGrouped = groups.parents().containsKey(Controller.MEMORY);
        List<String> argv = launcher.argv(command, limits, mark, status, group.paths());
        return new LocalExecution(
                command,
                limits,
                level,
                mark,
                group,
                memoryIsGrouped,
                argv,
                directory.path(),
                status,
                new OutputCollector(limits.outputBytes()));
    }

    /** Returns a number whose uid no execution has that is not over. */
    private static long serial() {
        for (int left = ExecutionMark.UIDS_PER_PROCESS; left > 0; left--) {
            long serial = SERIALS.getAndIncrement();
            if (ExecutionMark.of(serial).take()) {
                return serial;
            }
        }
        throw new InfrastructureError("more than " + ExecutionMark.UIDS_PER_PROCESS + " programs run at once");
    }

    /** A solution under a uid of its own reads only what is open to everybody. */
    private void requireReadable(Command command) throws IOException {
        for (Path path : command.readable()) {
            boolean shown = Files.exists(path) && !path.startsWith(command.workspace());
            if (level.changesUid()
                    && shown
                    && !Files.getPosixFilePermissions(path).contains(PosixFilePermission.OTHERS_READ)) {
                throw new UserError("solutions could not read " + path + ": run chmod -R a+rX " + path);
            }
        }
    }

    private boolean works() {
        boolean root = isRoot();
        boolean fits = switch (level) {
            case NAMESPACES -> root && SystemTools.have("unshare", "setpriv", "prlimit", "mount", "pivot_root");
            case USER_NAMESPACES -> !root && SystemTools.have("unshare", "setpriv", "prlimit", "mount", "pivot_root");
            case UID -> root && SystemTools.have("setpriv", "prlimit");
            case WATCHED -> true;
        };
        if (!fits) {
            return false;
        }
        try {
            Path workspace = SandboxDirectory.forProbe();
            try {
                Command probe = new Command(List.of("/bin/sh", "-c", ":"), workspace, List.of(), Map.of());
                return run(probe, Limits.DEFAULT.withWallTime(Duration.ofSeconds(20)))
                        .succeeded();
            } catch (InfrastructureError refused) {
                return false;
            } finally {
                Files.delete(workspace);
            }
        } catch (IOException e) {
            throw new InfrastructureError("cannot write to java.io.tmpdir", e);
        }
    }

    private boolean isRoot() {
        try {
            return (int) Files.getAttribute(directory.path(), "unix:uid") == 0;
        } catch (IOException e) {
            throw new InfrastructureError("cannot read " + directory.path(), e);
        }
    }

    @Override
    public Isolation isolation() {
        return IsolationReport.of(level, groups);
    }

    @Override
    public void close() {
        directory.close();
    }
}
