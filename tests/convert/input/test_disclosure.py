"""What a page folds away until a reader asks is read, if it is text of the article."""

from __future__ import annotations

import pytest
from small_pages import article, paragraphs

from tui.convert.elements_by_tag import ElementsByTag
from tui.convert.input import disclosure, tree

ANSWER = "<p>The county pays a third of it, and the rest comes from the fund for the coast.</p>"


def text(part: str) -> str:
    return article(f"<article><h1>Ferry stays in port</h1>{paragraphs(3)}{part}{paragraphs(2)}</article>").text


@pytest.mark.parametrize(
    "part",
    [
        f"<h3><button aria-expanded=false aria-controls=a1>Who pays?</button></h3>"
        f"<div id=a1 style='display:none'>{ANSWER}</div>",
        f"<button aria-expanded=false aria-controls=a1>Who pays?</button><div id=a1 hidden>{ANSWER}</div>",
        f"<div role=tablist><a role=tab aria-controls=a1>Who pays?</a></div>"
        f"<div id=a1 role=tabpanel aria-hidden=true>{ANSWER}</div>",
        "<p>Who pays?</p><div role=tabpanel hidden><pre>The county pays a third</pre></div>",
        f"<h3><button>Who pays?</button></h3><div class=panel>{ANSWER}</div>",
        f"<details><summary>Who pays?</summary>{ANSWER}</details>",
        f"<section><h3>Who pays?</h3><div hidden>{ANSWER}</div></section>",
        f"<dl><dt><button aria-expanded=false>Who pays?</button></dt><dd aria-hidden=true>{ANSWER}</dd></dl>",
        f"<div role=button aria-expanded=false>Who pays?</div><div style='display: none'>{ANSWER}</div>",
    ],
)
def test_a_folded_panel_is_read_under_what_opens_it(part: str) -> None:
    found = text(part)
    assert "Who pays?" in found
    assert "The county pays a third" in found


@pytest.mark.parametrize(
    "part",
    [
        "<button aria-controls=m>Menu</button><ul id=m hidden><li><a href=/a>All of the news of today.</a></ul>",
        f"<nav><button aria-controls=m>Help</button><div id=m hidden>{ANSWER}</div></nav>",
        f"<button aria-controls=m>Write</button><div id=m hidden><form>{ANSWER}<input></form></div>",
        f"<div hidden>{ANSWER}</div>",
        f"<p>Who pays?</p><div hidden>{ANSWER}</div>",
    ],
)
def test_menus_forms_and_what_nothing_opens_stay_hidden(part: str) -> None:
    assert "county" not in text(part)
    assert "All of the news" not in text(part)


def test_a_button_beside_a_heading_s_words_is_not_read_with_them() -> None:
    root = tree.parse("<h2>Enum Wall <button>Copy item path</button></h2><h2><button>What a wall is</button></h2>")
    disclosure.disclose(ElementsByTag(root))

    assert [heading.findtext("button") for heading in root.iter("h2")] == ["Copy item path", None]


def test_a_hidden_panel_behind_one_called_alike_is_read_and_a_slide_is_not() -> None:
    shown = "<div class='tab-content active'><p>Boats pay nothing.</p></div>"
    assert "The county pays a third" in text(f"{shown}<div class=tab-content style='display:none'>{ANSWER}</div>")
    assert "county" not in text(f"{shown}<div class=tab-content aria-hidden=true>{ANSWER}</div>")
    assert "county" not in text(f"{shown}<div class=other style='display:none'>{ANSWER}</div>")


def test_of_more_hidden_panels_than_are_looked_at_the_same_are_read_in_each_run(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(disclosure, "MOST_SWITCHES", 1)
    root = tree.parse("".join(f"<h3>Who pays?</h3><{tag} hidden>{ANSWER}</{tag}>" for tag in ("ul", "section", "div")))
    disclosure.disclose(ElementsByTag(root))
    assert [e.tag for e in root.iter("ul", "section", "div") if e.get("hidden") is None] == ["div"]


@pytest.mark.parametrize(
    ("drawn", "kind", "level"),
    [
        ("<div role=heading aria-level=3>Who pays</div>", "heading", 3),
        ("<div role=heading>Who pays</div>", "heading", 2),
        ("<div role=heading aria-level=9>Who pays</div>", "heading", 6),
        ("<div role=heading><p>Who pays</p></div>", "paragraph", 0),
    ],
)
def test_what_its_role_calls_a_heading_is_one(drawn: str, kind: str, level: int) -> None:
    found = article(f"<article><h1>Ferry stays in port</h1>{paragraphs(3)}{drawn}{paragraphs(2)}</article>")
    (block,) = [b for b in found.blocks if b.text == "Who pays"]
    assert (block.kind, block.level) == (kind, level)


@pytest.mark.parametrize("again", ["<div role=tab>Who pays?</div>", ""])
def test_a_tab_that_stands_again_over_its_panel_stands_there_only(again: str) -> None:
    tabs = "<div role=tablist><div role=tab>Who pays?</div></div>"
    found = text(f"{tabs}<div>{again}<div role=tabpanel hidden>{ANSWER}</div></div>")
    assert "The county pays a third" in found
    assert found.count("Who pays?") == 1
