import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.TreeSet;

/** Naive Bayes on word counts, its log odds tempered because the words of a passage are not independent. */
public class Solution {

    static final double SMOOTHING = 1;
    static final double TEMPER = 0.1;

    public static void main(String[] args) throws IOException {
        List<String[]> train = readCsv("input/train.csv");
        List<String[]> test = readCsv("input/test.csv");
        train.remove(0);
        test.remove(0);
        TreeSet<String> names = new TreeSet<>();
        train.forEach(row -> names.add(row[2]));
        List<String> presidents = new ArrayList<>(names);
        int n = train.size();
        List<Integer> order = shuffled(n);
        Solution model = new Solution(train, order.subList(n / 5, n), presidents);
        double loss = 0;
        for (int i : order.subList(0, n / 5)) {
            loss -= Math.log(model.predict(train.get(i)[1])[presidents.indexOf(train.get(i)[2])]);
        }
        System.out.println("Validation log-loss: " + loss / (n / 5));
        model = new Solution(train, order, presidents);
        List<String> lines = new ArrayList<>();
        for (String[] row : test) {
            StringBuilder line = new StringBuilder(row[0]);
            for (double p : model.predict(row[1])) {
                line.append(',').append(p);
            }
            lines.add(line.toString());
        }
        writeSubmission("id," + String.join(",", presidents), lines);
    }

    /** Counts of each word by president, and of all words by president. */
    final Map<String, int[]> counts = new HashMap<>();
    final int[] totals;

    Solution(List<String[]> train, List<Integer> rows, List<String> presidents) {
        totals = new int[presidents.size()];
        for (int i : rows) {
            int president = presidents.indexOf(train.get(i)[2]);
            for (String word : words(train.get(i)[1])) {
                counts.computeIfAbsent(word, w -> new int[totals.length])[president]++;
                totals[president]++;
            }
        }
    }

    static String[] words(String text) {
        return text.toLowerCase(Locale.ROOT).split("[^a-z]+");
    }

    /** Probability of each president for a passage; all are equally likely beforehand. */
    double[] predict(String text) {
        double[] p = new double[totals.length];
        for (String word : words(text)) {
            int[] count = counts.get(word);
            for (int k = 0; count != null && k < p.length; k++) {
                p[k] += TEMPER * Math.log((count[k] + SMOOTHING) / (totals[k] + SMOOTHING * counts.size()));
            }
        }
        double top = Arrays.stream(p).max().getAsDouble();
        double total = 0;
        for (int k = 0; k < p.length; k++) {
            total += p[k] = Math.exp(p[k] - top);
        }
        for (int k = 0; k < p.length; k++) {
            p[k] /= total;
        }
        return p;
    }

    /** The numbers 0 to n-1 in a seeded random order; the first fifth is held out for validation. */
    static List<Integer> shuffled(int n) {
        List<Integer> order = new ArrayList<>();
        for (int i = 0; i < n; i++) {
            order.add(i);
        }
        Collections.shuffle(order, new Random(1));
        return order;
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
