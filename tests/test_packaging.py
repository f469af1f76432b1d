"""What is built of the project is whole: it runs away from the checkout, with all that it needs beside it."""

from __future__ import annotations

import os
import re
import subprocess
import sys
import tarfile
import tomllib
from email import message_from_bytes
from email.message import Message
from pathlib import Path
from zipfile import ZipFile

import pytest
from commandline import HANG_GUARD, STORY

ROOT = Path(__file__).resolve().parent.parent
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
BUILT_ELSEWHERE = """
import asyncio
from pathlib import Path
from tui.app import NewsreaderApp

async def main():
    app = NewsreaderApp(Path("data"), ["page.html"], True)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        print(app.css_path[0], app.screen.css_path[0] if app.screen.css_path else "")

asyncio.run(main())
"""


def test_readme_names_the_licence_of_every_dependency() -> None:
    readme = (ROOT / "README.md").read_text("utf-8")
    table = readme.split("| package | licence |")[1].split("\n\n")[0]
    licences = {name: row.split("|")[2].strip() for row in table.splitlines()[2:] for name in row.split("|")[1].split()}
    wanted = [*PROJECT["dependencies"], *PROJECT["optional-dependencies"]["images"]]
    missing = [name for one in wanted if (name := re.split(r"[^\w.-]", one)[0]) not in _names(licences)]
    assert missing == []
    assert all(licences.values())


def _names(licences: dict[str, str]) -> set[str]:
    return {name.strip(",") for name in licences}


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the wheel and the source distribution."""
    folder = tmp_path_factory.mktemp("built")
    _run("-m", "hatchling", "build", "-d", str(folder), cwd=ROOT)
    return folder


@pytest.mark.slow
def test_the_wheel_runs_by_itself(built: Path, tmp_path: Path) -> None:
    pytest.importorskip("pip", reason="this environment was made without pip")
    [wheel] = built.glob("*.whl")
    installed = tmp_path / "installed"
    options = ("--quiet", "--no-deps", "--no-index", "--disable-pip-version-check", "--target", str(installed))
    _run("-m", "pip", "install", *options, str(wheel), cwd=tmp_path)
    (tmp_path / "page.html").write_text(STORY)
    away = str(installed)
    program = [str(installed / "bin" / "newsreader")]
    assert _run("page.html", cwd=tmp_path, program=program, PYTHONPATH=away).startswith("# Harbour")
    assert "newsreader" in _run("completion", "bash", cwd=tmp_path, program=program, PYTHONPATH=away)
    sheets = _run("-c", BUILT_ELSEWHERE, cwd=tmp_path, PYTHONPATH=away).split()
    assert sheets
    assert {Path(sheet).parent for sheet in sheets} == {installed / "tui" / "styles"}


@pytest.mark.slow
def test_the_wheel_holds_the_program_and_its_style_sheets_alone(built: Path) -> None:
    [wheel] = built.glob("*.whl")
    names = {name for name in ZipFile(wheel).namelist() if ".dist-info/" not in name}
    files = (path for path in (ROOT / "tui").rglob("*") if path.is_file() and path.parent.name != "__pycache__")
    code = {str(path.relative_to(ROOT)) for path in files}
    styles = {f"tui/styles/{path.name}" for path in (ROOT / "styles").iterdir()}
    assert names == code | styles


@pytest.mark.slow
def test_the_source_distribution_builds_the_same_wheel(built: Path, tmp_path: Path) -> None:
    [wheel], [source] = built.glob("*.whl"), built.glob("*.tar.gz")
    with tarfile.open(source) as archive:
        archive.extractall(tmp_path, filter="data")
    [unpacked] = tmp_path.iterdir()
    _run("-m", "hatchling", "build", "-t", "wheel", "-d", str(tmp_path), cwd=unpacked)
    [again] = tmp_path.glob("*.whl")
    first, second = (
        {name: archive.read(name) for name in archive.namelist()} for archive in map(ZipFile, (wheel, again))
    )
    assert first == second


@pytest.mark.slow
def test_the_metadata_say_what_is_true(built: Path) -> None:
    [wheel] = built.glob("*.whl")
    metadata = _metadata(wheel)
    assert metadata["Author"] in (ROOT / "LICENSE").read_text("utf-8")
    assert metadata["License-Expression"] == "MIT"
    assert metadata["License-File"] == "LICENSE"
    assert metadata.get_all("Project-URL") is None  # there is no public address yet, and none is made up
    assert str(metadata.get_payload()).startswith("# newsreader")


def _metadata(wheel: Path) -> Message:
    with ZipFile(wheel) as archive:
        [name] = [name for name in archive.namelist() if name.endswith(".dist-info/METADATA")]
        return message_from_bytes(archive.read(name))


def _run(*words: str, cwd: Path, program: list[str] | None = None, **variables: str) -> str:
    """What a program printed, Python by default."""
    done = subprocess.run(
        [*(program or [sys.executable]), *words],
        cwd=cwd,
        env={**os.environ, **variables},
        capture_output=True,
        text=True,
        timeout=HANG_GUARD,
    )
    assert done.returncode == 0, done.stderr
    return done.stdout
