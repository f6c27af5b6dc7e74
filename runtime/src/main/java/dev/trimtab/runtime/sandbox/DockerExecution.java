package dev.trimtab.runtime.sandbox;

import java.util.OptionalInt;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A command in a container, prepared by {@link DockerSandbox}; its workspace is lent to it while it runs and taken back while it is held. */
final class DockerExecution extends StretchedExecution {
    private final ContainerExecution container;
    private final Consumer<ContainerExecution> ended;
    private boolean started;
    private boolean closed;

    /**
     * @param lentTo the user whom the workspace's files must belong to, empty where they do
     * @param output collects what it prints
     * @param ended what is done with the container in the end
     */
    DockerExecution(
            Command command,
            Limits limits,
            OptionalInt lentTo,
            ContainerExecution container,
            OutputCollector output,
            Consumer<ContainerExecution> ended) {
        super(command, limits, lentTo, /* memoryIsGrouped= */ true, output);
        this.container = container;
        this.ended = ended;
    }

    @Override
    Watched letGo() throws InterruptedException {
        if (started) {
            container.thaw();
        } else {
            started = true;
            container.start();
        }
        return container;
    }

    @Override
    int finish() throws InterruptedException {
        return container.finish();
    }

    @Override
    @Nullable Violation unseen() {
        return container.ranOutOfMemory() ? Violation.MEMORY : null;
    }

    /** The engine itself says where a container could not be started. */
    @Override
    void requireEntered(String printed) {}

    @Override
    void abort() {
        close();
    }

    @Override
    String shown(String printed) {
        return printed;
    }

    @Override
    public void close() {
        if (!closed) {
            closed = true;
            ended.accept(container);
        }
    }
}
