package dev.trimtab.runtime.tool;

import dev.trimtab.runtime.InfrastructureError;
import dev.trimtab.runtime.IoReason;
import dev.trimtab.runtime.sandbox.Command;
import dev.trimtab.runtime.sandbox.ExecutionResult;
import dev.trimtab.runtime.sandbox.Hold;
import dev.trimtab.runtime.sandbox.HoldableExecution;
import dev.trimtab.runtime.sandbox.Limits;
import dev.trimtab.runtime.sandbox.Sandbox;
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

    private final Sandbox sandbox;
    private final Path workspace;
    private final String language;
    private @Nullable HoldableExecution live;

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
     * @param limits what a session may use; its wall time is that of this call, after which all of the session is ended
     * @return what was printed, {@linkplain ExecutionResult#held() held} while the command has not ended
     */
    public ExecutionResult call(ShellCall call, Command kernel, Limits limits) {
        try {
            HoldableExecution session = live;
            boolean lost = session == null && Files.deleteIfExists(workspace.resolve(RUNNING));
            if (session == null && call.kind() != ShellCall.Kind.RUN) {
                return new ExecutionResult(1, null, lost ? LOST : "", LOST.length(), false, Duration.ZERO);
            }
            if (session == null) {
                session = sandbox.start(ShellCommand.lasting(call.text(), language, kernel), limits);
                live = session;
            } else {
                write(REQUEST, call.kind() + "\n" + call.text());
            }
            Files.deleteIfExists(workspace.resolve(ENDED));
            Hold hold = new Hold(call.quiet(), call.most(), workspace.resolve(ENDED));
            return told(lost ? LOST : "", session.go(hold, limits.wallTime()));
        } catch (IOException e) {
            throw new InfrastructureError("cannot use the shell's files in " + workspace + ": " + IoReason.of(e), e);
        }
    }

    private ExecutionResult told(String notice, ExecutionResult result) throws IOException {
        int exitCode = result.exitCode();
        Files.deleteIfExists(workspace.resolve(REQUEST));
        Files.deleteIfExists(workspace.resolve(RUNNING));
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
        Files.delete(file);
        return code.matches("\\d{1,3}") ? Integer.parseInt(code) : otherwise;
    }

    /** Writes a new file: never through a link that a program may have put in its place. */
    private void write(String name, String text) throws IOException {
        Path file = workspace.resolve(name);
        Files.deleteIfExists(file);
        Files.writeString(file, text, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
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
