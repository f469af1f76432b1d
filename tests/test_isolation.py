"""The tests touch nothing of the person who runs them, and a run that did has failed."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import environment
import pytest

from tui.system import clipboard, opener

TESTS = Path(__file__).resolve().parent
STARTED = {program for program, *_ in opener.PROGRAMS} | {command[0] for command, _ in clipboard.PROGRAMS}
CARELESS = """
import os, pathlib, subprocess, sys
HOME = os.environ["HOME"]  # as it was before the test had one of its own
def test_careless():
    pathlib.Path(HOME, "left-over").touch()
    subprocess.run(["xclip", "-selection", "clipboard"])
def test_careful(tmp_path):
    pathlib.Path(os.environ["HOME"], "its-own").touch()
"""


@pytest.mark.parametrize("program", sorted(STARTED | {"open", "pbcopy"}))
def test_what_the_program_starts_is_replaced(program: str) -> None:
    path = shutil.which(program)
    assert path is not None
    assert Path(path).parent == environment.isolation.programs


def test_a_run_that_leaves_something_behind_fails_and_names_it(tmp_path: Path) -> None:
    (tmp_path / "test_some.py").write_text(CARELESS)
    done = subprocess.run(
        [sys.executable, "-m", "pytest", "-p", "conftest", "-n", "1", "--rootdir", str(tmp_path), str(tmp_path)],
        capture_output=True,
        text=True,
        env={**os.environ, "PYTHONPATH": str(TESTS), environment.SHARED: ""},
        cwd=tmp_path,
    )
    assert done.returncode == pytest.ExitCode.TESTS_FAILED
    assert "2 passed" in done.stdout
    assert "wrote ~/left-over\nstarted xclip -selection clipboard\n" in done.stdout
    assert "its-own" not in done.stdout
