"""Appeals go; sentences that only name what appeals are about stay."""

from __future__ import annotations

import pytest
from small_pages import article, paragraphs


def text(part: str) -> str:
    return article(f"<article><h1>Ferry stays in port</h1>{paragraphs(3)}{part}{paragraphs(2)}</article>").text


@pytest.mark.parametrize(
    "said",
    [
        "Those who wait can call the office or write to it by WhatsApp.",
        "The school will donate the bread that is left.",
        "What will your app do on days without a ferry?",
        "She had checked her subscriber count twice that day.",
        "Passengers can sign up for a seat at the office.",
        "Of the letters that I subscribe to, one comes by boat.",
    ],
)
def test_a_sentence_that_names_what_appeals_are_about_stays(said: str) -> None:
    assert said in text(f"<p>{said}</p>")


@pytest.mark.parametrize(
    "said",
    [
        "Follow us on WhatsApp",
        "Follow us on WhatsApp for news of the islands.",
        "<a href=https://chat.example/isle>Our channel</a> on WhatsApp.",
        "Already a subscriber? Sign in to read on.",
        "To hear more of the islands, please subscribe.",
        "You can sign up for our letter here.",
    ],
)
def test_an_appeal_goes(said: str) -> None:
    assert text(f"<p>{said}</p>") == text("")


def test_a_linked_heading_that_asks_goes_though_text_stands_under_it() -> None:
    under = "<p>The office counts its passengers every week and writes down where they want to go.</p>"
    assert "Create an" not in text(f"<h3><a href=/join>Create an account</a></h3>{under}")
    assert "The letters of" in text(f"<h3><a href=/letters>The letters of the passengers</a></h3>{under}")


@pytest.mark.parametrize(("over", "shown"), [("<p>Sign in to read on</p>", False), ("", True)])
def test_what_a_subscriber_gets_goes_with_the_lines_that_ask(over: str, shown: bool) -> None:
    offers = (
        f"{over}<p>Create an account for more.</p><ul><li>All of the island's news.</li><li>A puzzle a day.</li></ul>"
    )
    assert ("A puzzle a day." in article(paragraphs(3) + offers + paragraphs(3)).text) == shown
