"""Every key that works on the screen below, made from its bindings."""

from __future__ import annotations

from textwrap import wrap
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.dom import DOMNode
from textual.screen import ModalScreen, Screen
from textual.widgets import Static

from tui.panes.find_bar import FindBar
from tui.panes.footer import key_name, shown_bindings
from tui.panes.library_list import LibraryList
from tui.panes.row_lines import LEGEND
from tui.panes.textual_private import bindings_of
from tui.system.stylesheets import stylesheet
from tui.text.folding import fold

EVERYWHERE = "Everywhere"
SIGNS = "Signs in the list"
SECTIONS = {
    "article": "In the article",
    "select": "While selecting (V)",
    "rows": "In a list",
    "sources": "In the sources",
    "reader": "In the reader",
    "library": "In the library",
    "sections": "In the sections of the library",
    "feeds": "Feeds",
    "opening": "While opening",
    "search": "In the search",
    "voices": "In the voices",
    "difference": "Where texts are compared",
    "picture": "At a picture",
    "screen": EVERYWHERE,
    "app": EVERYWHERE,
}
KEY_ROOM, NARROW_KEY_ROOM = 24, 12  # cells for the keys
NARROW = 56  # cells of the sheet, below which the keys have less room


class HelpScreen(ModalScreen[None]):
    """The keys of a screen by where they work, scrolled with the same keys as everything else."""

    CSS_PATH = stylesheet("dialogs")
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,q,question_mark", "dismiss(None)", "back", id="help.back"),
        Binding("j", "scroll(1)", "down", show=False, id="help.down"),
        Binding("k", "scroll(-1)", "up", show=False, id="help.up"),
        Binding("space", "scroll(10)", "a page down", show=False, id="help.page_down"),
        Binding("b", "scroll(-10)", "a page up", show=False, id="help.page_up"),
        Binding("g", "edge(-1)", "the beginning", show=False, id="help.top"),
        Binding("G", "edge(1)", "the end", show=False, id="help.end"),
        Binding("slash", "filter", "filter", show=False, id="help.filter"),
    ]

    def __init__(self, below: Screen[object]) -> None:
        super().__init__()
        self._below = below
        self._said_for: tuple[int, str] = (0, "")  # cells, and what was typed
        self._keys = Static()
        self._find_bar = FindBar(id="find")
        self._sheet = VerticalScroll(self._keys, classes="sheet", id="help")

    def compose(self) -> ComposeResult:
        yield self._sheet
        yield self._find_bar

    def on_mount(self) -> None:
        self._sheet.border_title = Content("Keys")
        self._sheet.border_subtitle = Content("/ filters · Esc back")
        self.set_focus(self._sheet)

    def on_resize(self) -> None:
        self.call_after_refresh(self._say)

    def _say(self) -> None:
        """Say the keys in lines as wide as the sheet."""
        width, typed = self._sheet.scrollable_content_region.width, self._find_bar.words
        if width and (width, typed) != self._said_for:
            self._said_for = (width, typed)
            self._keys.update(help_of(self._below, width, typed))

    def action_scroll(self, lines: int) -> None:
        self._sheet.scroll_relative(y=lines, animate=False)

    def action_edge(self, end: int) -> None:
        self._sheet.scroll_to(y=self._sheet.max_scroll_y if end > 0 else 0, animate=False)

    async def action_filter(self) -> None:
        await self._find_bar.open()

    def on_find_bar_changed(self) -> None:
        self._say()

    def on_find_bar_stepped(self, event: FindBar.Stepped) -> None:
        self.action_scroll(event.step)

    def on_find_bar_closed(self) -> None:
        self._say()
        self._sheet.focus()


def keys_by_section(screen: Screen[object]) -> dict[str, dict[str, list[str]]]:
    """Keys by section and description, of the screen, its widgets and the app; what works now comes first, and in
    each section what the footer shows."""
    sections: dict[str, dict[str, list[str]]] = {}
    listed: set[tuple[str, str]] = set()
    shown = {_described(binding) for binding in shown_bindings(screen)}
    nodes: list[DOMNode] = [*screen.query("*").results(), screen, screen.app]
    for node in nodes:
        for key, binding in bindings_of(node):
            section = SECTIONS.get((binding.id or "").partition(".")[0])
            description = _described(binding)
            if not section or not description or (section != EVERYWHERE and (key, description) in listed):
                continue
            active = screen.active_bindings.get(key)
            if node is screen.app and active and active.node is not node:
                continue  # it does something else here
            listed.add((key, description))
            keys = sections.setdefault(section, {}).setdefault(description, [])
            name = key_name(key)
            keys += [] if name in keys else [name]
    ids = (active.binding.id or "" for active in screen.active_bindings.values())
    named = (SECTIONS.get(id_.partition(".")[0], EVERYWHERE) for id_ in ids)
    here = sorted(dict.fromkeys(name for name in named if name != EVERYWHERE), key=SECTIONS["rows"].__eq__)
    order = list(dict.fromkeys((*here, *SECTIONS.values())))
    return {
        section: dict(sorted(sections[section].items(), key=lambda row: row[0] not in shown))
        for section in order
        if section in sections
    }


def _described(binding: Binding) -> str:
    """What a binding does, as a sentence begins."""
    description = binding.tooltip or binding.description
    return description[:1].upper() + description[1:]


def help_of(screen: Screen[object], width: int, typed: str) -> Content:
    """The keys in lines of that many cells, what they do beside them; only those with the words ``typed``."""
    words = fold(typed).split()
    room = KEY_ROOM if width >= NARROW else NARROW_KEY_ROOM
    parts: list[Content | str | tuple[str, str]] = []
    for section, every in keys_by_section(screen).items():
        rows = {does: keys for does, keys in every.items() if _has(words, section, does, keys)}
        if not rows:
            continue
        parts.append((f"{section}\n", "bold $text-accent"))
        for description, keys in rows.items():
            label = f"  {'  '.join(keys)}"
            parts += [(f"{label:<{room}}" if len(label) < room else f"{label}\n{' ' * room}", "bold")]
            parts += [f"\n{' ' * room}".join(wrap(description, max(8, width - room))), "\n"]
        parts.append("\n")
    legend = [line for line in LEGEND if _has(words, SIGNS, line, [])] if screen.query(LibraryList) else []
    parts += [(f"{SIGNS}\n", "bold $text-accent"), *(f"  {line}\n" for line in legend)] if legend else []
    return Content.assemble(*parts or ("No key does this",)).rstrip()


def _has(words: list[str], section: str, does: str, keys: list[str]) -> bool:
    text = fold(" ".join((section, does, *keys)))
    return all(word in text for word in words)
