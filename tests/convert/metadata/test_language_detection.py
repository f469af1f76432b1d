"""The language of a page."""

from __future__ import annotations

import pytest

from tui.convert.metadata.language_detection import detect, settle

ENGLISH = "The town will raise the wall before the winter and the council said that it was for the people there. " * 3
GERMAN = "Die Stadt will die Mauer vor dem Winter erhöhen und der Rat sagt, dass es für die Menschen ist. " * 3
FRENCH = "La ville va relever le mur avant les premiers froids et le conseil a dit que ce sera pour les gens. " * 3
JAPANESE = "町は冬までに防波堤を高くすることを決めた。議会は火曜日にそう述べた。" * 3


@pytest.mark.parametrize(
    ("text", "language"), [(ENGLISH, "en"), (GERMAN, "de"), (FRENCH, "fr"), (JAPANESE, "ja"), ("Wall", None)]
)
def test_a_text_shows_its_language(text: str, language: str | None) -> None:
    assert detect(text) == language


@pytest.mark.parametrize(
    ("declared", "text", "language"),
    [
        ("en-US", ENGLISH, "en-US"),
        ("en_us", ENGLISH, "en-US"),
        ("de", GERMAN, "de"),
        ("zh-Hant-TW", "", "zh-TW"),
        ("en", GERMAN, "de"),
        (None, GERMAN, "de"),
        ("nonsense value", GERMAN, "de"),
        ("nb-NO", "", "nb-NO"),
        (None, "", None),
    ],
)
def test_what_is_declared_holds_unless_the_text_says_no(declared: str | None, text: str, language: str | None) -> None:
    assert settle(declared, text) == language
