package dev.trimtab.benchmark.mlebench.special;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.trimtab.benchmark.competition.split.RandomState;
import dev.trimtab.benchmark.competition.split.TrainTestSplit;
import dev.trimtab.benchmark.mlebench.archive.WholeFiles;
import dev.trimtab.benchmark.mlebench.json.FramedRecords;
import dev.trimtab.benchmark.mlebench.json.JsonFiles;
import dev.trimtab.benchmark.mlebench.json.PythonJson;
import dev.trimtab.benchmark.mlebench.recipe.SpecialStep;
import dev.trimtab.benchmark.mlebench.table.PandasWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** iwildcam-2020-fgvc7: whole camera locations are held out, moved one by one until the share of pictures fits. */
final class CameraLocations implements SpecialStep {
    private static final String TRAIN = "iwildcam2020_train_annotations.json";
    private static final String TEST = "iwildcam2020_test_information.json";
    private static final int CATEGORIES = 676;

    @Override
    public void run(Work work) throws IOException {
        JsonNode train = read(work.raw(TRAIN));
        JsonNode test = read(work.raw(TEST));
        List<ObjectNode> images = FramedRecords.of(train.get("images"));
        List<ObjectNode> annotations = FramedRecords.of(train.get("annotations"));
        Set<String> held = heldLocations(work, images);
        Set<String> heldIds = new HashSet<>();
        Set<String> keptIds = new LinkedHashSet<>();
        ArrayNode keptImages = JsonFiles.MAPPER.createArrayNode();
        ArrayNode heldImages = JsonFiles.MAPPER.createArrayNode();
        for (ObjectNode image : images) {
            boolean out = held.contains(image.get("location").asText());
            (out ? heldImages : keptImages).add(image);
            (out ? heldIds : keptIds).add(image.get("id").asText());
        }
        ArrayNode keptAnnotations = JsonFiles.MAPPER.createArrayNode();
        List<String[]> answers = new ArrayList<>();
        List<String[]> sample = new ArrayList<>();
        RandomState random = new RandomState(0);
        for (ObjectNode annotation : annotations) {
            String id = annotation.get("image_id").asText();
            if (heldIds.contains(id)) {
                answers.add(new String[] {id, annotation.get("category_id").asText()});
                sample.add(new String[] {id, Integer.toString(random.integer(0, CATEGORIES))});
            } else if (keptIds.contains(id)) {
                keptAnnotations.add(annotation);
            }
        }
        PandasWriter.write(work.out("private/answers.csv"), List.of("Id", "Category"), answers);
        PandasWriter.write(work.out("public/sample_submission.csv"), List.of("Id", "Category"), sample);
        ObjectNode newTrain = JsonFiles.MAPPER.createObjectNode();
        newTrain.set("annotations", keptAnnotations);
        newTrain.set("images", keptImages);
        newTrain.set(
                "categories", JsonFiles.MAPPER.createArrayNode().addAll(FramedRecords.of(train.get("categories"))));
        newTrain.set("info", train.get("info"));
        write(work.out("public/" + TRAIN), newTrain);
        ObjectNode newTest = JsonFiles.MAPPER.createObjectNode();
        newTest.set("images", heldImages);
        newTest.set("categories", JsonFiles.MAPPER.createArrayNode().addAll(FramedRecords.of(test.get("categories"))));
        newTest.set("info", test.get("info"));
        write(work.out("public/" + TEST), newTest);
        copy(work, keptIds, "train");
        copy(work, heldIds, "test");
    }

    private static void copy(Work work, Set<String> ids, String part) throws IOException {
        for (String id : ids) {
            work.put(work.raw("train/" + id + ".jpg"), work.out("public/" + part + "/" + id + ".jpg"));
        }
    }

    private static JsonNode read(Path file) throws IOException {
        return JsonFiles.MAPPER.readTree(file.toFile());
    }

    private static void write(Path file, JsonNode value) throws IOException {
        WholeFiles.write(file, out -> out.write(PythonJson.plain().text(value).getBytes(StandardCharsets.US_ASCII)));
    }

    private static Set<String> heldLocations(Work work, List<ObjectNode> images) {
        Map<String, Integer> counts = new LinkedHashMap<>();
        images.forEach(image -> counts.merge(image.get("location").asText(), 1, Integer::sum));
        List<String> locations = List.copyOf(counts.keySet());
        TrainTestSplit split = work.split(locations.size());
        List<String> kept = new ArrayList<>();
        List<String> held = new ArrayList<>();
        for (int i : split.train()) {
            kept.add(locations.get(i));
        }
        for (int i : split.test()) {
            held.add(locations.get(i));
        }
        if (work.fold().isPresent()) {
            return new HashSet<>(held);
        }
        double share = Objects.requireNonNull(work.rule().test());
        int out = held.stream().mapToInt(counts::get).sum();
        while ((double) out / (images.size() + out) < share) {
            String moved = kept.remove(kept.size() - 1);
            held.add(moved);
            out += counts.getOrDefault(moved, 0);
        }
        while ((double) out / (images.size() + out) > share) {
            String moved = held.remove(held.size() - 1);
            kept.add(moved);
            out -= counts.getOrDefault(moved, 0);
        }
        return new HashSet<>(held);
    }
}
