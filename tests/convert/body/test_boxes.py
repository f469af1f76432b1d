"""Boxes between plain paragraphs are told by their shape, in whatever language they speak."""

from __future__ import annotations

import pytest
from small_pages import SENTENCES, article

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
