package dev.trimtab.benchmark.mlebench.special;

import dev.trimtab.benchmark.mlebench.recipe.Part;
import dev.trimtab.benchmark.mlebench.recipe.SpecialStep;
import dev.trimtab.benchmark.mlebench.table.PandasTable;
import dev.trimtab.benchmark.mlebench.table.PandasWriter;
import dev.trimtab.benchmark.mlebench.table.Reading;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

/** siim-covid19-detection: pictures follow their study; answers and sample hold studies, then pictures. */
final class CovidStudies implements SpecialStep {
    private static final String SUFFIX = "_study";
    private static final List<String> LABELS = List.of("negative", "typical", "indeterminate", "atypical");

    @Override
    public void run(Work work) throws IOException {
        PandasTable studies = work.rows().table();
        int study = studies.at("id");
        List<String[]> answers = new ArrayList<>();
        List<String[]> sample = new ArrayList<>();
        for (String[] row : work.rows().cells(Part.TEST)) {
            answers.add(new String[] {row[study], label(row, study) + " 1 0 0 1 1"});
            sample.add(new String[] {row[study], "negative 1 0 0 1 1"});
        }
        PandasTable pictures = PandasTable.scan(Reading.of(work.raw("train_image_level.csv")));
        int id = pictures.at("id");
        int label = pictures.at("label");
        for (String[] row : following(pictures, work.rows().distinct(Part.TEST, "id"))) {
            answers.add(new String[] {row[id], row[label]});
            sample.add(new String[] {row[id], "none 1 0 0 1 1"});
        }
        PandasWriter.write(
                work.out("public/train_image_level.csv"),
                pictures.header(),
                following(pictures, work.rows().distinct(Part.TRAIN, "id")));
        PandasWriter.write(work.out("private/test.csv"), List.of("id", "PredictionString"), answers);
        PandasWriter.write(work.out("public/sample_submission.csv"), List.of("id", "PredictionString"), sample);
        copy(work, Part.TRAIN, "public/train/");
        copy(work, Part.TEST, "public/test/");
    }

    private static void copy(Work work, Part part, String target) throws IOException {
        for (String id : work.rows().distinct(part, "id")) {
            String folder = id.replace(SUFFIX, "");
            work.put(work.raw("train/" + folder), work.out(target + folder));
        }
    }

    /** Returns the pictures of some studies, in the order of their ids. */
    private static List<String[]> following(PandasTable pictures, Set<String> studies) throws IOException {
        int id = pictures.at("id");
        int study = pictures.at("StudyInstanceUID");
        return pictures.all().stream()
                .filter(row -> studies.contains(row[study] + SUFFIX))
                .sorted(Comparator.comparing(row -> row[id]))
                .toList();
    }

    /** Returns the name of the first column with the greatest mark, of those after the id. */
    private static String label(String[] row, int study) {
        int best = study + 1;
        for (int i = best + 1; i < row.length; i++) {
            best = Integer.parseInt(row[i]) > Integer.parseInt(row[best]) ? i : best;
        }
        return LABELS.get(best - study - 1);
    }
}
