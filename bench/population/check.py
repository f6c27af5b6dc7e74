"""Check the reference populations and print where their medals stand.

For each pocket competition: leaderboard.csv is sorted and holds the scores of population.csv, the
numbers in competition.yaml are those of the population, there are 250 or more, and no default model wins a medal.
The medal thresholds follow MLE-bench's rule.

    python3 check.py [--write-reference]
"""
import argparse
import csv
import re
from statistics import median

from prepare import POCKET, load_config

SMALLEST = 250


def medal_positions(n):
    """Positions (1 = best) of the gold, silver and bronze thresholds among n scores."""
    if n < 250:
        gold = max(1, int(0.1 * n)) if n < 100 else 10
        return gold, max(1, int(0.2 * n)), max(1, int(0.4 * n))
    gold = 10 + int(0.002 * n)
    return (gold, 50, 100) if n < 1000 else (gold, max(1, int(0.05 * n)), max(1, int(0.1 * n)))


def read_rows(path):
    with open(path, encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines))


def summarise(competition):
    """Measured figures of one population; stops with a message when its files do not agree."""
    config, folder = load_config(competition), POCKET / competition
    sign = 1 if config["direction"] == "maximize" else -1
    rows = read_rows(folder / "population.csv")
    scores = [float(row["score"]) for row in read_rows(folder / "leaderboard.csv")]
    ranked = sorted((float(row["score"]) for row in rows), key=lambda score: -sign * score)
    assert scores == ranked, f"{competition}: leaderboard.csv is not the sorted population"
    assert len(scores) >= SMALLEST, f"{competition}: only {len(scores)} scores"
    by_kind = {kind: [float(row["score"]) for row in rows if row["name"].endswith(kind)] for kind in ("constant", "default")}
    gold, silver, bronze = (scores[position - 1] for position in medal_positions(len(scores)))
    figures = {"constant": by_kind["constant"][0], "default": sign * max(sign * score for score in by_kind["default"]),
               "median": median(scores), "bronze": bronze, "silver": silver, "gold": gold, "best": scores[0]}
    order = [sign * figures[name] for name in ("constant", "median", "gold")]
    assert order[0] < order[1] < order[2], f"{competition}: constant, median and gold are not apart"
    assert sign * figures["default"] < sign * bronze, f"{competition}: a default model wins a medal"
    return config, figures, len(rows), sum(float(row["seconds"]) for row in rows)


def reference_line(competition, figures):
    """The `reference` entry of competition.yaml."""
    return (f"reference: {{constant: {figures['constant']:.6f}, default-model: {figures['default']:.6f}, "
            f"best-known: {figures['best']:.6f}, source: \"bench/population/generate.py {competition}\"}}\n")


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--write-reference", action="store_true", help="put the figures into competition.yaml")
    args = parser.parse_args()
    names = ["constant", "default", "median", "bronze", "silver", "gold", "best"]
    print(f"{'competition':20}{'use':>10}{'count':>6}{'seconds':>9}" + "".join(f"{name:>10}" for name in names))
    for competition in sorted(path.parent.name for path in POCKET.glob("*/leaderboard.csv")):
        config, figures, count, seconds = summarise(competition)
        line, file = reference_line(competition, figures), POCKET / competition / "competition.yaml"
        text = file.read_text(encoding="utf-8")
        if args.write_reference:
            file.write_text(re.sub(r"^reference:.*\n", "", text, flags=re.M) + line, encoding="utf-8")
        else:
            assert line in text, f"{competition}: competition.yaml does not state these figures"
        use = "dev" if config["dev"] else "reporting"
        print(f"{competition:20}{use:>10}{count:6}{seconds:9.0f}" + "".join(f"{figures[name]:10.4f}" for name in names))


if __name__ == "__main__":
    main()
