"""Competitions whose answers are pictures: noise taken off, objects marked. Predictions are arrays (rows, pixels).

A denoised pixel is a brightness from 0 to 255; a pixel of a mask is a share that scoring compares with one half.
"""
import numpy as np
from scipy import ndimage
from sklearn.base import BaseEstimator, clone
from sklearn.model_selection import GroupKFold

from tasks import Task

REPAIRED_BELOW, REPAIRED_ABOVE = 2, 253


def cells_of_numbers(cells):
    """An array (rows, numbers) of cells that hold as many numbers each."""
    return np.array([np.array(cell.split(), dtype=np.float32) for cell in cells])


def mask_of(cell, pixels):
    """The mask that run lengths tell of: pairs of a start, counted from 1, and a length."""
    mask, runs = np.zeros(pixels, dtype=np.float32), np.array(str(cell).split(), dtype=int)
    for start, length in zip(runs[::2], runs[1::2]):
        mask[start - 1:start - 1 + length] = 1
    return mask


class PictureTask(Task):
    """Pictures to pictures; validation holds out whole photographs or objects."""

    def fit_target(self):
        self.pixels = len(self.rows.iloc[0, 1].split())
        self.truth = self.read_truth(self.truth)
        return self.truth

    def read_truth(self, cells):
        if self.metric == "dice":
            return np.array([mask_of(cell, self.pixels) for cell in cells])
        return cells_of_numbers(cells)

    def make_folds(self, parts):
        groups = self.rows.iloc[self.train, 0]
        return list(GroupKFold(parts).split(self.train, groups=groups))

    def is_regression(self):
        return True

    def constant(self):
        cell = str(self.sample.iloc[0, 0])
        one = mask_of(cell, self.pixels) if self.metric == "dice" else np.full(self.pixels, float(cell))
        return np.tile(one, (len(self.test), 1))

    def score(self, truth, predictions):
        """The root mean squared error over all pixels, or the mean Dice coefficient of the pictures."""
        if self.metric != "dice":
            return float(np.sqrt(np.mean((np.clip(predictions, 0, 255) - truth) ** 2)))
        marked = predictions > 0.5
        both, all_marked = (marked * truth).sum(axis=1), marked.sum(axis=1) + truth.sum(axis=1)
        return float(np.mean(np.where(all_marked == 0, 1, 2 * both / np.maximum(all_marked, 1))))

    def settled(self, inside, outside):
        """Masks are cut where the out-of-fold rows score best."""
        if self.metric != "dice":
            return inside, outside
        truth = self.truth[self.validation_rows()]
        cut = max(np.linspace(0.1, 0.7, 13), key=lambda cut: self.score(truth, inside - cut + 0.5))
        return inside - cut + 0.5, outside - cut + 0.5

    def columns(self, members):
        return np.column_stack([member.ravel() for member in members])

    def shaped(self, values):
        return values.reshape(-1, self.pixels)


def square(flat):
    """Pictures (rows, side, side) of rows of pixels."""
    side = int(round(flat.shape[1] ** 0.5))
    return flat.reshape(-1, side, side)


def repaired(pictures):
    """Black and white pixels replaced by the median around them."""
    struck = (pictures <= REPAIRED_BELOW) | (pictures >= REPAIRED_ABOVE)
    return np.where(struck, ndimage.median_filter(pictures, (1, 3, 3), mode="reflect"), pictures)


def blurred(pictures, sigma):
    return ndimage.gaussian_filter(pictures, (0, sigma, sigma), mode="reflect") if sigma else pictures


def spread(pictures, size):
    """The standard deviation around each pixel."""
    mean, square_mean = (ndimage.uniform_filter(part, (1, size, size)) for part in (pictures, pictures ** 2))
    return np.sqrt(np.maximum(square_mean - mean ** 2, 0))


class Filtered(BaseEstimator):
    """A filter that learns nothing, on the pictures or on their repaired selves."""

    def __init__(self, repair):
        self.repair = repair

    def fit(self, X, y):
        return self

    def predict(self, X):
        pictures = square(X)
        return self.filtered(repaired(pictures) if self.repair else pictures).reshape(len(X), -1)


class Median(Filtered):
    def __init__(self, repair, size):
        super().__init__(repair)
        self.size = size

    def filtered(self, pictures):
        return ndimage.median_filter(pictures, (1, self.size, self.size), mode="reflect")


class Gaussian(Filtered):
    def __init__(self, repair, sigma):
        super().__init__(repair)
        self.sigma = sigma

    def filtered(self, pictures):
        return blurred(pictures, self.sigma)


class Wiener(Filtered):
    """The local mean, and of the difference to it the share that is not noise."""

    def __init__(self, repair, size, noise):
        super().__init__(repair)
        self.size, self.noise = size, noise

    def filtered(self, pictures):
        mean, variance = ndimage.uniform_filter(pictures, (1, self.size, self.size)), spread(pictures, self.size) ** 2
        return mean + np.maximum(variance - self.noise ** 2, 0) / np.maximum(variance, self.noise ** 2) * (pictures - mean)


class LocalMeans(Filtered):
    """Non-local means: the mean of the pixels nearby, weighted by how alike the patches around them are."""

    def __init__(self, repair, reach, strength):
        super().__init__(repair)
        self.reach, self.strength = reach, strength

    def filtered(self, pictures):
        total, weights = np.zeros_like(pictures), np.zeros_like(pictures)
        padded = np.pad(pictures, ((0, 0), (self.reach,) * 2, (self.reach,) * 2), mode="reflect")
        side = pictures.shape[1]
        for down in range(2 * self.reach + 1):
            for right in range(2 * self.reach + 1):
                moved = padded[:, down:down + side, right:right + side]
                distance = ndimage.uniform_filter((moved - pictures) ** 2, (1, 5, 5))
                weight = np.exp(-distance / self.strength ** 2)
                total, weights = total + weight * moved, weights + weight
        return total / weights


class TotalVariation(Filtered):
    """Total-variation denoising by Chambolle's projections."""

    def __init__(self, repair, weight):
        super().__init__(repair)
        self.weight = weight

    def filtered(self, pictures):
        down, right = np.zeros_like(pictures), np.zeros_like(pictures)
        for _ in range(15):
            divergence = (np.diff(down, axis=1, prepend=0) + np.diff(right, axis=2, prepend=0)) - pictures / self.weight
            step_down = np.diff(divergence, axis=1, append=divergence[:, -1:])
            step_right = np.diff(divergence, axis=2, append=divergence[:, :, -1:])
            norm = 1 + 0.25 * np.hypot(step_down, step_right)
            down, right = (down + 0.25 * step_down) / norm, (right + 0.25 * step_right) / norm
        return pictures - self.weight * (np.diff(down, axis=1, prepend=0) + np.diff(right, axis=2, prepend=0))


class Pixels(BaseEstimator):
    """A regression on the features of single pixels, fitted on some of them; X is (rows, pixels, features).

    With a stride of 2 only every other pixel of every other line is predicted, and those between are interpolated.
    """

    def __init__(self, base, count, stride, blur, seed):
        self.base, self.count, self.stride, self.blur, self.seed = base, count, stride, blur, seed

    def fit(self, X, y):
        at = np.random.default_rng(self.seed).permutation(X.shape[0] * X.shape[1])[:self.count]
        self.base_ = clone(self.base).fit(X.reshape(-1, X.shape[2])[at], y.reshape(-1)[at])
        return self

    def predict(self, X):
        side = int(round(X.shape[1] ** 0.5))
        part = X.reshape(len(X), side, side, -1)[:, ::self.stride, ::self.stride]
        values = self.base_.predict(part.reshape(-1, X.shape[2])).reshape(part.shape[:3]).astype(np.float32)
        if self.stride > 1:
            values = ndimage.zoom(values, (1, self.stride, self.stride), order=1, grid_mode=True, mode="nearest")
        return blurred(values, self.blur).reshape(len(X), -1)


class MeanMask(BaseEstimator):
    """The share of the train masks that mark a pixel, whatever the picture."""

    def __init__(self, blur):
        self.blur = blur

    def fit(self, X, y):
        self.mean_ = blurred(square(y.mean(axis=0)[None]), self.blur).reshape(-1)
        return self

    def predict(self, X):
        return np.tile(self.mean_, (len(X), 1))


class Contrast(BaseEstimator):
    """How far pixels are from the border's median brightness, in units of the picture's spread."""

    def __init__(self, blur, cut, centred):
        self.blur, self.cut, self.centred = blur, cut, centred

    def fit(self, X, y):
        self.mean_ = y.mean(axis=0)
        return self

    def predict(self, X):
        pictures = blurred(square(X), self.blur)
        border = np.concatenate([pictures[:, 0], pictures[:, -1], pictures[:, :, 0], pictures[:, :, -1]], axis=1)
        far = np.abs(pictures - np.median(border, axis=1)[:, None, None]) / (pictures.std(axis=(1, 2))[:, None, None] + 1)
        marked = far.reshape(len(X), -1) / self.cut / 2
        return marked * self.mean_ / self.mean_.max() if self.centred else marked
