"""The sources pane: who and what the article cites, in which words, and its links."""

from __future__ import annotations

from collections.abc import Hashable, Mapping, Sequence
from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding, BindingType
from textual.message import Message

from tui.model.article import Article, Link, Mention, Quote, Source
from tui.output.quoted_passages import mostly_unattributed, quoted_passages
from tui.output.source_weights import VoiceShares, places, speeches, stops, voices
from tui.panes.pane_line import Piece, wrap
from tui.panes.row_list import Row, Rows
from tui.panes.source_rows import LinkKey, PassageKey, RecurrenceKey, SourceKey, UnquotedKey, passage_rows, source_rows
from tui.system.lazy_modules import lazy_modules
from tui.text.amounts import counted

if TYPE_CHECKING:
    from tui.library.elsewhere.same_words import Recurrence
    from tui.panes import elsewhere_rows
else:
    (elsewhere_rows,) = lazy_modules("tui.panes", "elsewhere_rows")


class SourcesPane(Rows):
    """The article's sources in groups, each unfolding to its quotations, then its links by site."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("x", "unfold", "quotations", id="sources.unfold"),
        Binding("e", "export", "export", id="sources.export"),
        Binding("right", "unfold(True)", "unfold to the quotations", show=False, id="sources.open"),
        Binding("left", "unfold(False)", "fold", show=False, id="sources.close"),
        Binding("X", "unfold_all", "unfold or fold every source", show=False, id="sources.unfold_all"),
    ]

    ON_A_ROW: ClassVar[tuple[str, ...]] = ("choose", "unfold", "unfold_all", "export")

    class Go(Message):
        """The reader wants to see a place, ``number`` (from 1) of ``total`` places of the same row."""

        def __init__(self, place: Mention, number: int, total: int) -> None:
            super().__init__()
            self.place, self.number, self.total = place, number, total

    class Marked(Message):
        """Another source is under the cursor; its places want to be marked in the article."""

        def __init__(self, places: Sequence[Mention]) -> None:
            super().__init__()
            self.places = places

    class SaidElsewhere(Message):
        """The reader wants to see where else a quotation stands."""

        def __init__(self, recurrence: Recurrence) -> None:
            super().__init__()
            self.recurrence = recurrence

    class Export(Message):
        """The reader wants to have the sources in a file."""

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._elsewhere: Sequence[Recurrence] = ()
        self._spoken_elsewhere: Mapping[SourceKey | None, list[int]] = {}
        self._article: Article | None = None
        self._voices = VoiceShares(0, 0, 0.0)
        self._silent = self._incomplete = False
        self._passages: Sequence[Mention] = ()
        self._unfolded: set[int] = set()
        self._listed: set[str] = set()  # kinds whose sources are listed though they are not quoted
        self._walked: tuple[Hashable, int] = (None, -1)  # the row walked through last, and its stop
        self._spread: list[tuple[int, int, int, Hashable]] = []

    def show(self, article: Article, words: int) -> None:
        """Show the sources of an article of so many words, folded."""
        self._article, self._voices = article, voices(article, words)
        self._unfolded, self._listed, self._walked = set(), set(), (None, -1)
        self._elsewhere, self._spoken_elsewhere = (), {}
        self._spread = _in_reading_order(article)
        self._silent = article.has_warning("no_sources")
        self._passages = quoted_passages(article) if self._silent else ()
        self._incomplete = not self._silent and mostly_unattributed(article)
        self.scroll_to(y=0, animate=False)
        self.changed()

    def rows_for(self, width: int) -> Sequence[Row]:
        if self._article is None:
            return ()
        also = {
            key: [elsewhere_rows.summary_row(n, self._elsewhere[n], width) for n in found]
            for key, found in self._spoken_elsewhere.items()
        }
        rows = source_rows(self._article, width, self._unfolded, self._listed, also)
        if why := self._remark():
            lines = wrap((Piece(why, "muted"),), width - 1, "  ")
            quotations = passage_rows(self._article, self._passages, width)
            return [Row(None, (*lines, ())), *quotations, *([Row(None, ((),))] if quotations and rows else ()), *rows]
        return rows

    def show_elsewhere(self, recurrences: Sequence[Recurrence]) -> None:
        """Say below each quotation that stands in other articles in how many."""
        if self._article is not None:
            self._elsewhere, self._spoken_elsewhere = recurrences, by_speech(self._article, recurrences)
            self.changed()

    def _remark(self) -> str:
        """What is to be known of the list before it is read; nothing if it is what it looks like."""
        if self._silent:
            return "Speakers are not identified in this language: quotations and links only."
        if self._incomplete:
            return "Few of the quotations could be given to a speaker: the list may be incomplete."
        return "" if self._article and self._article.sources else "Nobody is quoted."

    @property
    def head(self) -> tuple[str, ...]:
        """What the line at the pane's head says beside its name, in ever fewer words."""
        total, unnamed = self._voices.total, self._voices.unnamed
        voiced = counted(total, "voice")
        nameless = f" · {unnamed} unnamed" if unnamed else ""
        share = f" · {round(100 * self._voices.quoted)}% quoted" if total else ""
        if total == 1:
            return (f"one source only{nameless}{share}", f"one source only{share}", "one source only", voiced)
        foremost = f", {round(100 * self._voices.foremost)}% of it one voice’s" if self._voices.foremost else ""
        whole = f"{voiced}{nameless}{share}"
        return (f"{whole}{foremost}", whole, f"{voiced}{share}", voiced)

    @property
    def count(self) -> int:
        """Number of sources."""
        return self._voices.total

    # what is under the cursor

    @property
    def source(self) -> Source | None:
        """The source under the cursor."""
        at = self.cursor
        return self._article.sources[at.source] if self._article and isinstance(at, SourceKey) else None

    @property
    def speech(self) -> list[Quote] | None:
        """The quotation under the cursor: the one of its row, or a folded source's next or first one."""
        at, source = self.cursor, self.source
        if not source or not isinstance(at, SourceKey):
            return None
        spoken = speeches(source)
        if at.speech is not None:
            return spoken[at.speech]
        if self._walked[0] == at and self._walked[1] >= 0:
            stop = stops(source)[self._walked[1]]
            later = (s for s in spoken if (s[0].block, s[0].end) >= (stop.block, stop.start))
            return next(later, spoken[-1] if spoken else None)
        return spoken[0] if spoken else None

    @property
    def elsewhere(self) -> list[Recurrence]:
        """What of the quotation under the cursor stands elsewhere."""
        at = self.cursor
        found = [at.recurrence] if isinstance(at, RecurrenceKey) else self._spoken_elsewhere.get(at, ())  # type: ignore[call-overload]
        return [self._elsewhere[n] for n in found]

    @property
    def link(self) -> Link | None:
        """The link under the cursor."""
        at = self.cursor
        return self._article.links[at.link] if self._article and isinstance(at, LinkKey) else None

    # with the article

    def follow(self, first: tuple[int, int], last_block: int) -> None:
        """Move the cursor to what comes first in the article's part from ``first`` to the end of ``last_block``."""
        for block, _, end, key in self._spread:
            if (block, end) >= first:
                if block <= last_block and not _same_source(self.cursor, key):
                    self.place_cursor(key)
                return

    def land(self, first: tuple[int, int], last_block: int) -> None:
        """Move the cursor to what comes first in the article's part, else to the first row."""
        if any((block, end) >= first and block <= last_block for block, _, end, _ in self._spread):
            self.follow(first, last_block)
        elif keys := self._keys():
            self.place_cursor(keys[0])

    def mark(self) -> None:
        """Ask for the places of the source under the cursor to be marked."""
        self.post_message(self.Marked(places(self.source) if self.source else ()))

    def on_rows_moved(self) -> None:
        self.mark()

    def on_rows_chosen(self, event: Rows.Chosen) -> None:
        event.stop()
        if isinstance(self.cursor, RecurrenceKey):
            self.post_message(self.SaidElsewhere(self._elsewhere[self.cursor.recurrence]))
        elif isinstance(self.cursor, UnquotedKey):
            self.action_unfold()
        else:
            self.walk(1)

    def walk(self, step: int) -> bool:
        """Go to the next (or previous) place of what is under the cursor; a row just reached starts at its first.

        False where what is there has no place.
        """
        found = self._stops()
        if not found:
            return False
        again = self._walked[0] == self.cursor
        stop = (self._walked[1] + step) % len(found) if again else (0 if step > 0 else len(found) - 1)
        self._walked = (self.cursor, stop)
        self.post_message(self.Go(found[stop], stop + 1, len(found)))
        return True

    def _stops(self) -> Sequence[Mention]:
        at, source = self.cursor, self.source
        if source and isinstance(at, SourceKey):
            if at.speech is None:
                return stops(source)
            return [Mention(quote.block, quote.start, quote.end) for quote in speeches(source)[at.speech]]
        if isinstance(at, PassageKey):
            return [self._passages[at.passage]]
        if (link := self.link) and self._article:
            return [_link_place(self._article, link)]
        return ()

    def action_export(self) -> None:
        self.post_message(self.Export())

    # folding

    def action_unfold(self, unfolded: bool | None = None) -> None:
        at = self.cursor
        if isinstance(at, UnquotedKey):
            wanted = at.kind not in self._listed if unfolded is None else unfolded
            (self._listed.add if wanted else self._listed.discard)(at.kind)
            self.changed()
            return
        if not isinstance(at, SourceKey) or not self.source or not self.source.quotes:
            return
        wanted = at.source not in self._unfolded if unfolded is None else unfolded
        (self._unfolded.add if wanted else self._unfolded.discard)(at.source)
        self.changed()
        self.place_cursor(SourceKey(at.source))

    def action_unfold_all(self) -> None:
        everyone = {n for n, source in enumerate(self._article.sources) if source.quotes} if self._article else set()
        self._unfolded = set() if self._unfolded == everyone else everyone
        at = self.cursor
        self.changed()
        if isinstance(at, SourceKey):
            self.place_cursor(SourceKey(at.source))


def by_speech(article: Article, recurrences: Sequence[Recurrence]) -> dict[SourceKey | None, list[int]]:
    """The recurrences, by their index, of each quotation that is a row; under None those given to nobody listed."""
    found: dict[SourceKey | None, list[int]] = {}
    for n, recurrence in enumerate(recurrences):
        passage, key = recurrence.passage, None
        spoken = speeches(article.sources[passage.source]) if passage.source is not None else []
        for m, speech in enumerate(spoken):
            if any(q.block == passage.block and q.start < passage.end and passage.start < q.end for q in speech):
                key = SourceKey(passage.source or 0, m)
                break
        found.setdefault(key, []).append(n)
    return found


def _same_source(one: Hashable, other: Hashable) -> bool:
    """Whether two rows are of one source."""
    return one == other or (isinstance(one, SourceKey) and isinstance(other, SourceKey) and one.source == other.source)


def _in_reading_order(article: Article) -> list[tuple[int, int, int, Hashable]]:
    """Block, start, end and row of every place of a source."""
    spots = [(p.block, p.start, p.end, n) for n, source in enumerate(article.sources) for p in places(source)]
    return [(block, start, end, SourceKey(n)) for block, start, end, n in sorted(spots)]


def _link_place(article: Article, link: Link) -> Mention:
    text = article.blocks[link.block].text if 0 <= link.block < len(article.blocks) else ""
    at = max(0, text.find(link.text))
    return Mention(link.block, at, at + len(link.text) if link.text in text else at)
