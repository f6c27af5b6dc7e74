"""Raw folders of the competitions whose records are JSON or BSON beside pictures."""
import bson

from raw import competition

NAMES = ["Quercus alba", "Châtaignier", "Ærøskøbing", "😀", "\"quoted\" \\ /slash/", "\u2028\x7f\x01", "", "nan"]
HALF = "half of a character \ud83d"


def number(raw):
    """A value of JSON such as metadata hold."""
    return raw.pick(float(raw.rng.normal()), 1e-7, 1e16, 123456789.0, -0.0, 2**63, 10**22, float("nan"), float("inf"), None, True, 5e-324, 1e22, 0.1)


def categories(raw, most, least=1):
    """Returns the category of each record, in mixed order; most have few records, some of them one."""
    counts = {i: least if raw.chance(0.3) else least + raw.below(most) for i in raw.ids(60, lambda: raw.below(32094))}
    return [int(i) for i in raw.rng.permutation([i for i, count in counts.items() for _ in range(count)])]


def herbarium(raw, folder, encoded, more):
    """The herbaria of 2020 and 2021."""
    annotations, images = [], []
    for category in categories(raw, 20):
        image = len(images) * 7 + raw.below(7)
        name = f"images/{category // 100:03d}/{category % 100:02d}/{image}.jpg"
        annotations.append({"category_id": category, "id": image, "image_id": image, f"{more[:-1]}_id": raw.below(4), "note": number(raw)})
        images.append({"file_name": name, "height": 1000, "id": image, "license": 1, "width": raw.pick(681, 678.5)})
        raw.file(f"{folder}/{name}", name)
    raw.json(f"{folder}/metadata.json", {
        "annotations": annotations, "categories": [{"family": raw.pick(*NAMES), "genus": "x", "id": a["category_id"], "name": raw.pick(*NAMES)}
                                                   for a in annotations],
        "images": images, more: [{"id": 0, "name": name} for name in NAMES], "info": {"year": 2020, "url": "", "empty": [], "none": {}},
        "licenses": [{"id": 1, "name": raw.pick(*NAMES), "url": None}]}, **encoded)
    raw.clutter(folder, folder + "/images")


@competition("herbarium-2020-fgvc7")
def herbarium2020(raw):
    herbarium(raw, "nybg2020/train", {"ensure_ascii": False}, "regions")
    raw.json("nybg2020/test/metadata.json", {})


@competition("herbarium-2021-fgvc8")
def herbarium2021(raw):
    herbarium(raw, "train", {"ensure_ascii": raw.chance(0.5)}, "institutions")


@competition("herbarium-2022-fgvc9")
def herbarium2022(raw):
    annotations, images, seen = [], [], {}
    for category in categories(raw, 20, least=2):
        seen[category] = seen.get(category, 0) + 1
        image = f"{category:05d}__{seen[category]:03d}"
        name = f"{category // 100:03d}/{category % 100:02d}/{image}.jpg"
        annotations.append({"genus_id": 1, "institution_id": raw.below(60), "category_id": category, "image_id": image})
        images.append({"image_id": image, "file_name": name, "license": number(raw)})
        raw.file(f"train_images/{name}", name)
    raw.json("train_metadata.json", {
        "annotations": annotations, "images": images, "categories": [{"category_id": 0, "scientificName": name, "authors": name} for name in NAMES + [HALF]],
        "genera": [{"genus_id": 0, "genus": "Abies"}], "institutions": [], "distances": [{"genus_id_x": 0, "genus_id_y": 1, "distance": number(raw)}],
        "license": [{"id": 0, "name": "CC BY-NC-ND"}]})


@competition("inaturalist-2019-fgvc6")
def species(raw):
    annotations, images, files = [], [], {}
    for category in categories(raw, 25):
        name = f"train_val2019/{raw.pick('Plants', 'Birds')}/{category}/{raw.hex(32)}.jpg"
        annotations.append({"image_id": len(images), "category_id": category, "id": len(images)})
        images.append({"license": 3, "file_name": name, "rights_holder": raw.pick(HALF, *NAMES), "height": raw.pick(800, 600.0), "width": 800, "id": len(images)})
        files[name] = name
    raw.json("train2019.json", {
        "info": {"description": "x", "when": number(raw)}, "images": images, "licenses": [{"id": 1, "name": name} for name in NAMES + [HALF]],
        "annotations": annotations, "categories": [{"id": 0, "name": "r", "supercategory": "Plants", "odd": number(raw)} for _ in range(20)]})
    raw.tar("train_val2019.tar.gz", {**files, "train_val2019/Birds/9/unused.jpg": "v", "train_val2019/.DS_Store": "x"})
    raw.json("val2019.json", {"images": []})


@competition("iwildcam-2020-fgvc7")
def traps(raw):
    images = []
    for _ in range(1400):
        i = "-".join(raw.hex(n) for n in (8, 4, 4, 4, 12))
        images.append({"seq_num_frames": 6, "location": raw.below(150) ** 2 % 97, "datetime": raw.pick("2013-06-05 05:44:19.000", None),
                       "id": i, "frame_num": raw.pick(0, 1, None), "seq_id": raw.hex(8), "width": 1920, "height": raw.pick(1080, 1080.5),
                       "file_name": i + ".jpg"} | ({"corrupt": True} if raw.chance(0.01) else {}) | ({"sub_location": 0} if raw.chance(0.3) else {}))
        raw.file(f"train/{i}.jpg", i)
    annotations = [{"count": raw.pick(1, 2), "image_id": image["id"], "id": raw.hex(12), "category_id": raw.pick(0, 0, 372, 3)}
                   | ({"confidence": number(raw)} if raw.chance(0.1) else {}) for image in images for _ in range(1 if raw.chance(0.95) else 2)]
    kinds = [{"id": i, "name": raw.pick(*NAMES), "count": raw.pick(5, 10**12)} for i in range(30)]
    raw.json("iwildcam2020_train_annotations.json", {"annotations": [annotations[k] for k in raw.rng.permutation(len(annotations))],
                                                     "images": images, "categories": kinds, "info": {"year": 2020, "odd": number(raw)}})
    raw.json("iwildcam2020_test_information.json", {"images": [], "categories": kinds[:-3] + [{"id": 99, "name": "é"}], "info": {"v": 1.0}})
    raw.json("iwildcam2020_megadetector_results.json", {"images": []}, indent=1)
    raw.clutter("train", "test")


@competition("3d-object-detection-for-autonomous-vehicles")
def vehicles(raw):
    def tokens(count):
        return raw.ids(count, lambda: raw.hex(64))
    logs, data, boxes, marks = tokens(20), [], [], []
    samples = [{"next": "", "prev": raw.pick("", raw.hex(64)), "token": token, "timestamp": raw.pick(1557858039302414.8, 1.5e15, 1551741795200000),
                "scene_token": raw.pick(*logs), "data": {"CAM_BACK": raw.hex(64)}, "anns": []} for token in tokens(150)]
    sensors, instances = tokens(40), tokens(90)
    for number_of, sample in enumerate(samples):
        for kind, folder, name in (("jpeg", "images", "host-a101_cam0_{}.jpeg"), ("bin", "lidar", "host-a011_lidar1_{}.bin")):
            name = name.format(1233090610000000 + 2 * number_of)
            data.append({"width": raw.pick(1920, None, 0), "height": raw.pick(1080, None), "calibrated_sensor_token": raw.pick(*sensors),
                         "token": raw.hex(64), "sample_token": sample["token"], "is_key_frame": True, "prev": "", "fileformat": kind,
                         "ego_pose_token": raw.hex(64), "timestamp": 1557858039302414.8, "next": "", "filename": f"{folder}/{name}"})
            raw.file(f"train_{folder}/{name}", name)
        boxes.append([sample["token"], " ".join(f"{raw.number(900)} {raw.number()} 1 2.0 3 4 -0.1 {raw.pick('car', 'other_vehicle')}"
                                                for _ in range(raw.rng.integers(1, 6)))])
        marks += [{"token": raw.hex(64), "num_lidar_pts": -1, "size": [1.997, 5.284, raw.pick(1, number(raw))], "sample_token": sample["token"],
                   "rotation": [-0.6004078529476519, 0, 0, 0.799694241518], "instance_token": raw.pick(*instances), "attribute_tokens": []}
                  for _ in range(3)]
    used, marked = ({row[key] for row in rows} for rows, key in ((data, "calibrated_sensor_token"), (marks, "instance_token")))
    tables = {
        "log": [{"date_captured": "2019-01-25", "location": "Palo Alto", "token": i, "vehicle": raw.pick(*NAMES), "logfile": ""} for i in logs],
        "scene": [{"log_token": i, "nbr_samples": 126, "name": "host-a101", "description": "", "token": i} for i in raw.rng.permutation(logs).tolist()],
        "sample": samples, "sample_data": [data[k] for k in raw.rng.permutation(len(data))], "sample_annotation": marks,
        "calibrated_sensor": [{"token": i, "translation": [1.0, number(raw)]} for i in sensors if i in used],
        "ego_pose": [{"rotation": [number(raw)], "token": row["ego_pose_token"], "timestamp": 1.0e15} for row in data],
        "instance": [{"last_annotation_token": "", "token": i, "category_token": raw.hex(64)} for i in instances if i in marked],
        "map": [{"log_tokens": logs, "category": "semantic_prior", "filename": "maps/map_raster_palo_alto.png", "token": raw.hex(64)}],
        "attribute": [], "category": [{"name": "é"}], "sensor": [], "visibility": []}
    for name, rows in tables.items():
        raw.json(f"train_data/{name}.json", rows, indent=raw.pick(None, 0, 2))
    raw.csv("train.csv", ["Id", "PredictionString"], [boxes[k] for k in raw.rng.permutation(len(boxes))])
    raw.file("train_maps/map_raster_palo_alto.png", raw.image())
    raw.clutter("train_images", "train_data")


@competition("cdiscount-image-classification-challenge")
def products(raw):
    def product(i):
        return bson.encode({"_id": raw.pick(i, bson.Int64(i)), "imgs": [{"picture": raw.image(form="JPEG")} for _ in range(1 + raw.below(4))],
                            "category_id": raw.pick(1000010653, 1000004079, bson.Int64(1000018306))}
                           | ({"note": raw.pick("é", None, 0.5, True, [1, "x"], {"deep": {}})} if raw.chance(0.1) else {}))
    ids = raw.ids(700, lambda: raw.below(20_000_000) + (2**31 if raw.chance(0.01) else 0))
    raw.file("train.bson", b"".join(product(i) for i in ids))
    raw.csv("category_names.csv", ["category_id", "category_level1"], [[1000021794, "ABONNEMENT / SERVICES, ÉTÉ"]])
    raw.file("train_example.bson", "")
