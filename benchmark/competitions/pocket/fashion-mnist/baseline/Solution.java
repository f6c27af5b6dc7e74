import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/** The most frequent label among the five nearest training pictures. */
public class Solution {

    static final int NEIGHBOURS = 5;
    static final int KINDS = 10;

    public static void main(String[] args) throws IOException {
        List<String[]> train = readCsv("input/train.csv");
        List<String[]> test = readCsv("input/test.csv");
        int[][] known = pixels(train);
        int[] labels = train.stream().skip(1).mapToInt(row -> Integer.parseInt(row[row.length - 1])).toArray();
        int n = labels.length;
        List<Integer> order = shuffled(n);
        int right = 0;
        for (int i : order.subList(0, n / 5)) {
            right += predict(known, labels, order.subList(n / 5, n), known[i]) == labels[i] ? 1 : 0;
        }
        System.out.println("Validation accuracy: " + (double) right / (n / 5));
        int[][] asked = pixels(test);
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < asked.length; i++) {
            lines.add(test.get(i + 1)[0] + "," + predict(known, labels, order, asked[i]));
        }
        writeSubmission("id,label", lines);
    }

    /** The 196 pixels of every picture. */
    static int[][] pixels(List<String[]> rows) {
        int[][] pixels = new int[rows.size() - 1][196];
        for (int i = 0; i < pixels.length; i++) {
            for (int j = 0; j < 196; j++) {
                pixels[i][j] = Integer.parseInt(rows.get(i + 1)[j + 1]);
            }
        }
        return pixels;
    }

    /** The label most frequent among the nearest of the given rows by squared distance. */
    static int predict(int[][] known, int[] labels, List<Integer> rows, int[] picture) {
        long[] nearest = new long[NEIGHBOURS];
        int[] label = new int[NEIGHBOURS];
        Arrays.fill(nearest, Long.MAX_VALUE);
        for (int i : rows) {
            long distance = 0;
            for (int j = 0; j < picture.length; j++) {
                int d = known[i][j] - picture[j];
                distance += d * d;
            }
            int at = NEIGHBOURS;
            while (at > 0 && distance < nearest[at - 1]) {
                at--;
                if (at + 1 < NEIGHBOURS) {
                    nearest[at + 1] = nearest[at];
                    label[at + 1] = label[at];
                }
                nearest[at] = distance;
                label[at] = labels[i];
            }
        }
        int[] votes = new int[KINDS];
        int best = label[0];
        for (int k : label) {
            votes[k]++;
            best = votes[k] > votes[best] ? k : best;
        }
        return best;
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
