"""Make the data files of pocket competitions that are cut or built from other material.

Every choice is drawn from a fixed seed, and the files carry no time stamp, so the same material gives the same bytes.

    python3 derive.py COMPETITION MATERIAL_DIR

MATERIAL_DIR holds an extract of what the competition's data/SOURCE.md names: tables as CSV, the clips of a sound font end to end
in one WAV file with their labels, photographs and stamps as PNG. The step that made the extract is not part of this repository.

| competition | made of |
| --- | --- |
| alevel-chemistry | all pupils of schools that are drawn |
| debian-dependencies | packages that are drawn, one dependency of each hidden |
| instrument-samples | the clips of one sound file, a row each |
| photo-denoising | tiles cut from photographs, and the same with noise |
| object-cutouts | cut-out objects pasted on tiles of photographs, and their masks |
| word-pronunciation | words that are drawn |
"""
import argparse
import csv
import gzip
import io
import wave
from collections import Counter
from pathlib import Path

import numpy as np
import pandas as pd
from PIL import Image

from prepare import POCKET

SEED = 20266
RUN_TIMES = {"libc6", "libgcc-s1", "libstdc++6"}


def write_table(competition, name, header, rows):
    """Write data/<name>.csv.gz of a competition."""
    text = io.StringIO()
    csv.writer(text, lineterminator="\n").writerows([header, *rows])
    path = POCKET / competition / "data" / f"{name}.csv.gz"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(gzip.compress(text.getvalue().encode("utf-8"), mtime=0))


def alevel_chemistry(material, random):
    """Pupils of 700 of the 2,410 schools; without the pupil's number and the centred copy of the GCSE mean."""
    table = pd.read_csv(material / "alevel-chemistry.csv.gz", dtype=str)
    schools = random.permutation(sorted(table["school"].unique()))[:700]
    columns = ["lea", "school", "gender", "age", "gcsescore", "score"]
    write_table("alevel-chemistry", "alevel-chemistry", columns, table[table["school"].isin(schools)][columns].values)


def debian_dependencies(material, random, size=3600, candidates=200):
    """Packages of at least 4 dependencies with one hidden, which is one of the most frequent beside the C and C++ run times."""
    table = pd.read_csv(material / "debian-packages.csv.gz", dtype=str, keep_default_na=False)
    table["depends"] = table["depends"].map(lambda cell: sorted(set(cell.split())))
    table = table[table["depends"].map(len) >= 4]
    counts = Counter(name for cell in table["depends"] for name in cell if name not in RUN_TIMES)
    frequent = {name for name, _ in counts.most_common(candidates)}
    table = table[table["depends"].map(lambda cell: bool(frequent & set(cell)))]
    rows = []
    for at in random.permutation(len(table))[:size]:
        package, section, depends = table.iloc[at][["package", "section", "depends"]]
        hidden = random.choice([name for name in depends if name in frequent])
        rows.append([package, section, " ".join(name for name in depends if name != hidden), hidden])
    write_table("debian-dependencies", "packages", ["package", "section", "depends", "hidden"], rows)


def instrument_samples(material, random, length=2400):
    """The sound of each clip as one cell of numbers, with its family."""
    with wave.open(str(material / "clips.wav")) as sound:
        samples = np.frombuffer(sound.readframes(sound.getnframes()), dtype=np.uint8)
    labels = pd.read_csv(material / "labels.csv")
    rows = [[numbers(samples[clip * length:(clip + 1) * length]), family] for clip, family in zip(labels["clip"], labels["family"])]
    write_table("instrument-samples", "clips", ["samples", "family"], rows)


def numbers(array):
    """Whole numbers in one cell, row by row."""
    return " ".join(map(str, np.asarray(array).ravel().tolist()))


def grey(path):
    return np.asarray(Image.open(path).convert("L"), dtype=float)


def tiles(picture, side, count, random):
    """Random tiles of a picture that do not overlap, among those with some contrast."""
    places = [(top, left) for top in range(0, picture.shape[0] - side + 1, side)
              for left in range(0, picture.shape[1] - side + 1, side)]
    cut = [picture[places[at][0]:places[at][0] + side, places[at][1]:places[at][1] + side]
           for at in random.permutation(len(places))]
    return [tile for tile in cut if tile.std() >= 6][:count]


def photo_denoising(material, random, side=32, count=70):
    """Tiles with Gaussian noise of 12 % and 3 % black or white pixels, by photograph in a random order."""
    rows = []
    for photo, path in enumerate(random.permutation(sorted(material.glob("*.png")))):
        for tile in tiles(grey(path), side, count, random):
            noisy = tile + random.normal(0, 0.12 * 255, tile.shape)
            struck = random.uniform(size=tile.shape) < 0.03
            noisy = np.where(struck, random.choice([0, 255], tile.shape), noisy)
            rows.append([photo, numbers(np.clip(np.rint(noisy), 0, 255).astype(int)), numbers(tile.astype(int))])
    write_table("photo-denoising", "tiles", ["photo", "noisy", "clean"], rows)


def run_lengths(mask):
    """Starts (from 1) and lengths of the runs of a mask, row by row."""
    edges = np.flatnonzero(np.diff(np.concatenate([[0], mask.ravel().astype(int), [0]])))
    return " ".join(f"{start + 1} {end - start}" for start, end in zip(edges[::2], edges[1::2]))


def object_cutouts(material, random, side=40, copies=3):
    """Each object, mirrored or not, in a random size and place on tiles of photographs, in a random order of objects."""
    photos = [grey(path) for path in sorted((material / "photos").glob("*.png"))]
    rows = []
    for thing, path in enumerate(random.permutation(sorted((material / "objects").glob("*.png")))):
        for _ in range(copies):
            photo = photos[random.randint(len(photos))]
            top, left = (random.randint(0, size - side + 1) for size in photo.shape)
            picture = photo[top:top + side, left:left + side].copy()
            cutout = Image.open(path).convert("RGBA")
            scale = random.uniform(0.5, 0.95) * side / max(cutout.size)
            cutout = cutout.resize([max(4, round(scale * length)) for length in cutout.size], Image.BOX)
            alpha, shade = np.asarray(cutout)[:, :, 3] / 255, np.asarray(cutout.convert("L"), dtype=float)
            if random.randint(2):
                alpha, shade = alpha[:, ::-1], shade[:, ::-1]
            down, right = (random.randint(0, side - length + 1) for length in alpha.shape)
            place = np.s_[down:down + alpha.shape[0], right:right + alpha.shape[1]]
            mask = np.zeros((side, side), dtype=bool)
            mask[place] = alpha >= 0.5
            picture[place] = alpha * shade + (1 - alpha) * picture[place]
            picture += random.normal(0, 4, picture.shape)
            rows.append([thing, numbers(np.clip(np.rint(picture), 0, 255).astype(int)), run_lengths(mask)])
    write_table("object-cutouts", "pictures", ["object", "pixels", "mask"], rows)


def word_pronunciation(material, random, size=9000):
    table = pd.read_csv(material / "cmudict-g2p.csv.gz", dtype=str, keep_default_na=False)
    rows = table.iloc[random.permutation(len(table))[:size]]
    write_table("word-pronunciation", "words", ["word", "phonemes"], rows[["word", "phonemes"]].values)


MAKERS = {"alevel-chemistry": alevel_chemistry, "debian-dependencies": debian_dependencies,
          "instrument-samples": instrument_samples, "photo-denoising": photo_denoising,
          "object-cutouts": object_cutouts, "word-pronunciation": word_pronunciation}


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("competition", choices=sorted(MAKERS))
    parser.add_argument("material", type=Path)
    args = parser.parse_args()
    MAKERS[args.competition](args.material, np.random.RandomState(SEED))


if __name__ == "__main__":
    main()
