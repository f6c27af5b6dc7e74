package dev.trimtab.runtime.kernel;

import dev.trimtab.runtime.sandbox.ExecutionResult;
import dev.trimtab.runtime.sandbox.Violation;
import org.jspecify.annotations.Nullable;

/** Names the errors that leave no trace of their own: a passed limit, or an exit code without a word. */
final class LimitErrors {
    private LimitErrors() {}

    /** Returns the error of a passed limit, null if none was passed. */
    static @Nullable ErrorSummary of(ExecutionResult result) {
        Violation violation = result.violation();
        if (violation == null) {
            return null;
        }
        return switch (violation) {
            case TIMEOUT -> new ErrorSummary("TimeoutError", "ran longer than its wall time", 0);
            case CPU -> new ErrorSummary("TimeoutError", "used more than its processor time", 0);
            case MEMORY -> new ErrorSummary("MemoryError", "held more than its memory", 0);
            case PROCESSES -> new ErrorSummary("ProcessLimitError", "started too many processes or threads", 0);
            case FILE_SIZE -> new ErrorSummary("FileSizeError", "wrote a file larger than allowed", 0);
            case DISK -> new ErrorSummary("DiskFullError", "wrote more than its disk", 0);
            case OUTPUT -> new ErrorSummary("OutputLimitError", "printed without end", 0);
        };
    }

    static ErrorSummary ofExitCode(ExecutionResult result) {
        return new ErrorSummary("ExitCode", "ended with exit code " + result.exitCode(), 0);
    }
}
