package dev.trimtab.benchmark.mlebench.special;

import dev.trimtab.benchmark.metric.PandasText;
import dev.trimtab.benchmark.mlebench.recipe.Part;
import dev.trimtab.benchmark.mlebench.recipe.SpecialStep;
import dev.trimtab.benchmark.mlebench.table.PandasTable;
import dev.trimtab.benchmark.mlebench.table.PandasWriter;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** google-quest-challenge: 30 labels, of which a rare one must not be constant in the test set. */
final class QuestLabels implements SpecialStep {
    /** The columns before the labels. */
    private static final int FEATURES = 11;

    private static final String RARE = "question_type_spelling";

    @Override
    public void run(Work work) throws IOException {
        PandasTable table = work.rows().table();
        List<String[]> train = new ArrayList<>(work.rows().cells(Part.TRAIN));
        List<String[]> test = new ArrayList<>(work.rows().cells(Part.TEST));
        swapIfConstant(train, test, table.at(RARE));
        List<String> header = table.header();
        List<String> labels = header.subList(FEATURES, header.size());
        int id = table.at("qa_id");
        List<String> submitted = new ArrayList<>(List.of("qa_id"));
        submitted.addAll(labels);
        List<String[]> answers = new ArrayList<>();
        List<String[]> sample = new ArrayList<>();
        for (String[] row : test) {
            String[] answer = new String[submitted.size()];
            answer[0] = row[id];
            System.arraycopy(row, FEATURES, answer, 1, labels.size());
            answers.add(answer);
            String[] ramp = new String[submitted.size()];
            Arrays.fill(ramp, PandasText.real(ramp(sample.size(), test.size())));
            ramp[0] = row[id];
            sample.add(ramp);
        }
        PandasWriter.write(work.out("public/train.csv"), header, train);
        PandasWriter.write(
                work.out("public/test.csv"),
                header.subList(0, FEATURES),
                test.stream().map(row -> Arrays.copyOf(row, FEATURES)).toList());
        PandasWriter.write(work.out("private/test.csv"), submitted, answers);
        PandasWriter.write(work.out("public/sample_submission.csv"), submitted, sample);
    }

    private static void swapIfConstant(List<String[]> train, List<String[]> test, int rare) {
        Set<String> values = test.stream()
                .map(row -> row[rare])
                .filter(cell -> !cell.isEmpty())
                .collect(Collectors.toSet());
        if (values.size() != 1) {
            return;
        }
        for (int i = 0; i < train.size(); i++) {
            if (train.get(i)[rare].isEmpty() || Double.parseDouble(train.get(i)[rare]) != 0) {
                String[] moved = train.get(i);
                train.set(i, test.get(0));
                test.set(0, moved);
                return;
            }
        }
    }

    /** The numbers that {@code linspace(0, 1, n)} spreads evenly. */
    private static double ramp(int i, int n) {
        return i == n - 1 && n > 1 ? 1 : i * (1.0 / Math.max(1, n - 1));
    }
}
