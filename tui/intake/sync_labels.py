"""The labels of a server's entries asked for, and made tags here: what was given or taken away there since."""

from __future__ import annotations

from collections.abc import Collection
from typing import TYPE_CHECKING

from tui.library.sync.synced_labels import ServerLabels
from tui.sync.api_answers import label_of
from tui.sync.reader_api import ITEMS_A_CALL, ReaderApi
from tui.system.background import run_detached

if TYPE_CHECKING:
    from tui.library.sync.sync import Sync


async def bring_labels(sync: Sync, account: int, api: ReaderApi, folders: Collection[str]) -> int:
    """Makes tags of labels as they are at the server now; how many articles changed.

    ``folders`` are the names of labels that feeds are in, which are no tags of what they bring.
    """
    streams = {name: stream for stream in await api.labels() if (name := label_of(stream)) and name not in folders}
    entries, untold = dict[str, frozenset[str]](), set[str]()
    for name, stream in streams.items():
        items = await api.labelled(stream)
        if items is None:
            untold.add(name)
        else:
            entries[name] = items
    labels = ServerLabels(entries, frozenset(untold))
    seemingly = await run_detached(sync.labels_given_there, account, labels)
    given = {name: await _confirmed(api, name, items) for name, items in seemingly.items() if items}
    return await run_detached(sync.apply_labels, account, labels, given)


async def _confirmed(api: ReaderApi, name: str, items: list[str]) -> set[str]:
    """Which of the entries say themselves that they have a label.

    A list need not tell: FreshRSS gave all entries for a label that is gone, CommaFeed gives those of a folder's
    folders for it.  Where none of the first entries has it, the others are not asked.
    """
    confirmed = set[str]()
    for start in range(0, len(items), ITEMS_A_CALL):
        some = await api.entries(items[start : start + ITEMS_A_CALL])
        having = {one.item for one in some if name in one.labels}
        if not having:
            break
        confirmed |= having
    return confirmed
