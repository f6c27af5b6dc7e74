"""A caller of `trimtab decide`: tells it what a world shows of itself and carries out its first decision."""
import json
import subprocess

from heuristics import KEEP
from world import World


def described(world, item):
    """A hypothesis as the request states it."""
    variant = world.variant
    told = {"id": item.id, "family": item.family, "cost": item.cost, "representation": item.representation,
            "compressedCost": min(item.compressed_cost, item.cost)}
    if not variant.evidence:
        told["promise"] = round(item.promise, 4)
    elif item.untold or variant.resend:
        told["evidence"] = [{"value": round(item.value, 4), "noise": 0.01, "effort": 1}]
    item.untold = False
    if variant.lag != "omitted":
        told["lag"] = world.left * (3 if variant.lag == "long" else 1)
    if variant.described:
        told.update(staleness=item.staleness, overlap=round(item.overlap, 3), inertia=round(item.inertia, 3),
                    handleCost=item.handle_cost, recoveryCost=item.recovery_cost,
                    recoverability=round(item.recoverability, 3), aliasRisk=round(item.alias_risk, 3))
    return told


def request(world):
    """The line for the decision that is due."""
    variant = world.variant
    line = {"budget": world.budget, "decisionsLeft": world.left, "actions": list(variant.actions),
            "hypotheses": [described(world, item) for item in world.items if item.representation != "extinct"]}
    if variant.pace:
        line["pace"] = variant.pace
    if variant.session:
        line["session"] = f"{variant.name}/{world.seed}"
    if variant.demand:
        line["workNeeded"] = variant.realise
    if variant.records:
        line["recordWork"] = "in-place"
    if world.left == 1:
        line["end"] = True
    if "reset" in variant.actions:
        line["reset"] = {"steps": variant.reset_steps}
    if "branch" in variant.actions:
        line["branches"] = [{"id": option.id, "family": option.family, "cost": option.cost,
                             **({} if variant.evidence else {"promise": round(option.promise, 4)})}
                            for option in world.branches]
    return line


class Controller:
    """A policy of `trimtab decide`, as a process of its own that answers one line after another."""

    def __init__(self, command, policy):
        self.process = subprocess.Popen([*command, "decide", "--policy", policy], text=True,
                                        stdin=subprocess.PIPE, stdout=subprocess.PIPE)

    def __call__(self, world):
        print(json.dumps(request(world)), file=self.process.stdin, flush=True)
        line = self.process.stdout.readline()
        answer = json.loads(line) if line else {"error": "trimtab decide has ended"}
        if "error" in answer:
            raise RuntimeError(answer["error"])
        decision = (answer["decisions"] or [KEEP])[0]
        if decision["type"] not in (*world.variant.actions, "keep"):
            raise RuntimeError(f"{world.variant.name}, seed {world.seed}: {decision['type']} was not offered")
        return {**decision, "representations": answer["representations"]}


def succeeds(variant, seed, policy):
    """Whether the episode of a seed ends well under a policy."""
    world = World(variant, seed)
    while world.left > 0:
        world.carry_out(policy(world))
    return world.verify()
