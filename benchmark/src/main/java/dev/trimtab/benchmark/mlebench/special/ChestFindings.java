package dev.trimtab.benchmark.mlebench.special;

import dev.trimtab.benchmark.competition.split.TrainTestSplit;
import dev.trimtab.benchmark.metric.Column.Kind;
import dev.trimtab.benchmark.mlebench.recipe.Part;
import dev.trimtab.benchmark.mlebench.recipe.SpecialStep;
import dev.trimtab.benchmark.mlebench.table.PandasTable;
import dev.trimtab.benchmark.mlebench.table.PandasWriter;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** vinbigdata-chest-xray-abnormalities-detection: one box for each picture and class, the first present of each cell. */
final class ChestFindings implements SpecialStep {
    private static final List<String> COLUMNS = List.of("x_min", "y_min", "x_max", "y_max");
    private static final List<String> FAR_EDGES = List.of("x_max", "y_max");
    private static final int NOTHING = 14;

    @Override
    public void run(Work work) throws IOException {
        PandasTable table = work.rows().table();
        int image = table.at("image_id");
        int kind = table.at("class_id");
        Map<String, Map<Integer, String[]>> answers = new TreeMap<>();
        for (String[] row : work.rows().cells(Part.TEST)) {
            String[] first = answers.computeIfAbsent(row[image], key -> new TreeMap<>())
                    .computeIfAbsent(Integer.parseInt(row[kind]), key -> row.clone());
            for (int i = 0; i < first.length; i++) {
                first[i] = first[i].isEmpty() ? row[i] : first[i];
            }
        }
        int[] box = COLUMNS.stream().mapToInt(table::at).toArray();
        answers.values().forEach(each -> each.forEach((number, row) -> complete(table, row, number)));
        writeAnswers(work, table, answers);
        writeGold(work, box, answers);
        writeSample(work, table);
    }

    /** Fills gaps with 0 and gives what is no finding a box of one pixel, in the type of the column. */
    private static void complete(PandasTable table, String[] row, int kind) {
        for (String name : table.header()) {
            int at = table.at(name);
            String zero = table.kind(name) == Kind.REAL ? "0.0" : "0";
            row[at] = row[at].isEmpty() ? zero : row[at];
        }
        if (kind == NOTHING) {
            for (String edge : FAR_EDGES) {
                row[table.at(edge)] = table.kind(edge) == Kind.INTEGER ? "1" : "1.0";
            }
        }
    }

    private static void writeAnswers(Work work, PandasTable table, Map<String, Map<Integer, String[]>> answers)
            throws IOException {
        List<String> header = new ArrayList<>(List.of("image_id", "class_id"));
        table.header().stream().filter(name -> !header.contains(name)).forEach(header::add);
        int[] at = header.stream().mapToInt(table::at).toArray();
        PandasWriter.write(
                work.out("private/answers.csv"),
                header,
                answers.values().stream()
                        .flatMap(each -> each.values().stream())
                        .map(row -> Arrays.stream(at).mapToObj(i -> row[i]).toArray(String[]::new))
                        .toList());
    }

    private static void writeGold(Work work, int[] box, Map<String, Map<Integer, String[]>> answers)
            throws IOException {
        List<String[]> gold = new ArrayList<>();
        answers.forEach((image, each) -> {
            String boxes = each.entrySet().stream()
                    .map(finding -> finding.getKey() + " 1.0 "
                            + Arrays.stream(box)
                                    .mapToObj(i -> finding.getValue()[i])
                                    .collect(Collectors.joining(" ")))
                    .collect(Collectors.joining(" "));
            gold.add(new String[] {image, boxes});
        });
        PandasWriter.write(work.out("private/gold_submission.csv"), List.of("image_id", "PredictionString"), gold);
    }

    /** The sample has the pictures in the order of the split, not of the table. */
    private static void writeSample(Work work, PandasTable table) throws IOException {
        List<String> images = new ArrayList<>();
        table.codes("image_id", images);
        TrainTestSplit split = work.split(images.size());
        PandasWriter.write(
                work.out("public/sample_submission.csv"),
                List.of("image_id", "PredictionString"),
                Arrays.stream(split.test())
                        .mapToObj(i -> new String[] {images.get(i), "14 1 0 0 1 1"})
                        .toList());
    }
}
