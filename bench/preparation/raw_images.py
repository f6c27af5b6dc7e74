"""Raw folders of the competitions about pictures that a table or folders of classes name."""
import importlib
import io

import numpy as np
from PIL import Image
from sklearn.model_selection import train_test_split

from raw import competition


@competition("aerial-cactus-identification")
def cactus(raw):
    ids = [raw.hex(32) + ".jpg" for _ in range(150)]
    raw.file("train.csv", "\ufeff" + raw.table(["id", "has_cactus"], [[i, raw.rng.integers(2)] for i in ids]))
    raw.zip("train.zip", {"train/" + i: i for i in ids})


@competition("denoising-dirty-documents")
def documents(raw):
    def page(mode):
        grey = raw.rng.integers(0, 256, (7, 5), dtype=np.uint8)
        colour = Image.fromarray(np.stack([grey, grey // 2, 255 - grey], -1))
        image = colour.quantize(16) if mode == "P" else colour if mode == "RGB" else Image.fromarray(grey).convert(mode)
        out = io.BytesIO()
        image.save(out, "PNG")
        return out.getvalue()
    modes = ["L", "1", "P", "LA", "RGB"]
    raw.zip("train.zip", {f"train/{i}.png": page("L") for i in range(30)})
    raw.zip("train_cleaned.zip", {f"train_cleaned/{i}.png": page(modes[i % 5]) for i in range(30)})


def pictures(raw, folder, names):
    for name in names:
        raw.file(f"{folder}/{name}", f"{folder} {name}")


@competition("alaska2-image-steganalysis")
def steganography(raw):
    """A few more than the 5,000 that go into the test set."""
    names = [f"{i:05d}.jpg" for i in sorted(raw.ids(5300, lambda: 1 + raw.below(75000)))]
    for folder in ("Cover", "JMiPOD", "JUNIWARD", "UERD"):
        pictures(raw, folder, names)
        raw.clutter(folder)
    raw.csv("sample_submission.csv", ["Id", "Label"], [["0001.jpg", 0]])


@competition("aptos2019-blindness-detection")
def retinas(raw):
    ids = raw.hexes(900, 12)
    raw.csv("train.csv", ["id_code", "diagnosis"], [[i, raw.pick(0, 0, 0, 1, 2, 2, 3, 4)] for i in ids], end="\r\n")
    pictures(raw, "train_images", [f"{i}.png" for i in ids])
    raw.clutter("train_images", "test_images")


@competition("bms-molecular-translation")
def inchis(raw):
    ids = raw.hexes(1200, 12)
    raw.csv("train_labels.csv", ["image_id", "InChI"], [
        [i, raw.pick("InChI=1S/C13H20OS/c1-9(2)8-15-13-6-5-10(3)7-12(13)11(4)14/h5-7,9,11,14H,8H2,1-4H3", "InChI=1S/H2O/h1H2",
                     'InChI=1S/C8/"x"', "InChI=1S/B12")] for i in ids])
    pictures(raw, "train", [f"{i[0]}/{i[1]}/{i[2]}/{i}.png" for i in ids])
    raw.csv("extra_approved_InChIs.csv", ["InChI"], [["InChI=1S/CH4/h1H4"]])


@competition("cassava-leaf-disease-classification")
def cassava(raw):
    names = [f"{i}.jpg" for i in raw.ids(640, lambda: int(raw.rng.integers(1000015157, 4294967295)))]
    raw.csv("train.csv", ["image_id", "label"], [[name, raw.pick(3, 3, 3, 3, 0, 1, 2, 4)] for name in names])
    pictures(raw, "train_images", names)
    for k in range(16):
        raw.records(f"train_tfrecords/ld_train{k:02d}-{1327 + k}.tfrec", [(name, raw.image(form="JPEG")) for name in names[40 * k:40 * k + 40]])
    raw.clutter("train_tfrecords")
    raw.json("label_num_to_disease_map.json", {"0": "Cassava Bacterial Blight (CBB)"})


@competition("dog-breed-identification")
def dogs(raw):
    breeds = importlib.import_module("mlebench.competitions.dog-breed-identification.dogs").DOGS_LIST
    ids = raw.hexes(1000, 32)
    raw.csv("labels.csv", ["id", "breed"], [[i, breeds[min(raw.below(120), raw.below(120))]] for i in ids])
    pictures(raw, "train", [f"{i}.jpg" for i in ids])


@competition("dogs-vs-cats-redux-kernels-edition")
def cats(raw):
    files = {f"train/{kind}.{i}.jpg": f"{kind} {i}" for kind, count in (("cat", 230), ("dog", 411)) for i in range(count)}
    raw.zip("train.zip", {"train/": "", **files, "train/dog.9999.JPG": "no", "train/.DS_Store": "no", "__MACOSX/train/._cat.0.jpg": "no"})
    raw.zip("test.zip", {f"test/{i}.jpg": str(i) for i in range(1, 30)})


@competition("histopathologic-cancer-detection")
def tissues(raw):
    ids = raw.hexes(1100, 40)
    raw.csv("train_labels.csv", ["id", "label"], [[i, raw.below(2)] for i in ids])
    pictures(raw, "train", [f"{i}.tif" for i in ids])
    pictures(raw, "test", [f"{raw.hex(40)}.tif" for _ in range(287)] + ["x.TIF"])
    raw.clutter("train", "test")


@competition("hotel-id-2021-fgvc8")
def hotels(raw):
    names = [i + ".jpg" for i in raw.hexes(900, 16)] + ["ce27d36c9147cc19.jpg"]
    rows = [[name, raw.pick(0, 1, 87, 5), raw.rng.integers(0, 64000), raw.pick("2018-04-09 18:35:32", "")] for name in raw.rng.permutation(names)]
    raw.csv("train.csv", ["image", "chain", "hotel_id", "timestamp"], rows)
    for name, chain, *_ in rows:
        raw.file(f"train_images/{chain}/{name}", name)
    raw.clutter("train_images", "train_images/5")


@competition("imet-2020-fgvc7")
def artworks(raw):
    ids = raw.hexes(1300, 32)
    raw.csv("train.csv", ["id", "attribute_ids"], [[i, " ".join(str(raw.below(3474)) for _ in range(1 + raw.below(4)))] for i in ids])
    raw.csv("labels.csv", ["attribute_id", "attribute_name"], [[0, "country::Côte d'Ivoire"], [1, 'culture::"x"']], end="\r\n")
    pictures(raw, "train", [f"{i}.png" for i in ids])


@competition("invasive-species-monitoring")
def hydrangeas(raw):
    ids = [int(i) for i in raw.rng.permutation(np.arange(1, 501))]
    raw.zip("train_labels.csv.zip", {"train_labels.csv": raw.table(["name", "invasive"], [[i, raw.below(2)] for i in ids], end="\r\n")})
    raw.seven("train.7z", {f"train/{i}.jpg": str(i) for i in ids})
    raw.seven("test.7z", {"test/1.jpg": "t"})


@competition("iwildcam-2019-fgvc6")
def cameras(raw):
    ids = raw.ids(1500, lambda: "-".join(raw.hex(n) for n in (8, 4, 4, 4, 12)))
    raw.csv("train.csv", ["category_id", "date_captured", "file_name", "frame_num", "id", "location", "rights_holder", "seq_id", "seq_num_frames",
                          "width", "height"],
            [[raw.pick(0, 0, 19, 3), raw.some("2011-05-13 23:43:18"), i + ".jpg", 1 + raw.below(3), i, raw.below(138), raw.pick("Justin Brown", "Erin Boydston"),
              raw.hex(8), raw.some(raw.pick(1, 3), 0.02), 1024, raw.pick(747, 1024.0)] for i in ids])
    raw.zip("train_images.zip", {**{i + ".jpg": i for i in ids}, "__MACOSX/._x.jpg": "no"})
    raw.zip("test_images.zip", {"x.jpg": "t"})


@competition("kuzushiji-recognition")
def characters(raw):
    def boxes():
        return " ".join(f"U+{raw.pick('306F', '3044', '5348')} {raw.below(4000)} {raw.below(4000)} {raw.below(90)} {raw.below(90)}"
                        for _ in range(1 + raw.below(9)))
    ids = raw.ids(600, lambda: raw.pick(f"{raw.rng.integers(10**8, 10**9)}_{raw.below(99):05d}_{1 + raw.below(2)}", f"umgy{raw.below(999):03d}-{raw.below(99):03d}"))
    # pages without a character may be in the training set only
    trained = train_test_split(range(600), test_size=0.1, random_state=0)[0]
    blank = {trained[k] for k in range(0, 200, 20)}
    raw.csv("train.csv", ["image_id", "labels"], [[i, "" if k in blank else boxes()] for k, i in enumerate(ids)])
    raw.zip("train_images.zip", {i + ".jpg": i for i in ids})
    raw.zip("test_images.zip", {"test_x.jpg": "t"})
    raw.csv("unicode_translation.csv", ["Unicode", "char"], [["U+0031", "1"], ["U+306F", "は"]])
    raw.csv("sample_submission.csv", ["image_id", "labels"], [["x", "U+003F 1 1"]])


@competition("paddy-disease-classification")
def paddies(raw):
    names = [f"{i}.jpg" for i in raw.ids(800, lambda: 100001 + raw.below(10408))]
    rows = [[name, raw.pick("normal", "normal", "blast", "tungro", "dead_heart"), raw.pick("ADT45", "Ponni", "IR20"), 45 + raw.below(38)] for name in names]
    raw.csv("train.csv", ["image_id", "label", "variety", "age"], rows)
    raw.csv("sample_submission.csv", ["image_id", "label"], [["200001.jpg", ""]])
    for name, label, *_ in rows:
        raw.file(f"train_images/{label}/{name}", name)
    raw.clutter("train_images", "train_images/blast")


@competition("petfinder-pawpularity-score")
def pets(raw):
    ids = raw.hexes(1100, 32)
    features = ["Subject Focus", "Eyes", "Face", "Near", "Action", "Accessory", "Group", "Collage", "Human", "Occlusion", "Info", "Blur"]
    raw.csv("train.csv", ["Id"] + features + ["Pawpularity"], [[i] + [raw.below(2) for _ in features] + [1 + raw.below(100)] for i in ids])
    pictures(raw, "train", [f"{i}.jpg" for i in ids])
    pictures(raw, "test", ["x.jpg"])


@competition("plant-pathology-2020-fgvc7")
def apples(raw):
    ids = [f"Train_{i}" for i in range(1000)]
    raw.csv("train.csv", ["image_id", "healthy", "multiple_diseases", "rust", "scab"],
            [[i, *raw.rng.permutation([1, 0, 0, 0])] for i in raw.rng.permutation(ids)])
    pictures(raw, "images", [f"{i}.jpg" for i in ids] + ["Test_0.jpg", "Test_1820.jpg"])


@competition("plant-pathology-2021-fgvc8")
def leaves(raw):
    names = [i + ".jpg" for i in raw.hexes(1000, 16)]
    raw.csv("train.csv", ["image", "labels"], [[n, raw.pick("healthy", "scab frog_eye_leaf_spot complex", "rust")] for n in names])
    pictures(raw, "train_images", names)


@competition("plant-seedlings-classification")
def seedlings(raw):
    for species, count in {"Black-grass": 90, "Shepherd’s Purse": 40, "Small-flowered Cranesbill": 120, "Sugar beet": 55, "Maize": 1, "Éteule": 9}.items():
        pictures(raw, f"train/{species}", [raw.hex(9) + ".png" for _ in range(count)] + ["scan.PNG", "Thumbs.db"])
    raw.clutter("train")
    pictures(raw, "test", ["x.png"])


@competition("tgs-salt-identification-challenge")
def salt(raw):
    ids = raw.hexes(900, 10)
    rows = [[i, raw.pick("", "", "5051 5151", "9 93 109 94", "5051")] for i in ids]
    files = {f"competition_data/train/{kind}/{i}.png": f"{kind} {i}" for i in ids for kind in ("images", "masks")}
    raw.zip("competition_data.zip", {"competition_data/train.csv": raw.table(["id", "rle_mask"], rows), **files,
                                     "competition_data/.DS_Store": "no", "competition_data/test/images/x.png": "t", "__MACOSX/._x": "no"})
    raw.csv("depths.csv", ["id", "z"], [[i, raw.below(959)] for i in raw.rng.permutation(ids + [raw.hex(10) for _ in range(99)])], end="\r\n")


@competition("whale-categorization-playground")
def whales(raw):
    names = [i + ".jpg" for i in raw.hexes(1000, 8)]
    whales = [f"w_{raw.hex(7)}" for _ in range(350)]
    raw.csv("train.csv", ["Image", "Id"], [[n, raw.pick("new_whale", *whales[:80], *whales)] for n in names])
    pictures(raw, "train", names)
