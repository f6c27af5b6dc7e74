package dev.trimtab.benchmark.mlebench;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trimtab.benchmark.competition.PreparedData;
import dev.trimtab.benchmark.competition.RawSource;
import dev.trimtab.benchmark.mlebench.raw.RawCompetitions;
import dev.trimtab.benchmark.mlebench.raw.RawFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the original survives in raw files is prepared as it does; expected are its own results ({@code bench/preparation}). */
final class OddRawFilesTest {
    private static final String VACCINE = "stanford-covid-vaccine";
    private static final String DRIVES = "smartphone-decimeter-2022";
    private static final String SCANS = "uw-madison-gi-tract-image-segmentation";

    @TempDir
    private Path dir;

    private Path raw;

    @Test
    void vaccine_wholeNumberInAColumnOfRealOnes_isWrittenAsOne() throws IOException {
        write(VACCINE);
        replace("train.json", "\"signal_to_noise\":7\\.894,", "\"signal_to_noise\":8,");

        PreparedData data = prepare(VACCINE);

        assertThat(Files.readString(data.publicDir().resolve("train.json"))).contains("\"signal_to_noise\":8.0,");
    }

    @Test
    void vaccine_negativeZero_keepsItsSign() throws IOException {
        write(VACCINE);
        replace("train.json", "\"reactivity\":\\[[^,]+,", "\"reactivity\":[-0.0,");

        List<String> answers = Files.readAllLines(prepare(VACCINE).answers());

        assertThat(answers)
                .filteredOn(line -> line.matches("id_[0-9]+_0,.*"))
                .isNotEmpty()
                .allMatch(line -> line.split(",")[1].equals("-0.0000000000"));
    }

    @Test
    void scans_filesBesideTheDaysOfAPatient_goWithThePatient() throws IOException {
        write(SCANS);
        for (String patient : names(raw.resolve("train"))) {
            Path folder = raw.resolve("train").resolve(patient);
            for (String day : names(folder)) {
                Files.writeString(folder.resolve(day).resolve("scans/Thumbs.db"), "clutter");
            }
            Files.writeString(folder.resolve(".DS_Store"), "clutter");
        }

        PreparedData data = prepare(SCANS);

        Set<String> trained = Files.readAllLines(data.publicDir().resolve("train.csv")).stream()
                .skip(1)
                .map(line -> line.split("_")[0])
                .collect(Collectors.toSet());
        assertThat(names(data.publicDir().resolve("train"))).isEqualTo(trained);
        for (String patient : names(raw.resolve("train"))) {
            assertThat(data.publicDir().resolve(trained.contains(patient) ? "train" : "test"))
                    .isDirectoryContaining("glob:**/" + patient);
            assertThat(data.publicDir()
                            .resolve(trained.contains(patient) ? "train" : "test")
                            .resolve(patient)
                            .resolve(".DS_Store"))
                    .hasContent("clutter");
        }
    }

    @Test
    void drives_aPhoneOfWholeDegreesAmongOthers_getsRealOnes() throws IOException {
        write(DRIVES);
        for (String drive : names(raw.resolve("train"))) {
            replace("train/" + drive + "/GooglePixel4/ground_truth.csv", "GT,[^,]*,", "GT,37,");
        }

        List<String> answers = Files.readAllLines(prepare(DRIVES).answers());

        assertThat(answers)
                .filteredOn(line -> line.contains("-GooglePixel4,"))
                .isNotEmpty()
                .allMatch(line -> line.split(",")[2].equals("37.0"));
    }

    private void write(String id) throws IOException {
        raw = Files.createDirectories(dir.resolve("raw"));
        RawCompetitions.all().get(id).accept(new RawFiles(raw, 1));
    }

    private void replace(String file, String pattern, String replacement) throws IOException {
        String text = Files.readString(raw.resolve(file));
        assertThat(text).containsPattern(pattern);
        Files.writeString(raw.resolve(file), text.replaceAll(pattern, replacement));
    }

    private PreparedData prepare(String id) {
        return TinyCompetitions.SET.prepare(
                TinyCompetitions.SET.find(id).orElseThrow(),
                dir.resolve("data"),
                new RawSource(raw, /* description= */ null));
    }

    private static Set<String> names(Path folder) throws IOException {
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.map(entry -> entry.getFileName().toString()).collect(Collectors.toCollection(TreeSet::new));
        }
    }
}
