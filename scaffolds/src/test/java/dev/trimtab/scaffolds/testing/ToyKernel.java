package dev.trimtab.scaffolds.testing;

import dev.trimtab.runtime.kernel.ErrorSummary;
import dev.trimtab.runtime.kernel.Kernel;
import dev.trimtab.runtime.sandbox.Command;
import dev.trimtab.runtime.sandbox.ExecutionResult;
import dev.trimtab.runtime.sandbox.Limits;
import dev.trimtab.runtime.sandbox.Violation;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A toy language. A program is lines of {@code score <number>}, {@code raise <Error> <message>}, {@code print <text>}, {@code write} (leaves a
 * submission), {@code warn <text>} (to standard error), {@code hang} (runs into the time limit) and {@code #} comments; any other line does not parse.
 */
public final class ToyKernel implements Kernel {
    private static final Pattern LINE = Pattern.compile("(score|raise|print|warn) .*|write|hang|#.*|\\s*");
    private static final Pattern RAISED = Pattern.compile("(?m)^(\\w+Error): (.*)$");

    private final String name;

    /** @param name {@code python} or {@code java}, whose prompts are to be used */
    public ToyKernel(String name) {
        this.name = name;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public String language() {
        return name();
    }

    @Override
    public String version() {
        return "toy";
    }

    @Override
    public String solutionFile() {
        return name.equals("java") ? "Solution.java" : "solution.py";
    }

    @Override
    public String fenceLanguage() {
        return name;
    }

    @Override
    public boolean parses(String code) {
        return code.lines().allMatch(line -> LINE.matcher(line).matches());
    }

    @Override
    public Command command(Path workspace, Limits limits) {
        throw new UnsupportedOperationException("toy programs run in the fake context");
    }

    @Override
    public boolean deterministic() {
        return true;
    }

    @Override
    public ErrorSummary errorOf(ExecutionResult result, String code) {
        if (result.violation() == Violation.TIMEOUT) {
            return new ErrorSummary("TimeoutError", "", 0);
        }
        Matcher raised = RAISED.matcher(result.output());
        return raised.find() ? new ErrorSummary(raised.group(1), raised.group(2), 1) : null;
    }

    @Override
    public List<String> packages() {
        return List.of("alpha", "beta", "gamma", "delta", "epsilon", "zeta", "eta", "theta");
    }

    /** Runs a program with its two outputs apart, as a script's are. */
    ExecutionResult runApart(String code, String metric) {
        ExecutionResult result = run(code, metric);
        StringBuilder out = new StringBuilder();
        StringBuilder err = new StringBuilder();
        result.output()
                .lines()
                .forEach(line -> (line.matches("\\w+Error: .*|WARN .*") ? err : out)
                        .append(line)
                        .append('\n'));
        if (result.violation() != null) {
            return result;
        }
        return ended(result.exitCode(), null, out + "\n--- standard error ---\n" + err);
    }

    /** Runs a program; one that does not parse fails with a SyntaxError. */
    ExecutionResult run(String code, String metric) {
        StringBuilder output = new StringBuilder();
        if (!parses(code)) {
            return ended(1, null, "SyntaxError: not a toy program");
        }
        for (String line : code.lines().toList()) {
            String[] words = line.split(" ", 2);
            switch (words[0]) {
                case "score" -> output.append(String.format(Locale.ROOT, "Validation %s: %s%n", metric, words[1]));
                case "warn" -> output.append("WARN ").append(words[1]).append('\n');
                case "print" -> output.append(words[1]).append('\n');
                case "hang" -> {
                    return ended(137, Violation.TIMEOUT, output.toString());
                }
                case "raise" -> {
                    String[] error = words[1].split(" ", 2);
                    return ended(1, null, output + error[0] + ": " + (error.length > 1 ? error[1] : "") + "\n");
                }
                default -> {}
            }
        }
        return ended(0, null, output.toString());
    }

    private static ExecutionResult ended(int exitCode, Violation violation, String output) {
        return new ExecutionResult(exitCode, violation, output, output.length(), false, Duration.ofSeconds(7));
    }
}
