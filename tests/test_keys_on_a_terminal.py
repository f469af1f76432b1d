"""The keys of the README's table, pressed in a real pseudo-terminal, change what the terminal shows."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from pseudo_terminal import Terminal

SAMPLES = Path(__file__).resolve().parent / "pages"
ESC, ENTER, TAB, BACK_TAB = "\x1b", "\r", "\t", "\x1b[Z"
UP, DOWN, HOME, END, PAGE_UP, PAGE_DOWN = (f"\x1b[{final}" for final in ("A", "B", "H", "F", "5~", "6~"))
ALT_LEFT, ALT_RIGHT = "\x1b[1;3D", "\x1b[1;3C"
TITLE, LAST_WORDS = "Harbour wall to rise before winter   ", "Ask my"
NARROW = [  # keys, and what is newly written in answer; one pane is shown at a time
    ("j", "two earlier"), ("k", TITLE), (DOWN, "two earlier"), (UP, TITLE),
    (" ", "What the wall will be"), ("b", TITLE), (PAGE_DOWN, "What the wall will be"), (PAGE_UP, TITLE),
    ("\x04", "What the wall will be"), ("\x15", TITLE),
    ("G", LAST_WORDS), ("g", TITLE), (END, LAST_WORDS), (HOME, TITLE),
    ("]", "What the wall will be"), ("]", "A price, and who pays it"), ("[", "What the wall will be"), ("g", TITLE),
    (TAB, "[Sources"), (BACK_TAB, "[Article]"), ("2", "[Sources"), ("3", "[Captions"), ("1", "[Article]"),
    ("2", "[Sources"), ("G", "Samuel Okafor"), ("g", "People"), (ENTER, "place 1 of"),
    ("2", "[Sources"), (ENTER, "place 2 of"),
    ("3", "[Captions"), (ENTER, "[Article]"), ("g", TITLE),
    ("/", "[Article]"), ("storm", "found"), (ENTER, "[Article]"), ("n", "match 2 of"),
    ("N", "match 1 of"), (ESC, "min left"),
    ("f", "article starred"), ("m", "marked unread"), ("y", "Copied the title and address"),
    ("2", "[Sources"), ("y", "Copied"), ("3", "[Captions"), ("y", "Copied"), ("v", "Waves break"), (ESC, "[Captions"),
    ("1", "[Article]"), ("o", "coast.example"), (ESC, "[Article]"),
    ("t", "[Article]"), ("?", "Keys"), (ESC, "[Article]"), (":", "command"), (ESC, "[Article]"),
    ("S", "Search everything kept"), (ESC, "[Article]"),
    ("J", "Skarv"), ("K", "Harbour wall"),
]  # fmt: skip
FURTHER = [  # those that come after the ones that every pager has
    ("]", "What the wall will be"), ("G", LAST_WORDS), ("\x7f", "What the wall will be"), ("G", LAST_WORDS),
    (ALT_LEFT, "What the wall will be"), (ALT_RIGHT, LAST_WORDS),
    ("l", LAST_WORDS), ("a", "gov.example"), (ESC, LAST_WORDS), ("g", TITLE),
    ("p", "Pictures in the text"), ("p", "No pictures in the text"),
    ("V", TITLE), ("w", TITLE), (ESC, TITLE), ("V", TITLE), ("y", "Copied the selection"), (ESC, TITLE),
    ("i", "A price, and who pays it"), (ESC, TITLE), ("<", "Rosalind Sand"), (">", "Rosalind Sand"),
    ("2", "[Sources"), ("x", "▾ Ada Moreno"), ("x", "▸ Ada Moreno"), ("e", "Export the sources"), (ESC, "[Sources"),
    ("1", "[Article]"), ("D", "Only one text of this page is kept"), ("W", "Voices"), (ESC, "[Article]"),
]  # fmt: skip
WIDE = [  # the panes stand side by side
    ("s", "CAPTIONS"), ("s", "SOURCES"), ("c", "Organisations"), ("c", "CAPTIONS"),
    ("z", "PORT ELLERY"), ("z", "SOURCES"),
]  # fmt: skip


@contextmanager
def reading(home: Path, columns: int) -> Iterator[Terminal]:
    """The app on two articles, the first one on the screen."""
    paths = [str(SAMPLES / name) for name in ("harbour.html", "skarv.html")]
    with Terminal(home, *paths, columns=columns, forked=True) as terminal:
        terminal.wait_for("sandbags")
        terminal.press("")
        yield terminal


def unanswered(terminal: Terminal, keys: list[tuple[str, str]]) -> list[tuple[str, str]]:
    """The keys that did not bring what they should, and what was missed."""
    return [(key, answer) for key, answer in keys if not terminal.answer(key, answer)]


def test_each_key_has_its_answer(tmp_path: Path) -> None:
    with reading(tmp_path, 100) as terminal:
        assert unanswered(terminal, NARROW) == []
        terminal.press("q")
        assert terminal.wait_for_end() == 0


def test_further_keys_have_theirs(tmp_path: Path) -> None:
    with reading(tmp_path, 100) as terminal:
        assert unanswered(terminal, FURTHER) == []
        terminal.press("q")
        assert terminal.wait_for_end() == 0


def test_keys_that_arrange_the_panes_have_theirs(tmp_path: Path) -> None:
    with reading(tmp_path, 130) as terminal:
        assert unanswered(terminal, WIDE) == []
        terminal.press(ESC)
        assert terminal.wait_for_end() == 0


def test_ctrl_p_opens_the_command_palette(tmp_path: Path) -> None:
    with reading(tmp_path, 100) as terminal:
        assert unanswered(terminal, [("\x10", "command")]) == []


def test_n_goes_on_to_the_next_place_of_the_same_source(tmp_path: Path) -> None:
    keys = [("2", "[Sources"), (ENTER, "place 1 of"), ("2", "[Sources"), (ENTER, "place 2 of"), ("n", "place 3 of")]
    with reading(tmp_path, 100) as terminal:
        assert unanswered(terminal, keys) == []
