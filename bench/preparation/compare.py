"""Prepares made-up raw folders of 13 competitions by MLE-bench's own code and by ours, and compares all files.

    python bench/preparation/compare.py MLE_BENCH_CHECKOUT DIR [--seed S] [--trimtab COMMAND]

The folders have the names, columns and archives of Kaggle's files and cells of the odd kinds that real files hold: quotes,
line ends and lone carriage returns in text, words that pandas takes for missing, decimals of many digits, columns that change their kind
far down, a byte order mark, lines that end as on Windows, pictures of all colour modes. Archives are compared by what they hold. Ends with 1 if a file
differs. Needs Python 3.11 with pandas 2.2, NumPy 1.26, scikit-learn 1.5, Pillow, and what mlebench.utils imports.
"""
import argparse
import csv
import importlib
import io
import json
import logging
import pathlib
import shlex
import shutil
import subprocess
import sys
import warnings
import zipfile

import numpy as np
import pandas as pd
from PIL import Image

TEXTS = ["Hello, world", "it's \"quoted\"", "line one\nline two", "line\r\nbreak", "tab\there", " leading", "trailing ", "NULL",
         "nan", "None", "NA", "", "1", "001", "1e5", "True", "é漢字", "😀", "\u00a0x", "\u2028x", "\"", "\"\"", "'", "#N/A", "-",
         "0.1", "\\n", "x" * 300, "\x0b", "\x1c", "&amp;"]


class Raw:
    """Writes one competition's raw files."""

    def __init__(self, folder, rng):
        self.folder, self.rng = folder, rng

    def pick(self, *values):
        return values[self.rng.integers(len(values))]

    def text(self):
        return " ".join(self.pick(*TEXTS) for _ in range(self.rng.integers(1, 4)))

    def hex(self, digits):
        return "".join(self.pick(*"0123456789abcdef") for _ in range(digits))

    def table(self, header, rows, quoting=csv.QUOTE_MINIMAL, end="\n"):
        out = io.StringIO()
        writer = csv.writer(out, quoting=quoting, lineterminator=end)
        writer.writerow(header)
        writer.writerows(rows)
        return out.getvalue()

    def file(self, name, content):
        path = self.folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content if isinstance(content, bytes) else content.encode())

    def zip(self, name, files):
        out = io.BytesIO()
        with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
            for inner, content in files.items():
                archive.writestr(inner, content)
        self.file(name, out.getvalue())


def cactus(raw):
    ids = [raw.hex(32) + ".jpg" for _ in range(150)]
    raw.file("train.csv", "\ufeff" + raw.table(["id", "has_cactus"], [[i, raw.rng.integers(2)] for i in ids]))
    raw.zip("train.zip", {"train/" + i: i for i in ids})


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


def insults(raw):
    def row(i):
        return [raw.rng.integers(2), raw.pick("20120618192155Z", ""), f'"{i} {raw.text()}"']
    raw.file("train.csv", raw.table(["Insult", "Date", "Comment"], [row(f"train {i}") for i in range(60)]))
    raw.file("test_with_solutions.csv", raw.table(["Insult", "Date", "Comment", "Usage"],
                                                  [row(i) + ["PrivateTest"] for i in range(50)], end="\r\n"))


def toxic(raw):
    labels = ["toxic", "severe_toxic", "obscene", "threat", "insult", "identity_hate"]
    train, test = ([raw.hex(16) for _ in range(n)] for n in (120, 80))
    tables = {
        "train.csv": raw.table(["id", "comment_text"] + labels, [[i, raw.text() + ".\r."] + [raw.rng.integers(2)] * 6 for i in train],
                               quoting=csv.QUOTE_NONNUMERIC),
        "test.csv": raw.table(["id", "comment_text"], [[i, raw.text()] for i in test]),
        "test_labels.csv": raw.table(["id"] + labels, [[i] + [raw.pick(-1, 0, 1)] * 6 for i in test]),
        "sample_submission.csv": raw.table(["id"] + labels, [[i] + [0.5] * 6 for i in test])}
    for name, table in tables.items():
        raw.zip(name + ".zip", {name: table})


def leaves(raw):
    classes = importlib.import_module("mlebench.competitions.leaf-classification.classes").CLASSES
    rows = [[7 * i + 1, classes[i % len(classes)]] + [
        raw.pick("0.0", "0.007812", "0.00097656", "0.000025", "1e-5", f"{raw.rng.random():.8f}") for _ in range(12)]
        for i in raw.rng.permutation(300)]
    raw.zip("train.csv.zip", {"train.csv": raw.table(["id", "species"] + [f"margin{i}" for i in range(12)], rows)})
    raw.zip("images.zip", {f"images/{row[0]}.jpg": str(row[0]) for row in rows})


def taxis(raw):
    def place():
        at = raw.rng.normal(-73.98, 0.05)
        return raw.pick(f"{at:.6f}", repr(float(at)), f"{at:.15f}", f"{at:.18g}", "0", "0.0", "-73", "1e-05", "-7.3e1")
    raw.file("train.csv", raw.table(
        ["key", "fare_amount", "pickup_datetime", "pickup_longitude", "pickup_latitude", "dropoff_longitude",
         "dropoff_latitude", "passenger_count"],
        [[f"2009-06-15 17:26:21.000{i}", raw.pick("4.5", "57", "-3", "5.70"), "2009-06-15 17:26:21 UTC", place(), place(),
          raw.pick(place(), ""), place(), raw.pick(1, 2, 208)] for i in range(12000)]))
    raw.file("GCP-Coupons-Instructions.rtf", "x")


def conductors(raw):
    rows = [[i + 1, raw.pick(12, 33), raw.pick("10.0", "80.0"), f"{raw.rng.normal(10, 4):.4f}",
             raw.pick("90.0026", "90", "120.00169999999999"), f"{raw.rng.random():.4f}", f"{raw.rng.random():.4f}"] for i in range(200)]
    raw.zip("train.csv.zip", {"train.csv": raw.table(
        ["id", "spacegroup", "number_of_total_atoms", "lattice_vector_1_ang", "lattice_angle_alpha_degree",
         "formation_energy_ev_natom", "bandgap_energy_ev"], rows, end="\r\n")})
    raw.zip("train.zip", {f"train/{i + 1}/geometry.xyz": str(i) for i in range(200)} | {"__MACOSX/x": "y"})
    raw.zip("test.csv.zip", {"test.csv": "id\n1\n"})
    raw.zip("test.zip", {"test/1/geometry.xyz": "t"})


def pizzas(raw):
    def request(i):
        return {"giver_username_if_known": "N/A", "post_was_edited": raw.pick(False, True, 1.36e9), "request_id": f"t3_{i:05x}",
                "request_text": raw.text(), "age": raw.pick(0.0, 55.2, float(raw.rng.random()), 1e-7, 123456789012.5),
                "requester_received_pizza": raw.pick(True, False), "subreddits": ["é"] * int(raw.rng.integers(3)),
                "flair": raw.pick(None, "PIF"), "unix_timestamp_of_request": 1317852607.0, "big": 10**18 + i}
    raw.file("train.json", json.dumps([request(i) for i in range(90)], indent=2))
    others = [{k: v for k, v in request(i).items() if k not in ("requester_received_pizza", "flair")} for i in range(40)]
    raw.file("test.json", json.dumps(others, ensure_ascii=False))


def catheters(raw):
    labels = ["ETT - Abnormal", "ETT - Borderline", "ETT - Normal", "NGT - Abnormal", "NGT - Borderline",
              "NGT - Incompletely Imaged", "NGT - Normal", "CVC - Abnormal", "CVC - Borderline", "CVC - Normal"]
    ids = [f"1.2.826.0.1.{int(raw.hex(15), 16)}" for _ in range(120)]
    raw.file("train.csv", raw.table(["StudyInstanceUID"] + labels + ["PatientID"], [
        [i] + [raw.rng.integers(2)] * 10 + [raw.pick("ec89415d1", "12345678e", "00123", "7e5")] for i in ids]))
    raw.file("train_annotations.csv", raw.table(["StudyInstanceUID", "label", "data"], [
        [raw.pick(*ids), raw.pick(*labels), "[[1487, 1279], [1477, 1168]]"] for _ in range(200)]))
    for i in ids:
        raw.file(f"train/{i}.jpg", i)


def authors(raw):
    rows = [[f"id{i:05d}", raw.text() + "\r.", raw.pick("EAP", "HPL", "MWS")] for i in raw.rng.permutation(150)]
    raw.zip("train.zip", {"train.csv": raw.table(["id", "text", "author"], rows, quoting=csv.QUOTE_ALL)})


def covers(raw):
    rows = [[i] + list(raw.rng.integers(-300, 5000, 10)) + [raw.rng.integers(1, 8)] for i in range(3000)]
    raw.file("train.csv", raw.table(["Id"] + [f"c{i}" for i in range(10)] + ["Cover_Type"], rows))


def interactions(raw):
    """140,000 rows, which pandas reads in three pieces; some columns are of another kind in the last one."""
    n = 140_000
    rows = np.arange(n)
    table = pd.DataFrame({"id": rows, **{f"f_{i:02d}": raw.rng.normal(0, 10**i, n) for i in range(4)},
                          "f_27": raw.rng.choice(["ABA", "BCB"], n), "target": raw.rng.integers(0, 2, n)})
    for name, early, late in [("real", "7", "1.50"), ("gap", "7", ""), ("text", "007", "x"), ("word", "1.50", "y"), ("truth", "True", "3"),
                              ("truths", "FALSE", "2.5"), ("odd", "true", "?")]:
        table["late_" + name] = np.where(rows < n - 3000, early, late)
    raw.file("train.csv", table.to_csv(index=False))


def normalization(raw):
    words = ["null", "NA", "2006", "$5", ",", '"', 'a "b"', "nan", "1.5", "N/A", "—", "None", "x,y"]
    rows = [[s, t, raw.pick("PLAIN", "PUNCT"), raw.pick(*words), raw.pick(*words)]
            for s in range(400) for t in range(raw.rng.integers(1, 8))]
    raw.zip("en_train.csv.zip", {"en_train.csv": raw.table(
        ["sentence_id", "token_id", "class", "before", "after"], rows, quoting=csv.QUOTE_NONNUMERIC)})
    for name in ("en_test_2.csv", "en_sample_submission_2.csv"):
        raw.zip(name + ".zip", {name: "id,after\n"})


COMPETITIONS = {
    "aerial-cactus-identification": cactus, "denoising-dirty-documents": documents,
    "detecting-insults-in-social-commentary": insults, "jigsaw-toxic-comment-classification-challenge": toxic,
    "leaf-classification": leaves, "new-york-city-taxi-fare-prediction": taxis,
    "nomad2018-predict-transparent-conductors": conductors, "random-acts-of-pizza": pizzas,
    "ranzcr-clip-catheter-line-classification": catheters, "spooky-author-identification": authors,
    "tabular-playground-series-dec-2021": covers, "tabular-playground-series-may-2022": interactions,
    "text-normalization-challenge-english-language": normalization}


def files(folder):
    """Returns the files of both parts by name, of archives those that they hold."""
    found = {}
    for part in ("public", "private"):
        for path in sorted((folder / part).rglob("*")):
            name = str(path.relative_to(folder))
            if path.suffix == ".zip":
                with zipfile.ZipFile(path) as archive:
                    found |= {f"{name}!{inner}": archive.read(inner) for inner in archive.namelist()}
            elif path.is_file() and path.name != "description.md":
                found[name] = path.read_bytes()
    return found


def main():
    p = argparse.ArgumentParser()
    p.add_argument("checkout", type=pathlib.Path)
    p.add_argument("dir", type=pathlib.Path)
    p.add_argument("--seed", type=int, default=0)
    p.add_argument("--trimtab", default=str(pathlib.Path(__file__).resolve().parents[2] / "trimtab"))
    a = p.parse_args()
    sys.path.insert(0, str(a.checkout))
    sys.dont_write_bytecode = True
    warnings.simplefilter("ignore")
    logging.disable(logging.CRITICAL)
    differing = 0
    for number, (name, make) in enumerate(COMPETITIONS.items()):
        raw, theirs = a.dir / "raw" / name, a.dir / "theirs" / name
        shutil.rmtree(a.dir / "copy", ignore_errors=True)
        for part in ("public", "private"):
            (theirs / part).mkdir(parents=True)
        make(Raw(raw, np.random.default_rng([a.seed, number])))
        shutil.copytree(raw, a.dir / "copy")
        importlib.import_module(f"mlebench.competitions.{name}.prepare").prepare(a.dir / "copy", theirs / "public", theirs / "private")
        subprocess.run([*shlex.split(a.trimtab), "prepare", name, "--raw", raw, "--data-dir", a.dir / "ours"], check=True,
                       stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        left, right = files(theirs), files(a.dir / "ours" / name / "prepared")
        different = [file for file in left.keys() | right.keys() if left.get(file) != right.get(file)]
        differing += len(different)
        print(f"{name}: {len(left)} files, {', '.join(sorted(different)[:5]) + ' differ' if different else 'all the same'}", flush=True)
    sys.exit(1 if differing else 0)


if __name__ == "__main__":
    main()
