"""A simulated search: what is held, which families are adequate, and what an action does to it.

Every random number is keyed by what it is for (seed, purpose, hypothesis, step): all policies meet the same ones.
"""
import hashlib
import random
from dataclasses import dataclass

FIRST_PROMISE = {"buried": (0.05, 0.3), "seen": (0.5, 0.8), "lure": (0.6, 0.95), "dull": (0.2, 0.5)}
GAIN = {"buried": 0.06, "seen": 0.06, "lure": 0.0, "dull": 0.01}               # of value, by a piece of work
PROMISE_SHIFT = {"buried": 0.12, "seen": 0.12, "lure": -0.08, "dull": -0.02}   # of promise, by a piece of work
GROWTH = 1.1        # of a hypothesis's cost, by a piece of work
HALF_LIFE = 8       # steps, of what is not overlapped
ACTIVE = ("full", "compressed")


def stream(*key):
    """Random numbers of their own for a key."""
    return random.Random(hashlib.sha256(repr(key).encode()).digest())


def promise_within(value):
    return min(0.98, max(0.02, value))


@dataclass(eq=False)
class Item:
    """A hypothesis, held or still to be opened; costs are tokens."""
    id: str
    family: str
    promise: float
    value: float
    cost: int
    compressed_cost: int
    recovery_cost: int
    recoverability: float
    handle_cost: int
    staleness: int
    overlap: float
    alias_risk: float
    inertia: float = 0.05
    representation: str = "full"
    faithful: bool = True    # whether its record still means it
    untold: bool = True      # whether its value has not been told yet
    work: int = 0
    born: int = 0

    def tokens(self):
        return {"full": self.cost, "compressed": self.compressed_cost, "shadow": self.handle_cost,
                "extinct": 0}[self.representation]


class World:
    """One episode of a variant; the seed decides everything that is drawn."""

    def __init__(self, variant, seed):
        self.variant, self.seed = variant, seed
        self.clock, self.items, self.branches = 0, [], []
        draw = stream("world", seed)
        self._draw_families(draw)
        self._draw_items(draw)
        self.budget = int(draw.uniform(*variant.budget) * sum(item.cost for item in self.items))
        self.left = draw.randint(*variant.steps)
        max(self.items, key=lambda item: item.promise).inertia = 0.5

    def _draw_families(self, draw):
        families = [f"f{number}" for number in range(draw.randint(*self.variant.families))]
        self.adequate = set(draw.sample(families, draw.randint(1, 2)))
        self.kind, self.first_promise = {}, {}
        for family in families:
            adequate = family in self.adequate
            deceives = draw.random() < (self.variant.buried if adequate else self.variant.lures)
            self.kind[family] = ("buried" if deceives else "seen") if adequate else ("lure" if deceives else "dull")
            promise = draw.uniform(*FIRST_PROMISE[self.kind[family]])
            if self.variant.informative:
                promise = min(0.95, max(0.05, draw.gauss(0.55 if adequate else 0.35, 0.2)))
            self.first_promise[family] = promise

    def _draw_items(self, draw):
        families = list(self.kind)
        unopened = {family for family in families if draw.random() < self.variant.unopened}
        if len(unopened) == len(families):
            unopened.discard(draw.choice(families))
        for family in families:
            drawn = [self._draw_item(family, f"{family}.{number}", draw)
                     for number in range(draw.randint(*self.variant.items))]
            if family in unopened:
                self.branches.append(drawn[0])
            else:
                self.items += drawn
        draw.shuffle(self.items)

    def _draw_item(self, family, name, draw):
        promise = promise_within(self.first_promise[family] + draw.gauss(0, 0.05))
        cost = int(draw.uniform(200, 1000))
        return Item(id=name, family=family, promise=promise, value=0.4 + 0.4 * promise + draw.gauss(0, 0.01), cost=cost,
                    compressed_cost=max(10, int(cost * draw.uniform(0.15, 0.4))),
                    recovery_cost=int(cost * draw.uniform(0.3, 1.0)),
                    recoverability=draw.uniform(*self.variant.recoverability), handle_cost=draw.randint(5, 20),
                    staleness=draw.randint(0, 6), overlap=draw.uniform(0.0, 0.4), alias_risk=draw.uniform(0.0, 0.2))

    def active(self):
        return [item for item in self.items if item.representation in ACTIVE]

    def used(self):
        return sum(item.tokens() for item in self.items)

    def score(self, item):
        """What a policy that goes by first impressions would rank by."""
        return item.value if self.variant.evidence else item.promise

    def contamination(self):
        """Share of the context's tokens that has gone stale."""
        active = self.active()
        stale = sum(item.tokens() * (1 - (1 - item.overlap) * 2 ** (-item.staleness / HALF_LIFE)) for item in active)
        return stale / (sum(item.tokens() for item in active) or 1)

    def misreads(self, item):
        """Whether a record of the hypothesis would mean something else from now on."""
        return stream("alias", self.seed, item.id, item.cost).random() < item.alias_risk

    def returns(self, item):
        """Whether the archive gives the hypothesis back."""
        return stream("rho", self.seed, item.id).random() < item.recoverability

    def carry_out(self, decision):
        """Carries out one decision of `decide`'s form and lets the steps that it takes go by."""
        kind = decision["type"]
        if kind != "keep":
            {"compress": self._compress, "retire": self._retire, "recover": self._recover, "pursue": self._pursue,
             "substitute": self._substitute, "branch": self._branch, "reset": self._reset}[kind](decision)
        for _ in range(self.variant.reset_steps if kind == "reset" else 1):
            self._step()

    def _item(self, name):
        return next(item for item in self.items if item.id == name)

    def _hold(self, item, representation):
        if representation == "compressed" and item.representation == "full" and self.misreads(item):
            item.faithful = False
        item.representation = representation

    def _compress(self, decision):
        self._hold(self._item(decision["hypothesis"]), "compressed")

    def _retire(self, decision):
        self._item(decision["hypothesis"]).representation = decision["to"]

    def _recover(self, decision):
        item = self._item(decision["hypothesis"])
        fits = self.used() - item.tokens() + item.cost <= max(self.budget, self.used())
        item.representation = "full" if self.returns(item) and fits else "extinct"

    def _substitute(self, decision):
        self._hold(self._item(decision["hypothesis"]), decision.get("to", "extinct"))
        other = self._item(decision["substitute"])
        lost = other.representation == "shadow" and not self.returns(other)
        other.representation = "extinct" if lost else "full"

    def _branch(self, decision):
        option = next(option for option in self.branches if option.id == decision["option"])
        self.branches.remove(option)
        option.staleness, option.born = 0, self.clock
        self.items.append(option)

    def _reset(self, decision):
        mode, planned = self.variant.reset, decision.get("representations", {})
        for item in self.items:
            if item.id in decision["seed"]:
                item.staleness, item.overlap = 0, 0
                if mode == "plan" and planned.get(item.id) == "compressed":
                    self._hold(item, "compressed")
            elif item.representation in ACTIVE:
                to = {"plan": planned.get(item.id, "shadow"), "seed": "shadow", "drop": "extinct"}[mode]
                if to != "full":
                    self._hold(item, to)
            item.inertia *= 0.3

    def _pursue(self, decision):
        item, bend = self._item(decision["hypothesis"]), self.variant.bend
        if bend and stream("bend", self.seed, self.clock).random() < bend * self.contamination():
            item = max(self.active() or [item], key=lambda other: other.inertia)
        if item.representation not in ACTIVE:
            return
        item.work += 1
        item.cost, item.staleness, item.untold = int(item.cost * GROWTH), -1, True
        draw, kind = stream("gain", self.seed, item.id, item.work), self.kind[item.family]
        item.value += GAIN[kind] + draw.gauss(0, 0.01)
        item.promise = promise_within(item.promise + PROMISE_SHIFT[kind] + draw.gauss(0, 0.04))
        for other in self.items:
            other.inertia = 0.7 * other.inertia + (0.3 if other is item else 0)

    def _step(self):
        for item in self.items:
            item.staleness += 1
            if item.representation == "full" and self._is_lost(item):
                item.representation = "extinct"
        draw, active = stream("arrive", self.seed, self.clock), self.active()
        if draw.random() < self.variant.arrivals and active:
            family = max(active, key=lambda item: item.inertia + 0.01 * self.score(item)).family
            arrived = self._draw_item(family, f"{family}.n{self.clock}", draw)
            arrived.staleness, arrived.born = 0, self.clock
            self.items.append(arrived)
        self.clock += 1
        self.left -= 1
        if self.variant.overflow == "each":
            self._cut_to_budget()

    def _is_lost(self, item):
        return stream("haz", self.seed, item.id, self.clock).random() < self.variant.hazard

    def _cut_to_budget(self):
        order = self.score if self.variant.cut == "low" else lambda item: item.born
        for item in sorted(self.active(), key=order):
            if self.used() > self.budget:
                item.representation = "extinct"

    def verify(self):
        """Whether an adequate family that has had its work can still be worked on after the last step."""
        if self.variant.overflow == "fail" and self.used() > self.budget:
            return False
        self._cut_to_budget()
        left = {item.family for item in self.items if item.family in self.adequate and self._is_usable(item)}
        return any(sum(item.work for item in self.items if item.family == family) >= self.variant.realise
                   for family in left)

    def _is_usable(self, item):
        if item.representation == "shadow":
            return self.used() + item.recovery_cost <= self.budget and self.returns(item)
        return item.representation == "full" or item.representation == "compressed" and item.faithful
