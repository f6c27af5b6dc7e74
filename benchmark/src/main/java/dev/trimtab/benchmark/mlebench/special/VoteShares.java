package dev.trimtab.benchmark.mlebench.special;

import dev.trimtab.benchmark.metric.PandasText;
import dev.trimtab.benchmark.mlebench.recipe.Part;
import dev.trimtab.benchmark.mlebench.recipe.SpecialStep;
import dev.trimtab.benchmark.mlebench.table.PandasTable;
import dev.trimtab.benchmark.mlebench.table.PandasWriter;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** hms-harmful-brain-activity-classification: a gold submission of each kind's share of the votes. */
final class VoteShares implements SpecialStep {
    private static final List<String> COLUMNS =
            List.of("eeg_id", "seizure_vote", "lpd_vote", "gpd_vote", "lrda_vote", "grda_vote", "other_vote");

    @Override
    public void run(Work work) throws IOException {
        PandasTable table = work.rows().table();
        int[] at = COLUMNS.stream().mapToInt(table::at).toArray();
        List<String[]> gold = new ArrayList<>();
        for (String[] row : work.rows().cells(Part.TEST)) {
            double votes = 0;
            for (int i = 1; i < at.length; i++) {
                votes += Double.parseDouble(row[at[i]]);
            }
            String[] shares = new String[at.length];
            shares[0] = row[at[0]];
            for (int i = 1; i < at.length; i++) {
                shares[i] = PandasText.real(Double.parseDouble(row[at[i]]) / votes);
            }
            gold.add(shares);
        }
        PandasWriter.write(work.out("private/gold_submission.csv"), COLUMNS, gold);
    }
}
