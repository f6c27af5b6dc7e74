package dev.trimtab.benchmark.mlebench.special;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.trimtab.benchmark.competition.split.TrainTestSplit;
import dev.trimtab.benchmark.mlebench.json.JsonFiles;
import dev.trimtab.benchmark.mlebench.json.JsonList;
import dev.trimtab.benchmark.mlebench.json.PythonJson;
import dev.trimtab.benchmark.mlebench.recipe.SpecialStep;
import dev.trimtab.benchmark.mlebench.table.PandasTable;
import dev.trimtab.benchmark.mlebench.table.PandasWriter;
import dev.trimtab.benchmark.mlebench.table.Reading;
import dev.trimtab.runtime.UserError;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * 3d-object-detection-for-autonomous-vehicles: linked JSON tables of drives, split by log. Sample data, annotations and
 * poses are streamed.
 */
final class DrivingLogs implements SpecialStep {
    private static final int BOX = 8;

    @Override
    public void run(Work work) throws IOException {
        List<JsonNode> logs = JsonFiles.all(work.raw("train_data/log.json"));
        List<String> tokens =
                logs.stream().map(log -> log.get("token").asText()).toList();
        TrainTestSplit split = work.split(tokens.size());
        List<String> trainLogs =
                Arrays.stream(split.train()).mapToObj(tokens::get).toList();
        List<String> testLogs =
                Arrays.stream(split.test()).mapToObj(tokens::get).toList();
        Sides byLog = new Sides(new HashSet<>(trainLogs), new HashSet<>(testLogs));
        filter(work, "log.json", "token", byLog, /* strict= */ false);
        filter(work, "scene.json", "log_token", byLog, /* strict= */ true);
        Sides samples = filter(work, "sample.json", "scene_token", byLog, /* strict= */ false);
        Sides tabled = writeTables(work, samples);
        filter(work, "sample_data.json", "sample_token", tabled, /* strict= */ true);
        writeSensors(work, tabled);
        writeMaps(work, testLogs);
        writeAnnotations(work, tabled);
        for (String name : List.of("attribute.json", "category.json", "sensor.json", "visibility.json")) {
            work.put(work.raw("train_data/" + name), work.out("public/train_data/" + name));
            work.put(work.raw("train_data/" + name), work.out("public/test_data/" + name));
        }
        copyRecordings(work, tabled);
    }

    /** What belongs to the training and to the test set. */
    private record Sides(Set<String> train, Set<String> test) {}

    /**
     * Writes the records of both sides to their files.
     *
     * @param strict whether a record of neither side is an error
     * @return the tokens of the records on both sides
     */
    private static Sides filter(Work work, String name, String key, Sides sides, boolean strict) throws IOException {
        Sides found = new Sides(new LinkedHashSet<>(), new LinkedHashSet<>());
        try (JsonList train = new JsonList(work.out("public/train_data/" + name), PythonJson.plain());
                JsonList test = new JsonList(work.out("public/test_data/" + name), PythonJson.plain())) {
            JsonFiles.elements(work.raw("train_data/" + name), record -> {
                String of = record.get(key).asText();
                if (sides.train().contains(of)) {
                    train.add(record);
                    found.train().add(record.get("token").asText());
                }
                if (sides.test().contains(of)) {
                    test.add(record);
                    found.test().add(record.get("token").asText());
                }
                if (strict && !sides.train().contains(of) && !sides.test().contains(of)) {
                    throw new UserError(name + " has a record of " + of + ", which belongs to no log");
                }
                return true;
            });
        }
        return found;
    }

    private static Sides writeTables(Work work, Sides samples) throws IOException {
        PandasTable table = PandasTable.scan(Reading.fast(work.raw("train.csv")));
        int id = table.at("Id");
        int boxes = table.at("PredictionString");
        Sides tabled = new Sides(new HashSet<>(), new HashSet<>());
        List<String[]> train = new ArrayList<>();
        List<String[]> answers = new ArrayList<>();
        List<String[]> sample = new ArrayList<>();
        table.forEach((number, row) -> {
            if (samples.train().contains(row[id])) {
                train.add(row);
                tabled.train().add(row[id]);
            }
            if (samples.test().contains(row[id])) {
                String[] answer = row.clone();
                answer[boxes] = withConfidence(row[boxes]);
                answers.add(answer);
                sample.add(new String[] {row[id], ""});
                tabled.test().add(row[id]);
            }
        });
        PandasWriter.write(work.out("public/train.csv"), table.header(), train);
        PandasWriter.write(work.out("private/test.csv"), table.header(), answers);
        PandasWriter.write(work.out("public/sample_submission.csv"), List.of("Id", "PredictionString"), sample);
        return tabled;
    }

    private static String withConfidence(String boxes) {
        List<String> words = List.of(boxes.split(" ", -1));
        List<String> confident = new ArrayList<>();
        for (int i = 0; i < words.size(); i += BOX) {
            confident.add("1.0");
            confident.addAll(words.subList(i, Math.min(i + BOX, words.size())));
        }
        return String.join(" ", confident);
    }

    /** Sensors appear once, poses once for each record that names them, both in the order of the records. */
    private static void writeSensors(Work work, Sides samples) throws IOException {
        Map<String, JsonNode> calibrations = byToken(work, "calibrated_sensor.json");
        Map<String, JsonNode> poses = byToken(work, "ego_pose.json");
        for (String part : List.of("train", "test")) {
            Set<String> seen = new HashSet<>();
            try (JsonList sensors = new JsonList(
                            work.out("public/" + part + "_data/calibrated_sensor.json"), PythonJson.plain());
                    JsonList egos =
                            new JsonList(work.out("public/" + part + "_data/ego_pose.json"), PythonJson.plain())) {
                Set<String> side = part.equals("train") ? samples.train() : samples.test();
                JsonFiles.elements(work.raw("train_data/sample_data.json"), record -> {
                    if (side.contains(record.get("sample_token").asText())) {
                        String sensor = record.get("calibrated_sensor_token").asText();
                        if (seen.add(sensor)) {
                            sensors.add(found(calibrations, sensor));
                        }
                        egos.add(found(poses, record.get("ego_pose_token").asText()));
                    }
                    return true;
                });
            }
        }
    }

    private static Map<String, JsonNode> byToken(Work work, String name) throws IOException {
        Map<String, JsonNode> records = new HashMap<>();
        JsonFiles.elements(work.raw("train_data/" + name), record -> {
            records.put(record.get("token").asText(), record);
            return true;
        });
        return records;
    }

    private static JsonNode found(Map<String, JsonNode> records, String token) {
        if (!records.containsKey(token)) {
            throw new UserError("sample_data.json names " + token + ", which no other file has");
        }
        return records.get(token);
    }

    /** Both files name the test logs, as MLE-bench's do, which changes one list that both share. */
    private static void writeMaps(Work work, List<String> testLogs) throws IOException {
        List<JsonNode> maps = JsonFiles.all(work.raw("train_data/map.json"));
        ArrayNode names = JsonFiles.MAPPER.createArrayNode();
        testLogs.forEach(names::add);
        ((ObjectNode) maps.get(0)).set("log_tokens", names);
        JsonList.write(work.out("public/train_data/map.json"), PythonJson.plain(), maps);
        JsonList.write(work.out("public/test_data/map.json"), PythonJson.plain(), maps);
        for (String part : List.of("train", "test")) {
            work.put(
                    work.raw("train_maps/map_raster_palo_alto.png"),
                    work.out("public/" + part + "_maps/map_raster_palo_alto.png"));
        }
    }

    private static void writeAnnotations(Work work, Sides samples) throws IOException {
        Set<String> instances = new HashSet<>();
        try (JsonList train = new JsonList(work.out("public/train_data/sample_annotation.json"), PythonJson.plain())) {
            JsonFiles.elements(work.raw("train_data/sample_annotation.json"), record -> {
                if (samples.train().contains(record.get("sample_token").asText())) {
                    train.add(record);
                    instances.add(record.get("instance_token").asText());
                }
                return true;
            });
        }
        try (JsonList train = new JsonList(work.out("public/train_data/instance.json"), PythonJson.plain())) {
            JsonFiles.elements(work.raw("train_data/instance.json"), record -> {
                if (instances.contains(record.get("token").asText())) {
                    train.add(record);
                }
                return true;
            });
        }
    }

    private static void copyRecordings(Work work, Sides samples) throws IOException {
        JsonFiles.elements(work.raw("train_data/sample_data.json"), record -> {
            String part = samples.test().contains(record.get("sample_token").asText()) ? "test" : "train";
            String path = record.get("filename").asText();
            String name = path.substring(path.lastIndexOf('/') + 1);
            String kind = record.get("fileformat").asText().equals("jpeg") ? "_images/" : "_lidar/";
            work.put(work.raw("train" + kind + name), work.out("public/" + part + kind + name));
            return true;
        });
    }
}
