package dev.trimtab.benchmark.grid;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trimtab.benchmark.competition.CompetitionSets;
import dev.trimtab.benchmark.pocket.PocketSet;
import dev.trimtab.runtime.run.RunListener;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What stops a cell from within the process stops no other. */
final class GridRunnerTest {
    private static final Path HOME = Path.of(System.getProperty("trimtab.home"));

    @TempDir
    private Path dir;

    @Test
    void run_cellThatTakesAllOfTheStack_isRecordedAndStopsNoOther() throws IOException {
        Path file = Files.writeString(dir.resolve("small.yaml"), """
                title: Two policies
                policies: [ledger, keep-all]
                competitions: [us-daily-births]
                settings: {execution: {unsafe-local: true}}
                """);
        GridFile grid = GridFile.of(HOME, file.toString(), List.of());
        CompetitionSets sets =
                new CompetitionSets(List.of(new PocketSet(HOME.resolve("benchmark/competitions/pocket"))));
        GridRunner runner = new GridRunner(grid, sets, dir.resolve("data"), Map.of());

        List<CellRecord> cells = runner.run(dir.resolve("experiment"), 1, new GridListener() {
            @Override
            public RunListener started(CellRecord cell) {
                throw new StackOverflowError();
            }

            @Override
            public void ended(CellRecord cell) {}
        });

        assertThat(cells)
                .hasSize(2)
                .allMatch(cell -> cell.status() == CellRecord.Status.FAILED)
                .allMatch(cell -> "java.lang.StackOverflowError".equals(cell.reason()));
    }
}
