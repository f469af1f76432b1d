"""What an article's sources weigh, and how they are quoted and exported."""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from typing import Any, NamedTuple
from urllib.parse import urlsplit

from tui.model.article import Article, Caption, Link, Mention, Quote, Source, SourceKind, count_words
from tui.text.dates import day, moment

KINDS: dict[SourceKind, str] = {
    "person": "People",
    "organisation": "Organisations",
    "document": "Documents",
    "unnamed": "Unnamed",
}
NEAR = 160  # characters: places of one source closer than this in one block are one stop, seen in one glance
# Compiled by ``re`` when first used: many articles need neither.
QUOTED_WORDS = '“([^”]+)”|«([^»]+)»|„([^“”]+)[“”]|"([^"]+)"|‘([^’]+)’|「([^」]+)」'
SENTENCE_END = r"[.!?…][”’\"»)]*\s+(?=[\W\d]*[^\W\d_a-z])|[。！？]|\n"
LONGEST_CONTEXT = 240  # characters of a sentence shown around a link


class Voices(NamedTuple):
    """How many sources speak, how many of them without a name, and the share of the text that is quotation (0–1)."""

    total: int
    unnamed: int
    quoted: float


def voices(article: Article, words: int) -> Voices:
    """The voices of an article of so many words."""
    quoted = sum(quoted_words(source) for source in article.sources)
    unnamed = sum(source.kind == "unnamed" for source in article.sources)
    return Voices(len(article.sources), unnamed, min(1.0, quoted / max(1, words)))


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


def spoken(quote: Quote) -> str:
    """The words as they stand alone: their own in quotation marks, without a comma before the cue."""
    words = quote.text.rstrip(" ,，、")
    return f"“{words}”" if quote.kind == "direct" else words


def part(source: Source) -> str:
    """Role and affiliation, as far as the article gives them."""
    return ", ".join(text for text in (source.role, source.affiliation) if text)


def sentence_around(text: str, start: int, end: int) -> tuple[int, int]:
    """Bounds of the sentence in ``text`` that holds ``text[start:end]``."""
    left, right = 0, len(text)
    for ending in re.finditer(SENTENCE_END, text):
        if ending.end() <= start:
            left = ending.end()
        elif ending.start() >= end:
            right = ending.end()
            break
    left, right = max(left, start - LONGEST_CONTEXT), min(right, end + LONGEST_CONTEXT)
    while right > left and text[right - 1].isspace():
        right -= 1
    return left, right


def site_of(url: str) -> str:
    """The site of an address, without "www."."""
    return (urlsplit(url).hostname or "").removeprefix("www.")


def links_by_site(article: Article) -> dict[str, list[Link]]:
    """The article's links to other pages, by site, in the order in which the sites come up."""
    found: dict[str, list[Link]] = {}
    for link in article.links:
        if link.url.startswith(("http://", "https://")):
            found.setdefault(site_of(link.url), []).append(link)
    return found


# quoting


def origin(article: Article) -> str:
    """Title, outlet, date and address of the article, as a quotation names where it is from."""
    return ", ".join(
        text
        for text in (f"“{article.title}”", article.site, day(article.published), article.url or article.address)
        if text
    )


def quoted(article: Article, source: Source, speech: Sequence[Quote]) -> str:
    """The quotation with who said it and where, told apart by its marks: reported words carry none."""
    words = "\n\n".join(map(spoken, speech))
    told = "" if speech[0].kind == "direct" else "as reported: "
    return f"{told}{words}\n— {attribution(source)}\n{origin(article)}"


def attribution(source: Source) -> str:
    """The source's name with role and affiliation."""
    return ", ".join(text for text in (source.name, part(source)) if text)


def caption_with_credit(caption: Caption) -> str:
    """The caption (else the alternative text), its credit in brackets."""
    return " ".join(
        t for t in (caption.text or caption.alt or "", f"[{caption.credit}]" if caption.credit else "") if t
    )


# exports


def as_markdown(article: Article) -> str:
    """The article's sources and links as Markdown."""
    lines = [f"# Sources of {_plain(article.title)}", "", _plain(origin(article)), ""]
    for kind, heading in KINDS.items():
        group = [source for source in article.sources if source.kind == kind]
        lines += [f"## {heading}", ""] if group else []
        for source in group:
            lines += [f"- **{_plain(source.name)}**" + (f", {_plain(part(source))}" if part(source) else "")]
            for speech in speeches(source):
                lines.append(
                    f"  - {_plain(' '.join(map(spoken, speech)))}"
                    + ("" if speech[0].kind == "direct" else " *(reported)*")
                )
        lines += [""] if group else []
    lines += ["## Links", ""] if article.links else []
    lines += [f"- [{_plain(link.text or link.url)}](<{link.url}>)" for link in article.links]
    return "\n".join(lines).rstrip() + "\n"


def _plain(text: str) -> str:
    return re.sub(r"([\\`*_\[\]<>#])", r"\\\1", " ".join(text.split()))


def as_json(article: Article) -> str:
    """The article's sources and links as JSON, places left out."""
    record = {
        "title": article.title,
        "site": article.site,
        "published": article.published,
        "url": article.url or article.address,
        "sources": [
            {
                "name": source.name,
                "kind": source.kind,
                "role": source.role,
                "affiliation": source.affiliation,
                "quotes": [{"text": quote.text, "kind": quote.kind} for quote in source.quotes],
            }
            for source in article.sources
        ],
        "links": [{"text": link.text, "url": link.url} for link in article.links],
    }
    return json.dumps(record, ensure_ascii=False, indent=2) + "\n"


def as_csl_json(article: Article) -> str:
    """The article and its links as CSL-JSON items (citationstyles.org, schema 1.0.2), for reference managers."""
    own: dict[str, Any] = {"id": article.url or article.address, "type": "article-newspaper", "title": article.title}
    own |= {"container-title": article.site} if article.site else {}
    own |= {"author": [{"literal": name} for name in article.authors]} if article.authors else {}
    own |= {"language": article.language} if article.language else {}
    own |= {"URL": article.url} if article.url else {}
    if time := moment(article.published):
        own["issued"] = {"date-parts": [[time.year, time.month, time.day]]}
    once = {link.url: link for link in reversed(article.links) if link.url.startswith(("http://", "https://"))}
    items = [
        {
            "id": link.url,
            "type": "webpage",
            "title": link.text or link.url,
            "URL": link.url,
            "container-title": site_of(link.url),
        }
        for link in reversed(once.values())
    ]
    return json.dumps([own, *items], ensure_ascii=False, indent=2) + "\n"


FORMATS = {"md": as_markdown, "json": as_json, "csl.json": as_csl_json}
