package dev.trimtab.scaffolds.testing;

import dev.trimtab.runtime.kernel.ErrorSummary;
import dev.trimtab.runtime.run.Execution;
import dev.trimtab.runtime.sandbox.ExecutionResult;
import dev.trimtab.runtime.sandbox.Violation;
import dev.trimtab.runtime.tool.AgentFiles;
import dev.trimtab.runtime.tool.ShellCall;
import dev.trimtab.runtime.tool.ToolException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A shell for tests: {@code python FILE} runs a toy program, {@code exit N} fails, {@code hang} is stopped, all else is printed.
 *
 * <p>Where commands may run on, {@code slowly COMMAND} ends at the second wait and {@code hang on} never; input and keys end both, and every other
 * command ends at once.
 */
final class ToyShell {
    private static final Pattern PYTHON = Pattern.compile("python (\\S+)");

    private final ToyKernel kernel;
    private final String metric;
    private final AgentFiles files;
    private final List<String> executed;
    private final List<ShellCall> calls = new ArrayList<>();
    private String slow = "";
    private int waits;

    /** @param executed hears of each program that is run */
    ToyShell(ToyKernel kernel, String metric, AgentFiles files, List<String> executed) {
        this.kernel = kernel;
        this.metric = metric;
        this.files = files;
        this.executed = executed;
    }

    Execution run(String command, Duration wallTime) {
        Matcher program = PYTHON.matcher(command);
        ExecutionResult result = new ExecutionResult(0, null, command + "\n", command.length(), false, Duration.ZERO);
        boolean submitted = false;
        if (program.find()) {
            try {
                String code = files.read(program.group(1));
                executed.add(code);
                result = kernel.run(code, metric);
                submitted = code.lines().anyMatch("write"::equals);
            } catch (ToolException e) {
                throw new IllegalArgumentException(command, e);
            }
        } else if (command.startsWith("exit ")) {
            result = new ExecutionResult(Integer.parseInt(command.substring(5)), null, "", 0, false, Duration.ZERO);
        } else if (command.equals("hang")) {
            result = new ExecutionResult(137, Violation.TIMEOUT, "so far\n", 7, false, wallTime);
        }
        ErrorSummary error = kernel.errorOf(result, command);
        return new Execution(result, error == null ? null : error.type(), submitted);
    }

    Execution call(ShellCall call) {
        calls.add(call);
        boolean begins = call.kind() == ShellCall.Kind.RUN;
        if (begins) {
            slow = call.text().startsWith("slowly ") ? call.text().substring("slowly ".length()) : call.text();
            waits = call.text().equals("hang on")
                    ? Integer.MAX_VALUE
                    : call.text().equals(slow) ? 0 : 3;
        }
        if (call.kind() == ShellCall.Kind.INPUT && waits > 0) {
            return new Execution(held(call), null, false);
        }
        if (call.kind() == ShellCall.Kind.INTERRUPT) {
            return new Execution(new ExecutionResult(130, null, "", 0, false, Duration.ZERO), null, false);
        }
        waits--;
        return waits < 0 || (waits == 0 && !begins) ? run(slow, call.most()) : new Execution(held(call), null, false);
    }

    /** Returns what was asked where commands may run on. */
    List<ShellCall> calls() {
        return List.copyOf(calls);
    }

    private static ExecutionResult held(ShellCall call) {
        return new ExecutionResult(ExecutionResult.HELD, null, "so far\n", 7, false, call.quiet());
    }
}
