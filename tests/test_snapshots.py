"""Every picture in ``snapshots/`` is compared by a test: what no test asks for misleads, and stays for ever."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
FIXTURES = {"snapshot", "snap_compare"}


class Asked:
    """A plugin that prints which pictures the collected tests ask for: one each, named after the test."""

    def pytest_collection_finish(self, session: pytest.Session) -> None:
        """Print them as ``folder/name``, a line each."""
        for item in session.items:
            if isinstance(item, pytest.Function) and FIXTURES & set(item.fixturenames):
                print(f"{item.path.stem}/{item.name}")


def test_every_snapshot_is_used() -> None:
    kept = {f"{file.parent.name}/{file.stem}" for file in (ROOT / "snapshots").rglob("*.svg")}
    modules = [path for path in (ROOT / "tests").rglob("test_*.py") if "snap" in path.read_text("utf8")]
    done = subprocess.run([sys.executable, __file__, *modules], capture_output=True, text=True, check=True, cwd=ROOT)
    assert kept - set(done.stdout.splitlines()) == set()


if __name__ == "__main__":
    sys.exit(pytest.main(["--collect-only", "--numprocesses=0", *sys.argv[1:]], plugins=[Asked()]))
