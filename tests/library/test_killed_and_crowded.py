"""A process killed at any moment, and several at once, lose nothing that was acknowledged."""

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

HERE = Path(__file__).parent
KILLS = int(os.environ.get("NEWSREADER_KILLS", "200"))  # 200 take about 20 seconds


def run(script: str, *arguments: object) -> dict[str, Any]:
    command = [sys.executable, str(HERE / script), *map(str, arguments)]
    done = subprocess.run(command, capture_output=True, text=True, timeout=600, cwd=HERE.parent.parent)
    assert done.returncode == 0, done.stderr
    found: dict[str, Any] = json.loads(done.stdout)
    return found


def test_a_killed_process_loses_nothing_that_was_acknowledged(tmp_path: Path) -> None:
    found = run("killing.py", KILLS, tmp_path)
    assert found["wrong"] == []
    assert found["acknowledged"] > KILLS


@pytest.mark.parametrize(("processes", "rounds", "importing"), [(2, 30, 0), (8, 10, 0), (2, 30, 1)])
def test_processes_at_once_see_no_error_and_lose_nothing(
    tmp_path: Path, processes: int, rounds: int, importing: int
) -> None:
    found = run("crowd.py", processes, rounds, tmp_path / "new", importing)
    assert (found["errors"], found["lost"]) == ([], [])
