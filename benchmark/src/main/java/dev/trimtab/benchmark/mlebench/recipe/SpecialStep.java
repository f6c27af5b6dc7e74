package dev.trimtab.benchmark.mlebench.recipe;

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
     */
    record Work(RawData raw, Path folder, Optional<SplitTable> table) {
        /** Returns a file of the raw data. */
        public Path raw(String name) {
            return raw.file(name);
        }

        /** Returns a file of the prepared data. */
        public Path out(String name) {
            return folder.resolve(name);
        }

        /** Returns the split table of a recipe that has one. */
        public SplitTable rows() {
            return table.orElseThrow();
        }
    }
}
