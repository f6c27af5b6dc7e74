package dev.trimtab.benchmark.mlebench.special;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.trimtab.benchmark.mlebench.special.AnnotatedPictures.Layout;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;

/** How the competitions of annotated pictures keep and name them. */
final class PictureLayouts {
    private PictureLayouts() {}

    /** herbarium-2020-fgvc7 and, below another folder and with other fields, herbarium-2021-fgvc8. */
    record Herbarium(String root, Charset charset, Set<String> hidden) implements Layout {
        static final Herbarium OF_2020 =
                new Herbarium("nybg2020/", StandardCharsets.ISO_8859_1, Set.of("categories", "regions"));
        static final Herbarium OF_2021 =
                new Herbarium("", StandardCharsets.UTF_8, Set.of("categories", "institutions"));

        @Override
        public String metadata() {
            return root + "train/metadata.json";
        }

        @Override
        public void renameTest(ObjectNode annotation, ObjectNode image, int number) {
            image.put("id", Integer.toString(number));
            image.put("file_name", String.format("images/%03d/%d.jpg", number / 1000, number));
        }

        @Override
        public String id() {
            return "id";
        }

        @Override
        public String rawPictures() {
            return root + "train/";
        }

        @Override
        public List<String> pictures() {
            return List.of(root + "train/", root + "test/");
        }

        @Override
        public List<String> prepared() {
            return List.of(root + "train/metadata.json", root + "test/metadata.json");
        }
    }

    /** herbarium-2022-fgvc9. */
    record Herbarium2022() implements Layout {
        @Override
        public String metadata() {
            return "train_metadata.json";
        }

        @Override
        public boolean fewByHand() {
            return false;
        }

        @Override
        public Set<String> hidden() {
            return Set.of();
        }

        @Override
        public void renameTrain(ObjectNode annotation, ObjectNode image, int numberInCategory) {
            long category = annotation.get("category_id").asLong();
            String id = String.format("%05d__%03d", category, numberInCategory + 1);
            annotation.put("image_id", id);
            image.put("image_id", id);
            image.put("file_name", String.format("%03d/%02d/%s.jpg", category / 100, category % 100, id));
        }

        @Override
        public void renameTest(ObjectNode annotation, ObjectNode image, int number) {
            image.put("image_id", Integer.toString(number));
            image.put("file_name", String.format("%03d/test-%06d.jpg", number / 1000, number));
        }

        @Override
        public String id() {
            return "image_id";
        }

        @Override
        public String rawPictures() {
            return "train_images/";
        }

        @Override
        public List<String> pictures() {
            return List.of("train_images/", "test_images/");
        }

        @Override
        public List<String> prepared() {
            return List.of("train_metadata.json", "test_metadata.json");
        }

        @Override
        public boolean listsTest() {
            return true;
        }

        @Override
        public List<String> sample() {
            return List.of("sample_submission.csv", "Id", "Predicted", "42");
        }
    }

    /** inaturalist-2019-fgvc6; each sample prediction is the first draw of a generator made anew, so all are the same. */
    record INaturalist() implements Layout {
        @Override
        public String metadata() {
            return "train2019.json";
        }

        @Override
        public Set<String> hidden() {
            return Set.of("categories");
        }

        @Override
        public void renameTest(ObjectNode annotation, ObjectNode image, int number) {
            String name = image.get("file_name").asText();
            image.put("file_name", "test2019/" + name.substring(name.lastIndexOf('/') + 1));
        }

        @Override
        public String id() {
            return "id";
        }

        @Override
        public String rawPictures() {
            return "";
        }

        @Override
        public List<String> pictures() {
            return List.of("", "");
        }

        @Override
        public List<String> prepared() {
            return List.of("train2019.json", "test2019.json");
        }

        @Override
        public List<String> sample() {
            return List.of("kaggle_sample_submission.csv", "id", "predicted", "654");
        }
    }
}
