package dev.trimtab.benchmark.mlebench.recipe;

import dev.trimtab.benchmark.competition.split.KFold;
import dev.trimtab.benchmark.competition.split.TrainTestSplit;
import dev.trimtab.benchmark.mlebench.table.Reading;
import dev.trimtab.runtime.UserError;
import dev.trimtab.runtime.config.Default;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The content of a {@code prepare.yaml}: steps from raw files to MLE-bench's prepared data, done in the order of the
 * components. Paths of raw files are relative to the raw folder, others to the folder with {@code public} and
 * {@code private}.
 *
 * <p>Text with braces is filled in row by row: {@code {c}} the cell of column c, {@code {c[0]}} its first character,
 * {@code {#0}} and {@code {#1}} the row's number in its part from 0 and 1, {@code {#both}} the same where test rows are
 * counted on from the training rows, {@code {#raw}} its number in the raw table, {@code {#c}} the number of its cell among
 * the distinct ones of column c seen so far, {@code {part}} train or test.
 *
 * @param unpack archives and the folders into which they are unpacked
 * @param table the table whose rows are split
 * @param split how; absent: there are no parts; without a table the special step splits by it
 * @param write tables written of the rows
 * @param follow other tables whose rows follow the split
 * @param copy files
 * @param folders made even if nothing comes to lie in them
 * @param pack folders that become archives
 * @param special the name of a step that no other key can express, done before {@code pack}
 */
public record Preparation(
        Map<String, String> unpack,
        Optional<Table> table,
        Optional<Split> split,
        List<Write> write,
        List<Follow> follow,
        List<Copy> copy,
        List<String> folders,
        List<Pack> pack,
        Optional<String> special) {
    /** Checks that rows are there where they are needed. */
    public Preparation {
        boolean needed =
                !write.isEmpty() || !follow.isEmpty() || copy.stream().anyMatch(step -> step.rows() != Part.NONE);
        if (needed && table.isEmpty()) {
            throw new IllegalArgumentException("write, follow and copy by rows need a table");
        }
    }

    /**
     * A raw table.
     *
     * @param file its file; {@code .tsv} for tabs
     * @param text columns read as text whatever they hold
     * @param precision how decimals are read
     * @param exclude rows left out, by column and cell
     */
    public record Table(
            String file,
            List<String> text,
            @Default("round-trip") Reading.Precision precision,
            Map<String, String> exclude) {}

    /**
     * A shuffled split by scikit-learn's {@code train_test_split}. A number below 1 is a share, else a count.
     *
     * @param test size of the test part; absent: what train leaves
     * @param train size of the training part; absent: what test leaves
     * @param testAsManyAs in place of both: the test share is that of these raw files among them and the rows
     * @param seed 0..2^32-1
     * @param distinct split the distinct cells of this column in place of the rows
     * @param groups the same, but groups stand together, in the order of the permutation of their sorted keys
     * @param sort a column by which the rows of both parts are sorted; absent: the order of the permutation
     * @param rule the name of a special way to split
     * @param fold in place of a size: a fold of all there is, of a permutation of its own
     */
    public record Split(
            @Nullable Double test,
            @Nullable Double train,
            Optional<String> testAsManyAs,
            @Default("0") long seed,
            Optional<String> distinct,
            Optional<String> groups,
            Optional<String> sort,
            Optional<String> rule,
            Optional<KFold> fold) {
        /** Checks that there is a size. */
        public Split {
            if (test == null && train == null && testAsManyAs.isEmpty() && rule.isEmpty() && fold.isEmpty()) {
                throw new IllegalArgumentException("test, train, test-as-many-as, rule or fold must say how many");
            }
        }

        /** Returns the way to split rows into a fold and the rest. */
        static Split ofFold(KFold part) {
            Optional<String> none = Optional.empty();
            return new Split(/* test= */ null, /* train= */ null, none, 0, none, none, none, none, Optional.of(part));
        }

        /** Returns the same way to split, but into a fold and the rest. */
        Split into(KFold part) {
            return new Split(
                    /* test= */ null,
                    /* train= */ null,
                    /* testAsManyAs= */ Optional.empty(),
                    seed,
                    distinct,
                    groups,
                    sort,
                    rule,
                    Optional.of(part));
        }

        /**
         * Splits things by test, train and seed, or by fold and seed.
         *
         * @param n how many there are
         * @throws UserError if there are too few
         */
        public TrainTestSplit of(int n) {
            try {
                return fold.isPresent() ? fold.get().split(n, seed) : bySize(n);
            } catch (IllegalArgumentException e) {
                throw new UserError("the raw data is too small to split: " + e.getMessage(), e);
            }
        }

        private TrainTestSplit bySize(int n) {
            int tests = test == null ? 0 : test < 1 ? (int) Math.ceil(test * n) : (int) Math.round(test);
            int trains = train == null ? n - tests : train < 1 ? (int) Math.floor(train * n) : (int) Math.round(train);
            return TrainTestSplit.ofSizes(n, trains, test == null ? n - trains : tests, seed);
        }
    }

    /**
     * A table written of rows.
     *
     * @param file where
     * @param rows which
     * @param columns all columns in order, of the raw table or of {@code set}; empty: those of the raw table, then new ones
     * @param drop columns of the raw table left out
     * @param set cells to fill in
     * @param oneHot columns of 0 and 1 after the others
     * @param rename new names of columns
     * @param style how cells look
     */
    public record Write(
            String file,
            Part rows,
            List<String> columns,
            List<String> drop,
            Map<String, String> set,
            Optional<OneHot> oneHot,
            Map<String, String> rename,
            Optional<Style> style) {}

    /**
     * One column for each class, 1 where the row is of that class.
     *
     * @param of the column of class names
     * @param classes their order; empty: the columns of the competition's submissions
     * @param fill in place of 0 and 1, the same in every cell
     */
    public record OneHot(String of, List<String> classes, Optional<String> fill) {}

    /**
     * How cells of a table look.
     *
     * @param quoteText whether every cell of text is quoted, and the header
     * @param digits significant digits of numbers that are not whole; absent: as many as they need
     */
    public record Style(
            @Default("false") boolean quoteText, @Nullable Integer digits) {}

    /**
     * Rows of another table, in its own order.
     *
     * @param from its raw file
     * @param to where they are written
     * @param column its column that is looked up; not needed for all rows
     * @param rows in which part; all: the whole table is read and written
     * @param of the column there; absent: of the same name
     * @param sort a column by which the rows are sorted
     * @param precision how decimals are read
     */
    public record Follow(
            String from,
            String to,
            Optional<String> column,
            Part rows,
            Optional<String> of,
            Optional<String> sort,
            @Default("round-trip") Reading.Precision precision) {
        /** Checks that there is something to look up. */
        public Follow {
            if (rows != Part.ALL && column.isEmpty()) {
                throw new IllegalArgumentException("column must name what is looked up in the rows");
            }
        }
    }

    /**
     * A file or folder copied, once or for each row.
     *
     * @param from raw file or folder
     * @param to where to
     * @param rows for which rows
     */
    public record Copy(
            String from, String to, @Default("none") Part rows) {}

    /**
     * A folder or file put into an archive.
     *
     * @param source folder or file
     * @param to the archive, {@code .zip}, {@code .7z} or tar
     * @param inside whether names are relative to the folder itself, not to the one that it lies in
     * @param keep whether the source stays
     * @param folders whether folders have entries of their own; {@code .zip} only
     */
    public record Pack(
            String source,
            String to,
            @Default("false") boolean inside,
            @Default("false") boolean keep,
            @Default("false") boolean folders) {}
}
