package dev.trimtab.runtime.sandbox;

import dev.trimtab.runtime.InfrastructureError;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * A started command line and the thread that drains its output. That thread also starts the process: the kernel kills a
 * confined process when the thread that made it ends, so it has to be one that lives as long.
 */
final class Execution implements Watched {
    private static final int BUFFER_BYTES = 1 << 16;
    private static final long KILL_WAIT_MILLIS = 100;
    private static final int DRAIN_WAITS = 50;
    private static final int FREEZE_TRIES = 200;

    private final CompletableFuture<Process> started = new CompletableFuture<>();
    private final CompletableFuture<Integer> drained = new CompletableFuture<>();
    private final Set<ProcessTree.Known> seen = new HashSet<>();
    private final Level level;
    private final ExecutionMark mark;
    private final ControlGroup group;

    private Execution(Level level, ExecutionMark mark, ControlGroup group) {
        this.level = level;
        this.mark = mark;
        this.group = group;
    }

    static Execution start(
            Level level,
            ExecutionMark mark,
            ControlGroup group,
            List<String> argv,
            Path directory,
            OutputCollector output) {
        Execution execution = new Execution(level, mark, group);
        Thread thread = new Thread(() -> execution.drain(argv, directory, output), "trimtab-execution");
        thread.setDaemon(true);
        thread.start();
        return execution;
    }

    private void drain(List<String> argv, Path directory, OutputCollector output) {
        try {
            ProcessBuilder builder = new ProcessBuilder(argv).directory(directory.toFile());
            builder.redirectErrorStream(true).redirectInput(ProcessBuilder.Redirect.from(new File("/dev/null")));
            builder.environment().clear();
            builder.environment().put("PATH", SystemTools.SEARCH_PATH);
            SessionKeyring.leave();
            Process process = builder.start();
            started.complete(process);
            byte[] buffer = new byte[BUFFER_BYTES];
            try (InputStream stream = process.getInputStream()) {
                for (int count = stream.read(buffer); count >= 0; count = stream.read(buffer)) {
                    output.add(buffer, count);
                }
            }
            drained.complete(process.waitFor());
        } catch (IOException | InterruptedException | RuntimeException | Error e) {
            // whoever waits for the program would wait for ever
            started.completeExceptionally(e);
            drained.completeExceptionally(e);
        }
    }

    @Override
    public boolean awaitExit(long millis) throws InterruptedException {
        return await(process().onExit(), millis);
    }

    /**
     * Ends whatever the program left behind, and returns its exit code once all output is read. A process that hid where
     * nothing can find it, possible at the weakest level only, keeps its output but does not hold up the run.
     */
    int finish() throws InterruptedException {
        for (int left = DRAIN_WAITS; left > 0 || level.isolatesFiles(); left--) {
            killStrays();
            if (await(drained, KILL_WAIT_MILLIS)) {
                return drained.join();
            }
        }
        return process().exitValue();
    }

    @Override
    public void kill() throws InterruptedException {
        Process process = process();
        do {
            // A process namespace ends with its first process, and the process we started ends once all are gone.
            List<ProcessHandle> children = process.children().toList();
            if (level.isolatesFiles() && !children.isEmpty()) {
                children.forEach(ProcessHandle::destroyForcibly);
            } else {
                tree();
                process.destroyForcibly();
                killStrays();
            }
        } while (!awaitExit(KILL_WAIT_MILLIS));
        finish();
    }

    @Override
    public boolean freeze() throws InterruptedException {
        for (int left = FREEZE_TRIES; left > 0; left--) {
            Set<Long> looked = all();
            List<Long> moving = ProcessTree.moving(looked);
            if (moving.isEmpty() && all().equals(looked)) {
                // nobody was started while the others were looked at
                return true;
            }
            Signals.send("STOP", moving);
            TimeUnit.MILLISECONDS.sleep(1);
        }
        return false;
    }

    @Override
    public void thaw() {
        Signals.send("CONT", all());
    }

    /** Returns the processes that can do anything: what waits for the end of a process namespace must see that end. */
    private Set<Long> all() {
        Process process = process();
        Set<Long> all = new HashSet<>(tree().pids());
        if (level.isolatesFiles()) {
            all.remove(process.pid());
        } else {
            all.addAll(strays(process));
        }
        return all;
    }

    private void killStrays() {
        if (level.isolatesFiles()) {
            return;
        }
        Process process = process();
        for (Set<Long> strays = strays(process); !strays.isEmpty(); strays = strays(process)) {
            strays.forEach(pid -> ProcessHandle.of(pid).ifPresent(ProcessHandle::destroyForcibly));
        }
    }

    private Set<Long> strays(Process process) {
        Set<Long> strays = new HashSet<>(tree().pids());
        strays.addAll(level.changesUid() ? ProcessTree.ofUser(mark.uid()) : ProcessTree.withVariable(mark.variable()));
        strays.remove(process.pid());
        return strays;
    }

    /** Returns what the execution holds now, with processes that have left the tree but were once seen in it. */
    @Override
    public ProcessTree tree() {
        ProcessTree tree = ProcessTree.of(process().pid(), seen);
        if (!level.isolatesFiles()) {
            seen.addAll(tree.processes());
        }
        return tree;
    }

    @Override
    public @Nullable Violation heldByKernel() {
        return group.violation();
    }

    private Process process() {
        try {
            return started.join();
        } catch (CompletionException e) {
            throw new InfrastructureError("cannot start a program in the sandbox", e);
        }
    }

    private static boolean await(CompletableFuture<?> future, long millis) throws InterruptedException {
        try {
            future.get(millis, TimeUnit.MILLISECONDS);
            return true;
        } catch (TimeoutException running) {
            return false;
        } catch (ExecutionException e) {
            throw new InfrastructureError("cannot run a program in the sandbox", e);
        }
    }
}
