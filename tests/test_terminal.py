"""The app as a terminal sees it: no byte of a page steers it, every key is survived, all is put back at the end."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from pseudo_terminal import TRUE_COLOURS, Screen, Terminal, pages, sequences, visible

SAMPLES = Path(__file__).resolve().parent / "pages"
ESC, BEL, ST = "\x1b", "\x07", "\x1b\\"
SENTENCE = "The harbour master waited on the quay until the last boat was in, and then he went home to sleep. "
PAYLOADS = {
    "title": f"{ESC}]0;TAKEN{BEL}",
    "clipboard": f"{ESC}]52;c;VEFLRU4={ST}",
    "link": f"{ESC}]8;;http://elsewhere.example/{ST}press{ESC}]8;;{ST}",
    "clear": f"{ESC}[2J{ESC}[H",
    "blink": f"{ESC}[5;31m",
    "report": f"{ESC}[6n{ESC}[c",
    "device": f"{ESC}Pq#0;2;0;0;0{ST}",
    "application": f"{ESC}_Ga=T,f=24;AAAA{ST}",
    "reset": f"{ESC}c",
    "unfinished": f"{ESC}]0;swallow",
    "c1": "\x9b31m\x9d0;TAKEN\x9c\x90q\x9c",
    "controls": "one\x08\x08\x07two\x0e lqk \x0f\x00\x7f",
    "references": "&#27;]52;c;VEFLRU4=&#27;\\ &#x9b;2J &#x1b;[2J",
    "bidi": "cost \u202e000,1\u202c \u2066x\u2069 \u200f\u061c",
    "invisible": "pay\u200bpal \u2060log\u00adin \U000e0041\U000e0042",
    "markup": "[@click=app.quit]PRESS[/] [bold red]x title [/b] [[ [link=file:///etc/passwd]y[/link] :smile:",
}
KEYS = ["j", "G", "g", "2", "j", "\r", "x", "3", "\r", "1", "/", "boat", "\r", "n", "?", "q", "L", "\r", "q"]


def page_with(payload: str) -> str:
    """A news page with the payload wherever text can stand."""
    return (
        f'<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Quay {payload} news</title>'
        f'<meta name="author" content="Ann {payload} Lee"><meta property="og:site_name" content="Post {payload}">'
        f"</head><body><article><h1>Quay {payload} news</h1><p>{SENTENCE * 3}{payload}</p>"
        f"<p>“It was {payload} enough,” said Ann {payload} Lee, the harbour {payload} master. {SENTENCE * 2}</p>"
        f'<figure><img src="x.png" alt="boats {payload}"><figcaption>Boats {payload} at rest</figcaption></figure>'
        f'<h2>More {payload}</h2><p><a href="https://quay.example/{payload}">the {payload} list</a> {SENTENCE * 2}</p>'
        f"<pre><code>code {payload}</code></pre><blockquote>{SENTENCE}{payload}</blockquote>"
        f"<table><tr><td>{payload}</td><td>1</td></tr><tr><td>b</td><td>2</td></tr></table></article></body></html>"
    )


def session(home: Path, folder: Path, name: str, payload: str) -> str:
    """Everything that is written while a page is opened and gone through."""
    folder.mkdir(exist_ok=True)
    (path,) = pages(folder, [(name, page_with(payload))])
    with Terminal(home, path, forked=True) as terminal:
        terminal.wait_for("Lee")
        terminal.press(*KEYS)
        return terminal.written


@pytest.fixture(scope="module")
def plain_sequences(tmp_path_factory: pytest.TempPathFactory) -> set[str]:
    """The control sequences that the app itself makes, on a page without any of these."""
    home = tmp_path_factory.mktemp("plain")
    return sequences(session(home, home / "pages", "plain.html", "quiet"))


@pytest.mark.parametrize("names", [list(PAYLOADS)[n::4] for n in range(4)], ids="abcd")
def test_nothing_from_a_page_steers_the_terminal(tmp_path: Path, plain_sequences: set[str], names: list[str]) -> None:
    payload = " ".join(PAYLOADS[name] for name in names)
    written = session(tmp_path, tmp_path / "pages", "page.html", payload)
    assert foreign(written, plain_sequences) == set()
    assert not re.search("[\u200b\u202a-\u202e\u2060\u2066-\u2069\u00ad\U000e0000-\U000e0fff]", visible(written))


def foreign(written: str, own: set[str]) -> set[str]:
    """Control sequences that the app does not make by itself."""
    return {found for found in sequences(written) - own if not known_link(found)}


def known_link(sequence: str) -> bool:
    """A link in the text, of the one host that the page's own links name."""
    return sequence.startswith("\x1b]8;") and sequence.split(";", 2)[2].startswith(("https://quay.example/", "\x1b\\"))


def test_markup_in_a_page_is_text(tmp_path: Path) -> None:
    written = visible(session(tmp_path, tmp_path / "pages", "page.html", "[@click=app.quit]PRESS[/] [/b]"))
    assert "[@click=app.quit]PRESS[/]" in written


def test_a_file_name_steers_nothing(tmp_path: Path, plain_sequences: set[str]) -> None:
    written = session(tmp_path, tmp_path / "pages", f"a{ESC}]0;TAKEN{BEL}b.html", "quiet")
    assert foreign(written, plain_sequences) == set()


def test_an_error_about_a_strange_name_steers_nothing(tmp_path: Path, plain_sequences: set[str]) -> None:
    with Terminal(tmp_path, f"{tmp_path}/none{ESC}]0;TAKEN{BEL}.html", forked=True) as terminal:
        terminal.wait_for("could not be opened")
        terminal.press("y", "?", "q")
        written = terminal.written
    assert {found for found in foreign(written, plain_sequences) if not found.startswith("\x1b]52;c;")} == set()


def test_the_terminal_is_put_back_at_the_end(tmp_path: Path) -> None:
    with Terminal(tmp_path, str(SAMPLES / "harbour.html")) as terminal:
        terminal.wait_for("sandbags")
        terminal.press("q")
        assert terminal.wait_for_end() == 0
        written = terminal.written
    for on, off in (("\x1b[?1049h", "\x1b[?1049l"), ("\x1b[?1000h", "\x1b[?1000l"), ("\x1b[?25l", "\x1b[?25h")):
        assert written.rfind(off) > written.rfind(on) >= 0


def test_after_a_stop_the_whole_screen_is_painted_again(tmp_path: Path) -> None:
    with Terminal(tmp_path, str(SAMPLES / "harbour.html")) as terminal:
        terminal.wait_for("sandbags")
        terminal.press("\x1a")
        terminal.wait_for_stop()
        assert terminal.written.rfind("\x1b[?1049l") > terminal.written.rfind("\x1b[?1049h")
        again = visible(terminal.go_on())
        assert "The Coast Herald" in again
        assert "sandbags" in again


COLOURS = {
    "true": TRUE_COLOURS,
    "256": {"TERM": "xterm-256color"},
    "16": {"TERM": "vt100"},  # as xterm and screen, which do not say how many they have
    "none": {"TERM": "xterm-256color", "NO_COLOR": "1"},
    "dumb": {"TERM": "dumb"},
}


@pytest.mark.parametrize("colours", COLOURS.values(), ids=COLOURS)
def test_in_every_kind_of_colours_what_stands_there_is_what_is_drawn(tmp_path: Path, colours: dict[str, str]) -> None:
    """After keys that change parts of the screen, all of it drawn anew shows the same."""
    with Terminal(tmp_path, str(SAMPLES / "harbour.html"), columns=130, colours=colours, forked=True) as terminal:
        terminal.wait_for("sandbags")
        terminal.press("j", "2", "j", "j", "x", "x", "\r", "1", " ", "?", "\x1b", "/", "wall", "\r", quiet=0.3)
        assert terminal.answer("n", "match 8 of 9")
        stood, terminal.screen = terminal.screen.text, Screen()
        terminal.press("\x0c")
        terminal.wait_until(lambda: terminal.screen.text == stood)
        assert terminal.screen.text.split("\n") == stood.split("\n")
        assert terminal.status is None


OPENS_SOMETHING = {"reader": "/:?eiovS", "library": "/:?aoTS"}  # keys whose dialog or screen Esc closes again


@pytest.mark.parametrize("start", OPENS_SOMETHING)
def test_every_key_is_survived(tmp_path: Path, start: str) -> None:
    keys = [chr(code) for code in range(33, 127) if chr(code) not in "qVlL"]
    keys += ["\t", "\x1b[Z", " ", "\x04", "\x15", *(f"\x1b[{final}" for final in "ABCDHF"), "\x1b[5~", "\x1b[6~"]
    with Terminal(tmp_path, str(SAMPLES / "harbour.html"), forked=True) as terminal:
        terminal.wait_for("sandbags")
        terminal.press(*("L" if start == "library" else ""))
        for key in keys:
            if key in OPENS_SOMETHING[start]:
                # Esc before there is anything to close would leave the program; a cursor blinks every half second.
                terminal.press(key, "\x1b", quiet=0.4)
            else:
                terminal.press(key, quiet=0.04)
            assert terminal.status is None, f"ended by {key!r}"
        terminal.press("\x11")
        assert terminal.wait_for_end() == 0
        assert "Traceback" not in terminal.written


def test_a_kept_article_is_there_without_its_file(tmp_path: Path) -> None:
    copy = tmp_path / "copy.html"
    copy.write_bytes((SAMPLES / "skarv.html").read_bytes())
    with Terminal(tmp_path, str(copy), forked=True) as terminal:
        terminal.wait_for("treeless")
        terminal.press(" ", " ", " ", "q")
        terminal.wait_for_end()
    copy.unlink()
    with Terminal(tmp_path, forked=True) as terminal:
        terminal.wait_for("writes down the ships")
        terminal.press("\r")
        terminal.wait_for("Solheim")
        assert "treeless" not in terminal.written
