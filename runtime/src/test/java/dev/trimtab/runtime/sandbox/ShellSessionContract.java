package dev.trimtab.runtime.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trimtab.runtime.tool.ShellCall;
import dev.trimtab.runtime.tool.ShellCall.Kind;
import dev.trimtab.runtime.tool.ShellSession;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A shell session whose commands may run on, in a real sandbox. */
abstract class ShellSessionContract extends SandboxFixture {
    private static final Duration QUIET = Duration.ofSeconds(2);
    private static final Duration LONG = Duration.ofSeconds(50);

    private ShellSession session;

    @BeforeEach
    void begin() {
        session = new ShellSession(sandbox, workspace, "python");
    }

    @AfterEach
    void end() {
        session.close();
    }

    @Test
    void input_reachesTheCommandThatReads() {
        ExecutionResult asked = run("echo name?; read line; echo \"got $line\"; exit 3");
        ExecutionResult answered = call(Kind.INPUT, "my name");

        assertThat(asked.held()).isTrue();
        assertThat(asked.output()).isEqualTo("name?\n");
        assertThat(answered.output()).isEqualTo("got my name\n");
        assertThat(answered.exitCode()).isEqualTo(3);
    }

    @Test
    void programThatStartsOthers_findsTheKernelsUnderItsUsualNames() {
        String output = run("timeout 9 python echo one; cd /tmp; env python echo two; nohup python echo three")
                .output();

        assertThat(output).contains("one\n", "two\n", "three\n").doesNotContain("No such file");
        assertThat(run("timeout 9 python echo again; echo $PATH").output())
                .startsWith("again\n")
                .containsOnlyOnce(".shell_bin");
    }

    @Test
    void programThatStartsOthers_findsTheKernels_alsoAfterTheCommandWasHeld() {
        ExecutionResult held = run("sleep 4; timeout 9 python echo late");

        assertThat(held.held()).isTrue();
        assertThat(call(Kind.WAIT, "").output()).isEqualTo("late\n");
    }

    @Test
    void repeat_printsLessThanItHad_isHeldWhenItsTimeHasBeenWaitedForOften() {
        Hold.Output more = new Hold.Output(20, Duration.ofSeconds(3));
        ExecutionResult held = repeat("printf xxxxx; sleep 40; echo late", more);
        call(Kind.INTERRUPT, "");

        assertThat(held.held()).isTrue();
        assertThat(held.output()).isEqualTo("xxxxx");
    }

    @Test
    void repeat_printsAsMuchLaterThanItHad_isHeldThen() {
        ExecutionResult held = repeat(
                "printf x; sleep 2; printf xxxx; sleep 40; echo late", new Hold.Output(5, Duration.ofSeconds(30)));
        call(Kind.INTERRUPT, "");

        assertThat(held.held()).isTrue();
        assertThat(held.output()).isEqualTo("xxxxx");
    }

    @Test
    void waiting_tellsOnlyWhatIsNew_untilTheCommandEnds() {
        ExecutionResult result = run("echo first; sleep 5; echo second");
        assertThat(result.held()).isTrue();
        assertThat(result.output()).isEqualTo("first\n");
        StringBuilder more = new StringBuilder();
        while (result.held()) {
            result = call(Kind.WAIT, "");
            more.append(result.output());
        }

        assertThat(more).hasToString("second\n");
        assertThat(result.exitCode()).isZero();
    }

    @Test
    void commandThatEndsInTime_leavesNothingAndKeepsDirectoryAndVariables() {
        ExecutionResult first = run("mkdir a; cd a; export SEEN=yes; exit 4");

        assertThat(first.exitCode()).isEqualTo(4);
        assertThat(workspace.resolve(".shell_running")).doesNotExist();
        assertThat(run("basename \"$PWD\"; echo $SEEN").output()).isEqualTo("a\nyes\n");
    }

    @Test
    void interrupt_endsTheWholeCommandAndTheSessionGoesOn() {
        assertThat(run("mkdir b; cd b; sleep 1000; echo after").held()).isTrue();
        ExecutionResult interrupted = call(Kind.INTERRUPT, "");

        assertThat(interrupted.exitCode()).isEqualTo(130);
        assertThat(interrupted.output()).doesNotContain("after");
        assertThat(run("basename \"$PWD\"").output()).isEqualTo("b\n");
    }

    @Test
    void endOfInput_isReadAsSuch() {
        assertThat(run("cat; echo done").held()).isTrue();
        assertThat(call(Kind.INPUT, "x").output()).isEqualTo("x\n");

        ExecutionResult ended = call(Kind.END_OF_INPUT, "");
        assertThat(ended.output()).isEqualTo("done\n");
        assertThat(ended.exitCode()).isZero();
    }

    @Test
    void commandThatNeverFallsSilent_isHeldAfterItsTime() {
        ExecutionResult busy = session.call(
                new ShellCall(Kind.RUN, "while :; do echo .; sleep 0.05; done", LONG, QUIET), kernel(), LIMITS);

        assertThat(busy.held()).isTrue();
        assertThat(busy.output()).startsWith(".\n.\n");
        assertThat(call(Kind.INTERRUPT, "").exitCode()).isEqualTo(130);
    }

    @Test
    void backgroundJob_livesOnToTheNextCommands_andTheSessionEndsWithIt() {
        ExecutionResult begun = run("sleep 1000 & echo $! > job; exit 5");
        assertThat(begun.exitCode()).isEqualTo(5);
        assertThat(begun.held()).isFalse();
        assertThat(workspace.resolve(".shell_running")).exists();

        assertThat(run("kill -0 $(cat job) && echo alive").output()).isEqualTo("alive\n");
        assertThat(run("kill $(cat job)").exitCode()).isZero();
        run("true");
        assertThat(workspace.resolve(".shell_running")).doesNotExist();
    }

    @Test
    void whatRunsOn_standsStillBetweenCalls_andWhatLeadsOutOfTheWorkspaceIsGone() throws IOException {
        run("ln -s /etc leak; mkfifo pipe; while :; do i=$((i+1)); echo $i > count; done & sleep 1000");
        String before = Files.readString(workspace.resolve("count"));
        shell("sleep 0.3");

        assertThat(workspace.resolve("count")).hasContent(before.strip());
        assertThat(Files.exists(workspace.resolve("leak"), LinkOption.NOFOLLOW_LINKS))
                .isFalse();
        assertThat(workspace.resolve("pipe")).doesNotExist();
        Files.writeString(workspace.resolve("count"), "mine");
        call(Kind.WAIT, "");
        assertThat(workspace.resolve("count")).content().doesNotContain("mine");
    }

    @Test
    void close_endsWhatRuns_andAnotherSessionIsToldThatItIsGone() {
        String mark = "31340" + ProcessHandle.current().pid();
        assertThat(run("sleep " + mark).held()).isTrue();
        assertThat(alive(mark)).isTrue();
        session.close();
        assertThat(alive(mark)).isFalse();

        session = new ShellSession(sandbox, workspace, "python");
        ExecutionResult lost = call(Kind.WAIT, "");
        assertThat(lost.output()).contains("is gone");
        assertThat(lost.held()).isFalse();
        assertThat(run("echo new").output()).isEqualTo("new\n");
    }

    @Test
    void limitOfTheWholeCall_endsAllOfIt() {
        ExecutionResult stopped = session.call(
                new ShellCall(Kind.RUN, "sleep 1000", LONG, LONG),
                kernel(),
                LIMITS.withWallTime(Duration.ofSeconds(1)));

        assertThat(stopped.violation()).isEqualTo(Violation.TIMEOUT);
        assertThat(run("echo new").output()).isEqualTo("new\n");
    }

    @Test
    void requestThatAProgramPutALinkInItsPlace_isNotWrittenThroughIt() throws IOException {
        Path outside = Files.writeString(workspace.resolveSibling(workspace.getFileName() + "-outside"), "mine");
        try {
            run("cat > answer");
            Files.createSymbolicLink(workspace.resolve(".shell_request"), outside);
            call(Kind.INPUT, "text");

            assertThat(outside).hasContent("mine");
            assertThat(workspace.resolve("answer")).hasContent("text");
        } finally {
            Files.delete(outside);
        }
    }

    @Test
    void foldersUnderTheNamesOfTheSessionsFiles_endNothing() {
        assertThat(run("mkdir -p .shell_request/x .shell_running/x .shell_ended/x; sleep 1000")
                        .held())
                .isTrue();
        assertThat(call(Kind.INTERRUPT, "").exitCode()).isEqualTo(130);
        assertThat(run("echo new").output()).isEqualTo("new\n");
    }

    @Test
    void waitingAgainAndAgain_endsWithTheCommandsTime() {
        Limits brief = LIMITS.withWallTime(Duration.ofSeconds(5));
        ExecutionResult result = session.call(new ShellCall(Kind.RUN, "sleep 1000", QUIET, LONG), kernel(), brief);
        for (int calls = 0; result.held() && calls < 10; calls++) {
            result = session.call(new ShellCall(Kind.WAIT, "", QUIET, LONG), kernel(), brief);
        }

        assertThat(result.violation()).isEqualTo(Violation.TIMEOUT);
    }

    private ExecutionResult run(String command) {
        return call(Kind.RUN, command);
    }

    private ExecutionResult call(Kind kind, String text) {
        return session.call(new ShellCall(kind, text, QUIET, LONG), kernel(), LIMITS);
    }

    private ExecutionResult repeat(String command, Hold.Output printed) {
        ShellCall call = new ShellCall(Kind.RUN, command, QUIET, LONG);
        return session.repeat(call, Duration.ofMillis(300), printed, kernel(), LIMITS, LONG);
    }

    private Command kernel() {
        return new Command(List.of("/usr/bin/env", "program"), workspace, List.of(), Map.of("PATH", "/usr/bin:/bin"));
    }

    private static boolean alive(String mark) {
        return ProcessHandle.allProcesses()
                .anyMatch(process -> process.info().commandLine().orElse("").contains("sleep " + mark)
                        && !process.info().commandLine().orElse("").contains("bash"));
    }
}
