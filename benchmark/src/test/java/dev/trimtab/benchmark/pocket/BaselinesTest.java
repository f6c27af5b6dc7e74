package dev.trimtab.benchmark.pocket;

import dev.trimtab.benchmark.competition.Competition;
import dev.trimtab.benchmark.competition.PreparedData;
import dev.trimtab.benchmark.testing.SolutionTrial;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each bundled competition's baseline runs on the JDK alone and beats the sample submission on the private answers. */
final class BaselinesTest {
    private static final PocketSet SET =
            new PocketSet(Path.of(System.getProperty("trimtab.home")).resolve("benchmark/competitions/pocket"));

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

        SolutionTrial.beatsTheSample(data, workspace, competition.folder().resolve("baseline/Solution.java"));
    }
}
