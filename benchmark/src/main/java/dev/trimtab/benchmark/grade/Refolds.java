package dev.trimtab.benchmark.grade;

import dev.trimtab.benchmark.competition.CompetitionSets;
import dev.trimtab.benchmark.competition.Fold;
import dev.trimtab.benchmark.competition.PreparedData;
import dev.trimtab.runtime.verify.FoldSource;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Folds of a competition's public training rows, scored by its real metric. They are written when the first one is asked
 * for: many runs end before, and data can be large.
 */
public final class Refolds implements FoldSource {
    private final Grader grader;
    private final CompetitionSets sets;
    private final PreparedData data;
    private final int folds;
    private final Path workDir;
    private @Nullable List<Fold> parts;

    /**
     * @param grader scores the submissions
     * @param sets know how the rows are split again
     * @param data whose training rows to split
     * @param folds how many, at least 2; 0: none. The competition may say that its rows are enough for fewer, or cannot be split again, then there are
     *     none either
     * @param workDir where they are written if they are not there yet; out of the agent's reach, since it also gets the
     *     held-out labels
     */
    public Refolds(Grader grader, CompetitionSets sets, PreparedData data, int folds, Path workDir) {
        this.grader = grader;
        this.sets = sets;
        this.data = data;
        this.folds = data.competition().definition().folds(folds);
        this.workDir = workDir;
    }

    /** Returns how many folds there are; 0 where the rows cannot be split again. */
    public int folds() {
        return folds;
    }

    /**
     * Returns the folds.
     *
     * @throws dev.trimtab.runtime.UserError if there are too few rows for so many
     */
    public synchronized List<Fold> parts() {
        if (parts == null) {
            parts = folds == 0 ? List.of() : sets.refold(data, folds, workDir);
        }
        return parts;
    }

    @Override
    public Path publicData(int fold) {
        return parts().get(fold).publicDir();
    }

    @Override
    public Verdict score(int fold, Path submission) {
        Score score = grader.score(data.competition(), parts().get(fold).answers(), submission);
        if (score instanceof Score.Scored scored) {
            return new Verdict(scored.value(), /* problem= */ null);
        }
        return new Verdict(/* score= */ null, ((Score.Invalid) score).problem());
    }
}
