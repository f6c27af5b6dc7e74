package dev.trimtab.benchmark.mlebench.special;

import dev.trimtab.benchmark.competition.split.PythonRandom;
import dev.trimtab.benchmark.mlebench.recipe.SpecialStep;
import dev.trimtab.benchmark.mlebench.table.PandasTable;
import dev.trimtab.benchmark.mlebench.table.PandasWriter;
import dev.trimtab.benchmark.mlebench.table.Reading;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * rsna-2022-cervical-spine-fracture-detection: a tenth of the studies stays in train, and with it a tenth of those with
 * boxes, with segmentations and with both.
 */
final class SpineStudies implements SpecialStep {
    private static final String ID = "StudyInstanceUID";
    private static final double TRAIN = 0.1;

    @Override
    public void run(Work work) throws IOException {
        PandasTable studies = PandasTable.scan(Reading.of(work.raw("train.csv")));
        PandasTable boxes = PandasTable.scan(Reading.of(work.raw("train_bounding_boxes.csv")));
        List<String> boxed = List.copyOf(new TreeSet<>(boxes.column(ID)));
        List<String> segmented = work.raw().matching("segmentations/*.nii").stream()
                .map(SpineStudies::stem)
                .sorted()
                .toList();
        Draw draw = work.fold().isPresent()
                ? fold(work, studies.column(ID), boxed, segmented)
                : draw(studies.column(ID), boxed, segmented);
        PandasWriter.write(
                work.out("public/train.csv"), studies.header(), rows(studies, draw.train(), /* inside= */ true));
        PandasWriter.write(
                work.out("public/train_bounding_boxes.csv"),
                boxes.header(),
                rows(boxes, draw.boxed(), /* inside= */ true));
        writeTest(work, studies.header(), rows(studies, draw.train(), /* inside= */ false), studies.at(ID));
        Files.createDirectories(work.out("public/segmentations"));
        for (String id : draw.segmented()) {
            work.put(work.raw("segmentations/" + id + ".nii"), work.out("public/segmentations/" + id + ".nii"));
        }
        for (String id : studies.column(ID)) {
            String part = draw.train().contains(id) ? "train" : "test";
            work.put(work.raw("train_images/" + id), work.out("public/" + part + "_images/" + id));
        }
    }

    /** The studies of the training set, and those of them whose boxes and segmentations it has. */
    private record Draw(Set<String> train, Set<String> boxed, Set<String> segmented) {}

    private static Draw draw(List<String> all, List<String> boxed, List<String> segmented) {
        PythonRandom random = new PythonRandom(0);
        List<String> both = boxed.stream().filter(segmented::contains).toList();
        int common = share(both);
        List<String> overlap = random.sample(both, common);
        List<String> moreSegmented = random.sample(without(segmented, both), share(segmented) - common);
        List<String> moreBoxed = random.sample(without(boxed, both), share(boxed) - common);
        List<String> train = new ArrayList<>(overlap);
        train.addAll(moreSegmented);
        train.addAll(moreBoxed);
        train.addAll(random.sample(without(all, train), share(all) - train.size()));
        return new Draw(new HashSet<>(train), union(overlap, moreBoxed), union(overlap, moreSegmented));
    }

    private static Draw fold(Work work, List<String> all, List<String> boxed, List<String> segmented) {
        Set<String> train =
                Arrays.stream(work.split(all.size()).train()).mapToObj(all::get).collect(Collectors.toSet());
        return new Draw(
                train,
                boxed.stream().filter(train::contains).collect(Collectors.toSet()),
                segmented.stream().filter(train::contains).collect(Collectors.toSet()));
    }

    /** A tenth, rounded as Python rounds: halves to even. */
    private static int share(List<String> ids) {
        return (int) Math.rint(ids.size() * TRAIN);
    }

    private static List<String> without(List<String> ids, List<String> others) {
        Set<String> out = new HashSet<>(others);
        return ids.stream().filter(id -> !out.contains(id)).toList();
    }

    private static Set<String> union(List<String> first, List<String> second) {
        Set<String> all = new HashSet<>(first);
        all.addAll(second);
        return all;
    }

    private static List<String[]> rows(PandasTable table, Set<String> ids, boolean inside) throws IOException {
        int id = table.at(ID);
        return table.all().stream()
                .filter(row -> ids.contains(row[id]) == inside)
                .toList();
    }

    /** Writes one row for each study and label, label by label. */
    private static void writeTest(Work work, List<String> header, List<String[]> studies, int id) throws IOException {
        List<String[]> answers = new ArrayList<>();
        List<String[]> sample = new ArrayList<>();
        List<String[]> test = new ArrayList<>();
        for (int i = 0; i < header.size(); i++) {
            for (String[] study : i == id ? List.<String[]>of() : studies) {
                String row = study[id] + "_" + header.get(i);
                answers.add(new String[] {study[id], header.get(i), study[i], row});
                sample.add(new String[] {row, "0.5"});
                test.add(new String[] {study[id], header.get(i), row});
            }
        }
        PandasWriter.write(
                work.out("private/answers.csv"), List.of(ID, "prediction_type", "fractured", "row_id"), answers);
        PandasWriter.write(work.out("public/sample_submission.csv"), List.of("row_id", "fractured"), sample);
        PandasWriter.write(work.out("public/test.csv"), List.of(ID, "prediction_type", "row_id"), test);
    }

    private static String stem(Path file) {
        String name = file.getFileName().toString();
        return name.substring(0, name.lastIndexOf('.'));
    }
}
