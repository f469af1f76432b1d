"""The labels of a server's entries asked for, and made tags here: what was given or taken away there since."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import TYPE_CHECKING

from tui.library.articles.tags import key_of
from tui.library.sync.synced_labels import ServerLabels
from tui.model.frozen import value
from tui.model.server_feed import ServerLabel
from tui.sync.reader_api import ITEMS_A_CALL, ReaderApi
from tui.system.background import run_detached

if TYPE_CHECKING:
    from tui.library.sync.sync import Sync


@value(frozen=True, slots=True)
class Suspects:
    """What tells of labels that they can be others now.

    ``unread``: the entries that are so at the server; ``sent``: the labels that it was told of just now.
    """

    unread: Collection[str]
    sent: Collection[str]

    def has(self, label: ServerLabel, counts: Mapping[str, int]) -> bool:
        """Whether the label is to be asked for; ``counts``: how many unread entries have each tag here."""
        here = counts.get(key_of(label.name))
        return here is None or label.unread != here or label.name in self.sent


async def bring_labels(
    sync: Sync, account: int, api: ReaderApi, folders: Collection[str], suspects: Suspects | None
) -> int:
    """Makes tags of labels as they are at the server now; how many articles changed.

    ``folders`` are the names of labels that feeds are in, which are no tags of what they bring.  ``suspects``: only
    labels are asked for of which something can have changed, as each takes a request.
    """
    listed = {one.name: one for one in await api.labels() if one.name not in folders}
    asked = list(listed.values())
    if suspects is not None:
        counts = await run_detached(sync.unread_of_tags, account, suspects.unread)
        asked = [one for one in asked if suspects.has(one, counts)]
    untold = listed.keys() - {one.name for one in asked}
    entries = dict[str, frozenset[str]]()
    for one in asked:
        items = await api.labelled(one.stream)
        if items is None:
            untold.add(one.name)
        else:
            entries[one.name] = items
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
