"""Words to phonemes: each letter of a word is given the 0 to 2 phonemes that it stands for.

Train words are aligned once; predictions are arrays (rows, letters) of the numbers of the letters' labels, -1 beyond
the word's end. Blends vote letter by letter.
"""
import math
from collections import Counter, defaultdict

import numpy as np
from scipy import sparse
from sklearn.base import BaseEstimator, clone
from sklearn.model_selection import KFold

from tasks import Task

LONGEST = 20
LETTERS = "\0eaoiuyhwrlnmdtszcjxgkqbpvf'"
VOWELS = [LETTERS.index(letter) for letter in "aeiouy"]
MOST = 2
ALIGNMENTS = 4


def letters_of(words):
    """Numbers of the letters of words, 0 beyond their ends."""
    table = np.zeros((len(words), LONGEST), dtype=np.int8)
    for row, word in enumerate(words):
        table[row, :len(word)] = [LETTERS.index(letter) for letter in word]
    return table


def aligned(word, phonemes, costs):
    """The cheapest way to give each letter 0 to 2 of the phonemes in order; None if there are too many."""
    best = {0: (0.0, ())}
    for letter in word:
        following = {}
        for end, (cost, labels) in best.items():
            for size in range(min(MOST, len(phonemes) - end) + 1):
                label = phonemes[end:end + size]
                total = cost + costs(letter, label)
                if end + size not in following or total < following[end + size][0]:
                    following[end + size] = total, labels + (label,)
        best = following
    return best.get(len(phonemes), (0, None))[1]


def alignments(words, spoken):
    """Labels of the letters of train words, from counts that the alignments before give."""
    together = Counter((letter, (phoneme,)) for word, phonemes in zip(words, spoken)
                       for letter in word for phoneme in phonemes)
    alone = Counter(letter for word, phonemes in zip(words, spoken) for letter in word for _ in phonemes)
    for _ in range(ALIGNMENTS):
        def costs(letter, label):
            return -math.log((together.get((letter, label), 0) + 0.1) / (alone[letter] + 10))
        found = [aligned(word, phonemes, costs) for word, phonemes in zip(words, spoken)]
        pairs = [pair for word, labels in zip(words, found) if labels for pair in zip(word, labels)]
        together, alone = Counter(pairs), Counter(letter for letter, _ in pairs)
    return found


def padded(sequences, width):
    """Sequences of numbers as rows of an array, -1 beyond their ends."""
    table = np.full((len(sequences), width), -1, dtype=np.int16)
    for row, sequence in enumerate(sequences):
        table[row, :len(sequence)] = sequence
    return table


def distances(a, b):
    """The Levenshtein distance of each pair of rows of numbers that end where -1 begins."""
    lengths = [(part >= 0).sum(axis=1) for part in (a, b)]
    previous = np.tile(np.arange(b.shape[1] + 1), (len(a), 1))
    result = np.where(lengths[0] == 0, lengths[1], 0)
    for i in range(1, a.shape[1] + 1):
        row = np.empty_like(previous)
        row[:, 0] = i
        for j in range(1, b.shape[1] + 1):
            changed = previous[:, j - 1] + (a[:, i - 1] != b[:, j - 1])
            row[:, j] = np.minimum(np.minimum(previous[:, j], row[:, j - 1]) + 1, changed)
        ends = lengths[0] == i
        result[ends] = row[ends, lengths[1][ends]]
        previous = row
    return result


class SpellingTask(Task):
    """Words with aligned letters; the score is the phoneme error rate."""

    ways = ["mean", "greedy", "greedy"]

    def fit_target(self):
        spoken = [tuple(cell.split()) for cell in self.truth]
        words = self.rows["word"].iloc[self.train].tolist()
        labels = alignments(words, spoken)
        known = Counter(label for found in labels if found for label in found)
        self.labels = [label for label, _ in known.most_common()]
        self.symbols = {name: at for at, name in enumerate(sorted({name for phonemes in spoken for name in phonemes}))}
        numbers = {label: at for at, label in enumerate(self.labels)}
        self.truth = self.read_truth(self.truth)
        return padded([[numbers[label] for label in found or ()] for found in labels], LONGEST)

    def read_truth(self, cells):
        """Numbers of the phonemes; those that no train word has share one."""
        return padded([[self.symbols.get(name, len(self.symbols)) for name in cell.split()] for cell in cells], 2 * LONGEST)

    def make_folds(self, parts):
        return list(KFold(parts, shuffle=True, random_state=0).split(self.train))

    def is_regression(self):
        return True

    def constant(self):
        labels = np.full((len(self.test), LONGEST), -1)
        labels[:, 0] = self.labels.index(tuple(self.sample.iloc[0, 0].split()))
        return labels

    def score(self, truth, predictions):
        said = [[self.symbols[name] for at in row if at >= 0 for name in self.labels[at]] for row in predictions]
        width = max(len(row) for row in said)
        return distances(truth[:, :(truth >= 0).sum(axis=1).max()], padded(said, width)).sum() / (truth >= 0).sum()

    def mixed(self, members, weights):
        """Of each letter the label with the most weight; of equals the one named first."""
        used = [(weight, member) for weight, member in zip(weights, members) if weight > 0]
        votes = np.stack([sum(weight * (other == member) for weight, other in used) for _, member in used])
        return np.take_along_axis(np.stack([member for _, member in used]), votes.argmax(axis=0)[None], axis=0)[0]


def windows(letters, left, right, place):
    """For each letter of the words, the letters around it; with `place` also where it stands and the vowels around."""
    wide = np.pad(letters, ((0, 0), (left, right)))
    columns = [wide[:, shift:shift + LONGEST] for shift in range(left + right + 1)]
    if place:
        vowel = np.isin(letters, VOWELS)
        before = np.cumsum(vowel, axis=1) - vowel
        length = (letters > 0).sum(axis=1)[:, None]
        at = np.arange(LONGEST)[None]
        columns += [np.minimum(at, 7) + 0 * length, np.minimum(np.maximum(length - at, 0), 7), np.minimum(before, 4),
                    np.minimum(vowel.sum(axis=1)[:, None] - before, 5)]
    return np.stack([column[letters > 0] for column in columns], axis=1)


class ByWindow(BaseEstimator):
    """Labels letters one by one with a classifier that sees the window around each."""

    def __init__(self, left, right, place):
        self.left, self.right, self.place = left, right, place

    def fit(self, X, y):
        known = (y >= 0).any(axis=1)
        X, y = X[known], y[known]
        self.learn(windows(X, self.left, self.right, self.place), y[X > 0])
        return self

    def predict(self, X):
        labels = np.full(X.shape, -1, dtype=np.int16)
        labels[X > 0] = self.label(windows(X, self.left, self.right, self.place))
        return labels


class Contexts(ByWindow):
    """The most frequent label in the widest context around a letter that was seen `least` times."""

    def __init__(self, left, right, least):
        super().__init__(left, right, False)
        self.least = least

    def contexts(self, seen):
        """Parts of a window from the whole to the letter alone, each side shortened in turn."""
        left, right = 0, len(seen)
        yield left, tuple(seen)
        while right - left > 1:
            if self.left - left >= right - 1 - self.left:
                left += 1
            else:
                right -= 1
            yield left, tuple(seen[left:right])

    def learn(self, seen, labels):
        counts = defaultdict(Counter)
        for window, label in zip(seen.tolist(), labels.tolist()):
            for context in self.contexts(window):
                counts[context][label] += 1
        self.answers_ = {context: found.most_common(1)[0][0] for context, found in counts.items()
                         if sum(found.values()) >= self.least or len(context[1]) == 1}

    def label(self, seen):
        return [next((self.answers_[context] for context in self.contexts(window) if context in self.answers_), 0)
                for window in seen.tolist()]


class Classified(ByWindow):
    """A scikit-learn classifier of windows as numbers."""

    def __init__(self, base, left, right, place):
        super().__init__(left, right, place)
        self.base = base

    def learn(self, seen, labels):
        self.base_ = clone(self.base).fit(self.features(seen), labels)

    def label(self, seen):
        return self.base_.predict(self.features(seen))

    def features(self, seen):
        return seen


class Flagged(Classified):
    """A scikit-learn classifier of flags: each letter at its place, and with `pairs` each two and three that touch."""

    def __init__(self, base, left, right, place, pairs):
        super().__init__(base, left, right, place)
        self.pairs = pairs

    def features(self, seen, slots=2 ** 14):
        codes = seen.astype(np.int64) + 32 * np.arange(seen.shape[1])
        parts = [codes]
        if self.pairs:
            letters = codes[:, :self.left + self.right + 1]
            two = letters[:, :-1] * 8191 + letters[:, 1:] * 131
            parts += [two, two[:, :-1] * 31 + letters[:, 2:] * 8209]
        columns = np.hstack(parts) % slots
        rows = np.repeat(np.arange(len(seen)), columns.shape[1])
        return sparse.csr_matrix((np.ones(columns.size, dtype=np.float32), (rows, columns.ravel())), (len(seen), slots))
