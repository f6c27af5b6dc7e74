import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;

/** Naive Bayes: how often a hidden dependency goes with each that is shown, with the section, and at all. */
public class Solution {

    static final double SMOOTHING = 0.02;
    /** Added to the count of a dependency, so that rare ones claim less. */
    static final double CAUTION = 100;
    static final int PLACES = 10;

    public static void main(String[] args) throws IOException {
        List<String[]> train = readCsv("input/train.csv");
        List<String[]> test = readCsv("input/test.csv");
        int n = train.size();
        List<Integer> order = shuffled(n);
        Solution model = new Solution(train, order.subList(n / 5, n));
        double score = 0;
        for (int i : order.subList(0, n / 5)) {
            int place = model.best(train.get(i)).indexOf(train.get(i)[4]);
            score += place < 0 ? 0 : 1.0 / (place + 1);
        }
        System.out.println("Validation map-at-k: " + score / (n / 5));
        model = new Solution(train, order);
        List<String> lines = new ArrayList<>();
        for (String[] row : test) {
            lines.add(row[0] + "," + String.join(" ", model.best(row)));
        }
        writeSubmission("id,hidden", lines);
    }

    /** How often each dependency is hidden, and together with each sign. */
    final Map<String, Integer> hidden = new TreeMap<>();
    final Map<String, Map<String, Integer>> together = new HashMap<>();

    Solution(List<String[]> train, List<Integer> rows) {
        for (int i : rows) {
            String name = train.get(i)[4];
            hidden.merge(name, 1, Integer::sum);
            for (String sign : signs(train.get(i))) {
                together.computeIfAbsent(name, h -> new HashMap<>()).merge(sign, 1, Integer::sum);
            }
        }
    }

    /** The dependencies that are shown, and the section. */
    static Set<String> signs(String[] row) {
        Set<String> signs = new HashSet<>(List.of(row[3].split(" ")));
        signs.add("section " + row[2]);
        return signs;
    }

    /** The likeliest hidden dependencies that are not shown, best first. */
    List<String> best(String[] row) {
        Set<String> signs = signs(row);
        Map<String, Double> scores = new HashMap<>();
        hidden.forEach((name, count) -> {
            double score = Math.log(count);
            for (String sign : signs) {
                score += Math.log((together.get(name).getOrDefault(sign, 0) + SMOOTHING) / (count + CAUTION));
            }
            scores.put(name, score);
        });
        return hidden.keySet().stream()
                .filter(name -> !signs.contains(name))
                .sorted(Comparator.comparing(name -> -scores.get(name)))
                .limit(PLACES)
                .toList();
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

    /** Rows of a CSV file without quotes, the header left out. */
    static List<String[]> readCsv(String file) throws IOException {
        List<String[]> rows = new ArrayList<>();
        for (String line : Files.readAllLines(Path.of(file))) {
            rows.add(line.split(",", -1));
        }
        rows.remove(0);
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
