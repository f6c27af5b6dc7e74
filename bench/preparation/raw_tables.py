"""Raw folders of the competitions about tables and series of numbers."""
import importlib
import json

import numpy as np
import pandas as pd

from raw import competition


@competition("leaf-classification")
def leaves(raw):
    classes = importlib.import_module("mlebench.competitions.leaf-classification.classes").CLASSES
    rows = [[7 * i + 1, classes[i % len(classes)]] + [
        raw.pick("0.0", "0.007812", "0.00097656", "0.000025", "1e-5", f"{raw.rng.random():.8f}") for _ in range(12)]
        for i in raw.rng.permutation(300)]
    raw.zip("train.csv.zip", {"train.csv": raw.table(["id", "species"] + [f"margin{i}" for i in range(12)], rows)})
    raw.zip("images.zip", {f"images/{row[0]}.jpg": str(row[0]) for row in rows})


@competition("new-york-city-taxi-fare-prediction")
def taxis(raw):
    def place():
        at = raw.rng.normal(-73.98, 0.05)
        return raw.pick(f"{at:.6f}", repr(float(at)), f"{at:.15f}", f"{at:.18g}", "0", "0.0", "-73", "1e-05", "-7.3e1")
    raw.csv("train.csv", ["key", "fare_amount", "pickup_datetime", "pickup_longitude", "pickup_latitude", "dropoff_longitude",
                          "dropoff_latitude", "passenger_count"],
            [[f"2009-06-15 17:26:21.000{i}", raw.pick("4.5", "57", "-3", "5.70"), "2009-06-15 17:26:21 UTC", place(), place(),
              raw.pick(place(), ""), place(), raw.pick(1, 2, 208)] for i in range(12000)])
    raw.file("GCP-Coupons-Instructions.rtf", "x")


@competition("nomad2018-predict-transparent-conductors")
def conductors(raw):
    rows = [[i + 1, raw.pick(12, 33), raw.pick("10.0", "80.0"), f"{raw.rng.normal(10, 4):.4f}",
             raw.pick("90.0026", "90", "120.00169999999999"), f"{raw.rng.random():.4f}", f"{raw.rng.random():.4f}"] for i in range(200)]
    raw.zip("train.csv.zip", {"train.csv": raw.table(
        ["id", "spacegroup", "number_of_total_atoms", "lattice_vector_1_ang", "lattice_angle_alpha_degree",
         "formation_energy_ev_natom", "bandgap_energy_ev"], rows, end="\r\n")})
    raw.zip("train.zip", {f"train/{i + 1}/geometry.xyz": str(i) for i in range(200)} | {"__MACOSX/x": "y"})
    raw.zip("test.csv.zip", {"test.csv": "id\n1\n"})
    raw.zip("test.zip", {"test/1/geometry.xyz": "t"})


@competition("random-acts-of-pizza")
def pizzas(raw):
    def request(i):
        return {"giver_username_if_known": "N/A", "post_was_edited": raw.pick(False, True, 1.36e9), "request_id": f"t3_{i:05x}",
                "request_text": raw.text(), "age": raw.pick(0.0, 55.2, float(raw.rng.random()), 1e-7, 123456789012.5),
                "requester_received_pizza": raw.pick(True, False), "subreddits": ["é"] * int(raw.rng.integers(3)),
                "flair": raw.pick(None, "PIF"), "unix_timestamp_of_request": 1317852607.0, "big": 10**18 + i}
    raw.json("train.json", [request(i) for i in range(90)], indent=2)
    others = [{k: v for k, v in request(i).items() if k not in ("requester_received_pizza", "flair")} for i in range(40)]
    raw.json("test.json", others, ensure_ascii=False)


@competition("tabular-playground-series-dec-2021")
def covers(raw):
    rows = [[i] + list(raw.rng.integers(-300, 5000, 10)) + [raw.rng.integers(1, 8)] for i in range(3000)]
    raw.csv("train.csv", ["Id"] + [f"c{i}" for i in range(10)] + ["Cover_Type"], rows)


@competition("tabular-playground-series-may-2022")
def interactions(raw):
    """140,000 rows, which pandas reads in three pieces; some columns are of another kind in the last one."""
    n = 140_000
    rows = np.arange(n)
    table = pd.DataFrame({"id": rows, **{f"f_{i:02d}": raw.rng.normal(0, 10**i, n) for i in range(4)},
                          "f_27": raw.rng.choice(["ABA", "BCB"], n), "target": raw.rng.integers(0, 2, n)})
    for name, early, late in [("real", "7", "1.50"), ("gap", "7", ""), ("text", "007", "x"), ("word", "1.50", "y"), ("truth", "True", "3"),
                              ("truths", "FALSE", "2.5"), ("odd", "true", "?")]:
        table["late_" + name] = np.where(rows < n - 3000, early, late)
    raw.file("train.csv", table.to_csv(index=False))


@competition("playground-series-s3e18")
def enzymes(raw):
    features = [f"Chi{i}" for i in range(31)]
    raw.csv("train.csv", ["id"] + features + [f"EC{i}" for i in range(1, 7)], [
        [i] + [raw.number(100) for _ in features[:-3]] + [raw.below(3), raw.some(raw.below(3), 0.01), raw.pick("0", "1.0")]
        + [raw.below(2) for _ in range(6)] for i in range(2000)])


@competition("spaceship-titanic")
def passengers(raw):
    raw.csv("train.csv", ["PassengerId", "HomePlanet", "CryoSleep", "Cabin", "Destination", "Age", "VIP", "RoomService", "FoodCourt", "Name",
                          "Transported"],
            [[f"{i:04d}_{1 + raw.below(2):02d}", raw.some(raw.pick("Europa", "Earth")), raw.some(raw.pick("True", "False")), raw.some("B/0/P"),
              raw.some("TRAPPIST-1e"), raw.some(f"{raw.below(80)}.0"), raw.some("False"), raw.some("109.0"), raw.below(3000),
              raw.some(raw.pick("Maham Ofracculy", "Nan", "O'Hara", "Zoë")), raw.pick("True", "False")] for i in range(1, 3001)], end="\r\n")


@competition("ventilator-pressure-prediction")
def breaths(raw):
    rows = []
    for breath in raw.ids(60, lambda: 1 + raw.below(125000)):
        r, c = raw.pick(5, 20, 50), raw.pick(10, 20, 50)
        rows += [[len(rows) + k + 1, breath, r, c, repr(0.0337 * k + float(raw.rng.random()) / 1e3), raw.number(30), int(k > 30),
                  raw.pick(repr(float(raw.rng.normal(11, 8))), "6.3267", "-1.8957", "64.8209917386395", "1e-07")] for k in range(80)]
    raw.csv("train.csv", ["id", "breath_id", "R", "C", "time_step", "u_in", "u_out", "pressure"], rows)


@competition("champs-scalar-coupling")
def molecules(raw):
    names = [f"dsgdb9nsd_{i:06d}" for i in sorted(raw.ids(150, lambda: raw.below(133885)))]
    tested = [f"dsgdb9nsd_{i:06d}" for i in range(133885, 133900)]
    pairs = [[name, a, b, raw.pick("1JHC", "2JHH", "3JHC")] for name in names for a in range(3) for b in range(a)]
    raw.csv("train.csv", ["id", "molecule_name", "atom_index_0", "atom_index_1", "type", "scalar_coupling_constant"],
            [[i] + pair + [raw.number(80)] for i, pair in enumerate(pairs)])
    raw.csv("test.csv", ["id", "molecule_name", "atom_index_0", "atom_index_1", "type"], [])
    for table, columns in {"structures": ["atom_index", "atom", "x", "y", "z"], "dipole_moments": ["X", "Y", "Z"],
                           "magnetic_shielding_tensors": ["atom_index", "XX", "YX"], "mulliken_charges": ["atom_index", "mulliken_charge"],
                           "potential_energy": ["potential_energy"],
                           "scalar_coupling_contributions": ["atom_index_0", "atom_index_1", "type", "fc", "sd"]}.items():
        raw.csv(table + ".csv", ["molecule_name"] + columns, [
            [name] + [raw.pick("C", "H", "N") if c in ("atom", "type") else k if "index" in c else raw.number() for c in columns]
            for name in raw.rng.permutation(names + (tested if table == "structures" else [])) for k in range(2)])
    for name in names + tested:
        raw.file(f"structures/{name}.xyz", f"5\n\nC -0.0126981359 1.0858041578 {name}")
    raw.clutter("structures")


@competition("h-and-m-personalized-fashion-recommendations")
def purchases(raw):
    customers, articles = raw.hexes(300, 64), [f"0{raw.rng.integers(10**8, 10**9 - 1)}" for _ in range(200)]
    days = [str(day.date()) for day in pd.date_range("2018-09-20", "2018-11-30")]
    rows = sorted([raw.pick(*days), raw.pick(*customers), raw.pick(*articles), raw.pick("0.050830508474576264", "0.03388", raw.number()),
                   raw.pick(1, 2)] for _ in range(6000))
    raw.csv("transactions_train.csv", ["t_dat", "customer_id", "article_id", "price", "sales_channel_id"], rows + rows[-30:])
    raw.csv("sample_submission.csv", ["customer_id", "prediction"], [[c, "0706016001 0706016002"] for c in customers], end="\r\n")
    raw.csv("articles.csv", ["article_id", "prod_name"], [[a, raw.text()] for a in articles])
    raw.csv("customers.csv", ["customer_id", "age"], [[c, raw.some(24.0)] for c in customers])
    for article in articles:
        raw.file(f"images/{article[:3]}/{article}.jpg", article)
    raw.clutter("images")


@competition("ml2021spring-hw2")
def phonemes(raw):
    folder = "timit_11/timit_11/"
    raw.file(folder + "train_11.npy", raw.array(raw.rng.normal(size=(3000, 429)).astype(np.float32)))
    raw.file(folder + "train_label_11.npy", raw.array(raw.rng.integers(0, 39, 3000).astype(str)))
    raw.file(folder + "test_11.npy", raw.array(raw.rng.normal(size=(1100, 429)).astype(np.float32)))
    raw.file("sampleSubmission.csv", "Id,Class\n0,0\n")


@competition("nfl-player-contact-detection")
def contacts(raw):
    plays = [f"{58168 + raw.below(400)}_{i:06d}" for i in raw.rng.permutation(40)]
    labels, helmets, steps, films = [], [], [], []
    for play in plays:
        key, number = play.split("_")
        for step in range(60):
            one, other = raw.rng.integers(30000, 60000, 2)
            other = "G" if raw.chance(0.3) and play != plays[3] else other
            time = f"2020-09-11T03:01:48.{step:03d}Z"
            labels.append([f"{play}_{step}_{one}_{other}", play, time, step, one, other, int(raw.chance(0.02))])
            steps.append([play, key, int(number), one, time, step, raw.pick("home", "away"), raw.pick("CB", "NA", "G"), raw.below(99)]
                         + [raw.some(raw.number(50), 0.02) for _ in range(8)])
            helmets.append([play, key, int(number), raw.pick("Sideline", "Endzone"), play + "_Sideline.mp4", step] + list(raw.rng.integers(0, 700, 4))
                           + [raw.pick("H97", "V15", "H00")])
        for view in ("All29", "Endzone", "Sideline"):
            films.append([play, key, int(number), view, "2020-09-11T03:01:43.134Z", "2020-09-11T03:01:54.971Z", "2020-09-11T03:01:48.134Z"])
            raw.file(f"train/{play}_{view}.mp4", play + view)
    raw.csv("train_labels.csv", ["contact_id", "game_play", "datetime", "step", "nfl_player_id_1", "nfl_player_id_2", "contact"], labels)
    raw.csv("train_baseline_helmets.csv", ["game_play", "game_key", "play_id", "view", "video", "frame", "left", "width", "top", "height",
                                           "player_label"], helmets)
    raw.csv("train_player_tracking.csv", ["game_play", "game_key", "play_id", "nfl_player_id", "datetime", "step", "team", "position",
                                          "jersey_number", "x_position", "y_position", "speed", "distance", "direction", "orientation",
                                          "acceleration", "sa"], steps)
    raw.csv("train_video_metadata.csv", ["game_play", "game_key", "play_id", "view", "start_time", "end_time", "snap_time"], films)
    raw.clutter("train")


@competition("predict-volcanic-eruptions-ingv-oe")
def volcanoes(raw):
    segments = raw.ids(400, lambda: int(raw.rng.integers(10**5, 2**31)))
    raw.csv("train.csv", ["segment_id", "time_to_eruption"], [[s, raw.rng.integers(6250, 49046087)] for s in segments])
    raw.csv("sample_submission.csv", ["segment_id", "time_to_eruption"], [[1, 0]])
    for s in segments:
        raw.file(f"train/{s}.csv", f"sensor_1,sensor_2\n{s},\n")
    raw.clutter("train", "test")


@competition("smartphone-decimeter-2022")
def drives(raw):
    for day in raw.ids(30, lambda: (raw.pick(2020, 2021), 1 + raw.below(12), 1 + raw.below(28))):
        for place in raw.rng.permutation(["US-MTV-1", "US-SJC-2", "US-LAX-1"])[:1 + raw.below(2)]:
            drive = "train/{}-{:02d}-{:02d}-{}".format(*day, place)
            for phone in raw.rng.permutation(["GooglePixel4", "GooglePixel4XL", "SamsungGalaxyS20Ultra"])[:1 + raw.below(3)]:
                whole = raw.chance(0.1)
                raw.csv(f"{drive}/{phone}/ground_truth.csv", ["MessageType", "Provider", "LatitudeDegrees", "LongitudeDegrees", "AltitudeMeters",
                                                              "SpeedMps", "AccuracyMeters", "BearingDegrees", "UnixTimeMillis"],
                        [["Fix", "GT", "37" if whole else repr(37.4 + float(raw.rng.normal()) / 9), f"-122.{raw.below(10**9):09d}{raw.below(10**6)}",
                          raw.some(33.21), raw.number(9), 0.1, raw.some(7.1), 1592606433442 + 1000 * k] for k in range(25)])
                raw.file(f"{drive}/{phone}/device_gnss.csv", "MessageType,utcTimeMillis\n")
                raw.file(f"{drive}/{phone}/supplemental/rinex.obs", phone)
            raw.file(f"{drive}/.DS_Store", "clutter")
    raw.clutter("train", "metadata")
    raw.file("metadata/accumulated_delta_range_state_bit_map.json", "[]")
    raw.file("metadata/raw data/constellation_type_mapping.csv", "a,b\n")


@competition("stanford-covid-vaccine")
def vaccines(raw):
    targets = ["reactivity", "deg_Mg_pH10", "deg_pH10", "deg_Mg_50C", "deg_50C"]

    def value():
        return raw.pick(round(float(raw.rng.normal()), 4), float(raw.rng.normal()), 0.0, 0, 1, -0.0, 1e-5, 123.456789012345, float(raw.rng.random()) * 1e-7)

    def molecule(i, length, labelled):
        found = {"index": i, "id": f"id_{raw.hex(9)}", "sequence": "".join(raw.pick(*"ACGU") for _ in range(length)),
                 "structure": "".join(raw.pick(*".()") for _ in range(length)), "predicted_loop_type": "EEE/\\S"}
        if labelled:
            found |= {"signal_to_noise": raw.pick(round(float(raw.rng.normal(5, 3)), 3), 8, -0.5), "SN_filter": raw.pick(0.0, 1.0)}
        found |= {"seq_length": length, "seq_scored": 6}
        if labelled:
            found |= {name + end: [value() for _ in range(6)] for end in ("_error", "") for name in targets}
        return found
    for part, count in (("train", 240), ("test", 40)):
        raw.file(part + ".json", "".join(json.dumps(molecule(i, 9, part == "train")) + "\n" for i in range(count)))
    raw.csv("sample_submission.csv", ["id_seqpos"] + targets, [["id_0_0"] + [0.0] * 5])


@competition("statoil-iceberg-classifier-challenge")
def icebergs(raw):
    def value():
        return raw.pick(round(float(raw.rng.normal(-20, 6)), 6), float(raw.rng.normal(-20, 6)), -27, 1e-05, 1e16, 123456789012345678, -0.0)

    def picture(labelled):
        found = {"id": raw.hex(8), "band_1": [value() for _ in range(75)], "band_2": [value() for _ in range(75)],
                 "inc_angle": raw.pick("na", 43.9239, float(raw.rng.normal(39, 3)), 34)}
        return found | ({"is_iceberg": raw.below(2)} if labelled else {})
    for part, count in (("train", 300), ("test", 20)):
        raw.seven(f"{part}.json.7z", {f"data/processed/{part}.json": json.dumps([picture(part == "train") for _ in range(count)])})
    raw.seven("sample_submission.csv.7z", {"data/sample_submission.csv": "id,is_iceberg\n"})
