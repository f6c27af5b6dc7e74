package dev.trimtab.benchmark.offline;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trimtab.benchmark.competition.Competition;
import dev.trimtab.benchmark.competition.PreparedData;
import dev.trimtab.benchmark.grade.Grade;
import dev.trimtab.benchmark.grade.Grader;
import dev.trimtab.benchmark.metric.Metrics;
import dev.trimtab.benchmark.pocket.PocketSet;
import dev.trimtab.runtime.model.offline.grammar.Design;
import dev.trimtab.runtime.model.offline.grammar.JavaGrammar;
import dev.trimtab.runtime.model.offline.grammar.ProgramTask;
import dev.trimtab.runtime.model.offline.grammar.Shape;
import dev.trimtab.runtime.model.offline.reader.DesignReader;
import dev.trimtab.runtime.model.offline.reader.PromptReader;
import dev.trimtab.runtime.model.offline.reader.TaskFacts;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.Objects;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Of the bundled competitions whose answers or cells are more than a number or a class, the description tells the shape, and a small design beats the sample submission. */
final class KindsOfAnswersTest {
    private static final Path HOME = Path.of(System.getProperty("trimtab.home"));
    private static final PocketSet SET = new PocketSet(HOME.resolve("benchmark/competitions/pocket"));
    private static final Grader GRADER = new Grader(Metrics.builtIn());

    @TempDir
    private Path dir;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "instrument-samples | SERIES | Random forest (20 trees, depth 12, share 0.3) on log numbers, parts and bands, 16 parts.",
                "debian-dependencies | RANKING | Naive Bayes (smoothing 0.1, word weight 3) on one-hot columns, list entries, shown names left out.",
                "photo-denoising | PICTURE | Extra trees (20 trees, depth 12, share 0.3) on 3x3 window, local contrast, outliers mended.",
                "word-pronunciation | SEQUENCE | Naive Bayes (smoothing 0.1, word weight 1) on 2 letters around, aligned by counts, one pass.",
                "object-cutouts | MASK | Extra trees (20 trees, depth 12, share 0.3) on 3x3 window, contrast to the border, mask smoothed."
            })
    void write_designForTheDescription_beatsTheSample(String id, Shape shape, String sentence) throws Exception {
        Competition competition = SET.find(id).orElseThrow();
        PreparedData data = SET.open(competition, dir.resolve("data"));
        TaskFacts facts = PromptReader.read("# Task description\n\n" + Files.readString(data.description()))
                .task();
        Design design = DesignReader.read(sentence).orElseThrow();
        ProgramTask task = new ProgramTask(
                facts.metric(), facts.id(), facts.target(), ProgramTask.INPUT, ProgramTask.Folder.SUBMISSION);
        Path workspace = Files.createDirectory(dir.resolve("workspace"));
        Files.createSymbolicLink(workspace.resolve("input"), data.publicDir());
        Files.writeString(workspace.resolve("Solution.java"), new JavaGrammar().write(design, task, null));

        String output = run(workspace);

        assertThat(facts.shape()).contains(shape);
        assertThat(output).containsPattern("Validation " + competition.metric() + ": [0-9.]+");
        assertThat(competition
                        .definition()
                        .direction()
                        .isBetter(
                                score(data, workspace.resolve("submission/submission.csv")),
                                score(data, data.sampleSubmission())))
                .as(output)
                .isTrue();
    }

    private static double score(PreparedData data, Path submission) {
        Grade grade = GRADER.grade(data, submission, LocalDateTime.of(2026, 1, 1, 0, 0));
        return Objects.requireNonNull(grade.report().score(), () -> "no score for " + submission);
    }

    private static String run(Path workspace) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-Xmx1g",
                        "-cp",
                        HOME.resolve("runtime/target/java-kernel") + "/*",
                        "Solution.java")
                .directory(workspace.toFile())
                .redirectErrorStream(true)
                .start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(output).isZero();
        return output;
    }
}
