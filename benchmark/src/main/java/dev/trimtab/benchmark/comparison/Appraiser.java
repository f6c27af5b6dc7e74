package dev.trimtab.benchmark.comparison;

import dev.trimtab.benchmark.competition.PreparedData;
import dev.trimtab.benchmark.grade.Grader;
import dev.trimtab.benchmark.grade.Leaderboard;
import dev.trimtab.benchmark.grade.Leaderboards;
import dev.trimtab.benchmark.grade.Medal;
import dev.trimtab.benchmark.grade.Score;
import dev.trimtab.benchmark.grade.Thresholds;
import dev.trimtab.benchmark.metric.Metrics;
import dev.trimtab.runtime.InfrastructureError;
import dev.trimtab.runtime.IoReason;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Tells what submissions to one competition are worth. */
final class Appraiser {
    private static final Grader GRADER = new Grader(Metrics.builtIn());

    private final PreparedData data;
    private final Thresholds thresholds;
    private final Optional<Leaderboard> leaderboard;

    /** @param data holds the answers */
    Appraiser(PreparedData data) {
        this.data = data;
        Leaderboards leaderboards = new Leaderboards(/* checkout= */ null);
        this.thresholds = leaderboards.thresholds(data.competition());
        this.leaderboard = leaderboards.find(data.competition());
    }

    /** Returns the worth of nothing. */
    Standing ofNone() {
        return of(/* submitted= */ false, null);
    }

    /**
     * Returns the worth of a submission.
     *
     * @param content a file of any name
     */
    Standing of(Path content) {
        try {
            Path named = Files.createTempFile("submission", ".csv");
            try {
                Files.copy(content, named, StandardCopyOption.REPLACE_EXISTING);
                Score score = GRADER.score(data.competition(), data.answers(), named);
                return of(/* submitted= */ true, score instanceof Score.Scored scored ? scored.value() : null);
            } finally {
                Files.delete(named);
            }
        } catch (IOException e) {
            throw new InfrastructureError("cannot grade the submission " + content + ": " + IoReason.of(e), e);
        }
    }

    private Standing of(boolean submitted, @Nullable Double value) {
        Double percentile = leaderboard
                .map(board -> value == null ? 0.0 : board.shareBeaten(value))
                .orElse(null);
        return new Standing(
                submitted,
                value,
                percentile,
                value != null && thresholds.isAboveMedian(value),
                value == null ? Medal.NONE : thresholds.medal(value));
    }
}
