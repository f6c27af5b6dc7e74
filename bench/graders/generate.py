"""Grades made-up submissions by MLE-bench's own graders, one gzipped JSON-lines file a competition.

    python bench/graders/generate.py MLE_BENCH_CHECKOUT OUT_DIR [--rows N] [--seed S] [--only ID ...]

The first line of a file holds the answers as CSV (or JSON lines) text, each other line one case: its name, the submission
as CSV text, and the score of the original grader as text, or null where it throws, with the reason. The file
score-types.properties names the types of number that graders give, by which reports round. Needs Python 3.11 with
scikit-learn 1.6.1, pandas 2.2, NumPy 1.26, SciPy, levenshtein, pyquaternion, shapely, pycocotools, and what
mlebench.utils imports. The cases under benchmark/src/test/resources were made by the defaults.
"""
import argparse
import contextlib
import gzip
import io
import json
import logging
import pathlib
import sys
import warnings

import numpy as np
import pandas as pd
import yaml

HERE = pathlib.Path(__file__).resolve().parents[2] / "benchmark" / "competitions" / "mle-bench"
PARTS = ["patient_overall"] + [f"C{i}" for i in range(1, 8)]
WORDS = "the a cat dog sat on mat Red red blue  sky über नमस्ते fish bird one two three".split()


# what the original makes of these depends on the machine: it sorts repeated ids unstably
UNSTABLE = {("hms-harmful-brain-activity-classification", name) for name in
            ("perfect in another order", "random in another order", "a row in place of another", "half right")}


class Maker:
    """Answers and predictions of one competition."""

    def __init__(self, spec, rows, rng):
        self.spec, self.n, self.rng = spec, rows, rng
        self.metric, self.id = spec["metric"], spec["id-column"]
        self.target = spec.get("target", "")
        self.columns = spec.get("columns") or [self.target]
        self.options = spec.get("grading", {}).get("options", {})

    def ids(self):
        numbers = self.rng.permutation(self.n * 3)[: self.n]
        if self.rng.random() < 0.4:
            return [int(x) for x in numbers]
        return [f"k{x:04d}" for x in numbers]

    def answers(self):
        return getattr(self, "answers_" + self.metric.replace("-", "_"))()

    def random(self, answers):
        made = getattr(self, "random_" + self.metric.replace("-", "_"), None)
        return made(answers) if made else self.reordered(answers)

    def perfect(self, answers):
        made = getattr(self, "perfect_" + self.metric.replace("-", "_"), None)
        return made(answers) if made else answers[[c for c in [self.id] + self.columns]].copy()

    def reordered(self, answers):
        out = self.perfect(answers)
        for c in out.columns:
            if c in self.columns:
                out[c] = out[c].values[self.rng.permutation(len(out))]
        return out

    # --- scores of a binary truth
    def binary(self, n=None):
        n = n or self.n
        y = (self.rng.random(n) < 0.4).astype(int)
        y[:2] = [0, 1]
        return y

    def table(self, **columns):
        return pd.DataFrame({self.id: self.ids(), **columns})

    def answers_auc(self):
        return self.table(**{c: self.binary() for c in self.columns})

    def random_auc(self, answers):
        return self.table_like(answers, lambda: np.round(self.rng.random(len(answers)), 2))

    def table_like(self, answers, draw):
        return pd.DataFrame({self.id: answers[self.id], **{c: draw() for c in self.columns}})

    def answers_auc_of_judged_rows(self):
        a = self.answers_auc()
        a.loc[3:4, self.columns] = -1
        return a

    random_auc_of_judged_rows = random_auc
    answers_weighted_auc = answers_auc
    random_weighted_auc = random_auc
    answers_binary_log_loss = answers_auc
    random_binary_log_loss = random_auc
    answers_probabilistic_f1 = answers_auc
    random_probabilistic_f1 = random_auc

    def answers_bias_auc(self):
        self.n *= 8
        a = self.table(toxicity=np.round(self.rng.random(self.n), 2))
        for g in self.options["groups"].split():
            a[g] = np.where(self.rng.random(self.n) < 0.3, np.nan, np.round(self.rng.random(self.n), 2))
        return a

    def perfect_bias_auc(self, answers):
        return pd.DataFrame({self.id: answers[self.id], "prediction": answers["toxicity"]})

    def random_bias_auc(self, answers):
        return self.table_like(answers, lambda: np.round(self.rng.random(len(answers)), 2))

    # --- labels
    def answers_accuracy(self):
        names = {"cassava": 0, "spaceship": 1, "tensorflow-speech": 2, "paddy": 2, "plant-seed": 2}
        kind = next((v for k, v in names.items() if self.spec["id"].startswith(k)), 0)
        pool = [[0, 1, 2, 3, 4], [True, False], ["yes", "no", "bed", "cat five", "tungro"]][kind]
        return self.table(**{self.target: [pool[i] for i in self.rng.integers(0, len(pool), self.n)]})

    def answers_text_accuracy(self):
        pool = ["two thousand six", "null", "3", "sil", "7.0", "the", ",", "nan", "Москва"]
        a = self.table(**{self.target: [pool[i] for i in self.rng.integers(0, len(pool), self.n)]})
        a.loc[0, self.target] = "sil"
        return a

    def answers_top_1_error(self):
        return self.table(**{self.target: self.rng.integers(0, 4, self.n)})

    answers_macro_f1 = answers_top_1_error
    answers_qwk = answers_top_1_error

    def answers_matthews(self):
        a = self.table(**{self.target: self.binary()})
        a[self.id] = [f"58168_{i:06d}_{j}" for i, j in enumerate(self.rng.permutation(self.n))]
        return a

    def answers_micro_f1(self):
        pool = ["healthy", "rust", "scab", "c#", ".net", "17"]
        return self.table(**{self.target: [self.some(pool, 3) for _ in range(self.n)]})

    def some(self, pool, most):
        k = self.rng.integers(1, most + 1)
        return " ".join(str(pool[i]) for i in self.rng.permutation(len(pool))[:k])

    def random_micro_f1(self, answers):
        pool = ["healthy", "rust", "scab", "c#", ".net", "17", "unheard"]
        return self.table_like(answers, lambda: [self.some(pool, 4) for _ in range(len(answers))])

    # --- probabilities
    def answers_one_hot_log_loss(self):
        y = np.eye(len(self.columns), dtype=int)[self.rng.integers(0, len(self.columns), self.n)]
        return self.table(**{c: y[:, i] for i, c in enumerate(self.columns)})

    def shares(self, answers, digits=None):
        p = self.rng.dirichlet(np.ones(len(self.columns)), len(answers))
        return pd.DataFrame({self.id: answers[self.id], **{c: p[:, i] for i, c in enumerate(self.columns)}})

    random_one_hot_log_loss = shares
    random_kl_divergence = shares

    def answers_kl_divergence(self):
        a = pd.DataFrame({self.id: self.rng.integers(1, 6, self.n)})
        for c in self.columns:
            a[c] = self.rng.integers(0, 4, self.n) * self.rng.integers(0, 2, self.n)
        a[self.columns[0]] += 1
        return a

    def perfect_kl_divergence(self, answers):
        out = answers.copy().astype({c: float for c in self.columns})
        out[self.columns] = out[self.columns].div(out[self.columns].sum(axis=1), axis=0)
        return out

    def answers_weighted_log_loss(self):
        uids = [f"1.2.{i}" for i in range(max(2, self.n // 6))]
        a = pd.DataFrame({self.id: [f"{u}_{p}" for u in uids for p in PARTS]})
        a[self.target] = self.binary(len(a))
        return a.sample(frac=1, random_state=1).reset_index(drop=True)

    random_weighted_log_loss = random_auc

    # --- ranking
    def answers_map_at_k(self):
        pool = [f"{i}" for i in range(700, 720)] if self.options["k"] == 12 else ["w_1", "new_whale", "38", "7", "x9"]
        most = 4 if self.options["k"] == 12 else 1
        return self.table(**{self.target: [self.some(pool, most) for _ in range(self.n)]})

    def random_map_at_k(self, answers):
        pool = [f"{i}" for i in range(700, 720)] if self.options["k"] == 12 else ["w_1", "new_whale", "38", "7", "x9"]
        draw = lambda: " ".join(pool[i] for i in self.rng.integers(0, len(pool), self.rng.integers(1, 8)))
        return self.table_like(answers, lambda: [draw() for _ in range(len(answers))])

    def answers_lwlrap(self):
        return self.table(**{c: (self.rng.random(self.n) < 0.03).astype(int) for c in self.columns})

    def random_lwlrap(self, answers):
        return self.table_like(answers, lambda: np.round(self.rng.random(len(answers)), 1))

    def answers_kendall_tau(self):
        return self.table(**{self.target: [self.cells() for _ in range(self.n)]})

    def cells(self):
        return " ".join(f"{x:08x}" for x in self.rng.permutation(self.rng.integers(2, 12)) + 11)

    def random_kendall_tau(self, answers):
        return self.table_like(answers, lambda: [" ".join(self.rng.permutation(c.split())) for c in answers[self.target]])

    def answers_spearman(self):
        return self.table(**{c: np.round(self.rng.random(self.n) * 3) / 3 for c in self.columns})

    random_spearman = random_auc

    # --- regression
    def answers_rmse(self):
        return self.table(**{c: np.round(self.rng.uniform(1, 100, self.n), 3) for c in self.columns})

    answers_rmsle = answers_rmse
    answers_pearson = answers_rmse

    def answers_mae(self):
        a = self.answers_rmse()
        if "only-where" in self.options:
            a[self.options["only-where"]] = self.binary()
        return a

    def answers_log_mae(self):
        a = self.answers_rmse()
        a["type"] = [["1JHC", "2JHH", "3JHN"][i % 3] for i in range(self.n)]
        return a

    def random_numbers(self, answers):
        return self.table_like(answers, lambda: np.round(self.rng.uniform(1, 100, len(answers)), 3))

    random_rmse = random_rmsle = random_pearson = random_mae = random_log_mae = random_numbers

    def answers_kept_rows_rmse(self):
        a = self.answers_rmse()
        a[self.id] = [f"id_{k}_{i}" for i, k in enumerate(self.rng.permutation(self.n))]
        for c in self.options["also-required"].split():
            a[c] = 0.0
        a["keep"] = self.binary() == 1
        return a

    def perfect_kept_rows_rmse(self, answers):
        return answers[[self.id, *self.columns, *self.options["also-required"].split()]].copy()

    def answers_laplace_log_likelihood(self):
        rows = [(f"ID{p}_{w}", f"ID{p}", 2000.0 + self.rng.integers(0, 900) if w % 2 else np.nan)
                for p in range(3) for w in range(-3, 9)]
        return pd.DataFrame(rows, columns=[self.id, "Patient", "FVC"])

    def perfect_laplace_log_likelihood(self, answers):
        return pd.DataFrame({self.id: answers[self.id], "FVC": answers["FVC"].fillna(2000), "Confidence": 100})

    def random_laplace_log_likelihood(self, answers):
        n = len(answers)
        return pd.DataFrame({self.id: answers[self.id], "FVC": self.rng.uniform(500, 4000, n).round(1),
                             "Confidence": self.rng.uniform(10, 400, n).round(1)})

    def answers_angular_error(self):
        return self.table(azimuth=self.rng.uniform(0, 6.28, self.n), zenith=self.rng.uniform(0, 3.14, self.n))

    def random_angular_error(self, answers):
        return self.table_like(answers, lambda: self.rng.uniform(0, 3.1, len(answers)))

    def answers_haversine(self):
        n = self.n * 2
        return pd.DataFrame({self.id: [f"2020-trip-{i % 3}/GooglePixel" for i in range(n)],
                             "UnixTimeMillis": 1600000000000 + np.arange(n) * 1000,
                             "LatitudeDegrees": 37 + self.rng.random(n), "LongitudeDegrees": -122 + self.rng.random(n)})

    def perfect_haversine(self, answers):
        return answers.copy()

    def random_haversine(self, answers):
        out = answers.copy()
        out["LatitudeDegrees"] += self.rng.normal(0, 1e-4, len(out))
        return out

    # --- text
    def sentence(self):
        return " ".join(WORDS[i] for i in self.rng.integers(0, len(WORDS), self.rng.integers(1, 25)))

    def answers_levenshtein(self):
        return self.table(**{self.target: [self.sentence() for _ in range(self.n)]})

    answers_jaccard = answers_levenshtein

    def random_text(self, answers):
        return self.table_like(answers, lambda: [self.sentence() for _ in range(len(answers))])

    random_levenshtein = random_jaccard = random_text

    def numbers(self):
        return " ".join(str(x) for x in self.rng.integers(1, 21, self.rng.integers(1, 20)))

    def answers_sequence_error_rate(self):
        return self.table(**{self.target: [self.numbers() for _ in range(self.n)]})

    def random_sequence_error_rate(self, answers):
        return self.table_like(answers, lambda: [self.numbers() for _ in range(len(answers))])

    # --- masks
    def runs(self, pixels, empty):
        out, at = [], 1
        while self.rng.random() < 0.8 or not out:
            at += int(self.rng.integers(0, pixels // 6))
            length = int(self.rng.integers(1, pixels // 6))
            if at + length > pixels:
                break
            out += [at, length]
            at += length + 1
        if not out or empty and self.rng.random() < 0.25:
            return empty if empty else "1 1"
        return " ".join(map(str, out))

    def answers_dice(self):
        empty = self.options.get("empty") or ""
        a = self.table(**{self.options.get("truth", self.target): [self.runs(12 * 9, empty) for _ in range(self.n)]})
        a[self.options["height"]], a[self.options["width"]] = 12, 9
        return a

    def perfect_dice(self, answers):
        return pd.DataFrame({self.id: answers[self.id], self.target: answers[self.options.get("truth", self.target)]})

    def random_dice(self, answers):
        empty = self.options.get("empty") or "none"
        return self.table_like(answers, lambda: [self.runs(12 * 9, empty) for _ in range(len(answers))]).replace("none", np.nan)

    def answers_mask_iou_precision(self):
        a = self.table(**{self.target: [self.runs(101 * 101, "none") for _ in range(self.n)]})
        a[self.id] = [f"f{i:03d}" for i in self.rng.permutation(self.n)]
        return a.replace("none", np.nan)

    def random_mask_iou_precision(self, answers):
        out = answers.copy()
        for i in range(len(out)):
            if self.rng.random() < 0.3:
                out.loc[i, self.target] = self.runs(101 * 101, "none")
            elif isinstance(out.loc[i, self.target], str):
                s = out.loc[i, self.target].split()
                s[-1] = str(max(1, int(s[-1]) // 2))
                out.loc[i, self.target] = " ".join(s)
        return out.replace("none", np.nan)

    def answers_mask_f_beta(self):
        return pd.DataFrame({"Id": ["a"], "Predicted": [self.runs(200, "")], "width": [20], "height": [10]})

    def random_mask_f_beta(self, answers):
        return pd.DataFrame({"Id": ["a"], "Predicted": [self.runs(200, "")]})

    def answers_dice_hausdorff(self):
        rows = [(f"case{c}_day{d}_slice_{s:04d}", k, self.runs(8 * 6, "none"), 8, 6)
                for c in (1, 12) for d in (0, 3) for s in range(1, 4) for k in ("large_bowel", "small_bowel", "stomach")]
        a = pd.DataFrame(rows, columns=["id", "class", "predicted", "image_height", "image_width"])
        return a.sample(frac=1, random_state=3).reset_index(drop=True).replace("none", np.nan)

    def perfect_dice_hausdorff(self, answers):
        return answers[["id", "class", "predicted"]].copy()

    def random_dice_hausdorff(self, answers):
        out = self.perfect_dice_hausdorff(answers)
        out["predicted"] = [self.runs(8 * 6, "none") for _ in range(len(out))]
        return out.replace("none", np.nan)

    # --- boxes
    def answers_point_in_box_f1(self):
        def page():
            return " ".join(f"U+{self.rng.integers(0, 4)} {x} {y} 10 12" for x, y in self.rng.integers(0, 40, (self.rng.integers(0, 5), 2)))
        return self.table(**{self.target: [page() or np.nan for _ in range(self.n)]})

    def perfect_point_in_box_f1(self, answers):
        def points(cell):
            if not isinstance(cell, str):
                return np.nan
            t = cell.split(" ")
            return " ".join(f"{t[i]} {float(t[i + 1]) + 5} {int(t[i + 2]) + 6}" for i in range(0, len(t), 5))
        return pd.DataFrame({self.id: answers[self.id], self.target: [points(c) for c in answers[self.target]]})

    def random_point_in_box_f1(self, answers):
        def page():
            return " ".join(f"U+{self.rng.integers(0, 4)} {x} {y}" for x, y in self.rng.integers(0, 50, (self.rng.integers(0, 9), 2)))
        return self.table_like(answers, lambda: [page() or np.nan for _ in range(len(answers))])

    def box(self, label, confidence):
        x, y = self.rng.integers(0, 30, 2)
        w, h = self.rng.integers(5, 30, 2)
        return f"{label} {confidence} {x} {y} {x + w} {y + h}"

    def answers_box_map(self):
        rows = []
        for i in range(self.n):
            if i % 2:
                rows.append((f"{i:04x}_study", f"{['negative', 'typical', 'atypical'][self.rng.integers(0, 3)]} 1 0 0 1 1"))
            else:
                n = self.rng.integers(0, 3)
                rows.append((f"{i:04x}_image", " ".join(self.box("opacity", 1) for _ in range(n)) or "none 1 0 0 1 1"))
        return pd.DataFrame(rows, columns=[self.id, self.target])

    def random_box_map(self, answers):
        out = answers.copy()
        for i in range(len(out)):
            parts = []
            for _ in range(self.rng.integers(1, 4)):
                label = ["opacity", "none", "negative", "typical", "atypical", "strange"][self.rng.integers(0, 6)]
                c = round(self.rng.random(), 1)
                parts.append(f"{label} {c} 0 0 1 1" if label != "opacity" else self.box(label, c))
            t = out.loc[i, self.target].split()
            t[1::6] = [str(round(self.rng.random(), 2)) for _ in t[1::6]]
            out.loc[i, self.target] = " ".join((t if self.rng.random() < 0.7 else []) + parts)
        return out

    def answers_box_3d_map(self):
        def row():
            return " ".join(
                f"1.0 {x:.3f} {y:.3f} {z:.3f} {w:.3f} {l:.3f} {h:.3f} {yaw:.4f} {['car', 'bus', 'pedestrian'][self.rng.integers(0, 3)]}"
                for x, y, z, w, l, h, yaw in zip(*[self.rng.uniform(a, b, 3) for a, b in
                    ((2000, 2006), (1600, 1606), (-20, -18), (1.5, 3), (3, 6), (1.4, 2.5), (-3.1, 3.1))]))
        a = self.table(**{self.target: [row() for _ in range(self.n)]})
        a[self.id] = [f"{i:08x}" for i in self.rng.permutation(self.n) + 10]
        return a

    def random_box_3d_map(self, answers):
        def moved(cell):
            t = cell.split(" ")
            for i in range(0, len(t), 9):
                t[i] = f"{self.rng.random():.2f}"
                for j in range(1, 8):
                    t[i + j] = f"{float(t[i + j]) + self.rng.normal(0, 0.1):.4f}"
                for j in range(4, 7):
                    t[i + j] = f"{max(0.2, float(t[i + j])):.4f}"
                if self.rng.random() < 0.2:
                    t[i + 8] = "truck"
            again = t[:9] if self.rng.random() < 0.5 else []
            return " ".join(t + again)
        return self.table_like(answers, lambda: [moved(c) for c in answers[self.target]])

    def answers_coco_map(self):
        rows = []
        for i in self.rng.permutation(self.n):
            for _ in range(self.rng.integers(1, 4)):
                c = int(self.rng.integers(0, 4))
                x, y = self.rng.integers(0, 60, 2)
                w, h = self.rng.integers(5, 60, 2)
                rows.append((f"im{i:03d}", c, x, y, x + w, y + h))
        for i in range(2):
            rows.append((f"none{i}", 14, 0, 0, 1, 1))
        return pd.DataFrame(rows, columns=["image_id", "class_id", "x_min", "y_min", "x_max", "y_max"])

    def perfect_coco_map(self, answers):
        grouped = answers.groupby("image_id", sort=False)
        return pd.DataFrame([(k, " ".join(f"{r.class_id} {round(0.5 + i / 50, 2)} {r.x_min} {r.y_min} {r.x_max} {r.y_max}"
                             for i, r in enumerate(g.itertuples()))) for k, g in grouped], columns=["image_id", self.target])

    def random_coco_map(self, answers):
        out = self.perfect_coco_map(answers)
        for i in range(len(out)):
            t = out.loc[i, self.target].split()
            for j in range(0, len(t), 6):
                t[j + 1] = str(round(self.rng.random(), 1))
                for k in range(2, 6):
                    t[j + k] = str(round(float(t[j + k]) + self.rng.normal(0, 6), 1))
                if self.rng.random() < 0.3:
                    t[j] = str(self.rng.integers(0, 6))
            out.loc[i, self.target] = " ".join(t + (["2", "0.9", "5", "5", "40", "50"] if self.rng.random() < 0.4 else []))
        return out.sample(frac=1, random_state=4).reset_index(drop=True)

    # --- answers in documents
    def answers_answer_f1(self):
        out = []
        for i in range(self.n):
            s = int(self.rng.integers(1, 50))
            out.append({"example_id": str(i * 7919 - 30000), "document_text": "word " * 5, "annotations": [{
                "yes_no_answer": ["NONE", "NONE", "YES", "NO"][self.rng.integers(0, 4)],
                "long_answer": {"start_token": s, "end_token": s + 9, "candidate_index": 0} if self.rng.random() < 0.6
                else {"start_token": -1, "end_token": -1, "candidate_index": -1},
                "short_answers": [{"start_token": s + k, "end_token": s + k + 1} for k in range(self.rng.integers(0, 3))]}]})
        return out

    def perfect_answer_f1(self, answers):
        rows = []
        for a in answers:
            n = a["annotations"][0]
            l, s = n["long_answer"], n["short_answers"]
            rows.append((a["example_id"] + "_long", f"{l['start_token']}:{l['end_token']}" if l["start_token"] != -1 else ""))
            rows.append((a["example_id"] + "_short", f"{s[0]['start_token']}:{s[0]['end_token']}" if s else
                         (n["yes_no_answer"] if n["yes_no_answer"] != "NONE" else "")))
        return pd.DataFrame(rows, columns=[self.id, self.target])

    def random_answer_f1(self, answers):
        out = self.perfect_answer_f1(answers)
        for i in range(len(out)):
            if self.rng.random() < 0.4:
                out.loc[i, self.target] = ["YES", "NO", "", "3:9", " 4:5"][self.rng.integers(0, 5)]
        return out


def text(table):
    return table.to_csv(index=False)


def cases(maker, answers, rng):
    perfect = maker.perfect(answers)
    first, second = maker.random(answers), maker.random(answers)
    yield "perfect", text(perfect)
    yield "perfect in another order", text(perfect.sample(frac=1, random_state=7))
    yield "random", text(first)
    yield "random in another order", text(second.sample(frac=1, random_state=8))
    if len(perfect) == len(first) and list(perfect.columns) == list(first.columns):
        half = perfect.copy().astype(object)
        rows = list(range(0, len(half), 2))
        half.iloc[rows] = first.astype(object).iloc[rows]
        yield "half right", text(half)
    yield "columns reversed", text(first[first.columns[::-1]])
    yield "a further column", text(first.assign(note="x"))
    yield "a further column of zeros", text(first.assign(note=0))
    yield "a row missing", text(first.iloc[:-1])
    yield "a row missing at the front", text(first.iloc[1:])
    yield "a row twice", text(pd.concat([first, first.iloc[[0]]]))
    yield "a row in place of another", text(pd.concat([first.iloc[:-1], first.iloc[[0]]]))
    yield "no rows", text(first.iloc[:0])
    yield "an empty file", ""
    for column in dict.fromkeys([maker.id, perfect.columns[1], perfect.columns[-1]]):
        yield f"without {column}", text(first.drop(columns=column))
    odd = first.astype(object).copy()
    odd.iloc[0, list(odd.columns).index(maker.id)] = "nobody" if isinstance(odd[maker.id].iloc[-1], str) else 999999
    yield "an unknown id", text(odd)
    odd = first.astype(object).copy()
    odd.iloc[1 % len(odd), list(odd.columns).index(maker.id)] = np.nan
    yield "an id missing", text(odd)
    target = maker.columns[0] if maker.columns[0] in first.columns else perfect.columns[-1]
    at = list(first.columns).index(target)
    for name, value in [("missing", ""), ("text", "some text"), ("negative", -0.25), ("large", 1e6), ("infinite", "inf"),
                        ("minus infinity", "-inf"), ("true", "True"), ("a fraction", 1.5), ("a whole number", 3),
                        ("one number as text", "5 "), ("blanks", "  "), ("null", "null")]:
        odd = first.astype(object).copy()
        odd.iloc[2 % len(odd), at] = value
        yield f"a cell {name}", text(odd)
    for name, value in [("0", 0), ("1", 1), ("0.5", 0.5), ("text", "none"), ("missing", ""), ("True", "True"), ("-1", -1),
                        ("words", "a b c")]:
        yield f"every cell {name}", text(first.astype(object).assign(**{target: value}))
    for name, value in [("0", 0), ("1", 1), ("missing", ""), ("0.25", 0.25)]:
        if len(maker.columns) > 1:
            yield f"every cell of every column {name}", text(
                first.astype(object).assign(**{c: value for c in maker.columns if c in first.columns}))
    for name, value in [("of 64 bits", 2**63 - 1), ("of 64 bits without a sign", 2**64 - 1), ("beyond 64 bits", 2**64),
                        ("below 64 bits", -2**63 - 1), ("of a whole part beyond 64 bits", "18446744073709551616.5"),
                        ("beyond all numbers", "1e400"), ("below all numbers", "-1e400"), ("nearly beyond all numbers", 1e308)]:
        if name == "of 64 bits without a sign" and maker.metric in ("macro-f1", "qwk"):
            continue  # scikit-learn compares such labels as rounded numbers, in places
        odd = first.astype(object).copy()
        odd.iloc[2 % len(odd), at] = value
        yield f"a cell {name}", text(odd)
        yield f"half of the cells {name}", text(first.astype(object).assign(
            **{target: [value if i % 2 else x for i, x in enumerate(first[target])]}))
    if "mask" in maker.metric or "dice" in maker.metric:
        for cell in ("5", "1 3 10", "1 3 2 2", "9 2 1 2", "0 3", "3 0", "3 -1", "90 500", "1 2 x 3", "1 1 3", "1.0 2", "-", "500 3", "5 9223372036854775807", "1 9223372036854775807",
                     "9223372036854775807 9223372036854775807", "9223372036854775808 1"):
            odd = first.astype(object).copy()
            odd.iloc[0, at] = cell
            yield f"a mask {cell}", text(odd)
    if maker.metric in ("box-map", "box-3d-map", "coco-map", "point-in-box-f1", "answer-f1"):
        good = max((str(x) for x in first[target].dropna()), key=len)
        for name, cell in [("with a trailing blank", good + " "), ("with a double blank", good.replace(" ", "  ", 1)),
                           ("with a piece too many", good + " 1"), ("with a word", " ".join(["x"] * len(good.split()))),
                           ("with nan", " ".join(good.split()[:1] + ["nan"] + good.split()[2:])),
                           ("1:2:3", "1:2:3"), ("1:99999999999999999999", "1:99999999999999999999"), ("a:b", "a:b"), ("yes", "yes"), ("0:0", "0:0")]:
            odd = first.astype(object).copy()
            odd.iloc[0, at] = cell
            yield f"a cell {name}", text(odd)
    if maker.metric in ("accuracy", "top-1-error", "macro-f1", "qwk", "matthews"):
        yield "labels with a decimal point", text(first.astype(object).assign(
            **{target: [f"{float(x)}" if not isinstance(x, str) else x for x in first[target]]}))
        yield "labels as words", text(first.assign(**{target: [f"c{x}" for x in first[target]]}))
        yield "several numbers a cell", text(first.assign(**{target: [f"{x} 9 8" for x in first[target]]}))
    if maker.metric == "bias-auc":
        yield "the other name of the column", text(first.rename(columns={"prediction": "toxicity"}))
    if maker.metric == "kl-divergence":
        yield "whole numbers", text(first.assign(**{c: int(i == 0) for i, c in enumerate(maker.columns)}))
        yield "sums slightly off", text(first.assign(**{maker.columns[0]: first[maker.columns[0]] + 3e-6}))
    if "log-loss" in maker.metric and len(maker.columns) > 1:
        for name, off in (("slightly", 4e-7), ("a little", 9e-6), ("much", 1e-3)):
            yield f"sums {name} off", text(first.assign(**{maker.columns[1]: (first[maker.columns[1]] - off).abs()}))
    if maker.metric == "jaccard":
        odd = maker.perfect(answers).astype(object)
        yield "upper case", text(odd.assign(**{target: [str(x).upper() for x in odd[target]]}))
    if maker.metric == "map-at-k":
        yield "leading zeros", text(first.assign(**{target: ["0" + str(x) for x in first[target]]}))
        yield "items twice", text(first.assign(**{target: [f"{x} {x}" for x in first[target]]}))
    if maker.metric == "lwlrap":
        yield "True and False", text(first.assign(**{c: first[c] > 0.5 for c in maker.columns}))
    if maker.metric == "laplace-log-likelihood":
        yield "scored rows left out", text(first.iloc[::2])
    if maker.metric == "dice-hausdorff":
        yield "numbers for ids", text(first.assign(id=range(len(first))))
        yield "half of the rows", text(first.iloc[: len(first) // 2])
        for size in ("1 48", "1 1"):
            yield f"masks {size}", text(first.assign(predicted=size))


def graded(grade, read_csv, load, files, submission, types):
    files["submission"].write_text(submission)
    try:
        table = read_csv(files["submission"])
    except Exception as e:
        return None, f"unreadable: {type(e).__name__}: {e}"
    try:
        with contextlib.redirect_stdout(io.StringIO()), contextlib.redirect_stderr(io.StringIO()):
            score = grade(table, load(files["answers"]))
            types.add(type(score).__name__)
            return repr(float(score)), None
    except Exception as e:
        return None, f"{type(e).__name__}: {str(e)[:200]}"


def main():
    p = argparse.ArgumentParser()
    p.add_argument("checkout", type=pathlib.Path)
    p.add_argument("out", type=pathlib.Path)
    p.add_argument("--rows", type=int, default=12)
    p.add_argument("--seed", type=int, default=0)
    p.add_argument("--only", nargs="*")
    a = p.parse_args()
    sys.path.insert(0, str(a.checkout))
    warnings.simplefilter("ignore")
    from mlebench.utils import import_fn, load_answers, read_csv
    logging.disable(logging.CRITICAL)
    a.out.mkdir(parents=True, exist_ok=True)
    (a.out / "score-types.properties").write_text("")
    for folder in sorted(HERE.iterdir()):
        spec = yaml.safe_load((folder / "competition.yaml").read_text())
        if a.only and spec["id"] not in a.only:
            continue
        rows = min(a.rows, 5) if len(spec.get("columns", [])) > 20 and a.rows <= 12 else a.rows
        rng = np.random.default_rng([a.seed, sum(map(ord, spec["id"]))])
        maker = Maker(spec, rows, rng)
        answers = maker.answers()
        ext = ".jsonl" if isinstance(answers, list) else ".csv"
        files = {"answers": a.out / ("answers" + ext), "submission": a.out / "submission.csv"}
        truth = "".join(json.dumps(x) + "\n" for x in answers) if isinstance(answers, list) else text(answers)
        files["answers"].write_text(truth)
        grade = import_fn(f"mlebench.competitions.{spec['id']}.grade:grade")
        lines = [{"answers": truth}]
        types = set()
        for name, submission in cases(maker, answers, rng):
            if (spec["id"], name) in UNSTABLE:
                continue
            score, reason = graded(grade, read_csv, load_answers, files, submission, types)
            lines.append({"name": name, "submission": submission, "score": score, "reason": reason})
        whole = "".join(json.dumps(x, ensure_ascii=False) + "\n" for x in lines)
        (a.out / (spec["id"] + ".jsonl.gz")).write_bytes(gzip.compress(whole.encode(), mtime=0))
        valid = sum(1 for x in lines[1:] if x["score"] is not None)
        with (a.out / "score-types.properties").open("a") as f:
            f.write(f"{spec['id']}={' '.join(sorted(types))}\n")
        print(f"{spec['id']}: {len(lines) - 1} cases, {valid} with a score", flush=True)
    for name in ("answers.csv", "answers.jsonl", "submission.csv"):
        (a.out / name).unlink(missing_ok=True)


if __name__ == "__main__":
    main()
