package dev.trimtab.benchmark.mlebench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.trimtab.benchmark.competition.Competition;
import dev.trimtab.benchmark.competition.PreparedData;
import dev.trimtab.benchmark.competition.RawSource;
import dev.trimtab.benchmark.mlebench.archive.Packing;
import dev.trimtab.benchmark.mlebench.raw.RawCompetitions;
import dev.trimtab.benchmark.mlebench.raw.RawFiles;
import dev.trimtab.runtime.UserError;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Preparation by a recipe: whole or not at all, resumed where it was interrupted, clear where raw files do not fit. */
final class RecipePreparerTest {
    private static final String ID = "aptos2019-blindness-detection";

    @TempDir
    private Path dir;

    private Path raw;
    private Competition competition;
    private MleBenchSet set;

    @BeforeEach
    void writeRawFiles() throws IOException {
        raw = Files.createDirectories(dir.resolve("raw"));
        RawCompetitions.all().get(ID).accept(new RawFiles(raw, 2));
        set = new MleBenchSet(
                Path.of(System.getProperty("trimtab.home"), "benchmark", "competitions", "mle-bench"),
                dir.resolve("cache"));
        competition = set.find(ID).orElseThrow();
    }

    @Test
    void prepare_again_changesNothing() throws IOException {
        Path train = prepare(raw).publicDir().resolve("train.csv");
        FileTime written = FileTime.fromMillis(1000);
        Files.setLastModifiedTime(train, written);

        prepare(raw);

        assertThat(Files.getLastModifiedTime(train)).isEqualTo(written);
    }

    @Test
    void prepare_changedTable_preparesAnew() throws IOException {
        prepare(raw);
        Files.writeString(raw.resolve("train.csv"), Files.readString(raw.resolve("train.csv")) + "again,3\n");
        Files.writeString(raw.resolve("train_images/again.png"), "picture");

        PreparedData data = prepare(raw);

        try (var images = Files.walk(data.publicDir())) {
            assertThat(images.map(file -> file.getFileName().toString())).contains("again.png");
        }
    }

    @Test
    void prepare_missingPicture_namesItAndGoesOnWhenItIsThere() throws IOException {
        Path picture = raw.resolve("train_images")
                .resolve(Files.readAllLines(raw.resolve("train.csv")).get(30).split(",")[0] + ".png");
        Files.move(picture, dir.resolve("away.png"));

        assertThatThrownBy(() -> prepare(raw))
                .isInstanceOf(UserError.class)
                .hasMessageContaining(picture.toString())
                .hasMessageContaining("download it again");
        assertThat(dir.resolve("data").resolve(ID).resolve("prepared")).doesNotExist();

        Path copied = firstCopied();
        FileTime written = FileTime.fromMillis(1000);
        Files.setLastModifiedTime(copied, written);
        Files.move(dir.resolve("away.png"), picture);
        PreparedData data = prepare(raw);

        assertThat(Files.getLastModifiedTime(data.root().resolve(unfinished().relativize(copied))))
                .isEqualTo(written);
        assertThat(PreparedTree.hash(data.root(), dir))
                .isEqualTo(PreparedTree.hash(prepareElsewhere(raw).root(), dir));
    }

    @Test
    void prepare_kagglesArchive_isTheSameAsItsFiles() throws IOException {
        Path download = Files.createDirectories(dir.resolve("download"));
        Packing.pack(raw, raw, download.resolve(ID + ".zip"));

        PreparedData packed = prepare(download);

        assertThat(PreparedTree.hash(packed.root(), dir))
                .isEqualTo(PreparedTree.hash(prepareElsewhere(raw).root(), dir));
    }

    @Test
    void prepare_otherColumns_saysWhichAreThere() throws IOException {
        Files.writeString(raw.resolve("train.csv"), "id_code,label\na,1\nb,2\n");

        assertThatThrownBy(() -> prepare(raw))
                .isInstanceOf(UserError.class)
                .hasMessageContaining("no column 'diagnosis'")
                .hasMessageContaining("there are id_code, label");
    }

    @Test
    void prepare_tooFewRows_saysSo() throws IOException {
        Files.writeString(raw.resolve("train.csv"), "id_code,diagnosis\na,1\n");

        assertThatThrownBy(() -> prepare(raw)).isInstanceOf(UserError.class).hasMessageContaining("too small to split");
    }

    @Test
    void prepare_nowhere_saysWhatToGive() {
        assertThatThrownBy(() -> prepare(dir.resolve("nowhere")))
                .isInstanceOf(UserError.class)
                .hasMessageContaining("--raw");
    }

    @Test
    void prepare_dataOfAnotherProgram_areLeftAsTheyAre() throws IOException {
        PreparedData data = prepare(raw);
        Files.delete(data.root().resolve("recipe.sha256"));
        Files.writeString(data.publicDir().resolve("description.md"), "theirs");
        Files.writeString(raw.resolve("train.csv"), "id_code,diagnosis\na,1\n");

        assertThat(prepare(raw).description()).hasContent("theirs");
        assertThatThrownBy(() ->
                        set.prepare(competition, dir.resolve("data"), new RawSource(raw, data.sampleSubmission())))
                .hasMessageContaining("was prepared by another program");
    }

    private Path firstCopied() throws IOException {
        try (var files = Files.walk(unfinished().resolve("public/train_images"))) {
            return files.filter(Files::isRegularFile).sorted().findFirst().orElseThrow();
        }
    }

    private Path unfinished() {
        return dir.resolve("data").resolve(ID).resolve("prepared.unfinished");
    }

    private PreparedData prepare(Path from) {
        return set.prepare(competition, dir.resolve("data"), new RawSource(from, /* description= */ null));
    }

    private PreparedData prepareElsewhere(Path from) {
        return set.prepare(competition, dir.resolve("elsewhere"), new RawSource(from, /* description= */ null));
    }
}
