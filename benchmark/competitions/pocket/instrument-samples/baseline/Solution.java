import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;

/** Naive Bayes with normal distributions of the energy in bands and of the loudness over time, its log odds tempered. */
public class Solution {

    static final int SIZE = 2048;
    static final int BANDS = 20;
    static final int PARTS = 8;
    static final double TEMPER = 0.08;

    public static void main(String[] args) throws IOException {
        List<String[]> train = readCsv("input/train.csv");
        List<String[]> test = readCsv("input/test.csv");
        TreeSet<String> names = new TreeSet<>();
        train.forEach(row -> names.add(row[2]));
        List<String> families = new ArrayList<>(names);
        int n = train.size();
        double[][] x = new double[n][];
        int[] y = new int[n];
        for (int i = 0; i < n; i++) {
            x[i] = features(train.get(i)[1]);
            y[i] = families.indexOf(train.get(i)[2]);
        }
        List<Integer> order = shuffled(n);
        Solution model = new Solution(x, y, order.subList(n / 5, n), families.size());
        double loss = 0;
        for (int i : order.subList(0, n / 5)) {
            loss -= Math.log(model.predict(x[i])[y[i]]);
        }
        System.out.println("Validation log-loss: " + loss / (n / 5));
        model = new Solution(x, y, order, families.size());
        List<String> lines = new ArrayList<>();
        for (String[] row : test) {
            StringBuilder line = new StringBuilder(row[0]);
            for (double p : model.predict(features(row[1]))) {
                line.append(',').append(p);
            }
            lines.add(line.toString());
        }
        writeSubmission("id," + String.join(",", families), lines);
    }

    /** Logarithms of the energy in bands that widen with the pitch, and of the loudness of successive parts. */
    static double[] features(String cell) {
        double[] sound = Arrays.stream(cell.split(" ")).mapToDouble(v -> Double.parseDouble(v) / 128 - 1).toArray();
        double[] re = Arrays.copyOf(sound, SIZE);
        double[] im = new double[SIZE];
        transform(re, im);
        double[] x = new double[BANDS + PARTS];
        for (int k = 8; k < SIZE / 2; k++) {
            int band = (int) (BANDS * Math.log(k / 8.0) / Math.log(SIZE / 16.0));
            x[band] += re[k] * re[k] + im[k] * im[k];
        }
        for (int i = 0; i < sound.length; i++) {
            x[BANDS + i * PARTS / sound.length] += sound[i] * sound[i];
        }
        return Arrays.stream(x).map(v -> Math.log(v + 1e-3)).toArray();
    }

    /** The discrete Fourier transform in place, by halving; the length is a power of two. */
    static void transform(double[] re, double[] im) {
        int n = re.length;
        if (n == 1) {
            return;
        }
        double[][] half = new double[4][n / 2];
        for (int i = 0; i < n; i++) {
            half[i % 2][i / 2] = re[i];
            half[2 + i % 2][i / 2] = im[i];
        }
        transform(half[0], half[2]);
        transform(half[1], half[3]);
        for (int k = 0; k < n / 2; k++) {
            double cos = Math.cos(-2 * Math.PI * k / n);
            double sin = Math.sin(-2 * Math.PI * k / n);
            double a = cos * half[1][k] - sin * half[3][k];
            double b = sin * half[1][k] + cos * half[3][k];
            re[k] = half[0][k] + a;
            im[k] = half[2][k] + b;
            re[k + n / 2] = half[0][k] - a;
            im[k + n / 2] = half[2][k] - b;
        }
    }

    /** Mean and variance of each feature by family, and the families' counts. */
    final double[][] mean;
    final double[][] variance;
    final double[] count;

    Solution(double[][] x, int[] y, List<Integer> rows, int families) {
        int width = x[0].length;
        mean = new double[families][width];
        variance = new double[families][width];
        count = new double[families];
        for (int i : rows) {
            count[y[i]]++;
            for (int j = 0; j < width; j++) {
                mean[y[i]][j] += x[i][j];
                variance[y[i]][j] += x[i][j] * x[i][j];
            }
        }
        for (int k = 0; k < families; k++) {
            for (int j = 0; j < width; j++) {
                mean[k][j] /= count[k];
                variance[k][j] = variance[k][j] / count[k] - mean[k][j] * mean[k][j] + 0.3;
            }
        }
    }

    double[] predict(double[] x) {
        double[] p = new double[count.length];
        for (int k = 0; k < p.length; k++) {
            for (int j = 0; j < x.length; j++) {
                double off = x[j] - mean[k][j];
                p[k] -= TEMPER * (off * off / variance[k][j] + Math.log(variance[k][j])) / 2;
            }
            p[k] += Math.log(count[k]);
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
