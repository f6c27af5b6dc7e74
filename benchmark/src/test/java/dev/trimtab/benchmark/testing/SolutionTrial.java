package dev.trimtab.benchmark.testing;

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
import java.util.stream.Stream;

/** Runs a Java solution on a competition's public data, without a sandbox, and grades what it leaves. */
public final class SolutionTrial {
    private static final Grader GRADER = new Grader(Metrics.builtIn());

    private SolutionTrial() {}

    /**
     * Asserts that the program ends well, prints its validation, and beats the sample submission on the private answers.
     *
     * @param workspace an empty folder
     * @param options of the Java machine
     */
    public static void beatsTheSample(PreparedData data, Path workspace, Path program, String... options)
            throws IOException, InterruptedException {
        Files.createSymbolicLink(workspace.resolve("input"), data.publicDir());

        String output = run(workspace, program, options);

        Competition competition = data.competition();
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

    private static String run(Path workspace, Path program, String... options)
            throws IOException, InterruptedException {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        List<String> command = Stream.of(
                        Stream.of(java, "-XX:TieredStopAtLevel=1"), Stream.of(options), Stream.of(program.toString()))
                .flatMap(words -> words)
                .toList();
        Process process = new ProcessBuilder(command)
                .directory(workspace.toFile())
                .redirectErrorStream(true)
                .start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(output).isZero();
        return output;
    }
}
