package dev.trimtab.runtime.sandbox;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Runs programs that pass their limits and one that does not, and prints what came of each: a program of its own, for another kernel than the test's. */
final class LimitProbe {
    /** What each line begins with, since a kernel prints lines, too. */
    static final String LINE = "probe: ";

    private static final long MIB = 1 << 20;
    private static final Limits LIMITS = new Limits(
            Duration.ofSeconds(60), Duration.ofSeconds(60), 128 * MIB, 64, 32 * MIB, 64 * MIB, /* outputBytes= */ 8192);

    private LimitProbe() {}

    /**
     * Prints the isolation, then how each program ended.
     *
     * @param arguments the folder in which control groups are mounted
     */
    public static void main(String[] arguments) throws IOException {
        Path workspace = Files.createTempDirectory("trimtab-test-");
        try (Sandbox sandbox = LocalSandbox.open(List.of())) {
            print("isolation", sandbox.isolation().description());
            // It fails in the end, so that a watch that never had its turn among so many finds the kernel's count.
            print("forks", end(sandbox, workspace, "b() { b | b & }; b; sleep 30; exit 1"));
            print("allocates", end(sandbox, workspace, "tail /dev/zero"));
            print("works", end(sandbox, workspace, "echo still here"));
        }
        try (Stream<Path> groups = Files.walk(Path.of(arguments[0]))) {
            print(
                    "left",
                    groups.filter(path -> path.getFileName().toString().startsWith("trimtab-"))
                            .count());
        }
    }

    private static String end(Sandbox sandbox, Path workspace, String script) {
        List<String> argv = List.of("/bin/sh", "-c", script);
        ExecutionResult result =
                sandbox.run(new Command(argv, workspace, List.of(), Map.of("PATH", "/usr/bin:/bin")), LIMITS);
        Violation violation = result.violation();
        return violation == null ? result.exitCode() + " " + result.output().strip() : violation.name();
    }

    private static void print(String what, Object value) {
        System.out.println(LINE + what + " " + value);
    }
}
