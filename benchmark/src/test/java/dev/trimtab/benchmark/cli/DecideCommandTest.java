package dev.trimtab.benchmark.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trimtab.benchmark.decide.DecideSchema;
import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;

/** What {@code decide} says before it reads a line. */
final class DecideCommandTest {
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @Test
    void decide_policyOnPrompts_isBadInputThatNamesThosePoliciesThatWork() {
        assertThat(run("decide", "--policy", "ledger")).isEqualTo(2);

        assertThat(err.toString()).hasLineCount(1).contains("'ledger'", "portfolio", "greedy-summarize");
    }

    @Test
    void decide_unknownPolicy_isBadInputThatNamesTheNearest() {
        assertThat(run("decide", "--policy", "greedy-summarise")).isEqualTo(2);

        assertThat(err.toString()).hasLineCount(1).contains("did you mean 'greedy-summarize'?");
    }

    @Test
    void decide_schema_isPrintedAsShipped() {
        assertThat(run("decide", "--schema", "request")).isZero();

        assertThat(out.toString()).isEqualTo(DecideSchema.REQUEST.text()).contains("\"decisionsLeft\"");
    }

    private int run(String... args) {
        return Trimtab.commandLine(args)
                .setOut(new PrintWriter(out, /* autoFlush= */ true))
                .setErr(new PrintWriter(err, /* autoFlush= */ true))
                .execute(args);
    }
}
