"""The credit told from the caption."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.convert.figures import credit_tails, credits

WALL = "The old wall holds at high tide"
LONG = "The first one was built by hand in the year of the great ice, and what is left of it is under water now."


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
        (f"{WALL}. Photo by the author.", f"{WALL}.", "the author"),
        (f"{WALL}. Photo by day and night", f"{WALL}. Photo by day and night", None),
        (f"{WALL}. Foto: privat", f"{WALL}.", "privat"),
        (f"{WALL}. Foto: am hohen Tag", f"{WALL}. Foto: am hohen Tag", None),
        (f"{WALL}. Courtesy the Moreno family album", f"{WALL}.", "the Moreno family album"),
        (f"{WALL} by courtesy the Moreno family", f"{WALL} by courtesy the Moreno family", None),
        (f"{WALL}. Photo: Ada Moreno. Courtesy Port Museum", f"{WALL}.", "Ada Moreno. Courtesy Port Museum"),
        (f"{WALL}. Photo | Ada Moreno, CNS", f"{WALL}.", "Ada Moreno, CNS"),
        (f"{WALL} (fotoservizio Ada Moreno)", WALL, "Ada Moreno"),
        (f"{WALL} (Herald photo by Ada Moreno)", WALL, "Herald photo by Ada Moreno"),
        (f"{WALL} (Coast News: Ada Moreno)", WALL, "Coast News: Ada Moreno"),
        (f"{WALL} (first at noon: Ada Moreno)", f"{WALL} (first at noon: Ada Moreno)", None),
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
        ("昨晚，市民在防波堤边等候。 周海宁 摄", "昨晚，市民在防波堤边等候。", "周海宁"),
        ("古い壁を見る住民＝１２日、港で、森野花子撮影", "古い壁を見る住民＝１２日、港で", "森野花子"),
        ("市民在防波堤边等候。（周海宁 摄）", "市民在防波堤边等候。", "周海宁"),
        (f"{WALL} — Photo Ada Moreno", WALL, "Ada Moreno"),
        (f"{WALL} — Photo was lost", f"{WALL} — Photo was lost", None),
        (f"{WALL}. ADA MORENO/COAST PICTURES", f"{WALL}.", "ADA MORENO/COAST PICTURES"),
        (f"{WALL}. Spain/France", f"{WALL}. Spain/France", None),
        ("周海宁和市民一起 摄", "周海宁和市民一起 摄", None),
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
        (f"{WALL}. (Gold for Norway)", f"{WALL}. (Gold for Norway)", None),
        (f"{WALL}. (Ada Moreno, Port Authority)", f"{WALL}.", "Ada Moreno, Port Authority"),
        (f"{WALL}. (Repaired in May)", f"{WALL}. (Repaired in May)", None),
        (f"{WALL}. Reuters said so in 2025", f"{WALL}. Reuters said so in 2025", None),
        (f"{WALL} – Reuters", WALL, "Reuters"),
        (f"{WALL} – and nobody knows why", f"{WALL} – and nobody knows why", None),
        (f"{WALL} – if it is mended. Ada Moreno/AFP", f"{WALL} – if it is mended.", "Ada Moreno/AFP"),
        (f"{WALL} – via Reuters", WALL, "via Reuters"),
        (f"{WALL}. Photo by Ada Moreno, courtesy of Port House", f"{WALL}.", "Ada Moreno, courtesy of Port House"),
        (f"{WALL}. Photo by the quay wall, courtesy of Port House", f"{WALL}. Photo by the quay wall", "Port House"),
        (f"{WALL}. Credit... Ada Moreno for The Herald", f"{WALL}.", "Ada Moreno for The Herald"),
        (f"{WALL}. Foto Ansa", f"{WALL}.", "Ansa"),
        (f"{WALL} (Ansa)", WALL, "Ansa"),
        (f"{WALL}. Beeld Ada de Vries", f"{WALL}.", "Ada de Vries"),
        (f"{WALL}. Beeld van de oude wal", f"{WALL}. Beeld van de oude wal", None),
        (f"{WALL}. Foto de Ada Moreno", f"{WALL}.", "Ada Moreno"),
        (f"{WALL}. Gambar oleh Ada Moreno", f"{WALL}.", "Ada Moreno"),
        (f"{WALL}. Courtesy Port House", f"{WALL}.", "Port House"),
        (f"{WALL} Ada Moreno/AQ", f"{WALL} Ada Moreno/AQ", None),
        (f"{WALL} Pair/pair Ada Moreno / AFP", f"{WALL} Pair/pair", "Ada Moreno / AFP"),
        (f"{WALL} Ada Moreno/AFP. It stood", f"{WALL} Ada Moreno/AFP. It stood", None),
        ("밀물 때의 방파제를 보고 있다. 해안뉴스", "밀물 때의 방파제를 보고 있다.", "해안뉴스"),
        ("The wall 방파제. Ada", "The wall 방파제.", "Ada"),
        ("The wall stood. 해안뉴스", "The wall stood. 해안뉴스", None),
        (f"{WALL}. Fot. Ada Kowalska", f"{WALL}.", "Ada Kowalska"),
        (f"{WALL} / fot. Ada Kowalska", WALL, "Ada Kowalska"),
        (f"{WALL}. Zdroj: Pobřeží", f"{WALL}.", "Pobřeží"),
        (f"{WALL} (Fotó: Kovács Ada / Part)", WALL, "Kovács Ada / Part"),
        (f"{WALL}. Sursa foto: Coasta", f"{WALL}.", "Coasta"),
        (f"{WALL}. Снимка: Ада Иванова", f"{WALL}.", "Ада Иванова"),
        (f"{WALL}. Autor/allikas: Ada Tamm", f"{WALL}.", "Ada Tamm"),
        (f"{WALL}. Ados Petraitės nuotr.", f"{WALL}.", "Ados Petraitės"),
        (f"{WALL}. Ljósmynd/Ada Jónsdóttir", f"{WALL}.", "Ljósmynd/Ada Jónsdóttir"),
        (f"{WALL}. ADA RUIZ", f"{WALL}.", "ADA RUIZ"),
        (f"{WALL}. ADA RUIZ/PUERTO", f"{WALL}.", "ADA RUIZ/PUERTO"),
        (f"{WALL}. It was Ada RUIZ", f"{WALL}. It was Ada RUIZ", None),
        (f"{WALL}. Ada Lee / The Coast Herald", f"{WALL}.", "Ada Lee / The Coast Herald"),
        (f"{WALL} | Coast Pictures", WALL, "Coast Pictures"),
        (f"{WALL}. picture alliance/dpa | Ada Moreno", f"{WALL}.", "picture alliance/dpa | Ada Moreno"),
        (f"{WALL}. Foto di Ada Moreno (Ansa)", f"{WALL}.", "Ada Moreno (Ansa)"),
        (f"{WALL} | and the new one", f"{WALL} | and the new one", None),
        (f"{WALL}. Photo | Coast Pictures", f"{WALL}.", "Coast Pictures"),
        ("السور القديم عند المد. (رويترز)", "السور القديم عند المد.", "رويترز"),
        ("السور القديم عند المد. تصوير: أحمد علي", "السور القديم عند المد.", "أحمد علي"),
        ("החומה הישנה (צילום: דנה כהן)", "החומה הישנה", "דנה כהן"),
        ("嵐の中の防波堤＝港で、山田花子撮影", "嵐の中の防波堤＝港で", "山田花子"),
        ("嵐の中の防波堤（撮影・山田花子）", "嵐の中の防波堤", "山田花子"),
        ("舊堤防在漲潮時。（圖／林小明攝）", "舊堤防在漲潮時。", "林小明"),
        ("昨晚，市民在防波堤边等候。海岸社记者 周海宁 摄", "昨晚，市民在防波堤边等候。", "海岸社记者 周海宁"),
        ("海岸の防波堤＝高さ２メートル、幅１メートル", "海岸の防波堤＝高さ２メートル、幅１メートル", None),
        ("A photo by the door shows the flood", "A photo by the door shows the flood", None),
        (
            "The picture: a wall that nobody wanted, said the mayor.",
            "The picture: a wall that nobody wanted, said the mayor.",
            None,
        ),
        (f"{WALL}. Photo: Ada Moreno at the Herald", f"{WALL}.", "Ada Moreno at the Herald"),
        (f"{WALL}. ADA MORENO (EFE)", f"{WALL}.", "ADA MORENO (EFE)"),
        (f"{WALL}. Ada Moreno (Reuters)", f"{WALL}.", "Ada Moreno (Reuters)"),
        (f"{WALL}. ADA MORENO (COAST DAILY)", f"{WALL}.", "ADA MORENO (COAST DAILY)"),
        (f"{WALL}. Mayor (AP)", f"{WALL}. Mayor", "AP"),
        (f"{WALL}, seen by Ada Moreno (AP)", f"{WALL}, seen by Ada Moreno", "AP"),
        ("Το τείχος τη Δευτέρα. Φωτ.: ΑΠΕ-ΜΠΕ", "Το τείχος τη Δευτέρα.", "ΑΠΕ-ΜΠΕ"),
        ("Το τείχος τη Δευτέρα. Φωτό: Ελένη Δήμου", "Το τείχος τη Δευτέρα.", "Ελένη Δήμου"),
        ("السور يوم الاثنين. بعدسة: ليلى حداد", "السور يوم الاثنين.", "ليلى حداد"),
        ("السور يوم الاثنين (عدسة: ليلى حداد)", "السور يوم الاثنين", "ليلى حداد"),
        (f"{WALL}. Photo: {LONG}", f"{WALL}. Photo: {LONG}", None),
        ("He spoke with Reuters on Monday", "He spoke with Reuters on Monday", None),
        (f"{WALL} (ansa)", WALL, "ansa"),
        (f"{WALL} (ap last)", f"{WALL} (ap last)", None),
        (f"{WALL} - Reuters", WALL, "Reuters"),
        (f"{WALL} - Ada Moreno - 2.mar.26/AFP", WALL, "Ada Moreno - 2.mar.26/AFP"),
        (f"{WALL}. - Ada Moreno pour Le Port", f"{WALL}.", "Ada Moreno pour Le Port"),
        (f"{WALL} - Ada Moreno/Coast Pictures", WALL, "Ada Moreno/Coast Pictures"),
        (f"{WALL} - North Quay", f"{WALL} - North Quay", None),
        (f"{WALL} - Isle/Port", f"{WALL} - Isle/Port", None),
        (f"{WALL} - the AP says", f"{WALL} - the AP says", None),
        (f"{WALL}. Photography: Ada Moreno", f"{WALL}.", "Ada Moreno"),
        (f"{WALL}. HERALD PHOTO: ADA MORENO", f"{WALL}.", "ADA MORENO"),
        (f"{WALL}. A Herald photo: Ada Moreno", f"{WALL}. A Herald", "Ada Moreno"),
        (f"{WALL}. Ada Moreno/The Coast/eyevine", f"{WALL}.", "Ada Moreno/The Coast/eyevine"),
    ],
)
def test_caption_and_credit_are_parted(line: str, caption: str, credit: str | None) -> None:
    assert credit_tails.split(line) == (caption, credit)


@pytest.mark.parametrize(
    ("written", "name"),
    [
        ("Photo: Ada Moreno", "Ada Moreno"),
        ("[Photo credit Ada Moreno", "Ada Moreno"),
        ("PHOTO BY Ada Moreno", "Ada Moreno"),
        ("Fotos. © Ada Moreno", "Ada Moreno"),
        ("ŞƏKİL Ada Moreno", "Ada Moreno"),
        ("Picture alliance", "Picture alliance"),
        ("Photograph", "Photograph"),
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
    caption, credit = credit_tails.split(text)
    assert len(caption) + len(credit or "") <= len(text)


@pytest.mark.parametrize("scrap", ["Photo: ", "(AP ", "a/", " | ", "[[", "© ", "A. ", "foto by "])
def test_long_repetitions_are_read_at_once(scrap: str) -> None:
    caption, _ = credit_tails.split(scrap * 20_000)
    assert len(caption) <= len(scrap) * 20_000


@pytest.mark.parametrize(
    "label",
    "Photo Photos Photograph Picture Image Credit Foto Fotos Bild Bilder Bildquelle Bildrechte Bildnachweis Quelle "
    "Fotografie Fotograf Fotografin Aufnahme Archivbild Archivfoto Crédit Crédits Photographie Fotografía Imagen "
    "Imágenes Imagem Imagens Fotografia Créditos Crediti Immagine Immagini Beeld Bilde Billede Zdjęcie Zdjęcia "
    "Ljósmynd Mynd Valokuva Kuva Kép Fénykép Фото Снимок Fuente Fonte Bron Źródło Copyright "
    "Source Illustration Graphic Grafik Symbolbild Symbolfoto Karikatur Montage Infografik".split(),
)
def test_a_label_in_any_language_sets_the_credit_off(label: str) -> None:
    caption, credit = credit_tails.split(f"{WALL}. {label}: Ada Moreno")
    assert caption == f"{WALL}."
    assert credit in ("Ada Moreno", f"{label}: Ada Moreno")


@pytest.mark.parametrize(
    "agency",
    "AP|AFP|Reuters|REUTERS|dpa|APA|EPA|EFE|ANSA|ANP|PA|TASS|Sputnik|Xinhua|Kyodo|Jiji|KCNA|AAP|PAP|ČTK|MTI|NTB|TT|"
    "Ritzau|Lehtikuva|Belga|Keystone|Imago|picture alliance|Getty Images|iStock|Shutterstock|Unsplash|Pexels|Pixabay|"
    "Alamy|Corbis|Bloomberg|SIPA|Abaca|LaPresse|Europa Press|ddp|epd|KNA|ullstein bild|NurPhoto|Anadolu|PTI|ANI|Yonhap|"
    "Antara|Magnum|NASA|ESA|Wikimedia|Flickr|Creative Commons|Adobe Stock|Associated Press|Agence France-Presse|"
    "The Canadian Press|Press Association|Scanpix|RIA Novosti|РИА Новости|ТАСС".split("|"),
)
def test_the_name_of_an_agency_in_brackets_is_a_credit(agency: str) -> None:
    assert credit_tails.split(f"{WALL} ({agency})") == (WALL, agency)


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("Muuri aallokossa. Kuva: Ada Salo / Lehtikuva", ("Muuri aallokossa.", "Ada Salo / Lehtikuva")),
        ("嵐の防波堤（共同）", ("嵐の防波堤", "共同")),
        ("Ada Moreno. Photo: Coast / AP", None),
        ("森野花（共同）", None),
    ],
)
def test_two_words_are_a_caption_where_one_is_written_small(text: str, parts: tuple[str, str] | None) -> None:
    assert credit_tails.set_off(text) == parts
