package dev.trimtab.benchmark.grid;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What an experiment is, as it was frozen before its first cell: {@code experiment.json}.
 *
 * @param trimtab the version that made it
 * @param name the file's name without its ending
 * @param grid the grid with every key, as YAML would have it
 * @param frozen by what it is, the SHA-256 of all that results depend on
 * @param cells ids in the order of the grid
 */
public record ExperimentRecord(
        String trimtab,
        String name,
        Map<String, @Nullable Object> grid,
        Map<String, String> frozen,
        List<String> cells) {
    /** Copies the list. */
    public ExperimentRecord {
        cells = List.copyOf(cells);
    }

    /** Returns what the experiment asks, in one line. */
    public String title() {
        return String.valueOf(grid.get("title"));
    }
}
