package dev.trimtab.benchmark.metric;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The root mean squared error of several columns, averaged, over the rows that the answers mark as kept; after the
 * competition stanford-covid-vaccine. Pairs rows itself. 0 is perfect.
 *
 * @param id the id column
 * @param scored the scored columns
 * @param alsoRequired columns that a submission must have and that do not count
 * @param keep the column of the answers that marks the rows that count
 * @param byFilePosition whether, as in MLE-bench's grader, the mark is taken by the number of the row in the file and not
 *     by its id: then a submission in another order than the answers' is scored on other rows
 */
record KeptRowsRmse(String id, List<String> scored, List<String> alsoRequired, String keep, boolean byFilePosition)
        implements Metric {
    public KeptRowsRmse {
        scored = List.copyOf(scored);
        alsoRequired = List.copyOf(alsoRequired);
    }

    @Override
    public List<String> columns() {
        return Stream.concat(scored.stream(), alsoRequired.stream()).toList();
    }

    @Override
    public List<String> truthColumns() {
        List<String> columns = new ArrayList<>(scored);
        columns.add(keep);
        return columns;
    }

    @Override
    public double score(Table answers, Table submission) {
        IdPairing.requireSameSize(answers, submission);
        int[] matched = IdPairing.matched(answers.column(id), submission.column(id));
        double[] kept = answers.column(keep).numbers();
        int[] marked =
                IntStream.range(0, kept.length).filter(row -> kept[row] == 1).toArray();
        int[] rows = byFilePosition ? sortedById(answers, marked) : marked;
        int[] given = byFilePosition
                ? sortedById(submission, marked)
                : IntStream.of(marked).map(row -> matched[row]).toArray();
        double sum = 0;
        for (String column : scored) {
            sum += Rmse.of(PairedNumbers.of(column, answers.select(rows), submission.select(given)));
        }
        return sum / scored.size();
    }

    private int[] sortedById(Table table, int[] rows) {
        int[] order = IdPairing.sorted(table.column(id).select(rows));
        return IntStream.of(order).map(place -> rows[place]).toArray();
    }
}
