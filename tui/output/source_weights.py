"""What an article's sources weigh, where they stand in it, and to which sites it links."""

from __future__ import annotations

import re
from typing import NamedTuple

from tui.model.article import LONGEST_PASSAGE, Article, Link, Mention, Quote, Source
from tui.text.addresses import site
from tui.text.word_count import count_words

NEAR = 160  # characters: places of one source closer than this in one block are one stop, seen in one glance
# Compiled by ``re`` when first used: many articles do not need it.
_most = f"{{1,{LONGEST_PASSAGE}}}"
QUOTED_WORDS = (
    rf"“([^”]{_most})”|«([^»]{_most})»|„([^“”]{_most})[“”]|\"([^\"]{_most})\"|‘([^’]{_most})’|「([^」]{_most})」"
)


class VoiceShares(NamedTuple):
    """How many sources speak, how many of them without a name, and the share of the text that is quotation (0–1).

    ``foremost`` is the share of the quoted words that the one quoted most has (0–1).
    """

    total: int
    unnamed: int
    quoted: float
    foremost: float = 0.0


def voices(article: Article, words: int) -> VoiceShares:
    """The voices of an article of so many words."""
    spoke = [source for source in article.sources if source.answered is not False]
    weights = [quoted_words(source) for source in spoke]
    quoted = sum(weights)
    unnamed = sum(source.kind == "unnamed" for source in spoke)
    return VoiceShares(len(spoke), unnamed, min(1.0, quoted / max(1, words)), max(weights, default=0) / max(1, quoted))


def quoted_words(source: Source) -> int:
    """Words given to the source in quotation marks."""
    return sum(_own_words(quote) for quote in source.quotes)


def _own_words(quote: Quote) -> int:
    if quote.kind == "direct":
        return count_words(quote.text)
    if quote.kind == "mixed":
        return sum(count_words("".join(parts)) for parts in re.findall(QUOTED_WORDS, quote.text))
    return 0


def speeches(source: Source) -> list[list[Quote]]:
    """The source's quotations; one that goes on over several blocks is one list."""
    found: list[list[Quote]] = []
    for quote in source.quotes:
        if quote.continued and found:
            found[-1].append(quote)
        else:
            found.append([quote])
    return found


def places(source: Source) -> tuple[Mention, ...]:
    """Everywhere the article names or quotes the source, in reading order."""
    spots = [*source.mentions, *(Mention(quote.block, quote.start, quote.end) for quote in source.quotes)]
    return tuple(sorted(set(spots), key=lambda spot: (spot.block, spot.start, spot.end)))


def stops(source: Source) -> tuple[Mention, ...]:
    """The source's places as one walks through them: of those next to each other, the first."""
    found: list[Mention] = []
    last: Mention | None = None
    for spot in places(source):
        if not last or last.block != spot.block or spot.start - last.end >= NEAR:
            found.append(spot)
        last = spot
    return tuple(found)


def links_by_site(article: Article) -> dict[str, list[Link]]:
    """The article's links to other pages, by site, in the order in which the sites come up."""
    found: dict[str, list[Link]] = {}
    for link in article.links:
        if link.url.startswith(("http://", "https://")):
            found.setdefault(site(link.url), []).append(link)
    return found
