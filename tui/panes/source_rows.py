"""An article's sources and links as rows."""

from __future__ import annotations

from collections.abc import Mapping, Sequence, Set
from typing import TYPE_CHECKING, NamedTuple

from tui.model.frozen import value
from tui.output.quotation import role_of, spoken
from tui.output.source_list import KINDS
from tui.output.source_weights import links_by_site, quoted_words, speeches
from tui.panes.pane_line import Line, Piece, cut, spread, wrap
from tui.panes.row_list import Row, heading_row
from tui.text import sentence_ends

if TYPE_CHECKING:
    from tui.model.article import Article, Link, Mention, Quote, Source

BAR_CELLS = 8
WITH_BAR = 30  # columns from which there is room for it
CONTEXT = 45  # characters of a sentence shown on each side of a link


class SourceKey(NamedTuple):
    """Key of a row: the source with that index, or its quotation ``speech`` when it is unfolded."""

    source: int
    speech: int | None = None


class UnquotedKey(NamedTuple):
    """Key of a row: all sources of a kind that are named and not quoted."""

    kind: str


@value(frozen=True, slots=True)  # not a tuple: the first of each would be one and the same key
class PassageKey:
    """Key of a row: the quotation with that index, of an article in which speakers were not looked for."""

    passage: int


@value(frozen=True, slots=True)
class LinkKey:
    """Key of a row: the article's link with that index."""

    link: int


@value(frozen=True, slots=True)
class RecurrenceKey:
    """Key of a row: that quotation, by its index among those that stand elsewhere, below the source's one."""

    recurrence: int


NOWHERE: Mapping[SourceKey | None, list[Row]] = {}


def source_rows(
    article: Article,
    width: int,
    unfolded: Set[int],
    listed: Set[str] = frozenset(),
    also: Mapping[SourceKey | None, list[Row]] = NOWHERE,
) -> list[Row]:
    """Sources in groups, then links by site, in ``width`` cells.

    Those that are not quoted are one line a group, and one each in the kinds ``listed``.  ``also`` are rows that say
    of a quotation where else it stands; those under None are of quotations that no source has.
    """
    weights = [quoted_words(source) for source in article.sources]
    heaviest = max(weights, default=0)
    rows: list[Row] = []
    for kind, heading in KINDS.items():
        every = enumerate(article.sources)
        group = [(n, source) for n, source in every if source.kind == kind and source.answered is not False]
        rows += [heading_row(f"{heading} {len(group)}", width, apart=bool(rows))] if group else []
        unquoted = [(n, source) for n, source in group if not source.quotes]
        folded = unquoted if len(unquoted) > 1 else []
        for n, source in group:
            if (n, source) in folded:
                continue
            share = weights[n] / heaviest if heaviest else 0.0
            recurring = sum(len(found) for key, found in also.items() if key is not None and key.source == n)
            rows.append(_source(n, source, width, share, n in unfolded, recurring))
            if n in unfolded:
                for m, speech in enumerate(speeches(source)):
                    rows += [_speech(n, m, speech, width), *also.get(SourceKey(n, m), ())]
        if folded:
            rows.append(_unquoted(kind, [source.name for _, source in folded], width, kind in listed))
            rows += [_source(n, source, width, 0.0, False) for n, source in folded if kind in listed]
    if loose := also.get(None):
        rows += [heading_row(f"Given to nobody, and elsewhere too {len(loose)}", width, apart=bool(rows)), *loose]
    rows += _unanswered_rows(article, width, apart=bool(rows))
    return rows + _link_rows(article, width, apart=bool(rows))


def _unanswered_rows(article: Article, width: int, apart: bool) -> list[Row]:
    """Those who were asked and did not answer or declined, each with the sentence that says so."""
    group = [(n, source) for n, source in enumerate(article.sources) if source.answered is False]
    rows = [heading_row(f"Asked, did not answer {len(group)}", width, apart=apart)] if group else []
    for n, source in group:
        lines: list[Line] = [(Piece("  ", "muted"), Piece(cut(source.name, width - 3), "name"))]
        if source.mentions:
            place = source.mentions[-1]
            text = article.blocks[place.block].text
            start, end = sentence_ends.around(text, place.start, place.end)
            lines += wrap((Piece(" ".join(text[start:end].split()), "muted"),), width - 1, "    ")
        rows.append(Row(SourceKey(n), tuple(lines)))
    return rows


def passage_rows(article: Article, passages: Sequence[Mention], width: int) -> list[Row]:
    """What stands in quotation marks, where nobody looked for who said it."""
    rows = [heading_row(f"Quotations {len(passages)}", width, apart=False)] if passages else []
    for n, place in enumerate(passages):
        words = " ".join(article.blocks[place.block].text[place.start : place.end].split())
        rows.append(Row(PassageKey(n), tuple(wrap((Piece(f"“{words}”", "quote"),), width - 1, "  "))))
    return rows


def bar(share: float) -> Line:
    """A bar and what is left of its cells; the least share that is not nothing still shows.

    The cells left are the row's: the terminal's own colours have a bar stand out of a row that is inverted.
    """
    cells = max(1, round(share * BAR_CELLS)) if share > 0 else 0
    return (Piece("▇" * cells, "bar"), Piece(" " * (BAR_CELLS - cells)))


def _source(n: int, source: Source, width: int, share: float, unfolded: bool, recurring: int = 0) -> Row:
    count = len(speeches(source))
    mark = ("▾ " if unfolded else "▸ ") if count else "  "
    right = (
        (Piece(f" {count or ''} ", "muted"), *bar(share), Piece(" "))
        if width >= WITH_BAR
        else (Piece(f" {count or ''} ", "muted"),)
    )
    elsewhere = (Piece("  "), Piece(f"≡ {recurring}", "link")) if recurring else ()
    lines = [spread((Piece(mark, "muted"), Piece(source.name, "name"), *elsewhere), right, width)]
    if described := role_of(source):
        lines += wrap((Piece(described, "muted"),), width - 1, "    ")
    if source.unnamed_because:
        lines += wrap((Piece(f"not named: {source.unnamed_because}", "muted"),), width - 1, "    ")
    return Row(SourceKey(n), tuple(lines))


def _unquoted(kind: str, names: list[str], width: int, listed: bool) -> Row:
    mark = Piece("▾ " if listed else "▸ ", "muted")
    return Row(
        UnquotedKey(kind), (spread((mark, Piece(f"{len(names)} not quoted: {', '.join(names)}", "muted")), (), width),)
    )


def _speech(n: int, m: int, speech: list[Quote], width: int) -> Row:
    lines: list[Line] = []
    for quote in speech:
        if quote.kind == "direct":
            pieces: Line = (Piece(spoken(quote), "quote" if quote.certain else "inferred"),)
        else:
            how = "" if quote.kind == "mixed" or quote.continued else "reported: "
            pieces = (Piece(how, "muted"), Piece(spoken(quote), "reported" if quote.certain else "inferred"))
        lines += wrap(pieces, width - 1, "    ")
    return Row(SourceKey(n, m), tuple(lines))


def _link_rows(article: Article, width: int, apart: bool) -> list[Row]:
    sites = links_by_site(article)
    if not sites:
        return []
    index = {id(link): n for n, link in enumerate(article.links)}
    rows = [heading_row(f"Links {sum(len(links) for links in sites.values())}", width, apart=apart)]
    for site, links in sites.items():
        room = BAR_CELLS + 2 if width >= WITH_BAR else 1
        count = (f" {len(links)}" if len(links) > 1 else "") + " " * room
        rows.append(
            Row(None, (spread((Piece("  " + cut(site, width - 6), "name"),), (Piece(count, "muted"),), width),))
        )
        rows += [Row(LinkKey(index[id(link)]), _link(article, link, width)) for link in links]
    return rows


def _link(article: Article, link: Link, width: int) -> tuple[tuple[Piece, ...], ...]:
    """The link in the sentence that it stands in."""
    text = article.blocks[link.block].text if 0 <= link.block < len(article.blocks) else ""
    at = text.find(link.text) if link.text else -1
    if at < 0:
        return wrap((Piece(link.text or link.url, "link"),), width - 1, "    ")
    end = at + len(link.text)
    left, right = sentence_ends.around(text, at, end)
    pieces = (
        Piece(_cut_before(text[left:at]), "muted"),
        Piece(link.text, "link"),
        Piece(_cut_behind(text[end:right]), "muted"),
    )
    return wrap(
        tuple(piece._replace(text=piece.text.replace("\t", " ").replace("\n", " ")) for piece in pieces),
        width - 1,
        "    ",
    )


def _cut_before(text: str) -> str:
    """The last words of what stands before a link."""
    at = text.find(" ", len(text) - CONTEXT) if len(text) > CONTEXT else -1
    return "…" + text[at:] if at >= 0 else text


def _cut_behind(text: str) -> str:
    """The first words of what stands behind a link."""
    at = text.rfind(" ", 0, CONTEXT) if len(text) > CONTEXT else -1
    return text[:at] + " …" if at >= 0 else text
