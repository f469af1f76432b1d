"""Lines between paragraphs that point to something else to read, ask for something, or sign the article off."""

from __future__ import annotations

import pytest
from small_pages import SENTENCES, article, paragraphs

TITLE = "A boat for the outer islands"


def text(between: str, after: str = "") -> str:
    return article(
        f"<article><h1>Ferry stays in port</h1>{paragraphs(4)}{between}{paragraphs(5)}{after}</article>"
    ).text


@pytest.mark.parametrize(
    "phrase",
    "Read more|Read also|Also read|Read next|See also|See more|More on this|More stories|More from|"
    "You may also like|Don’t miss|Recommended|Trending|Most read|Further reading|Continue reading|Mehr über es|"
    "In case you missed|Up next|Watch|Listen|Learn more|Lesen Sie auch|Mehr zum Thema|Mehr dazu|"
    "Auch interessant|Weitere Artikel|Weiterlesen|Siehe auch|Lies auch|Passend zum Thema|Lire aussi|À lire|"
    "Lire également|Lire la suite|Voir aussi|Pour aller plus loin|Sur le même sujet|Lea también|Lee también|"
    "Leer más|Te puede interesar|Más información|Ver también|Leia também|Leia mais|Veja também|Saiba mais|"
    "Leggi anche|Potrebbe interessarti|Vedi anche|Lees ook|Lees meer|Zie ook|Les også|Se også|Läs mer|"
    "Läs också|Læs også|Læs mere|Lue myös|Katso myös|Czytaj też|Czytaj także|Zobacz też|Zobacz także|"
    "Čtěte také|Přečtěte si|Читайте также|Подробнее|Читайте також|Pročitajte|Preberite|Loe ka|Olvasd el|"
    "Citește și|Διαβάστε|Δείτε επίσης|Devamını oku|"
    "Xem thêm|Đọc thêm|Baca juga|関連記事|あわせて読みたい|相关阅读|延伸阅读|관련기사|"
    "यह भी पढ़ें|اقرأ أيضا|"
    "קראו עוד".split("|"),
)
def test_a_pointer_in_any_language_goes_with_its_link(phrase: str) -> None:
    # The link alone would not do: it holds less than half of the line.
    line = f"{phrase}: what was said on the quay that day, <a href=/b>{TITLE}</a>"
    assert TITLE not in text(f"<p>{line}</p>")


@pytest.mark.parametrize(
    "sentence",
    [
        f"Nobody knew of <a href=/b>{TITLE}</a> before the harbour office wrote to the village about it.",
        "More bread came with the boat than four hundred people could eat before the end of the week, and all that "
        "was left over went to the school, where children had asked for it, and to the three old people on the "
        "north shore.",
        "“Read more and you will know,” said the teacher to the children who asked about the winter of the great ice, "
        "and they read on until the light went out and the storm came nearer to the village than it had been before.",
    ],
)
def test_a_sentence_of_the_text_stays(sentence: str) -> None:
    assert sentence.replace(f"<a href=/b>{TITLE}</a>", TITLE) in text(f"<p>{sentence}</p>")


@pytest.mark.parametrize(
    "label",
    "Related|Related links|Related articles|Top stories|Most popular|Most read|Latest news|More stories|"
    "Recommended for you|You may also like|Read next|Mehr zum Thema|Das könnte Sie auch interessieren|"
    "Meistgelesen|Weitere Artikel|Ähnliche Artikel|Sur le même sujet|Les plus lus|Noticias relacionadas|"
    "Lo más leído|Mais lidas|Articoli correlati|Meest gelezen|Mest lest|Mest läst|Популярное|関連記事|相关阅读|"
    "관련기사|Xem thêm|Související".split("|"),
)
def test_other_reading_under_a_label_at_the_end_goes(label: str) -> None:
    others = "".join(f"<p>A story about number {n}, told in a few words</p>" for n in range(3))
    assert "A story about" not in text("", f"<h3>{label}</h3>{others}")


def test_text_that_goes_on_after_such_a_label_stays() -> None:
    on = "".join(f"<p>{SENTENCES[n]} {SENTENCES[n - 1]} It goes on with part {n}.</p>" for n in range(4))
    assert "It goes on with part 3." in text("", f"<h3>Related</h3>{on}")


@pytest.mark.parametrize(
    "line",
    [
        "Copyright 2026 The Isle. All rights reserved.",
        "Reporting by Ada Moreno; editing by Jan Dyk",
        "Tags: ferry, harbour, winter",
        "Filed under: Harbour",
        "Quelle: dpa",
        "Source: Harbour office",
        "Fuente: EFE",
        "Źródło: PAP",
        "Källa: TT",
        "This article was originally published by The Isle.",
    ],
)
def test_what_signs_an_article_off_goes(line: str) -> None:
    assert line not in text("", f"<p>{line}</p>")


@pytest.mark.parametrize(
    "line",
    [
        "Subscribe to our newsletter",
        "Follow us on every network",
        "Jetzt Newsletter abonnieren",
        "Suscríbete a nuestro boletín",
        "Inscrivez-vous à notre lettre",
        "Folgen Sie uns",
        "Síguenos en las redes",
        "Iscriviti alla nostra lettera",
        "Download our app",
        "Become a member today",
    ],
)
def test_an_appeal_goes(line: str) -> None:
    assert line not in text(f"<p>{line}</p>")


def test_a_last_line_in_italics_stays_as_one_in_the_text_does() -> None:
    note = "<p><em>This account was shortened, and the names of the two passengers were changed.</em></p>"
    assert "the two passengers" in text("", note)
    assert "the two passengers" in text(note)


def test_a_line_that_only_leads_to_another_place_on_the_page_goes_one_with_more_to_say_stays() -> None:
    place = "<h2 id=crew>The crew of the boat</h2><p>Four of them were born on the island, two on the coast.</p>"
    assert "Jump" not in text("<p><a href=#crew>Jump to the crew</a></p>", place)
    assert "Jump" in text("<p><a href=#crew>Jump to the crew</a>, if you know the boat.</p>", place)


@pytest.mark.parametrize(
    "foot",
    [
        "You are receiving this email because you signed up at the quay. <a href=/u>Unsubscribe</a>",
        "Want to change how you receive these letters? You can <a href=/p>update your preferences</a>.",
        "Sie erhalten diese E-Mail, weil Sie sich angemeldet haben. <a href=/u>Abmelden</a>",
        "Vous recevez ce message parce que vous êtes inscrit.",
    ],
)
def test_the_foot_of_a_letter_is_none_of_it(foot: str) -> None:
    words = foot.split("<")[0].strip()
    assert words not in text("", f"<p>{foot}</p>")
    assert words in text(f"<p>{foot.split('<')[0]}It was a long letter, and it ended there.</p>")


def test_a_correction_is_the_article_s() -> None:
    assert "It sailed on Monday." in text(
        "", "<p>Correction: An earlier version named another day. It sailed on Monday.</p>"
    )


@pytest.mark.parametrize(
    ("heading", "under", "read"),
    [
        ("Who prints the newsletter", "It is printed in the school on every second Friday of the month.", True),
        ("Who prints the newsletter", "Subscribe now to get it every second Friday.", False),
        ("Follow us", "It is printed in the school on every second Friday of the month.", False),
    ],
)
def test_a_heading_that_names_what_appeals_are_about_stays_over_its_section(
    heading: str, under: str, read: bool
) -> None:
    assert (heading in text(f"<h2>{heading}</h2><p>{under}</p>")) == read
