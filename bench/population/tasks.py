"""A competition as a solution sees it (public files only) and the scoring of its predictions.

Predictions are arrays of shape (rows, k): probabilities of the classes for log-loss and accuracy,
one probability for auc, one value in log space for rmsle (ln(1+y)) and mape (ln y).
"""
import csv
from pathlib import Path

import numpy as np
import pandas as pd
from sklearn.metrics import accuracy_score, log_loss, mean_absolute_percentage_error, roc_auc_score
from sklearn.model_selection import KFold, StratifiedKFold

FOLDS = 4
YEARS_HELD_OUT = 3


def read_frame(path):
    """A CSV file with only the empty cell as missing value."""
    return pd.read_csv(path, keep_default_na=False, na_values=[""])


class Task:
    """Public data of a prepared competition: features of train and test rows, target, validation folds."""

    def __init__(self, config, prepared):
        public = Path(prepared) / "public"
        train, test = read_frame(public / "train.csv"), read_frame(public / "test.csv")
        self.id, self.metric, target = config["id"], config["metric"], config["target"]
        self.tabular = config["category"] == "tabular"
        self.sign = 1 if config["direction"] == "maximize" else -1
        self.rows = pd.concat([train.drop(columns=target), test], ignore_index=True).drop(columns=config["id-column"])
        self.train, self.test = np.arange(len(train)), np.arange(len(train), len(self.rows))
        self.truth = train[target].to_numpy()
        self.labels = np.array(config["classes"] or (sorted(set(self.truth)) if self.metric == "accuracy" else []))
        self.y = self.fit_target()
        self.folds = self.make_folds()

    def fit_target(self):
        """The target in the space of the predictions; class numbers for classification."""
        if self.metric == "rmsle":
            return np.log1p(self.truth)
        if self.metric == "mape":
            return np.log(self.truth)
        if self.metric == "auc":
            return self.truth.astype(int)
        return np.array([list(self.labels).index(label) for label in self.truth])

    def make_folds(self):
        """Pairs (fit rows, validation rows): the last years for a time series, else random folds."""
        if self.metric == "mape":
            year = self.rows["year"].to_numpy()[self.train]
            return [(self.train[year < held], self.train[year == held])
                    for held in range(year.max() - YEARS_HELD_OUT + 1, year.max() + 1)]
        splitter = KFold if self.is_regression() else StratifiedKFold
        return list(splitter(FOLDS, shuffle=True, random_state=0).split(self.train, self.y))

    def is_regression(self):
        """Whether predictions are values rather than probabilities."""
        return self.metric in ("rmsle", "mape")

    def validation_rows(self):
        """Train rows that some fold holds out, in the order of out-of-fold predictions."""
        return np.concatenate([held_out for _, held_out in self.folds])

    def score(self, truth, predictions):
        """The competition's metric of predictions against true target values."""
        if self.metric == "auc":
            return roc_auc_score(truth, predictions[:, 0])
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

    def validation_score(self, predictions):
        """The metric of out-of-fold predictions on the train rows, signed so that larger is better."""
        return self.sign * self.score(self.truth[self.validation_rows()], predictions)


def private_answers(prepared):
    """True target values of the test rows; only the final scoring reads them."""
    with open(Path(prepared) / "private/answers.csv", encoding="utf-8", newline="") as lines:
        answers = [row[1] for row in csv.reader(lines)][1:]
    try:
        return np.array([int(value) for value in answers])
    except ValueError:
        return np.array(answers)
