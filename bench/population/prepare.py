"""Prepare competitions from their folders: public train and test, private answers, refolds.

An implementation of the competition format that is independent of the Java one: the random split
is scikit-learn's own train_test_split. The SHA-256 of every file written is printed, so that two
implementations can be compared byte by byte.

    python3 prepare.py --out DATA_DIR [COMPETITION ...]
"""
import argparse
import csv
import gzip
import hashlib
import io
import math
import shutil
from collections import Counter
from pathlib import Path

import numpy as np
import yaml
from sklearn.model_selection import train_test_split

POCKET = Path(__file__).resolve().parents[2] / "benchmark" / "competitions" / "pocket"


def load_config(competition):
    """The parsed competition.yaml of a pocket competition."""
    return yaml.safe_load((POCKET / competition / "competition.yaml").read_text(encoding="utf-8"))


def read_csv(path):
    """Header and rows of a .csv or .csv.gz file, every cell as the text in the file."""
    raw = Path(path).read_bytes()
    text = (gzip.decompress(raw) if path.suffix == ".gz" else raw).decode("utf-8")
    header, *rows = csv.reader(io.StringIO(text, newline=""))
    return header, rows


def write_csv(path, header, rows):
    """Write a CSV file with quotes only where needed and \\n line ends."""
    path.parent.mkdir(parents=True, exist_ok=True)
    with open(path, "w", encoding="utf-8", newline="") as out:
        csv.writer(out, lineterminator="\n").writerows([header, *rows])


def read_sheet(folder, sheet):
    """Tiles of an image sheet, each side shrunk by a block mean rounded half up, joined with the label file."""
    from PIL import Image
    pixels = np.asarray(Image.open(folder / sheet["image"]).convert("L"), dtype=np.int64)
    header, labels = read_csv(folder / sheet["labels"])
    tile, shrink = sheet["tile"], sheet["shrink"]
    side, area = tile // shrink, shrink * shrink
    rows = []
    for i, label in enumerate(labels):
        top, left = i // sheet["columns"] * tile, i % sheet["columns"] * tile
        sums = pixels[top:top + tile, left:left + tile].reshape(side, shrink, side, shrink).sum(axis=(1, 3))
        rows.append([str(v) for v in ((2 * sums + area) // (2 * area)).ravel()] + label)
    return [f"px{i}" for i in range(side * side)] + header, rows


def raw_table(folder, recipe):
    """Header and rows of the raw files named by a recipe."""
    if "sheet" in recipe:
        return read_sheet(folder, recipe["sheet"])
    header, rows = None, []
    for name in recipe["source"]:
        header, part = read_csv(folder / name)
        rows += part
    return header, rows


def keep_columns(header, rows, names):
    """The named columns, in that order."""
    at = [header.index(name) for name in names]
    return [[row[i] for i in at] for row in rows]


def load_table(folder, config):
    """Header and rows after keep-top, label and drop: features under their original names, target last."""
    recipe, target = config["prepare"], config["target"]
    header, rows = raw_table(folder, recipe)
    if "keep-top" in recipe:
        at = header.index(recipe["keep-top"]["column"])
        counts = Counter(row[at] for row in rows)
        kept = sorted(counts, key=lambda value: (-counts[value], value))[:recipe["keep-top"]["count"]]
        rows = [row for row in rows if row[at] in kept]
    dropped = set(recipe.get("drop", []))
    if "label" in recipe:
        label = recipe["label"]
        at = header.index(label["from"])
        rows = [row + [label["map"].get(row[at], label["otherwise"])] for row in rows]
        header = header + [target]
        dropped.add(label["from"])
    names = [name for name in header if name not in dropped and name != target] + [target]
    return names, keep_columns(header, rows, names)


def split_rows(header, rows, split):
    """Train rows and test rows of the competition, in the order they are written."""
    if split["rule"] == "random":
        train, test = train_test_split(range(len(rows)), test_size=split["test-fraction"],
                                       random_state=split["seed"])
        return [rows[i] for i in train], [rows[i] for i in test]
    order = [header.index(name) for name in split["order-by"]]
    rows = sorted(rows, key=lambda row: [float(row[i]) for i in order])
    (column, first), = split["test-from"].items()
    at = header.index(column)
    return ([row for row in rows if float(row[at]) < first], [row for row in rows if float(row[at]) >= first])


def refolds(header, train, test, split, folds):
    """Pairs (train rows, test rows) made from the public train rows alone (the test rows give only a length)."""
    if split["rule"] == "random":
        n = len(train)
        order = np.random.RandomState(split["seed"] + 1000).permutation(n)
        for j in range(folds):
            low, high = j * n // folds, (j + 1) * n // folds
            yield ([train[i] for i in np.concatenate([order[:low], order[high:]])],
                   [train[i] for i in order[low:high]])
        return
    (column, first), = split["test-from"].items()
    at = header.index(column)
    length = len({row[at] for row in test})
    for j in range(folds):
        end = first - j * length
        yield ([row for row in train if float(row[at]) < end - length],
               [row for row in train if end - length <= float(row[at]) < end])


def sample_cells(config, labels):
    """Cells after the id of every sample submission row, from the train labels alone."""
    counts = Counter(labels)
    if "sample" in config["prepare"].get("write", {}):
        return [config["prepare"]["write"]["sample"]]
    if config["metric"] == "log-loss":
        return ["%.6f" % (counts[name] / len(labels)) for name in config["classes"]]
    if config["metric"] in ("accuracy", "qwk"):
        return [min(counts, key=lambda value: (-counts[value], value))]
    return ["%.6g" % (math.fsum(map(float, labels)) / len(labels))]


def write_split(out, config, header, train, test, description):
    """Write public/ and private/ for one split; ids run on from train to test."""
    rename = config["prepare"].get("rename", {})
    names = [config["id-column"]] + [rename.get(name, name) for name in header]
    target = names[-1]
    numbered = [[str(i)] + row for i, row in enumerate(train + test)]
    train, test = numbered[:len(train)], numbered[len(train):]
    write_csv(out / "public/train.csv", names, train)
    write_csv(out / "public/test.csv", names[:-1], [row[:-1] for row in test])
    cells = sample_cells(config, [row[-1] for row in train])
    write_csv(out / "public/sample_submission.csv", names[:1] + (config["classes"] or [target]),
              [[row[0]] + cells for row in test])
    shutil.copy(description, out / "public/description.md")
    write_csv(out / "private/answers.csv", [names[0], target], [[row[0], row[-1]] for row in test])


def prepare(competition, out):
    """Write OUT/<id>/prepared and OUT/<id>/refold-<j> for every fold of the competition."""
    folder, config, out = POCKET / competition, load_config(competition), Path(out) / competition
    split = config["prepare"]["split"]
    header, rows = load_table(folder, config)
    train, test = split_rows(header, rows, split)
    write_split(out / "prepared", config, header, train, test, folder / "description.md")
    for j, (part, held_out) in enumerate(refolds(header, train, test, split, config["refold"]["folds"])):
        write_split(out / f"refold-{j}", config, header, part, held_out, folder / "description.md")


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("competitions", nargs="*", help="ids of pocket competitions; all without any")
    parser.add_argument("--out", required=True, type=Path, help="data directory to write to")
    args = parser.parse_args()
    for competition in args.competitions or sorted(path.name for path in POCKET.iterdir() if path.is_dir()):
        prepare(competition, args.out)
        for path in sorted((args.out / competition).rglob("*.csv")):
            print(f"{hashlib.sha256(path.read_bytes()).hexdigest()}  {path.relative_to(args.out)}")


if __name__ == "__main__":
    main()
