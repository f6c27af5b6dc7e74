"""Prepares made-up raw folders of competitions by MLE-bench's own code and by ours, and compares all files.

    python bench/preparation/compare.py MLE_BENCH_CHECKOUT DIR [--seed S] [--only ID...] [--trimtab COMMAND]

The folders have the names, columns and archives of Kaggle's files and cells of the odd kinds that real files hold: quotes,
line ends and lone carriage returns in text, words that pandas takes for missing, decimals of many digits, ids that look like numbers, columns
that change their kind far down, a byte order mark, lines that end as on Windows, pictures of all colour modes, clutter of desktops. Archives are
compared by what they hold, Parquet tables as pandas reads them, folders by their names. Ends with 1 if anything differs.
Needs Python 3.11 with pandas 2.2, NumPy 1.26, scikit-learn 1.5, Pillow, py7zr, pymongo, pyarrow, fastparquet, and what mlebench.utils imports.
"""
import argparse
import io
import logging
import pathlib
import shlex
import shutil
import subprocess
import sys
import tarfile
import warnings
import zipfile
import zlib

import numpy as np
import pandas as pd
import py7zr

import originals
# these register what makes raw folders
import raw_images
import raw_marked
import raw_scans
import raw_sound
import raw_tables
import raw_text
from raw import MAKERS, Raw


def held(path):
    """Returns what a file holds, by the names of an archive's entries, or None where it is no archive."""
    if path.suffix == ".zip":
        with zipfile.ZipFile(path) as archive:
            return {name: archive.read(name) for name in archive.namelist()}
    if path.suffix == ".7z":
        with py7zr.SevenZipFile(path) as archive:
            factory = py7zr.io.BytesIOFactory(1 << 30)
            archive.extractall(factory=factory)
            return {name: content.read() for name, content in factory.products.items()}
    if path.name.endswith((".tar", ".tar.gz")):
        with tarfile.open(path) as archive:
            return {entry.name: archive.extractfile(entry).read() for entry in archive if entry.isfile()}
    return None


def files(folder):
    """Returns the files and folders of both parts by name, of archives what they hold."""
    found = {}
    for part in ("public", "private"):
        for path in sorted((folder / part).rglob("*")):
            name = str(path.relative_to(folder))
            if path.is_dir():
                found[name + "/"] = b""
            elif path.name != "description.md":
                entries = held(path)
                found |= {name: path.read_bytes()} if entries is None else {f"{name}!{inner}": content for inner, content in entries.items()}
    return found


def same(name, left, right):
    """Returns whether two files are the same, Parquet tables as pandas reads them."""
    if left is None or right is None or left == right or not name.endswith(".parquet"):
        return left == right
    return pd.read_parquet(io.BytesIO(left)).equals(pd.read_parquet(io.BytesIO(right)))


def compare(name, a):
    """Prepares a competition in both ways and returns how many files differ."""
    raw, copy, theirs, ours = (a.dir / part / name for part in ("raw", "copy", "theirs", "ours"))
    for folder in (raw, copy, theirs, ours):
        shutil.rmtree(folder, ignore_errors=True)
    for part in ("public", "private"):
        (theirs / part).mkdir(parents=True)
    MAKERS[name](Raw(raw, np.random.default_rng([a.seed, zlib.crc32(name.encode())])))
    shutil.copytree(raw, copy)
    originals.prepare(name, copy, theirs / "public", theirs / "private")
    done = subprocess.run([*shlex.split(a.trimtab), "prepare", name, "--raw", raw, "--data-dir", a.dir / "ours"], stdout=subprocess.PIPE,
                          stderr=subprocess.STDOUT, text=True)
    if done.returncode:
        print(f"{name}: ours ends with {done.returncode}: {done.stdout.strip()}", flush=True)
        return 1
    left, right = files(theirs), files(ours / "prepared")
    different = sorted(file for file in left.keys() | right.keys() if not same(file, left.get(file), right.get(file)))
    print(f"{name}: {len(left)} files, {', '.join(different[:5]) + ' differ' if different else 'all the same'}", flush=True)
    if not different:
        for folder in (raw, copy, theirs, ours):
            shutil.rmtree(folder)
    return len(different)


def main():
    p = argparse.ArgumentParser()
    p.add_argument("checkout", type=pathlib.Path)
    p.add_argument("dir", type=pathlib.Path)
    p.add_argument("--seed", type=int, default=0)
    p.add_argument("--only", nargs="+", metavar="ID", choices=sorted(MAKERS))
    p.add_argument("--trimtab", default=str(pathlib.Path(__file__).resolve().parents[2] / "trimtab"))
    a = p.parse_args()
    sys.path.insert(0, str(a.checkout))
    sys.dont_write_bytecode = True
    warnings.simplefilter("ignore")
    logging.disable(logging.CRITICAL)
    sys.exit(1 if sum([compare(name, a) for name in a.only or sorted(MAKERS)]) else 0)


if __name__ == "__main__":
    main()
