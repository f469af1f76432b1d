"""The tree is the architecture: heavy things stay out of start-up, the screen out of the stages, rooms are small."""

import ast
import functools
import importlib.util
import re
import subprocess
import sys
from collections import Counter, defaultdict
from graphlib import TopologicalSorter
from pathlib import Path
from typing import NamedTuple

import grimp
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
    "chardet",
    "textual.widgets._markdown",
    "multiprocessing.pool",
)
SCREEN = ("textual", "rich")
LOWER_ROOMS = "model text system fetch feeds compare convert library flow intake output".split()

TREE = ROOT / "tui"
MODULES = sorted(TREE.rglob("*.py"))
LATE = re.compile(r'lazy_modules\(\s*"([\w.]+)",\s*"([^"]+)",?\s*\)')  # a package, and names of its modules
LOADED_LATE = sorted(
    f"{package}.{name}"
    for path in MODULES
    for package, names in LATE.findall(path.read_text("utf8"))
    for name in names.split()
)
# The app knows its parts, which know it; and the panes how to hide what only the reader's part for it can show in them.
KNOW_EACH_OTHER = (
    ("tui.screens.base", "tui.screens.feeds.refreshing"),
    ("tui.screens.base", "tui.screens.gathering"),
    ("tui.screens.reader.panes", "tui.screens.reader.left_out"),
)
# Their modules may be called as what they show or keep is called in other rooms.
NAMED_BY_WHAT_THEY_SHOW = ("commands", "screens", "panes", "library", "intake", "output")
MOSTLY, LONGEST = 300, 450  # lines
LARGEST_ROOM = 40  # modules of a folder: a command and a screen are a file each
# These figures may only fall: what is below them is lowered here, what is above them is a fault.
LATE_IMPORTS = 40  # all for the start


def loaded_after(statement: str) -> set[str]:
    """Names of the modules loaded in a fresh interpreter after the statement."""
    code = f"{statement}\nimport sys\nprint('\\n'.join(sys.modules))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd=ROOT)
    return set(done.stdout.split())


@pytest.mark.parametrize("module", ["tui.cli", "tui.app"])
def test_start_up_loads_nothing_heavy(module: str) -> None:
    assert not loaded_after(f"import {module}") & set(HEAVY)


def test_a_program_that_names_the_feeds_room_loads_no_parser_before_it_reads_one() -> None:
    assert not loaded_after("import tui.feeds") & set(HEAVY)


def test_the_command_line_starts_without_the_screen() -> None:
    assert not loaded_after("import tui.cli") & set(SCREEN)


@pytest.mark.parametrize("stage", ["fetch", "convert", "feeds", "library", "flow", "intake.open", "output.export"])
def test_a_stage_knows_nothing_of_the_screen(stage: str) -> None:
    assert not loaded_after(f"import tui.{stage}") & set(SCREEN)


def test_files_stay_short_enough_to_read() -> None:
    lengths = {str(path.relative_to(TREE)): len(path.read_text("utf8").splitlines()) for path in MODULES}
    assert {path: lines for path, lines in lengths.items() if lines > LONGEST} == {}
    assert sum(lines > MOSTLY for lines in lengths.values()) <= len(lengths) // 20  # "mostly": nineteen of twenty


def test_a_module_name_occurs_once_but_where_rooms_show_the_same_thing() -> None:
    places = defaultdict(list)
    for path in MODULES:
        room, *below = path.relative_to(TREE).parts
        if room not in NAMED_BY_WHAT_THEY_SHOW and "languages" not in below and not path.stem.startswith("__"):
            places[path.stem].append(str(path.relative_to(TREE)))
    assert {name: found for name, found in places.items() if len(found) > 1} == {}


def test_a_room_can_be_looked_over() -> None:
    sizes = Counter(str(path.relative_to(TREE).parent) for path in MODULES)
    assert {room: size for room, size in sizes.items() if size > LARGEST_ROOM} == {}


def test_modules_that_are_loaded_late_are_where_they_are_said_to_be() -> None:
    assert len(LOADED_LATE) > 50
    assert [name for name in LOADED_LATE if importlib.util.find_spec(name) is None] == []


def test_no_module_needs_one_that_needs_it() -> None:
    graph = grimp.build_graph("tui", cache_dir=None)
    needs = {module: graph.find_modules_directly_imported_by(module) for module in graph.modules}
    for module, needed in KNOW_EACH_OTHER:
        needs[module].remove(needed)
    TopologicalSorter(needs).prepare()  # names a circle if there is one


def test_imports_below_the_top_become_fewer() -> None:
    assert sum(in_file(path).late_imports for path in MODULES) <= LATE_IMPORTS


@pytest.mark.parametrize("room", LOWER_ROOMS)
def test_a_lower_room_imports_nothing_of_the_screen_at_any_time(room: str) -> None:
    found = {
        (str(path.relative_to(TREE)), name)
        for path in (TREE / room).rglob("*.py")
        for name in in_file(path).imported
        if name.partition(".")[0] in SCREEN or name.startswith(("tui.panes", "tui.screens", "tui.app"))
    }
    assert found == set()


class InFile(NamedTuple):
    """What stands in a file: the modules that it imports anywhere, how many imports are in functions, its classes."""

    imported: list[str]
    late_imports: int
    classes: dict[str, tuple[set[str], list[str]]]


@functools.cache
def in_file(path: Path) -> InFile:
    """Each file is parsed once."""
    found = InFile([], 0, {})
    nodes: list[tuple[ast.AST, bool]] = [(ast.parse(path.read_text("utf8")), False)]
    for node, late in nodes:
        if isinstance(node, ast.Import | ast.ImportFrom):
            names = [node.module or ""] if isinstance(node, ast.ImportFrom) else [alias.name for alias in node.names]
            found = found._replace(imported=found.imported + names, late_imports=found.late_imports + late)
        elif isinstance(node, ast.ClassDef):
            found.classes[node.name] = methods_and_bases(node)
        if not isinstance(node, ast.expr):  # nothing of what is looked for is part of an expression
            function = isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
            nodes += ((below, late or function) for below in ast.iter_child_nodes(node))
    return found


OWN, WITH_BASES, BASES = 30, 40, 2  # methods of a class; those with its project bases; project classes above it


def project_classes() -> dict[str, tuple[set[str], list[str]]]:
    """Every class of the project by name: its own methods, properties among them, and the names of its bases."""
    return {name: found for path in MODULES for name, found in in_file(path).classes.items()}


def methods_and_bases(node: ast.ClassDef) -> tuple[set[str], list[str]]:
    """Names of a class's own methods and of its bases."""
    functions = (n for n in node.body if isinstance(n, ast.FunctionDef | ast.AsyncFunctionDef))
    return {function.name for function in functions}, [base.id for base in node.bases if isinstance(base, ast.Name)]


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
        for file in ([TREE / room] if room.endswith(".py") else (TREE / room).rglob("*.py"))
        if private.search(file.read_text("utf8"))
    }
    assert found == {"textual_private.py"}


@pytest.mark.skipif(not (ROOT / ".git").exists(), reason="only a checkout knows what belongs to it")
def test_nothing_lies_at_the_top_but_what_belongs_there() -> None:
    call = ["git", "ls-tree", "--name-only", "HEAD"]
    kept = subprocess.run(call, cwd=ROOT, capture_output=True, text=True, check=True).stdout.split()
    wanted = {"LICENSE", "README.md", "pyproject.toml", "snapshots", "styles", "tests", "tui"}
    assert {name for name in kept if not name.startswith(".")} == wanted
