"""Feature views: numeric matrices over all rows (train, then test) made from public columns only.

A competition has `tree` views (category codes, unscaled) and `scaled` views (one-hot, standardised),
each list going from plain to engineered. Views are made once and kept.
"""
from datetime import date, timedelta
from functools import lru_cache

import numpy as np
import pandas as pd
from scipy import fft, sparse
from sklearn.decomposition import PCA, TruncatedSVD
from sklearn.feature_extraction.text import CountVectorizer, TfidfVectorizer
from sklearn.preprocessing import OneHotEncoder, PolynomialFeatures, StandardScaler

import pictures
from spelling import letters_of


class View:
    """A matrix and, for target means, its category columns with their numbers of codes."""

    def __init__(self, matrix, categories=None):
        self.matrix = matrix
        self.categories = categories or {}


def codes(frame):
    """Category codes in alphabetical order, numbers as they are, missing numbers as -1."""
    columns, categories = [], {}
    for at, name in enumerate(frame):
        if frame[name].dtype == object:
            column, values = pd.factorize(frame[name].fillna("missing"), sort=True)
            categories[at] = len(values)
        else:
            column = frame[name].fillna(-1)
        columns.append(np.asarray(column, dtype=float))
    return View(np.column_stack(columns), categories)


def one_hot(frame, rare=3):
    """Standardised numbers (median for missing, with a flag) and one-hot categories; rare values are pooled."""
    numbers = frame.select_dtypes("number")
    parts = [StandardScaler().fit_transform(numbers.fillna(numbers.median()))]
    gaps = numbers.columns[numbers.isna().any()]
    parts.append(numbers[gaps].isna().to_numpy(float))
    encoder = OneHotEncoder(min_frequency=rare, sparse_output=False)
    parts.append(encoder.fit_transform(frame.select_dtypes(object).fillna("missing")))
    return View(np.hstack(parts))


def with_frequency(frame):
    """The frame with a column of log counts for each category column of more than 12 values."""
    counts = {f"{name}_count": np.log(frame[name].map(frame[name].value_counts()))
              for name in frame.select_dtypes(object) if frame[name].nunique() > 12}
    return frame.assign(**counts)


def crossed(frame, pairs):
    """The frame with a category column for each pair of category columns."""
    return frame.assign(**{f"{a}*{b}": frame[a].astype(str) + "*" + frame[b].astype(str) for a, b in pairs})


# --- bird-strikes

KINDS = ["gull", "goose", "duck", "hawk", "vulture", "owl", "dove", "pigeon", "starling", "sparrow", "swallow",
         "eagle", "egret", "heron", "plover", "killdeer", "lark", "kestrel", "deer", "coyote", "bat"]


def bird_engineered(rows):
    """Calendar parts, aircraft make and family, kind of bird, known species or not, filled speed."""
    day = pd.to_datetime(rows["flight_date"])
    species = rows["wildlife_species"].str.lower()
    kind = species.map(lambda text: next((kind for kind in KINDS if kind in text), "other"))
    size = rows["wildlife_size"].map({"Small": 0, "Medium": 1, "Large": 2})
    speed = rows["speed_knots"].fillna(rows.groupby("flight_phase")["speed_knots"].transform("median"))
    angle = 2 * np.pi * day.dt.dayofyear / 365.25
    return rows.drop(columns="flight_date").assign(
        year=day.dt.year, month=day.dt.month, weekday=day.dt.dayofweek, season_sin=np.sin(angle),
        season_cos=np.cos(angle), make=rows["aircraft"].str.split("-").str[0],
        family=rows["aircraft"].str.extract(r"^([A-Z]+-?\d*)", expand=False).fillna("other"), kind=kind,
        unknown=species.str.contains("unknown").astype(float), size=size, speed_filled=speed, energy=size * speed,
        military=(rows["operator"] == "MILITARY").astype(float), speed_missing=rows["speed_knots"].isna().astype(float),
        pacific=rows["state"].isin(["Hawaii", "California", "Oregon", "Washington"]).astype(float))


def bird_trees(rows):
    return codes(with_frequency(bird_engineered(rows)))


def bird_short(rows):
    """The engineered columns without airport, state, weekday and month."""
    frame = bird_engineered(rows).drop(columns=["airport", "state", "weekday", "month", "pacific"])
    return codes(with_frequency(frame))


def bird_crossed(rows):
    """Crosses of wildlife size with phase, aircraft and operator, and squared speed, for linear models."""
    frame = bird_engineered(rows).assign(speed_squared=lambda f: (f["speed_filled"] / 100) ** 2)
    pairs = [("wildlife_size", "flight_phase"), ("wildlife_size", "make"), ("wildlife_size", "operator"),
             ("make", "flight_phase"), ("operator", "unknown"), ("wildlife_size", "unknown")]
    return one_hot(crossed(frame, pairs), rare=8)


def bird_linear(rows):
    return one_hot(bird_engineered(rows), rare=5)


# --- hpc-jobs

def hpc_engineered(rows):
    """Logs of the sizes, their sums and differences, queue flag and hour of day on a circle."""
    log = {name: np.log1p(rows[name]) for name in ("compounds", "input_fields", "iterations", "num_pending")}
    angle = 2 * np.pi * rows["hour"] / 24
    return rows.assign(**{f"log_{name}": value for name, value in log.items()},
                       volume=log["compounds"] + log["input_fields"],
                       work=log["compounds"] + log["input_fields"] + log["iterations"],
                       load=log["compounds"] + log["iterations"], shape=log["compounds"] - log["input_fields"],
                       queued=(rows["num_pending"] > 0).astype(float), hour_sin=np.sin(angle), hour_cos=np.cos(angle),
                       weekend=rows["day"].isin(["Sat", "Sun"]).astype(float),
                       clock=(rows["hour"] * 60 % 60).round())


def hpc_trees(rows):
    return codes(with_frequency(hpc_engineered(rows)))


def hpc_neighbours(rows):
    """Engineered columns and how often the same job description occurs, by protocol and sizes."""
    frame = hpc_engineered(rows)
    groups = {"same_job": ["protocol", "compounds", "input_fields", "iterations"], "same_data": ["compounds", "input_fields"],
              "same_run": ["protocol", "compounds"], "same_queue": ["num_pending", "day"]}
    return codes(frame.assign(**{name: frame.groupby(keys)["hour"].transform("size") for name, keys in groups.items()}))


def hpc_linear(rows):
    return one_hot(hpc_engineered(rows))


def hpc_interactions(rows):
    """Squares and products of the logs, and the logs within each protocol, for linear models."""
    frame = hpc_engineered(rows)
    logs = frame[[name for name in frame if name.startswith("log_")] + ["hour_sin", "hour_cos"]]
    scaled = StandardScaler().fit_transform(logs)
    protocol = OneHotEncoder(sparse_output=False).fit_transform(frame[["protocol"]])
    within = (protocol[:, :, None] * scaled[:, None, :4]).reshape(len(frame), -1)
    return View(np.hstack([one_hot(rows.drop(columns=["compounds", "input_fields"])).matrix, within,
                           PolynomialFeatures(3, include_bias=False).fit_transform(scaled)]))


def hpc_distance(rows):
    """Few standardised columns for models that measure distances; the protocol weighs as much as a size."""
    frame = hpc_engineered(rows)
    numbers = StandardScaler().fit_transform(frame[["log_compounds", "log_input_fields", "log_iterations",
                                                    "log_num_pending", "hour"]])
    protocol = OneHotEncoder(sparse_output=False).fit_transform(frame[["protocol"]])
    return View(np.hstack([numbers * [1, 1, 1, .4, .3], 1.5 * protocol]))


# --- ames-housing

GRADES = {"Poor": 1, "Fair": 2, "Typical": 3, "Good": 4, "Excellent": 5, "Very_Poor": 1, "Below_Average": 4,
          "Average": 5, "Above_Average": 6, "Very_Good": 8, "Very_Excellent": 10}


def ames_engineered(rows):
    """Total areas and baths, ages, ordered grades, distances to the centre, flags for rare equipment."""
    graded = {f"{name}_grade": rows[name].map(GRADES).fillna(0)
              for name in ("Overall_Cond", "Exter_Cond", "Bsmt_Cond", "Heating_QC", "Garage_Cond", "Pool_QC")}
    finish = {"Fin": 3, "RFn": 2, "Unf": 1}
    basement = {"GLQ": 6, "ALQ": 5, "BLQ": 4, "Rec": 3, "LwQ": 2, "Unf": 1}
    exposure = {"Gd": 4, "Av": 3, "Mn": 2, "No": 1}
    porch = rows[["Wood_Deck_SF", "Open_Porch_SF", "Enclosed_Porch", "Three_season_porch", "Screen_Porch"]].sum(axis=1)
    baths = rows["Full_Bath"] + rows["Bsmt_Full_Bath"] + .5 * (rows["Half_Bath"] + rows["Bsmt_Half_Bath"])
    age = rows["Year_Sold"] - rows["Year_Built"]
    finished = rows["Total_Bsmt_SF"] - rows["Bsmt_Unf_SF"]
    return rows.assign(
        **graded, total_area=rows["Gr_Liv_Area"] + rows["Total_Bsmt_SF"], finished_basement=finished, baths=baths,
        age=age, since_remodel=rows["Year_Sold"] - rows["Year_Remod_Add"], porch=porch,
        garage_finish=rows["Garage_Finish"].map(finish).fillna(0), basement=rows["BsmtFin_Type_1"].map(basement).fillna(0),
        exposure=rows["Bsmt_Exposure"].map(exposure).fillna(0), area_per_room=rows["Gr_Liv_Area"] / rows["TotRms_AbvGrd"],
        area_by_age=rows["Gr_Liv_Area"] / (age + 10), usable=rows["Gr_Liv_Area"] + finished,
        month=rows["Year_Sold"] * 12 + rows["Mo_Sold"], new=(rows["Sale_Condition"] == "Partial").astype(float),
        distance=np.hypot(rows["Longitude"] + 93.6425, rows["Latitude"] - 42.0285))


def ames_trees(rows):
    return codes(with_frequency(ames_engineered(rows)))


def logged(frame):
    """The frame with ln(1+x) in place of strongly skewed non-negative numbers."""
    numbers = frame.select_dtypes("number")
    skewed = numbers.columns[(numbers.skew().abs() > 0.8) & (numbers.min() >= 0)]
    return frame.assign(**{name: np.log1p(frame[name]) for name in skewed})


def ames_logged(rows):
    return one_hot(logged(rows), rare=8)


def ames_linear(rows):
    return one_hot(logged(ames_engineered(rows)), rare=8)


def ames_smooth(rows):
    """The linear view with squares and products of the strongest columns and the map coordinates."""
    frame = logged(ames_engineered(rows))
    strong = StandardScaler().fit_transform(frame[["Gr_Liv_Area", "total_area", "age", "Overall_Cond_grade", "Lot_Area",
                                                   "Longitude", "Latitude", "baths", "Garage_Area"]])
    return View(np.hstack([one_hot(frame, rare=8).matrix, PolynomialFeatures((2, 2), include_bias=False).fit_transform(strong)]))


# --- alevel-chemistry

def alevel_engineered(rows):
    """Powers of the GCSE mean, the school's mean and size, the pupil's place in it, and both numbers as categories."""
    score, school = rows["gcsescore"], rows.groupby("school")["gcsescore"]
    return rows.assign(lea=rows["lea"].astype(str), school=rows["school"].astype(str), squared=score ** 2 / 10,
                       cubed=score ** 3 / 100, school_mean=school.transform("mean"), school_size=np.log(school.transform("size")),
                       above=score - school.transform("mean"), place=school.rank(pct=True),
                       lea_mean=rows.groupby("lea")["gcsescore"].transform("mean"))


def alevel_trees(rows):
    return codes(alevel_engineered(rows))


def alevel_curved(rows):
    return one_hot(alevel_engineered(rows).drop(columns=["lea", "school"]))


def alevel_authorities(rows):
    return one_hot(alevel_engineered(rows).drop(columns="school"))


def alevel_schools(rows):
    return one_hot(alevel_engineered(rows), rare=5)


# --- spam-email

def mail(rows):
    """Subject and body as one text."""
    return rows.assign(text=(rows["subject"].fillna("") + " \n " + rows["body"].fillna("")).str.pad(2))


def of_mail(make, **options):
    """The text view `make` on subject and body together."""
    return lambda rows: make(mail(rows), **options)


# --- state-of-the-union

def words(rows, ngrams=(1, 1), **options):
    vectors = TfidfVectorizer(ngram_range=ngrams, min_df=2, sublinear_tf=True, **options)
    return View(vectors.fit_transform(rows["text"]).astype(np.float32))


def text_counts(rows):
    return View(CountVectorizer(min_df=2, max_features=4000).fit_transform(rows["text"]).astype(np.float64))


def text_all_words(rows):
    return View(CountVectorizer(dtype=np.float64).fit_transform(rows["text"]))


def text_word_pairs(rows):
    return View(CountVectorizer(ngram_range=(1, 2), dtype=np.float64).fit_transform(rows["text"]))


def text_character_runs(rows):
    return View(CountVectorizer(analyzer="char_wb", ngram_range=(3, 6), dtype=np.float64).fit_transform(rows["text"]))


def text_pairs(rows):
    return words(rows, ngrams=(1, 2), lowercase=False)


def characters(rows):
    """Weights of the 12,000 most frequent runs of 2 to 5 characters inside words."""
    vectors = TfidfVectorizer(analyzer="char_wb", ngram_range=(2, 5), sublinear_tf=True, max_features=12000)
    return vectors.fit_transform(rows["text"]).astype(np.float32)


def latent(matrix, rows, size=300):
    """Scaled latent dimensions of a sparse matrix and the style columns, dense."""
    dimensions = TruncatedSVD(size, n_iter=2, random_state=0).fit_transform(matrix)
    return View(np.hstack([dimensions * 20, style(rows).toarray()]))


def text_latent_words(rows, size=300):
    return latent(text_pairs(rows).matrix, rows, size)


def text_latent_characters(rows):
    return latent(characters(rows), rows)


def text_latent_both(rows):
    return latent(sparse.hstack([text_pairs(rows).matrix, characters(rows)]).tocsr(), rows, size=500)


def style(rows):
    """Standardised length, word length, and rates of marks and common words of a passage."""
    text = rows["text"]
    length = text.str.len()
    marks = [text.str.count(pattern) / length for pattern in
             [",", ";", ":", "-", "'", r"\d", "[A-Z]", r"\bthe\b", r"\bof\b", r"\bwe\b", r"\bI\b", r"\bour\b", r"\bwhich\b", "!", r"\?"]]
    return sparse.csr_matrix(StandardScaler().fit_transform(
        np.column_stack([np.log(length), length / text.str.count(" "), *marks])).astype(np.float32))


def text_topics(rows):
    """Style columns and 60 latent dimensions of words, dense."""
    return latent(words(rows).matrix, rows, size=60)


# --- fashion-mnist

def pixels(rows):
    return View(rows.to_numpy(float) / 255)


def image_gradients(rows):
    """Pixels with row and column sums and horizontal and vertical differences."""
    images = rows.to_numpy(float).reshape(-1, 14, 14) / 255
    parts = [images, np.diff(images, axis=1), np.diff(images, axis=2), images.sum(1), images.sum(2)]
    return View(np.hstack([part.reshape(len(images), -1) for part in parts]))


def image_orientations(rows):
    """Pixels and normalised histograms of 8 gradient directions over overlapping 4x4 cells."""
    images = rows.to_numpy(float).reshape(-1, 14, 14) / 255
    down, right = np.gradient(images, axis=(1, 2))
    strength, sector = np.hypot(down, right), ((np.arctan2(down, right) / np.pi + 1) * 4).astype(int) % 8
    cells = [np.where(sector == k, strength, 0)[:, top:top + 4, left:left + 4].sum(axis=(1, 2))
             for top in range(0, 11, 2) for left in range(0, 11, 2) for k in range(8)]
    cells = np.sqrt(np.column_stack(cells))
    return View(np.hstack([images.reshape(len(images), -1), cells / np.linalg.norm(cells, axis=1, keepdims=True) * 6]))


def image_components(rows):
    return View(PCA(60, random_state=0).fit_transform(image_orientations(rows).matrix))


# --- debian-dependencies

def items(rows):
    """A flag for each dependency that is shown in two rows or more."""
    return View(CountVectorizer(token_pattern=r"\S+", min_df=2, binary=True).fit_transform(rows["depends"]).astype(float))


def rare_items(rows):
    """The same, rarer dependencies weighing more, every row of length one."""
    return View(TfidfVectorizer(token_pattern=r"\S+", min_df=2, binary=True).fit_transform(rows["depends"]))


def named_items(rows):
    """Dependencies, the section, and runs of 3 to 5 letters of the package's name."""
    names = TfidfVectorizer(analyzer="char_wb", ngram_range=(3, 5), min_df=3).fit_transform(rows["package"])
    sections = OneHotEncoder().fit_transform(rows[["section"]])
    return View(sparse.hstack([rare_items(rows).matrix, 0.5 * names, 0.3 * sections]).tocsr())


def latent_items(rows):
    return View(TruncatedSVD(40, random_state=0).fit_transform(rare_items(rows).matrix))


def latent_named_items(rows):
    return View(TruncatedSVD(80, random_state=0).fit_transform(named_items(rows).matrix))


# --- instrument-samples

FRAME, HOP, BANDS, RATE = 256, 128, 24, 8000


def sounds(rows):
    return pictures.cells_of_numbers(rows["samples"]) / 128 - 1


def band_matrix(size, bands):
    """Triangles, evenly wide on a logarithmic scale from 60 Hz, that gather the bins of a spectrum into bands."""
    hertz = np.fft.rfftfreq(size, 1 / RATE)
    edges = np.geomspace(60, RATE / 2, bands + 2)
    up, down = ((hertz[:, None] - low) / (high - low) for low, high in ((edges[:-2], edges[1:-1]), (edges[2:], edges[1:-1])))
    return np.clip(np.minimum(up, down), 0, None) + 1e-12


def sound_bands(rows):
    """Logarithms of the energy in 24 bands over the whole sound."""
    power = np.abs(np.fft.rfft(sounds(rows) * np.hanning(2400))) ** 2
    return View(np.log(power @ band_matrix(2400, BANDS) + 1e-3))


def frames(rows):
    """Logarithms of the energy in bands, frame by frame: (rows, frames, bands)."""
    sound = sounds(rows)
    cut = np.stack([sound[:, start:start + FRAME] for start in range(0, sound.shape[1] - FRAME + 1, HOP)], axis=1)
    return np.log(np.abs(np.fft.rfft(cut * np.hanning(FRAME))) ** 2 @ band_matrix(FRAME, BANDS) + 1e-3)


def sound_cepstra(rows):
    """Means, spreads and trends of 14 cepstral coefficients over the frames."""
    cepstra = fft.dct(frames(rows), norm="ortho")[:, :, :14]
    third = cepstra.shape[1] // 3
    return View(np.hstack([cepstra.mean(axis=1), cepstra.std(axis=1),
                           cepstra[:, -third:].mean(axis=1) - cepstra[:, :third].mean(axis=1)]))


def sound_course(rows):
    """Loudness over time, crossings of zero, centre and flatness of the spectrum, and how periodic the sound is."""
    sound = sounds(rows)
    loud = np.log(np.sqrt((sound.reshape(len(sound), 24, 100) ** 2).mean(axis=2)) + 1e-3)
    crossings = (np.diff(np.sign(sound), axis=1) != 0).mean(axis=1)
    power = np.abs(np.fft.rfft(sound * np.hanning(2400))) ** 2 + 1e-9
    hertz = np.fft.rfftfreq(2400, 1 / RATE)
    centre = (power * hertz).sum(axis=1) / power.sum(axis=1)
    flat = np.log(power).mean(axis=1) - np.log(power.mean(axis=1))
    echo = np.fft.irfft(np.abs(np.fft.rfft(sound - sound.mean(axis=1, keepdims=True), 4800)) ** 2)[:, :800]
    echo = echo / (echo[:, :1] + 1e-9)
    return View(np.column_stack([loud, loud.argmax(axis=1), crossings, np.log(centre), flat, echo[:, 8:].max(axis=1),
                                 np.log(echo[:, 8:].argmax(axis=1) + 8)]))


def sound_all(rows):
    return View(np.hstack([make(rows).matrix for make in (sound_bands, sound_cepstra, sound_course)]))


def sound_spectrogram(rows):
    """60 principal components of the frames' bands."""
    return View(PCA(60, random_state=0).fit_transform(frames(rows).reshape(len(rows), -1)))


def standardised(make):
    """A view with every column scaled to mean 0 and spread 1."""
    return lambda rows: View(StandardScaler().fit_transform(make(rows).matrix))


# --- photo-denoising and object-cutouts

def noisy(rows):
    return View(pictures.cells_of_numbers(rows.iloc[:, 1]))


def stacked_pixels(parts):
    """A view (rows, pixels, features) of pictures (rows, side, side), one a feature."""
    return View(np.stack([part.reshape(len(part), -1) for part in parts], axis=2).astype(np.float32))


def around(shown, reach):
    """The pixels around each pixel, one picture a shift."""
    wide = np.pad(shown, ((0, 0), (reach, reach), (reach, reach)), mode="reflect")
    side = shown.shape[1]
    return [wide[:, down:down + side, right:right + side] for down in range(2 * reach + 1) for right in range(2 * reach + 1)]


def denoising_patch(rows):
    return stacked_pixels(around(pictures.repaired(pictures.square(noisy(rows).matrix)), 2))


def denoising_bank(rows):
    """Repaired pixels blurred in four widths, medians, and the spread around."""
    shown = pictures.repaired(pictures.square(noisy(rows).matrix))
    flat = shown.reshape(len(rows), -1)
    return stacked_pixels([shown, *(pictures.blurred(shown, sigma) for sigma in (0.6, 1, 1.6, 3)),
                           *(pictures.Median(False, size).predict(flat) for size in (3, 5)), pictures.spread(shown, 5)])


def denoising_means(rows):
    """The bank, three strengths of non-local means and two of total variation."""
    flat = pictures.repaired(pictures.square(noisy(rows).matrix)).reshape(len(rows), -1)
    filters = [*(pictures.LocalMeans(False, 3, strength) for strength in (14, 20, 28)),
               *(pictures.TotalVariation(False, weight) for weight in (15, 30))]
    more = np.stack([filtered.predict(flat) for filtered in filters], axis=2)
    return View(np.concatenate([denoising_bank(rows).matrix, more], axis=2).astype(np.float32))


def cutout_local(rows):
    """Brightness and contrast around each pixel."""
    shown = pictures.square(noisy(rows).matrix)
    soft = [pictures.blurred(shown, sigma) for sigma in (0.8, 1.6, 3.2)]
    slope = np.hypot(*np.gradient(soft[0], axis=(1, 2)))
    return stacked_pixels([shown, *soft, soft[0] - soft[2], slope, pictures.spread(shown, 3), pictures.spread(shown, 7)])


def cutout_placed(rows):
    """The same, the place in the picture, and how far the pixel is from the brightness of the border and of the middle."""
    shown = pictures.square(noisy(rows).matrix)
    side = shown.shape[1]
    border = np.concatenate([shown[:, :2].reshape(len(rows), -1), shown[:, -2:].reshape(len(rows), -1)], axis=1)
    middle = shown[:, side // 4:-side // 4, side // 4:-side // 4].reshape(len(rows), -1)
    soft, everywhere = pictures.blurred(shown, 1), np.ones_like(shown)
    down, right = np.meshgrid(np.arange(side) - side / 2, np.arange(side) - side / 2, indexing="ij")
    levels = [np.median(border, axis=1), border.std(axis=1), middle.mean(axis=1), shown.mean(axis=(1, 2)), shown.std(axis=(1, 2))]
    places = [everywhere * down, everywhere * right, everywhere * np.hypot(down, right)]
    far = [np.abs(soft - levels[0][:, None, None]), soft - levels[2][:, None, None]]
    added = stacked_pixels([*places, *far, *(everywhere * level[:, None, None] for level in levels)])
    return View(np.concatenate([cutout_local(rows).matrix, added.matrix], axis=2))


def cutout_wide(rows):
    """The same, and the blurred brightness, spread and slope some pixels away in eight directions."""
    shown = pictures.square(noisy(rows).matrix)
    parts = []
    for part in (pictures.blurred(shown, 1.6), pictures.spread(shown, 5)):
        shifts = around(part, 6)
        parts += [shifts[down * 13 + right] - part for down in (0, 6, 12) for right in (0, 6, 12) if (down, right) != (6, 6)]
    return View(np.concatenate([cutout_placed(rows).matrix, stacked_pixels(parts).matrix], axis=2))


# --- word-pronunciation

def letters(rows):
    return View(letters_of(rows["word"].tolist()))


# --- us-daily-births

def nth_weekday(year, month, weekday, n):
    """Date of the n-th weekday (0 = Monday) of a month; n = -1 is the last one."""
    if n < 0:
        following = date(year + month // 12, month % 12 + 1, 1)
        return following - timedelta(days=(following.weekday() - weekday - 1) % 7 + 1)
    first = date(year, month, 1)
    return first + timedelta(days=(weekday - first.weekday()) % 7 + 7 * (n - 1))


def holidays(year):
    """Names and dates of public holidays and days with customs in the United States."""
    thanksgiving = nth_weekday(year, 11, 3, 4)
    fixed = {"new_year": (1, 1), "valentine": (2, 14), "fools": (4, 1), "independence": (7, 4), "september_11": (9, 11),
             "halloween": (10, 31), "veterans": (11, 11), "christmas_eve": (12, 24), "christmas": (12, 25),
             "new_year_eve": (12, 31)}
    days = {name: date(year, *day) for name, day in fixed.items()}
    return {**days, "king": nth_weekday(year, 1, 0, 3), "presidents": nth_weekday(year, 2, 0, 3),
            "memorial": nth_weekday(year, 5, 0, -1), "labor": nth_weekday(year, 9, 0, 1),
            "columbus": nth_weekday(year, 10, 0, 2), "thanksgiving": thanksgiving}


@lru_cache(maxsize=None)
def near_holidays(year):
    """Days within -3..+4 of a holiday, as a map from date to names like `labor+1`."""
    near = {}
    for around in (year - 1, year, year + 1):
        for name, day in holidays(around).items():
            for shift in range(-3, 5):
                near.setdefault(day + timedelta(days=shift), []).append(f"{name}{shift:+d}")
    return near


def calendar(rows):
    """Year first, then day number, month, day, weekday (1 = Monday), day of year, week of year."""
    days = [date(*row) for row in rows[["year", "month", "date_of_month"]].itertuples(index=False)]
    return np.array([[d.year, d.toordinal(), d.month, d.day, d.isoweekday(), d.timetuple().tm_yday, d.isocalendar()[1]]
                     for d in days], dtype=float), days


def births_plain(rows):
    return View(rows[["year", "month", "date_of_month", "day_of_week"]].to_numpy(float))


def births_days(rows):
    return View(calendar(rows)[0])


def births_trees(rows):
    """Calendar numbers, signed distance in days to each holiday (30 when far), and flags."""
    numbers, days = calendar(rows)
    names = sorted(holidays(2000))
    distance = np.array([[min(((d - holidays(year)[name]).days for year in (d.year - 1, d.year, d.year + 1)), key=abs)
                          for name in names] for d in days], dtype=float)
    distance = np.where(np.abs(distance) > 6, 30, distance)
    special = (np.abs(distance) <= 0).any(axis=1)
    thirteenth = [(d.day == 13) + 2 * (d.day == 13 and d.weekday() == 4) for d in days]
    return View(np.column_stack([numbers, distance, special, thirteenth]))


def births_linear(rows, neighbours=(0,), by_weekday=False):
    """Year first; then weekday, month, yearly waves, weekday times waves, holidays (by kind of weekday)."""
    numbers, days = calendar(rows)
    weekday = np.eye(7)[[d.weekday() for d in days]]
    angle = 2 * np.pi * numbers[:, [5]] / 365.25 * np.arange(1, 9)
    waves = np.hstack([np.sin(angle), np.cos(angle)])
    slow = np.hstack([np.sin(angle[:, :2]), np.cos(angle[:, :2])])
    flags = {}
    for row, d in enumerate(days):
        names = [name for name in near_holidays(d.year).get(d, []) if int(name[-2:]) in neighbours]
        kind = ["monday", "weekday", "weekday", "weekday", "friday", "saturday", "sunday"][d.weekday()]
        for name in names:
            flags.setdefault(name, []).append(row)
            if by_weekday:
                flags.setdefault(f"{name} on {kind}", []).append(row)
        if d.day == 13:
            flags.setdefault("thirteenth " + kind, []).append(row)
        if d.month == 2 and d.day == 29:
            flags.setdefault("leap", []).append(row)
    marks = np.zeros((len(days), len(flags)))
    for column, name in enumerate(sorted(flags)):
        marks[flags[name], column] = 1
    crossed_waves = (weekday[:, :, None] * slow[:, None, :]).reshape(len(days), -1)
    drift = weekday * ((numbers[:, [0]] - 2007) / 7)
    return View(np.hstack([numbers[:, [0]], weekday, np.eye(12)[numbers[:, 2].astype(int) - 1], waves, crossed_waves,
                           drift, marks]))


def births_holidays(rows):
    return births_linear(rows, neighbours=range(-3, 5))


def births_by_weekday(rows):
    return births_linear(rows, neighbours=range(-3, 5), by_weekday=True)


VIEWS = {
    "debian-dependencies": {"scaled": {"items": items, "rare": rare_items, "named": named_items},
                            "latent": {"items": latent_items, "named": latent_named_items}},
    "instrument-samples": {"tree": {"bands": sound_bands, "cepstra": sound_cepstra, "course": sound_course, "all": sound_all},
                           "scaled": {"bands": standardised(sound_bands), "cepstra": standardised(sound_cepstra),
                                      "course": standardised(sound_course), "all": standardised(sound_all),
                                      "spectrogram": standardised(sound_spectrogram)}},
    "photo-denoising": {"picture": {"noisy": noisy},
                        "pixels": {"patch": denoising_patch, "bank": denoising_bank, "means": denoising_means}},
    "object-cutouts": {"picture": {"pixels": noisy},
                       "pixels": {"local": cutout_local, "placed": cutout_placed, "wide": cutout_wide}},
    "word-pronunciation": {"letters": {"letters": letters}},
    "alevel-chemistry": {"tree": {"codes": codes, "engineered": alevel_trees},
                         "scaled": {"one-hot": one_hot, "curved": alevel_curved, "authorities": alevel_authorities,
                                    "schools": alevel_schools}},
    "spam-email": {"tree": {"topics": of_mail(text_topics)},
                   "scaled": {"counts": of_mail(text_counts), "words": of_mail(words), "pairs": of_mail(text_pairs)},
                   "counted": {"words": of_mail(text_all_words), "pairs": of_mail(text_word_pairs)},
                   "latent": {"words": of_mail(text_latent_words, size=100)}},
    "bird-strikes": {"tree": {"codes": codes, "short": bird_short, "engineered": bird_trees},
                     "scaled": {"one-hot": one_hot, "linear": bird_linear, "crossed": bird_crossed}},
    "hpc-jobs": {"tree": {"codes": codes, "engineered": hpc_trees, "neighbours": hpc_neighbours},
                 "scaled": {"one-hot": one_hot, "linear": hpc_linear, "interactions": hpc_interactions,
                            "distance": hpc_distance}},
    "ames-housing": {"tree": {"codes": codes, "engineered": ames_trees},
                     "scaled": {"one-hot": one_hot, "logged": ames_logged, "linear": ames_linear, "smooth": ames_smooth}},
    "state-of-the-union": {"tree": {"topics": text_topics},
                           "scaled": {"counts": text_counts, "words": words, "pairs": text_pairs},
                           "counted": {"words": text_all_words, "pairs": text_word_pairs,
                                       "characters": text_character_runs},
                           "latent": {"words": text_latent_words, "characters": text_latent_characters,
                                      "both": text_latent_both}},
    "fashion-mnist": {"tree": {"pixels": pixels, "components": image_components},
                      "scaled": {"pixels": pixels, "gradients": image_gradients, "orientations": image_orientations,
                                 "components": image_components}},
    "us-daily-births": {"calendar": {"days": births_days},
                        "tree": {"plain": births_plain, "days": births_days, "holidays": births_trees},
                        "scaled": {"waves": births_linear, "holidays": births_holidays,
                                   "by-weekday": births_by_weekday}},
}


@lru_cache(maxsize=None)
def view(task, group, name):
    """The named view of a task, made at its first use."""
    return VIEWS[task.id][group][name](task.rows)
