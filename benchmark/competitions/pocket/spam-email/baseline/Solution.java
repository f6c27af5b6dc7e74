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

/** Naive Bayes on word counts, its log odds tempered because the words of a message are not independent. */
public class Solution {

    static final double SMOOTHING = 1;
    static final double TEMPER = 0.3;

    public static void main(String[] args) throws IOException {
        List<String[]> train = readCsv("input/train.csv");
        List<String[]> test = readCsv("input/test.csv");
        train.remove(0);
        test.remove(0);
        TreeSet<String> names = new TreeSet<>();
        train.forEach(row -> names.add(row[3]));
        List<String> kinds = new ArrayList<>(names);
        int n = train.size();
        List<Integer> order = shuffled(n);
        Solution model = new Solution(train, order.subList(n / 5, n), kinds);
        double loss = 0;
        for (int i : order.subList(0, n / 5)) {
            loss -= Math.log(model.predict(text(train.get(i)))[kinds.indexOf(train.get(i)[3])]);
        }
        System.out.println("Validation log-loss: " + loss / (n / 5));
        model = new Solution(train, order, kinds);
        List<String> lines = new ArrayList<>();
        for (String[] row : test) {
            StringBuilder line = new StringBuilder(row[0]);
            for (double p : model.predict(text(row))) {
                line.append(',').append(p);
            }
            lines.add(line.toString());
        }
        writeSubmission("id," + String.join(",", kinds), lines);
    }

    /** Counts of each word by kind, and of all words by kind. */
    final Map<String, int[]> counts = new HashMap<>();
    final int[] totals;

    Solution(List<String[]> train, List<Integer> rows, List<String> kinds) {
        totals = new int[kinds.size()];
        for (int i : rows) {
            int kind = kinds.indexOf(train.get(i)[3]);
            for (String word : words(text(train.get(i)))) {
                counts.computeIfAbsent(word, w -> new int[totals.length])[kind]++;
                totals[kind]++;
            }
        }
    }

    static String text(String[] row) {
        return row[1] + " " + row[2];
    }

    static String[] words(String text) {
        return text.toLowerCase(Locale.ROOT).split("[^a-z]+");
    }

    /** Probability of each kind for a message; both are equally likely beforehand. */
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
