package dev.trimtab.benchmark.mlebench.raw;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/** Raw folders of competitions that are split in ways of their own. */
final class SpecialRaw {
    static final Map<String, Consumer<RawFiles>> ALL = Map.ofEntries(
            Map.entry("alaska2-image-steganalysis", SpecialRaw::steganography),
            Map.entry("billion-word-imputation", SpecialRaw::sentences),
            Map.entry("dogs-vs-cats-redux-kernels-edition", SpecialRaw::pets),
            Map.entry("google-quest-challenge", SpecialRaw::quest),
            Map.entry("h-and-m-personalized-fashion-recommendations", SpecialRaw::fashion),
            Map.entry("hubmap-kidney-segmentation", SpecialRaw::kidneys),
            Map.entry("osic-pulmonary-fibrosis-progression", SpecialRaw::lungs),
            Map.entry("plant-seedlings-classification", SpecialRaw::seedlings),
            Map.entry("rsna-2022-cervical-spine-fracture-detection", SpecialRaw::spines),
            Map.entry("siim-covid19-detection", SpecialRaw::covid),
            Map.entry("uw-madison-gi-tract-image-segmentation", SpecialRaw::scans),
            Map.entry("vinbigdata-chest-xray-abnormalities-detection", SpecialRaw::chests),
            Map.entry("whale-categorization-playground", SpecialRaw::whales));

    private SpecialRaw() {}

    private static void steganography(RawFiles raw) {
        for (String folder : List.of("Cover", "JMiPOD", "JUNIWARD", "UERD")) {
            raw.files(folder + "/{name}.jpg", raw.rows(50, "name: seq 10001"));
        }
    }

    private static void sentences(RawFiles raw) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < 2000; i++) {
            text.append(String.join(" ", raw.rows(2 + i % 9, "w: nasty").column("w"))
                            .replace("\n", " "))
                    .append(" .\n");
        }
        raw.text("train_v2.txt", text + "the last line has no end .");
        raw.packed("train_v2.txt.zip", "train_v2.txt");
    }

    private static void pets(RawFiles raw) {
        IntStream.range(0, 40).forEach(i -> raw.file("train/" + (i % 3 == 0 ? "cat." : "dog.") + i + ".jpg"));
        raw.file("test/1.jpg");
        raw.packed("train.zip", "train");
        raw.packed("test.zip", "test");
    }

    private static void quest(RawFiles raw) {
        List<String> columns = new ArrayList<>(List.of("qa_id: seq 0"));
        for (String name : List.of(
                "question_title",
                "question_body",
                "question_user_name",
                "question_user_page",
                "answer",
                "answer_user_name",
                "answer_user_page",
                "url",
                "category",
                "host")) {
            columns.add(name + ": nasty");
        }
        for (String name : Classes.of("google-quest-challenge")) {
            columns.add(name + ": "
                    + (name.equals("question_type_spelling") ? "const 0.0" : "pick 0.0|0.5|1.0|0.3333333333333333"));
        }
        RawFiles.Rows rows = raw.rows(90, columns.toArray(String[]::new));
        int rare = rows.header().indexOf("question_type_spelling");
        rows.cells().get(41)[rare] = "0.3333333333333333";
        rows.cells().get(66)[rare] = "0.6666666666666666";
        raw.csv("train.csv", rows);
    }

    private static void fashion(RawFiles raw) {
        RawFiles.Rows rows = raw.rows(
                150,
                "t_dat: group 2020-09- 6",
                "customer_id: pick 00a1|00b2|ffc3|0dd4",
                "article_id: int 108775015 108775099",
                "price: real 17",
                "sales_channel_id: int 1 2");
        rows.cells().forEach(row -> {
            row[0] = row[0].length() < 10 ? "2020-09-0" + row[0].substring(8) : row[0];
            row[0] = row[0].equals("2020-09-00") ? "2020-08-31" : row[0];
            row[2] = "0" + row[2];
        });
        raw.csv("transactions_train.csv", rows);
        raw.csv(
                "sample_submission.csv",
                4,
                "customer_id: cycle 00a1|00b2|ffc3|0dd4",
                "prediction: const 0706016001 0372860001");
        for (String name : List.of("articles.csv", "customers.csv", "images/010/0108775015.jpg")) {
            raw.file(name);
        }
    }

    private static void kidneys(RawFiles raw) {
        RawFiles.Rows rows = raw.csv("train.csv", 15, "id: hex 9", "encoding: pick 1 3 9 2|7 7|");
        RawFiles.Rows information = raw.rows(
                15,
                "image_file: cycle " + String.join("|", rows.column("id")),
                "width_pixels: int 100 900",
                "height_pixels: int 100 900",
                "age: int? 20 70");
        information.cells().forEach(row -> row[0] += ".tiff");
        information.cells().add(new String[] {"other.tiff", "5", "6", ""});
        raw.csv("HuBMAP-20-dataset_information.csv", information);
        for (String ending : List.of(".tiff", ".json", "-anatomical-structure.json")) {
            raw.files("train/{id}" + ending, rows);
        }
    }

    private static void lungs(RawFiles raw) {
        RawFiles.Rows rows = raw.rows(
                120,
                "Patient: group ID00 6",
                "Weeks: seq 0",
                "FVC: int 800 4000",
                "Percent: real 13",
                "Age: int 50 80",
                "Sex: pick Male|Female",
                "SmokingStatus: pick Ex-smoker|Never smoked");
        rows.cells().forEach(row -> row[1] = Integer.toString(Integer.parseInt(row[1]) * 7 % 43 - 5));
        raw.csv("train.csv", rows);
        raw.files("train/{Patient}/1.dcm", rows);
        raw.files("train/{Patient}/2.dcm", rows);
    }

    private static void seedlings(RawFiles raw) {
        for (String species : List.of("Sugar beet", "Black-grass", "Maize")) {
            raw.files("train/" + species + "/{name}.png", raw.rows(20, "name: hex 9"));
        }
        raw.file("train/Maize/notes.txt");
    }

    private static void spines(RawFiles raw) {
        List<String> columns = new ArrayList<>(List.of("StudyInstanceUID: hex 12", "patient_overall: int 0 1"));
        IntStream.rangeClosed(1, 7).forEach(i -> columns.add("C" + i + ": int 0 1"));
        RawFiles.Rows rows = raw.csv("train.csv", 105, columns.toArray(String[]::new));
        List<String> ids = rows.column("StudyInstanceUID");
        raw.csv(
                "train_bounding_boxes.csv",
                90,
                "StudyInstanceUID: cycle " + String.join("|", ids.subList(0, 45)),
                "x: real 5",
                "y: real 5",
                "width: real 5",
                "height: real 5",
                "slice_number: int 1 300");
        ids.subList(20, 55).forEach(id -> raw.file("segmentations/" + id + ".nii"));
        raw.files("train_images/{StudyInstanceUID}/1.dcm", rows);
    }

    private static void covid(RawFiles raw) {
        RawFiles.Rows studies = raw.rows(
                60,
                "id: hex 12",
                "Negative for Pneumonia: cycle 1|0|0|0",
                "Typical Appearance: cycle 0|1|0|0",
                "Indeterminate Appearance: cycle 0|0|1|0",
                "Atypical Appearance: cycle 0|0|0|1");
        raw.files("train/{id}/series/1.dcm", studies);
        RawFiles.Rows images = raw.rows(
                70,
                "id: hex 12",
                "boxes: pick [{'x': 789.28}]|",
                "label: pick opacity 1 789.2 582.4 1815.9 2499.7|none 1 0 0 1 1",
                "StudyInstanceUID: cycle " + String.join("|", studies.column("id")));
        images.cells().forEach(row -> row[0] += "_image");
        studies.cells().forEach(row -> row[0] += "_study");
        raw.csv("train_study_level.csv", studies);
        raw.csv("train_image_level.csv", images);
    }

    private static void scans(RawFiles raw) {
        List<String[]> rows = new ArrayList<>();
        for (int patient = 0; patient < 14; patient++) {
            for (int day = 0; day < 1 + patient % 7; day++) {
                String scan = "case" + patient + "_day" + day * 9;
                for (int slice = 1; slice <= 2; slice++) {
                    String name = String.format("slice_%04d_%d_%d_1.50_1.50.png", slice, 266 + patient, 310);
                    raw.file("train/case" + patient + "/" + scan + "/scans/" + name);
                    for (String organ : List.of("large_bowel", "small_bowel", "stomach")) {
                        String mask = raw.random().nextBoolean() ? "" : "28094 3 28358 7";
                        rows.add(new String[] {String.format("%s_slice_%04d", scan, slice), organ, mask});
                    }
                }
            }
        }
        raw.csv("train.csv", new RawFiles.Rows(List.of("id", "class", "segmentation"), rows));
    }

    private static void chests(RawFiles raw) {
        RawFiles.Rows rows = raw.rows(
                160,
                "image_id: hex 8",
                "class_name: const x",
                "class_id: pick 0|3|11|14",
                "rad_id: pick R8|R9",
                "x_min: real? 1",
                "y_min: int? 1 900",
                "x_max: int? 1 900",
                "y_max: int? 1 900");
        List<String> ids = List.copyOf(rows.column("image_id").subList(0, 50));
        for (int i = 0; i < rows.cells().size(); i++) {
            rows.cells().get(i)[0] = ids.get(i * 7 % 50);
        }
        raw.csv("train.csv", rows);
        raw.files("train/{image_id}.dicom", rows);
    }

    private static void whales(RawFiles raw) {
        RawFiles.Rows rows = raw.rows(120, "Image: hex 8", "Id: pick new_whale|w_1|w_2|w_3|w_4|w_5");
        for (int i = 0; i < 120; i += 3) {
            rows.cells().get(i)[1] = "w_single" + i;
        }
        rows.cells().forEach(row -> row[0] += ".jpg");
        raw.csv("train.csv", rows);
        raw.files("train/{Image}", rows);
    }
}
