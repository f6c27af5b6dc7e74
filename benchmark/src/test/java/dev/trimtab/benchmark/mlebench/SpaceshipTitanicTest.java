package dev.trimtab.benchmark.mlebench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.trimtab.benchmark.competition.Competition;
import dev.trimtab.benchmark.competition.Fold;
import dev.trimtab.benchmark.competition.PreparedData;
import dev.trimtab.benchmark.competition.RawSource;
import dev.trimtab.benchmark.competition.Refold;
import dev.trimtab.benchmark.grade.Grade;
import dev.trimtab.benchmark.grade.Grader;
import dev.trimtab.benchmark.grade.Score;
import dev.trimtab.benchmark.metric.Metrics;
import dev.trimtab.benchmark.testing.DebianPython;
import dev.trimtab.benchmark.testing.SpaceshipTitanicRaw;
import dev.trimtab.runtime.UserError;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The one MLE-bench competition: prepared to the byte as pandas and scikit-learn do, graded as scikit-learn does. */
final class SpaceshipTitanicTest {
    private static final LocalDateTime NOW = LocalDateTime.of(2026, 1, 2, 3, 4, 5);

    @TempDir
    private Path dir;

    private MleBenchSet set;
    private Competition competition;

    @BeforeEach
    void generateRawFiles() {
        SpaceshipTitanicRaw.write(dir.resolve("raw"), 600, 11);
        set = new MleBenchSet(
                Path.of(System.getProperty("trimtab.home"), "benchmark", "competitions", "mle-bench"),
                dir.resolve("cache"));
        competition = set.competitions().stream()
                .filter(each -> each.id().equals("spaceship-titanic"))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void prepare_kaggleFiles_splitsOffCeilOfATenth() throws IOException {
        PreparedData data = prepare();

        assertThat(Files.readAllLines(data.publicDir().resolve("train.csv"))).hasSize(541);
        assertThat(Files.readAllLines(data.publicDir().resolve("test.csv")))
                .hasSize(61)
                .first()
                .asString()
                .endsWith(",Name");
        assertThat(Files.readAllLines(data.answers()))
                .hasSize(61)
                .first()
                .asString()
                .endsWith(",Transported");
        assertThat(Files.readAllLines(data.sampleSubmission()))
                .element(1)
                .asString()
                .endsWith(",False");
        assertThat(data.answers().getFileName()).hasToString("test.csv");
    }

    @Test
    void prepare_kaggleFiles_equalsPandasAndScikitLearnToTheByte() throws IOException {
        DebianPython.require();
        PreparedData data = prepare();
        Path expected = Files.createDirectories(dir.resolve("expected"));

        DebianPython.run("""
                import json, sys
                from pathlib import Path
                import pandas as pd
                from sklearn.model_selection import train_test_split
                where = json.load(sys.stdin)
                raw, out = Path(where["raw"]), Path(where["out"])
                table = pd.read_csv(raw / "train.csv", float_precision="round_trip")
                train, test = train_test_split(table, test_size=0.1, random_state=0)
                train.to_csv(out / "train.csv", index=False)
                test.to_csv(out / "answers.csv", index=False)
                del test["Transported"]
                test.to_csv(out / "test.csv", index=False)
                test[["PassengerId"]].assign(Transported=False).to_csv(out / "sample.csv", index=False)
                print("{}")
                """, Map.of("raw", dir.resolve("raw").toString(), "out", expected.toString()));

        assertThat(data.publicDir().resolve("train.csv")).hasSameBinaryContentAs(expected.resolve("train.csv"));
        assertThat(data.publicDir().resolve("test.csv")).hasSameBinaryContentAs(expected.resolve("test.csv"));
        assertThat(data.answers()).hasSameBinaryContentAs(expected.resolve("answers.csv"));
        assertThat(data.sampleSubmission()).hasSameBinaryContentAs(expected.resolve("sample.csv"));
    }

    @Test
    void prepare_kagglesArchive_isTheSameAsItsFiles() throws IOException {
        PreparedData unpacked = prepare();
        Path zip = dir.resolve("download/spaceship-titanic.zip");
        Files.createDirectories(zip.getParent());
        try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(zip))) {
            for (String name : List.of("sample_submission.csv", "test.csv", "train.csv")) {
                out.putNextEntry(new ZipEntry(name));
                Files.copy(dir.resolve("raw").resolve(name), out);
                out.closeEntry();
            }
        }

        PreparedData packed =
                set.prepare(competition, dir.resolve("other"), new RawSource(zip.getParent(), /* description= */ null));

        for (String name : List.of("public/train.csv", "public/test.csv", "private/test.csv", "recipe.sha256")) {
            assertThat(packed.root().resolve(name))
                    .hasSameBinaryContentAs(unpacked.root().resolve(name));
        }
    }

    @Test
    void prepare_kagglesTestFileInPlaceOfTheTrainingFile_isBadInput() throws IOException {
        Files.copy(dir.resolve("raw/test.csv"), dir.resolve("raw/train.csv"), StandardCopyOption.REPLACE_EXISTING);

        assertThatThrownBy(this::prepare)
                .isInstanceOf(UserError.class)
                .hasMessageStartingWith("no column 'Transported' in the data; there are PassengerId,");
    }

    @Test
    void open_unprepared_namesTheCommand() {
        assertThatThrownBy(() -> set.open(competition, dir.resolve("data")))
                .isInstanceOf(UserError.class)
                .hasMessageEndingWith(
                        "./trimtab prepare spaceship-titanic --raw DIR --data-dir " + dir.resolve("data"));
    }

    @Test
    void open_preparedByMleBench_isUsedAsItIs() throws IOException {
        PreparedData ours = prepare();
        Path theirs = dir.resolve("cache").resolve("spaceship-titanic");
        Files.createDirectories(theirs);
        Files.move(ours.root(), theirs.resolve("prepared"));
        Files.delete(theirs.resolve("prepared").resolve("recipe.sha256"));
        Files.writeString(theirs.resolve("prepared/public/description.md"), "theirs");

        PreparedData found = set.open(competition, dir.resolve("elsewhere"));

        assertThat(found.root()).isEqualTo(theirs.resolve("prepared"));
        assertThat(found.description()).hasContent("theirs");
        PreparedData again = set.prepare(
                competition, dir.resolve("cache"), new RawSource(dir.resolve("raw"), /* description= */ null));
        assertThat(again.description()).hasContent("theirs");
        assertThatThrownBy(() -> set.prepare(
                        competition, dir.resolve("cache"), new RawSource(dir.resolve("raw"), found.sampleSubmission())))
                .hasMessageContaining("was prepared by another program");
    }

    @Test
    void prepare_ownDescription_comesFirst() throws IOException {
        Path description = Files.writeString(dir.resolve("mine.md"), "mine");

        PreparedData data =
                set.prepare(competition, dir.resolve("data"), new RawSource(dir.resolve("raw"), description));

        assertThat(data.description()).hasContent("mine");
        assertThatThrownBy(() ->
                        set.prepare(competition, dir.resolve("data"), new RawSource(/* raw= */ null, description)))
                .hasMessageContaining("--raw");
    }

    @Test
    void prepare_folderWithoutTheFile_namesIt() {
        assertThatThrownBy(() ->
                        set.prepare(competition, dir.resolve("data"), new RawSource(dir.resolve("nowhere"), null)))
                .isInstanceOf(UserError.class)
                .hasMessageContaining("nowhere")
                .hasMessageContaining("train.csv");
    }

    @Test
    void grade_sampleSubmission_isTheShareOfFalseAndWinsNothing() throws IOException {
        PreparedData data = prepare();
        List<String> answers = Files.readAllLines(data.answers());
        long no = answers.stream().filter(line -> line.endsWith(",False")).count();

        Grade grade = new Grader(Metrics.builtIn()).grade(data, data.sampleSubmission(), NOW);

        assertThat(grade.score()).isEqualTo(new Score.Scored(no / 60.0));
        assertThat(grade.report().anyMedal()).isFalse();
        assertThat(grade.report().validSubmission()).isTrue();
        assertThat(grade.report().goldThreshold()).isEqualTo(0.82066);
    }

    @Test
    void grade_answersInAnotherRowOrder_winGold() throws IOException {
        PreparedData data = prepare();
        List<String> lines = new ArrayList<>(Files.readAllLines(data.answers()));
        String header = lines.remove(0);
        Collections.reverse(lines);
        lines.add(0, header);
        Path submission = Files.write(dir.resolve("submission.csv"), lines);

        Grade grade = new Grader(Metrics.builtIn()).grade(data, submission, NOW);

        assertThat(grade.report().score()).isEqualTo(1.0);
        assertThat(grade.report().goldMedal()).isTrue();
    }

    @Test
    void refold_threeFolds_holdOutEveryPublicRowOnceAndKeepIds() throws IOException {
        PreparedData data = prepare();

        List<Fold> folds = Refold.refold(competition, data.publicDir(), 3, dir.resolve("folds"));

        Set<String> heldOut = new HashSet<>();
        for (Fold fold : folds) {
            List<String> answers = Files.readAllLines(fold.answers());
            assertThat(answers).hasSize(181);
            answers.stream().skip(1).forEach(heldOut::add);
            assertThat(Files.readAllLines(fold.publicDir().resolve("train.csv")))
                    .hasSize(361);
            assertThat(Files.readString(fold.publicDir().resolve("test.csv"))).doesNotContain("Transported");
            assertThat(fold.publicDir().resolve("description.md")).exists();
        }
        List<String> train = Files.readAllLines(data.publicDir().resolve("train.csv"));
        assertThat(heldOut).hasSize(540).isSubsetOf(train);
    }

    private PreparedData prepare() {
        return set.prepare(competition, dir.resolve("data"), new RawSource(dir.resolve("raw"), null));
    }
}
