package dev.trimtab.benchmark.mlebench.special;

import dev.trimtab.benchmark.competition.split.NumpyGenerator;
import dev.trimtab.benchmark.metric.PandasText;
import dev.trimtab.benchmark.mlebench.recipe.Part;
import dev.trimtab.benchmark.mlebench.recipe.SpecialStep;
import dev.trimtab.benchmark.mlebench.table.PandasWriter;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** petfinder-pawpularity-score: a sample submission of random scores from 1 to 100 with two decimals. */
final class PawpularityScores implements SpecialStep {
    @Override
    public void run(Work work) throws IOException {
        NumpyGenerator random = new NumpyGenerator(0);
        List<String[]> rows = new ArrayList<>();
        int id = work.rows().table().at("Id");
        for (String[] row : work.rows().cells(Part.TEST)) {
            double rounded = Math.rint(random.uniform(1, 100) * 100) / 100;
            rows.add(new String[] {row[id], PandasText.real(rounded)});
        }
        PandasWriter.write(work.out("public/sample_submission.csv"), List.of("Id", "Pawpularity"), rows);
    }
}
