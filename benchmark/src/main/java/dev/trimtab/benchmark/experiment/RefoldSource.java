package dev.trimtab.benchmark.experiment;

import dev.trimtab.benchmark.competition.Competition;
import dev.trimtab.benchmark.competition.Fold;
import dev.trimtab.benchmark.competition.Refold;
import dev.trimtab.benchmark.grade.Grader;
import dev.trimtab.benchmark.grade.Score;
import dev.trimtab.runtime.verify.FoldSource;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Folds of a competition's public rows by its own rule, scored by its own metric; made when the first one is asked for. */
final class RefoldSource implements FoldSource {
    private final Competition competition;
    private final Path publicData;
    private final Path directory;
    private final int folds;
    private final Grader grader;
    private @Nullable List<Fold> made;

    /**
     * @param competition the competition
     * @param publicData its public data
     * @param directory where the folds are kept
     * @param folds how many, 0 for none
     * @param grader scores submissions
     */
    RefoldSource(Competition competition, Path publicData, Path directory, int folds, Grader grader) {
        this.competition = competition;
        this.publicData = publicData;
        this.directory = directory;
        this.folds = folds;
        this.grader = grader;
    }

    @Override
    public int folds() {
        return folds;
    }

    @Override
    public Path publicData(int fold) {
        return fold(fold).publicDir();
    }

    @Override
    public Verdict score(int fold, Path submission) {
        Score score = grader.score(competition, fold(fold).answers(), submission);
        if (score instanceof Score.Scored scored && Double.isFinite(scored.value())) {
            return new Verdict(scored.value(), null);
        }
        return new Verdict(
                null, score instanceof Score.Invalid invalid ? invalid.problem() : "the metric is undefined on it");
    }

    private Fold fold(int fold) {
        if (made == null) {
            made = Refold.refold(competition, publicData, folds, directory);
        }
        return made.get(fold);
    }
}
