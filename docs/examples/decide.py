#!/usr/bin/env python3
"""A toy search that asks Trimtab what to do, one decision a step. From the checkout: docs/examples/decide.py"""
import json
import subprocess
import sys

GAIN = {"boosting": 0.0, "linear": 0.04, "neighbours": 0.0}  # what a step of work adds; the search does not know it
STARTS = [("boosting", 0.80), ("linear", 0.60), ("neighbours", 0.70), ("linear", 0.55)]
routes = {f"{family}-{n}": {"family": family, "value": start, "held": "full"}
          for n, (family, start) in enumerate(STARTS)}
command = sys.argv[1:] or ["./trimtab", "decide"]
controller = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)


def ask(**line):
    print(json.dumps({"session": "toy", "pace": "one", **line}), file=controller.stdin, flush=True)
    answer = json.loads(controller.stdout.readline())
    if "error" in answer:
        sys.exit(answer["error"])
    return (answer["decisions"] or [{"type": "keep"}])[0]  # the most valuable comes first


seen = {name: [{"value": route["value"]}] for name, route in routes.items()}
for left in range(8, 0, -1):
    held = [{"id": name, "family": route["family"], "cost": 400, "compressedCost": 60,
             "representation": route["held"], "evidence": seen.get(name, [])}
            for name, route in routes.items() if route["held"] != "extinct"]
    decision = ask(budget=1000, decisionsLeft=left, actions=["keep", "compress", "retire", "pursue"], hypotheses=held)
    seen = {}
    name = decision.get("hypothesis", "")
    if decision["type"] == "pursue":
        routes[name]["value"] += GAIN[routes[name]["family"]]
        seen[name] = [{"value": routes[name]["value"], "effort": 1}]
    elif decision["type"] in ("compress", "retire"):
        routes[name]["held"] = decision.get("to", "compressed")
    print(f"{left} left: {decision['type']} {name}")
best = max((route for route in routes.values() if route["held"] != "extinct"), key=lambda route: route["value"])
print(f"best={best['family']} value={best['value']:.2f}")
controller.stdin.close()
sys.exit(controller.wait())
