package dev.trimtab.runtime.kernel;

import dev.trimtab.runtime.sandbox.ExecutionResult;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the error of a Python program: the exception that its last trace ends with. */
final class PythonTrace {
    private static final Pattern FRAME =
            Pattern.compile("^ +File \"[^\"]*solution\\.py\", line (\\d+)", Pattern.MULTILINE);
    private static final Pattern RAISED = Pattern.compile("^([A-Za-z_][\\w.]*)(?:: ([^\\n]*))?$", Pattern.MULTILINE);
    private static final String TRACE = "Traceback (most recent call last):";

    private PythonTrace() {}

    static ErrorSummary read(ExecutionResult result) {
        ErrorSummary limit = LimitErrors.of(result);
        if (limit != null) {
            return limit;
        }
        String output = result.output();
        int trace = output.lastIndexOf(TRACE);
        Matcher frame = FRAME.matcher(output);
        if (trace < 0 && !frame.find()) {
            return LimitErrors.ofExitCode(result);
        }
        int from = trace < 0 ? frame.start() : trace + TRACE.length();
        int line = 0;
        for (boolean found = frame.find(from); found; found = frame.find()) {
            line = Integer.parseInt(frame.group(1));
            from = frame.end();
        }
        MatchResult raised = null;
        for (Matcher matcher = RAISED.matcher(output).region(from, output.length());
                matcher.find() && raised == null; ) {
            raised = matcher.toMatchResult();
        }
        if (raised == null) {
            return LimitErrors.ofExitCode(result);
        }
        String name = raised.group(1);
        String message = raised.group(2) == null ? "" : raised.group(2).strip();
        return new ErrorSummary(name.substring(name.lastIndexOf('.') + 1), message, line);
    }
}
