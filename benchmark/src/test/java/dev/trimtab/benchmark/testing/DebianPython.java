package dev.trimtab.benchmark.testing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assumptions;

/**
 * Debian's Python with NumPy, pandas and scikit-learn as the reference of differential tests. Where it is missing those tests
 * are skipped, visibly; golden values beside them hold everywhere.
 */
public final class DebianPython {
    private static final Path INTERPRETER = Path.of("/usr/bin/python3");
    private static final boolean PRESENT = probe();

    private DebianPython() {}

    /** Skips the test where Debian's Python is missing; on the continuous build that is a failure. */
    public static void require() {
        if (!PRESENT && System.getenv("CI") != null) {
            throw new AssertionError("the continuous build needs Debian's python3-sklearn and python3-pandas");
        }
        Assumptions.assumeTrue(PRESENT, "needs Debian's python3-sklearn");
    }

    /** Runs a program that reads JSON from its standard input and prints JSON; returns what it prints. */
    public static JsonNode run(String program, Object input) {
        ObjectMapper json = new ObjectMapper();
        try {
            Process process = new ProcessBuilder(INTERPRETER.toString(), "-W", "ignore", "-c", program)
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start();
            try (var stdin = process.getOutputStream()) {
                json.writeValue(stdin, input);
            }
            String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (!process.waitFor(1, TimeUnit.MINUTES) || process.exitValue() != 0) {
                throw new AssertionError("the reference program failed; it printed: " + printed);
            }
            return json.readTree(printed);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    private static boolean probe() {
        try {
            return new ProcessBuilder(INTERPRETER.toString(), "-c", "import numpy, pandas, sklearn")
                            .redirectErrorStream(true)
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
