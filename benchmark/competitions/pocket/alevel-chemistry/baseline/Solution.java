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

/** Least squares on the GCSE mean, its square, the school's mean, age and gender; cuts give each grade its share. */
public class Solution {

    static final int[] GRADES = {0, 2, 4, 6, 8, 10};
    static final int WIDTH = 6;

    public static void main(String[] args) throws IOException {
        List<String[]> train = readCsv("input/train.csv");
        List<String[]> test = readCsv("input/test.csv");
        Map<String, double[]> schools = new HashMap<>();
        for (List<String[]> part : List.of(train, test)) {
            for (String[] row : part) {
                double[] sum = schools.computeIfAbsent(row[2], s -> new double[2]);
                sum[0] += Double.parseDouble(row[5]);
                sum[1]++;
            }
        }
        int n = train.size();
        List<Integer> order = shuffled(n);
        List<String[]> fit = new ArrayList<>();
        List<String[]> held = new ArrayList<>();
        for (int i = 0; i < n; i++) {
            (i < n / 5 ? held : fit).add(train.get(order.get(i)));
        }
        System.out.println("Validation qwk: " + kappa(held, predict(fit, held, schools)));
        int[] answers = predict(train, test, schools);
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < answers.length; i++) {
            lines.add(test.get(i)[0] + "," + answers[i]);
        }
        writeSubmission("id,score", lines);
    }

    /** GCSE mean, its square, the school's mean, age, gender, and a constant. */
    static double[] features(String[] row, Map<String, double[]> schools) {
        double score = Double.parseDouble(row[5]) - 6;
        double[] school = schools.get(row[2]);
        return new double[] {
            score, score * score, school[0] / school[1] - 6, Double.parseDouble(row[4]) / 6, row[3].equals("F") ? 1 : 0, 1
        };
    }

    /** Grades of rows: sums of weighted features, cut so that each grade has the share it has among the fitted rows. */
    static int[] predict(List<String[]> fit, List<String[]> ask, Map<String, double[]> schools) {
        double[][] system = new double[WIDTH][WIDTH + 1];
        int[] counts = new int[GRADES.length];
        for (String[] row : fit) {
            double[] x = features(row, schools);
            int grade = Integer.parseInt(row[6]);
            counts[grade / 2]++;
            for (int i = 0; i < WIDTH; i++) {
                for (int j = 0; j < WIDTH; j++) {
                    system[i][j] += x[i] * x[j];
                }
                system[i][WIDTH] += x[i] * grade;
            }
        }
        double[] weights = solve(system);
        double[] values = new double[ask.size()];
        for (int i = 0; i < values.length; i++) {
            double[] x = features(ask.get(i), schools);
            for (int j = 0; j < WIDTH; j++) {
                values[i] += weights[j] * x[j];
            }
        }
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        int[] answers = new int[values.length];
        double share = 0;
        for (int k = 0; k + 1 < GRADES.length; k++) {
            share += (double) counts[k] / fit.size();
            double cut = sorted[(int) Math.min(sorted.length - 1, share * sorted.length)];
            for (int i = 0; i < values.length; i++) {
                answers[i] += values[i] >= cut ? 2 : 0;
            }
        }
        return answers;
    }

    /** Solves linear equations, right-hand side last, by elimination; the system is symmetric and positive. */
    static double[] solve(double[][] a) {
        int n = a.length;
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                double factor = a[j][i] / a[i][i];
                for (int k = i; k <= n && j != i; k++) {
                    a[j][k] -= factor * a[i][k];
                }
            }
        }
        double[] x = new double[n];
        for (int i = 0; i < n; i++) {
            x[i] = a[i][n] / a[i][i];
        }
        return x;
    }

    static double kappa(List<String[]> rows, int[] answers) {
        int size = GRADES.length;
        double[][] table = new double[size][size];
        for (int i = 0; i < answers.length; i++) {
            table[Integer.parseInt(rows.get(i)[6]) / 2][answers[i] / 2]++;
        }
        double observed = 0;
        double chance = 0;
        for (int i = 0; i < size; i++) {
            for (int j = 0; j < size; j++) {
                double rowSum = Arrays.stream(table[i]).sum();
                double columnSum = 0;
                for (double[] row : table) {
                    columnSum += row[j];
                }
                observed += (i - j) * (i - j) * table[i][j];
                chance += (i - j) * (i - j) * rowSum * columnSum / answers.length;
            }
        }
        return 1 - observed / chance;
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
