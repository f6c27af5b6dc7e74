package dev.trimtab.benchmark.mlebench.special;

import dev.trimtab.benchmark.mlebench.recipe.Part;
import dev.trimtab.benchmark.mlebench.recipe.SpecialStep;
import dev.trimtab.benchmark.mlebench.table.PandasTable;
import dev.trimtab.benchmark.mlebench.table.PandasWriter;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** kuzushiji-recognition: a gold submission of points one pixel inside each character's upper left corner. */
final class CharacterCorners implements SpecialStep {
    /** A label is a character, its corner and its size. */
    private static final int FIELDS = 5;

    @Override
    public void run(Work work) throws IOException {
        PandasTable table = work.rows().table();
        int id = table.at("image_id");
        int labels = table.at("labels");
        List<String[]> gold = new ArrayList<>();
        for (String[] row : work.rows().cells(Part.TEST)) {
            gold.add(new String[] {row[id], points(row[labels])});
        }
        PandasWriter.write(work.out("private/gold_submission.csv"), List.of("image_id", "labels"), gold);
    }

    private static String points(String labels) {
        String[] words = labels.strip().split("\\s+", -1);
        List<String> points = new ArrayList<>();
        for (int i = 0; i + 2 < words.length; i += FIELDS) {
            points.add(
                    words[i] + " " + (Integer.parseInt(words[i + 1]) + 1) + " " + (Integer.parseInt(words[i + 2]) + 1));
        }
        return String.join(" ", points);
    }
}
