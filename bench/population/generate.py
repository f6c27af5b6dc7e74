"""Generate a reference population: many really executed solutions of one competition.

Every solution sees the public files only; the metric on the private answers scores it. Solution i
follows from the seed, i and the validation scores of the solutions before it:

    constant   one answer for all rows
    default    a plain model with default parameters, one fit
    hasty      a random model on a part of the columns and rows, one fit
    tuned      a random model and random parameters on a random view, cross-validated
    refined    the best of some earlier cross-validated solutions with one or two changes, cross-validated
    blend      several cross-validated solutions combined: mean, greedy selection or stacking

    python3 generate.py COMPETITION --data-dir DATA_DIR --solutions N --seed S

Rows are appended to population.csv as they are made; a stopped run continues where it ended. With --check they are made
afresh, apart from the bundled ones, and compared with those: names, families and scores must be the same.
"""
import argparse
import csv
import tempfile
import time
import warnings
from pathlib import Path
from zlib import crc32

import numpy as np
from scipy.stats import rankdata
from sklearn.linear_model import LogisticRegression, Ridge

from models import FAMILIES, build, predictions
from prepare import POCKET, load_config, prepare
from kinds import task_of
from views import VIEWS, view

KINDS = {"hasty": 0.22, "tuned": 0.17, "refined": 0.37, "blend": 0.24}
POOL_BEFORE_BLENDS = 10
SMOOTHINGS = [None, 5, 20, 60]
DEFAULTS = {
    "bird-strikes": [("logistic", "one-hot"), ("forest", "codes"), ("histogram boosting", "codes"), ("xgboost", "codes")],
    "hpc-jobs": [("logistic", "one-hot"), ("forest", "codes"), ("histogram boosting", "codes"), ("xgboost", "codes")],
    "ames-housing": [("ridge", "one-hot"), ("forest", "codes"), ("histogram boosting", "codes"), ("xgboost", "codes")],
    "state-of-the-union": [("multinomial bayes", "counts"), ("text logistic", "words")],
    "fashion-mnist": [("logistic", "pixels"), ("forest", "pixels"), ("neighbours", "pixels"), ("network", "pixels")],
    "us-daily-births": [("seasonal", "days"), ("forest", "plain"), ("extra trees", "plain")],
    "alevel-chemistry": [("ridge", "one-hot"), ("tree", "codes"), ("histogram boosting", "codes"), ("xgboost", "codes")],
    "debian-dependencies": [("multinomial bayes", "items"), ("neighbours", "items"), ("item logistic", "items")],
    "instrument-samples": [("logistic", "bands"), ("small forest", "bands"), ("neighbours", "bands")],
    "photo-denoising": [("median", "noisy"), ("gaussian", "noisy"), ("total variation", "noisy")],
    "object-cutouts": [("contrast", "pixels"), ("mean mask", "pixels"), ("pixel ridge", "local")],
    "word-pronunciation": [("contexts", "letters"), ("window bayes", "letters"), ("window tree", "letters")],
    "spam-email": [("multinomial bayes", "counts"), ("text logistic", "words")],
}


def choose(rng, values):
    """One of the values, evenly."""
    return values[rng.integers(len(values))]


def random_parameters(rng, task, family):
    """Random values for the parameters of a family, and for target means of tree views."""
    params = {name: choose(rng, values) for name, values in FAMILIES[family].choices.items()}
    return params, choose(rng, SMOOTHINGS) if task.tabular and FAMILIES[family].group == "tree" else None


def default_spec(family, view_name):
    """A model with the first value of every parameter."""
    params = {name: values[0] for name, values in FAMILIES[family].choices.items()}
    return {"family": family, "view": view_name, "params": params, "smoothing": None}


def random_spec(rng, task, plain=False):
    """A random family, view and parameters; `plain` keeps to the first view."""
    family = choose(rng, [name for name, family in FAMILIES.items() if family.suits(task) and family.group in VIEWS[task.id]])
    views = list(VIEWS[task.id][FAMILIES[family].group])
    params, smoothing = random_parameters(rng, task, family)
    return {"family": family, "view": views[0] if plain else choose(rng, views), "params": params,
            "smoothing": None if plain else smoothing}


def refined_spec(rng, task, pool):
    """The best of 6 random earlier solutions with one or two things changed; 50 tries to be unlike any earlier one."""
    parent = max((pool[at] for at in rng.permutation(len(pool))[:6]), key=lambda member: member["validation"])["spec"]
    family, earlier = parent["family"], [member["spec"] for member in pool]
    for _ in range(50):
        params, smoothing = random_parameters(rng, task, family)
        fresh = {"view": choose(rng, list(VIEWS[task.id][FAMILIES[family].group])), "smoothing": smoothing, **params}
        changed = set(rng.permutation(list(fresh))[:1 + rng.integers(2)])
        spec = {"family": family, "params": {name: fresh[name] if name in changed else value
                                             for name, value in parent["params"].items()},
                **{name: fresh[name] if name in changed else parent[name] for name in ("view", "smoothing")}}
        if spec not in earlier:
            break
    return spec


def fit_predict(task, spec, seed, fit, query, columns=None):
    """Fit a spec on some rows and predict others."""
    source = view(task, FAMILIES[spec["family"]].group, spec["view"])
    matrix = source.matrix if columns is None else source.matrix[:, columns]
    categories = source.categories if columns is None else {}
    model = build(task, spec["family"], spec["params"], spec["smoothing"], categories, seed)
    return predictions(model.fit(matrix[fit], task.y[fit]), matrix[query], task)


def run_hasty(rng, task, spec, seed):
    """One fit on a random part of the columns and of the rows."""
    width = view(task, FAMILIES[spec["family"]].group, spec["view"]).matrix.shape[1]
    columns = None
    if not FAMILIES[spec["family"]].only:
        columns = np.sort(rng.permutation(width)[:max(2, int(width * rng.uniform(0.1, 0.9)))])
    rows = task.train
    if not task.metric == "mape":
        rows = np.sort(rng.permutation(task.train)[:int(len(task.train) * rng.uniform(0.15, 1))])
    return fit_predict(task, spec, seed, rows, task.test, columns)


def run_validated(task, spec, seed):
    """Out-of-fold predictions of the validation rows, then test predictions of a fit on all train rows."""
    inside = np.concatenate([fit_predict(task, spec, seed, fit, held_out) for fit, held_out in task.folds])
    return inside, fit_predict(task, spec, seed, task.train, task.test)


def scale_of(task, how):
    """The transformation in which members are averaged: ranks, logs or as they are."""
    if task.metric == "auc" and how == "ranks":
        return lambda values: np.column_stack([rankdata(column) / len(column) for column in values.T])
    if not task.is_regression() and how == "logs":
        return lambda values: np.log(np.clip(values, 1e-6, 1))
    return lambda values: values


def unscaled(task, how, values):
    """Predictions from averaged values; the inverse of logs, with shares that sum to one."""
    if task.is_regression() or how != "logs":
        return values
    values = np.exp(values)
    return values if task.metric == "auc" else values / values.sum(axis=1, keepdims=True)


def greedy_weights(task, members, how, steps):
    """How often greedy selection with replacement picks each member by the out-of-fold score."""
    counts = np.zeros(len(members))
    for step in range(1, steps + 1):
        tries = (counts + one for one in np.eye(len(members)))
        scores = [task.validation_score(unscaled(task, how, task.mixed(members, weights / step))) for weights in tries]
        counts[int(np.argmax(scores))] += 1
    return counts / steps


def stack(task, inside, outside):
    """Predictions of both kinds of rows by a linear model over the members', fitted on the out-of-fold rows."""
    truth = task.y[task.validation_rows()].ravel()
    if task.is_regression():
        model, parts = Ridge(alpha=0.01, positive=True), (inside, outside)
    else:
        model, parts = LogisticRegression(C=0.02, max_iter=300), [np.log(np.clip(part, 1e-4, 1 - 1e-4))
                                                                  for part in (inside, outside)]
    model.fit(parts[0], truth)
    return [task.shaped(predictions(model, part, task)) for part in parts]


def run_blend(rng, task, pool):
    """A blend of some of the better earlier solutions; its name, out-of-fold and test predictions."""
    best = sorted(pool, key=lambda member: -member["validation"])[:max(6, int(len(pool) * rng.uniform(0.15, 0.6)))]
    members = [best[at] for at in rng.permutation(len(best))[:rng.integers(2, 13)]]
    way = choose(rng, task.ways)
    if way == "stack":
        return "stack", *stack(task, *(task.columns([m[part] for m in members]) for part in ("inside", "outside")))
    how = choose(rng, ["plain", "ranks", "logs"])
    scale = scale_of(task, how)
    inside, outside = ([scale(member[part]) for member in members] for part in ("inside", "outside"))
    weights = greedy_weights(task, inside, how, 12) if way == "greedy" else np.full(len(members), 1 / len(members))
    return way, *(unscaled(task, how, task.mixed(part, weights)) for part in (inside, outside))


class Population:
    """The population of one competition: its rows on disk and the cross-validated solutions kept for blends."""

    def __init__(self, competition, data_dir, seed, folder):
        config, prepared = load_config(competition), data_dir / competition / "prepared"
        if not prepared.is_dir():
            prepare(competition, data_dir)
        self.task, self.seed = task_of(config, prepared), seed
        self.answers = self.task.answers(prepared)
        self.folder = folder
        self.file = folder / "population.csv"
        self.kept = data_dir / competition / f"population-{seed}"
        self.kept.mkdir(exist_ok=True)
        self.pool = []
        self.done = {}
        if self.file.exists():
            with open(self.file, encoding="utf-8", newline="") as lines:
                self.done = {row["name"]: row for row in csv.DictReader(lines)}
        else:
            self.file.write_text("name,family,score,seconds\n", encoding="utf-8")

    def kind_of(self, index, rng):
        """The kind of solution `index`: first the constant and the defaults, then at random."""
        if index == 0:
            return "constant"
        if index <= len(DEFAULTS[self.task.id]):
            return "default"
        kind = rng.choice(list(KINDS), p=list(KINDS.values()))
        return kind if len(self.pool) >= POOL_BEFORE_BLENDS or kind == "hasty" else "tuned"

    def add(self, index):
        """Run solution `index` unless it is there, and append its row."""
        rng = np.random.default_rng([self.seed, index, crc32(self.task.id.encode())])
        kind = self.kind_of(index, rng)
        name = f"{index:03d} {kind}"
        if kind in ("tuned", "refined"):
            start = time.perf_counter()
            member = self.member(index, kind, rng)
            self.pool.append(member)
            label, outside = self.label(member["spec"]), member["settled"]
        elif name in self.done:
            return
        else:
            start = time.perf_counter()
            label, outside = self.single(index, kind, rng)
        seconds = time.perf_counter() - start
        if name not in self.done:
            score = self.task.score(self.answers, outside)
            with open(self.file, "a", encoding="utf-8", newline="") as out:
                csv.writer(out, lineterminator="\n").writerow([name, label, f"{score:.6f}", f"{seconds:.2f}"])

    @staticmethod
    def label(spec):
        return f"{spec['family']} / {spec['view']}"

    def single(self, index, kind, rng):
        """Label and test predictions of a solution that is not cross-validated."""
        task = self.task
        if kind == "constant":
            return "constant", task.constant()
        if kind == "blend":
            way, inside, outside = run_blend(rng, task, self.pool)
            return f"blend / {way}", task.settled(inside, outside)[1]
        if kind == "default":
            spec = default_spec(*DEFAULTS[task.id][index - 1])
            return self.label(spec), fit_predict(task, spec, 0, task.train, task.test)
        spec = random_spec(rng, task, plain=True)
        return self.label(spec), run_hasty(rng, task, spec, index)

    def member(self, index, kind, rng):
        """A cross-validated solution, read back when an earlier run kept it."""
        spec = refined_spec(rng, self.task, self.pool) if kind == "refined" else random_spec(rng, self.task)
        path = self.kept / f"{index:03d}.npz"
        if path.exists():
            arrays = np.load(path)
            inside, outside = arrays["inside"], arrays["outside"]
        else:
            inside, outside = run_validated(self.task, spec, index)
            np.savez(path, inside=inside, outside=outside)
        settled = self.task.settled(inside, outside)
        return {"spec": spec, "inside": inside, "outside": outside, "settled": settled[1],
                "validation": self.task.validation_score(settled[0])}

    def write_leaderboard(self):
        """Write leaderboard.csv: every score, best first."""
        with open(self.file, encoding="utf-8", newline="") as lines:
            scores = [row["score"] for row in csv.DictReader(lines)]
        scores.sort(key=float, reverse=self.task.sign > 0)
        (self.folder / "leaderboard.csv").write_text("\n".join(["score", *scores]) + "\n", encoding="utf-8")


def make(competition, data_dir, solutions, seed, folder):
    """Run the solutions that are not in the folder's population yet; the population."""
    population = Population(competition, data_dir, seed, folder)
    for index in range(solutions):
        population.add(index)
    population.write_leaderboard()
    return population


def check(competition, data_dir, solutions, seed):
    """Make the first solutions again and stop with a message at the first that differs from the bundled one."""
    with tempfile.TemporaryDirectory() as scratch, open(POCKET / competition / "population.csv", encoding="utf-8") as lines:
        made = make(competition, data_dir, solutions, seed, Path(scratch)).file.read_text(encoding="utf-8").splitlines()
        for again, bundled in zip(made, lines.read().splitlines(), strict=False):
            if again.rsplit(",", 1)[0] != bundled.rsplit(",", 1)[0]:
                raise SystemExit(f"{competition}: made again {again}, bundled is {bundled}")
    print(f"{competition}: the first {solutions} solutions are the bundled ones")


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("competition", choices=sorted(VIEWS))
    parser.add_argument("--data-dir", required=True, type=Path, help="where prepared competitions are or will be")
    parser.add_argument("--solutions", type=int, required=True, help="size of the population")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--check", action="store_true", help="compare with the bundled population, which stays as it is")
    args = parser.parse_args()
    warnings.filterwarnings("ignore")
    if args.check:
        check(args.competition, args.data_dir, args.solutions, args.seed)
        return
    make(args.competition, args.data_dir, args.solutions, args.seed, POCKET / args.competition)


if __name__ == "__main__":
    main()
