package dev.trimtab.benchmark.mlebench.special;

import dev.trimtab.benchmark.mlebench.recipe.Part;
import dev.trimtab.benchmark.mlebench.recipe.SpecialStep;
import dev.trimtab.benchmark.mlebench.table.PandasTable;
import dev.trimtab.benchmark.mlebench.table.PandasWriter;
import dev.trimtab.benchmark.mlebench.table.Reading;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** hubmap-kidney-segmentation: answers know the sizes of their slides, which another table tells. */
final class KidneySlides implements SpecialStep {
    private static final String INFORMATION = "HuBMAP-20-dataset_information.csv";

    @Override
    public void run(Work work) throws IOException {
        PandasTable information = PandasTable.scan(Reading.of(work.raw(INFORMATION)));
        int file = information.at("image_file");
        int width = information.at("width_pixels");
        int height = information.at("height_pixels");
        Set<String> ids = work.rows().distinct(Part.ALL, "id");
        List<String[]> kept = new ArrayList<>();
        Map<String, String[]> sizes = new HashMap<>();
        for (String[] row : information.all()) {
            String id = row[file].replace(".tiff", "");
            if (ids.contains(id)) {
                kept.add(row);
                sizes.put(id, new String[] {row[width], row[height]});
            }
        }
        PandasWriter.write(work.out("public/" + INFORMATION), information.header(), kept);
        List<String> header = new ArrayList<>(work.rows().table().header());
        header.addAll(List.of("width_pixels", "height_pixels"));
        int id = work.rows().table().at("id");
        List<String[]> answers = new ArrayList<>();
        for (String[] row : work.rows().cells(Part.TEST)) {
            String @Nullable [] size = sizes.get(row[id]);
            if (size != null) {
                List<String> cells = new ArrayList<>(List.of(row));
                cells.addAll(List.of(size));
                answers.add(cells.toArray(String[]::new));
            }
        }
        PandasWriter.write(work.out("private/test.csv"), header, answers);
        work.put(work.out("public/sample_submission.csv"), work.out("public/test/sample_submission.csv"));
    }
}
