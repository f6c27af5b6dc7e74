package dev.trimtab.benchmark.mlebench.special;

import dev.trimtab.benchmark.competition.split.RandomState;
import dev.trimtab.benchmark.mlebench.recipe.Part;
import dev.trimtab.benchmark.mlebench.recipe.SpecialStep;
import dev.trimtab.benchmark.mlebench.table.PandasWriter;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** learning-agency-lab-automated-essay-scoring-2: a sample submission of random scores from 1 to 6. */
final class EssayScores implements SpecialStep {
    @Override
    public void run(Work work) throws IOException {
        RandomState random = new RandomState(42);
        List<String[]> rows = new ArrayList<>();
        int id = work.rows().table().at("essay_id");
        for (String[] row : work.rows().cells(Part.TEST)) {
            rows.add(new String[] {row[id], Integer.toString(random.integer(1, 7))});
        }
        PandasWriter.write(work.out("public/sample_submission.csv"), List.of("essay_id", "score"), rows);
    }
}
