package dev.trimtab.benchmark.mlebench.raw;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/** Raw folders of competitions whose tables are JSON. */
final class JsonRaw {
    static final Map<String, Consumer<RawFiles>> ALL = Map.ofEntries(
            Map.entry("3d-object-detection-for-autonomous-vehicles", JsonRaw::driving),
            Map.entry("AI4Code", JsonRaw::notebooks),
            Map.entry("herbarium-2020-fgvc7", raw -> herbarium(raw, "nybg2020/train/", "metadata.json", "regions")),
            Map.entry("herbarium-2021-fgvc8", raw -> herbarium(raw, "train/", "metadata.json", "institutions")),
            Map.entry("herbarium-2022-fgvc9", JsonRaw::herbarium2022),
            Map.entry("inaturalist-2019-fgvc6", JsonRaw::inaturalist),
            Map.entry("iwildcam-2020-fgvc7", JsonRaw::cameras),
            Map.entry("random-acts-of-pizza", JsonRaw::pizza),
            Map.entry("stanford-covid-vaccine", JsonRaw::vaccine),
            Map.entry("statoil-iceberg-classifier-challenge", JsonRaw::icebergs),
            Map.entry("tensorflow2-question-answering", JsonRaw::questions));

    private JsonRaw() {}

    private static Map<String, Object> record(Object... fields) {
        Map<String, Object> record = new LinkedHashMap<>();
        for (int i = 0; i < fields.length; i += 2) {
            record.put((String) fields[i], fields[i + 1]);
        }
        return record;
    }

    private static String json(Object value) {
        try {
            return new ObjectMapper().writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void lines(RawFiles raw, String name, List<Map<String, Object>> records) {
        StringBuilder text = new StringBuilder();
        records.forEach(each -> text.append(json(each)).append('\n'));
        raw.text(name, text.toString());
    }

    private static void driving(RawFiles raw) {
        Random random = raw.random();
        Map<String, List<Map<String, Object>>> tables = new LinkedHashMap<>();
        for (String name : List.of(
                "log",
                "scene",
                "sample",
                "sample_data",
                "ego_pose",
                "calibrated_sensor",
                "sample_annotation",
                "instance",
                "attribute",
                "category",
                "sensor",
                "visibility")) {
            tables.put(name, new ArrayList<>());
        }
        List<String[]> boxes = new ArrayList<>();
        IntStream.range(0, 3)
                .forEach(i -> tables.get("calibrated_sensor").add(record("token", "cal" + i, "x", i * 0.25)));
        for (int log = 0; log < 10; log++) {
            String name = "log" + log;
            tables.get("log").add(record("token", name, "vehicle", "a" + log));
            tables.get("scene").add(record("token", name, "log_token", name, "name", "Zürich"));
            for (int i = 0; i < 3; i++) {
                String sample = "sample" + log + i;
                tables.get("sample").add(record("token", sample, "scene_token", name, "timestamp", 1.5e15 + i));
                boxes.add(new String[] {sample, "2680.2 698.1 -18.0 2.064 5.488 2.0 2.6 car 1 2 3 4 5 6 7 bus"});
                for (String format : List.of("jpeg", "bin")) {
                    String token = format + log + i;
                    String kind = format.equals("bin") ? "lidar" : "images";
                    tables.get("sample_data")
                            .add(record(
                                    "token",
                                    token,
                                    "sample_token",
                                    sample,
                                    "calibrated_sensor_token",
                                    "cal" + random.nextInt(3),
                                    "ego_pose_token",
                                    "ego" + token,
                                    "fileformat",
                                    format,
                                    "filename",
                                    kind + "/" + token + "." + format));
                    tables.get("ego_pose")
                            .add(record("token", "ego" + token, "rotation", List.of(random.nextDouble(), 1)));
                    raw.file("train_" + kind + "/" + token + "." + format);
                }
                String instance = "inst" + log + i % 2;
                tables.get("sample_annotation")
                        .add(record("token", "ann" + log + i, "sample_token", sample, "instance_token", instance));
            }
            for (int i = 0; i < 2; i++) {
                tables.get("instance").add(record("token", "inst" + log + i, "nbr_annotations", 2));
            }
        }
        tables.forEach((name, records) -> raw.text("train_data/" + name + ".json", json(records)));
        raw.text(
                "train_data/map.json",
                json(List.of(record("token", "map", "log_tokens", List.of("log0"), "filename", "m.png"))));
        raw.csv("train.csv", new RawFiles.Rows(List.of("Id", "PredictionString"), boxes));
        raw.file("train_maps/map_raster_palo_alto.png");
    }

    private static void notebooks(RawFiles raw) {
        RawFiles.Rows orders = raw.csv("train_orders.csv", 80, "id: hex 14", "cell_order: pick a b c|c b a|b a c");
        String ids = String.join("|", orders.column("id"));
        raw.csv(
                "train_ancestors.csv",
                80,
                "id: cycle " + ids,
                "ancestor_id: pick x1|x2|x3|x4|x5|x6|x7|x8|x9|y1|y2|y3|y4|y5",
                "parent_id: pick |p1");
        for (String id : orders.column("id")) {
            raw.text(
                    "train/" + id + ".json",
                    json(record(
                            "cell_type",
                            record("b", "code", "a", "code", "c", "markdown"),
                            "source",
                            record("a", "x = 1"))));
        }
    }

    private static void herbarium(RawFiles raw, String folder, String name, String extra) {
        List<Object> annotations = new ArrayList<>();
        List<Object> images = new ArrayList<>();
        int[] sizes = {1, 2, 4, 5, 9, 13, 30};
        for (int i = 0; i < 64; i++) {
            int category = category(sizes, (i * 27) % 64);
            String file = String.format("images/%03d/%02d/%d.jpg", category / 100, category % 100, i);
            annotations.add(record("category_id", category, "id", i, "image_id", i, "region_id", 2));
            images.add(record("file_name", file, "height", 1000 - i, "id", i, "license", 1, "width", 680));
            raw.file(folder + file);
        }
        raw.text(
                folder + name,
                json(record(
                        "annotations",
                        annotations,
                        "categories",
                        List.of(record("family", "Œnotheraceæ", "id", 0)),
                        "images",
                        images,
                        "info",
                        record("year", 2020, "share", 0.5),
                        "licenses",
                        List.of(),
                        extra,
                        List.of(record("id", 0, "name", "são")))));
    }

    private static int category(int[] sizes, int place) {
        int before = 0;
        for (int i = 0; i < sizes.length; i++) {
            before += sizes[i];
            if (place < before) {
                return i * 37;
            }
        }
        return 999;
    }

    private static void herbarium2022(RawFiles raw) {
        List<Object> annotations = new ArrayList<>();
        List<Object> images = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            int category = (i * 7) % 8 * 41;
            String id = String.format("%05d__%03d", category, i);
            String file = String.format("%03d/%02d/%s.jpg", category / 100, category % 100, id);
            annotations.add(record("genus_id", 1, "institution_id", 4, "category_id", category, "image_id", id));
            images.add(record("image_id", id, "file_name", file, "license", 1));
            raw.file("train_images/" + file);
        }
        raw.text(
                "train_metadata.json",
                json(record(
                        "annotations",
                        annotations,
                        "images",
                        images,
                        "categories",
                        List.of(record("authors", "Ångström")),
                        "genera",
                        List.of(1, 2))));
    }

    private static void inaturalist(RawFiles raw) {
        List<Object> annotations = new ArrayList<>();
        List<Object> images = new ArrayList<>();
        int[] sizes = {1, 2, 4, 5, 9, 13, 30};
        for (int i = 0; i < 64; i++) {
            int category = category(sizes, (i * 27) % 64);
            String file = "train_val2019/Plants/" + category + "/" + Integer.toHexString(i * 7919) + ".jpg";
            annotations.add(record("image_id", i, "category_id", category, "id", i));
            images.add(record(
                    "width", 800, "file_name", file, "rights_holder", "Söl", "height", 600, "license", 5, "id", i));
            raw.file(file);
        }
        raw.packed("train_val2019.tar.gz", "train_val2019");
        raw.text(
                "train2019.json",
                json(record(
                        "info",
                        record("year", 2019),
                        "images",
                        images,
                        "licenses",
                        List.of(),
                        "annotations",
                        annotations,
                        "categories",
                        List.of(record("id", 0)))));
        raw.file("val2019.json");
    }

    private static void cameras(RawFiles raw) {
        List<Object> annotations = new ArrayList<>();
        List<Object> images = new ArrayList<>();
        for (int i = 0; i < 120; i++) {
            String id = "cam" + Integer.toHexString(i * 104729);
            images.add(record(
                    "seq_num_frames", 3, "location", raw.random().nextInt(30), "datetime", "2013-10-04", "id", id));
            annotations.add(
                    i % 4 == 0
                            ? record("count", 1, "image_id", id, "id", "ann" + i, "category_id", i % 9)
                            : record("image_id", id, "id", "ann" + i, "category_id", i % 9));
            raw.file("train/" + id + ".jpg");
        }
        List<Object> categories =
                List.of(record("id", 0, "name", "empty"), record("id", 3, "name", "coati", "count", 5));
        raw.text(
                "iwildcam2020_train_annotations.json",
                json(record(
                        "annotations",
                        annotations,
                        "images",
                        images,
                        "categories",
                        categories,
                        "info",
                        record("year", 2020))));
        raw.text(
                "iwildcam2020_test_information.json",
                json(record("images", List.of(), "categories", categories, "info", record("year", 2020, "x", 0.1))));
        raw.file("iwildcam2020_megadetector_results.json");
    }

    private static void pizza(RawFiles raw) {
        List<Object> train = new ArrayList<>();
        List<Object> test = new ArrayList<>();
        for (int i = 0; i < 70; i++) {
            train.add(record(
                    "giver_username_if_known",
                    "N/A",
                    "request_id",
                    "t3_" + i,
                    "request_text",
                    "It's \"cold\" – naïve\n/r",
                    "requester_account_age",
                    raw.random().nextDouble() * 1e-6 * i,
                    "requester_received_pizza",
                    i % 4 == 0,
                    "days",
                    1.0));
            if (i < 20) {
                test.add(record("request_id", "q" + i, "request_text", "x", "days", 2));
            }
        }
        raw.text("train.json", json(train));
        raw.text("test.json", json(test));
    }

    private static void vaccine(RawFiles raw) {
        List<Map<String, Object>> train = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            Map<String, Object> record = record(
                    "index",
                    i,
                    "id",
                    "id_" + i,
                    "sequence",
                    "GGAA/",
                    "signal_to_noise",
                    6.894 + i,
                    "SN_filter",
                    i % 3 == 0 ? 0.0 : 1.0,
                    "seq_length",
                    7,
                    "seq_scored",
                    4);
            for (String name : List.of("reactivity", "deg_Mg_pH10", "deg_pH10", "deg_Mg_50C", "deg_50C")) {
                record.put(
                        name,
                        IntStream.range(0, 4)
                                .mapToObj(j -> Math.rint(raw.random().nextGaussian() * 1e4) / 1e4)
                                .toList());
            }
            train.add(record);
        }
        lines(raw, "train.json", train);
        lines(
                raw,
                "test.json",
                List.of(record("index", 0, "id", "id_x", "sequence", "GG", "seq_length", 7, "seq_scored", 4)));
        raw.csv("sample_submission.csv", 3, "id_seqpos: hex 5", "reactivity: const 0.0");
    }

    private static void icebergs(RawFiles raw) {
        List<Object> train = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            List<Double> band = List.of(raw.random().nextGaussian(), -27.878360999999998, 1e-7);
            train.add(record(
                    "id",
                    "dfd" + i,
                    "band_1",
                    band,
                    "inc_angle",
                    i % 9 == 0 ? "na" : (Object) 43.9239,
                    "is_iceberg",
                    i % 2));
        }
        raw.text("data/processed/train.json", json(train));
        raw.packed("train.json.7z", "data");
        raw.text(
                "data/processed/test.json",
                json(List.of(record("id", "5941774d", "band_1", List.of(1.5), "inc_angle", 34.9))));
        raw.packed("test.json.7z", "data");
    }

    private static void questions(RawFiles raw) {
        List<Map<String, Object>> lines = new ArrayList<>();
        for (int i = 0; i < 1060; i++) {
            List<Object> brief = i % 3 == 0 ? List.of(record("start_token", 3, "end_token", 5)) : List.of();
            lines.add(record(
                    "document_text",
                    "Email <H1> a/b \"q\" é " + i,
                    "long_answer_candidates",
                    List.of(record("start_token", 14, "top_level", true, "end_token", 170)),
                    "question_text",
                    "which is the most common",
                    "annotations",
                    List.of(record(
                            "yes_no_answer",
                            i % 11 == 0 ? "YES" : "NONE",
                            "long_answer",
                            record("start_token", i % 2 == 0 ? -1 : 52, "candidate_index", 1, "end_token", 103),
                            "short_answers",
                            brief,
                            "annotation_id",
                            593165450220027640L + i)),
                    "document_url",
                    "https://en.wikipedia.org/x",
                    "example_id",
                    i % 2 == 0 ? 5655493461695504401L + i : -76 - i));
        }
        lines(raw, "simplified-nq-train.jsonl", lines);
    }
}
