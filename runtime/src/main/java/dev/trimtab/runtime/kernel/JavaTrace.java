package dev.trimtab.runtime.kernel;

import dev.trimtab.runtime.sandbox.ExecutionResult;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the error of a Java program: what the compiler refused, else the root cause of the last trace. */
final class JavaTrace {
    private static final Pattern COMPILE_ERROR =
            Pattern.compile("^[^\\n]*?\\.java:(\\d+): error: ([^\\n]*)", Pattern.MULTILINE);
    private static final Pattern SYMBOL = Pattern.compile("^\\s+symbol:\\s+([^\\n]*)", Pattern.MULTILINE);
    private static final Pattern THROWN = Pattern.compile(
            "^(?:Exception in thread \"[^\"]*\"|Caused by:) ([\\w.$]+)(?::? ?([^\\n]*))", Pattern.MULTILINE);
    private static final Pattern FRAME = Pattern.compile("\\(Solution\\.java:(\\d+)\\)");

    private JavaTrace() {}

    static ErrorSummary read(ExecutionResult result) {
        ErrorSummary limit = LimitErrors.of(result);
        if (limit != null) {
            return limit;
        }
        Matcher compile = COMPILE_ERROR.matcher(result.output());
        if (compile.find() && result.output().contains("error: compilation failed")) {
            Matcher symbol = SYMBOL.matcher(result.output());
            String message = compile.group(2) + (symbol.find() ? ": " + symbol.group(1) : "");
            return new ErrorSummary("CompileError", message, Integer.parseInt(compile.group(1)));
        }
        MatchResult cause = null;
        for (Matcher thrown = THROWN.matcher(result.output()); thrown.find(); ) {
            cause = thrown.toMatchResult();
        }
        if (cause == null) {
            return LimitErrors.ofExitCode(result);
        }
        Matcher frame = FRAME.matcher(result.output());
        int line = frame.find(cause.start()) || frame.find(0) ? Integer.parseInt(frame.group(1)) : 0;
        String name = cause.group(1);
        String simple = name.substring(Math.max(name.lastIndexOf('.'), name.lastIndexOf('$')) + 1);
        return new ErrorSummary(simple, cause.group(2).strip(), line);
    }
}
