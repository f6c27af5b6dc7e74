import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Ridge regression of the log price on standardised numbers and one-hot categories. */
public class Solution {

    static final double PENALTY = 10;

    public static void main(String[] args) throws IOException {
        List<String[]> train = readCsv("input/train.csv");
        List<String[]> test = readCsv("input/test.csv");
        double[][] x = features(train, test);
        int n = train.size() - 1;
        double[] y = new double[n];
        for (int i = 0; i < n; i++) {
            String[] row = train.get(i + 1);
            y[i] = Math.log1p(Double.parseDouble(row[row.length - 1]));
        }
        List<Integer> order = shuffled(n);
        double[] weights = fit(x, y, order.subList(n / 5, n));
        double squares = 0;
        for (int i : order.subList(0, n / 5)) {
            squares += Math.pow(dot(weights, x[i]) - y[i], 2);
        }
        System.out.println("Validation rmsle: " + Math.sqrt(squares / (n / 5)));
        weights = fit(x, y, order);
        List<String> lines = new ArrayList<>();
        for (int i = 1; i < test.size(); i++) {
            lines.add(test.get(i)[0] + "," + Math.expm1(dot(weights, x[n + i - 1])));
        }
        writeSubmission("id,Sale_Price", lines);
    }

    /** A constant, each numeric column as standardised ln(1 + |x|), and a flag for each category value. */
    static double[][] features(List<String[]> train, List<String[]> test) {
        List<String[]> all = new ArrayList<>(train.subList(1, train.size()));
        all.addAll(test.subList(1, test.size()));
        int columns = test.get(0).length;
        List<double[]> features = new ArrayList<>();
        double[] constant = new double[all.size()];
        Arrays.fill(constant, 1);
        features.add(constant);
        for (int c = 1; c < columns; c++) {
            int column = c;
            if (all.stream().allMatch(row -> row[column].matches("-?[0-9.]+"))) {
                features.add(standardised(all.stream()
                    .mapToDouble(row -> Math.log1p(Math.abs(Double.parseDouble(row[column])))).toArray()));
            } else {
                Map<String, double[]> flags = new HashMap<>();
                for (int i = 0; i < all.size(); i++) {
                    flags.computeIfAbsent(all.get(i)[c], value -> new double[all.size()])[i] = 1;
                }
                features.addAll(flags.values());
            }
        }
        double[][] x = new double[all.size()][features.size()];
        for (int i = 0; i < x.length; i++) {
            for (int j = 0; j < x[i].length; j++) {
                x[i][j] = features.get(j)[i];
            }
        }
        return x;
    }

    /** Values less their mean, divided by their standard deviation. */
    static double[] standardised(double[] values) {
        double mean = Arrays.stream(values).average().orElse(0);
        double variance = Arrays.stream(values).map(v -> (v - mean) * (v - mean)).average().orElse(0);
        return Arrays.stream(values).map(v -> (v - mean) / Math.sqrt(variance + 1e-12)).toArray();
    }

    static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int j = 0; j < a.length; j++) {
            sum += a[j] * b[j];
        }
        return sum;
    }

    /** Solves the normal equations with an L2 penalty on all but the constant by Cholesky decomposition. */
    static double[] fit(double[][] x, double[] y, List<Integer> rows) {
        int m = x[0].length;
        double[][] a = new double[m][m];
        double[] w = new double[m];
        for (int i : rows) {
            for (int j = 0; j < m; j++) {
                w[j] += x[i][j] * y[i];
                for (int k = 0; k <= j; k++) {
                    a[j][k] += x[i][j] * x[i][k];
                }
            }
        }
        for (int j = 0; j < m; j++) {
            a[j][j] += j == 0 ? 0 : PENALTY;
            for (int k = 0; k <= j; k++) {
                double sum = a[j][k];
                for (int l = 0; l < k; l++) {
                    sum -= a[j][l] * a[k][l];
                }
                a[j][k] = j == k ? Math.sqrt(sum) : sum / a[k][k];
            }
        }
        for (int j = 0; j < m; j++) {
            for (int l = 0; l < j; l++) {
                w[j] -= a[j][l] * w[l];
            }
            w[j] /= a[j][j];
        }
        for (int j = m - 1; j >= 0; j--) {
            for (int l = j + 1; l < m; l++) {
                w[j] -= a[l][j] * w[l];
            }
            w[j] /= a[j][j];
        }
        return w;
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
