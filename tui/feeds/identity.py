"""Which arriving entries are known already: by guid, else by address, else by title and text, never by date.

A guid may change from http to https, be missing, be that of several entries, or a feed may give all of them new ones
at once; links and titles change, too.  What is known of an entry is its ``Key``; ``recognise`` finds the known key of
each arriving entry, with all the feed's known keys at hand.
"""

from __future__ import annotations

import hashlib
import re
from collections import Counter
from collections.abc import Callable, Hashable, Iterable, Sequence

from tui.feeds.html_text import plain_text
from tui.library.store.address_keys import key as spelling_key
from tui.library.store.address_keys import key_names_an_article
from tui.model.entry_key import Key
from tui.model.feed import Entry

SCHEME = re.compile(r"\Ahttps?://", re.IGNORECASE)
COMPARED = 20_000  # characters of a text, tags included, that tell an entry from others
RENUMBERED = 0.5  # of the arriving entries that seem new; from there on a feed may have been renumbered
FEWEST_RENUMBERED = 3  # arriving entries that seem new; fewer are news
OF_THESE = 0.5  # of those that seem new, more than which must have a known address or title


Kind = Callable[[Key], Hashable | None]


def key_of(entry: Entry) -> Key:
    """The key of an entry."""
    title = "" if entry.untitled else " ".join(entry.title.casefold().split())
    text = plain_text((entry.content or entry.summary or "")[:COMPARED])
    parts = (title, text, *(enclosure.url for enclosure in entry.enclosures))
    digest = hashlib.sha256("\0".join(parts).encode("utf-8", "replace")).hexdigest() if any(parts) else ""
    guid = SCHEME.sub("//", (entry.id or "").strip())
    return Key(guid or None, spelling_key(entry.url) if entry.url else None, title, digest)


def distinct(entries: Iterable[Entry]) -> dict[Key, Entry]:
    """The entries by their keys, in their order; of those that are the same in all, the first."""
    found: dict[Key, Entry] = {}
    for entry in entries:
        found.setdefault(key_of(entry), entry)
    return found


def recognise(known: Sequence[Key], arriving: Sequence[Key]) -> tuple[int | None, ...]:
    """For each arriving key, which are distinct, the place of its entry in ``known``; None for a new entry.

    A known entry is found once.  What two entries share tells neither of them: then the next thing decides.
    """
    pairs = _Pairs(known, arriving)
    pairs.find(_guid, everywhere=True)
    for with_guid in (_guid_and_address, _guid_and_digest, _guid_and_title):
        pairs.find(with_guid)
    pairs.find(_address_and_title)
    pairs.find(_address, of=_has_no_guid)
    pairs.find(_digest, of=_has_no_guid)
    _find_renumbered(pairs)
    return tuple(pairs.found)


class _Pairs:
    """What has been found so far."""

    def __init__(self, known: Sequence[Key], arriving: Sequence[Key]) -> None:
        self.known = known
        self.arriving = arriving
        self.found: list[int | None] = [None] * len(arriving)

    def unfound(self) -> list[int]:
        """Places of arriving entries that seem new."""
        return [place for place, found in enumerate(self.found) if found is None]

    def candidates(self, kind: Kind, *, everywhere: bool = False) -> dict[int, int]:
        """Arriving → known places that alone have the same of a kind, among the rest or ``everywhere``."""
        taken = set() if everywhere else set(self.found)
        places = range(len(self.arriving)) if everywhere else self.unfound()
        known = _only_ones(kind, ((place, key) for place, key in enumerate(self.known) if place not in taken))
        arriving = _only_ones(kind, ((place, self.arriving[place]) for place in places))
        return {place: known[of] for of, place in arriving.items() if of in known and self.found[place] is None}

    def find(self, kind: Kind, *, everywhere: bool = False, of: Callable[[Key], bool] | None = None) -> None:
        """Pairs the entries that alone have the same of a kind; ``of``: only these arriving ones."""
        for place, match in self.candidates(kind, everywhere=everywhere).items():
            if of is None or of(self.arriving[place]):
                self.found[place] = match


def _find_renumbered(pairs: _Pairs) -> None:
    """Finds the entries of a feed that has numbered them anew, or has moved.

    Only where at least half of what arrives, and three entries, seem new, and most of these have the address, else the
    title, of a known entry that is not in the document.
    """
    seem_new = pairs.unfound()
    if len(seem_new) < max(FEWEST_RENUMBERED, RENUMBERED * len(pairs.arriving)):
        return
    before = list(pairs.found)
    pairs.find(_address)
    pairs.find(_title)
    if len(seem_new) - len(pairs.unfound()) <= OF_THESE * len(seem_new):
        pairs.found = before


def _only_ones(kind: Kind, places: Iterable[tuple[int, Key]]) -> dict[Hashable, int]:
    """The places by what only one of them has."""
    listed = [(of, place) for place, key in places if (of := kind(key)) is not None]
    counts = Counter(of for of, _ in listed)
    return {of: place for of, place in listed if counts[of] == 1}


def _guid(key: Key) -> Hashable | None:
    return key.guid


def _address(key: Key) -> Hashable | None:
    """An address that can be one article's: that of a site stands in many entries that have no page."""
    return key.address if key.address and key_names_an_article(key.address) else None


def _title(key: Key) -> Hashable | None:
    return key.title or None


def _digest(key: Key) -> Hashable | None:
    return key.digest or None


def _guid_and_address(key: Key) -> Hashable | None:
    return (key.guid, key.address) if key.guid and key.address else None


def _guid_and_digest(key: Key) -> Hashable | None:
    return (key.guid, key.digest) if key.guid and key.digest else None


def _guid_and_title(key: Key) -> Hashable | None:
    return (key.guid, key.title) if key.guid and key.title else None


def _address_and_title(key: Key) -> Hashable | None:
    return (key.address, key.title) if key.address and key.title else None


def _has_no_guid(key: Key) -> bool:
    return key.guid is None
