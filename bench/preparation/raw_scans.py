"""Raw folders of the competitions about medical scans, slides and measured fields."""
import io

import numpy as np
import pandas as pd

from raw import competition


def volume(raw, folder, files=3):
    for k in range(1 + raw.below(files)):
        raw.file(f"{folder}/{k}.dcm", f"{folder} {k}")


@competition("ranzcr-clip-catheter-line-classification")
def catheters(raw):
    labels = ["ETT - Abnormal", "ETT - Borderline", "ETT - Normal", "NGT - Abnormal", "NGT - Borderline",
              "NGT - Incompletely Imaged", "NGT - Normal", "CVC - Abnormal", "CVC - Borderline", "CVC - Normal"]
    ids = [f"1.2.826.0.1.{int(raw.hex(15), 16)}" for _ in range(120)]
    raw.csv("train.csv", ["StudyInstanceUID"] + labels + ["PatientID"], [
        [i] + [raw.rng.integers(2)] * 10 + [raw.pick("ec89415d1", "12345678e", "00123", "7e5")] for i in ids])
    raw.csv("train_annotations.csv", ["StudyInstanceUID", "label", "data"], [
        [raw.pick(*ids), raw.pick(*labels), "[[1487, 1279], [1477, 1168]]"] for _ in range(200)])
    for i in ids:
        raw.file(f"train/{i}.jpg", i)


@competition("rsna-2022-cervical-spine-fracture-detection")
def spines(raw):
    ids = raw.ids(400, raw.uid)
    raw.csv("train.csv", ["StudyInstanceUID", "patient_overall"] + [f"C{i}" for i in range(1, 8)], [[i] + [raw.below(2) for _ in range(8)] for i in ids])
    raw.csv("train_bounding_boxes.csv", ["StudyInstanceUID", "x", "y", "width", "height", "slice_number"], [
        [i, f"{raw.rng.random() * 500:.5f}", raw.number(500), "23.0", raw.pick("18", "18.5"), raw.below(400)] for i in raw.rng.permutation(ids)[:47]
        for _ in range(1 + raw.below(4))])
    for i in raw.rng.permutation(ids)[:87]:
        raw.file(f"segmentations/{i}.nii", i)
    for i in ids:
        volume(raw, f"train_images/{i}")
    raw.clutter("segmentations", f"train_images/{ids[0]}")


@competition("rsna-breast-cancer-detection")
def breasts(raw):
    rows = []
    for patient in raw.ids(300, lambda: raw.below(65000)):
        for side, view in (("L", "CC"), ("L", "MLO"), ("R", "MLO"), ("R", "CC"), ("R", "LMO"))[:raw.pick(4, 4, 5)]:
            image = int(raw.rng.integers(10**6, 2**31))
            rows.append([raw.pick(1, 2), patient, image, side, view, raw.some("61.0"), int(raw.chance(0.04)), 0, 0, raw.some("0.0", 0.5), 0,
                         raw.some("C", 0.4), raw.pick(29, 49), raw.pick("False", "True")])
            raw.file(f"train_images/{patient}/{image}.dcm", str(image))
    raw.csv("train.csv", ["site_id", "patient_id", "image_id", "laterality", "view", "age", "cancer", "biopsy", "invasive", "BIRADS", "implant",
                          "density", "machine_id", "difficult_negative_case"], rows)
    raw.clutter("train_images")


@competition("rsna-miccai-brain-tumor-radiogenomic-classification")
def tumors(raw):
    ids = [f"{i:05d}" for i in sorted(raw.ids(200, lambda: raw.below(1010)))]
    raw.csv("train_labels.csv", ["BraTS21ID", "MGMT_value"], [[i, raw.below(2)] for i in ids], end="\r\n")
    for i in ids:
        for kind in ("FLAIR", "T1wCE"):
            volume(raw, f"train/{i}/{kind}")
    raw.clutter("train", f"train/{ids[1]}")


@competition("siim-covid19-detection")
def lungs(raw):
    studies, rows, images = raw.hexes(400, 12), [], []
    for study in studies:
        rows.append([study + "_study", *raw.rng.permutation(raw.pick([1, 0, 0, 0], [1, 0, 0, 0], [0, 0, 0, 0]))])
        for _ in range(raw.pick(1, 1, 2)):
            box = " ".join(raw.number(900) for _ in range(4))
            found = raw.chance(0.6)
            images.append([raw.hex(12) + "_image", f"[{{'x': {raw.number(900)}, 'y': 582.43035}}]" if found else "",
                           f"opacity 1 {box} opacity 1 {box}" if found else "none 1 0 0 1 1", study])
            volume(raw, f"train/{study}/{raw.hex(12)}")
    raw.csv("train_study_level.csv", ["id", "Negative for Pneumonia", "Typical Appearance", "Indeterminate Appearance", "Atypical Appearance"], rows)
    raw.csv("train_image_level.csv", ["id", "boxes", "label", "StudyInstanceUID"], images)
    raw.clutter("train", f"train/{studies[0]}")


@competition("siim-isic-melanoma-classification")
def lesions(raw):
    names = raw.ids(800, lambda: f"ISIC_{raw.below(10**7):07d}")
    raw.csv("train.csv", ["image_name", "patient_id", "sex", "age_approx", "anatom_site_general_challenge", "diagnosis", "benign_malignant", "target"], [
        [i, f"IP_{raw.below(10**7):07d}", raw.some(raw.pick("male", "female")), raw.some("45.0"), raw.some("head/neck"), raw.pick("unknown", "nevus"),
         "benign", int(raw.chance(0.02))] for i in names])
    for k in range(16):
        raw.records(f"tfrecords/train{k:02d}-{2061 if k == 15 else 2071}.tfrec", [(name, raw.image()) for name in names[50 * k:50 * k + 50]])
    raw.file("tfrecords/test00-687.tfrec", "t")
    for name in names:
        raw.file(f"train/{name}.dcm", name)
        raw.file(f"jpeg/train/{name}.jpg", "j" + name)
    raw.clutter("tfrecords", "jpeg/train")


@competition("vinbigdata-chest-xray-abnormalities-detection")
def chests(raw):
    """As many pictures as Kaggle's, which the original checks."""
    ids, rows = raw.hexes(15_000, 32), []
    for i in ids:
        raw.file(f"train/{i}.dicom", i)
        if raw.chance(0.8):
            rows += [[i, "No finding", 14, f"R{1 + raw.below(17)}", "", "", "", ""] for _ in range(raw.pick(1, 3))]
        else:
            rows += [[i, raw.pick("Aortic enlargement", "Other lesion"), raw.below(14), f"R{1 + raw.below(17)}"]
                     + [raw.some(raw.pick("691", "1375.0", raw.number(900)), 0.02) for _ in range(4)] for _ in range(1 + raw.below(6))]
    raw.csv("train.csv", ["image_id", "class_name", "class_id", "rad_id", "x_min", "y_min", "x_max", "y_max"], [rows[k] for k in raw.rng.permutation(len(rows))])
    raw.csv("sample_submission.csv", ["image_id", "PredictionString"], [])


@competition("uw-madison-gi-tract-image-segmentation")
def bowels(raw):
    rows = []
    for case in raw.ids(40, lambda: 1 + raw.below(156)):
        for day in raw.ids(1 + raw.below(7), lambda: raw.below(40)):
            size = raw.pick("266_266_1.50_1.50", "310_360_1.50_1.50", "234_234_1.63_1.63")
            for k in range(1, 4):
                raw.file(f"train/case{case}/case{case}_day{day}/scans/slice_{k:04d}_{size}.png", f"{case} {day} {k}")
                rows += [[f"case{case}_day{day}_slice_{k:04d}", kind, raw.pick("", "", "28094 3 28358 7", "1 1")]
                         for kind in ("large_bowel", "small_bowel", "stomach")]
    raw.csv("train.csv", ["id", "class", "segmentation"], rows)
    raw.csv("sample_submission.csv", ["id", "class", "predicted"], [])
    for row in rows[::60]:
        case, day = row[0].split("_")[:2]
        raw.clutter("train", f"train/{case}", f"train/{case}/{case}_{day}/scans")
        raw.file(f"train/{case}/{case}_day99/scans/slice_0001_266_266_1.50_1.50.png", "a day without a row")


@competition("osic-pulmonary-fibrosis-progression")
def fibroses(raw):
    """Every week of a patient once: which of two visits in one week the original takes depends on the machine."""
    rows = []
    for patient in raw.ids(160, lambda: f"ID{raw.below(10**5):05d}637202{raw.rng.integers(10**14, 10**15)}"):
        fixed = [raw.below(30) + 60, raw.pick("Male", "Female"), raw.some(raw.pick("Ex-smoker", "Never smoked"), 0.02)]
        rows += [[patient, week, 800 + raw.below(5000), raw.some(raw.pick("58.253649136642546", raw.number(90)), 0.05), *fixed]
                 for week in raw.ids(1 + raw.below(9), lambda: raw.below(139) - 5)]
        volume(raw, f"train/{patient}")
    raw.csv("train.csv", ["Patient", "Weeks", "FVC", "Percent", "Age", "Sex", "SmokingStatus"], [rows[k] for k in raw.rng.permutation(len(rows))], end="\r\n")
    raw.clutter("train")


@competition("hubmap-kidney-segmentation")
def kidneys(raw):
    ids = raw.hexes(20, 9)
    raw.csv("train.csv", ["id", "encoding"], [[i, " ".join(f"{raw.below(10**9)} {raw.below(99)}" for _ in range(2000))] for i in ids[:15]])
    raw.csv("HuBMAP-20-dataset_information.csv", ["image_file", "width_pixels", "height_pixels", "patient_number", "race", "bmi_kg/m^2", "percent_cortex"],
            [[i + ".tiff", raw.below(50000), raw.below(50000), raw.some(68138), "White", raw.number(30), 80] for i in raw.rng.permutation(ids)])
    for i in ids[:15]:
        for end in (".tiff", ".json", "-anatomical-structure.json"):
            raw.file(f"train/{i}{end}", i + end)
    raw.csv("sample_submission.csv", ["id", "predicted"], [])


@competition("hms-harmful-brain-activity-classification")
def brains(raw):
    votes = ["seizure_vote", "lpd_vote", "gpd_vote", "lrda_vote", "grda_vote", "other_vote"]
    eegs, rows = iter(raw.ids(900, lambda: int(raw.rng.integers(10**6, 2**32)))), []
    for spectrogram in raw.ids(250, lambda: int(raw.rng.integers(10**5, 2**31))):
        for eeg in [next(eegs) for _ in range(1 + raw.below(3))]:
            patient = raw.below(65000)
            for k in range(1 + raw.below(4)):
                counts = [raw.below(9) for _ in votes]
                counts[raw.below(6)] += 1
                rows.append([eeg, k, f"{6.0 * k}", spectrogram, k, raw.pick("0.0", "24.0"), raw.rng.integers(2**32), patient, "Seizure"] + counts)
            raw.file(f"train_eegs/{eeg}.parquet", str(eeg))
        raw.file(f"train_spectrograms/{spectrogram}.parquet", str(spectrogram))
    raw.csv("train.csv", ["eeg_id", "eeg_sub_id", "eeg_label_offset_seconds", "spectrogram_id", "spectrogram_sub_id", "spectrogram_label_offset_seconds",
                          "label_id", "patient_id", "expert_consensus"] + votes, rows)
    raw.file("example_figures/deeper/a figure.pdf", "x")
    raw.clutter("example_figures", "train_eegs")


@competition("vesuvius-challenge-ink-detection")
def scrolls(raw):
    for fragment in "123":
        for name in ("mask.png", "inklabels.png"):
            raw.file(f"train/{fragment}/{name}", f"{fragment} {name}")
        raw.file(f"train/{fragment}/ir.png", raw.image(3 + raw.below(300), 7 + raw.below(90)))
        raw.csv(f"train/{fragment}/inklabels_rle.csv", ["Id", "Predicted"], [[fragment, " ".join(str(raw.below(10**7)) for _ in range(9000))]])
        for k in range(65):
            raw.file(f"train/{fragment}/surface_volume/{k:02d}.tif", f"{fragment} {k}")
    raw.clutter("train", "train/1", "train/2/surface_volume")


@competition("google-research-identify-contrails-reduce-global-warming")
def contrails(raw):
    def record(number, trained):
        height, width = raw.pick((16, 16), (12, 20))
        for band in range(8, 17):
            raw.file(f"{'train' if trained else 'validation'}/{number}/band_{band:02d}.npy", raw.array(np.float32(raw.rng.normal(size=(height, width, 2)))))
        share = raw.pick(0, 0, 0.1, 0.6, 1)
        mask = (raw.rng.random((height, width, 1)) < share).astype(raw.pick(np.int32, np.uint8, bool, np.int64, np.float32))
        raw.file(f"{'train' if trained else 'validation'}/{number}/human_pixel_masks.npy", raw.array(np.asfortranarray(mask) if raw.chance(0.3) else mask))
        raw.file(f"{'train' if trained else 'validation'}/{number}/human_individual_masks.npy", b"x")
        return {"record_id": str(number), "row_min": raw.number(9e5), "row_size": 2004.0173154875404, "col_min": float(raw.rng.normal()), "col_size": 1e16,
                "timestamp": raw.pick(1558117200, 1558117200.5), "projection_wkt": 'PROJCRS["unnamed",\n BASEGEOGCRS["é"]]', "none": None}
    ids = raw.ids(160, lambda: int(raw.rng.integers(10**18, 9 * 10**18)))
    raw.json("train_metadata.json", [record(i, True) for i in ids[:130]], indent=raw.pick(None, 1))
    raw.json("validation_metadata.json", [record(i, False) for i in ids[130:]])
    raw.clutter("train", "validation")


@competition("icecube-neutrinos-in-deep-ice")
def neutrinos(raw):
    batches = np.repeat(np.arange(1, 61), 200)
    table = pd.DataFrame({"batch_id": batches, "event_id": np.sort(raw.rng.choice(10**10, len(batches), replace=False)),
                          "first_pulse_index": np.arange(len(batches)) * 61, "last_pulse_index": np.arange(len(batches)) * 61 + 60,
                          "azimuth": raw.rng.random(len(batches)) * 2 * np.pi, "zenith": raw.rng.random(len(batches)) * np.pi})
    out = io.BytesIO()
    table.to_parquet(out, engine="pyarrow", index=False, row_group_size=5000)
    raw.file("train_meta.parquet", out.getvalue())
    raw.csv("sensor_geometry.csv", ["sensor_id", "x", "y", "z"], [[0, -256.14, -521.08, 496.03]], end="\r\n")
    for batch in range(1, 61):
        raw.file(f"train/batch_{batch}.parquet", str(batch))
    raw.clutter("train")


@competition("seti-breakthrough-listen")
def signals(raw):
    ids = raw.hexes(900, 15)
    raw.csv("train_labels.csv", ["id", "target"], [[i, int(raw.chance(0.1))] for i in ids])
    for i in ids:
        raw.file(f"train/{i[0]}/{i}.npy", i)
    raw.file("old_leaky_data/train_old/0/00034abb3629.npy", "x")
    raw.csv("old_leaky_data/train_labels_old.csv", ["id", "target"], [["00034abb3629", 0]])
    raw.clutter("train", "old_leaky_data")
