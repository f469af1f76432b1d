"""A library joined with a server and kept in step with it."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from reader_server import DIALECTS, PASSWORD, USER, ReaderServer

from tui.intake.syncing.sync import log_in, synchronise
from tui.intake.syncing.sync_outcome import Synced
from tui.library import Library


@pytest.fixture(params=DIALECTS)
def server(request: pytest.FixtureRequest) -> Iterator[ReaderServer]:
    """A server of each dialect, with three feeds and six entries."""
    with ReaderServer(request.param, feeds=3, entries=6) as server:
        yield server


async def joined(library: Library, server: ReaderServer) -> Synced:
    """What the first sync brings."""
    await log_in(library, server.url, USER, PASSWORD)
    return await synced_with(library)


async def synced_with(library: Library) -> Synced:
    """A sync that comes to its end."""
    synced = await synchronise(library)
    assert synced.error is None
    return synced
