package dev.trimtab.benchmark.mlebench.special;

import dev.trimtab.benchmark.competition.split.TrainTestSplit;
import dev.trimtab.benchmark.metric.Column.Kind;
import dev.trimtab.benchmark.metric.PandasText;
import dev.trimtab.benchmark.mlebench.archive.WholeFiles;
import dev.trimtab.benchmark.mlebench.recipe.SpecialStep;
import dev.trimtab.benchmark.mlebench.table.PandasTable;
import dev.trimtab.benchmark.mlebench.table.PandasWriter;
import dev.trimtab.benchmark.mlebench.table.Reading;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** smartphone-decimeter-2022: whole days of driving are held out, without their ground truth. */
final class PhoneDrives implements SpecialStep {
    private static final String TRUTH = "ground_truth.csv";

    @Override
    public void run(Work work) throws IOException {
        List<Path> drives = WholeFiles.entries(work.raw("train")).stream()
                .filter(Files::isDirectory)
                .toList();
        Set<String> days = drives.stream().map(PhoneDrives::day).collect(Collectors.toCollection(TreeSet::new));
        List<String> ordered = List.copyOf(days);
        TrainTestSplit split = work.split(ordered.size());
        Set<String> test = Arrays.stream(split.test()).mapToObj(ordered::get).collect(Collectors.toSet());
        for (Path drive : drives) {
            String part = test.contains(day(drive)) ? "test" : "train";
            work.put(drive, work.out("public/" + part + "/" + drive.getFileName()));
        }
        List<Path> truths = WholeFiles.filesBelow(work.out("public/test")).stream()
                .filter(file -> file.endsWith(TRUTH))
                .toList();
        writeTrips(work, truths);
        for (Path truth : truths) {
            Files.delete(truth);
        }
    }

    /** Writes the places of all trips; as in pandas, whole numbers of one file are real ones where another's are. */
    private static void writeTrips(Work work, List<Path> truths) throws IOException {
        List<String> header = List.of("tripId", "UnixTimeMillis", "LatitudeDegrees", "LongitudeDegrees");
        List<String[]> answers = new ArrayList<>();
        List<String[]> sample = new ArrayList<>();
        Map<Path, PandasTable> tables = new LinkedHashMap<>();
        for (Path truth : truths) {
            tables.put(truth, PandasTable.scan(Reading.fast(truth)));
        }
        Set<String> real = header.stream()
                .skip(1)
                .filter(column -> tables.values().stream().anyMatch(table -> table.kind(column) == Kind.REAL))
                .collect(Collectors.toSet());
        for (Map.Entry<Path, PandasTable> entry : tables.entrySet()) {
            Path phone = entry.getKey().resolveSibling("");
            String trip = phone.resolveSibling("").getFileName() + "-" + phone.getFileName();
            PandasTable table = entry.getValue();
            table.forEach((row, cells) -> {
                String[] answer = new String[header.size()];
                answer[0] = trip;
                for (int i = 1; i < answer.length; i++) {
                    String column = header.get(i);
                    boolean widened = real.contains(column) && table.kind(column) == Kind.INTEGER;
                    String cell = cells[table.at(column)];
                    answer[i] = widened ? PandasText.real(Double.parseDouble(cell)) : cell;
                }
                answers.add(answer);
                sample.add(new String[] {trip, answer[1], "37.904611315634504", "-86.48107806249548"});
            });
        }
        PandasWriter.write(work.out("private/test.csv"), header, answers);
        PandasWriter.write(work.out("public/sample_submission.csv"), header, sample);
    }

    /** Returns the date with which a drive's name begins. */
    private static String day(Path drive) {
        String[] words = drive.getFileName().toString().split("-", -1);
        return words[0] + "-" + padded(words[1]) + "-" + padded(words[2]);
    }

    private static String padded(String number) {
        return number.length() < 2 ? "0" + number : number;
    }
}
