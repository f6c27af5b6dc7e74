"""Times the grading of large made-up submissions, MLE-bench's own way and ours in turn, each as a process of its own.

    python bench/graders/speed.py MLE_BENCH_CHECKOUT DIR [--rows N] [--times N] [--trimtab COMMAND]

Theirs is timed in two ways: as its own command, `mlebench grade-sample`, and as a Python process that does no more than import
what the grader needs, read both files and call it. Ours is `trimtab grade`. Printed are medians of wall seconds, processor
seconds and the peak of resident memory, of the bare call also the seconds without imports, and how many times theirs are ours,
wall and processor seconds. Needs what generate.py needs, appdirs, diskcache, tenacity and py7zr; the files are made in DIR. All
must give the same score, to the report's 5 decimals.

The command compares with the leaderboards of the checkout. Where those were not fetched (git lfs pull) a copy of the checkout
in DIR gets made-up ones of the same size.
"""
import argparse
import itertools
import multiprocessing
import os
import pathlib
import re
import shlex
import shutil
import statistics
import subprocess
import sys
import tempfile
import time

import numpy as np
import pandas as pd

BARE = """
import sys, time, logging, pathlib
began = time.time()
sys.path.insert(0, sys.argv[1])
from mlebench.utils import import_fn, load_answers, read_csv
logging.disable(logging.CRITICAL)
grade = import_fn(f"mlebench.competitions.{sys.argv[2]}.grade:grade")
ready = time.time()
print(repr(round(float(grade(read_csv(sys.argv[4]), load_answers(pathlib.Path(sys.argv[3])))), 5)), time.time() - ready)
"""


def cases(rows, rng):
    """Yields competition, answers' file, name, answers and submission."""
    hashes = [f"{x:08x}" for x in rng.permutation(rows)]
    labels = (rng.random(rows) < 0.3).astype(int)
    shares = np.clip(labels * 0.3 + rng.random(rows) * 0.7, 0, 1)
    answers = pd.DataFrame({"id": hashes, "target": labels})
    given = pd.DataFrame({"id": hashes, "target": shares})
    yield "seti-breakthrough-listen", "test.csv", "AUC", answers, given
    yield "seti-breakthrough-listen", "test.csv", "AUC, rows shuffled", answers, given.sample(frac=1, random_state=1)
    pets = pd.DataFrame({"id": np.arange(1, rows + 1), "label": labels})
    yield "dogs-vs-cats-redux-kernels-edition", "answers.csv", "log loss", pets, pets.assign(label=shares)
    fares = pd.DataFrame({"key": hashes, "fare_amount": np.round(rng.gamma(2, 6, rows), 2)})
    guesses = fares.assign(fare_amount=fares.fare_amount + rng.normal(0, 3, rows))
    yield "new-york-city-taxi-fare-prediction", "test.csv", "RMSE", fares, guesses
    covers = pd.DataFrame({"Id": np.arange(rows), "Cover_Type": rng.integers(1, 8, rows)})
    wrong = rng.random(rows) < 0.1
    guessed = covers.assign(Cover_Type=np.where(wrong, 1, covers.Cover_Type))
    yield "tabular-playground-series-dec-2021", "test.csv", "accuracy", covers, guessed


def write_cases(folder, rows):
    """Writes the files of all cases; a list of competition, name, answers' file and submission."""
    written = []
    for competition, file, name, answers, submission in cases(rows, np.random.default_rng(1)):
        private, given = folder / competition / "prepared" / "private" / file, folder / f"{name}.csv"
        private.parent.mkdir(parents=True, exist_ok=True)
        answers.to_csv(private, index=False)
        submission.to_csv(given, index=False)
        written.append((competition, name, private, given))
    return written


def with_leaderboards(checkout, folder, competitions):
    """A copy of the checkout where these competitions have leaderboards."""
    shutil.copytree(checkout / "mlebench", folder / "mlebench", dirs_exist_ok=True)
    for competition in competitions:
        file = folder / "mlebench" / "competitions" / competition / "leaderboard.csv"
        pointer = re.search(r"^version https://git-lfs.*^size (\d+)", file.read_text(), re.DOTALL | re.MULTILINE)
        if pointer:
            rows = (f"{team / 1e5:.5f},{team},True,2021-01-01 00:00:00,{team / 1e5:.5f},True" for team in itertools.count(1))
            text = "scoreNullable,teamId,hasTeamName,submissionDate,score,hasScore\n"
            while len(text) < int(pointer[1]):
                text += next(rows) + "\n"
            file.write_text(text)
    return folder


def timed(command, **options):
    """What a process printed, and its wall seconds, processor seconds and peak of resident megabytes."""
    with tempfile.TemporaryFile("w+") as out, tempfile.TemporaryFile("w+") as err:
        began = time.time()
        process = subprocess.Popen(command, stdout=out, stderr=err, **options)
        _, status, used = os.wait4(process.pid, 0)
        wall = time.time() - began
        process.returncode = os.waitstatus_to_exitcode(status)
        out.seek(0), err.seek(0)
        if process.returncode != 0:
            sys.exit(f"{' '.join(map(str, command))}: {err.read()}")
        return out.read(), err.read(), (wall, used.ru_utime + used.ru_stime, used.ru_maxrss / 1024)


def score_in(report):
    """The score in a report as JSON."""
    return float(re.search(r'"score" *: *([^,]+),', report)[1])


def bare_call(original, competition, answers, given):
    """Score, and seconds and megabytes, the last ones the seconds without the imports."""
    out, _, measured = timed([sys.executable, "-c", BARE, original, competition, answers, given])
    score, alone = out.split()
    return float(score), (*measured, float(alone))


def grade_sample(original, competition, given, data):
    """Score, and seconds and megabytes."""
    command = [sys.executable, "-m", "mlebench.cli", "grade-sample", given.resolve(), competition, "--data-dir", data.resolve()]
    out, err, measured = timed(command, cwd=original, env={**os.environ, "PYTHONPATH": "."})
    return score_in(out + err), measured


def ours(trimtab, competition, given, data):
    """Score, and seconds and megabytes."""
    out, _, measured = timed([*shlex.split(trimtab), "grade", given, competition, "--data-dir", data])
    return score_in(out), measured


def main():
    p = argparse.ArgumentParser()
    p.add_argument("checkout", type=pathlib.Path)
    p.add_argument("dir", type=pathlib.Path)
    p.add_argument("--rows", type=int, default=1_000_000)
    p.add_argument("--times", type=int, default=5)
    p.add_argument("--trimtab", default=str(pathlib.Path(__file__).resolve().parents[2] / "trimtab"))
    a = p.parse_args()
    # in a process of its own: the peak of a child begins at what its parent held when it was started
    with multiprocessing.Pool(1) as pool:
        written = pool.apply(write_cases, (a.dir, a.rows))
    original = with_leaderboards(a.checkout, a.dir / "original", {competition for competition, *_ in written})
    for competition, name, private, given in written:
        runs = [(bare_call(original, competition, private, given), grade_sample(original, competition, given, a.dir),
                 ours(a.trimtab, competition, given, a.dir)) for _ in range(a.times)]
        scores = {score for run in runs for score, _ in run}
        if len(scores) > 1:
            sys.exit(f"{name}: the scores differ: {scores}")
        b, c, o = ([statistics.median(x) for x in zip(*(measured for _, measured in side))] for side in zip(*runs))
        times = [f"{c[0] / o[0]:.1f} ({c[1] / o[1]:.1f})", f"{b[0] / o[0]:.1f} ({b[1] / o[1]:.1f})"]
        print(f"{name}: grade-sample {c[0]:.2f} s ({c[1]:.2f} s of processor, {c[2]:.0f} MB), bare call {b[0]:.2f} s ({b[1]:.2f}; "
              f"without imports {b[3]:.2f}), ours {o[0]:.2f} s ({o[1]:.2f}, {o[2]:.0f} MB): {' and '.join(times)} times as fast",
              flush=True)


if __name__ == "__main__":
    main()
