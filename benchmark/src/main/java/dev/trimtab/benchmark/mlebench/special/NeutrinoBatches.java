package dev.trimtab.benchmark.mlebench.special;

import dev.trimtab.benchmark.competition.split.TrainTestSplit;
import dev.trimtab.benchmark.metric.PandasText;
import dev.trimtab.benchmark.mlebench.archive.WholeFiles;
import dev.trimtab.benchmark.mlebench.recipe.SpecialStep;
import dev.trimtab.benchmark.mlebench.table.PandasWriter;
import dev.trimtab.benchmark.mlebench.table.ParquetTables;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** icecube-neutrinos-in-deep-ice: whole batches of events are held out; their list, of a hundred million rows, is streamed. */
final class NeutrinoBatches implements SpecialStep {
    private static final Pattern BATCH = Pattern.compile("batch_0*(\\d+)\\.parquet");
    private static final List<String> ANSWERS = List.of("event_id", "azimuth", "zenith");

    @Override
    public void run(Work work) throws IOException {
        Path events = work.raw("train_meta.parquet");
        try (ParquetTables tables = new ParquetTables()) {
            tables.name("events", events);
            List<Long> batches = batches(tables);
            TrainTestSplit split = work.split(batches.size());
            Set<Long> train = picked(batches, split.train());
            Set<Long> test = picked(batches, split.test());
            // both name the test batches, which are fewer: a row is compared with each of them
            String held = rows("IN", test);
            tables.write(
                    "SELECT * EXCLUDE file_row_number " + rows("NOT IN", test), work.out("public/train_meta.parquet"));
            tables.write(
                    "SELECT * EXCLUDE (file_row_number, azimuth, zenith) " + held,
                    work.out("public/test_meta.parquet"));
            writeAnswers(tables, held, work);
            copyBatches(work, train, test);
        }
    }

    /** Returns the batches in the order in which the list names them first. */
    private static List<Long> batches(ParquetTables tables) throws IOException {
        List<Long> batches = new ArrayList<>();
        tables.forEach(
                "SELECT batch_id FROM events GROUP BY batch_id ORDER BY min(file_row_number)",
                row -> batches.add(row.getLong(1)));
        return batches;
    }

    private static Set<Long> picked(List<Long> batches, int[] numbers) {
        return Arrays.stream(numbers).mapToObj(batches::get).collect(Collectors.toSet());
    }

    private static String rows(String which, Set<Long> batches) {
        return "FROM events WHERE batch_id " + which + " "
                + batches.stream().sorted().map(String::valueOf).collect(Collectors.joining(", ", "(", ")"));
    }

    private static void writeAnswers(ParquetTables tables, String held, Work work) throws IOException {
        Path answers = work.out("private/test.csv");
        Path sample = work.out("public/sample_submission.csv");
        if (Files.exists(answers) && Files.exists(sample)) {
            return;
        }
        try (PandasWriter truth = new PandasWriter(answers, ANSWERS);
                PandasWriter ones = new PandasWriter(sample, ANSWERS)) {
            tables.forEach("SELECT event_id, azimuth, zenith " + held, row -> {
                String event = Long.toString(row.getLong(1));
                truth.row(List.of(event, PandasText.real(row.getDouble(2)), PandasText.real(row.getDouble(3))));
                ones.row(List.of(event, "1", "1"));
            });
            truth.complete();
            ones.complete();
        }
    }

    private static void copyBatches(Work work, Set<Long> train, Set<Long> test) throws IOException {
        for (Path file : WholeFiles.entries(work.raw("train"))) {
            Matcher name = BATCH.matcher(file.getFileName().toString());
            if (name.matches()) {
                long batch = Long.parseLong(name.group(1));
                if (train.contains(batch) || test.contains(batch)) {
                    String part = train.contains(batch) ? "train" : "test";
                    work.put(file, work.out("public/" + part + "/" + file.getFileName()));
                }
            }
        }
    }
}
