"""The ways in which the simulator is set up: what a world draws, what its caller says and what success asks for."""
from dataclasses import dataclass

ACTIONS = ("keep", "compress", "substitute", "retire", "branch", "reset", "pursue", "recover")


@dataclass(frozen=True)
class Variant:
    """One set-up. A pair is a range from which each world draws evenly."""
    name: str
    # the world
    families: tuple = (5, 8)
    items: tuple = (1, 1)            # hypotheses of a family at the start
    unopened: float = 0.0            # chance that a family is not held, but can be opened
    buried: float = 0.7              # share of the adequate families that look bad early
    lures: float = 0.5               # share of the others that look good early
    informative: bool = False        # early promise tells of adequacy with noise, instead of lures and buried families
    steps: tuple = (4, 7)            # decisions until the verification
    budget: tuple = (0.25, 0.5)      # as a share of the full cost of all that is held at the start
    recoverability: tuple = (0.5, 0.95)
    hazard: float = 0.01             # chance a step that a hypothesis held in full is lost
    arrivals: float = 0.0            # chance a step that the family of most inertia gets another hypothesis
    bend: float = 0.0                # chance, times contamination, that work goes to the hypothesis of most inertia
    overflow: str = "late"           # over budget: cut at the verification, cut after "each" step, "fail" at the end
    cut: str = "low"                 # which are cut first: those of "low" promise or "old" ones
    realise: int = 0                 # pieces of work in the adequate family that success asks for
    reset: str = "plan"              # a reset leaves what the "plan" says, "seed" and archive, or seed alone ("drop")
    reset_steps: int = 1
    # its caller
    evidence: bool = False           # values of the work instead of stated promises
    resend: bool = False             # the last value is told again with every line
    demand: bool = False             # what success asks for in work is stated
    records: bool = False            # what work on a record takes is stated
    described: bool = True           # optional fields of a hypothesis are stated
    lag: str = "left"                # decisions left, "long" (three times as many) or "omitted"
    session: bool = True
    pace: str = "one"                # "" leaves it out
    actions: tuple = ACTIONS


def without(*names):
    return tuple(action for action in ACTIONS if action not in names)


MANY_ITEMS = {"items": (1, 3), "budget": (0.15, 0.35)}
TIGHT, NEAR, OPEN, WITHIN = (0.08, 0.2), (0.5, 0.8), (0.6, 1.0), (1.0, 1.2)
LONG_WORK = {"evidence": True, "realise": 2, "steps": (7, 10), "bend": 0.5}
ARRIVING = {"budget": WITHIN, "overflow": "each", "arrivals": 0.8, "steps": (5, 8)}
NO_ARCHIVE = (0.0, 0.01)

VARIANTS = [Variant(name, **settings) for name, settings in [
    ("stated-late", {}),
    ("stated-late-items", MANY_ITEMS),
    ("stated-late-bare", {"described": False, "lag": "omitted"}),
    ("stated-late-tight", {"budget": TIGHT}),
    ("stated-late-loose", {"budget": (0.6, 0.9)}),
    ("stated-fail", {"overflow": "fail"}),
    ("stated-each-low", {"overflow": "each"}),
    ("stated-each-old", {"overflow": "each", "cut": "old"}),
    ("stated-open", {"unopened": 0.6, "budget": (0.9, 1.1)}),
    ("stated-open-tight", {"unopened": 0.6, "budget": (0.4, 0.7)}),
    ("stated-arrive", {"budget": (0.4, 0.7), "arrivals": 0.6, "overflow": "each", "cut": "old"}),
    ("stated-truth", {"buried": 0, "lures": 0}),
    ("stated-all-lures", {"buried": 1, "lures": 1}),
    ("stated-few-steps", {"steps": (2, 3)}),
    ("stated-longlag", {"lag": "long"}),
    ("stated-small-actions", {"actions": ("keep", "retire", "pursue")}),
    ("stated-no-retire", {"actions": ("keep", "compress", "pursue")}),
    ("stated-realise", {"realise": 2}),
    ("stated-realise-bend", {"realise": 2, "bend": 0.8}),
    ("stated-realise-open", {"realise": 2, "unopened": 0.5, "budget": OPEN}),
    ("evid-late", {"evidence": True}),
    ("evid-late-items", {"evidence": True, **MANY_ITEMS}),
    ("evid-each-low", {"evidence": True, "overflow": "each"}),
    ("evid-bare", {"evidence": True, "described": False, "lag": "omitted"}),
    ("evid-open", {"evidence": True, "unopened": 0.6, "budget": OPEN}),
    ("evid-realise", {"evidence": True, "realise": 2}),
    ("evid-realise-long", LONG_WORK),
    ("evid-realise-open", {"evidence": True, "realise": 2, "unopened": 0.5, "budget": OPEN}),
    ("hazard", {"hazard": 0.08}),
    ("many", {"families": (10, 14), "budget": (0.1, 0.25), "steps": (4, 8)}),
    ("near-late", {"budget": NEAR}),
    ("near-fail", {"budget": NEAR, "overflow": "fail"}),
    ("near-fail-few", {"budget": NEAR, "overflow": "fail", "steps": (3, 4), "families": (6, 9)}),
    ("near-each", {"budget": (0.7, 0.95), "overflow": "each", "arrivals": 0.5}),
    ("within-arrive-old", {**ARRIVING, "cut": "old"}),
    ("within-arrive-low", ARRIVING),
    ("within-lures-open", {"budget": WITHIN, "unopened": 0.6, "buried": 1, "lures": 1}),
    ("within-hazard", {"budget": WITHIN, "hazard": 0.15}),
    ("reset-seed", {"reset": "seed"}),
    ("reset-seed-items", {"reset": "seed", **MANY_ITEMS}),
    ("reset-drop", {"reset": "drop"}),
    ("reset-drop-items", {"reset": "drop", **MANY_ITEMS}),
    ("reset-dear", {"reset_steps": 2}),
    ("reset-none", {"actions": without("reset")}),
    ("resend-late", {"evidence": True, "resend": True}),
    ("resend-realise-long", {**LONG_WORK, "resend": True}),
    ("noisy-late", {"informative": True}),
    ("noisy-tight", {"informative": True, "budget": TIGHT}),
    ("noisy-open", {"informative": True, "unopened": 0.6, "budget": OPEN}),
    ("noisy-realise", {"informative": True, "realise": 2, "budget": NEAR}),
    ("few-tight", {"steps": (3, 4), "budget": (0.2, 0.3), "families": (6, 8), "overflow": "fail"}),
    ("realise-within", {"realise": 2, "budget": WITHIN}),
    ("realise-within-evid", {"realise": 2, "evidence": True, "budget": WITHIN}),
    ("realise-within-need1", {"realise": 1, "budget": WITHIN}),
    ("no-archive", {"recoverability": NO_ARCHIVE}),
    ("no-archive-fail", {"recoverability": NO_ARCHIVE, "overflow": "fail"}),
    ("no-archive-tight", {"recoverability": NO_ARCHIVE, "budget": (0.1, 0.2), "overflow": "fail"}),
    ("nosession-late", {"session": False}),
    ("nosession-open", {"session": False, "unopened": 0.6, "budget": OPEN}),
    ("nosession-realise-within", {"session": False, "realise": 2, "budget": WITHIN}),
    ("paceall-late", {"pace": "all"}),
    ("paceall-open", {"pace": "all", "unopened": 0.6, "budget": OPEN}),
    ("paceall-realise-within", {"pace": "all", "realise": 2, "budget": WITHIN}),
    ("paceone-open", {"unopened": 0.6, "budget": OPEN}),
    ("paceall-tight", {"pace": "all", "budget": TIGHT}),
    ("paceall-fail", {"pace": "all", "overflow": "fail"}),
    ("pacenone-late", {"pace": ""}),
    ("pacenone-open", {"pace": "", "unopened": 0.6, "budget": OPEN}),
    ("pacenone-realise-within", {"pace": "", "realise": 2, "budget": WITHIN}),
    ("pacenone-tight", {"pace": "", "budget": TIGHT}),
    ("pacenone-fail", {"pace": "", "overflow": "fail"}),
]]
