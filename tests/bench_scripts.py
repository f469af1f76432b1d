"""The scripts of ``tests/bench`` that count by hundreds, run for a sample."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

TESTS = Path(__file__).resolve().parent


def run_script(script: str, *arguments: object) -> dict[str, Any]:
    """What the script prints, a JSON object."""
    command = [sys.executable, str(TESTS / "bench" / script), *map(str, arguments)]
    environment = {**os.environ, "PYTHONPATH": str(TESTS.parent)}
    done = subprocess.run(command, capture_output=True, text=True, timeout=600, env=environment)
    assert done.returncode == 0, done.stderr
    printed: dict[str, Any] = json.loads(done.stdout)
    return printed
