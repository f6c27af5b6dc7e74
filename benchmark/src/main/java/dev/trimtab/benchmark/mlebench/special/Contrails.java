package dev.trimtab.benchmark.mlebench.special;

import com.fasterxml.jackson.databind.JsonNode;
import dev.trimtab.benchmark.competition.split.PythonRandom;
import dev.trimtab.benchmark.competition.split.TrainTestSplit;
import dev.trimtab.benchmark.mlebench.json.JsonFiles;
import dev.trimtab.benchmark.mlebench.json.JsonList;
import dev.trimtab.benchmark.mlebench.json.PythonJson;
import dev.trimtab.benchmark.mlebench.recipe.SpecialStep;
import dev.trimtab.benchmark.mlebench.table.PandasWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** google-research-identify-contrails-reduce-global-warming: as many records held out as are for validation. */
final class Contrails implements SpecialStep {
    private static final int FIRST_BAND = 8;
    private static final int LAST_BAND = 16;
    private static final List<String> HEADER = List.of("record_id", "encoded_pixels", "height", "width");

    @Override
    public void run(Work work) throws IOException {
        List<JsonNode> records = JsonFiles.all(work.raw("train_metadata.json"));
        int held = JsonFiles.all(work.raw("validation_metadata.json")).size();
        TrainTestSplit split = work.fold().isPresent()
                ? work.split(records.size())
                : TrainTestSplit.ofSizes(records.size(), records.size() - held, held, 0);
        JsonList.write(
                work.out("public/train_metadata.json"),
                PythonJson.plain(),
                Arrays.stream(split.train()).mapToObj(records::get).toList());
        for (int i : split.train()) {
            String id = records.get(i).get("record_id").asText();
            copyBands(work, id, "train");
            copy(work, id, "train", "human_individual_masks.npy");
            copy(work, id, "train", "human_pixel_masks.npy");
        }
        PythonRandom random = new PythonRandom(0);
        List<String[]> answers = new ArrayList<>();
        List<String[]> sample = new ArrayList<>();
        for (int i : split.test()) {
            String id = records.get(i).get("record_id").asText();
            copyBands(work, id, "test");
            String[] answer = answer(work, id);
            answers.add(answer);
            sample.add(new String[] {id, random.choice(List.of("1 3 10 5", "-")), answer[2], answer[3]});
        }
        PandasWriter.write(work.out("private/answers.csv"), HEADER, answers);
        PandasWriter.write(work.out("public/sample_submission.csv"), HEADER, sample);
        if (Files.exists(work.raw("validation"))) {
            work.put(work.raw("validation"), work.out("public/validation"));
        }
        work.put(work.raw("validation_metadata.json"), work.out("public/validation_metadata.json"));
    }

    private static void copyBands(Work work, String id, String part) throws IOException {
        for (int band = FIRST_BAND; band <= LAST_BAND; band++) {
            copy(work, id, part, String.format("band_%02d.npy", band));
        }
    }

    private static void copy(Work work, String id, String part, String name) throws IOException {
        work.put(work.raw("train/" + id + "/" + name), work.out("public/" + part + "/" + id + "/" + name));
    }

    private static String[] answer(Work work, String id) throws IOException {
        try (NpyFile mask = NpyFile.open(work.raw("train/" + id + "/human_pixel_masks.npy"));
                NpyFile band = NpyFile.open(work.raw("train/" + id + "/band_08.npy"))) {
            List<Integer> runs = runs(mask);
            String encoded =
                    runs.isEmpty() ? "-" : runs.stream().map(String::valueOf).collect(Collectors.joining(" "));
            return new String[] {id, encoded, Integer.toString(band.length(0)), Integer.toString(band.length(1))};
        }
    }

    /** Returns start, from 1, and length of the runs of ones, column by column. */
    private static List<Integer> runs(NpyFile mask) throws IOException {
        int rows = mask.length(0);
        double[][] pixels = new double[rows][];
        for (int row = 0; row < rows; row++) {
            pixels[row] = mask.numbers(row);
        }
        List<Integer> runs = new ArrayList<>();
        int length = 0;
        int size = rows * pixels[0].length;
        for (int i = 0; i <= size; i++) {
            boolean set = i < size && pixels[i % rows][i / rows] == 1;
            if (set) {
                length++;
            } else if (length > 0) {
                runs.add(i - length + 1);
                runs.add(length);
                length = 0;
            }
        }
        return runs;
    }
}
