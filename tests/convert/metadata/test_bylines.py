"""Names out of bylines."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.convert.metadata.bylines import is_led, names, split


@pytest.mark.parametrize(
    ("byline", "people"),
    [
        ("By Ada Moreno", ["Ada Moreno"]),
        ("by Ada Moreno and Jan van Dyk", ["Ada Moreno", "Jan van Dyk"]),
        ("Ada Moreno, Jan van Dyk and Lê Thị Hoa", ["Ada Moreno", "Jan van Dyk", "Lê Thị Hoa"]),
        ("Von Ada Moreno und Jörg Sand", ["Ada Moreno", "Jörg Sand"]),
        ("Kommentar von Ada Moreno", ["Ada Moreno"]),
        ("Philipp von Sand", ["Philipp von Sand"]),
        ("Par Zoé d'Arc et Luc Petit", ["Zoé d'Arc", "Luc Petit"]),
        ("Por Ana Ruiz y José Ortega", ["Ana Ruiz", "José Ortega"]),
        ("Ramón y Vega", ["Ramón y Vega"]),
        ("Ada Moreno, Harbour Correspondent", ["Ada Moreno"]),
        ("Ada Moreno (Porthaven)", ["Ada Moreno"]),
        ("Ada Moreno - Senior Reporter", ["Ada Moreno"]),
        ("Ada Moreno, PhD", ["Ada Moreno"]),
        ("Moreno, Ada", ["Ada Moreno"]),
        ("ada.moreno@herald.example", []),
        ("https://herald.example/ada", []),
        ("Senior Reporter", []),
        ("By", []),
        ("12 March 2026", []),
        ("文 山田太郎、佐藤花子", ["山田太郎", "佐藤花子"]),
        ("Андрей Иванов", ["Андрей Иванов"]),
        ("DAVID SMITH AND ADA MORENO", ["DAVID SMITH", "ADA MORENO"]),
        ("dpa", ["dpa"]),
    ],
)
def test_a_byline_gives_its_names(byline: str, people: list[str]) -> None:
    assert split(byline) == people


def test_the_same_name_counts_once_and_nobodies_do_not_count() -> None:
    assert names(["Ada Moreno", "ADA MORENO", "admin", "Staff"]) == ("Ada Moreno",)


@pytest.mark.parametrize(("line", "led"), [("By Ada Moreno", True), ("by the time", False), ("Byron Sand", False)])
def test_a_line_is_told_from_a_byline(line: str, led: bool) -> None:
    assert is_led(line) is led


@given(st.text(max_size=400))
def test_any_text_gives_short_names_on_one_line(text: str) -> None:
    assert all(name == " ".join(name.split()) and len(name) <= 130 for name in split(text))
