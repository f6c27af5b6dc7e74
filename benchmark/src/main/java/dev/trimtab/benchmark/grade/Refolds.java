package dev.trimtab.benchmark.grade;

import dev.trimtab.benchmark.competition.Competition;
import dev.trimtab.benchmark.competition.CompetitionSets;
import dev.trimtab.benchmark.competition.Fold;
import dev.trimtab.benchmark.competition.PreparedData;
import dev.trimtab.runtime.verify.FoldSource;
import java.nio.file.Path;
import java.util.List;

/**
 * Folds of a competition's public training rows, scored by its real metric.
 *
 * @param grader scores the submissions
 * @param competition whose rows they are
 * @param parts the folds; empty where the rows cannot be split again
 */
public record Refolds(Grader grader, Competition competition, List<Fold> parts) implements FoldSource {
    /** Copies the list. */
    public Refolds {
        parts = List.copyOf(parts);
    }

    /**
     * Returns the folds of prepared data, written below a folder if they are not there yet.
     *
     * @param sets know how the rows are split again
     * @param folds how many, at least 2; 0: none. The competition may say that its rows cannot be split again, then there are
     *     none either
     * @param workDir out of the agent's reach: it also gets the held-out labels
     */
    public static Refolds of(Grader grader, CompetitionSets sets, PreparedData data, int folds, Path workDir) {
        Competition competition = data.competition();
        List<Fold> parts = folds == 0 || competition.definition().refold().folds() == 0
                ? List.of()
                : sets.refold(data, folds, workDir);
        return new Refolds(grader, competition, parts);
    }

    @Override
    public int folds() {
        return parts.size();
    }

    @Override
    public Path publicData(int fold) {
        return parts.get(fold).publicDir();
    }

    @Override
    public Verdict score(int fold, Path submission) {
        Score score = grader.score(competition, parts.get(fold).answers(), submission);
        if (score instanceof Score.Scored scored) {
            return new Verdict(scored.value(), /* problem= */ null);
        }
        return new Verdict(/* score= */ null, ((Score.Invalid) score).problem());
    }
}
