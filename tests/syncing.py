"""A library joined with a server and kept in step with it."""

from __future__ import annotations

from reader_server import PASSWORD, USER, ReaderServer

from tui.intake.sync import log_in, synchronise
from tui.intake.sync_outcome import Synced
from tui.library import Library


async def joined(library: Library, server: ReaderServer) -> Synced:
    """What the first sync brings."""
    await log_in(library, server.url, USER, PASSWORD)
    return await synced_with(library)


async def synced_with(library: Library) -> Synced:
    """A sync that comes to its end."""
    synced = await synchronise(library)
    assert synced.error is None
    return synced
