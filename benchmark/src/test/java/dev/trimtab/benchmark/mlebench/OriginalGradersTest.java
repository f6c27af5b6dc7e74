package dev.trimtab.benchmark.mlebench;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.trimtab.benchmark.competition.Competition;
import dev.trimtab.benchmark.competition.CompetitionFolders;
import dev.trimtab.benchmark.grade.Grader;
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
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every competition of MLE-bench is graded as by its own grader: the same score to 1e-9, and the same submissions refused.
 * The cases were made by bench/graders/generate.py from the original code.
 */
final class OriginalGradersTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final double PRECISION = 1e-9;

    @TempDir
    private Path dir;

    static Stream<Competition> competitions() {
        return CompetitionFolders.read(Path.of("competitions", "mle-bench")).stream();
    }

    @ParameterizedTest
    @MethodSource("competitions")
    void score_everyCase_isThatOfTheOriginalGrader(Competition competition) throws IOException {
        List<JsonNode> lines = lines(competition.id());
        Path answers = Files.writeString(
                dir.resolve(Path.of(competition.definition().files().answers()).getFileName()),
                lines.get(0).get("answers").textValue());
        assertThat(lines).hasSizeGreaterThan(20);

        for (JsonNode wanted : lines.subList(1, lines.size())) {
            Path submission = Files.writeString(
                    dir.resolve("submission.csv"), wanted.get("submission").textValue());

            Score score = new Grader(Metrics.builtIn()).score(competition, answers, submission);

            assertThat(isSame(wanted.get("score"), score))
                    .as("%s: wanted %s but got %s", wanted.get("name"), wanted.get("score"), score)
                    .isTrue();
        }
    }

    private static boolean isSame(JsonNode wanted, Score score) {
        if (!(score instanceof Score.Scored scored)) {
            return wanted.isNull() && !((Score.Invalid) score).problem().isBlank();
        }
        if (wanted.isNull()) {
            return false;
        }
        double value =
                Double.parseDouble(wanted.textValue().replace("nan", "NaN").replace("inf", "Infinity"));
        return Double.compare(value, scored.value()) == 0
                || Math.abs(value - scored.value()) <= PRECISION * Math.max(Math.abs(value), 1e-3);
    }

    private static List<JsonNode> lines(String id) {
        try (BufferedReader reader = new BufferedReader(new InputStreamReader(
                new GZIPInputStream(Objects.requireNonNull(
                        OriginalGradersTest.class.getResourceAsStream("original-graders/" + id + ".jsonl.gz"), id)),
                StandardCharsets.UTF_8))) {
            List<JsonNode> lines = new ArrayList<>();
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                lines.add(JSON.readTree(line));
            }
            return lines;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
