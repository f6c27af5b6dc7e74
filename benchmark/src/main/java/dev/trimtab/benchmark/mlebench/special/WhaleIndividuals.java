package dev.trimtab.benchmark.mlebench.special;

import dev.trimtab.benchmark.competition.split.NumpyGenerator;
import dev.trimtab.benchmark.competition.split.Permutation;
import dev.trimtab.benchmark.competition.split.TrainTestSplit;
import dev.trimtab.benchmark.mlebench.recipe.Part;
import dev.trimtab.benchmark.mlebench.recipe.Preparation.Split;
import dev.trimtab.benchmark.mlebench.recipe.RawData;
import dev.trimtab.benchmark.mlebench.recipe.RowSplit;
import dev.trimtab.benchmark.mlebench.recipe.SpecialStep;
import dev.trimtab.benchmark.mlebench.recipe.SplitRule;
import dev.trimtab.benchmark.mlebench.table.PandasTable;
import dev.trimtab.benchmark.mlebench.table.PandasWriter;
import java.io.IOException;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * whale-categorization-playground: of each whale with several pictures one is in train and one in test, the rest is split;
 * a single one is drawn. A whale that train does not show is a new one.
 */
final class WhaleIndividuals implements SpecialStep, SplitRule {
    @Override
    public RowSplit split(Split rule, PandasTable table, RawData raw) throws IOException {
        if (rule.fold().isPresent()) {
            return RowSplit.inOrder(rule.of(table.rows()));
        }
        List<String> whales = new ArrayList<>();
        int[] codes = table.codes("Id", whales);
        List<List<Integer>> pictures = new ArrayList<>();
        whales.forEach(whale -> pictures.add(new ArrayList<>()));
        for (int row = 0; row < codes.length; row++) {
            pictures.get(codes[row]).add(row);
        }
        NumpyGenerator random = new NumpyGenerator(rule.seed());
        double train = 1 - Objects.requireNonNull(rule.test());
        BitSet test = new BitSet();
        BitSet decided = new BitSet();
        for (List<Integer> rows : pictures) {
            if (rows.size() > 1) {
                int[] order = Permutation.of(rows.size(), rule.seed());
                decided.set(rows.get(order[0]));
                decided.set(rows.get(order[1]));
                test.set(rows.get(order[1]));
            } else {
                decided.set(rows.get(0));
                test.set(rows.get(0), random.uniform() >= train);
            }
        }
        int[] rest = IntStream.range(0, codes.length)
                .filter(row -> !decided.get(row))
                .toArray();
        TrainTestSplit split = rule.of(rest.length);
        for (int i : split.test()) {
            test.set(rest[i]);
        }
        return new RowSplit(
                IntStream.range(0, codes.length).filter(row -> !test.get(row)).toArray(),
                test.stream().toArray());
    }

    @Override
    public void run(Work work) throws IOException {
        Set<String> known = work.rows().distinct(Part.TRAIN, "Id");
        int at = work.rows().table().at("Id");
        List<String[]> answers = new ArrayList<>();
        for (String[] row : work.rows().cells(Part.TEST)) {
            String[] answer = row.clone();
            answer[at] = known.contains(row[at]) ? row[at] : "new_whale";
            answers.add(answer);
        }
        PandasWriter.write(work.out("private/test.csv"), work.rows().table().header(), answers);
    }
}
