package dev.trimtab.benchmark.grid;

import dev.trimtab.benchmark.comparison.RunOutcome;
import org.jspecify.annotations.Nullable;

/**
 * How a cell stands: one line of {@code cells.jsonl}.
 *
 * @param id the cell's id
 * @param run the run's directory below the experiment's, with {@code /} between names
 * @param cell what was asked
 * @param status how far it is
 * @param reason why it failed; null unless it did
 * @param outcome what the run came to; null unless it is finished
 */
public record CellRecord(
        String id,
        String run,
        Cell cell,
        Status status,
        @Nullable String reason,
        @Nullable RunOutcome outcome) {
    /** How far a cell is. */
    public enum Status {
        /** It was not begun, or is at work, or its process ended before it did. */
        PENDING,
        /** Its run is graded. */
        FINISHED,
        /** Something stopped it; the next start tries again. */
        FAILED
    }

    static CellRecord pending(Cell cell) {
        return new CellRecord(cell.id(), ExperimentDirectory.run(cell.id()), cell, Status.PENDING, null, null);
    }

    CellRecord finished(RunOutcome result) {
        return new CellRecord(id, run, cell, Status.FINISHED, null, result);
    }

    CellRecord failed(String why) {
        return new CellRecord(id, run, cell, Status.FAILED, why, null);
    }
}
