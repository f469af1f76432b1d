"""What changed between two texts of one page, word by word."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType

from tui.compare.voice_changes import VoiceChange, voice_changes
from tui.library import Library
from tui.library.articles.text_difference import BlockChange, Difference, word_by_word
from tui.library.articles.versions import Version
from tui.panes.changed_words import MEASURE, marked
from tui.panes.footer import Footer
from tui.panes.header import Header
from tui.panes.pane_line import Piece, wrap
from tui.panes.row_list import Row, Rows
from tui.screens.base import AppServices, NewsScreen
from tui.system.stylesheets import stylesheet
from tui.text.dates import day

VOICES = {
    "dropped": ("−", "is no longer quoted", "removed"),
    "added": ("+", "is quoted now", "added"),
    "reworded": ("~", "says it in other words", "name"),
}


class ChangeRows(Rows):
    """The blocks that changed, or all of them, with what was added and what was removed."""

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._difference: Difference | None = None
        self._voices: Sequence[VoiceChange] = ()
        self.whole = False

    def show(self, difference: Difference, voices: Sequence[VoiceChange] = ()) -> None:
        """Show another difference, above it what became of the voices."""
        self._difference, self._voices = difference, voices
        self.scroll_to(y=0, animate=False)
        self.changed()

    def rows_for(self, width: int) -> Sequence[Row]:
        blocks = self._difference.blocks if self._difference else ()
        rows = [self._voice(n, change, min(width, MEASURE)) for n, change in enumerate(self._voices)]
        for n, block in enumerate(blocks):
            if block.changed or self.whole:
                rows += [Row(None, ((),))] if rows else []
                rows.append(self._row(n, block, min(width, MEASURE)))
        return rows or [Row(None, ((Piece(" No word of the text differs."),),))]

    def _voice(self, n: int, change: VoiceChange, width: int) -> Row:
        """What became of a voice: "− Ada Moreno is no longer quoted"."""
        sign, said, role = VOICES[change.change]
        lines = wrap((Piece(f"{sign} {change.name}", role), Piece(f" {said}", "muted")), width - 2, " ")
        if change.change == "reworded":
            changes = word_by_word(change.before, change.after)
            lines += wrap(marked(changes, "muted"), width - 2, "     ")
        return Row(("voice", n), lines)

    def _row(self, n: int, block: BlockChange, width: int) -> Row:
        return Row(n, wrap(marked(block.changes, "muted"), width - 2, " "))


class DifferenceScreen(NewsScreen):
    """The texts of one article compared, each with the one before it."""

    CSS_PATH = stylesheet("search")
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("w", "whole", "whole text", id="difference.whole"),
        Binding("left,h", "earlier(-1)", "earlier change", id="difference.earlier"),
        Binding("right,l", "earlier(1)", "later change", show=False, id="difference.later"),
    ]

    def __init__(self, article: int, title: str, versions: Sequence[Version]) -> None:
        super().__init__()
        self._article, self._title_of, self._versions = article, title, versions
        self._at = len(versions) - 1
        self._rows = ChangeRows(id="changes")
        self._header, self._footer = Header(id="header"), Footer(id="footer")

    def compose(self) -> ComposeResult:
        yield self._header
        yield self._rows
        yield self._footer

    async def on_mount(self) -> None:
        self.set_focus(self._rows)
        await self.ask(self._show)

    async def _show(self) -> None:
        """Compare the text in hand with the one before it."""
        old, new = self._versions[self._at - 1], self._versions[self._at]
        difference, voices = await self.services.library_work.read(
            lambda library: compared(library, self._article, old.number, new.number)
        )
        self._rows.show(difference, voices)
        when = f", replaced on {day(old.until.isoformat())}" if old.until else ""
        self._header.say(f"What changed in “{self._title_of}”")
        texts = f"text {old.number}{when} → text {new.number} of {len(self._versions)}"
        self._footer.say(f"+{difference.added} −{difference.removed} words · {texts}")

    def action_whole(self) -> None:
        self._rows.whole = not self._rows.whole
        self._rows.changed()

    async def action_earlier(self, step: int) -> None:
        to = self._at + step
        if 1 <= to < len(self._versions):
            self._at = to
            await self.ask(self._show)


def compared(library: Library, article: int, old: int, new: int) -> tuple[Difference, list[VoiceChange]]:
    """What changed between two texts of an article, and what became of its voices.  Raises LibraryError."""
    voices = voice_changes(library.versions.get(article, old), library.versions.get(article, new))
    return library.versions.difference(article, old, new), voices


async def show_changes(services: AppServices, article: int, title: str) -> None:
    """Show what changed between the texts of an article, if more than one is kept.  Raises LibraryError."""
    versions = await services.library_work.read(lambda library: library.versions.of(article))
    if len(versions) > 1:
        services.push_screen(DifferenceScreen(article, title, versions))
    else:
        services.say("Only one text of this page is kept")
