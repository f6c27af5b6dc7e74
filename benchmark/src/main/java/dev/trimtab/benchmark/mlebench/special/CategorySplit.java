package dev.trimtab.benchmark.mlebench.special;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.trimtab.benchmark.competition.split.PythonRandom;
import dev.trimtab.benchmark.competition.split.TrainTestSplit;
import dev.trimtab.benchmark.mlebench.json.JsonFiles;
import dev.trimtab.benchmark.mlebench.recipe.Preparation.Split;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Annotated pictures of a COCO-like file, split category by category: of a single one none is held out, of few the last
 * ones, of five and more a shuffled share. Test pictures of all categories are then shuffled together.
 *
 * <p>Elements are held as bytes; there are millions.
 */
final class CategorySplit {
    private static final int FEW = 5;

    private final Map<String, JsonNode> others = new LinkedHashMap<>();
    private final List<byte[]> annotations = new ArrayList<>();
    private final List<byte[]> images = new ArrayList<>();
    private final Map<Long, List<Integer>> byCategory = new LinkedHashMap<>();
    private final Map<Long, List<Integer>> train = new LinkedHashMap<>();
    private final List<Integer> test = new ArrayList<>();

    private CategorySplit() {}

    /**
     * Reads and splits a file.
     *
     * @param rule how a category is split; one of fewer pictures than there are folds is in no fold
     * @param fewByHand whether categories of few pictures are not shuffled
     */
    static CategorySplit of(Path file, Charset charset, Split rule, boolean fewByHand) throws IOException {
        CategorySplit split = new CategorySplit();
        JsonFiles.fields(file, charset, (name, value) -> {
            switch (name) {
                case "annotations" -> JsonFiles.array(value, split::addAnnotation);
                case "images" ->
                    JsonFiles.array(value, each -> split.images.add(JsonFiles.MAPPER.writeValueAsBytes(each)));
                default -> split.others.put(name, JsonFiles.MAPPER.readTree(value));
            }
        });
        split.byCategory.forEach((category, pictures) -> split.deal(category, pictures, rule, fewByHand));
        new PythonRandom(0).shuffle(split.test);
        return split;
    }

    private boolean addAnnotation(JsonNode annotation) throws IOException {
        byCategory
                .computeIfAbsent(annotation.get("category_id").asLong(), key -> new ArrayList<>())
                .add(annotations.size());
        return annotations.add(JsonFiles.MAPPER.writeValueAsBytes(annotation));
    }

    private void deal(long category, List<Integer> pictures, Split rule, boolean fewByHand) {
        int n = pictures.size();
        if (rule.fold().isPresent() ? n < rule.fold().get().of() : fewByHand && n < FEW) {
            int held = rule.fold().isPresent() || n == 1
                    ? 0
                    : Math.max(1, (int) (n * Objects.requireNonNull(rule.test())));
            train.put(category, pictures.subList(0, n - held));
            test.addAll(pictures.subList(n - held, n));
            return;
        }
        TrainTestSplit split = rule.of(n);
        train.put(category, Arrays.stream(split.train()).mapToObj(pictures::get).toList());
        Arrays.stream(split.test()).mapToObj(pictures::get).forEach(test::add);
    }

    /** Returns the other fields of the file. */
    Map<String, JsonNode> others() {
        return others;
    }

    /** Returns the numbers of the training pictures of each category. */
    Map<Long, List<Integer>> train() {
        return train;
    }

    /** Returns the numbers of the test pictures in their new order. */
    List<Integer> test() {
        return test;
    }

    /** Returns a picture's annotation. */
    ObjectNode annotation(int number) throws IOException {
        return (ObjectNode) JsonFiles.MAPPER.readTree(annotations.get(number));
    }

    /** Returns a picture's description. */
    ObjectNode image(int number) throws IOException {
        return (ObjectNode) JsonFiles.MAPPER.readTree(images.get(number));
    }
}
