package dev.trimtab.benchmark.mlebench.special;

import dev.trimtab.benchmark.metric.Column.Kind;
import dev.trimtab.benchmark.metric.PandasText;
import dev.trimtab.benchmark.mlebench.recipe.Part;
import dev.trimtab.benchmark.mlebench.recipe.SpecialStep;
import dev.trimtab.benchmark.mlebench.table.PandasTable;
import dev.trimtab.benchmark.mlebench.table.PandasWriter;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;

/** osic-pulmonary-fibrosis-progression: one first visit for each test patient, to predict every week. */
final class LungWeeks implements SpecialStep {
    @Override
    public void run(Work work) throws IOException {
        PandasTable table = work.rows().table();
        int patient = table.at("Patient");
        int week = table.at("Weeks");
        Map<String, List<String[]>> visits = new LinkedHashMap<>();
        for (String[] row : work.rows().cells(Part.TEST)) {
            visits.computeIfAbsent(row[patient], key -> new ArrayList<>()).add(row);
        }
        writeFirstVisits(work, table, visits, patient, week);
        List<String[]> weeks = allWeeks(visits, week, patient);
        writeAnswers(work, table, weeks, patient, week);
        List<String[]> sample = weeks.stream()
                .map(row -> new String[] {row[patient] + "_" + row[week], "2000", "100"})
                .toList();
        PandasWriter.write(
                work.out("public/sample_submission.csv"), List.of("Patient_Week", "FVC", "Confidence"), sample);
    }

    private static void writeFirstVisits(
            Work work, PandasTable table, Map<String, List<String[]>> visits, int patient, int week)
            throws IOException {
        List<String[]> first = new ArrayList<>();
        for (List<String[]> rows : new TreeMap<>(visits).values()) {
            List<String[]> ordered = new ArrayList<>(rows);
            ordered.sort(Comparator.comparingInt(row -> Integer.parseInt(row[week])));
            String[] visit = ordered.get(0).clone();
            for (String[] row : ordered) {
                for (int i = 0; i < visit.length; i++) {
                    visit[i] = visit[i].isEmpty() ? row[i] : visit[i];
                }
            }
            first.add(picked(visit, order(table, patient, week)));
        }
        // grouping moves the key in front and leaves the other columns as they are
        List<String> header = List.of(picked(table.header().toArray(String[]::new), order(table, patient, week)));
        PandasWriter.write(work.out("public/test.csv"), header, first);
    }

    /** Returns a row for every patient and week; more if there were more visits in that week. */
    private static List<String[]> allWeeks(Map<String, List<String[]>> visits, int week, int patient) {
        int least = visits.values().stream()
                .flatMap(List::stream)
                .mapToInt(row -> Integer.parseInt(row[week]))
                .min()
                .orElseThrow();
        int greatest = visits.values().stream()
                .flatMap(List::stream)
                .mapToInt(row -> Integer.parseInt(row[week]))
                .max()
                .orElseThrow();
        List<String[]> weeks = new ArrayList<>();
        visits.forEach((id, rows) -> {
            for (int number = least; number <= greatest; number++) {
                String name = Integer.toString(number);
                List<String[]> found =
                        rows.stream().filter(row -> row[week].equals(name)).toList();
                weeks.addAll(
                        found.isEmpty()
                                ? List.<String[]>of(empty(rows.get(0).length, id, patient, name, week))
                                : found);
            }
        });
        return weeks;
    }

    private static String[] empty(int columns, String id, int patient, String name, int week) {
        String[] row = new String[columns];
        Arrays.fill(row, "");
        row[patient] = id;
        row[week] = name;
        return row;
    }

    private static void writeAnswers(Work work, PandasTable table, List<String[]> weeks, int patient, int week)
            throws IOException {
        int[] order = order(table, patient, week);
        boolean[] widened = new boolean[table.header().size()];
        for (int i = 0; i < widened.length; i++) {
            int at = i;
            // a column of whole numbers that gets gaps becomes one of real numbers
            widened[i] = table.kind(table.header().get(i)) == Kind.INTEGER
                    && weeks.stream().anyMatch(row -> row[at].isEmpty());
        }
        List<String> header = new ArrayList<>(List.of(picked(table.header().toArray(String[]::new), order)));
        header.addAll(List.of("Patient_Week", "Confidence"));
        List<String[]> rows = new ArrayList<>();
        for (String[] row : weeks) {
            String[] cells = row.clone();
            for (int i = 0; i < cells.length; i++) {
                cells[i] = widened[i] && !cells[i].isEmpty() ? PandasText.real(Double.parseDouble(cells[i])) : cells[i];
            }
            List<String> whole = new ArrayList<>(List.of(picked(cells, order)));
            whole.addAll(List.of(row[patient] + "_" + row[week], "100"));
            rows.add(whole.toArray(String[]::new));
        }
        PandasWriter.write(work.out("private/test.csv"), header, rows);
    }

    /** Patient and week first, the others as they stand. */
    private static int[] order(PandasTable table, int patient, int week) {
        return IntStream.concat(
                        IntStream.of(patient, week),
                        IntStream.range(0, table.header().size()).filter(i -> i != patient && i != week))
                .toArray();
    }

    private static String[] picked(String[] row, int[] order) {
        return IntStream.of(order).mapToObj(i -> row[i]).toArray(String[]::new);
    }
}
