"""Two of whom it is said that neither did it: both are found, and nothing is what they said."""

from __future__ import annotations

import pytest

from tui.convert.sources import cite
from tui.model.article import Block

UNANSWERED = [
    ("en", "Neither the port authority nor Noll Shipyard replied to questions.", ["Noll Shipyard", "port authority"]),
    ("en", "Neither Ann Dahl nor her deputy, Tom Ray, would comment.", ["Tom Ray", "Ann Dahl"]),
    ("en", "Neither Ann Dahl nor Tom Ray said whether the ferry would sail.", ["Tom Ray", "Ann Dahl"]),
    ("en", "Neither the company nor the union would say what it cost.", ["union", "company"]),
    ("fr", "Ni Luc Roy ni Ada Gil n’ont souhaité commenter.", ["Ada Gil", "Luc Roy"]),
    ("fr", "Ni Luc Roy ni Ada Gil n’ont dit si le bac partirait.", ["Ada Gil", "Luc Roy"]),
    ("es", "Ni Luis Rey ni Ana Gil quisieron comentar.", ["Ana Gil", "Luis Rey"]),
    ("es", "Ni Luis Rey ni Ana Gil dijeron si el barco zarparía.", ["Ana Gil", "Luis Rey"]),
    ("it", "Né Luca Rossi né Anna Gigli hanno voluto commentare.", ["Anna Gigli", "Luca Rossi"]),
    ("it", "Né Luca Rossi né Anna Gigli hanno detto se la nave partirà.", ["Anna Gigli", "Luca Rossi"]),
    ("pt", "Nem Luís Reis nem Ana Gil quiseram comentar.", ["Ana Gil", "Luís Reis"]),
]
UNSAID = [
    ("en", "Neither Ann Dahl nor Tom Ray said that the ferry would sail."),
    ("en", "Nor did the mayor, Ann Dahl, say that it would sail."),
    ("es", "Ni el alcalde ni el gobernador dijeron que el barco zarparía."),
]


@pytest.mark.parametrize(("language", "sentence", "names"), UNANSWERED)
def test_both_of_two_who_did_not_answer_are_found(language: str, sentence: str, names: list[str]) -> None:
    found = cite([Block("paragraph", sentence)], language)
    assert [source.name for source in found] == names
    assert not any(source.answered or source.quotes for source in found)


@pytest.mark.parametrize(("language", "sentence"), UNSAID)
def test_what_neither_of_two_said_is_nobodys_words(language: str, sentence: str) -> None:
    assert not [quote for source in cite([Block("paragraph", sentence)], language) for quote in source.quotes]


def test_who_stands_beside_a_named_deputy_speaks_with_her() -> None:
    found = cite([Block("paragraph", "Ann Dahl and her deputy, Ada Noll, said the wall would hold.")], "en")
    assert {source.name: [q.text for q in source.quotes] for source in found} == {
        "Ada Noll": ["the wall would hold"],
        "Ann Dahl": ["the wall would hold"],
    }
