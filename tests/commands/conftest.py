from __future__ import annotations

from pathlib import Path

import pytest
from commandline import CommandLine


@pytest.fixture
def command(tmp_path: Path) -> CommandLine:
    """The command in an empty folder."""
    return CommandLine(tmp_path)
