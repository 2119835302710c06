"""How long the answers about a day take beside the build they come from: `python -m benchmarks.operations`.

In one run: a whole build of a generated case, then, in a process of its own, reading the claims back from
the store and each operation on them, for one day on either clock. The figures are medians.
"""

from __future__ import annotations

import argparse
import json
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from benchmarks.build import once
from benchmarks.generate import generate

__all__ = ["operations", "report"]

# In the middle of the generated case, which runs from 2005 to 2022.
AT, KNOWN = "2015-06-30", "2016-06-30"
SHARE = 0.1  # of a build's time: what each operation may take

Figures = dict[str, list[float]]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--claims", type=int, default=100_000, help="of the generated case (default 100,000)")
    parser.add_argument("--runs", type=int, default=3, help="of each operation (default 3)")
    parser.add_argument("--measure", type=Path, help=argparse.SUPPRESS)  # the process of its own
    arguments = parser.parse_args()
    if arguments.measure:
        print(json.dumps(operations(arguments.measure, arguments.runs)))
        return
    with tempfile.TemporaryDirectory(prefix="backchannel-bench-") as folder:
        case, out = Path(folder) / "case", Path(folder) / "out"
        generate(arguments.claims, case)
        built = once("build", case, out)
        command = [sys.executable, "-m", "benchmarks.operations", "--measure", str(out)]
        done = subprocess.run(
            [*command, "--runs", str(arguments.runs)], stdout=subprocess.PIPE, text=True, check=True
        )
        print(report(built, json.loads(done.stdout)))


def operations(out: Path, runs: int) -> Figures:
    """Seconds of each operation on the build in a folder, so many times over."""
    from backchannel.graph.builds import current
    from backchannel.graph.channels import histories, standing
    from backchannel.graph.consensus import consensus
    from backchannel.graph.ledger import LEDGER_LEVELS, ledger

    begun = time.perf_counter()
    knowledge = current(out).knowledge()
    figures: Figures = {"reading the claims": [time.perf_counter() - begun]}
    done: dict[str, Callable[[], object]] = {
        "historical consensus": lambda: consensus(knowledge, KNOWN),
        "channel histories": lambda: [standing(one, AT) for one in histories(knowledge, AT, KNOWN)],
    }
    for level in LEDGER_LEVELS:
        what = "channels" if level == "channel" else f"pairs of {level}s"
        done[f"silence ledger, all {what}"] = lambda level=level: ledger(knowledge, level, AT, KNOWN)
    for name, operation in done.items():
        figures[name] = [_seconds(operation) for _ in range(runs)]
    return figures


def _seconds(operation: Callable[[], object]) -> float:
    begun = time.perf_counter()
    operation()
    return time.perf_counter() - begun


def report(built: dict[str, Any], figures: Figures) -> str:
    """The figures as text: each operation as a share of the build."""
    whole = built["seconds"]
    lines = [
        f"{built['claims']:,} generated claims, {built['quads']:,} quads; at {AT}, known {KNOWN}",
        f"  {'whole build':<40} {whole:9.2f} s   peak {built['peak_mib']:,.0f} MiB",
    ]
    for name, times in figures.items():
        seconds = statistics.median(times)
        lines.append(f"  {name:<40} {seconds:9.2f} s   {seconds / whole:6.1%} of a build")
    kept = all(statistics.median(times) < SHARE * whole for times in list(figures.values())[1:])
    lines.append(f"  each operation under a tenth of a build: {'yes' if kept else 'no'}")
    return "\n".join(lines)


if __name__ == "__main__":
    main()
