"""Boxes between plain paragraphs are told by their shape, in whatever language they speak."""

from __future__ import annotations

import pytest
from small_pages import SENTENCES, article

from tui.convert.body import boxes
from tui.convert.input import tree

STORY = "<a href=/n/12>A boat for the outer islands</a>"


def text(box: str) -> str:
    """The text of an article with ``box`` between its paragraphs."""
    said = [f"<p>{sentence}</p>" for sentence in SENTENCES * 2]
    said = [p.replace("</p>", f" It was number {n}.</p>") for n, p in enumerate(said)]
    return article(f"<div><h1>Ferry stays in port</h1>{''.join(said[:4])}{box}{''.join(said[4:])}</div>").text


@pytest.mark.parametrize(
    "box",
    [
        f"<div class=k><span>Loe veel</span>{STORY}</div>",
        f"<div class=k><b>A boat for the outer islands</b><p>It is to sail next week. {STORY}</p></div>",
        "<div><p>Olulisim nädala lõpus sinu postkasti.</p><input type=text><button>Telli</button></div>",
        "<div class=k><b>Kas ootate laeva?</b><label><input type=radio>Ootan laeva.</label>"
        "<label><input type=radio>Ma ei oota laeva.</label></div>",
    ],
)
def test_a_box_between_paragraphs_goes(box: str) -> None:
    found = text(box)
    assert "It was number 3.\n\nOld people" in found


@pytest.mark.parametrize(
    "part",
    [
        "<div class=k><h3>What the survey found</h3></div>",
        "<div class=k><h3>About the island</h3><p>It has a school and a harbour.</p><p>Few live there.</p></div>",
        "<section><h4>Saare kohta</h4><p>Saarel on kool, pagar ja sadam, aga vähe elanikke.</p></section>",
        "<div class=k><table><tr><th>Day</th><th>Boats</th></tr><tr><td>Monday</td><td>4</td></tr></table>"
        "<button>Show all</button></div>",
        "<div class=k>The harbour office said later on that this was not so.</div>",
        "<div class=k><h3>Bread for forty</h3><ul><li>Five pounds of flour</li><li>Salt and water</li></ul></div>",
        "<div class=k><input type=radio><label>Shell</label><input type=radio><label>Boat</label><pre>blow</pre></div>",
        "<div class=k><blockquote class=tweet-embed><p>We wait.</p><a href=/t>link to the post</a></blockquote></div>",
    ],
)
def test_other_wrappers_between_paragraphs_stay(part: str) -> None:
    assert "It was number 3.\n\nOld people" not in text(part)


def test_parts_of_the_text_that_are_all_wrapped_stay() -> None:
    parts = "".join(f"<div class=part><h3>Part {n} of it</h3><p>{SENTENCES[n]}</p></div>" for n in range(5))
    assert "Part 2 of it" in text(parts)


def test_a_line_that_is_a_label_and_a_linked_title_goes() -> None:
    assert "outer islands" not in text(f"<p><b>Skaityk:</b> {STORY}</p>").split("It was number 3.")[1][:60]


def test_a_box_that_ends_with_an_invitation_goes() -> None:
    said = "Steun onafhankelijke journalistiek op de eilanden, al vanaf drie euro per maand."
    box = f"<div><h3>Vond je dit nuttig?</h3><p>{said}</p><a href='{{}}'>Word lid</a></div>"
    assert said not in text(box.format("/steun"))
    assert said in text(box.format("https://yard.example/steun"))
    assert said in text(box.format("/steun").replace("Word lid", "Wie lid wordt, betaalt drie euro per maand."))
    assert said in text(box.format("/steun").replace("<h3>Vond je dit nuttig?</h3>", ""))


FACTS = "<h3>The ferry</h3><p>It was built in the year of the great ice.</p><p>It holds two hundred people.</p>"
POINTS = "<ul><li>The hull has a crack.</li><li>No boat sails.</li></ul>"


@pytest.mark.parametrize(
    "box",
    [
        f"<div class=factbox>{FACTS}</div>",
        f"<aside class=infobox>{FACTS}</aside>",
        f"<section class=key-points>{POINTS}</section>",
        "<div class=infobox><b>The ferry</b> was built in the year of the great ice and has sailed ever since.</div>",
        f"<div class=x><div class=fact-box><div class=fact-box__title>The ferry</div>{FACTS}</div></div>",
        f"<figure><img src=/a.jpg></figure><div class=factbox>{FACTS}</div><h2>The night in the school</h2>",
        f"<div class=factbox>{FACTS}<p>Of its sister <a href=/n/3>little is known</a> to this day.</p></div>",
    ],
    ids=["plain", "aside", "items", "no paragraph", "wrapped, in parts", "picture and heading beside", "a link"],
)
def test_a_box_of_facts_between_paragraphs_is_read(box: str) -> None:
    said = text(box)
    assert "year of the great ice" in said.replace("winter of the great ice", "") or "No boat sails." in said
    assert ("fact-box__title" in box) == (said.count("The ferry\n\n") == 2)


@pytest.mark.parametrize(
    "box",
    [
        "<div class=factbox><h3>The ferry</h3><ul><li>Oak</li><li>Two hundred places</li></ul></div>",
        f"<div class=factbox>{FACTS}<p>{STORY}</p><p>{STORY}</p></div>",
        f"<div class=factbox>{FACTS}<p>Subscribe to our newsletter for more.</p></div>",
        f"<div class=factbox>{FACTS}<button>Show more</button></div>",
        f"<aside class=factbox aria-expanded=false>{FACTS}</aside>",
        f"<div class=factbox>{FACTS}<input name=q></div>",
        f"<div class='factbox sidebar'>{FACTS}</div>",
        f"<div class=ai-summary>{FACTS}</div>",
    ],
    ids=["no sentences", "links", "asks", "folded", "said to be folded", "field", "sidebar", "machine's"],
)
def test_another_such_box_is_not(box: str) -> None:
    found = text(box)
    assert "It holds" not in found
    assert "Two hundred places" not in found


def test_a_box_of_facts_that_says_what_the_text_says_is_not_read_twice() -> None:
    assert text(f"<div class=key-points><p>{SENTENCES[1]}</p></div>").count(SENTENCES[1]) == 2


@pytest.mark.parametrize(("around", "read"), [(400, False), (100, True)])
def test_what_a_box_of_facts_says_is_looked_for_in_the_text_up_to_a_bound(
    around: int, read: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(boxes, "MOST_AROUND", around)
    box = f"<div class=key-points><p>{SENTENCES[0]}</p></div>"
    body = tree.parse(f"<p>{SENTENCES[1]}</p>{box}<p>{SENTENCES[0]}</p>")
    assert boxes.Explaining(None).holds(body.find(".//div")) == read


@pytest.mark.parametrize("after", ["", "<div>Advertisement</div>" * 4])
def test_a_box_of_facts_after_the_last_paragraph_is_not_between(after: str) -> None:
    story = "".join(f"<p>{sentence}</p>" for sentence in SENTENCES)
    box = f"<div class=factbox>{FACTS}</div>{after}"
    assert "It holds" not in article(f"<div><h1>Ferry stays in port</h1>{story}{box}</div>").text


@pytest.mark.parametrize(("most", "read"), [(2, True), (1, False)])
def test_a_box_of_more_paragraphs_than_facts_take_is_not(
    most: int, read: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(boxes, "MOST_TOLD", most)
    page_text = article(f"<div><h1>Bells</h1><p>{SENTENCES[0]}</p><div class=factbox>{FACTS}</div><p>{SENTENCES[1]}</p>"
                        f"<p>{SENTENCES[2]}</p><p>{SENTENCES[3]}</p></div>").text  # fmt: skip
    assert ("It holds" in page_text) == read


def test_only_some_boxes_of_facts_are_looked_into() -> None:
    said = [f"<p>{n}: {sentence}</p>" for n, sentence in enumerate(SENTENCES * 10)]
    facts = [f"<div class=factbox><p>It holds {n} people and no cows.</p></div>" for n in range(len(said))]
    shown = article(f"<div><h1>Ferry</h1>{''.join(map(''.join, zip(said, facts, strict=True)))}</div>").text
    assert shown.count("no cows") == boxes.MOST_BOXES


def test_a_heading_with_a_link_to_change_it_is_no_box_of_links() -> None:
    marked = "<div class=h><h2 id=Hull>Hull</h2><span>[<a href=/w/edit?section=1>edit</a>]</span></div>"
    assert "Hull\n\nOld people" in text(marked)
