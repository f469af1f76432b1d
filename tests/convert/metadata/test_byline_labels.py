"""What a byline begins with in the languages of the world, right under a heading: behind it stands the author."""

from __future__ import annotations

import pytest

from tui.convert import convert
from tui.model.page import Page

# A language, and its labels, "{}" for the name.
LABELS = """
en | By {} | by {} | Written by {} | Words by {} | Words: {} | Story by {} | Report by {} | Reported by {}
en | Reporting by {} | Text by {} | Author: {} | Posted by {} | Published by {} | Article by {} | Review by {}
en | Interview by {} | A report by {} | Compiled by {} | Contributed by {} | Opinion by {} | Analysis by {}
en | Column by {} | Essay by {} | Guest post by {} | Reporter: {} | Correspondent: {}
de | Von {} | von {} | VON {} | Autor: {} | Autorin: {} | Text: {} | Text von {} | Ein Bericht von {}
de | Ein Artikel von {} | Ein Gastbeitrag von {} | Ein Kommentar von {} | Kommentar von {} | Eine Analyse von {}
de | Interview: {} | Ein Interview von {} | Geschrieben von {} | Veröffentlicht von {} | Verfasst von {}
de | Autoren: {} | Reportage von {} | Eine Kolumne von {} | Protokoll: {} | Aufgezeichnet von {}
de | Rezension von {}
fr | Par {} | par {} | PAR {} | Auteur : {} | Autrice : {} | Texte : {} | Texte de {} | Écrit par {}
fr | Rédigé par {} | Publié par {} | Propos recueillis par {} | Entretien : {} | Reportage de {}
fr | Un article de {} | Une analyse de {} | Tribune de {} | Chronique de {} | De notre correspondante {}
fr | Recueilli par {} | Éditorial de {} | Article de {} | Posté par {}
es | Por {} | por {} | POR {} | Autor: {} | Autora: {} | Texto: {} | Texto de {} | Escrito por {}
es | Publicado por {} | Un reportaje de {} | Entrevista de {} | Redactor: {} | Redactora: {} | Columna de {}
es | Una crónica de {} | Artículo de {} | Opinión de {} | Periodista: {} | Autores: {}
it | Di {} | di {} | DI {} | Autore: {} | Autrice: {} | Testo di {} | Testo: {} | Scritto da {}
it | Pubblicato da {} | A cura di {} | Articolo di {} | Intervista di {} | Un reportage di {} | Da {}
it | dal nostro inviato {} | Autori: {}
pt | Por {} | por {} | Autor: {} | Autora: {} | Texto: {} | Texto de {} | Escrito por {} | Publicado por {}
pt | Reportagem: {} | Reportagem de {} | Postado por {} | Uma reportagem de {} | Entrevista de {}
pt | Jornalista: {} | Da redação, {} | Redator: {} | Coluna de {}
nl | Door {} | door {} | Auteur: {} | Tekst: {} | Geschreven door {} | Tekst {} | Door onze redacteur {}
nl | Een artikel van {} | Gepubliceerd door {}
sv | Av {} | av {} | Text: {} | Text {} | Skribent: {} | Författare: {} | Publicerad av {} | Skriven av {}
sv | Reporter: {}
da | Af {} | af {} | Tekst: {} | Skrevet af {} | Forfatter: {} | Journalist: {} | Udgivet af {}
no | Av {} | av {} | Tekst: {} | Skrevet av {} | Forfatter: {} | Journalist: {} | Publisert av {}
fi | Teksti: {} | Kirjoittaja: {} | Kirjoittanut {} | Toimittaja: {} | Teksti {} | Julkaissut {}
pl | Autor: {} | Autorka: {} | Tekst: {} | Napisał {} | Napisała {} | Opracował: {} | Opracowała: {}
pl | Opublikował: {} | Autorzy: {}
cs | Autor: {} | Autorka: {} | Napsal {} | Napsala {} | Text: {} | Autoři: {}
hu | Szerző: {} | Írta: {} | Írta {} | Szöveg: {} | Szerzők: {} | Közzétette: {}
ro | De {} | Autor: {} | Scris de {} | Publicat de {} | Text: {} | de {} | Autori: {} | Redactor: {}
tr | Yazan: {} | Yazar: {} | Haber: {} | Muhabir: {} | Yazı: {}
id | Oleh {} | Oleh: {} | Penulis: {} | Ditulis oleh {} | Reporter: {} | Laporan: {}
vi | Tác giả: {} | Bài: {} | Theo {} | Tác giả {} | Viết bởi {}
ru | Автор: {} | Автор {} | Текст: {} | Написал {} | Корреспондент: {} | Журналист: {} | Автор статьи: {}
ru | Авторы: {} | Опубликовал: {}
uk | Автор: {} | Текст: {} | Автор {} | Журналіст: {} | Автори: {} | Авторка: {} | Написала {}
el | Του {} | Της {} | Συντάκτης: {} | Γράφει: {} | Γράφει ο {} | Γράφει η {} | Κείμενο: {} | Ρεπορτάζ: {}
el | Από {}
he | מאת {} | מאת: {} | כתב: {} | כתבה: {}
ar | بقلم {} | بقلم: {} | كتب: {} | كتبت: {} | الكاتب: {} | تقرير: {} | كتب {} | إعداد: {} | المؤلف: {}
fa | نویسنده: {} | نوشته {} | خبرنگار: {} | گزارش: {}
ja | 文：{} | 文・{} | 取材・文：{} | 著者：{} | 執筆：{} | 記者：{} | 文＝{} | 執筆者：{} | 取材・文／{} | 筆者：{}
zh | 作者：{} | 记者 {} | 文/{} | 文｜{} | 记者：{} | 撰文：{}
zh | 文：{} | 本报记者 {} | 撰稿：{} | 作者: {} | 記者 {} | 記者{}／台北報導
ko | {} 기자 | 글 {} | 글: {} | 글·사진 {} | 기자 {} | 작성자: {} | 취재 {}
hi | लेखक: {} | द्वारा {} | लेखक {} | रिपोर्ट: {}
bg | Автор: {} | Текст: {}
sr | Autor: {} | Piše: {} | Пише: {} | Аутор: {}
hr | Autor: {} | Piše: {} | Tekst: {} | Autorica: {}
sl | Avtor: {} | Piše: {} | Besedilo: {} | Avtorica: {}
sk | Autor: {} | Autorka: {} | Napísal {}
et | Autor: {} | Kirjutas {} | Tekst: {}
lv | Autors: {} | Autore: {} | Teksts: {}
lt | Autorius: {} | Autorė: {} | Parašė {} | Tekstas: {}
ca | Autor: {} | Text: {} | Escrit per {} | Autora: {}
eu | Egilea: {} | Testua: {}
is | Eftir {} | Höfundur: {} | Texti: {}
ga | Údar: {}
cy | Awdur: {}
sw | Mwandishi: {}
af | Deur {} | Skrywer: {}
"""
NAMES = {
    "ja": "高橋健太", "zh": "王小明", "ko": "김민수", "ru": "Анна Петрова", "uk": "Ганна Петренко", "el": "Άννα Παππά",
    "he": "דנה לוי", "ar": "أحمد سالم", "fa": "رضا احمدی", "hi": "राहुल शर्मा", "bg": "Анна Петрова",
}  # fmt: skip
TEXT = "The wall of the harbour fell in the storm of last night, and the town has begun to build it again. " * 4


def labels() -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for row in LABELS.strip().split("\n"):
        language, *written = row.split(" | ")
        found.setdefault(language, []).extend(written)
    return found


def authors(language: str, line: str) -> tuple[str, ...]:
    page = (
        f'<html lang="{language}"><head><title>The wall</title></head><body><article><h1>The harbour wall falls</h1>'
        f"<p>{line}</p><p>12.03.2024</p><p>{TEXT}</p><p>{TEXT}</p></article></body></html>"
    )
    return convert(Page(address="x.html", body=page.encode(), media_type="text/html"), plain=True).authors


@pytest.mark.parametrize(("language", "written"), labels().items())
def test_who_is_named_behind_the_label_is_the_author(language: str, written: list[str]) -> None:
    name = NAMES.get(language, "Ann Dahl")
    found = {label: authors(language, label.replace("{}", name)) for label in written}
    assert found == dict.fromkeys(written, (name,))


@pytest.mark.parametrize(
    ("language", "line"),
    [
        ("en", "Reporter on the coast"), ("sv", "Journalist i Malmö"), ("ja", "執筆者一覧"),
        ("ca", "Per WhatsApp teilen"), ("es", "Periodista y escritora"), ("en", "Reporters Without Borders"),
    ],
)  # fmt: skip
def test_what_somebody_is_names_nobody_without_a_colon(language: str, line: str) -> None:
    assert authors(language, line) == ()
