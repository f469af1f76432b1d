"""Names out of bylines."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.convert.metadata.bylines import is_led, names, signs, split


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
        ("Ada Moreno, PhD", ["Ada Moreno, PhD"]),
        ("By Ada Moreno, Ph.D.", ["Ada Moreno, Ph.D."]),
        ("Ada Moreno, MS, RD, FAND", ["Ada Moreno, MS, RD, FAND"]),
        ("Ada Moreno, MD, and Jan Sand, Jr.", ["Ada Moreno, MD", "Jan Sand, Jr"]),
        ("Ada Moreno, RN, Harbour Correspondent", ["Ada Moreno, RN"]),
        ("Ada Moreno, AFP", ["Ada Moreno"]),
        ("Ada Moreno, The Quay Packet", ["Ada Moreno"]),
        ("Theo Moreno", ["Theo Moreno"]),
        ("文・海野はるか　写真・浜田新", ["海野はるか"]),
        ("文化", ["文化"]),
        ("Text und Fotos von Ada Moreno", ["Ada Moreno"]),
        ("Texte : Ada Moreno — Photos : Bo Sand", ["Ada Moreno"]),
        ("Af: Ada Moreno, foto: Bo Sand", ["Ada Moreno"]),
        ("Moreno, Ada", ["Ada Moreno"]),
        ("ada.moreno@herald.example", []),
        ("https://herald.example/ada", []),
        ("Senior Reporter", []),
        ("Ada Moreno on 3 May 2024", ["Ada Moreno"]),
        ("So 7. Sep 2025", []),
        ("View all posts by Ada Moreno", ["Ada Moreno"]),
        ("Ada Moreno’s profile", ["Ada Moreno"]),
        ("About the wall", []),
        ("content: Coast, design: Ada Moreno, code: Bo Sand", []),
        ("By", []),
        ("12 March 2026", []),
        ("文 山田太郎、佐藤花子", ["山田太郎", "佐藤花子"]),
        ("Андрей Иванов", ["Андрей Иванов"]),
        ("DAVID SMITH AND ADA MORENO", ["DAVID SMITH", "ADA MORENO"]),
        ("dpa", ["dpa"]),
        ("Ada Moreno (Port), Jan van Dyk [Hull]", ["Ada Moreno", "Jan van Dyk"]),
        ("By Ada Moreno, Herald Press", ["Ada Moreno"]),
        ("Ada Moreno reporter", ["Ada Moreno"]),
        ("Ada Moreno: The wall must rise", ["Ada Moreno"]),
        ("Von Text: Ada Moreno", ["Ada Moreno"]),
        ("Ada Moreno y Luz", ["Ada Moreno y Luz"]),
        ("Moreno, ADA", ["Moreno", "ADA"]),
        ("de Beer", ["de Beer"]),
        ("De Ada Moreno", ["Ada Moreno"]),
        ("Ada Moreno with", []),
        ("Jan O'Neill & Mary-Ann d'Arc", ["Jan O'Neill", "Mary-Ann d'Arc"]),
        ("The council voted for a wall", []),
        ("By Ada Moreno, Reporter · Edited by Jan Sand · Photos by Emil Orr", ["Ada Moreno"]),
        ("Text: Ada Moreno, Fotos: Jan Sand", ["Ada Moreno"]),
        ("Von Ada Moreno (Text) und Jan Sand (Fotos)", ["Ada Moreno"]),
        ("Posted by Ada Moreno at 9:14 AM, March 12, 2026", ["Ada Moreno"]),
        ("By Ada Moreno on 3 March 2026", ["Ada Moreno"]),
        ("Ada Moreno March 3, 2026", ["Ada Moreno"]),
        ("By Ada Moreno for Coast Herald", ["Ada Moreno"]),
        ("By ADA MORENO Staff Writer", ["ADA MORENO"]),
        ("Coast Herald Reporter", []),
        ("Ada Moreno, Partner, Moreno & Sand LLP", ["Ada Moreno"]),
        ("Une chronique de Ada Moreno", ["Ada Moreno"]),
        ("Ada Moreno + Jan Sand", ["Ada Moreno", "Jan Sand"]),
        ("One Two Three Four Five Six", ["One Two Three Four Five Six"]),
        ("One Two Three Four Five Six Seven", []),
        ("A", []),
        ("Ål", ["Ål"]),
        ("...", []),
        ("Agent 007", []),
        ("@ada_moreno", []),
        ("Ada Moreno @ada_moreno", ["Ada Moreno"]),
        ("Ada Moreno. Coast International", ["Ada Moreno"]),
        ("Jan B. van Dyk", ["Jan B. van Dyk"]),
        ("Jan Chr. Berg", ["Jan Chr. Berg"]),
        ("Por Ada Moreno e Luís Sand, Porto TV", ["Ada Moreno", "Luís Sand"]),
        ("Von Ada Moreno, Küsten-Studio Kiel", ["Ada Moreno"]),
        ("Ada Moreno, Director of Rescue", ["Ada Moreno"]),
        ("Intervista di Ada Moreno", ["Ada Moreno"]),
        ("oprac. Ada Moreno", ["Ada Moreno"]),
        ("박해안 기자", ["박해안"]),
        ("박해안 특파원, 김부두 기자", ["박해안", "김부두"]),
        ("기자", []),
        ("Por Ada Moreno, do Porto", ["Ada Moreno"]),
        ("Por Ada Moreno, Inês do Porto", ["Ada Moreno", "Inês do Porto"]),
        ("山田花子記者", ["山田花子"]),
    ],
)
def test_a_byline_gives_its_names(byline: str, people: list[str]) -> None:
    assert split(byline) == people


def test_the_same_name_counts_once_and_nobodies_do_not_count() -> None:
    assert names(["Ada Moreno", "ADA MORENO", "admin", "Staff"]) == ("Ada Moreno",)


def test_a_control_s_name_is_nobody_s_unless_the_page_states_it() -> None:
    assert names(["Text Size"]) == ()
    assert names(["Size"], stated=True) == ("Size",)


@pytest.mark.parametrize(("line", "led"), [("By Ada Moreno", True), ("by the time", False), ("Byron Sand", False)])
def test_a_line_is_told_from_a_byline(line: str, led: bool) -> None:
    assert is_led(line) is led


@given(st.text(max_size=400))
def test_any_text_gives_short_names_on_one_line(text: str) -> None:
    assert all(name == " ".join(name.split()) and len(name) <= 130 for name in split(text))


@pytest.mark.parametrize(
    "lead",
    "By|Von|Door|Av|Af|Par|Por|Di|Przez|Автор:|Текст:|Írta|Oleh|Theo|Yazan|Text:|Texte:|Texto:|Testo:|Tekst|"
    "Words:|Author:|Authors:|Autor:|Autoren:|Autorin:|Auteur:|Autore:|Written by|Story by|Posted by|"
    "Published by|Reported by|Reporting by|Report by|Analysis by|Opinion by|Review by|Interview by|"
    "Compiled by|Guest post by|Contributed by|Edited by|Escrito por|Publicado por|Écrit par|Publié par|"
    "Propos recueillis par|Rédigé par|A cura di|Scritto da|Geschreven door|Skriven av|Skrevet af|Skrevet av|"
    "Ein Gastbeitrag von|Eine Analyse von|Ein Kommentar von|Ein Interview von|Ein Bericht von|"
    "Ein Gastkommentar von|Ein Essay von|Eine Kolumne von|Ein Porträt von|Eine Reportage von|Eine Glosse von|"
    "Ein Leitartikel von|Ein Protokoll von|Eine Rezension von|Eine Kritik von|Eine Recherche von|"
    "This is a guest post by|Guest column by|Του|Της|Γράφει η|Συντάκτρια:|بقلم|كتبت|إعداد:|"
    "Haber:|Teksti|Szerző:|Napsala|"
    "Ein Podcast von|文 |取材・文 ".split("|"),
)
def test_the_words_before_a_name_are_not_of_it(lead: str) -> None:
    assert split(f"{lead} Ada Moreno") == ["Ada Moreno"]


@pytest.mark.parametrize(
    "role",
    "editor reporter correspondent writer journalist columnist contributor producer photographer director "
    "professor lecturer fellow analyst redakteur redakteurin korrespondent reporterin autor journalistin "
    "volontärin chefredakteur kolumnist leiterin journaliste rédacteur rédactrice correspondant envoyé "
    "periodista redactora corresponsal enviada giornalista redattore inviato jornalista repórter skribent "
    "toimittaja dziennikarz redaktor журналист корреспондент обозреватель gazeteci muhabir".split(),
)
def test_what_someone_does_is_no_name(role: str) -> None:
    assert split(f"Ada Moreno {role}") == ["Ada Moreno"]
    assert split(f"Senior {role.title()}") == []


@pytest.mark.parametrize(
    "nobody",
    "admin administrator staff editor editorial Redaktion redazione redacción rédaction redactie redakcja webmaster "
    "anonymous guest unknown author none team newsroom news online user root contributor".split(),
)
def test_nobody_is_no_author(nobody: str) -> None:
    assert names([nobody]) == ()
    assert names([nobody, "Ada Moreno"]) == ("Ada Moreno",)


def test_a_name_is_given_once_and_no_page_has_hundreds() -> None:
    assert names(["Ada M. Moreno", "ada m moreno", "By Ada M. Moreno"]) == ("Ada M. Moreno",)
    assert len(names([f"Ada {chr(65 + n % 26)}{chr(97 + n // 26)}" for n in range(200)])) == 30


def test_a_line_in_small_letters_is_a_byline_before_a_full_name_that_begins_with_a_common_one() -> None:
    assert is_led("by Ada Moreno")
    assert not is_led("by the river")
    assert split("di Anna Berg") == ["Anna Berg"]
    assert split("de Beer") == ["de Beer"]


@pytest.mark.parametrize(
    ("line", "signed"),
    [
        ("By Ada Moreno", True),
        ("By signing up you agree", False),
        ("Von Xandra Quill, Porthaven", True),
        ("De Anna Berg", True),
        ("De Nachtwacht van Rembrandt", False),
        ("De brug op vrijdag", False),
        ("Da sinistra: il ponte", False),
    ],
)
def test_a_byline_is_told_from_a_sentence_that_begins_like_one(line: str, signed: bool) -> None:
    assert signs(line) == signed


def test_words_before_a_name_that_stand_alone_name_nobody() -> None:
    assert names(["Scritto da", "Carla Neri"]) == ("Carla Neri",)
