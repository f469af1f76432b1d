"""Who is quoted where on one story: the voices of several articles laid beside each other."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from tui.compare.utterances import speakers
from tui.model.article import Article, Source

Presence = Literal["quoted", "named", "absent"]


@dataclass(frozen=True, slots=True)
class StoryVoice:
    """Someone cited on a story, by the fullest name given, and what each of its articles has of him, in their order."""

    name: str
    presence: tuple[Presence, ...]

    @property
    def only_in(self) -> int | None:
        """The one article that quotes him, by its index."""
        quoting = [n for n, one in enumerate(self.presence) if one == "quoted"]
        return quoting[0] if len(quoting) == 1 and len(self.presence) > 1 else None


def story_voices(articles: Sequence[Article]) -> list[StoryVoice]:
    """The voices, those quoted in most articles first; the unnamed of all articles are one."""
    names: list[str] = []
    found: list[dict[int, Presence]] = []
    for n, article in enumerate(articles):
        for source in article.sources:
            name = source.name if source.kind != "unnamed" else UNNAMED
            at = _known(names, name)
            if at is None:
                at = len(names)
                names.append(name)
                found.append({})
            names[at] = max(names[at], name, key=len)
            found[at][n] = "quoted" if found[at].get(n) == "quoted" else _presence(source)
    voices = [
        StoryVoice(name, tuple(having.get(n, "absent") for n in range(len(articles))))
        for name, having in zip(names, found, strict=True)
    ]
    return sorted(voices, key=lambda voice: (voice.name == UNNAMED, -voice.presence.count("quoted")))


UNNAMED = "unnamed voices"


def _known(names: Sequence[str], name: str) -> int | None:
    if name == UNNAMED:
        return names.index(name) if name in names else None
    return next((n for n, one in enumerate(names) if one != UNNAMED and speakers(one, name) == "same"), None)


def _presence(source: Source) -> Presence:
    return "quoted" if source.quotes else "named"
