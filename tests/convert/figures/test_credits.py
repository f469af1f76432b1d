"""The credit told from the caption."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.convert.figures import credits

WALL = "The old wall holds at high tide"


@pytest.mark.parametrize(
    ("line", "caption", "credit"),
    [
        (f"{WALL} [Coastal Agency via Reuters]", WALL, "Coastal Agency via Reuters"),
        (f"{WALL} [Ada Moreno/Harbour Pool, Port via AFP]", WALL, "Ada Moreno/Harbour Pool, Port via AFP"),
        (f"{WALL}. (AP Photo/Ada Moreno)", f"{WALL}.", "AP Photo/Ada Moreno"),
        (f"{WALL}. (Photo by Ada Moreno/Getty Images)", f"{WALL}.", "Ada Moreno/Getty Images"),
        (f"{WALL} (Photo: Coast Pictures / A. Moreno)", WALL, "Coast Pictures / A. Moreno"),
        (f"{WALL}. (Ada Moreno)", f"{WALL}.", "Ada Moreno"),
        (f"{WALL}. Foto: A. Moreno / dpa", f"{WALL}.", "A. Moreno / dpa"),
        (f"{WALL}. Photo by Ada Moreno", f"{WALL}.", "Ada Moreno"),
        (f"{WALL}. Crédit photo : Ada Moreno", f"{WALL}.", "Ada Moreno"),
        (f"{WALL}. © Coast Pictures", f"{WALL}.", "Coast Pictures"),
        (f"{WALL} | Bild: picture alliance/dpa", WALL, "picture alliance/dpa"),
        (f"{WALL}. | A. Moreno/PA Images via Getty Images", f"{WALL}.", "A. Moreno/PA Images via Getty Images"),
        (f"{WALL}. A. Moreno/AFP via Getty Images", f"{WALL}.", "A. Moreno/AFP via Getty Images"),
        (f"{WALL}. REUTERS/Ada Moreno", f"{WALL}.", "REUTERS/Ada Moreno"),
        ("嵐の中の古い防波堤（写真：共同）", "嵐の中の古い防波堤", "共同"),
        ("古い壁を見る住民（森野撮影）", "古い壁を見る住民", "森野"),
        ("주민들이 낡은 방파제를 바라보고 있다. 해안뉴스", "주민들이 낡은 방파제를 바라보고 있다.", "해안뉴스"),
        ("방파제를 바라보고 있다. 모두 여기서 기다리는 중", "방파제를 바라보고 있다. 모두 여기서 기다리는 중", None),
        ("Bức tường cũ khi triều lên. Ảnh: Lê Hoa", "Bức tường cũ khi triều lên.", "Lê Hoa"),
        ("嵐の中の古い防波堤＝AP", "嵐の中の古い防波堤", "AP"),
        (f"{WALL} / A. Moreno / Coast Pictures", WALL, "A. Moreno / Coast Pictures"),
        (f"{WALL} Ada Moreno/AFP via Getty Images", WALL, "Ada Moreno/AFP via Getty Images"),
        (f"{WALL}. (Ada Moreno for The Coast Herald)", f"{WALL}.", "Ada Moreno for The Coast Herald"),
        (f"{WALL}. Image courtesy of the Port Authority", f"{WALL}.", "the Port Authority"),
        (f"{WALL}. PHOTO ADA MORENO, LE PORT", f"{WALL}.", "ADA MORENO, LE PORT"),
        ("嵐の中の古い防波堤＝２日、共同", "嵐の中の古い防波堤＝２日", "共同"),
        (f"{WALL}, said Ada Moreno, of Spain/France", f"{WALL}, said Ada Moreno, of Spain/France", None),
        (f"{WALL}. (Gold for Norway, silver for Spain)", f"{WALL}. (Gold for Norway, silver for Spain)", None),
        (f"{WALL} (left) and the new one (right)", f"{WALL} (left) and the new one (right)", None),
        (f"{WALL} (in 2025)", f"{WALL} (in 2025)", None),
        ("A photo by the door shows the flood", "A photo by the door shows the flood", None),
        (
            "The picture: a wall that nobody wanted, said the mayor.",
            "The picture: a wall that nobody wanted, said the mayor.",
            None,
        ),
        ("He spoke with Reuters on Monday", "He spoke with Reuters on Monday", None),
    ],
)
def test_caption_and_credit_are_parted(line: str, caption: str, credit: str | None) -> None:
    assert credits.split(line) == (caption, credit)


@pytest.mark.parametrize(
    ("written", "name"),
    [
        ("Photo: Ada Moreno", "Ada Moreno"),
        ("Foto: A. Moreno / dpa", "A. Moreno / dpa"),
        ("(c) Ada Moreno", "Ada Moreno"),
        ("© 2026 Coast Pictures", "Coast Pictures"),
        ("Bild © Ada Moreno", "Ada Moreno"),
        ("AP Photo/Ada Moreno", "AP Photo/Ada Moreno"),
        ("picture alliance/dpa", "picture alliance/dpa"),
        ("Handout/Port Authority", "Handout/Port Authority"),
        ("Ada Moreno/Copyright 2026 Coast Pictures. All rights reserved.", "Ada Moreno"),
        ("Ada Moreno (AP)", "Ada Moreno (AP)"),
        ("12.03.2026 | 2:03 min", None),
        ("©", None),
        ("", None),
    ],
)
def test_a_credit_loses_its_label(written: str, name: str | None) -> None:
    assert credits.bare(written) == name


@given(st.text(max_size=300))
def test_no_text_makes_it_raise_or_grow(text: str) -> None:
    caption, credit = credits.split(text)
    assert len(caption) + len(credit or "") <= len(text)


@pytest.mark.parametrize("scrap", ["Photo: ", "(AP ", "a/", " | ", "[[", "© ", "A. ", "foto by "])
def test_long_repetitions_are_read_at_once(scrap: str) -> None:
    caption, _ = credits.split(scrap * 20_000)
    assert len(caption) <= len(scrap) * 20_000
