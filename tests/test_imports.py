"""Each foreign engine has one door: it is imported by the files named here and by no other."""

from __future__ import annotations

import ast
import subprocess
import sys
from functools import cache
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
DOORS = {
    "babel": {"exports/language.py"},
    "fluent": {"exports/language.py"},
    "pyoxigraph": {"graph/store.py", "graph/query_worker.py"},
    "oxrdflib": {"graph/store.py"},
    "pyshacl": {"graph/validation.py"},
    "pyvis": {"exports/html.py"},
    "matplotlib": {"exports/plots.py"},
    "pyarrow": {"exports/parquet.py"},
    "rustworkx": {"exports/layout.py", "graph/analytics/engine.py"},
    "yaml": {"graph/records/yamltext.py"},
}
FILES = [
    path for room in ("backchannel", "exports", "graph", "ontology") for path in (ROOT / room).rglob("*.py")
]


@cache
def imported(path: Path) -> set[str]:
    found: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            found |= {name.name.split(".")[0] for name in node.names}
        elif isinstance(node, ast.ImportFrom):
            found.add((node.module or "").split(".")[0])
    return found


@pytest.mark.parametrize("engine", sorted(DOORS))
def test_an_engine_is_imported_by_its_door_only(engine: str) -> None:
    """What a library can and can't do is known in one place."""
    sources = [path for path in FILES if "node_modules" not in path.parts]
    users = {path.relative_to(ROOT).as_posix() for path in sources if engine in imported(path)}
    assert users == DOORS[engine]


# What takes long to import, and the commands that ask a build and need nothing of it.
HEAVY = ("matplotlib", "networkx", "numpy", "oxrdflib", "pyshacl", "rdflib.plugins.sparql", "scipy", "yaml")
QUICK = ("query", "ask", "show", "summary", "verify", "contacts", "silence", "channels", "holder", "accounts",
         "disputes", "origins", "diff")  # fmt: skip
WAITED_FOR = f"""
import sys
from importlib import import_module
for name in {QUICK}:
    import_module(f"backchannel.commands.{{name}}")
    print(name, [one for one in {HEAVY} if one in sys.modules])
"""


def test_a_command_that_asks_waits_for_no_engine_it_does_not_use() -> None:
    done = subprocess.run([sys.executable, "-c", WAITED_FOR], capture_output=True, text=True, check=True)
    assert done.stdout.splitlines() == [f"{name} []" for name in QUICK]


def test_files_were_found() -> None:
    """The check above had something to check."""
    assert len(FILES) > 80
