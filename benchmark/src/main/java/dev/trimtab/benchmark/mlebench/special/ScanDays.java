package dev.trimtab.benchmark.mlebench.special;

import dev.trimtab.benchmark.competition.split.TrainTestSplit;
import dev.trimtab.benchmark.mlebench.archive.WholeFiles;
import dev.trimtab.benchmark.mlebench.recipe.Part;
import dev.trimtab.benchmark.mlebench.recipe.Preparation.Split;
import dev.trimtab.benchmark.mlebench.recipe.RawData;
import dev.trimtab.benchmark.mlebench.recipe.RowSplit;
import dev.trimtab.benchmark.mlebench.recipe.SpecialStep;
import dev.trimtab.benchmark.mlebench.recipe.SplitRule;
import dev.trimtab.benchmark.mlebench.table.PandasTable;
import dev.trimtab.benchmark.mlebench.table.PandasWriter;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * uw-madison-gi-tract-image-segmentation: a tenth of the patients are held out, and of the others every scan day after
 * their fourth.
 */
final class ScanDays implements SpecialStep, SplitRule {
    private static final int KEPT_DAYS = 4;
    private static final Pattern PICTURE = Pattern.compile("slice_([^_]+)_([0-9]+)_([0-9]+)(?:_.*)?\\.png");

    @Override
    public RowSplit split(Split rule, PandasTable table, RawData raw) throws IOException {
        List<String> ids = table.column("id");
        Map<String, Set<String>> days = new LinkedHashMap<>();
        for (String id : ids) {
            days.computeIfAbsent(patient(id), key -> new TreeSet<>(Comparator.comparingInt(ScanDays::number)))
                    .add(day(id));
        }
        List<Map.Entry<String, Set<String>>> patients = List.copyOf(days.entrySet());
        Set<String> test = new HashSet<>();
        TrainTestSplit split = rule.of(patients.size());
        for (int i : split.test()) {
            addScans(test, patients.get(i), 0);
        }
        for (int i : split.train()) {
            addScans(test, patients.get(i), KEPT_DAYS);
        }
        return new RowSplit(
                IntStream.range(0, ids.size())
                        .filter(row -> !test.contains(scan(ids.get(row))))
                        .toArray(),
                IntStream.range(0, ids.size())
                        .filter(row -> test.contains(scan(ids.get(row))))
                        .toArray());
    }

    private static void addScans(Set<String> scans, Map.Entry<String, Set<String>> patient, int skipped) {
        patient.getValue().stream().skip(skipped).forEach(day -> scans.add(patient.getKey() + "_" + day));
    }

    @Override
    public void run(Work work) throws IOException {
        Set<String> test = new HashSet<>();
        work.rows().distinct(Part.TEST, "id").forEach(id -> test.add(scan(id)));
        Set<String> trained = new HashSet<>();
        work.rows().distinct(Part.TRAIN, "id").forEach(id -> trained.add(patient(id)));
        Set<String> patients = new HashSet<>();
        work.rows().distinct(Part.ALL, "id").forEach(id -> patients.add(patient(id)));
        for (String patient : patients) {
            for (Path day : WholeFiles.entries(work.raw("train/" + patient))) {
                String name = day.getFileName().toString();
                // what the table does not name goes with the patient
                String part = test.contains(name) || !trained.contains(patient) ? "test/" : "train/";
                work.put(day, work.out("public/" + part + patient + "/" + name));
            }
        }
        writeAnswers(work);
    }

    private static void writeAnswers(Work work) throws IOException {
        PandasTable table = work.rows().table();
        int id = table.at("id");
        int kind = table.at("class");
        int mask = table.at("segmentation");
        Map<String, Map<String, String[]>> sizes = new LinkedHashMap<>();
        List<String[]> answers = new ArrayList<>();
        for (String[] row : work.rows().cells(Part.TEST)) {
            String scan = scan(row[id]);
            if (!sizes.containsKey(scan)) {
                sizes.put(scan, sizes(work.raw("train/" + patient(row[id]) + "/" + scan + "/scans")));
            }
            String[] size = sizes.get(scan).getOrDefault(slice(row[id]), new String[] {"", ""});
            answers.add(new String[] {row[id], row[kind], row[mask], size[0], size[1]});
        }
        PandasWriter.write(
                work.out("private/test.csv"),
                List.of("id", "class", "predicted", "image_width", "image_height"),
                answers);
    }

    /** Returns width and height of each slice, which the names of the pictures tell. */
    private static Map<String, String[]> sizes(Path scans) throws IOException {
        Map<String, String[]> sizes = new LinkedHashMap<>();
        for (Path picture : WholeFiles.entries(scans)) {
            Matcher name = PICTURE.matcher(picture.getFileName().toString());
            if (name.matches()) {
                sizes.put(name.group(1), new String[] {name.group(2) + ".0", name.group(3) + ".0"});
            }
        }
        return sizes;
    }

    private static String patient(String id) {
        return id.split("_", -1)[0];
    }

    private static String day(String id) {
        return id.split("_", -1)[1];
    }

    private static String slice(String id) {
        return id.substring(id.lastIndexOf('_') + 1);
    }

    private static String scan(String id) {
        return patient(id) + "_" + day(id);
    }

    private static int number(String day) {
        return Integer.parseInt(day.substring("day".length()));
    }
}
