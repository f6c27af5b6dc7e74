package dev.trimtab.runtime.sandbox;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.async.ResultCallback;
import com.github.dockerjava.api.command.InspectContainerResponse.ContainerState;
import com.github.dockerjava.api.exception.ConflictException;
import com.github.dockerjava.api.exception.DockerException;
import com.github.dockerjava.api.exception.NotFoundException;
import com.github.dockerjava.api.model.Frame;
import com.github.dockerjava.api.model.WaitResponse;
import dev.trimtab.runtime.InfrastructureError;
import java.io.IOException;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/** A program in a container of its own; closing removes the container and all that is in it. */
final class ContainerExecution implements Watched, AutoCloseable {
    private static final long DRAIN_SECONDS = 30;
    private static final long START_SECONDS = 30;

    private final DockerEngine engine;
    private final DockerClient client;
    private final String id;
    private final CompletableFuture<Integer> ended = new CompletableFuture<>();
    private final Streams streams;
    private GroupEvents groups = new GroupEvents(Map.of());
    private long pid;

    /** Hands what the program prints to the collector. */
    private static final class Streams extends ResultCallback.Adapter<Frame> {
        private final OutputCollector output;

        Streams(OutputCollector output) {
            this.output = output;
        }

        @Override
        public void onNext(Frame frame) {
            output.add(frame.getPayload(), frame.getPayload().length);
        }
    }

    private final class End extends ResultCallback.Adapter<WaitResponse> {
        @Override
        public void onNext(WaitResponse response) {
            ended.complete(response.getStatusCode());
        }

        @Override
        public void onError(Throwable failure) {
            super.onError(failure);
            ended.completeExceptionally(failure);
        }
    }

    private ContainerExecution(DockerEngine engine, String id, OutputCollector output) {
        this.engine = engine;
        this.id = id;
        client = engine.client();
        streams = new Streams(output);
    }

    /** Makes a container that waits to be started. */
    static ContainerExecution create(
            DockerEngine engine, String image, ContainerPlan plan, ContainerMaker maker, OutputCollector output) {
        try {
            String id = engine.client()
                    .createContainerCmd(image)
                    .withHostConfig(plan.host())
                    .withEntrypoint(plan.argv())
                    .withUser(plan.user())
                    .withWorkingDir(Command.WORKSPACE)
                    .withNetworkDisabled(true)
                    .withLabels(maker.labels())
                    .exec()
                    .getId();
            return new ContainerExecution(engine, id, output);
        } catch (DockerException e) {
            throw engine.failed("make a container", e);
        }
    }

    /** Starts the program; it prints into the collector from its first byte on. */
    void start() throws InterruptedException {
        try {
            client.attachContainerCmd(id)
                    .withStdOut(true)
                    .withStdErr(true)
                    .withFollowStream(true)
                    .exec(streams);
            if (!streams.awaitStarted(START_SECONDS, TimeUnit.SECONDS)) {
                throw new InfrastructureError("the Docker engine does not hand over what a container prints");
            }
            client.startContainerCmd(id).exec();
            client.waitContainerCmd(id).exec(new End());
            see(client.inspectContainerCmd(id).exec().getState());
        } catch (DockerException e) {
            throw engine.failed("start a container", e);
        }
    }

    /** An engine in a virtual machine or beside another process namespace gives numbers that mean nothing here. */
    private void see(ContainerState state) {
        Long number = state.getPidLong();
        if (number != null && number > 0) {
            groups = GroupEvents.of(number, id);
            pid = groups.groups().isEmpty() ? 0 : number;
        }
    }

    /** Returns whether this process sees the container's processes, and so can watch what they hold. */
    boolean isSeen() {
        return pid > 0;
    }

    @Override
    public boolean awaitExit(long millis) throws InterruptedException {
        try {
            ended.get(millis, TimeUnit.MILLISECONDS);
            return true;
        } catch (TimeoutException running) {
            return false;
        } catch (ExecutionException e) {
            throw engine.failed("say how a container ended", e);
        }
    }

    @Override
    public ProcessTree tree() {
        return ProcessTree.of(pid, Set.of());
    }

    @Override
    public @Nullable Violation heldByKernel() {
        return groups.violation();
    }

    /** Returns the program's exit code once all that it printed is read. */
    int finish() throws InterruptedException {
        // With a container's first process all others have ended, and so have its streams.
        if (!streams.awaitCompletion(DRAIN_SECONDS, TimeUnit.SECONDS)) {
            throw new InfrastructureError("the Docker engine does not end the streams of an ended container");
        }
        return ended.join();
    }

    /** Returns whether the kernel ended a process of the container for want of memory. */
    boolean ranOutOfMemory() {
        try {
            return Boolean.TRUE.equals(
                    client.inspectContainerCmd(id).exec().getState().getOOMKilled());
        } catch (DockerException e) {
            throw engine.failed("say how a container ended", e);
        }
    }

    @Override
    public boolean freeze() {
        try {
            client.pauseContainerCmd(id).exec();
        } catch (ConflictException | NotFoundException over) {
            // It ended by itself meanwhile, which the next wait finds out.
            return true;
        } catch (DockerException e) {
            throw engine.failed("pause a container", e);
        }
        return true;
    }

    @Override
    public void thaw() {
        try {
            client.unpauseContainerCmd(id).exec();
        } catch (ConflictException | NotFoundException over) {
            // It ended before it was paused.
            return;
        } catch (DockerException e) {
            throw engine.failed("let a container go on", e);
        }
    }

    @Override
    public void kill() throws InterruptedException {
        try {
            client.killContainerCmd(id).exec();
        } catch (ConflictException | NotFoundException over) {
            // It ended by itself meanwhile.
        } catch (DockerException e) {
            throw engine.failed("kill a container", e);
        }
        if (!awaitExit(TimeUnit.SECONDS.toMillis(DRAIN_SECONDS))) {
            throw new InfrastructureError("the Docker engine does not end a container that it has killed");
        }
        finish();
    }

    @Override
    public void close() {
        engine.remove(id);
        try {
            streams.close();
        } catch (IOException e) {
            throw engine.failed("close a container's streams", e);
        }
    }
}
