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

    private final Process process;
    private final Path out;
    private final Path err;

    private ChildTrimtab(Process process, Path out, Path err) {
        this.process = process;
        this.out = out;
        this.err = err;
    }

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
        return start(Path.of(System.getProperty("trimtab.home")), scratch, environment, List.of(), args)
                .await();
    }

    /**
     * Starts a command.
     *
     * @param home the checkout
     * @param scratch an existing folder for what it prints
     * @param environment its only variables that have to do with OpenAI
     * @param prefix what the program is started by, such as {@code taskset -c 0}; may be empty
     */
    public static ChildTrimtab start(
            Path home, Path scratch, Map<String, String> environment, List<String> prefix, List<String> args) {
        List<String> argv = new ArrayList<>(prefix);
        argv.addAll(List.of(
                ProcessHandle.current().info().command().orElse("java"),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Dtrimtab.home=" + home,
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
            return new ChildTrimtab(builder.start(), out, err);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Waits at most this long for the end; returns whether it came. */
    public boolean endsWithin(long millis) {
        try {
            return process.waitFor(millis, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    /** Ends the process by SIGKILL, which it cannot notice; does nothing if it has ended. */
    public Outcome kill() {
        process.destroyForcibly();
        return await();
    }

    /** Waits for the end. */
    public Outcome await() {
        try {
            if (!endsWithin(TimeUnit.MINUTES.toMillis(PATIENCE_MINUTES))) {
                process.destroyForcibly();
                throw new AssertionError("trimtab did not end; it printed: " + Files.readString(out));
            }
            return new Outcome(process.exitValue(), Files.readString(out), Files.readString(err));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
