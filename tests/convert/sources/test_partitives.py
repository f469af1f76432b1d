"""One or some of several as an unnamed source, and the bodies and people that stand beside a cue without a name."""

from __future__ import annotations

import pytest

from tui.convert.sources import cite
from tui.model.article import Block, Source


def sources(language: str, text: str) -> dict[str, Source]:
    return {source.name: source for source in cite([Block("paragraph", text)], language)}


PARTITIVES = [
    ("en", "Two of them said the wall was low.", "Two of them"),
    ("en", "Two of the welders said the wall was low.", "Two of the welders"),
    ("en", "One of the welders said the wall was low.", "One of the welders"),
    ("fr", "L’un d’eux a raconté que le mur était bas.", "un d’eux"),
    ("fr", "Selon l’un d’entre eux, le mur était bas.", "un d’entre eux"),
    ("fr", "« Le mur est trop bas », témoigne l’une des riveraines.", "une des riveraines"),
    ("fr", "Un des témoins assure avoir vu le mur.", "Un des témoins"),
    ("es", "Uno de ellos contó que el muro era bajo.", "Uno de ellos"),
    ("es", "Una de las vecinas contó que el muro era bajo.", "Una de las vecinas"),
    ("it", "Uno di loro ha raccontato che il muro era basso.", "Uno di loro"),
    ("it", "Uno dei testimoni ha detto di aver visto il muro.", "Uno dei testimoni"),
    ("pt", "Um deles contou que o muro era baixo.", "Um deles"),
    ("pt", "“O muro é baixo”, disse um dos pescadores.", "um dos pescadores"),
]
CITED_BODIES = [
    ("pt", "Segundo a capitania, o muro é baixo.", "capitania"),
    ("pt", "De acordo com a autarquia, o muro é baixo.", "autarquia"),
    ("es", "Según la capitanía, el muro es bajo.", "capitanía"),
    ("it", "Secondo la capitaneria, il muro è basso.", "capitaneria"),
    ("it", "Stando alla procura, il muro è basso.", "procura"),
    ("it", "Secondo quanto riferito dalla questura, il muro è basso.", "questura"),
]
VARYING = [
    ("pt", "Segundo a lei, o muro é baixo."),
    ("es", "Los precios cambian según la zona."),
    ("es", "Según la temporada, el agua sube."),
    ("it", "Secondo la legge, il muro è basso."),
]
WITH_CLAUSES = [
    ("de", "Der Fahrer, der unverletzt blieb, sagte, der Damm sei alt.", "Fahrer"),
    ("en", "Ada Moreno, who had built walls for years, said the dam was old.", "Ada Moreno"),
    ("en", "The welder, whose house stood there, said the dam was old.", "welder"),
    ("es", "La mujer, que vive en el puerto, dijo que el muro era bajo.", "mujer"),
    ("es", "Un testigo que pidió el anonimato dijo que el muro era bajo.", "testigo"),
    ("fr", "Ada Moreno, qui dirige le port, affirme que le mur est bas.", "Ada Moreno"),
    ("it", "La donna, che vive al porto, ha detto che il muro era basso.", "donna"),
    ("pt", "A mulher, que vive no porto, disse que o muro era baixo.", "mulher"),
]
RARE_NAMES = [  # names that no list of first names has
    ("Polizeisprecher Jannis Olt sagte, der Damm halte.", "Jannis Olt"),
    ("Verkehrsdezernent Jorin Haas sagte, der Damm halte.", "Jorin Haas"),
    ("Henrike Stolt, die den Verein leitet, sagte, der Damm halte.", "Henrike Stolt"),
    ("Pressesprecherin Ylva Brandt sagte, der Damm halte.", "Ylva Brandt"),
]


@pytest.mark.parametrize(("language", "text", "name"), PARTITIVES, ids=lambda value: value[:48])
def test_one_of_several_is_a_source_as_a_whole(language: str, text: str, name: str) -> None:
    assert {found: source.kind for found, source in sources(language, text).items()} == {name: "unnamed"}


@pytest.mark.parametrize(("language", "text", "name"), CITED_BODIES, ids=lambda value: value[:48])
def test_what_a_clause_of_its_own_cites_speaks_whatever_it_is(language: str, text: str, name: str) -> None:
    assert len(sources(language, text)[name].quotes) == 1


@pytest.mark.parametrize(("language", "text"), VARYING)
def test_a_law_a_season_or_a_zone_is_no_source(language: str, text: str) -> None:
    assert sources(language, text) == {}


@pytest.mark.parametrize(("language", "text", "name"), WITH_CLAUSES, ids=lambda value: value[:48])
def test_a_relative_clause_does_not_part_a_speaker_from_the_verb(language: str, text: str, name: str) -> None:
    assert len(sources(language, text)[name].quotes) == 1


@pytest.mark.parametrize(("text", "name"), RARE_NAMES)
def test_a_rare_name_is_a_persons(text: str, name: str) -> None:
    found = sources("de", text)
    assert {name: source.kind for name, source in found.items()} == {name: "person"}


def test_adjectives_and_amounts_before_a_noun_name_nobody() -> None:
    assert "person" not in [source.kind for source in sources("de", "Russische Hacker sagten, es sei leicht.").values()]
    assert "person" not in [source.kind for source in sources("de", "Hunderte Kinder sagten, es sei kalt.").values()]


def test_a_town_behind_a_body_belongs_to_its_name() -> None:
    found = sources("de", "Wie die Stadtwerke Hollbach mitteilten, hält der Damm.")
    assert {name: source.kind for name, source in found.items()} == {"Stadtwerke Hollbach": "organisation"}


def test_who_was_asked_and_did_not_respond_is_someone_whatever_the_noun() -> None:
    assert sources("en", "The airline did not respond to a request for comment.")["airline"].answered is False


def test_a_word_that_cites_may_end_a_text() -> None:
    assert sources("es", "SEGÚN") == {}


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("One of them, Ada Moreno, said: “The wall is low.”", ["The wall is low."]),
        ("The sea would beat them, Ada Moreno said.", ["The sea would beat them"]),
    ],
)
def test_who_is_one_of_several_is_not_what_was_said(text: str, words: list[str]) -> None:
    said = sources("en", text)["Ada Moreno"]
    assert [text[quote.start : quote.end] for quote in said.quotes] == words
