package dev.trimtab.runtime.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.DataOutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A Trimtab that is killed takes its solutions along, and the next one clears up after it. */
final class KilledCallerTest {
    @TempDir
    Path workspace;

    @TempDir
    Path errors;

    @Test
    @Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void run_callerIsKilled_endsTheSolutionAndLeavesNothing() throws Exception {
        String mark = "sleep 31338" + ProcessHandle.current().pid();
        String java = System.getProperty("java.home") + "/bin/java";
        Path said = errors.resolve("caller");
        Process caller = new ProcessBuilder(
                        java, "-cp", System.getProperty("java.class.path"), SandboxServer.class.getName(), "/nowhere")
                .redirectError(said.toFile())
                .start();
        DataOutputStream out = new DataOutputStream(caller.getOutputStream());
        out.writeUTF(SandboxServer.Request.RUN.name());
        List<String> argv = List.of("/bin/sh", "-c", "exec " + mark);
        SandboxServer.writeCommand(out, new Command(argv, workspace, List.of(), Map.of("PATH", "/usr/bin:/bin")));
        SandboxServer.writeLimits(out, Limits.DEFAULT.withWallTime(Duration.ofMinutes(5)));
        out.flush();
        Optional<ProcessHandle> solution = Optional.empty();
        while (solution.isEmpty()) {
            Thread.onSpinWait();
            assertThat(caller.isAlive()).as("%s", Files.readString(said)).isTrue();
            solution = ProcessHandle.allProcesses()
                    .filter(process -> process.info().commandLine().orElse("").endsWith(mark)
                            && process.info().command().orElse("").endsWith("sleep"))
                    .findFirst();
        }

        caller.destroyForcibly().waitFor();
        solution.get().onExit().get(30, TimeUnit.SECONDS);
        LocalSandbox.open(List.of()).close();

        try (Stream<Path> files = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
            assertThat(files.map(Path::toString).filter(name -> name.contains("trimtab-sandbox-" + caller.pid() + "-")))
                    .isEmpty();
        }
        for (Path parent : ControlGroups.find().parents().values()) {
            try (Stream<Path> groups = Files.list(parent)) {
                assertThat(groups.map(Path::toString).filter(name -> name.contains("trimtab-" + caller.pid() + "-")))
                        .isEmpty();
            }
        }
    }
}
