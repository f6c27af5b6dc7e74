package dev.trimtab.runtime.model.offline;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trimtab.runtime.Sha256;
import dev.trimtab.runtime.model.offline.grammar.Design;
import dev.trimtab.runtime.model.offline.grammar.Designs;
import dev.trimtab.runtime.model.offline.grammar.Flaw;
import dev.trimtab.runtime.model.offline.grammar.JavaGrammar;
import dev.trimtab.runtime.model.offline.grammar.Metric;
import dev.trimtab.runtime.model.offline.grammar.ProgramTask;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** What the engineer writes does not depend on the Java process: unordered sets iterate in another order in each. */
final class SameBytesTest {
    private static final int DRAFTS = 40;

    @Test
    void chat_sameRequestsInTwoProcesses_getTheSameBytes() throws Exception {
        String first = inAnotherProcess();
        String second = inAnotherProcess();

        assertThat(first).isEqualTo(replies()).isEqualTo(second);
    }

    /** Prints what {@link #replies()} returns. */
    public static void main(String[] args) {
        System.out.print(replies());
    }

    /** Hashes of drafts, improvements and repairs by careless engineers, and of programs of arbitrary designs. */
    private static String replies() {
        StringBuilder text = new StringBuilder();
        for (int seed = 0; seed < DRAFTS; seed++) {
            OfflineEngineer engineer = Prompts.engineer(seed, 0.5, 0.5, 0.1, 0.3);
            String draft = Prompts.ask(engineer, Prompts.draft("")).text();
            String code = draft.substring(draft.indexOf("import "));
            Design design = Designs.of(seed);
            text.append(Sha256.of(draft)).append('\n');
            text.append(Sha256.of(
                            Prompts.ask(engineer, Prompts.improve("", code)).text()))
                    .append('\n');
            text.append(Sha256.of(Prompts.ask(engineer, Prompts.debug(code, "java.lang.Error: bad"))
                            .text()))
                    .append('\n');
            text.append(Sha256.of(new JavaGrammar()
                            .write(
                                    design,
                                    new ProgramTask(
                                            Metric.LOG_LOSS,
                                            "id",
                                            "",
                                            ProgramTask.INPUT,
                                            ProgramTask.Folder.SUBMISSION),
                                    Flaw.values()[seed % 7])))
                    .append('\n');
        }
        return text.toString();
    }

    private static String inAnotherProcess() throws IOException, InterruptedException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        SameBytesTest.class.getName())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).isZero();
        return output;
    }
}
