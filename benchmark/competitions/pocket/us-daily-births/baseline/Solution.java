import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The births 52 weeks earlier, on the same day of the week. */
public class Solution {

    public static void main(String[] args) throws IOException {
        List<String[]> train = readCsv("input/train.csv");
        List<String[]> test = readCsv("input/test.csv");
        Map<LocalDate, Double> births = new HashMap<>();
        for (String[] row : train.subList(1, train.size())) {
            births.put(day(row), Double.parseDouble(row[row.length - 1]));
        }
        LocalDate firstTestDay = day(test.get(1));
        LocalDate firstHeldOut = firstTestDay.minusYears(1);
        double error = 0;
        int days = 0;
        for (LocalDate d = firstHeldOut; d.isBefore(firstTestDay); d = d.plusDays(1)) {
            error += Math.abs(predict(births, d, firstHeldOut) / births.get(d) - 1);
            days++;
        }
        System.out.println("Validation mape: " + error / days);
        List<String> lines = new ArrayList<>();
        for (String[] row : test.subList(1, test.size())) {
            lines.add(row[0] + "," + predict(births, day(row), firstTestDay));
        }
        writeSubmission("id,births", lines);
    }

    /** The date of a row: columns id, year, month, date_of_month. */
    static LocalDate day(String[] row) {
        return LocalDate.of(Integer.parseInt(row[1]), Integer.parseInt(row[2]), Integer.parseInt(row[3]));
    }

    /** The births on the latest day before `end` that lies a multiple of 52 weeks before `day`. */
    static double predict(Map<LocalDate, Double> births, LocalDate day, LocalDate end) {
        LocalDate back = day.minusWeeks(52);
        while (!back.isBefore(end)) {
            back = back.minusWeeks(52);
        }
        return births.get(back);
    }

    /** Cells of a CSV file, header row first; quoted cells may hold commas, quotes and line ends. */
    static List<String[]> readCsv(String file) throws IOException {
        String text = Files.readString(Path.of(file));
        List<String[]> rows = new ArrayList<>();
        List<String> row = new ArrayList<>();
        StringBuilder cell = new StringBuilder();
        boolean quoted = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (quoted && c == '"' && i + 1 < text.length() && text.charAt(i + 1) == '"') {
                cell.append(text.charAt(++i));
            } else if (c == '"') {
                quoted = !quoted;
            } else if (quoted || c != ',' && c != '\n') {
                cell.append(c);
            } else {
                row.add(cell.toString());
                cell.setLength(0);
                if (c == '\n') {
                    rows.add(row.toArray(new String[0]));
                    row.clear();
                }
            }
        }
        return rows;
    }

    /** Writes the submission, one line for each test row. */
    static void writeSubmission(String header, List<String> lines) throws IOException {
        Files.createDirectories(Path.of("submission"));
        List<String> all = new ArrayList<>(List.of(header));
        all.addAll(lines);
        Files.write(Path.of("submission/submission.csv"), all);
    }
}
