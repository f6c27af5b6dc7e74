package dev.trimtab.runtime.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
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
        String mark = "31338" + ProcessHandle.current().pid();
        Process caller = start(SandboxServer.Request.RUN, "exec sleep " + mark, "");
        List<ProcessHandle> solution = running(1, mark);
        while (solution.isEmpty()) {
            Thread.onSpinWait();
            assertThat(caller.isAlive()).as("%s", said()).isTrue();
            solution = running(1, mark);
        }

        caller.destroyForcibly().waitFor();

        assertNothingIsLeft(caller, solution);
    }

    @Test
    @Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void go_callerIsKilledWhileACommandIsHeld_endsWhatStandsStillAndLeavesNothing() throws Exception {
        String mark = "31340" + ProcessHandle.current().pid();
        String forever = "while :; do :; done";
        Process caller =
                start(SandboxServer.Request.HOLD, forever + " & " + forever + " & : > begun; " + forever, mark);
        ExecutionResult result = SandboxServer.readResult(new DataInputStream(caller.getInputStream()));
        List<ProcessHandle> solution = running(3, mark);
        assertThat(result.held()).as("%s", said()).isTrue();
        assertThat(solution).hasSize(3);
        assertThat(ProcessTree.moving(solution.stream().map(ProcessHandle::pid).toList()))
                .isEmpty();

        caller.destroyForcibly().waitFor();

        assertNothingIsLeft(caller, solution);
    }

    private Process start(SandboxServer.Request request, String script, String name) throws IOException {
        Process caller = new ProcessBuilder(
                        System.getProperty("java.home") + "/bin/java",
                        "-cp",
                        System.getProperty("java.class.path"),
                        SandboxServer.class.getName(),
                        "/nowhere")
                .redirectError(errors.resolve("caller").toFile())
                .start();
        DataOutputStream out = new DataOutputStream(caller.getOutputStream());
        out.writeUTF(request.name());
        List<String> argv = List.of("/bin/sh", "-c", script, name);
        SandboxServer.writeCommand(out, new Command(argv, workspace, List.of(), Map.of("PATH", "/usr/bin:/bin")));
        SandboxServer.writeLimits(out, Limits.DEFAULT.withWallTime(Duration.ofMinutes(5)));
        out.flush();
        return caller;
    }

    private String said() throws IOException {
        return Files.readString(errors.resolve("caller"));
    }

    /** Returns the processes whose last argument of so many ends with a mark; those that confine them have more. */
    private static List<ProcessHandle> running(int arguments, String mark) {
        return ProcessHandle.allProcesses()
                .filter(process -> {
                    String[] given = process.info().arguments().orElse(new String[0]);
                    return given.length == arguments && given[arguments - 1].endsWith(mark);
                })
                .toList();
    }

    /** The processes end, and the next start removes what they leave on disk. */
    private static void assertNothingIsLeft(Process caller, List<ProcessHandle> solution) throws Exception {
        for (ProcessHandle process : solution) {
            process.onExit().get(30, TimeUnit.SECONDS);
        }
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
