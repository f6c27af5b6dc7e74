"""Raw folders of the competitions about sounds and recordings."""
import importlib

from raw import competition


@competition("mlsp-2013-birds")
def birds(raw):
    end = raw.pick("\n", "\r\n")
    names = [f"PC{raw.below(18)}_2009{raw.below(10**4):04d}_0500{i:02d}_0010" for i in range(645)]
    folds = [int(k >= 322) for k in raw.rng.permutation(645)]
    labels = [",".join(str(s) for s in sorted(raw.ids(raw.below(4), lambda: raw.below(19)))) for _ in names]
    essential, more = "mlsp_contest_dataset/essential_data/", "mlsp_contest_dataset/supplemental_data/"
    files = {
        "CVfolds_2.txt": raw.table(["rec_id", "fold"], list(enumerate(folds)), end=end),
        "rec_id2filename.txt": raw.table(["rec_id", "filename"], list(enumerate(names)), end=end),
        "species_list.txt": "class_id,code,species\n0,BRCR,Brown Creeper\n",
        "rec_labels_test_hidden.txt": end.join(["rec_id,[labels]"] + [
            f"{i},?" if folds[i] else f"{i},{labels[i]}" if labels[i] else str(i) for i in range(645)]) + end}
    files = {essential + name: text for name, text in files.items()}
    for name, number in (("histogram_of_segments", 0.9), ("segment_features", 0.7), ("segment_rectangles", 0.8)):
        rows = [f"{i},{k},{raw.number()},  {raw.below(9)}" for i in range(645) if raw.chance(number) for k in range(1 + raw.below(3))]
        files[f"{more}{name}.txt"] = end.join(["rec_id,[a header of its own]"] + rows) + raw.pick("", end)
    for i, name in enumerate(names):
        files[f"{essential}src_wavs/{name}.wav"] = f"wav {i}"
        for folder in ("filtered_spectrograms", "spectrograms", "supervised_segmentation"):
            files[f"{more}{folder}/{name}.bmp"] = f"{folder} {i}"
        if raw.chance(0.05):
            files[f"{more}segmentation_examples/{name}.bmp"] = f"example {i}"
    files |= {more + "segment_clusters.bmp": "c", more + "segment_mosaic.bmp": "m", essential + ".DS_Store": "no", "__MACOSX/x": "no"}
    raw.zip("mlsp_contest_dataset.zip", files)


@competition("freesound-audio-tagging-2019")
def tags(raw):
    classes = importlib.import_module("mlebench.competitions.freesound-audio-tagging-2019.vocabulary").CLASS_NAMES
    clips = raw.ids(600, lambda: raw.hex(8) + ".wav")
    private = [clip for clip in clips if raw.chance(0.8)]
    rows = [[clip, ",".join(raw.rng.permutation(classes)[:1 + raw.below(3)]), "Private" if clip in private else "Public", raw.below(10**6), "CC0"]
            for clip in clips]
    raw.zip("FSDKaggle2019.meta.zip", {"FSDKaggle2019.meta/test_post_competition.csv": raw.table(
        ["fname", "labels", "usage", "freesound_id", "license"], rows, end=raw.pick("\n", "\r\n")), "FSDKaggle2019.meta/README": "x"})
    raw.csv("sample_submission.csv", ["fname"] + classes, [[clip] + [0] * len(classes) for clip in raw.rng.permutation(private)])
    raw.csv("train_curated.csv", ["fname", "labels"], [[clip, '"x"'] for clip in clips])
    raw.zip("test.zip", {clip: clip for clip in private})
    raw.file("train curated/deep/er/x.wav", "x")
    raw.file(".DS_Store", "x")


@competition("multi-modal-gesture-recognition")
def gestures(raw):
    ids = [f"{i:04d}" for i in range(1, 401)]
    raw.csv("training.csv", ["Id", "Sequence"], [[i, " ".join(str(1 + raw.below(20)) for _ in range(raw.pick(1, 8, 20)))] for i in raw.rng.permutation(ids)],
            end=raw.pick("\n", "\r\n"))
    for part in range(1, 5):
        raw.tar(f"training{part}.tar.gz", {f"Sample0{i}.zip": f"zip {i}" for i in ids[100 * part - 100:100 * part]} | {".DS_Store": "x"})
    for name in ("validation1.tar.gz", "validation2.tar.gz", "validation3.tar.gz", "devel01-40.7z", "valid_all_files_combined.7z", "sample_code_mmrgc.zip"):
        if name.endswith("tar.gz"):
            raw.tar(name, {"Sample00410.zip": name})
        else:
            (raw.zip if name.endswith("zip") else raw.seven)(name, {"x": name})


@competition("the-icml-2013-whale-challenge-right-whale-redux")
def upcalls(raw):
    files = {}
    for day in ("20090328", "20090329", "20090330", "20090331"):
        for _ in range(150):
            second = raw.below(86400)
            files[f"train2/{day}_{second:06d}_{raw.below(900)}s{raw.below(9)}ms_TRAIN{len(files)}_{int(raw.chance(0.1))}.aif"] = str(len(files))
    raw.zip("train2.zip", {"train2/": "", **files, "__MACOSX/train2/._x.aif": "no"})
    raw.zip("test2.zip", {"test2/x.aif": "t"})


@competition("tensorflow-speech-recognition-challenge")
def words(raw):
    files = {"train/LICENSE": "x", "train/validation_list.txt": "bed/x.wav\n", "train/audio/.DS_Store": "x"}
    for word, count in {"bed": 120, "yes": 200, "no": 90, "_background_noise_": 6, "zero": 1, "on": 50, "Two words": 12}.items():
        files |= {f"train/audio/{word}/{name}_nohash_{k}.wav": f"{word} {name} {k}" for name in raw.ids(count // 2 + 1, lambda: raw.hex(8))
                  for k in range(2)}
    files |= {"train/audio/bed/deeper/0a_nohash_0.wav": "deeper", "train/audio/bed/b.WAV": "no"}
    raw.seven("train.7z", files)
    raw.seven("test.7z", {"test/audio/clip_000044442.wav": "t"})
