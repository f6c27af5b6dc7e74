package dev.trimtab.benchmark.mlebench.raw;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** Raw folders of competitions of pictures that are copied as they are. */
final class ImageRaw {
    static final Map<String, Consumer<RawFiles>> ALL = Map.ofEntries(
            Map.entry("aerial-cactus-identification", ImageRaw::cactus),
            Map.entry("aptos2019-blindness-detection", ImageRaw::blindness),
            Map.entry("bms-molecular-translation", ImageRaw::molecules),
            Map.entry("dog-breed-identification", ImageRaw::dogs),
            Map.entry("histopathologic-cancer-detection", ImageRaw::histopathology),
            Map.entry("hotel-id-2021-fgvc8", ImageRaw::hotels),
            Map.entry("imet-2020-fgvc7", ImageRaw::museum),
            Map.entry("invasive-species-monitoring", ImageRaw::hydrangea),
            Map.entry("iwildcam-2019-fgvc6", ImageRaw::cameras),
            Map.entry("kuzushiji-recognition", ImageRaw::kuzushiji),
            Map.entry("leaf-classification", ImageRaw::leaves),
            Map.entry("paddy-disease-classification", ImageRaw::paddy),
            Map.entry("petfinder-pawpularity-score", ImageRaw::pets),
            Map.entry("plant-pathology-2020-fgvc7", ImageRaw::apples),
            Map.entry("plant-pathology-2021-fgvc8", ImageRaw::orchard),
            Map.entry("ranzcr-clip-catheter-line-classification", ImageRaw::catheters),
            Map.entry("rsna-breast-cancer-detection", ImageRaw::mammograms),
            Map.entry("rsna-miccai-brain-tumor-radiogenomic-classification", ImageRaw::tumors),
            Map.entry("tgs-salt-identification-challenge", ImageRaw::salt));

    private ImageRaw() {}

    private static void cactus(RawFiles raw) {
        RawFiles.Rows rows = raw.csv("train.csv", 60, "id: hex 12", "has_cactus: int 0 1");
        raw.files("train/{id}", rows);
        raw.packed("train.zip", "train");
    }

    private static void blindness(RawFiles raw) {
        raw.files("train_images/{id_code}.png", raw.csv("train.csv", 60, "id_code: hex 12", "diagnosis: int 0 4"));
    }

    private static void molecules(RawFiles raw) {
        RawFiles.Rows rows =
                raw.csv("train_labels.csv", 60, "image_id: hex 12", "InChI: pick InChI=1S/C13H20|InChI=1S/H2,a");
        raw.files("train/{image_id[0]}/{image_id[1]}/{image_id[2]}/{image_id}.png", rows);
        raw.file("extra_approved_InChIs.csv");
    }

    private static void dogs(RawFiles raw) {
        String breeds = String.join("|", Classes.some("dog-breed-identification"));
        raw.files("train/{id}.jpg", raw.csv("labels.csv", 240, "id: hex 32", "breed: cycle " + breeds));
    }

    private static void histopathology(RawFiles raw) {
        raw.files("train/{id}.tif", raw.csv("train_labels.csv", 60, "id: hex 40", "label: int 0 1"));
        raw.files("test/{id}.tif", raw.rows(13, "id: hex 40"));
    }

    private static void hotels(RawFiles raw) {
        RawFiles.Rows rows =
                raw.rows(60, "image: hex 14", "chain: int 0 9", "hotel_id: int 1 60000", "timestamp: const 2018-05-09");
        rows.cells().get(17)[0] = "ce27d36c9147cc19.jpg";
        raw.files("train_images/{chain}/{image}", raw.csv("train.csv", rows));
    }

    private static void museum(RawFiles raw) {
        raw.files("train/{id}.png", raw.csv("train.csv", 60, "id: hex 16", "attribute_ids: pick 448 2429|12|7 8 9"));
        raw.file("labels.csv");
    }

    private static void hydrangea(RawFiles raw) {
        raw.files("train/{name}.jpg", raw.csv("train_labels.csv", 60, "name: seq 1", "invasive: int 0 1"));
        raw.packed("train.7z", "train");
        raw.packed("train_labels.csv.zip", "train_labels.csv");
    }

    private static void cameras(RawFiles raw) {
        RawFiles.Rows rows = raw.csv(
                "train.csv",
                80,
                "category_id: int 0 22",
                "date_captured: const 2011-05-13 23:43:18",
                "file_name: hex 12",
                "frame_num: int 1 5",
                "id: hex 24",
                "location: int 1 30",
                "rights_holder: const Erin Boydston");
        raw.files("train_images/{id}.jpg", rows);
        raw.packedInside("train_images.zip", "train_images");
    }

    private static void kuzushiji(RawFiles raw) {
        RawFiles.Rows rows = raw.csv(
                "train.csv",
                50,
                "image_id: hex 12",
                "labels: pick U+306F 1231 3465 133 53 U+304C 275 1652 84 69|U+3044 1495 1218 143 69|");
        raw.files("train/{image_id}.jpg", rows);
        raw.packedInside("train_images.zip", "train");
        raw.file("unicode_translation.csv");
    }

    private static void leaves(RawFiles raw) {
        String species = String.join("|", Classes.some("leaf-classification"));
        RawFiles.Rows rows =
                raw.csv("train.csv", 198, "id: seq 1", "species: cycle " + species, "margin1: real 6", "shape1: tiny");
        raw.files("images/{id}.jpg", rows);
        raw.packed("images.zip", "images");
        raw.packed("train.csv.zip", "train.csv");
    }

    private static void paddy(RawFiles raw) {
        RawFiles.Rows rows = raw.csv(
                "train.csv",
                60,
                "image_id: hex 10",
                "label: pick blast|hispa|normal",
                "variety: const ADT45",
                "age: int 40 80");
        raw.files("train_images/{label}/{image_id}", rows);
        raw.csv("sample_submission.csv", 4, "image_id: hex 10", "label: const ");
    }

    private static void pets(RawFiles raw) {
        raw.files("train/{Id}.jpg", raw.csv("train.csv", 70, "Id: hex 32", "Face: int 0 1", "Pawpularity: int 1 100"));
    }

    private static void apples(RawFiles raw) {
        RawFiles.Rows rows = raw.csv(
                "train.csv",
                60,
                "image_id: group Train_ 1",
                "healthy: cycle 1|0|0|0",
                "multiple_diseases: cycle 0|1|0|0",
                "rust: cycle 0|0|1|0",
                "scab: cycle 0|0|0|1");
        raw.files("images/{image_id}.jpg", rows);
    }

    private static void orchard(RawFiles raw) {
        raw.files(
                "train_images/{image}",
                raw.csv("train.csv", 60, "image: hex 16", "labels: pick healthy|scab frog_eye_leaf_spot"));
    }

    private static void catheters(RawFiles raw) {
        List<String> labels = List.of(
                "ETT - Abnormal",
                "ETT - Borderline",
                "ETT - Normal",
                "NGT - Abnormal",
                "NGT - Borderline",
                "NGT - Incompletely Imaged",
                "NGT - Normal",
                "CVC - Abnormal",
                "CVC - Borderline",
                "CVC - Normal",
                "Swan Ganz Catheter Present");
        List<String> columns = new ArrayList<>(List.of("StudyInstanceUID: hex 20"));
        labels.forEach(name -> columns.add(name + ": int 0 1"));
        columns.add("PatientID: hex 9");
        RawFiles.Rows rows = raw.csv("train.csv", 120, columns.toArray(String[]::new));
        raw.files("train/{StudyInstanceUID}.jpg", rows);
        raw.csv(
                "train_annotations.csv",
                60,
                "StudyInstanceUID: pick " + String.join("|", rows.column("StudyInstanceUID")),
                "label: pick CVC - Normal|ETT - Normal",
                "data: const [[1487, 1279], [1477, 1168]]");
    }

    private static void mammograms(RawFiles raw) {
        RawFiles.Rows rows = raw.csv(
                "train.csv",
                120,
                "site_id: int 1 2",
                "patient_id: group 10 4",
                "image_id: seq 462822612",
                "laterality: cycle L|L|R|R",
                "view: cycle CC|MLO",
                "age: int? 40 80",
                "cancer: int 0 1",
                "biopsy: int 0 1",
                "invasive: int 0 1",
                "BIRADS: int? 0 2",
                "implant: int 0 1",
                "density: pick A|B|",
                "machine_id: int 21 210",
                "difficult_negative_case: bool");
        raw.files("train_images/{patient_id}/{image_id}.dcm", rows);
    }

    private static void tumors(RawFiles raw) {
        RawFiles.Rows rows = raw.csv("train_labels.csv", 60, "BraTS21ID: group 000 1", "MGMT_value: int 0 1");
        raw.files("train/{BraTS21ID}/FLAIR/Image-1.dcm", rows);
        raw.files("train/{BraTS21ID}/T1w/Image-2.dcm", rows);
    }

    private static void salt(RawFiles raw) {
        RawFiles.Rows rows = raw.csv("competition_data/train.csv", 60, "id: hex 10", "rle_mask: pick 1 5 9 3|");
        raw.files("competition_data/train/images/{id}.png", rows);
        raw.files("competition_data/train/masks/{id}.png", rows);
        raw.packed("competition_data.zip", "competition_data");
        raw.csv("depths.csv", 60, "id: cycle " + String.join("|", rows.column("id")), "z: int 50 900");
    }
}
