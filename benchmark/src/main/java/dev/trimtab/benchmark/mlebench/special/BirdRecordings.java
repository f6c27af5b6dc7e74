package dev.trimtab.benchmark.mlebench.special;

import dev.trimtab.benchmark.competition.split.Permutation;
import dev.trimtab.benchmark.mlebench.archive.WholeFiles;
import dev.trimtab.benchmark.mlebench.recipe.SpecialStep;
import dev.trimtab.benchmark.mlebench.table.PandasTable;
import dev.trimtab.benchmark.mlebench.table.PandasWriter;
import dev.trimtab.benchmark.mlebench.table.Reading;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** mlsp-2013-birds: a fifth of the labelled recordings is held out, and all of them are numbered anew. */
final class BirdRecordings implements SpecialStep {
    private static final String RAW = "mlsp_contest_dataset/";
    private static final String ESSENTIAL = "essential_data/";
    private static final String EXTRA = "supplemental_data/";
    private static final int SPECIES = 19;
    private static final double TEST = 0.2;

    @Override
    public void run(Work work) throws IOException {
        Map<String, Integer> numbers = numbers(work);
        Set<Integer> held = held(work, numbers.size());
        writeFolds(work, numbers, held);
        writeLabels(work, numbers, held);
        writeSample(work, held);
        List<String> names = writeNames(work, numbers);
        work.put(raw(work, ESSENTIAL + "species_list.txt"), work.out("public/" + ESSENTIAL + "species_list.txt"));
        for (String name : names) {
            copy(work, ESSENTIAL + "src_wavs/" + name + ".wav");
            for (String kind : List.of("filtered_spectrograms", "spectrograms", "supervised_segmentation")) {
                copy(work, EXTRA + kind + "/" + name + ".bmp");
            }
            if (Files.exists(raw(work, EXTRA + "segmentation_examples/" + name + ".bmp"))) {
                copy(work, EXTRA + "segmentation_examples/" + name + ".bmp");
            }
        }
        copy(work, EXTRA + "segment_clusters.bmp");
        copy(work, EXTRA + "segment_mosaic.bmp");
        for (String table : List.of("histogram_of_segments.txt", "segment_features.txt", "segment_rectangles.txt")) {
            List<String> lines = new ArrayList<>(List.of("rec_id,[histogram of segment features]"));
            for (String[] line : renumbered(work, EXTRA + table, numbers)) {
                lines.add(line[0] + "," + line[1]);
            }
            writeLines(work.out("public/" + EXTRA + table), lines);
        }
    }

    /** Returns a file of Kaggle's archive, whose folder the public data lack. */
    private static Path raw(Work work, String name) {
        return work.raw(work.fold().isPresent() ? name : RAW + name);
    }

    private static void copy(Work work, String name) throws IOException {
        work.put(raw(work, name), work.out("public/" + name));
    }

    /** Returns the new numbers of the recordings whose labels are known, by their old ones. */
    private static Map<String, Integer> numbers(Work work) throws IOException {
        PandasTable folds = PandasTable.scan(Reading.of(raw(work, ESSENTIAL + "CVfolds_2.txt")));
        int fold = folds.at("fold");
        int id = folds.at("rec_id");
        Map<String, Integer> numbers = new LinkedHashMap<>();
        folds.forEach((row, cells) -> {
            if (cells[fold].equals("0")) {
                numbers.put(cells[id], numbers.size());
            }
        });
        return numbers;
    }

    private static Set<Integer> held(Work work, int recordings) {
        Set<Integer> held = new TreeSet<>();
        if (work.fold().isPresent()) {
            Arrays.stream(work.split(recordings).test()).forEach(held::add);
            return held;
        }
        int count = (int) Math.rint(TEST * recordings);
        Arrays.stream(Permutation.of(recordings, 0)).limit(count).forEach(held::add);
        return held;
    }

    private static void writeFolds(Work work, Map<String, Integer> numbers, Set<Integer> held) throws IOException {
        PandasWriter.write(
                work.out("public/" + ESSENTIAL + "CVfolds_2.txt"),
                List.of("rec_id", "fold"),
                numbers.values().stream()
                        .map(id -> new String[] {id.toString(), held.contains(id) ? "1" : "0"})
                        .toList());
    }

    private static List<String> writeNames(Work work, Map<String, Integer> numbers) throws IOException {
        PandasTable table = PandasTable.scan(Reading.of(raw(work, ESSENTIAL + "rec_id2filename.txt")));
        int id = table.at("rec_id");
        int name = table.at("filename");
        List<String[]> rows = new ArrayList<>();
        List<String> names = new ArrayList<>();
        table.forEach((row, cells) -> {
            @Nullable Integer number = numbers.get(cells[id]);
            if (number != null) {
                String[] renamed = cells.clone();
                renamed[id] = number.toString();
                rows.add(renamed);
                names.add(cells[name]);
            }
        });
        PandasWriter.write(work.out("public/" + ESSENTIAL + "rec_id2filename.txt"), table.header(), rows);
        return names;
    }

    private static void writeLabels(Work work, Map<String, Integer> numbers, Set<Integer> held) throws IOException {
        List<String> lines = new ArrayList<>(List.of("rec_id,[labels]"));
        List<String[]> answers = new ArrayList<>();
        for (String[] line : renumbered(work, ESSENTIAL + "rec_labels_test_hidden.txt", numbers)) {
            int id = Integer.parseInt(line[0]);
            if (held.contains(id)) {
                List<String> present = Arrays.asList(line[1].split(",", -1));
                for (int species = 0; species < SPECIES; species++) {
                    answers.add(new String[] {
                        Integer.toString(id * 100 + species), present.contains(Integer.toString(species)) ? "1" : "0"
                    });
                }
            }
            String shown = held.contains(id) ? "?" : line[1];
            lines.add(shown.isEmpty() ? line[0] : line[0] + "," + shown);
        }
        writeLines(work.out("public/" + ESSENTIAL + "rec_labels_test_hidden.txt"), lines);
        PandasWriter.write(work.out("private/answers.csv"), List.of("Id", "Probability"), answers);
    }

    private static void writeSample(Work work, Set<Integer> held) throws IOException {
        List<String[]> rows = new ArrayList<>();
        for (int id : held) {
            for (int species = 0; species < SPECIES; species++) {
                rows.add(new String[] {Integer.toString(id * 100 + species), "0"});
            }
        }
        PandasWriter.write(work.out("public/sample_submission.csv"), List.of("Id", "Probability"), rows);
    }

    /** Returns number and rest of the lines that stay, without the header. */
    private static List<String[]> renumbered(Work work, String name, Map<String, Integer> numbers) throws IOException {
        List<String[]> lines = new ArrayList<>();
        List<String> all = Files.readAllLines(raw(work, name), StandardCharsets.UTF_8);
        for (String line : all.subList(1, all.size())) {
            int comma = line.indexOf(',');
            String id = comma < 0 ? line : line.substring(0, comma);
            @Nullable Integer number = numbers.get(Integer.toString(Integer.parseInt(id.strip())));
            if (number != null) {
                lines.add(new String[] {number.toString(), comma < 0 ? "" : line.substring(comma + 1)});
            }
        }
        return lines;
    }

    private static void writeLines(Path file, List<String> lines) throws IOException {
        WholeFiles.write(file, out -> out.write((String.join("\n", lines) + "\n").getBytes(StandardCharsets.UTF_8)));
    }
}
