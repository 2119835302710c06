"""The benchmark of routes compares the same answers, on networks that have routes."""

from __future__ import annotations

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent.parent))  # benchmarks/ is no part of the package

from benchmarks.generate import generate
from benchmarks.routes import measure, report


def test_routes_are_measured_beside_networkx(tmp_path: Path) -> None:
    """Ours and networkx's numbers are equal on every pair, and both stand in the report."""
    generate(1200, tmp_path / "case")
    sizes, figures = measure(tmp_path / "case", pairs=4, runs=1)
    assert sizes["pairs"] == 4 and sizes["disjoint"] >= 1 and sizes["routes"] >= sizes["disjoint"]
    assert all(len(times) == 1 for times in figures.values())
    text = report(1200, sizes, figures)
    assert "1,200 generated claims" in text and "to networkx's" in text
