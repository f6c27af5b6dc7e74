package dev.trimtab.benchmark.mlebench;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trimtab.benchmark.competition.PreparedData;
import dev.trimtab.benchmark.competition.RawSource;
import dev.trimtab.benchmark.environment.SubmissionChecker;
import dev.trimtab.benchmark.mlebench.archive.Unpacking;
import dev.trimtab.benchmark.mlebench.archive.WholeFiles;
import dev.trimtab.benchmark.mlebench.raw.RawCompetitions;
import dev.trimtab.benchmark.mlebench.raw.RawFiles;
import dev.trimtab.runtime.config.SubmissionCheckKind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Raw data of another shape than the tiny folders have, and what MLE-bench's own code makes of them. */
final class OriginalBehaviourTest {
    @TempDir
    private Path dir;

    @Test
    void prepare_boxesOfWholeNumbersWithoutGaps_staysWithWholeNumbers() throws IOException {
        Path raw = raw("vinbigdata-chest-xray-abnormalities-detection");
        Path table = raw.resolve("train.csv");
        List<String> rows = Files.readAllLines(table);
        Files.write(
                table,
                rows.stream()
                        .map(row -> row.startsWith("image_id") ? row : row.replaceFirst("(R\\d),.*", "$1,3,4,50,60"))
                        .toList());

        PreparedData data = prepare("vinbigdata-chest-xray-abnormalities-detection", raw);

        List<String> answers = Files.readAllLines(data.answers());
        assertThat(answers).anyMatch(row -> row.matches("[^,]+,14,x,R\\d,3,4,1,1"));
        assertThat(answers.subList(1, answers.size())).allMatch(row -> row.matches(".*,3,4,(50,60|1,1)"));
        assertThat(data.root().resolve("private/gold_submission.csv")).content().contains("14 1.0 3 4 1 1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"vesuvius-challenge-ink-detection", "smartphone-decimeter-2022"})
    void prepare_foldersThatAreLinks_isTheSame(String id) throws IOException {
        Path raw = raw(id);
        String plain = PreparedTree.hash(prepare(id, raw).root(), dir);
        for (Path folder : WholeFiles.entries(raw.resolve("train"))) {
            link(folder);
            for (Path inside : id.startsWith("smartphone") ? WholeFiles.entries(folder) : List.<Path>of()) {
                link(inside);
            }
        }
        WholeFiles.delete(dir.resolve("data"));

        assertThat(PreparedTree.hash(prepare(id, raw).root(), dir)).isEqualTo(plain);
    }

    @Test
    void prepare_whales_givesFoldersEntriesOfTheirOwn() throws IOException {
        String id = "the-icml-2013-whale-challenge-right-whale-redux";

        PreparedData data = prepare(id, raw(id));

        try (ZipFile zip = new ZipFile(data.publicDir().resolve("test2.zip").toFile())) {
            assertThat(zip.entries().nextElement().getName()).isEqualTo("test2/");
        }
    }

    @Test
    void prepare_invasiveSpecies_packsOneEmptyFolder() throws IOException {
        String id = "invasive-species-monitoring";

        PreparedData data = prepare(id, raw(id));
        Unpacking.unpack(data.publicDir().resolve("train.7z"), dir.resolve("unpacked"));

        assertThat(WholeFiles.entries(dir.resolve("unpacked"))).containsExactly(dir.resolve("unpacked/train"));
        assertThat(dir.resolve("unpacked/train")).isEmptyDirectory();
    }

    @Test
    void check_answersThatAreNoCsv_isInvalidByTheGradersOwnCheck() throws IOException {
        PreparedData data =
                TinyCompetitions.prepare("tensorflow2-question-answering", dir).data();

        assertThat(new SubmissionChecker(data, SubmissionCheckKind.PUBLIC)
                        .check(data.sampleSubmission())
                        .valid())
                .isTrue();
        assertThat(new SubmissionChecker(data, SubmissionCheckKind.GRADER).check(data.sampleSubmission()))
                .matches(verdict -> !verdict.valid() && verdict.text().contains("reads the answers as CSV"));
    }

    private void link(Path folder) throws IOException {
        Path elsewhere = Files.createTempDirectory(dir, "elsewhere").resolve("real");
        Files.move(folder, elsewhere);
        Files.createSymbolicLink(folder, elsewhere);
    }

    private Path raw(String id) throws IOException {
        Path raw = Files.createDirectories(dir.resolve("raw"));
        RawCompetitions.all().get(id).accept(new RawFiles(raw, 1));
        return raw;
    }

    private PreparedData prepare(String id, Path raw) {
        return TinyCompetitions.SET.prepare(
                TinyCompetitions.SET.find(id).orElseThrow(),
                dir.resolve("data"),
                new RawSource(raw, /* description= */ null));
    }
}
