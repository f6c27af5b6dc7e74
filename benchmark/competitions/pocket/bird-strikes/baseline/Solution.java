import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Logistic regression on one-hot categories and speed. */
public class Solution {

    static final int EPOCHS = 15;
    static final double RATE = 0.05;
    static final double PENALTY = 0.0005;
    static final String[] CATEGORIES = {"airport", "aircraft", "operator", "flight_phase", "wildlife_size",
        "wildlife_species", "time_of_day"};

    /** Rows as lists of feature numbers and values; label is the class number, -1 for test rows. */
    static final class Rows {
        int[][] at;
        double[][] value;
        int[] label;
        int width;
    }

    public static void main(String[] args) throws IOException {
        List<String[]> train = readCsv("input/train.csv");
        List<String[]> test = readCsv("input/test.csv");
        Rows data = features(train, test);
        int n = train.size() - 1;
        List<Integer> order = shuffled(n);
        List<Integer> heldOut = order.subList(0, n / 5);
        double[][] weights = fit(data, order.subList(n / 5, n), 2);
        System.out.println("Validation auc: " + auc(data, heldOut, weights));
        weights = fit(data, order, 2);
        List<String> lines = new ArrayList<>();
        for (int i = 1; i < test.size(); i++) {
            int row = n + i - 1;
            lines.add(test.get(i)[0] + "," + predict(weights, data.at[row], data.value[row])[1]);
        }
        writeSubmission("id,damaged", lines);
    }

    /** One feature for each value of each category, the scaled speed (or a flag when missing) and a constant. */
    static Rows features(List<String[]> train, List<String[]> test) {
        List<String> header = List.of(train.get(0));
        List<String[]> all = new ArrayList<>(train.subList(1, train.size()));
        all.addAll(test.subList(1, test.size()));
        Map<String, Integer> numbers = new HashMap<>();
        Rows data = new Rows();
        data.at = new int[all.size()][CATEGORIES.length + 2];
        data.value = new double[all.size()][CATEGORIES.length + 2];
        data.label = new int[all.size()];
        for (int i = 0; i < all.size(); i++) {
            String[] row = all.get(i);
            String speed = row[header.indexOf("speed_knots")];
            for (int j = 0; j < CATEGORIES.length; j++) {
                put(data, i, j, numbers, CATEGORIES[j] + "=" + row[header.indexOf(CATEGORIES[j])], 1);
            }
            put(data, i, CATEGORIES.length, numbers, speed.isEmpty() ? "no speed" : "speed",
                speed.isEmpty() ? 1 : (Double.parseDouble(speed) - 140) / 50);
            put(data, i, CATEGORIES.length + 1, numbers, "constant", 1);
            data.label[i] = row.length == header.size() ? Integer.parseInt(row[row.length - 1]) : -1;
        }
        data.width = numbers.size();
        return data;
    }

    /** Sets slot j of row i to a named feature, numbering the names as they come. */
    static void put(Rows data, int i, int j, Map<String, Integer> numbers, String name, double value) {
        Integer number = numbers.putIfAbsent(name, numbers.size());
        data.at[i][j] = number == null ? numbers.size() - 1 : number;
        data.value[i][j] = value;
    }

    /** Share of (damaged, undamaged) pairs in the right order, ties counting one half. */
    static double auc(Rows data, List<Integer> rows, double[][] weights) {
        Map<Integer, Double> score = new HashMap<>();
        rows.forEach(i -> score.put(i, predict(weights, data.at[i], data.value[i])[1]));
        double right = 0;
        long pairs = 0;
        for (int a : rows) {
            for (int b : rows) {
                if (data.label[a] == 1 && data.label[b] == 0) {
                    int order = score.get(a).compareTo(score.get(b));
                    right += order > 0 ? 1 : order == 0 ? 0.5 : 0;
                    pairs++;
                }
            }
        }
        return right / pairs;
    }

    /** Class probabilities of one row: softmax of its weight sums; the row lists feature numbers and their values. */
    static double[] predict(double[][] weights, int[] at, double[] value) {
        double[] p = new double[weights.length];
        double total = 0;
        for (int k = 0; k < p.length; k++) {
            for (int j = 0; j < at.length; j++) {
                p[k] += weights[k][at[j]] * value[j];
            }
            total += p[k] = Math.exp(p[k]);
        }
        for (int k = 0; k < p.length; k++) {
            p[k] /= total;
        }
        return p;
    }

    /** Weights by class and feature from stochastic gradient descent on the log loss with a small L2 penalty. */
    static double[][] fit(Rows data, List<Integer> rows, int classes) {
        double[][] weights = new double[classes][data.width];
        List<Integer> order = new ArrayList<>(rows);
        Random random = new Random(2);
        for (int epoch = 0; epoch < EPOCHS; epoch++) {
            Collections.shuffle(order, random);
            double rate = RATE / (1 + 0.2 * epoch);
            for (int i : order) {
                double[] p = predict(weights, data.at[i], data.value[i]);
                for (int k = 0; k < classes; k++) {
                    double error = p[k] - (data.label[i] == k ? 1 : 0);
                    for (int j = 0; j < data.at[i].length; j++) {
                        int f = data.at[i][j];
                        weights[k][f] -= rate * (error * data.value[i][j] + PENALTY * weights[k][f]);
                    }
                }
            }
        }
        return weights;
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
