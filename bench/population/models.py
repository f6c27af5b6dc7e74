"""Model families: what each is built from, the views it can use and the values its parameters can take."""
import numpy as np
from scipy.special import softmax
from sklearn.base import BaseEstimator, TransformerMixin, clone
from sklearn.discriminant_analysis import LinearDiscriminantAnalysis
from sklearn.ensemble import (ExtraTreesClassifier, ExtraTreesRegressor, GradientBoostingRegressor,
                              HistGradientBoostingClassifier, HistGradientBoostingRegressor, RandomForestClassifier,
                              RandomForestRegressor)
from sklearn.kernel_ridge import KernelRidge
from sklearn.linear_model import ElasticNet, HuberRegressor, LogisticRegression, Ridge, SGDClassifier
from sklearn.model_selection import KFold
from sklearn.naive_bayes import BernoulliNB, CategoricalNB, GaussianNB, MultinomialNB
from sklearn.neighbors import KNeighborsClassifier, KNeighborsRegressor
from sklearn.neural_network import MLPClassifier, MLPRegressor
from sklearn.pipeline import make_pipeline
from sklearn.preprocessing import StandardScaler
from sklearn.svm import SVC, SVR
from sklearn.tree import DecisionTreeClassifier, DecisionTreeRegressor
from xgboost import XGBClassifier, XGBRegressor

from pictures import Contrast, Gaussian, LocalMeans, MeanMask, Median, Pixels, TotalVariation, Wiener
from spelling import Classified, Contexts, Flagged


class TargetMeans(TransformerMixin, BaseEstimator):
    """Adds smoothed target means of category columns, cross-fitted in 5 parts on the rows it is fitted to."""

    def __init__(self, categories, smoothing):
        self.categories, self.smoothing = categories, smoothing

    def means(self, X, targets):
        """For each category column, the smoothed mean target by code: arrays of shape (codes, targets)."""
        prior = targets.mean(axis=0)
        tables = {}
        for column, size in self.categories.items():
            code = X[:, column].astype(int)
            sums = np.column_stack([np.bincount(code, target, size) for target in targets.T])
            counts = np.bincount(code, minlength=size)[:, None]
            tables[column] = (sums + self.smoothing * prior) / (counts + self.smoothing)
        return tables

    @staticmethod
    def look_up(X, tables):
        return np.hstack([table[X[:, column].astype(int)] for column, table in tables.items()])

    def fit_transform(self, X, y):
        numbered = y.dtype.kind == "i"
        targets = np.eye(y.max() + 1)[y][:, 1:] if numbered else y[:, None]
        self.tables_ = self.means(X, targets)
        added = np.zeros((len(X), targets.shape[1] * len(self.categories)))
        for fit, rest in KFold(5, shuffle=True, random_state=0).split(X):
            added[rest] = self.look_up(X[rest], self.means(X[fit], targets[fit]))
        return np.hstack([X, added])

    def transform(self, X):
        return np.hstack([X, self.look_up(X, self.tables_)])


class Levelled(BaseEstimator):
    """Regression on the ratio to the year's mean level, over the last `years` years; the first column is the year.

    The level of the coming year is the last level plus `growth` times the last change of level.
    """

    def __init__(self, base, years, growth):
        self.base, self.years, self.growth = base, years, growth

    def fit(self, X, y):
        year = X[:, 0]
        level = {value: y[year == value].mean() for value in np.unique(year)}
        last = year.max()
        self.level_ = level[last] + self.growth * (level[last] - level[last - 1])
        kept = year > last - self.years
        self.base_ = clone(self.base).fit(X[kept, 1:], y[kept] - [level[value] for value in year[kept]])
        return self

    def predict(self, X):
        return self.base_.predict(X[:, 1:]) + self.level_


class Seasonal(BaseEstimator):
    """Mean of the known values on the same weekday 52, 104, ... weeks before; the second column is the day number."""

    def __init__(self, years, weeks, growth):
        self.years, self.weeks, self.growth = years, weeks, growth

    def fit(self, X, y):
        self.known_ = dict(zip(X[:, 1], y))
        self.step_ = self.growth * (y[-364:].mean() - y[-728:-364].mean())
        return self

    def predict(self, X):
        values = []
        for day in X[:, 1]:
            back = [(self.known_.get(day - 7 * self.weeks * k), k) for k in range(1, self.years + 2)]
            found = [value + self.step_ * k for value, k in back if value is not None][:self.years]
            values.append(np.mean(found))
        return np.array(values)


class GroupMeans(BaseEstimator):
    """Mean target by the values of some columns over the last `years` years; the overall mean for new values."""

    def __init__(self, columns, years):
        self.columns, self.years = columns, years

    def fit(self, X, y):
        kept = X[:, 0] > X[:, 0].max() - self.years
        groups = {}
        for key, value in zip(map(tuple, X[kept][:, self.columns]), y[kept]):
            groups.setdefault(key, []).append(value)
        self.means_ = {key: np.mean(values) for key, values in groups.items()}
        self.mean_ = y[kept].mean()
        return self

    def predict(self, X):
        return np.array([self.means_.get(tuple(key), self.mean_) for key in X[:, self.columns]])


class KernelRidgeCentred(BaseEstimator):
    """Kernel ridge regression with a Gaussian kernel on the target less its mean."""

    def __init__(self, alpha, gamma):
        self.alpha, self.gamma = alpha, gamma

    def fit(self, X, y):
        self.mean_ = y.mean()
        self.model_ = KernelRidge(kernel="rbf", alpha=self.alpha, gamma=self.gamma).fit(X, y - self.mean_)
        return self

    def predict(self, X):
        return self.model_.predict(X) + self.mean_


class TemperedBayes(BaseEstimator):
    """Multinomial naive Bayes with its log odds multiplied by `temper`, since the words of a text are not independent."""

    def __init__(self, alpha, temper):
        self.alpha, self.temper = alpha, temper

    def fit(self, X, y):
        self.model_ = MultinomialNB(alpha=self.alpha).fit(X, y)
        self.classes_ = self.model_.classes_
        return self

    def predict_proba(self, X):
        return softmax(self.temper * self.model_.predict_log_proba(X), axis=1)


class Family:
    """A way to build an estimator: classifier and regressor makers, view group, parameter choices.

    The first value of each parameter is the usual default; `only` limits the family to tasks of an id or a category.
    """

    def __init__(self, group, classifier, regressor, choices, only=None, never=()):
        self.group, self.makers, self.choices = group, (classifier, regressor), choices
        self.only, self.never = only, never

    def suits(self, task):
        """Whether the family can be used for a task."""
        names = {task.id, task.category}
        allowed = names & set(self.only) if self.only else not names & set(self.never)
        return bool(allowed) and self.makers[task.is_regression()] is not None


TREES = {"max_features": ["sqrt", 0.2, 0.35, 0.5, 0.8], "min_samples_leaf": [1, 2, 3, 5, 8, 15],
         "max_depth": [None, 6, 10, 16], "n_estimators": [100, 200]}
SMALL_TREES = {**TREES, "min_samples_leaf": [3, 5, 8, 15, 25], "n_estimators": [50, 30]}
BOOSTING = {"learning_rate": [0.1, 0.03, 0.05, 0.07], "subsample": [1.0, 0.5, 0.7, 0.85],
            "colsample_bytree": [1.0, 0.2, 0.35, 0.5, 0.7], "max_depth": [6, 2, 3, 4, 5, 8],
            "min_child_weight": [1, 3, 6, 12, 25], "reg_lambda": [1, 3, 10, 30], "n_estimators": [100, 60, 150, 220]}
HISTOGRAM = {"learning_rate": [0.1, 0.04, 0.07], "max_iter": [100, 60, 150], "max_leaf_nodes": [31, 6, 10, 16],
             "min_samples_leaf": [20, 8, 40, 80], "l2_regularization": [0.0, 1, 5, 20]}
TEXT, ORDINAL, PICTURES, BIRDS, MAIL = "text", "ordinal", "fashion-mnist", "bird-strikes", "spam-email"
ITEMS, SOUND, NOISE, MASKS, WORDS = "ranking", "audio", "image-to-image", "segmentation", "seq-to-seq"
SLOW_TREES = (TEXT, PICTURES, SOUND)


def pixels(base):
    """A maker of regressions on single pixels with a base made of the other parameters."""
    def make(seed, count, stride=1, blur=0, **p):
        return Pixels(base(seed, **p), count, stride, blur, seed)
    return make


def pixel_families(task, places):
    """Regressions on single pixels for one kind of task; `places` are parameters of where and how they are predicted."""
    few, many = {"count": [4000, 2000, 8000], **places}, {"count": [10000, 5000, 20000], **places}
    return {
        "ridge": Family("pixels", None, pixels(lambda seed, **p: make_pipeline(StandardScaler(), Ridge(**p))),
                        {"alpha": [1.0, 100, 1e4], **many}, only=[task]),
        "boosting": Family("pixels", None, pixels(lambda seed, **p: HistGradientBoostingRegressor(random_state=seed, **p)),
                           {"max_iter": [30, 15, 50], "max_leaf_nodes": [15, 8], "learning_rate": [0.1, 0.2], **many},
                           only=[task]),
        "extra trees": Family("pixels", None, pixels(lambda seed, **p: ExtraTreesRegressor(random_state=seed, **p)),
                              {"n_estimators": [6, 12], "max_depth": [10, 8, 13], "min_samples_leaf": [5, 20], **few},
                              only=[task])}


def network(kind):
    """A maker of small neural networks with early stopping."""
    return lambda seed, **p: kind(random_state=seed, early_stopping=True, max_iter=60, **p)


FAMILIES = {
    "logistic": Family("scaled", lambda seed, **p: LogisticRegression(max_iter=200, **p), None,
                       {"C": [1.0, 0.003, 0.01, 0.03, 0.1, 0.3, 3, 10], "class_weight": [None, "balanced"]}, never=[TEXT, ITEMS]),
    "text logistic": Family("scaled", lambda seed, **p: LogisticRegression(max_iter=60, tol=1e-2, **p), None,
                            {"C": [1.0, 3, 10, 30, 100]}, only=[TEXT]),
    "tempered bayes": Family("counted", lambda seed, **p: TemperedBayes(**p), None,
                             {"alpha": [1.0, 0.01, 0.03, 0.1, 0.3],
                              "temper": [1.0, 0.015, 0.02, 0.03, 0.05, 0.08, 0.1, 0.15, 0.2, 0.3]}, only=[TEXT]),
    "latent logistic": Family("latent", lambda seed, **p: LogisticRegression(max_iter=100, **p), None,
                              {"C": [1.0, 0.001, 0.003, 0.01, 0.03, 0.1]}, only=[TEXT]),
    "latent discriminant": Family("latent", lambda seed, **p: LinearDiscriminantAnalysis(solver="lsqr", **p), None,
                                  {"shrinkage": [None, "auto", 0.1, 0.3, 0.5]}, only=[TEXT]),
    "latent network": Family("latent", network(MLPClassifier), None,
                             {"hidden_layer_sizes": [(100,), (50,), (200,)], "alpha": [1e-4, 0.1, 1, 5],
                              "learning_rate_init": [1e-3, 3e-3]}, only=["state-of-the-union"]),
    "multinomial bayes": Family("scaled", lambda seed, **p: MultinomialNB(**p), None,
                                {"alpha": [1.0, 0.01, 0.03, 0.1, 0.3], "fit_prior": [True, False]}, only=[TEXT, ITEMS]),
    "gaussian bayes": Family("scaled", lambda seed, **p: GaussianNB(**p), None,
                             {"var_smoothing": [1e-9, 1e-3, 1e-2, 1e-1, 1]}, never=[TEXT, PICTURES, ITEMS]),
    "bernoulli bayes": Family("scaled", lambda seed, **p: BernoulliNB(**p), None, {"alpha": [1.0, 0.1, 3, 10]},
                              never=[PICTURES]),
    "discriminant": Family("scaled", lambda seed, **p: LinearDiscriminantAnalysis(solver="lsqr", **p), None,
                           {"shrinkage": [None, "auto", 0.03, 0.1, 0.3]}, only=[PICTURES, SOUND, "hpc-jobs"]),
    "ridge": Family("scaled", None, lambda seed, **p: Ridge(**p), {"alpha": [1.0, 0.1, 3, 10, 30, 100]},
                    never=["us-daily-births"]),
    "elastic net": Family("scaled", None, lambda seed, **p: ElasticNet(**p),
                          {"alpha": [1.0, 0.0003, 0.001, 0.003, 0.01, 0.03], "l1_ratio": [0.5, 0.1, 0.9]},
                          never=["us-daily-births"]),
    "kernel ridge": Family("scaled", None, lambda seed, **p: KernelRidgeCentred(**p),
                           {"alpha": [1.0, 0.03, 0.1, 0.3], "gamma": [0.003, 0.0003, 0.001, 0.002]},
                           only=["ames-housing"]),
    "support vectors": Family("scaled", None, lambda seed, **p: SVR(**p),
                              {"C": [1.0, 0.3, 3, 10], "gamma": ["scale", 0.0003, 0.001, 0.003], "epsilon": [0.1, 0.02, 0.05]},
                              only=["ames-housing"]),
    "margin": Family("scaled", lambda seed, **p: SVC(random_state=seed, **p), None,
                     {"C": [1.0, 3, 10, 30], "gamma": ["scale", 0.003, 0.01, 0.03]}, only=[PICTURES]),
    "sure margin": Family("scaled", lambda seed, **p: SVC(random_state=seed, probability=True, **p), None,
                          {"C": [1.0, 3, 10, 30], "gamma": ["scale", 0.003, 0.01, 0.03]}, only=[SOUND]),
    "item logistic": Family("scaled", lambda seed, **p: SGDClassifier(loss="log_loss", random_state=seed, max_iter=3,
                                                                      tol=None, **p), None,
                            {"alpha": [1e-4, 1e-5, 3e-5, 3e-4], "average": [False, True]}, only=[ITEMS]),
    "item bayes": Family("scaled", lambda seed, **p: TemperedBayes(**p), None,
                         {"alpha": [1.0, 0.01, 0.03, 0.1, 0.3], "temper": [1.0, 0.3, 0.5, 0.7]}, only=[ITEMS]),
    "item neighbours": Family("scaled", lambda seed, **p: KNeighborsClassifier(metric="cosine", **p), None,
                              {"n_neighbors": [5, 10, 20, 40, 80], "weights": ["uniform", "distance"]}, only=[ITEMS]),
    "latent neighbours": Family("latent", lambda seed, **p: KNeighborsClassifier(metric="cosine", **p), None,
                                {"n_neighbors": [5, 10, 20, 40], "weights": ["uniform", "distance"]}, only=[ITEMS]),
    "latent forest": Family("latent", lambda seed, **p: ExtraTreesClassifier(random_state=seed, **p), None,
                            {"n_estimators": [30, 60], "max_depth": [8, 12], "min_samples_leaf": [1, 3]}, only=[ITEMS]),
    "median": Family("picture", None, lambda seed, **p: Median(**p), {"repair": [False, True], "size": [3, 2, 4, 5]},
                     only=[NOISE]),
    "gaussian": Family("picture", None, lambda seed, **p: Gaussian(**p),
                       {"repair": [False, True], "sigma": [1.0, 0.5, 0.7, 0.85, 1.2, 1.5, 2]}, only=[NOISE]),
    "wiener": Family("picture", None, lambda seed, **p: Wiener(**p),
                     {"repair": [False, True], "size": [3, 5, 7], "noise": [30, 20, 25, 40]}, only=[NOISE]),
    "local means": Family("picture", None, lambda seed, **p: LocalMeans(**p),
                          {"repair": [False, True], "reach": [2, 1, 3], "strength": [30, 12, 16, 20, 25]}, only=[NOISE]),
    "total variation": Family("picture", None, lambda seed, **p: TotalVariation(**p),
                              {"repair": [False, True], "weight": [30, 10, 15, 20, 45]}, only=[NOISE]),
    **{f"denoising {name}": family for name, family in pixel_families(NOISE, {}).items()},
    "mean mask": Family("picture", None, lambda seed, **p: MeanMask(**p), {"blur": [0, 1, 2]}, only=[MASKS]),
    "contrast": Family("picture", None, lambda seed, **p: Contrast(**p),
                       {"blur": [0, 0.7, 1.2, 2], "cut": [1.0, 0.5, 0.7, 1.4], "centred": [False, True]}, only=[MASKS]),
    **{f"pixel {name}": family for name, family in pixel_families(
        MASKS, {"stride": [2], "blur": [0, 0.7, 1, 1.5]}).items()},
    "contexts": Family("letters", None, lambda seed, **p: Contexts(**p),
                       {"left": [1, 0, 2, 3], "right": [1, 0, 2, 3, 4], "least": [1, 2, 3, 5]}, only=[WORDS]),
    "window bayes": Family("letters", None, lambda seed, alpha, **p: Classified(
        CategoricalNB(alpha=alpha, min_categories=32), **p),
        {"alpha": [1.0, 0.1, 0.01], "left": [2, 1, 3], "right": [2, 1, 3], "place": [False, True]}, only=[WORDS]),
    "window tree": Family("letters", None, lambda seed, least, **p: Classified(
        DecisionTreeClassifier(min_samples_leaf=least, random_state=seed), **p),
        {"least": [1, 2, 4, 8], "left": [2, 1, 3, 4], "right": [2, 1, 3, 4], "place": [False, True]}, only=[WORDS]),
    "window trees": Family("letters", None, lambda seed, trees, share, **p: Classified(ExtraTreesClassifier(
        n_estimators=trees, max_features=share, min_samples_leaf=1, random_state=seed), **p),
        {"trees": [3, 6], "share": ["sqrt", 0.5, 0.8], "left": [2, 3, 4], "right": [2, 3, 4], "place": [True, False]},
        only=[WORDS]),
    "window pairs": Family("letters", None, lambda seed, alpha, **p: Flagged(MultinomialNB(alpha=alpha), **p),
                           {"alpha": [0.1, 0.01, 0.003], "left": [2, 3, 4], "right": [2, 3, 4], "place": [True, False],
                            "pairs": [True, False]}, only=[WORDS]),
    "neighbours": Family("scaled", lambda seed, **p: KNeighborsClassifier(**p), lambda seed, **p: KNeighborsRegressor(**p),
                         {"n_neighbors": [5, 1, 3, 10, 20, 40], "weights": ["uniform", "distance"]},
                         never=[TEXT, ORDINAL, "us-daily-births", BIRDS]),
    "network": Family("scaled", network(MLPClassifier), network(MLPRegressor),
                      {"hidden_layer_sizes": [(100,), (30,), (60, 30), (128, 64)], "alpha": [1e-4, 1e-2, 0.1, 1, 5],
                       "learning_rate_init": [1e-3, 3e-3]}, never=[TEXT, ORDINAL, ITEMS, "us-daily-births", BIRDS]),
    "tree": Family("tree", lambda seed, **p: DecisionTreeClassifier(random_state=seed, **p),
                   lambda seed, **p: DecisionTreeRegressor(random_state=seed, **p),
                   {"max_depth": [None, 2, 4, 6, 9], "min_samples_leaf": [1, 5, 20, 50]}),
    "forest": Family("tree", lambda seed, **p: RandomForestClassifier(random_state=seed, **p),
                     lambda seed, **p: RandomForestRegressor(random_state=seed, **p), TREES, never=[BIRDS, ORDINAL, MAIL, SOUND]),
    "small forest": Family("tree", lambda seed, **p: RandomForestClassifier(random_state=seed, **p), None, SMALL_TREES,
                           only=[BIRDS, SOUND]),
    "small extra trees": Family("tree", lambda seed, **p: ExtraTreesClassifier(random_state=seed, **p), None,
                                SMALL_TREES, only=[BIRDS, SOUND]),
    "extra trees": Family("tree", lambda seed, **p: ExtraTreesClassifier(random_state=seed, **p),
                          lambda seed, **p: ExtraTreesRegressor(random_state=seed, **p), TREES, never=[BIRDS, ORDINAL, MAIL, SOUND]),
    "xgboost": Family("tree", lambda seed, **p: XGBClassifier(random_state=seed, n_jobs=1, tree_method="hist", **p),
                      lambda seed, **p: XGBRegressor(random_state=seed, n_jobs=1, tree_method="hist", **p), BOOSTING,
                      never=[*SLOW_TREES, "us-daily-births"]),
    "histogram boosting": Family("tree", lambda seed, **p: HistGradientBoostingClassifier(random_state=seed, **p),
                                 lambda seed, **p: HistGradientBoostingRegressor(random_state=seed, **p), HISTOGRAM,
                                 never=[*SLOW_TREES, ORDINAL, "us-daily-births"]),
    "gradient boosting": Family("tree", None, lambda seed, **p: GradientBoostingRegressor(random_state=seed, **p),
                                {"learning_rate": [0.1, 0.05, 0.07], "n_estimators": [100, 200], "max_depth": [3, 4, 5],
                                 "subsample": [1.0, 0.5, 0.7], "max_features": [None, 0.1, 0.2, 0.4],
                                 "loss": ["squared_error", "huber"], "min_samples_leaf": [1, 4, 10]},
                                only=["ames-housing"]),
    "seasonal": Family("calendar", None, lambda seed, **p: Seasonal(**p),
                       {"years": [1, 2, 3, 5], "weeks": [52], "growth": [0, 0.5, 1]}, only=["us-daily-births"]),
    "group means": Family("calendar", None, lambda seed, **p: GroupMeans(**p),
                          {"columns": [(4,), (2,), (2, 4), (5,), (6, 4)], "years": [14, 1, 3, 5]},
                          only=["us-daily-births"]),
    "levelled ridge": Family("scaled", None, lambda seed, years, growth, **p: Levelled(Ridge(**p), years, growth),
                             {"alpha": [1.0, 0.1, 0.3, 3, 10, 30], "years": [14, 3, 5, 7, 9], "growth": [0, 0.3, 0.6, 1]},
                             only=["us-daily-births"]),
    "levelled huber": Family("scaled", None, lambda seed, years, growth, **p:
                             Levelled(HuberRegressor(max_iter=150, **p), years, growth),
                             {"alpha": [1e-4, 1e-2, 0.1, 1], "epsilon": [1.35, 1.1, 2], "years": [14, 5, 7, 9],
                              "growth": [0, 0.3, 0.6, 1]}, only=["us-daily-births"]),
    "levelled xgboost": Family("tree", None, lambda seed, years, growth, **p:
                               Levelled(XGBRegressor(random_state=seed, n_jobs=1, tree_method="hist", **p), years, growth),
                               {**BOOSTING, "n_estimators": [100, 200, 350], "years": [14, 5, 7, 9],
                                "growth": [0, 0.3, 0.6, 1]}, only=["us-daily-births"]),
    "levelled extra trees": Family("tree", None, lambda seed, years, growth, **p:
                                   Levelled(ExtraTreesRegressor(random_state=seed, **p), years, growth),
                                   {**TREES, "max_features": [1.0, 0.3, 0.6], "years": [14, 5, 7, 9],
                                    "growth": [0, 0.3, 0.6, 1]}, only=["us-daily-births"]),
}


def build(task, family, params, smoothing, categories, seed):
    """An unfitted estimator; target means of the category columns are added when `smoothing` is set."""
    model = FAMILIES[family].makers[task.is_regression()](seed, **params)
    return make_pipeline(TargetMeans(categories, smoothing), model) if smoothing and categories else model


def predictions(model, X, task):
    """A fitted model's predictions in the form tasks.py describes; margins become softmax shares."""
    if task.is_regression():
        values = model.predict(X)
        return values if values.ndim > 1 else values[:, None]
    if hasattr(model, "predict_proba"):
        shares = model.predict_proba(X)
    else:
        shares = softmax(3 * model.decision_function(X), axis=1)
    if task.metric == "map-at-k":
        known, shares = shares, np.zeros((len(shares), len(task.labels)))
        shares[:, model.classes_] = known
    shares = np.clip(shares, 1e-6, 1)
    return shares[:, 1:] if task.metric == "auc" else shares
