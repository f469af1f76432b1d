"""What a noun stands for in a language that writes compounds as one word: what their last part stands for."""

from __future__ import annotations

from functools import lru_cache

from tui.convert.sources.languages import Pack, load

SHORTEST_PART = 4  # letters; shorter ends are no safe part: "Rat" of "Verrat"
SHORTEST_ABSTRACT = 5  # letters; "Jung" is a name
MAX_KEPT = 16384  # nouns kept with their kinds


class Nouns(dict[str, str]):
    """Lower-case nouns with what they stand for.

    "role", "title", "group", "organisation", "document", "utterance", "abstract" or "" for what no list tells.
    """

    def __init__(self, pack: Pack) -> None:
        self.pack = pack
        self.listed = {
            **dict.fromkeys(pack.documents, "document"),
            **dict.fromkeys(pack.utterances, "utterance"),
            **dict.fromkeys(pack.organisations, "organisation"),
            **dict.fromkeys(pack.groups, "group"),
            **dict.fromkeys(pack.roles, "role"),
            **dict.fromkeys(pack.titles, "title"),
        }
        self.lengths: dict[str, dict[int, None]] = {}  # of the listed words that end in the same letters, longest first
        for listed in sorted(self.listed, key=len, reverse=True):
            self.lengths.setdefault(listed[-SHORTEST_PART:], {})[len(listed)] = None
        # Behind which endings, all shorter than that, a listed word may end, by a noun's last letters: most have none.
        self.endings: dict[str, list[str]] = {}
        for ending in ("", *pack.noun_endings):
            for letters in {tail[len(ending) - SHORTEST_PART :] for tail in self.lengths}:
                self.endings.setdefault(letters + ending, []).append(ending)

    def __missing__(self, low: str) -> str:
        if len(self) >= MAX_KEPT:
            self.clear()
        kind = self[low] = self._kind(low)
        return kind

    def role(self, low: str) -> str:
        """The listed role that a word ends in, or "": "verkehrsminister" → "minister"."""
        return self._part(low) if self[low] == "role" else ""

    def is_document(self, low: str) -> bool:
        """Whether a word ends in a listed document, which may be an utterance, too: "Langzeitstudie", "Bericht"."""
        return self._part(low) in self.pack.documents

    def _kind(self, low: str) -> str:
        part = self._part(low)
        if part:
            return self.listed[part]
        return "abstract" if len(low) > SHORTEST_ABSTRACT and low.endswith(self.pack.abstract_endings) else ""

    def _part(self, low: str) -> str:
        """The longest listed word that the noun is or ends in, its inflection aside."""
        whole = low.rpartition("-")[2] if "-" in low else low
        longest, at = "", len(whole)
        for ending in self.endings.get(whole[-SHORTEST_PART:], ()):
            bare = whole.removesuffix(ending)
            for length in self.lengths.get(bare[-SHORTEST_PART:], ()):
                part = bare[-length:]
                start = len(bare) - len(part)
                if start < at and part in self.listed and (start == 0 or self._may_end(part)):
                    longest, at = part, start
        return longest

    def _may_end(self, listed: str) -> bool:
        """Whether a listed word may be the last part of a compound."""
        return len(listed) >= SHORTEST_PART and listed not in self.pack.surname_ends


@lru_cache(maxsize=2)
def nouns(code: str) -> Nouns:
    """The nouns of a pack's language."""
    return Nouns(load(code))
