"""What a reader wants in articles though the converter leaves it out: by site and by article, in a small file.

The file lies in the state folder and not in the library: it is about how articles are shown, like the theme, it may be
lost without losing anything that was read, and a library that is read elsewhere shows articles as they were kept.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import field, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from tui.model.frozen import value
from tui.system.lazy_modules import LazyModule
from tui.system.new_file import replaced_file
from tui.system.small_files import read_small

if TYPE_CHECKING:
    import hashlib
else:
    hashlib = LazyModule("hashlib")  # and OpenSSL with it: for those who choose alone

MAX_BYTES = 1_000_000
MAX_SITES, MAX_ARTICLES = 1_000, 2_000  # the newest are kept
SITES, ARTICLES = "sites", "articles"

Wanted = Mapping[str, frozenset[str]]


class Part(NamedTuple):
    """A part of an article: the site and the address of the article, why it is left out, and its text."""

    site: str | None
    address: str
    reason: str
    text: str

    @property
    def digest(self) -> str:
        """What names it among the parts of its article."""
        return hashlib.sha256(self.text.encode("utf-8", "surrogatepass")).hexdigest()[:16]


@value(frozen=True, slots=True)
class PutInChoices:
    """``sites``: by host the reasons for which nothing is left out there.

    ``articles``: by address the digests of parts, "+" before those put in, "-" before those left out though their
    site has all such put in.
    """

    sites: Wanted = field(default_factory=dict)
    articles: Wanted = field(default_factory=dict)

    def puts_in(self, part: Part) -> bool:
        """Whether a part is to be shown in its article."""
        chosen = self.articles.get(part.address, frozenset())
        return f"+{part.digest}" in chosen or (self._by_site(part) and f"-{part.digest}" not in chosen)

    def with_part(self, part: Part, put_in: bool) -> PutInChoices:
        """The same with another choice for a part."""
        chosen = self.articles.get(part.address, frozenset()) - {f"+{part.digest}", f"-{part.digest}"}
        if put_in != self._by_site(part):
            chosen |= {f"{'+' if put_in else '-'}{part.digest}"}
        return replace(self, articles=_changed(self.articles, part.address, chosen, MAX_ARTICLES))

    def with_site(self, host: str, reasons: frozenset[str]) -> PutInChoices:
        """The same with another choice for a site."""
        return replace(self, sites=_changed(self.sites, host, reasons, MAX_SITES))

    def _by_site(self, part: Part) -> bool:
        return part.site is not None and part.reason in self.sites.get(part.site, frozenset())


def _changed(wanted: Wanted, key: str, values: frozenset[str], most: int) -> Wanted:
    others = {name: kept for name, kept in wanted.items() if name != key}
    changed = {**others, key: values} if values else others
    return dict(list(changed.items())[-most:])


def load(file: Path) -> PutInChoices:
    """What the file holds; nothing where there is none or it cannot be read."""
    try:
        record = json.loads(read_small(file, MAX_BYTES))
    except (OSError, ValueError, RecursionError):
        return PutInChoices()
    if not isinstance(record, dict):
        return PutInChoices()
    return PutInChoices(_wanted(record.get(SITES)), _wanted(record.get(ARTICLES)))


def _wanted(record: Any) -> Wanted:
    if not isinstance(record, dict):
        return {}
    return {
        name: frozenset(value for value in values if isinstance(value, str))
        for name, values in record.items()
        if isinstance(values, list)
    }


def save(file: Path, choices: PutInChoices) -> None:
    """Write the file anew, whole or not at all.  Raises OSError."""
    record = {
        SITES: {name: sorted(values) for name, values in choices.sites.items()},
        ARTICLES: {name: sorted(values) for name, values in choices.articles.items()},
    }
    with replaced_file(file) as written:
        written.write(json.dumps(record, ensure_ascii=False, indent=1).encode("utf-8"))
