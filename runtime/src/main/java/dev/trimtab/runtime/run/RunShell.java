package dev.trimtab.runtime.run;

import dev.trimtab.runtime.sandbox.Command;
import dev.trimtab.runtime.sandbox.ExecutionResult;
import dev.trimtab.runtime.sandbox.Hold;
import dev.trimtab.runtime.sandbox.Limits;
import dev.trimtab.runtime.tool.ShellCall;
import dev.trimtab.runtime.tool.ShellSession;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * A run's shell session. Where an earlier run is made again, its agent is answered where the earlier one was: what a faster machine prints or ends
 * sooner is told at the call at which it was told then. Not thread-safe.
 */
final class RunShell implements AutoCloseable {
    private final ShellSession session;

    /** Printed by now, but in the earlier run after the agent was answered. */
    private String early = "";

    /** How the command ended that had not ended yet in the earlier run. */
    private @Nullable ExecutionResult ended;

    RunShell(ShellSession session) {
        this.session = session;
    }

    /** Returns whether something is left running, as far as the agent knows. */
    boolean isLive() {
        return session.isLive() || ended != null;
    }

    /** Asks the session, by the clock. */
    ExecutionResult call(ShellCall call, Command kernel, Limits limits) {
        return session.call(call, kernel, limits);
    }

    /** Asks the session, by the earlier run's log. */
    ExecutionResult repeat(ShellCall call, RepeatedExecution earlier, Command kernel, Limits usual) {
        String before = early;
        ExecutionResult last = ended;
        early = "";
        ended = null;
        ExecutionResult now = last != null ? last : ask(call, earlier, before, kernel, usual);
        String all = before + now.output();
        if (!earlier.held()) {
            return told(now, now.exitCode(), all, bytes(before));
        }
        if (!now.held()) {
            ended = new ExecutionResult(now.exitCode(), now.violation(), "", 0, false, now.wallTime());
        }
        String then = earlier.then().output();
        early = all.startsWith(then) ? all.substring(then.length()) : "";
        String shown = all.substring(0, all.length() - early.length());
        return told(now, ExecutionResult.HELD, shown, bytes(before) - bytes(early));
    }

    private ExecutionResult ask(
            ShellCall call, RepeatedExecution earlier, String before, Command kernel, Limits usual) {
        long more = Math.max(0, earlier.then().outputBytes() - bytes(before));
        return session.repeat(
                call,
                earlier.held() ? earlier.took() : null,
                new Hold.Output(more, earlier.longest()),
                kernel,
                earlier.slow(usual),
                earlier.limits(usual).wallTime());
    }

    private static ExecutionResult told(ExecutionResult now, int exitCode, String output, long moreBytes) {
        return new ExecutionResult(
                exitCode,
                exitCode == ExecutionResult.HELD ? null : now.violation(),
                output,
                now.outputBytes() + moreBytes,
                now.truncated(),
                now.wallTime());
    }

    private static long bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }

    @Override
    public void close() {
        session.close();
    }
}
