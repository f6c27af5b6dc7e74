package dev.trimtab.benchmark.mlebench.raw;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** Raw folders of competitions of sounds, films and logs. */
final class ClipRaw {
    static final Map<String, Consumer<RawFiles>> ALL = Map.ofEntries(
            Map.entry("freesound-audio-tagging-2019", ClipRaw::freesound),
            Map.entry("mlsp-2013-birds", ClipRaw::birds),
            Map.entry("multi-modal-gesture-recognition", ClipRaw::gestures),
            Map.entry("smartphone-decimeter-2022", ClipRaw::phones),
            Map.entry("tensorflow-speech-recognition-challenge", ClipRaw::speech),
            Map.entry("the-icml-2013-whale-challenge-right-whale-redux", ClipRaw::whales));

    private ClipRaw() {}

    private static void freesound(RawFiles raw) {
        List<String> classes = Classes.of("freesound-audio-tagging-2019");
        RawFiles.Rows test = raw.rows(
                30,
                "fname: hex 8",
                "labels: pick Bark|Meow,Bark|" + classes.get(3) + "|" + classes.get(70) + "," + classes.get(9),
                "usage: pick Private|Public");
        raw.csv("FSDKaggle2019.meta/test_post_competition.csv", test);
        raw.packed("FSDKaggle2019.meta.zip", "FSDKaggle2019.meta");
        List<String> asked = test.cells().stream()
                .filter(row -> row[2].equals("Private"))
                .map(row -> row[0])
                .toList();
        List<String> columns = new ArrayList<>(List.of("fname: cycle " + String.join("|", asked)));
        classes.forEach(name -> columns.add(name + ": const 0"));
        raw.csv("sample_submission.csv", asked.size(), columns.toArray(String[]::new));
        raw.file("clips/a.wav");
        raw.packedInside("train_curated.zip", "clips");
        raw.file("train_curated.csv");
        raw.file("extra/readme.txt");
    }

    private static void birds(RawFiles raw) {
        String essential = "mlsp_contest_dataset/essential_data/";
        String extra = "mlsp_contest_dataset/supplemental_data/";
        RawFiles.Rows folds = raw.rows(40, "rec_id: seq 0", "fold: pick 0|0|1");
        raw.csv(essential + "CVfolds_2.txt", folds);
        RawFiles.Rows names = raw.rows(40, "rec_id: seq 0", "filename: hex 12");
        raw.csv(essential + "rec_id2filename.txt", names);
        StringBuilder labels = new StringBuilder("rec_id,[labels]\n");
        StringBuilder segments = new StringBuilder("rec_id,[histogram of segment features]\n");
        for (int i = 0; i < 40; i++) {
            String known = List.of("", ",3", ",1,18", ",0,5,7").get(raw.random().nextInt(4));
            labels.append(i)
                    .append(folds.cells().get(i)[1].equals("0") ? known : ",?")
                    .append('\n');
            segments.append(i).append(',').append(raw.random().nextInt(9)).append(",0.5\n");
        }
        raw.text(essential + "rec_labels_test_hidden.txt", labels.toString());
        raw.file(essential + "species_list.txt");
        for (String table : List.of("histogram_of_segments", "segment_features", "segment_rectangles")) {
            raw.text(extra + table + ".txt", segments.toString());
        }
        raw.files(essential + "src_wavs/{filename}.wav", names);
        for (String kind : List.of("filtered_spectrograms", "spectrograms", "supervised_segmentation")) {
            raw.files(extra + kind + "/{filename}.bmp", names);
        }
        raw.files(
                extra + "segmentation_examples/{filename}.bmp",
                new RawFiles.Rows(names.header(), names.cells().subList(0, 9)));
        raw.file(extra + "segment_clusters.bmp");
        raw.file(extra + "segment_mosaic.bmp");
        raw.packed("mlsp_contest_dataset.zip", "mlsp_contest_dataset");
    }

    private static void gestures(RawFiles raw) {
        raw.csv("training.csv", 10, "Id: group 000 1", "Sequence: pick 2 14 20|1 3|5");
        for (int i = 3; i < 9; i++) {
            raw.file("held/Sample000" + i + ".zip");
        }
        raw.packedInside("training4.tar.gz", "held");
        for (String name :
                List.of("training1", "training2", "training3", "validation1", "validation2", "validation3")) {
            raw.file("held/" + name + ".txt");
            raw.packedInside(name + ".tar.gz", "held");
        }
        for (String name : List.of("devel01-40.7z", "valid_all_files_combined.7z", "sample_code_mmrgc.zip")) {
            raw.file("held/code.m");
            raw.packedInside(name, "held");
        }
    }

    private static void phones(RawFiles raw) {
        for (int i = 0; i < 14; i++) {
            String drive = "2020-0" + (5 + i % 3) + "-" + (i < 9 ? i + 1 : "0" + (i - 8)) + "-US-MTV-" + i;
            for (String phone : List.of("GooglePixel4", "XiaomiMi8")) {
                String folder = "train/" + drive + "/" + phone + "/";
                raw.csv(
                        folder + "ground_truth.csv",
                        6,
                        "MessageType: const Fix",
                        "Provider: const GT",
                        "LatitudeDegrees: real 10 big",
                        "LongitudeDegrees: real 13 big",
                        "UnixTimeMillis: seq 1588986000");
                raw.file(folder + "device_gnss.csv");
                raw.file(folder + "supplemental/span_log.nmea");
            }
        }
        raw.file("metadata/accumulated_delta_range_state_bit_map.json");
    }

    private static void speech(RawFiles raw) {
        for (String word : List.of("yes", "no", "_background_noise_", "cat")) {
            raw.files("train/audio/" + word + "/{name}.wav", raw.rows(15, "name: hex 8"));
        }
        raw.file("train/LICENSE");
        raw.packed("train.7z", "train");
    }

    private static void whales(RawFiles raw) {
        int number = 0;
        for (String day : List.of("20090330", "20090328", "20090329", "20090331")) {
            for (int i = 0; i < 12; i++) {
                raw.file(String.format("train2/%s_%06d_002s3ms_TRAIN%d_%d.aif", day, i * 1500, number++, i % 3 / 2));
            }
        }
        raw.packed("train2.zip", "train2");
    }
}
