package dev.trimtab.runtime.sandbox;

import dev.trimtab.runtime.InfrastructureError;
import java.time.Duration;
import java.util.OptionalInt;
import java.util.function.Consumer;

/** A command in a container, prepared by {@link DockerSandbox}; its workspace is lent to it while it runs and taken back while it is held. */
final class DockerExecution implements HoldableExecution {
    private final Command command;
    private final Limits limits;
    private final OptionalInt lentTo;
    private final ContainerExecution container;
    private final OutputCollector output;
    private final Consumer<ContainerExecution> ended;
    private boolean started;
    private boolean over;
    private boolean closed;

    /**
     * @param lentTo the user whom the workspace's files must belong to, empty where they do
     * @param ended what is done with the container in the end
     */
    DockerExecution(
            Command command,
            Limits limits,
            OptionalInt lentTo,
            ContainerExecution container,
            OutputCollector output,
            Consumer<ContainerExecution> ended) {
        this.command = command;
        this.limits = limits;
        this.lentTo = lentTo;
        this.container = container;
        this.output = output;
        this.ended = ended;
    }

    @Override
    public ExecutionResult go(Hold hold, Duration wallTime) {
        if (over) {
            throw new IllegalStateException("the command has ended");
        }
        try {
            return stretch(hold, limits.within(wallTime));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InfrastructureError("an execution was interrupted", e);
        }
    }

    private ExecutionResult stretch(Hold hold, Limits within) throws InterruptedException {
        WorkspaceLease lease = WorkspaceLease.take(command, lentTo.isPresent(), lentTo.orElse(0));
        LimitWatch watch;
        Violation violation;
        int exitCode;
        try (lease) {
            watch = new LimitWatch(command, within, output, /* memoryIsGrouped= */ true);
            try {
                letGo();
                violation = watch.await(container, hold);
                over = !watch.held();
                exitCode = violation != null ? ExitCode.KILLED : over ? container.finish() : ExecutionResult.HELD;
                if (over && violation == null && exitCode != 0 && container.ranOutOfMemory()) {
                    violation = Violation.MEMORY;
                }
            } catch (InterruptedException | RuntimeException e) {
                close(); // before the workspace is taken back
                throw e;
            }
        }
        if (over && violation == null) {
            violation = ExitCode.violation(exitCode, lease.largestFile(), limits);
        }
        OutputCollector.Printed printed = output.take();
        return new ExecutionResult(
                exitCode, violation, printed.text(), printed.bytes(), printed.truncated(), watch.elapsed());
    }

    private void letGo() throws InterruptedException {
        if (started) {
            container.thaw();
        } else {
            started = true;
            container.start();
        }
    }

    @Override
    public void close() {
        over = true;
        if (!closed) {
            closed = true;
            ended.accept(container);
        }
    }
}
