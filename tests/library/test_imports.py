"""The library's modules import each other at the top of the file and in no circle."""

from __future__ import annotations

import ast
from graphlib import TopologicalSorter
from pathlib import Path

import tui.library

FOLDER = Path(tui.library.__file__).parent


def imports(nodes: list[ast.stmt]) -> set[str]:
    """The modules of the library that these statements import."""
    found = set()
    for node in nodes:
        if isinstance(node, ast.ImportFrom) and (node.module or "").startswith("tui.library"):
            found |= {node.module or "", *(f"{node.module}.{alias.name}" for alias in node.names)}
    return found


def module(file: Path) -> str:
    return ".".join(file.relative_to(FOLDER.parent.parent).with_suffix("").parts)


def test_no_module_of_the_library_imports_one_that_imports_it() -> None:
    trees = {
        module(file): ast.parse(file.read_text("utf-8")) for file in FOLDER.rglob("*.py") if file.stem != "__init__"
    }
    graph = {name: imports(tree.body) & trees.keys() for name, tree in trees.items()}
    assert set(TopologicalSorter(graph).static_order()) == trees.keys()


def test_nothing_is_imported_below_the_top() -> None:
    late = []
    for file in FOLDER.rglob("*.py"):
        for node in ast.walk(ast.parse(file.read_text("utf-8"))):
            if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef)):
                late += [one for one in ast.walk(node) if isinstance(one, (ast.Import, ast.ImportFrom))]
    assert [ast.unparse(node) for node in late] == []
