package dev.trimtab.benchmark.mlebench.recipe;

import dev.trimtab.benchmark.competition.split.KFold;
import dev.trimtab.benchmark.competition.split.TrainTestSplit;
import dev.trimtab.benchmark.mlebench.recipe.Preparation.Split;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/** What a recipe cannot express: a step of one competition or of a family of them. */
@FunctionalInterface
public interface SpecialStep {
    /**
     * Writes files of the prepared data. Files that are there are whole and need not be written again.
     *
     * @param work what there is to work with
     * @throws dev.trimtab.runtime.UserError if the raw files do not fit
     */
    void run(Work work) throws IOException;

    /**
     * What a step works with.
     *
     * @param raw the raw files
     * @param folder holds {@code public} and {@code private}
     * @param table the split table, if the recipe has one
     * @param keys the recipe's keys of the split, if it has them
     */
    record Work(RawData raw, Path folder, Optional<SplitTable> table, Optional<Split> keys) {
        /** Returns a file of the raw data. */
        public Path raw(String name) {
            return raw.file(name);
        }

        /** Returns a file of the prepared data. */
        public Path out(String name) {
            return folder.resolve(name);
        }

        /** Puts a raw file or folder to its place in the prepared data, unless it is there. */
        public void put(Path from, Path to) throws IOException {
            raw.put(from, to);
        }

        /** Returns the keys of the split of a recipe that has them. */
        public Split rule() {
            return keys.orElseThrow();
        }

        /** Splits things by the recipe's keys. */
        public TrainTestSplit split(int n) {
            return rule().of(n);
        }

        /** Returns the fold of the rows that is asked for; empty: the split is the competition's own. */
        public Optional<KFold> fold() {
            return keys.flatMap(Split::fold);
        }

        /** Splits things by a share that raw files tell, or into a fold. */
        public TrainTestSplit split(int n, double share) {
            return fold().isPresent() ? split(n) : TrainTestSplit.of(n, share, 0);
        }

        /** Returns the split table of a recipe that has one. */
        public SplitTable rows() {
            return table.orElseThrow();
        }
    }
}
