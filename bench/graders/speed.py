"""Times the grading of large made-up submissions, MLE-bench's own way and ours in turn, each as a process of its own.

    python bench/graders/speed.py MLE_BENCH_CHECKOUT DIR [--rows N] [--times N] [--trimtab COMMAND]

Theirs is a Python process that imports what a grader needs, reads both files and calls the grader; ours is `trimtab grade`.
Printed are medians of wall and processor seconds, and of theirs also what is left without the imports. Needs what
generate.py needs; the files are made in DIR. Both sides must give the same score, to the report's 5 decimals.
"""
import argparse
import json
import pathlib
import resource
import shlex
import statistics
import subprocess
import sys
import time

import numpy as np
import pandas as pd

ORIGINAL = """
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


def timed(command):
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    began = time.time()
    done = subprocess.run(command, capture_output=True, text=True)
    wall = time.time() - began
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    if done.returncode != 0:
        sys.exit(f"{' '.join(map(str, command))}: {done.stderr}")
    return done.stdout, wall, after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def main():
    p = argparse.ArgumentParser()
    p.add_argument("checkout", type=pathlib.Path)
    p.add_argument("dir", type=pathlib.Path)
    p.add_argument("--rows", type=int, default=1_000_000)
    p.add_argument("--times", type=int, default=5)
    p.add_argument("--trimtab", default=str(pathlib.Path(__file__).resolve().parents[2] / "trimtab"))
    a = p.parse_args()
    for competition, file, name, answers, submission in cases(a.rows, np.random.default_rng(1)):
        private = a.dir / competition / "prepared" / "private"
        private.mkdir(parents=True, exist_ok=True)
        answers.to_csv(private / file, index=False)
        given = a.dir / "submission.csv"
        submission.to_csv(given, index=False)
        theirs, ours = [], []
        for _ in range(a.times):
            out, wall, cpu = timed([sys.executable, "-c", ORIGINAL, a.checkout, competition, private / file, given])
            score, alone = out.split()
            theirs.append((wall, cpu, float(alone)))
            out, wall, cpu = timed([*shlex.split(a.trimtab), "grade", given, competition, "--data-dir", a.dir])
            ours.append((wall, cpu))
            if json.loads(out)["score"] != float(score):
                sys.exit(f"{name}: {score} there but {json.loads(out)['score']} here")
        t, o = ([statistics.median(x) for x in zip(*side)] for side in (theirs, ours))
        print(f"{name}: theirs {t[0]:.2f} s ({t[1]:.2f} s of processor; {t[2]:.2f} s without imports), "
              f"ours {o[0]:.2f} s ({o[1]:.2f} s of processor): {t[0] / o[0]:.1f} times as fast", flush=True)


if __name__ == "__main__":
    main()
