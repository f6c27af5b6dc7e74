package dev.trimtab.benchmark.testing;

import dev.trimtab.benchmark.cli.Trimtab;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** Trimtab in a process of its own, as a user starts it: with its own environment. */
public final class ChildTrimtab {
    private static final int PATIENCE_MINUTES = 10;

    private ChildTrimtab() {}

    /**
     * What a command came to.
     *
     * @param code its exit code
     * @param out what it printed
     * @param err what it printed as errors
     */
    public record Outcome(int code, String out, String err) {}

    /**
     * Runs a command to its end.
     *
     * @param scratch an existing folder for what it prints
     * @param environment its only variables that have to do with OpenAI
     */
    public static Outcome run(Path scratch, Map<String, String> environment, List<String> args) {
        List<String> argv = new ArrayList<>(List.of(
                ProcessHandle.current().info().command().orElse("java"),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Dtrimtab.home=" + System.getProperty("trimtab.home"),
                "-cp",
                System.getProperty("java.class.path"),
                Trimtab.class.getName()));
        argv.addAll(args);
        try {
            Path out = Files.createTempFile(scratch, "child", ".out");
            Path err = Files.createTempFile(scratch, "child", ".err");
            ProcessBuilder builder =
                    new ProcessBuilder(argv).redirectOutput(out.toFile()).redirectError(err.toFile());
            builder.environment().keySet().removeIf(name -> name.startsWith("OPENAI_"));
            builder.environment().putAll(environment);
            Process process = builder.start();
            if (!process.waitFor(PATIENCE_MINUTES, TimeUnit.MINUTES)) {
                process.destroyForcibly();
                throw new AssertionError("trimtab did not end; it printed: " + Files.readString(out));
            }
            return new Outcome(process.exitValue(), Files.readString(out), Files.readString(err));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }
}
