import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Black and white pixels become the median around them; then every pixel becomes a weighted mean of its neighbourhood. */
public class Solution {

    static final int SIDE = 32;
    static final double WIDTH = 0.9;

    public static void main(String[] args) throws IOException {
        List<String[]> train = readCsv("input/train.csv");
        double squares = 0;
        for (String[] row : train) {
            double[] guess = blurred(repaired(numbers(row[2])));
            double[] truth = numbers(row[3]);
            for (int p = 0; p < truth.length; p++) {
                squares += (guess[p] - truth[p]) * (guess[p] - truth[p]);
            }
        }
        System.out.println("Validation pixel-rmse: " + Math.sqrt(squares / train.size() / SIDE / SIDE));
        List<String> lines = new ArrayList<>();
        for (String[] row : readCsv("input/test.csv")) {
            StringBuilder line = new StringBuilder(row[0]).append(',');
            for (double v : blurred(repaired(numbers(row[2])))) {
                line.append(Math.round(v * 10) / 10.0).append(' ');
            }
            lines.add(line.toString().strip());
        }
        writeSubmission("id,clean", lines);
    }

    static double[] numbers(String cell) {
        return Arrays.stream(cell.split(" ")).mapToDouble(Double::parseDouble).toArray();
    }

    static double[] repaired(double[] picture) {
        double[] out = picture.clone();
        for (int p = 0; p < picture.length; p++) {
            if (picture[p] > 2 && picture[p] < 253) {
                continue;
            }
            double[] around = new double[9];
            for (int k = 0; k < 9; k++) {
                around[k] = at(picture, p / SIDE + k / 3 - 1, p % SIDE + k % 3 - 1);
            }
            Arrays.sort(around);
            out[p] = around[4];
        }
        return out;
    }

    static double[] blurred(double[] picture) {
        double[] out = new double[picture.length];
        for (int p = 0; p < picture.length; p++) {
            double weights = 0;
            for (int k = 0; k < 49; k++) {
                int down = k / 7 - 3;
                int right = k % 7 - 3;
                double weight = Math.exp(-(down * down + right * right) / (2 * WIDTH * WIDTH));
                out[p] += weight * at(picture, p / SIDE + down, p % SIDE + right);
                weights += weight;
            }
            out[p] /= weights;
        }
        return out;
    }

    /** The pixel of a line and a column; beyond the border the nearest. */
    static double at(double[] picture, int line, int column) {
        return picture[Math.max(0, Math.min(SIDE - 1, line)) * SIDE + Math.max(0, Math.min(SIDE - 1, column))];
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
