"""Which new entries of a feed are articles that another feed, or a person, brought: of one address, or one text."""

from __future__ import annotations

import json
import sqlite3
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from tui.library.feeds.feed_articles import OwnText
from tui.library.store import address_keys
from tui.model.entry_key import Key

WORDS_OF_A_COPY = 30  # from which on the same title and text in two feeds are one article


def shared(
    db: sqlite3.Connection, feed: int, new: Mapping[Key, OwnText], having: Counter[str | None]
) -> dict[Key, int]:
    """The articles of those of a feed's new entries that are here, each the article of one entry of the feed.

    ``having`` says how many entries of the feed have an address: one that several have is not that of one article.
    """
    by_address = _by_address(db, [key.address for key in new if key.address and having[key.address] < 2])
    by_text = _by_text(db, [key.digest for key in new if key.digest and key.address not in by_address])
    found = dict[Key, int]()
    for key, own in new.items():
        number = by_address.get(key.address or "")
        if number is None and own.listed.words >= WORDS_OF_A_COPY:
            number = by_text.get(key.digest)
        if number is not None:
            found[key] = number
    return _not_taken(db, feed, found) if found else found


def _by_address(db: sqlite3.Connection, addresses: Iterable[str]) -> dict[str, int]:
    asked = [address for address in addresses if address_keys.key_names_an_article(address)]
    wanted = "SELECT key, article FROM address WHERE key IN (SELECT value FROM json_each(?))"
    return dict(db.execute(wanted, (json.dumps(asked),)).fetchall())


def _by_text(db: sqlite3.Connection, digests: Sequence[str]) -> dict[str, int]:
    """The articles of the first entries with these texts."""
    wanted = (
        "SELECT digest, article FROM entry WHERE digest IN (SELECT value FROM json_each(?)) AND article IS NOT NULL"
        " AND NOT apart ORDER BY id DESC"
    )
    return dict(db.execute(wanted, (json.dumps(digests),)).fetchall())


def _not_taken(db: sqlite3.Connection, feed: int, found: Mapping[Key, int]) -> dict[Key, int]:
    """Without the articles that an entry of the feed has already, or that were taken apart."""
    wanted = "SELECT article FROM entry WHERE article IN (SELECT value FROM json_each(?)) AND (feed = ? OR apart)"
    taken = {article for (article,) in db.execute(wanted, (json.dumps(list(found.values())), feed)).fetchall()}
    free = dict[Key, int]()
    for key, article in found.items():
        if article not in taken:
            free[key] = article
            taken.add(article)
    return free
