package dev.trimtab.benchmark.mlebench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.trimtab.benchmark.competition.Competition;
import dev.trimtab.benchmark.grade.Grader;
import dev.trimtab.benchmark.grade.Leaderboards;
import dev.trimtab.benchmark.grade.Score;
import dev.trimtab.benchmark.metric.Metrics;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;

/**
 * The cases of one competition that bench/graders/generate.py had graded by the original code.
 *
 * @param competition whose they are
 * @param answers the file of the true values
 * @param cases all cases
 */
record OriginalCases(Competition competition, Path answers, List<Case> cases) {
    private static final ObjectMapper JSON = new ObjectMapper();

    /**
     * One submission.
     *
     * @param score of the original grader; null where it refuses the submission
     */
    record Case(String name, String submission, @Nullable Double score) {}

    /** Reads the cases and writes the answers into a folder. */
    static OriginalCases of(Competition competition, Path dir) {
        String file = "original-graders/" + competition.id() + ".jsonl.gz";
        try (BufferedReader reader = new BufferedReader(new InputStreamReader(
                new GZIPInputStream(Objects.requireNonNull(OriginalCases.class.getResourceAsStream(file), file)),
                StandardCharsets.UTF_8))) {
            Path name = Path.of(competition.definition().files().answers()).getFileName();
            Path answers = Files.writeString(
                    dir.resolve(name),
                    JSON.readTree(reader.readLine()).get("answers").textValue());
            List<Case> cases = new ArrayList<>();
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                JsonNode node = JSON.readTree(line);
                cases.add(new Case(
                        node.get("name").textValue(), node.get("submission").textValue(), number(node.get("score"))));
            }
            return new OriginalCases(competition, answers, cases);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Returns the case of a name. */
    Case named(String name) {
        return cases.stream().filter(one -> one.name().equals(name)).findFirst().orElseThrow();
    }

    /** Grades a submission against the answers. */
    Score grade(String submission, boolean corrected) {
        try {
            Path file = Files.writeString(answers.resolveSibling("submission.csv"), submission);
            return new Grader(Metrics.builtIn(), corrected, new Leaderboards(/* checkout= */ null))
                    .score(competition, answers, file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static @Nullable Double number(JsonNode score) {
        return score.isNull()
                ? null
                : Double.valueOf(score.textValue().replace("nan", "NaN").replace("inf", "Infinity"));
    }
}
