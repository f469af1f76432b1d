"""A page that holds no article is not passed off as one without a word."""

from __future__ import annotations

import pytest
from small_pages import article, paragraphs

from tui.convert.body import page_kinds
from tui.model.warning import FRONT_PAGE, POINTS_ON

CONSENT = (
    "<h1>Before you read on</h1><p>We and our 412 partners store cookies on your device.</p>"
    "<p>You can withdraw your consent at any time; our privacy policy tells how.</p>"
)
HEADLINES = "".join(
    f"<h2><a href=/n/{n}>The news of day number {n} of it</a></h2><p>Some of it.</p>" for n in range(12)
)


@pytest.mark.parametrize(
    ("body", "told"),
    [
        (CONSENT, page_kinds.ASKS_CONSENT.text),
        (
            "<p>Lesen Sie mit Werbung und Tracking wie bisher.</p><p>Ohne Tracking kostet es drei Euro.</p>"
            "<p>Mehr sagt die Erklärung zum Datenschutz.</p>",
            page_kinds.ASKS_CONSENT.text,
        ),
        ("<p>Please enable JavaScript to view this page.</p>", page_kinds.NEEDS_SCRIPTS.text),
        ("<h1>Yard</h1><p>Sorry, the page you are looking for does not exist.</p>", page_kinds.NOT_THERE.text),
        ("<h1>Oops! That page can’t be found.</h1><p>Maybe try a search?</p>", page_kinds.NOT_THERE.text),
        (
            "<p>The page has moved. If nothing happens, <a href='https://yard.example/n/4'>click here</a>.</p>",
            POINTS_ON + "https://yard.example/n/4",
        ),
        ("<h1>Yard</h1><p>We are performing some maintenance at the moment.</p>", page_kinds.OUT_OF_ORDER.text),
        (
            "<h1>Are you over 18?</h1><p>You must be of legal drinking age to enter.</p><button>Yes</button>",
            page_kinds.ASKS_AGE.text,
        ),
        ("<p>Please verify you are human before you go on.</p>", page_kinds.CHECKS_READERS.text),
        (
            "<p>Redirecting to <a href='https://yard.example/n/4'>yard.example/n/4</a></p>",
            POINTS_ON + "https://yard.example/n/4",
        ),
        (
            "<div><a href='https://yard.example/n/4'>https://yard.example/n/4</a></div>",
            POINTS_ON + "https://yard.example/n/4",
        ),
    ],
)
def test_a_page_without_an_article_is_told(body: str, told: str) -> None:
    assert told in [warning.text for warning in article(body).warnings]


def test_a_front_page_is_told_by_its_address_and_its_linked_headlines() -> None:
    body = f"<main><h1>Isle News</h1>{HEADLINES}</main>"
    for root in ("https://isle.example/", "https://isle.example/en/", "https://isle.example/index.html"):
        assert FRONT_PAGE in article(body, url=root).warnings
    assert FRONT_PAGE not in article(body, url="https://isle.example/week/12").warnings


def test_a_front_page_gives_a_list_of_its_articles() -> None:
    body = f"<nav><a href=/about>About the paper and its people</a></nav><main><h1>Isle News</h1>{HEADLINES}</main>"
    front = article(body, url="https://isle.example/")
    titles = [f"The news of day number {n} of it" for n in range(12)]
    assert [(link.text, link.url) for link in front.links] == [
        (title, f"https://isle.example/n/{n}") for n, title in enumerate(titles)
    ]
    assert front.text.split("\n\n") == titles


def test_a_front_page_of_cards_gives_a_list_of_them() -> None:
    card = (
        "<a href=/n/{0}><img src=/{0}.jpg alt=''><div>The news of day number {0} of it</div><div>1 hour ago</div></a>"
    )
    cards = "".join(map(card.format, range(12)))
    titles = [f"The news of day number {n} of it" for n in range(12)]

    assert [link.text for link in article(cards, url="https://isle.example/").links] == titles
    assert FRONT_PAGE not in article(cards + paragraphs(), url="https://isle.example/").warnings


@pytest.mark.parametrize(
    "said",
    [
        "The law on cookies asks for consent, and the data of partners is what it is about.",
        "Those who enable JavaScript see the map of the harbour as well.",
        "<a href='https://yard.example/n/4'>The yard</a> has told its own story.",
    ],
)
def test_an_article_about_such_things_is_none_of_them(said: str) -> None:
    assert not article(f"<article><h1>Ferry stays in port</h1>{paragraphs()}<p>{said}</p></article>").warnings


def test_a_page_that_asks_for_a_password_is_told_from_one_that_also_does() -> None:
    form = "<form><input name=user><input name=pw type='password'></form>"
    assert article(f"<h1>Log in</h1><p>You must be logged in to view this page.</p>{form}").warnings == (
        page_kinds.NEEDS_LOGIN,
    )
    assert page_kinds.NEEDS_LOGIN not in article(f"{form}<article>{paragraphs()}</article>").warnings


def test_the_title_may_say_that_a_page_is_not_there() -> None:
    said = "<p>Vielleicht wurde sie verschoben; bitte nutzen Sie die Suche.</p>"
    assert (
        page_kinds.NOT_THERE in article(f"<h1>Seite nicht gefunden</h1>{said}", title="Seite nicht gefunden").warnings
    )
    assert page_kinds.NOT_THERE not in article(f"<h1>Seite der Fähre</h1>{said}", title="Seite der Fähre").warnings


def test_a_short_note_with_a_link_is_no_page_that_leads_on() -> None:
    note = "<p>The ferry is mended. What it cost, <a href='https://yard.example/n/4'>the yard tells</a>.</p>"
    assert not article(f"<article>{note}</article>").warnings
    crew = "<p>The crew are over 60, and the captain is at least 18 years older than the cook.</p>"
    assert not article(f"<article>{crew}</article>").warnings
