package dev.trimtab.benchmark.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a user mistypes is answered in one line that names the nearest known name, with exit code 2. */
final class MistypedCommandTest {
    @TempDir
    private Path dir;

    private final StringWriter err = new StringWriter();

    @ParameterizedTest
    @CsvSource({
        "--competition, us-daily-birth, us-daily-births",
        "--policy, portfolo, portfolio",
        "--model, gpt-4oo, gpt-4o",
        "--scaffold, aid, aide",
        "--profile, recnt, recent",
        "-o, aide.num-draft=3, num-drafts",
        "-o, budgt.steps=3, budget",
        "--pursuit, scafold, scaffold",
    })
    void run_unknownName_namesTheNearest(String option, String given, String nearest) {
        String[] competition = option.equals("--competition")
                ? new String[] {option, given}
                : new String[] {"--competition", "us-daily-births", option, given};

        assertThat(run("run", competition)).isEqualTo(2);

        assertThat(err.toString()).hasLineCount(1).startsWith("trimtab: ").containsPattern("\\b" + nearest + "\\b");
        assertThat(dir.resolve("run")).doesNotExist();
    }

    @Test
    void run_nothingNear_suggestsNothing() {
        assertThat(run("run", "--competition", "us-daily-births", "--policy", "xyzzy"))
                .isEqualTo(2);

        assertThat(err.toString())
                .hasLineCount(1)
                .contains("known: aide-journal, ")
                .doesNotContain("did you mean");
    }

    @Test
    void run_kernelThatThereIsNot_namesThoseThatThereAre() {
        assertThat(run("run", "--competition", "us-daily-births", "--model", "offline", "--kernel", "pyton"))
                .isEqualTo(2);

        assertThat(err.toString()).hasLineCount(1).contains("must be one of java, python", "pyton");
        assertThat(dir.resolve("run")).doesNotExist();
    }

    @Test
    void auditAndResume_missingDirectory_areBadInput() {
        String missing = dir.resolve("nothing").toString();

        assertThat(execute("audit", missing)).isEqualTo(2);
        assertThat(err.toString()).hasLineCount(1).contains(missing + " is no run");

        err.getBuffer().setLength(0);
        assertThat(execute("resume", missing)).isEqualTo(2);
        assertThat(err.toString()).hasLineCount(1).contains(missing + " is no run");
    }

    private int run(String command, String... more) {
        String[] args = new String[more.length + 5];
        args[0] = command;
        System.arraycopy(more, 0, args, 1, more.length);
        args[more.length + 1] = "--data-dir";
        args[more.length + 2] = dir.resolve("data").toString();
        args[more.length + 3] = "--out";
        args[more.length + 4] = dir.resolve("run").toString();
        return execute(args);
    }

    private int execute(String... args) {
        return Trimtab.commandLine(args)
                .setOut(new PrintWriter(new StringWriter()))
                .setErr(new PrintWriter(err, true))
                .execute(args);
    }
}
