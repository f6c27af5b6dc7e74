package dev.trimtab.benchmark.mlebench.special;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.trimtab.benchmark.mlebench.archive.WholeFiles;
import dev.trimtab.benchmark.mlebench.json.PythonJson;
import dev.trimtab.benchmark.mlebench.recipe.SpecialStep;
import dev.trimtab.benchmark.mlebench.table.PandasWriter;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** herbarium-2020-fgvc7, herbarium-2021-fgvc8, herbarium-2022-fgvc9 and inaturalist-2019-fgvc6. */
final class AnnotatedPictures implements SpecialStep {
    private final Layout layout;

    AnnotatedPictures(Layout layout) {
        this.layout = layout;
    }

    /** Where one competition keeps what, and how it names its pictures. */
    interface Layout {
        /** Returns the raw file of annotations. */
        String metadata();

        /** Returns its encoding. */
        default Charset charset() {
            return StandardCharsets.UTF_8;
        }

        /** Returns whether few pictures of a category are not shuffled. */
        default boolean fewByHand() {
            return true;
        }

        /** Returns the fields of the metadata that the test set lacks. */
        Set<String> hidden();

        /** Renames a training picture, if need be. */
        default void renameTrain(ObjectNode annotation, ObjectNode image, int numberInCategory) {}

        /** Renames a test picture. */
        void renameTest(ObjectNode annotation, ObjectNode image, int number);

        /** Returns the field of a picture that submissions name. */
        String id();

        /** Returns the folder of raw pictures. */
        String rawPictures();

        /** Returns the folders of prepared training and test pictures. */
        List<String> pictures();

        /** Returns the files of prepared training and test metadata. */
        List<String> prepared();

        /** Returns whether the test metadata are the list of pictures alone. */
        default boolean listsTest() {
            return false;
        }

        /** Returns name, columns and cell of the sample submission. */
        default List<String> sample() {
            return List.of("sample_submission.csv", "Id", "Predicted", "0");
        }
    }

    @Override
    public void run(Work work) throws IOException {
        CategorySplit split =
                CategorySplit.of(work.raw(layout.metadata()), layout.charset(), work.rule(), layout.fewByHand());
        writeTrain(work, split);
        writeTest(work, split);
    }

    private void writeTrain(Work work, CategorySplit split) throws IOException {
        List<Integer> pictures = new ArrayList<>();
        List<Integer> places = new ArrayList<>();
        for (List<Integer> category : split.train().values()) {
            for (int i = 0; i < category.size(); i++) {
                pictures.add(category.get(i));
                places.add(i);
            }
        }
        Elements annotations = i -> {
            ObjectNode annotation = split.annotation(pictures.get(i));
            layout.renameTrain(annotation, split.image(pictures.get(i)), places.get(i));
            return annotation;
        };
        Elements images = i -> {
            ObjectNode image = split.image(pictures.get(i));
            layout.renameTrain(split.annotation(pictures.get(i)), image, places.get(i));
            return image;
        };
        write(
                work,
                layout.prepared().get(0),
                split.others(),
                Map.of("annotations", annotations, "images", images),
                pictures.size());
        for (int i = 0; i < pictures.size(); i++) {
            copy(
                    work,
                    split.image(pictures.get(i)),
                    images.get(i),
                    layout.pictures().get(0));
        }
    }

    private void writeTest(Work work, CategorySplit split) throws IOException {
        List<String[]> answers = new ArrayList<>();
        List<String[]> sample = new ArrayList<>();
        Elements images = i -> {
            ObjectNode image = split.image(split.test().get(i));
            layout.renameTest(split.annotation(split.test().get(i)), image, i);
            return image;
        };
        for (int i = 0; i < split.test().size(); i++) {
            JsonNode image = images.get(i);
            String id = image.get(layout.id()).asText();
            answers.add(new String[] {
                id, split.annotation(split.test().get(i)).get("category_id").asText()
            });
            sample.add(new String[] {id, layout.sample().get(3)});
            copy(
                    work,
                    split.image(split.test().get(i)),
                    image,
                    layout.pictures().get(1));
        }
        Map<String, JsonNode> others = new TreeMap<>(split.others());
        others.keySet().removeAll(layout.hidden());
        if (layout.listsTest()) {
            writeList(work, layout.prepared().get(1), images, answers.size());
        } else {
            write(work, layout.prepared().get(1), others, Map.of("images", images), answers.size());
        }
        List<String> header = layout.sample().subList(1, 3);
        PandasWriter.write(work.out("private/answers.csv"), header, answers);
        PandasWriter.write(work.out("public/" + layout.sample().get(0)), header, sample);
    }

    private void copy(Work work, JsonNode raw, JsonNode renamed, String folder) throws IOException {
        work.put(
                work.raw(layout.rawPictures() + raw.get("file_name").asText()),
                work.out("public/" + folder + renamed.get("file_name").asText()));
    }

    /** Makes the elements of a long array one by one. */
    @FunctionalInterface
    private interface Elements {
        JsonNode get(int i) throws IOException;
    }

    private static void write(
            Work work, String name, Map<String, JsonNode> others, Map<String, Elements> arrays, int size)
            throws IOException {
        PythonJson style = PythonJson.sorted();
        Map<String, Object> fields = new TreeMap<>(others);
        fields.putAll(arrays);
        WholeFiles.write(work.out("public/" + name), bytes -> {
            BufferedWriter out = new BufferedWriter(new OutputStreamWriter(bytes, StandardCharsets.US_ASCII));
            out.write('{');
            boolean first = true;
            for (Map.Entry<String, Object> field : fields.entrySet()) {
                out.write(style.separator(1, first) + "\"" + field.getKey() + "\": ");
                if (field.getValue() instanceof Elements elements) {
                    writeArray(out, style, elements, size, 2);
                } else {
                    out.write(style.text((JsonNode) field.getValue(), 1));
                }
                first = false;
            }
            out.write(style.end(1) + "}");
            out.flush();
        });
    }

    private static void writeList(Work work, String name, Elements elements, int size) throws IOException {
        WholeFiles.write(work.out("public/" + name), bytes -> {
            BufferedWriter out = new BufferedWriter(new OutputStreamWriter(bytes, StandardCharsets.US_ASCII));
            writeArray(out, PythonJson.sorted(), elements, size, 1);
            out.flush();
        });
    }

    private static void writeArray(BufferedWriter out, PythonJson style, Elements elements, int size, int depth)
            throws IOException {
        out.write('[');
        for (int i = 0; i < size; i++) {
            out.write(style.separator(depth, i == 0));
            out.write(style.text(elements.get(i), depth));
        }
        out.write(size == 0 ? "]" : style.end(depth) + "]");
    }
}
