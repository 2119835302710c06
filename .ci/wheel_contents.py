"""Compare a wheel with the tree: every file of the rooms is in it, and nothing else.

Usage: wheel_contents.py WHEEL TREE
"""

from __future__ import annotations

import sys
import zipfile
from pathlib import Path

ROOMS = {"backchannel": "backchannel", "ontology": "backchannel/ontology", "graph": "backchannel/graph"}
ROOMS |= {"exports": "backchannel/exports", "seeds": "backchannel/seeds"}
# Sources that a bundle was made from stay in the repository; the bundle itself is shipped.
NOT_SHIPPED = ("exports/page/",)


def expected(tree: Path) -> set[str]:
    found = set()
    for room, package in ROOMS.items():
        for path in (tree / room).rglob("*"):
            inside = path.relative_to(tree).as_posix()
            if path.is_file() and not inside.startswith(NOT_SHIPPED) and "__pycache__" not in inside:
                found.add(f"{package}/{path.relative_to(tree / room).as_posix()}")
    return found


def shipped(wheel: Path) -> set[str]:
    with zipfile.ZipFile(wheel) as archive:
        return {name for name in archive.namelist() if ".dist-info/" not in name}


def main() -> int:
    wheel, tree = Path(sys.argv[1]), Path(sys.argv[2])
    want, have = expected(tree), shipped(wheel)
    for name in sorted(want - have):
        print(f"not in the wheel: {name}")
    for name in sorted(have - want):
        print(f"in the wheel but not in the tree: {name}")
    print(f"{len(want)} files expected, {len(have)} in the wheel")
    return int(want != have)


if __name__ == "__main__":
    sys.exit(main())
