"""The tree is the architecture: heavy things stay out of start-up, the stages out of the screen."""

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


def test_a_program_that_names_the_feeds_room_loads_no_parser_before_it_reads_one() -> None:
    assert not loaded_after("import tui.feeds") & set(HEAVY)


def test_the_command_line_starts_without_the_screen() -> None:
    assert not loaded_after("import tui.cli") & set(SCREEN)


@pytest.mark.parametrize("stage", ["fetch", "convert", "feeds", "library", "flow", "intake.open", "output.export"])
def test_a_stage_knows_nothing_of_the_screen(stage: str) -> None:
    assert not loaded_after(f"import tui.{stage}") & set(SCREEN)


def test_files_stay_short_enough_to_read() -> None:
    long = {p.name: n for p in (ROOT / "tui").rglob("*.py") if (n := len(p.read_text("utf8").splitlines())) > 450}
    assert long == {}
