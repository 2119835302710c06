"""How long a build takes, beside Oxigraph's bulk load of the same quads: `make bench`.

Build and bare load alternate, each in a process of its own; the figures are medians.
"""

from __future__ import annotations

import argparse
import json
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

from benchmarks.generate import generate

__all__ = ["measure", "report"]

Result = dict[str, Any]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--claims", type=int, default=10_000, help="of the generated case (default 10,000)")
    parser.add_argument("--runs", type=int, default=3, help="of build and load each (default 3)")
    arguments = parser.parse_args()
    from backchannel.graph.case import seed_folder

    with tempfile.TemporaryDirectory(prefix="backchannel-bench-") as folder:
        generated = Path(folder) / "case"
        generate(arguments.claims, generated)
        for name, case in (
            ("the seed case", seed_folder()),
            (f"{arguments.claims:,} generated claims", generated),
        ):
            print(report(name, *measure(case, Path(folder), arguments.runs)), flush=True)


def measure(case: Path, folder: Path, runs: int) -> tuple[list[Result], list[Result]]:
    """The results of so many builds of a case, and of as many bare loads of its quads, in turn."""
    builds, loads = [], []
    for run in range(runs):
        with tempfile.TemporaryDirectory(dir=folder) as fresh:
            out = Path(fresh) / "out"
            print(f"run {run + 1} of {runs}: {case.name}", file=sys.stderr, flush=True)
            builds.append(once("build", case, out))
            loads.append(once("load", out / "current" / "quads.nq", Path(fresh) / "store"))
    return builds, loads


def once(what: str, source: Path, target: Path) -> Result:
    """One measurement in a fresh process."""
    command = [sys.executable, "-m", "benchmarks.once", what, str(source), str(target)]
    done = subprocess.run(command, stdout=subprocess.PIPE, text=True, check=True)
    result: Result = json.loads(done.stdout.splitlines()[-1])
    return result


def median(results: list[Result], key: str) -> float:
    return float(statistics.median(result[key] for result in results))


def report(name: str, builds: list[Result], loads: list[Result]) -> str:
    """The figures of one case, as text."""
    claims, quads = builds[0]["claims"], builds[0]["quads"]
    whole, bare = median(builds, "seconds"), median(loads, "seconds")
    peak, bare_peak = median(builds, "peak_mib"), median(loads, "peak_mib")
    lines = [
        f"{name}: {claims:,} claims, {quads:,} quads; medians of {len(builds)}",
        f"  whole build            {whole:9.2f} s   {claims / whole:,.0f} claims a second",
        f"  Oxigraph's bulk load   {bare:9.2f} s   {quads / bare:,.0f} quads a second",
        f"  ratio                  {whole / bare:9.1f}     (whole build to bulk load of the same quads)",
        f"  peak memory            {peak:9.0f} MiB (bulk load {bare_peak:.0f})",
    ]
    for stage in builds[0]["stages"]:
        seconds = statistics.median(result["stages"][stage] for result in builds)
        lines.append(f"    {stage:<20} {seconds:9.2f} s   {seconds / whole:6.1%}")
    return "\n".join(lines)


if __name__ == "__main__":
    main()
