"""Fixtures that several rooms' tests use."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from website import Website


@pytest.fixture
def website() -> Iterator[Website]:
    """A web server on loopback, empty at first."""
    with Website() as running:
        yield running
