package dev.trimtab.benchmark.mlebench.special;

import dev.trimtab.benchmark.metric.PandasText;
import dev.trimtab.benchmark.mlebench.recipe.Part;
import dev.trimtab.benchmark.mlebench.recipe.SpecialStep;
import dev.trimtab.benchmark.mlebench.table.PandasTable;
import dev.trimtab.benchmark.mlebench.table.PandasWriter;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** rsna-breast-cancer-detection: one answer for each side of a patient, and the mean training label as sample. */
final class BreastSides implements SpecialStep {
    @Override
    public void run(Work work) throws IOException {
        PandasTable table = work.rows().table();
        int patient = table.at("patient_id");
        int side = table.at("laterality");
        int cancer = table.at("cancer");
        Map<String, String> answers = new TreeMap<>();
        for (String[] row : work.rows().cells(Part.TEST)) {
            answers.putIfAbsent(row[patient] + "_" + row[side], row[cancer]);
        }
        List<String[]> train = work.rows().cells(Part.TRAIN);
        double mean =
                train.stream().mapToLong(row -> Long.parseLong(row[cancer])).sum() / (double) train.size();
        List<String> header = List.of("prediction_id", "cancer");
        PandasWriter.write(
                work.out("private/answers.csv"),
                header,
                answers.entrySet().stream()
                        .map(answer -> new String[] {answer.getKey(), answer.getValue()})
                        .toList());
        PandasWriter.write(
                work.out("public/sample_submission.csv"),
                header,
                answers.keySet().stream()
                        .map(id -> new String[] {id, PandasText.real(mean)})
                        .toList());
    }
}
