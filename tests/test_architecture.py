"""The tree is the architecture: heavy things stay out of start-up, the stages out of the screen."""

import ast
import re
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
HEAVY = (
    "lxml",
    "bs4",
    "markdownify",
    "httpx2",
    "PIL",
    "markdown_it",
    "bidi",
    "budoux",
    "textual.widgets._markdown",
    "multiprocessing.pool",
)
SCREEN = ("textual", "rich")


def loaded_after(statement: str) -> set[str]:
    """Names of the modules loaded in a fresh interpreter after the statement."""
    code = f"{statement}\nimport sys\nprint('\\n'.join(sys.modules))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd=ROOT)
    return set(done.stdout.split())


@pytest.mark.parametrize("module", ["tui.cli", "tui.app"])
def test_start_up_loads_nothing_heavy(module: str) -> None:
    assert not loaded_after(f"import {module}") & set(HEAVY)


def test_the_command_line_starts_without_the_screen() -> None:
    assert not loaded_after("import tui.cli") & set(SCREEN)


@pytest.mark.parametrize("stage", ["fetch", "convert", "library", "flow", "intake.open", "output.export"])
def test_a_stage_knows_nothing_of_the_screen(stage: str) -> None:
    assert not loaded_after(f"import tui.{stage}") & set(SCREEN)


def test_files_stay_short_enough_to_read() -> None:
    long = {p.name: n for p in (ROOT / "tui").rglob("*.py") if (n := len(p.read_text("utf8").splitlines())) > 450}
    assert long == {}


PACKAGE = ROOT / "tui"
OWN, WITH_BASES, BASES = 30, 40, 2  # methods of a class; those with its project bases; project classes above it


def project_classes() -> dict[str, tuple[set[str], list[str]]]:
    """Every class of the project by name: its own methods, properties among them, and the names of its bases."""
    classes: dict[str, tuple[set[str], list[str]]] = {}
    for file in PACKAGE.rglob("*.py"):
        for node in ast.walk(ast.parse(file.read_text("utf8"))):
            if isinstance(node, ast.ClassDef):
                functions = (n for n in node.body if isinstance(n, ast.FunctionDef | ast.AsyncFunctionDef))
                bases = [base.id for base in node.bases if isinstance(base, ast.Name)]
                classes[node.name] = ({function.name for function in functions}, bases)
    return classes


def above(name: str, classes: dict[str, tuple[set[str], list[str]]]) -> list[str]:
    """The project's classes above one, each once."""
    direct = [base for base in classes[name][1] if base in classes and base != name]
    return list(dict.fromkeys([*direct, *(higher for base in direct for higher in above(base, classes))]))


def test_a_class_can_be_held_in_mind() -> None:
    classes = project_classes()
    large = {name: len(own) for name, (own, _) in classes.items() if len(own) >= OWN}
    inherited = {
        name: count
        for name, (own, _) in classes.items()
        if (count := len(own.union(*(classes[base][0] for base in above(name, classes))))) > WITH_BASES
    }
    deep = {name: higher for name in classes if len(higher := above(name, classes)) > BASES}
    assert (large, inherited, deep) == ({}, {}, {})


def test_private_names_of_textual_stand_in_one_file() -> None:
    """Names that begin with an underscore, of objects other than ``self`` or overridden from Textual's classes."""
    private = re.compile(
        r"(?<!self)(?<!cls)(?<!super\(\))\._(?!replace\b|asdict\b|make\b|fields\b)[a-z]\w+|super\(\)\._(?!_)\w+"
    )
    found = {
        file.name
        for room in ("panes", "screens", "app.py")
        for file in ([PACKAGE / room] if room.endswith(".py") else (PACKAGE / room).rglob("*.py"))
        if private.search(file.read_text("utf8"))
    }
    assert found == {"textual_private.py"}
