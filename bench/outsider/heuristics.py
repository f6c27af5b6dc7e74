"""Plain policies that need no controller, and policies that know what is adequate, for an upper bound.

A policy is a function from a World to one decision of `decide`'s form. Only the informed ones look at what is adequate.
"""
from functools import partial
from itertools import product

from world import stream

KEEP = {"type": "keep"}


def retire(item, to="shadow"):
    return {"type": "retire", "hypothesis": item.id, "to": to}


def compress(item):
    return {"type": "compress", "hypothesis": item.id}


def pursue(item):
    return {"type": "pursue", "hypothesis": item.id}


def branch(option):
    return {"type": "branch", "option": option.id}


def offers(world, action):
    return action in world.variant.actions


def pursue_best(world):
    active = world.active()
    return pursue(max(active, key=world.score)) if active and offers(world, "pursue") else KEEP


def weakest(world):
    return min(world.active(), key=world.score)


def is_over(world, share=1.0):
    """Whether more than a share of the budget is taken and something can be given up."""
    return world.used() > share * world.budget and len(world.active()) > 1


def can_compress(world, item):
    return item.representation == "full" and offers(world, "compress")


def compressible(world, items):
    return [item for item in items if can_compress(world, item)]


def saving(item):
    return item.cost - item.compressed_cost


def greedy(world):
    """Drops the least promising while over the budget, else works on the most promising."""
    if is_over(world) and offers(world, "retire"):
        return retire(weakest(world), "extinct")
    return pursue_best(world)


def summarize(world):
    """Compresses the least promising while over the budget."""
    if is_over(world):
        full = compressible(world, world.active())
        if full:
            return compress(min(full, key=world.score))
        if offers(world, "retire"):
            return retire(weakest(world))
    return pursue_best(world)


def reserve(world):
    """Keeps a fifth of the budget free, by compressing what saves most."""
    if is_over(world, 0.8):
        best = max(world.active(), key=world.score)
        full = [item for item in compressible(world, world.active()) if item is not best]
        if full:
            return compress(max(full, key=saving))
        if offers(world, "retire"):
            return retire(weakest(world))
    return pursue_best(world)


def substitution(world):
    """Archives the dearest of those whose family is held twice while over the budget."""
    if is_over(world) and offers(world, "retire"):
        families = [item.family for item in world.active()]
        doubled = [item for item in world.active() if families.count(item.family) > 1]
        return retire(max(doubled, key=lambda item: item.cost) if doubled else weakest(world))
    return pursue_best(world)


def reset(world):
    """Starts afresh with the most promising once more than half of the context is stale."""
    ranked = sorted(world.active(), key=world.score, reverse=True)
    if world.contamination() > 0.5 and world.left > 2 and offers(world, "reset") and len(ranked) > 1:
        seed, tokens = [], 0
        for item in ranked:
            if tokens + item.cost <= 0.7 * world.budget:
                seed.append(item.id)
                tokens += item.cost
        return {"type": "reset", "seed": seed or [ranked[-1].id]}
    return greedy(world)


def any_action(world):
    """One of all decisions that are possible, evenly."""
    choices = [KEEP]
    for item in world.active():
        choices += [choice for choice in (pursue(item), retire(item)) if offers(world, choice["type"])]
        if can_compress(world, item):
            choices.append(compress(item))
    if offers(world, "branch"):
        choices += [branch(option) for option in world.branches]
    return stream("random", world.seed, world.clock).choice(choices)


def target(world, cheapest):
    """The adequate hypothesis to hold on to; None if none is in the context under a record that means it."""
    good = [item for item in world.active() if item.family in world.adequate
            and (item.representation == "full" or item.faithful)]
    if world.variant.realise:
        return max(good, key=lambda item: (item.work, -item.tokens(), item.id), default=None)
    if cheapest:
        return min(good, key=lambda item: (item.tokens(), item.id), default=None)
    return max(good, key=lambda item: (world.score(item), item.id), default=None)


def make_room(world, others):
    """Gives up the first of the others for good, or compresses what saves most, where that is offered."""
    if offers(world, "retire") and others:
        return retire(others[0], "extinct")
    full = compressible(world, others)
    return compress(max(full, key=saving)) if full else KEEP


def removals_needed(world, others):
    """How many of the others have to go, in their order, until the budget is kept."""
    excess, count = world.used() - world.budget, 0
    for item in others:
        if excess <= 0:
            break
        excess -= item.tokens()
        count += 1
    return count


def open_adequate(world, others, at_once):
    options = [option for option in world.branches if option.family in world.adequate]
    if not options or not offers(world, "branch"):
        return KEEP
    option = min(options, key=lambda option: option.cost)
    fits = world.used() + option.cost <= world.budget
    return branch(option) if fits or at_once or world.left == 1 or not others else make_room(world, others)


def informed(world, way, cheapest):
    """Holds on to one adequate hypothesis, which `way` may compress where its record will mean it, or open at once."""
    best = target(world, cheapest)
    others = sorted((item for item in world.active() if item is not best), key=lambda item: -item.tokens())
    if best is None:
        return open_adequate(world, others, way == "open at once")
    if world.used() > world.budget:
        if way == "compress" and can_compress(world, best) and not world.misreads(best):
            return compress(best)
        late = world.variant.overflow != "each" and world.variant.realise
        if not late or removals_needed(world, others) >= world.left:
            return make_room(world, others)
    return pursue(best) if offers(world, "pursue") else KEEP


PLAIN = {"greedy": greedy, "summarize": summarize, "reserve": reserve, "substitution": substitution, "reset": reset,
         "random": any_action}
INFORMED = [partial(informed, way=way, cheapest=cheapest)
            for way, cheapest in product(("make room", "compress", "open at once"), (True, False))]
