"""Labels of credits in the languages of the world, behind a caption: cut off, with who made the picture behind them."""

from __future__ import annotations

import pytest

from tui.convert.figures.credit_tails import split

CAPTION = "Der Damm am Hafen brach in der Nacht."
NAME = "Ann Dahl"
SIGNED = """
Zeichnung Visualisierung Repro Privatfoto Dessin Infographie Carte Photographe Cliché Visuel Fotógrafo Fotógrafa
Ilustración Gráfico Infografía Dibujo Mapa Archivo Montaje Cortesía Fotografo Ph Illustrazione Grafica Mappa
Ilustração Infográfico Arte Arquivo Cortesia Fotograaf Illustratie Tekening Källa Arkivfoto Arkivbild Kilde Tegning
Illustrasjon Illustrasjonsfoto Grafikk Kuvat Kuvaaja Kuvitus Grafiikka Arkistokuva Lähde Ilustracja Grafika Rysunek
Ilustrace Illusztráció Sursă Ilustrație Görsel Fotoğraflar İllüstrasyon Ilustrasi Grafis Иллюстрация Источник Коллаж
Инфографика Ілюстрація Джерело צילומים איור عکاس منبع Chart Drawing Painting Cartoon
"""
OF_SEVERAL_WORDS = [
    "Crédit image :", "Photo d'archives", "Photo d’archives :", "Capture d'écran :", "Crédito de la foto:",
    "Foto de archivo:", "Captura de pantalla:", "Foto d'archivio:", "Captura de tela:", "Autor fotografie:", "Đồ họa:",
    "Gracieuseté de", "Courtoisie", "Cortesía de", "Per gentile concessione di", "Beeld door", "Foto door",
    "Ph.", "Rys.", "Dok.",
]  # fmt: skip
# Without a sign behind them these are part of the credit: what else it is that somebody made.
OF_KINDS = [
    "File photo by", "Graphic by", "Artwork by", "Drawing by", "Cartoon by", "Supplied by", "Dessin de",
    "Illustration de", "Ilustración de", "Viñeta de", "Disegno di", "Ilustração de", "Charge de",
    "Archives", "Archivio",
]  # fmt: skip


def test_a_label_in_any_language_parts_the_credit_from_its_caption() -> None:
    labels = [*(f"{word}:" for word in SIGNED.split()), *OF_SEVERAL_WORDS]
    found = {label: split(f"{CAPTION} {label} {NAME}") for label in labels}
    assert found == dict.fromkeys(labels, (CAPTION, NAME))


@pytest.mark.parametrize("label", OF_KINDS)
def test_what_it_is_that_somebody_made_is_part_of_the_credit(label: str) -> None:
    assert split(f"{CAPTION} {label} {NAME}") == (CAPTION, f"{label} {NAME}")


@pytest.mark.parametrize("label", ["Divulgação", "Reprodução", "Arquivo"])
def test_what_was_handed_out_is_part_of_the_credit_before_a_slash(label: str) -> None:
    assert split(f"{CAPTION} {label}/{NAME}") == (CAPTION, f"{label}/{NAME}")


@pytest.mark.parametrize("label", ["イラスト：", "图源：", "撮影・", "制图："])
def test_a_label_in_han_letters_parts_the_credit_too(label: str) -> None:
    assert split(f"港の壁が嵐で壊れた。{label}高橋健太") == ("港の壁が嵐で壊れた。", "高橋健太")


@pytest.mark.parametrize(
    "text",
    [
        "Map: The route of the ferry to the north",
        "The wall fell in the storm. Map: The route of the ferry",
        "Grafik: So viele Boote liegen im Hafen",
        "The wall fell. Archives tell of three storms before",
        "The wall fell in the storm. (Archive from the storm)",
        "The wall fell in the storm. Design is what it lacked.",
    ],
)
def test_what_a_map_shows_is_nobodys_name(text: str) -> None:
    assert split(text) == (text, None)


@pytest.mark.parametrize("credit", ["Archives départementales de Tarvel", "Archivo General de Larva", "Archiv Larnau"])
def test_the_archive_that_keeps_a_picture_is_credited_in_brackets(credit: str) -> None:
    assert split(f"{CAPTION} ({credit})") == (CAPTION, credit)
    assert split(f"{CAPTION} Graphic: Compass/Survey of the North") == (CAPTION, "Compass/Survey of the North")
