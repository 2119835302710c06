"""One measurement in a process of its own, so that memory and caches are its own: prints a JSON line.

`python -m benchmarks.once build CASE OUT` builds a case; `python -m benchmarks.once load QUADS STORE`
has the raw engine load the same quads into a store on disk.
"""

from __future__ import annotations

import json
import resource
import sys
import time
from pathlib import Path
from typing import Any

__all__ = ["build_case", "load_quads"]


def build_case(case: Path, out: Path) -> dict[str, Any]:
    """Seconds, stages and counts of a whole build."""
    from backchannel.graph.build import build

    begun = time.perf_counter()
    built = build(case, out)
    seconds = time.perf_counter() - begun
    if built.path is None or built.problems:
        raise SystemExit(f"{case} doesn't build cleanly: {[str(problem) for problem in built.problems[:3]]}")
    manifest = json.loads((built.path / "manifest.json").read_text(encoding="utf-8"))
    return {"seconds": seconds, "stages": built.stages, "claims": manifest["claims"], "quads": built.quads}


def load_quads(quads: Path, store: Path) -> dict[str, Any]:
    """Seconds of Oxigraph's own bulk load, synced to disk as a build is."""
    import pyoxigraph

    begun = time.perf_counter()
    engine = pyoxigraph.Store(store)
    engine.bulk_load(path=quads, format=pyoxigraph.RdfFormat.N_QUADS)
    engine.flush()
    seconds = time.perf_counter() - begun
    return {"seconds": seconds, "quads": len(engine)}


def main() -> None:
    what, source, target = sys.argv[1:]
    result = {"build": build_case, "load": load_quads}[what](Path(source), Path(target))
    whose = (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)
    peak = max(resource.getrusage(who).ru_maxrss for who in whose)  # KiB on Linux, bytes on macOS
    result["peak_mib"] = peak / (2**20 if sys.platform == "darwin" else 2**10)
    print(json.dumps(result))


if __name__ == "__main__":
    main()
