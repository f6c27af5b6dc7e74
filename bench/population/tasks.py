"""A competition as a solution sees it (public files only) and the scoring of its predictions.

Predictions are arrays of shape (rows, k): probabilities of the classes for log-loss, accuracy and map-at-k,
one probability for auc, one value in log space for rmsle (ln(1+y)) and mape (ln y), one value for qwk,
which scoring turns into the nearest label; pictures.py and spelling.py tell of theirs.
"""
import csv
from pathlib import Path

import numpy as np
import pandas as pd
from sklearn.metrics import accuracy_score, log_loss, mean_absolute_percentage_error, roc_auc_score
from sklearn.model_selection import KFold, StratifiedKFold

CROSS_VALIDATED = {"ames-housing", "bird-strikes", "fashion-mnist", "hpc-jobs", "state-of-the-union", "us-daily-births"}
FOLDS = 4
HELD_OUT = 3
PLACES = 10
YEARS_HELD_OUT = 3


def read_frame(path):
    """A CSV file with only the empty cell as missing value."""
    return pd.read_csv(path, keep_default_na=False, na_values=[""])


class Task:
    """Public data of a prepared competition: features of train and test rows, target, validation folds."""

    ways = ["mean", "greedy", "greedy", "stack"]
    def __init__(self, config, prepared):
        public = Path(prepared) / "public"
        train, test = read_frame(public / "train.csv"), read_frame(public / "test.csv")
        self.id, self.metric, target = config["id"], config["metric"], config["target"]
        self.category = config["category"]
        self.tabular = self.category in ("tabular", "ordinal")
        self.sign = 1 if config["direction"] == "maximize" else -1
        self.rows = pd.concat([train.drop(columns=target), test], ignore_index=True).drop(columns=config["id-column"])
        self.train, self.test = np.arange(len(train)), np.arange(len(train), len(self.rows))
        self.truth = train[target].to_numpy()
        self.labels = np.array(config["classes"] or (sorted(set(self.truth)) if self.metric in ("accuracy", "qwk") else []))
        self.sample = read_frame(public / "sample_submission.csv").iloc[:, 1:]
        self.y = self.fit_target()
        crossed = self.id in CROSS_VALIDATED
        self.folds = self.make_folds(FOLDS if crossed else HELD_OUT)[:None if crossed else 1]

    def fit_target(self):
        """The target in the space of the predictions; class numbers for classification."""
        if self.metric == "rmsle":
            return np.log1p(self.truth)
        if self.metric == "mape":
            return np.log(self.truth)
        if self.metric == "qwk":
            return self.truth.astype(float)
        if self.metric == "auc":
            return self.truth.astype(int)
        return np.array([list(self.labels).index(label) for label in self.truth])

    def make_folds(self, parts):
        """Pairs (fit rows, validation rows): the last years for a time series, else random folds of so many parts."""
        if self.metric == "mape":
            year = self.rows["year"].to_numpy()[self.train]
            return [(self.train[year < held], self.train[year == held])
                    for held in range(year.max() - YEARS_HELD_OUT + 1, year.max() + 1)]
        splitter = KFold if self.is_regression() else StratifiedKFold
        return list(splitter(parts, shuffle=True, random_state=0).split(self.train, self.y))

    def is_regression(self):
        """Whether predictions are values rather than probabilities."""
        return self.metric in ("rmsle", "mape", "qwk")

    def constant(self):
        """The class shares, the positive share, or the median of the train target for every test row."""
        if self.is_regression():
            return np.full((len(self.test), 1), np.median(self.y))
        shares = np.bincount(self.y) / len(self.y)
        return np.tile(shares[1:] if self.metric == "auc" else shares, (len(self.test), 1))

    def mixed(self, members, weights):
        """The weighted mean of predictions."""
        return sum(weight * values for weight, values in zip(weights, members) if weight)

    def columns(self, members):
        """Members side by side, as a stack takes them."""
        return np.hstack(members)

    def shaped(self, values):
        """What a stack gives, in the shape of predictions."""
        return values

    def answers(self, prepared):
        """True target values of the test rows; only the final scoring reads them."""
        with open(Path(prepared) / "private/answers.csv", encoding="utf-8", newline="") as lines:
            cells = [row[1] for row in csv.reader(lines)][1:]
        return self.read_truth(cells)

    def read_truth(self, cells):
        """The cells of answers as scoring takes them."""
        try:
            return np.array([int(value) for value in cells])
        except ValueError:
            return np.array(cells)

    def validation_rows(self):
        """Train rows that some fold holds out, in the order of out-of-fold predictions."""
        return np.concatenate([held_out for _, held_out in self.folds])

    def score(self, truth, predictions):
        """The competition's metric of predictions against true target values."""
        if self.metric == "auc":
            return roc_auc_score(truth, predictions[:, 0])
        if self.metric == "qwk":
            nearest = np.abs(predictions - self.labels).argmin(axis=1)
            return quadratic_kappa(np.searchsorted(self.labels, truth), nearest, len(self.labels))
        if self.metric == "rmsle":
            values = np.maximum(np.expm1(predictions[:, 0]), 0)
            return float(np.sqrt(np.mean((np.log1p(values) - np.log1p(truth)) ** 2)))
        if self.metric == "mape":
            return mean_absolute_percentage_error(truth, np.exp(predictions[:, 0]))
        if self.metric == "accuracy":
            return accuracy_score(truth, self.labels[predictions.argmax(axis=1)])
        order = np.argsort(self.labels)
        shares = predictions / predictions.sum(axis=1, keepdims=True)
        return log_loss(truth, shares[:, order], labels=self.labels[order], eps=1e-15)

    def settled(self, inside, outside):
        """Out-of-fold and test predictions with whatever can be settled once the former are known; for qwk the cuts."""
        if self.metric != "qwk":
            return inside, outside
        cuts = best_cuts(inside[:, 0], self.truth[self.validation_rows()], self.labels)
        return tuple(self.labels[np.searchsorted(cuts, values)].astype(float) for values in (inside, outside))

    def validation_score(self, predictions):
        """The metric of out-of-fold predictions on the train rows, signed so that larger is better."""
        return self.sign * self.score(self.truth[self.validation_rows()], predictions)


def quadratic_kappa(truth, guess, size):
    """Kappa with quadratic weights of label numbers below `size`."""
    table = np.bincount(truth * size + guess, minlength=size * size).reshape(size, size)
    cost = (np.arange(size)[:, None] - np.arange(size)) ** 2
    chance = np.outer(table.sum(axis=1), table.sum(axis=0)) / table.sum()
    return 1 - (cost * table).sum() / max((cost * chance).sum(), 1e-12)


def best_cuts(values, truth, labels):
    """Rising cuts between neighbouring labels, from their shares on, each moved in turn to where kappa is best."""
    numbers = np.searchsorted(labels, truth)
    shares = np.cumsum(np.bincount(numbers, minlength=len(labels)))[:-1] / len(truth)
    cuts = np.quantile(values, shares)
    for _ in range(3):
        for at in range(len(cuts)):
            low = cuts[at - 1] if at else values.min()
            high = cuts[at + 1] if at + 1 < len(cuts) else values.max()
            tries = [cuts[at], *np.linspace(low, high, 22)[1:-1]]
            cuts[at] = max(tries, key=lambda cut: quadratic_kappa(
                numbers, np.searchsorted(np.concatenate([cuts[:at], [cut], cuts[at + 1:]]), values), len(labels)))
    return cuts


class RankingTask(Task):
    """One hidden item a row; predictions are the shares of the items that some train row hides."""

    ways = ["mean", "greedy", "greedy"]

    def fit_target(self):
        self.labels = np.unique(self.truth)
        places = {name: at for at, name in enumerate(self.labels)}
        self.shown = np.zeros((len(self.rows), len(self.labels)), dtype=bool)
        for row, cell in enumerate(self.rows["depends"]):
            self.shown[row, [places[name] for name in cell.split() if name in places]] = True
        return np.array([places[name] for name in self.truth])

    def constant(self):
        likeliest = {name: -place for place, name in enumerate(self.sample.iloc[0, 0].split())}
        return np.tile([likeliest.get(name, -np.inf) for name in self.labels], (len(self.test), 1))

    def score(self, truth, predictions):
        """The mean of 1/place of the hidden item among the first ten."""
        best = np.argsort(-predictions, axis=1, kind="stable")[:, :PLACES]
        hit = self.labels[best] == truth[:, None]
        return float(np.sum(hit / np.arange(1, PLACES + 1)) / len(truth))

    def settled(self, inside, outside):
        """Items that a row shows come last."""
        return (np.where(self.shown[self.validation_rows()], 0, inside), np.where(self.shown[self.test], 0, outside))
