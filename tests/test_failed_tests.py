"""A run names the tests that failed, so that the gate can ask them again."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import environment
import pytest

TESTS = Path(__file__).resolve().parent
SOME_FAIL = """
import pytest
def test_good(): pass
@pytest.mark.parametrize("word", ["a b", "ü::x"])
def test_bad(word): assert word == "a b"
@pytest.fixture
def broken(): raise ValueError
def test_without_its_fixture(broken): pass
"""
BAD = r"test_some.py::test_bad[\xfc::x]"


@pytest.mark.parametrize(
    ("source", "names"),
    [
        (SOME_FAIL, [BAD, "test_some.py::test_without_its_fixture"]),
        ("import nothing_of_that_name", None),
    ],
)
def test_the_tests_that_failed_are_named(tmp_path: Path, source: str, names: list[str] | None) -> None:
    (tmp_path / "test_some.py").write_text(source, "utf-8")
    failed = tmp_path / "failed"
    subprocess.run(
        [sys.executable, "-m", "pytest", "-p", "conftest", "-n", "0", "--rootdir", str(tmp_path)],
        stdout=subprocess.DEVNULL,
        env={**os.environ, "PYTHONPATH": str(TESTS), environment.SHARED: "", "NEWSREADER_FAILED_TESTS": str(failed)},
        cwd=tmp_path,
    )
    assert (failed.read_text("utf-8").splitlines() if failed.exists() else None) == names
