import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Marks the pixels whose brightness is far from that of the border, more readily near the middle. */
public class Solution {

    static final int SIDE = 40;

    public static void main(String[] args) throws IOException {
        List<String[]> train = readCsv("input/train.csv");
        double[] share = new double[SIDE * SIDE];
        for (String[] row : train) {
            boolean[] mask = mask(row[3]);
            for (int p = 0; p < share.length; p++) {
                share[p] += mask[p] ? 1.0 / train.size() : 0;
            }
        }
        double best = 0;
        double cut = 0;
        for (double tried = 0.1; tried < 1; tried += 0.1) {
            double dice = 0;
            for (String[] row : train) {
                dice += dice(mask(row[3]), marked(row[2], share, tried)) / train.size();
            }
            if (dice > best) {
                best = dice;
                cut = tried;
            }
        }
        System.out.println("Validation dice: " + best);
        List<String> lines = new ArrayList<>();
        for (String[] row : readCsv("input/test.csv")) {
            lines.add(row[0] + "," + runs(marked(row[2], share, cut)));
        }
        writeSubmission("id,mask", lines);
    }

    static boolean[] marked(String cell, double[] share, double cut) {
        double[] pixels = Arrays.stream(cell.split(" ")).mapToDouble(Double::parseDouble).toArray();
        double[] border = new double[4 * SIDE];
        for (int i = 0; i < SIDE; i++) {
            border[4 * i] = pixels[i];
            border[4 * i + 1] = pixels[pixels.length - 1 - i];
            border[4 * i + 2] = pixels[i * SIDE];
            border[4 * i + 3] = pixels[i * SIDE + SIDE - 1];
        }
        Arrays.sort(border);
        double mean = Arrays.stream(pixels).average().getAsDouble();
        double spread = 1 + Math.sqrt(Arrays.stream(pixels).map(v -> (v - mean) * (v - mean)).average().getAsDouble());
        double most = Arrays.stream(share).max().getAsDouble();
        boolean[] mask = new boolean[pixels.length];
        for (int p = 0; p < pixels.length; p++) {
            mask[p] = Math.abs(pixels[p] - border[border.length / 2]) / spread * share[p] / most > cut;
        }
        return mask;
    }

    static double dice(boolean[] a, boolean[] b) {
        double both = 0;
        double all = 0;
        for (int p = 0; p < a.length; p++) {
            both += a[p] && b[p] ? 2 : 0;
            all += (a[p] ? 1 : 0) + (b[p] ? 1 : 0);
        }
        return all == 0 ? 1 : both / all;
    }

    static boolean[] mask(String cell) {
        boolean[] mask = new boolean[SIDE * SIDE];
        String[] numbers = cell.split(" ");
        for (int i = 0; i + 1 < numbers.length; i += 2) {
            int start = Integer.parseInt(numbers[i]) - 1;
            Arrays.fill(mask, start, start + Integer.parseInt(numbers[i + 1]), true);
        }
        return mask;
    }

    /** Starts, counted from 1, and lengths of the runs of marked pixels. */
    static String runs(boolean[] mask) {
        StringBuilder runs = new StringBuilder();
        for (int p = 0; p < mask.length; p++) {
            int start = p;
            while (p < mask.length && mask[p]) {
                p++;
            }
            if (p > start) {
                runs.append(start + 1).append(' ').append(p - start).append(' ');
            }
        }
        return runs.toString().strip();
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
