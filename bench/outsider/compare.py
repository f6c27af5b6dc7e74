#!/usr/bin/env python3
"""Compares policies of `trimtab decide` with plain heuristics in a simulator that shares no code with the controller's.

The simulator was written from the idea alone: a search under a token budget holds hypotheses of families, some of which
are adequate; first impressions may mislead; at the end an adequate family must be left that can be worked on. Of the
controller it knows the protocol of docs/decide.md. It asks for one decision a step and carries out the first.

    bench/outsider/compare.py [--episodes N] [--policies portfolio,random-matched,...] [--jobs J] [--work-needed] [--record-work]
        [VARIANT ...]

VARIANT is the beginning of names in variants.py; without one, all are run. The first policy is compared with the best
of the other policies and of the heuristics here (greedy, summarize, reserve, substitution, reset, random), which is
picked for each variant after the fact and so is flattered. All meet the same worlds; +- is a normal 95 % interval of
the mean difference by pairs. The bound is the share of worlds in which any of them succeeds, or any of six heuristics
that know what is adequate; what is possible may be more.

Files: variants.py (the set-ups), world.py (what happens), heuristics.py, caller.py (the protocol).
"""
import argparse
import dataclasses
import functools
import math
import multiprocessing
import shlex
import subprocess
import sys
from pathlib import Path
from statistics import fmean, pstdev
from typing import NamedTuple

from caller import Controller, succeeds
from heuristics import INFORMED, PLAIN
from variants import VARIANTS

TRIMTAB = Path(__file__).resolve().parents[2] / "trimtab"
COLUMNS = "{:26}{:>10}  {:22}{:>6}{:>9}{:>8}{:>7}{:>7}"

controller = functools.lru_cache(maxsize=None)(Controller)  # one process for each policy and job


class Row(NamedTuple):
    """Success of the first policy and of the best other, their difference with its interval, and the bound."""
    first: float
    best: str
    other: float
    difference: float
    interval: float
    bound: float


def outcomes(variant, policy, episodes):
    return [succeeds(variant, seed, policy) for seed in range(episodes)]


def compare(episodes, policies, command, variant):
    """The row of a variant."""
    compared = {**{name: controller(command, name) for name in policies}, **PLAIN}
    found = {name: outcomes(variant, policy, episodes) for name, policy in compared.items()}
    informed = [outcomes(variant, policy, episodes) for policy in INFORMED]
    first = policies[0]
    best = max((name for name in found if name != first), key=lambda name: sum(found[name]))
    differences = [ours - other for ours, other in zip(found[first], found[best])]
    return Row(fmean(found[first]), best, fmean(found[best]), fmean(differences),
               1.96 * pstdev(differences) / math.sqrt(episodes), fmean(map(any, zip(*found.values(), *informed))))


def line(name, row):
    ratio = f"{row.first / row.other:.2f}" if row.other else "-"
    return COLUMNS.format(name, f"{row.first:.3f}", row.best, f"{row.other:.3f}", f"{row.difference:+.3f}",
                          f"{row.interval:.3f}", ratio, f"{row.bound:.3f}")


def means(rows):
    first, other, difference, bound = (f"{fmean(getattr(row, name) for row in rows):.3f}"
                                       for name in ("first", "other", "difference", "bound"))
    return COLUMNS.format("mean", first, "", other, difference, "", "", bound)


def chosen(prefixes):
    """The variants whose names begin with one of the prefixes."""
    unknown = [prefix for prefix in prefixes if not any(variant.name.startswith(prefix) for variant in VARIANTS)]
    if unknown:
        sys.exit(f"no variant begins with {', '.join(unknown)}: their names are in variants.py")
    return [variant for variant in VARIANTS if not prefixes or variant.name.startswith(tuple(prefixes))]


def build_if_needed(command):
    """Starts trimtab once alone, since it may build itself then."""
    subprocess.run([*command, "decide", "--schema", "answer"], stdout=subprocess.DEVNULL, check=True)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("variants", nargs="*", metavar="VARIANT")
    parser.add_argument("--episodes", type=int, default=100, help="worlds a variant")
    parser.add_argument("--policies", default="portfolio", help="policies of decide, by commas")
    parser.add_argument("--jobs", type=int, default=1, help="variants that are run at a time")
    parser.add_argument("--work-needed", action="store_true", help="callers state how much work success asks for")
    parser.add_argument("--record-work", action="store_true",
                        help="callers state that records are worked on as they are, which holds in every variant")
    parser.add_argument("--trimtab", default=shlex.quote(str(TRIMTAB)), help="command that starts trimtab")
    args = parser.parse_args()
    policies, rows = args.policies.split(","), []
    variants = [dataclasses.replace(variant, demand=args.work_needed, records=args.record_work)
                for variant in chosen(args.variants)]
    command = tuple(shlex.split(args.trimtab))
    work = functools.partial(compare, args.episodes, policies, command)
    try:
        build_if_needed(command)
        print(COLUMNS.format("variant", policies[0], "best other", "", "diff.", "+-", "ratio", "bound"))
        with multiprocessing.Pool(args.jobs) as pool:
            for variant, row in zip(variants, pool.imap(work, variants)):
                rows.append(row)
                print(line(variant.name, row), flush=True)
    except (OSError, RuntimeError, subprocess.CalledProcessError) as failure:
        sys.exit(str(failure))
    twice, behind = sum(row.first >= 2 * row.other for row in rows), sum(row.first < row.other for row in rows)
    print(f"at least twice the best other in {twice} of {len(rows)} variants, behind it in {behind}")
    print(means(rows))


if __name__ == "__main__":
    main()
