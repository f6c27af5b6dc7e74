package dev.trimtab.benchmark.competition;

import dev.trimtab.benchmark.metric.Direction;
import dev.trimtab.runtime.UserError;
import dev.trimtab.runtime.config.Default;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The content of a {@code competition.yaml}; docs/file-formats.md describes every key.
 *
 * @param id name of the competition and of its folder: letters, digits and {@code -}
 * @param title one line for people
 * @param category such as {@code tabular}, {@code text} or {@code image-classification}
 * @param set the set's name
 * @param dev whether it is for developing policies; false: for reporting
 * @param complexity of the scored competitions of MLE-bench
 * @param sizeGb size of the raw files in gigabytes where it is published
 * @param metric a name of the metric registry
 * @param direction which scores are better
 * @param idColumn the column that pairs submission and answers
 * @param target the label column of the training data and of the answers; empty where there are several
 * @param columns the scored columns of submission and answers where there are several
 * @param classes the classes in the order of the submission's columns, where the answers hold them in one column
 * @param grading how submissions are checked and paired, and the metric's options
 * @param files where the prepared data hold answers and sample submission
 * @param prepare how raw files become the prepared data; absent where Trimtab cannot make them yet
 * @param refold how the public training rows are split again
 * @param reference scores on the private answers that tell users where they stand; never shown to an agent
 * @param thresholds the medal thresholds where no leaderboard can be shipped
 * @param checksums MD5 of files that the original preparation writes, by path such as {@code public/train.csv}
 */
public record Definition(
        String id,
        String title,
        String category,
        String set,
        @Default("false") boolean dev,
        Optional<Complexity> complexity,
        Optional<Double> sizeGb,
        String metric,
        Direction direction,
        String idColumn,
        @Default("\"\"") String target,
        List<String> columns,
        List<String> classes,
        Grading grading,
        PreparedFiles files,
        Optional<Recipe> prepare,
        RefoldRule refold,
        Optional<Reference> reference,
        Optional<ThresholdScores> thresholds,
        Map<String, String> checksums) {
    /** What an id looks like, as a regular expression. */
    static final String ID = "[A-Za-z0-9][A-Za-z0-9-]*";

    /** Checks the names that become paths, and that something is scored. */
    public Definition {
        if (!id.matches(ID)) {
            throw new IllegalArgumentException("id must be letters, digits and - but is '" + id + "'");
        }
        if (target.isEmpty() && columns.isEmpty()) {
            throw new IllegalArgumentException("either target or columns must be given");
        }
    }

    /**
     * Returns into how many folds the training rows are split again where so many are asked for: 0 where they cannot be, and by time no more than the
     * competition states, since each fold takes the time of a test set off their end.
     */
    public int folds(int asked) {
        boolean byTime =
                prepare.map(recipe -> recipe.split().rule() == Recipe.Rule.TIME).orElse(false);
        return refold.folds() == 0 || byTime ? Math.min(asked, refold.folds()) : asked;
    }

    /** Returns the columns of a submission that are scored. */
    public List<String> scored() {
        if (!columns.isEmpty()) {
            return columns;
        }
        return classes.isEmpty() ? List.of(target) : classes;
    }

    /**
     * Returns how raw files become the prepared data.
     *
     * @throws UserError if Trimtab cannot make them yet
     */
    public Recipe recipe() {
        return prepare.orElseThrow(() -> new UserError("Trimtab cannot prepare " + id
                + " yet; prepare it by MLE-bench, whose data directory is used as it is"));
    }

    /**
     * How the public training rows are split again for verification.
     *
     * @param folds folds, at least 2; 0 where the rows cannot be split again. Where they are split by time it is the most that they are enough for
     */
    public record RefoldRule(@Default("3") int folds) {
        /** Checks the range. */
        public RefoldRule {
            if (folds < 0 || folds == 1) {
                throw new IllegalArgumentException("folds must be 0 or at least 2 but was " + folds);
            }
        }
    }

    /**
     * Scores on the private answers for comparison.
     *
     * @param constant of the best constant answer
     * @param defaultModel of a common model with its default settings
     * @param bestKnown of the best solution known
     * @param source how they were measured
     */
    public record Reference(double constant, double defaultModel, double bestKnown, String source) {}

    /**
     * The scores at the medal positions of a leaderboard that is not shipped.
     *
     * @param gold the last score that wins gold
     * @param silver the last score that wins silver
     * @param bronze the last score that wins bronze
     * @param median the median of all scores
     */
    public record ThresholdScores(double gold, double silver, double bronze, double median) {}
}
