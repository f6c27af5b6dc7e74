package dev.trimtab.benchmark.mlebench;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trimtab.benchmark.competition.PreparedData;
import dev.trimtab.benchmark.competition.RawSource;
import dev.trimtab.benchmark.mlebench.archive.WholeFiles;
import dev.trimtab.benchmark.mlebench.raw.RawCompetitions;
import dev.trimtab.benchmark.mlebench.raw.RawFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** MLE-bench's competitions, prepared from tiny raw folders that are made up. */
final class TinyCompetitions {
    /** The competitions as they come with Trimtab. */
    static final MleBenchSet SET = new MleBenchSet(
            Path.of(System.getProperty("trimtab.home"), "benchmark", "competitions", "mle-bench"), Path.of("nowhere"));

    private TinyCompetitions() {}

    /** A competition's data and the set that it is of. */
    record Prepared(MleBenchSet set, PreparedData data) {}

    /** Prepares a competition below a folder; a fixed test size that is too large for a test is made small. */
    static Prepared prepare(String id, Path folder) throws IOException {
        Path raw = Files.createDirectories(folder.resolve("raw"));
        RawCompetitions.all().get(id).accept(new RawFiles(raw, 1));
        MleBenchSet set = RawCompetitions.SHRUNK.containsKey(id) ? shrunk(id, folder) : SET;
        return new Prepared(
                set,
                set.prepare(
                        set.find(id).orElseThrow(),
                        folder.resolve("data"),
                        new RawSource(raw, /* description= */ null)));
    }

    private static MleBenchSet shrunk(String id, Path folder) throws IOException {
        Path competition = folder.resolve("competitions").resolve(id);
        WholeFiles.copy(SET.find(id).orElseThrow().folder(), competition);
        Path recipe = competition.resolve("prepare.yaml");
        List<String> size = RawCompetitions.SHRUNK.get(id);
        String text = Files.readString(recipe);
        assertThat(text).contains(size.get(0));
        Files.writeString(recipe, text.replace(size.get(0), size.get(1)));
        return new MleBenchSet(folder.resolve("competitions"), Path.of("nowhere"));
    }
}
