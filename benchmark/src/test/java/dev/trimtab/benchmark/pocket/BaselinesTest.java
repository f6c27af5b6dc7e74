package dev.trimtab.benchmark.pocket;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trimtab.benchmark.competition.Competition;
import dev.trimtab.benchmark.competition.PreparedData;
import dev.trimtab.benchmark.grade.Grade;
import dev.trimtab.benchmark.grade.Grader;
import dev.trimtab.benchmark.metric.Metrics;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each bundled competition's baseline runs on the JDK alone and beats the sample submission on the private answers. */
final class BaselinesTest {
    private static final PocketSet SET =
            new PocketSet(Path.of(System.getProperty("trimtab.home")).resolve("benchmark/competitions/pocket"));
    private static final Grader GRADER = new Grader(Metrics.builtIn());

    @TempDir
    private Path dir;

    static List<String> ids() {
        return SET.competitions().stream().map(Competition::id).toList();
    }

    @ParameterizedTest
    @MethodSource("ids")
    void baseline_run_printsItsValidationAndBeatsTheSample(String id) throws IOException, InterruptedException {
        Competition competition = SET.find(id).orElseThrow();
        PreparedData data = SET.open(competition, dir.resolve("data"));
        Path workspace = Files.createDirectory(dir.resolve("workspace"));
        Files.createSymbolicLink(workspace.resolve("input"), data.publicDir());

        String output = run(workspace, competition.folder().resolve("baseline/Solution.java"));

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

    private static String run(Path workspace, Path program) throws IOException, InterruptedException {
        Path java = Path.of(System.getProperty("java.home"), "bin", "java");
        Process process = new ProcessBuilder(java.toString(), "-XX:TieredStopAtLevel=1", program.toString())
                .directory(workspace.toFile())
                .redirectErrorStream(true)
                .start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(output).isZero();
        return output;
    }
}
