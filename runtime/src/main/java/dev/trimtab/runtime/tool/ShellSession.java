package dev.trimtab.runtime.tool;

import dev.trimtab.runtime.InfrastructureError;
import dev.trimtab.runtime.IoReason;
import dev.trimtab.runtime.sandbox.Command;
import dev.trimtab.runtime.sandbox.ExecutionResult;
import dev.trimtab.runtime.sandbox.Hold;
import dev.trimtab.runtime.sandbox.HoldableExecution;
import dev.trimtab.runtime.sandbox.Limits;
import dev.trimtab.runtime.sandbox.Sandbox;
import dev.trimtab.runtime.workspace.FileTrees;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * A workspace's shell session in which a command, and what it starts in the background, may be left running. What runs stands still between two
 * calls, so that the workspace can be read and kept. It is lost with its process, which the next call is told. Not thread-safe.
 */
public final class ShellSession implements AutoCloseable {
    /** There while something is left running; kept with the workspace, so that a resumed run knows what was lost. */
    private static final String RUNNING = ".shell_running";

    private static final String REQUEST = ".shell_request";
    private static final String ENDED = ".shell_ended";
    private static final String LOST =
            "[The run was interrupted meanwhile: what was left running in the shell is gone.]\n";
    private static final int LONGEST_CODE = 3;
    private static final Duration LEAST = Duration.ofMillis(1);

    private final Sandbox sandbox;
    private final Path workspace;
    private final String language;
    private @Nullable HoldableExecution live;

    /** What the command has taken in all its calls. */
    private Duration used = Duration.ZERO;

    /**
     * @param workspace the workspace's root
     * @param language how the session calls the kernel's program, such as {@code python}
     */
    public ShellSession(Sandbox sandbox, Path workspace, String language) {
        this.sandbox = sandbox;
        this.workspace = workspace;
        this.language = language;
    }

    /**
     * Does what an agent asks.
     *
     * @param kernel how the kernel runs a solution
     * @param limits what a session may use; its wall time is that of one command with all waiting for it, after which all of the session is ended
     * @return what was printed, {@linkplain ExecutionResult#held() held} while the command has not ended
     */
    public ExecutionResult call(ShellCall call, Command kernel, Limits limits) {
        if (call.kind() == ShellCall.Kind.RUN) {
            used = Duration.ZERO;
        }
        Hold hold = new Hold(call.quiet(), call.most(), workspace.resolve(ENDED));
        ExecutionResult result = stretch(call, hold, kernel, limits, left(limits.wallTime()));
        used = used.plus(result.wallTime());
        return result;
    }

    /**
     * Does what an agent asked in an earlier run, whose record says when it was answered.
     *
     * @param held time after which it is answered although the command runs on; null: only when the command has ended
     * @param printed output that is waited for before that time counts
     * @param kernel how the kernel runs a solution
     * @param limits what a session may use
     * @param most time that the command may take in this call before all of the session is ended
     * @return as {@link #call}
     */
    public ExecutionResult repeat(
            ShellCall call,
            @Nullable Duration held,
            Hold.Output printed,
            Command kernel,
            Limits limits,
            Duration most) {
        return stretch(call, new Hold(null, held, workspace.resolve(ENDED), printed), kernel, limits, most);
    }

    private ExecutionResult stretch(ShellCall call, Hold hold, Command kernel, Limits limits, Duration most) {
        try {
            HoldableExecution session = live;
            boolean lost = session == null && isThere(RUNNING);
            delete(RUNNING);
            if (session == null && call.kind() != ShellCall.Kind.RUN) {
                String notice = lost ? LOST : "";
                return new ExecutionResult(1, null, notice, notice.length(), false, Duration.ZERO);
            }
            if (session == null) {
                session = sandbox.start(ShellCommand.lasting(call.text(), language, kernel), limits);
                live = session;
            } else {
                write(REQUEST, call.kind() + "\n" + call.text());
            }
            delete(ENDED);
            return told(lost ? LOST : "", session.go(hold, most));
        } catch (IOException e) {
            throw new InfrastructureError("cannot use the shell's files in " + workspace + ": " + IoReason.of(e), e);
        }
    }

    private ExecutionResult told(String notice, ExecutionResult result) throws IOException {
        int exitCode = result.exitCode();
        delete(REQUEST);
        delete(RUNNING);
        if (result.held()) {
            write(RUNNING, "");
            exitCode = ended(exitCode);
        } else {
            close();
        }
        return new ExecutionResult(
                exitCode,
                result.violation(),
                notice + result.output(),
                result.outputBytes(),
                result.truncated(),
                result.wallTime());
    }

    /** Returns the exit code of a command that ended but left something running. */
    private int ended(int otherwise) throws IOException {
        Path file = workspace.resolve(ENDED);
        if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS) || Files.size(file) > LONGEST_CODE) {
            return otherwise;
        }
        String code = Files.readString(file, StandardCharsets.ISO_8859_1);
        delete(ENDED);
        return code.matches("\\d{1,3}") ? Integer.parseInt(code) : otherwise;
    }

    /** Writes a new file: never through a link that a program may have put in its place. */
    private void write(String name, String text) throws IOException {
        delete(name);
        Files.writeString(workspace.resolve(name), text, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
    }

    private Duration left(Duration wallTime) {
        Duration left = wallTime.minus(used);
        return left.compareTo(LEAST) < 0 ? LEAST : left;
    }

    private boolean isThere(String name) {
        return Files.exists(workspace.resolve(name), LinkOption.NOFOLLOW_LINKS);
    }

    /** Whatever a program may have put there under that name. */
    private void delete(String name) throws IOException {
        FileTrees.delete(workspace.resolve(name));
    }

    /** Returns whether something is left running. */
    public boolean isLive() {
        return live != null;
    }

    /** Ends what is left running. */
    @Override
    public void close() {
        if (live != null) {
            live.close();
            live = null;
        }
    }
}
