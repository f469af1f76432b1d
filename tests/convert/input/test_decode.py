"""Bytes become text as browsers make text of them."""

from __future__ import annotations

import codecs
import gzip
import time

import pytest
from webencodings.labels import LABELS  # type: ignore[import-untyped]

from tui.convert.bounds import MAX_BYTES
from tui.convert.input.decode import FIRST, decode, in_utf8, unpacked
from tui.convert.input.encoding_labels import codec

RUSSIAN = "Паром сегодня не идёт"


def test_a_byte_order_mark_rules_over_everything() -> None:
    assert decode(b"\xef\xbb\xbf" + RUSSIAN.encode(), "windows-1251") == RUSSIAN


@pytest.mark.parametrize(
    ("body", "charset"),
    [
        (RUSSIAN.encode(), None),
        (RUSSIAN.encode()[:-1], None),  # the last character is cut off
        (b"\xef\xbb\xbf" + RUSSIAN.encode(), None),
        (RUSSIAN.encode("cp1251"), "windows-1251"),
        (("\ufeff" + RUSSIAN).encode("utf-16-le"), None),
        (b"<meta charset=utf-8>a\xffb", None),
    ],
)
def test_bytes_are_brought_to_utf_8_as_they_are_decoded(body: bytes, charset: str | None) -> None:
    assert in_utf8(body, charset).decode("utf-8", "replace") == decode(body, charset)


@pytest.mark.parametrize("name", ["utf-16-le", "utf-16-be"])
def test_utf_16_is_known_by_its_mark(name: str) -> None:
    assert decode(("\ufeff" + RUSSIAN).encode(name)) == RUSSIAN


def test_the_header_rules_over_the_meta_element() -> None:
    page = f"<meta charset=utf-8><p>{RUSSIAN}".encode("cp1251")
    assert RUSSIAN in decode(page, "windows-1251")


@pytest.mark.parametrize(
    "meta",
    [
        '<meta charset="windows-1251">',
        '<META http-equiv="Content-Type" content="text/html; charset=windows-1251">',
        '<meta name="viewport" content="width=640"><META CHARSET="windows-1251">',
        "<meta content='text/html; CharSet=windows-1251' http-equiv=content-type>",
        "<!-- <meta charset=utf-8> --><meta charset=cp1251>",
        '<?xml version="1.0" encoding="windows-1251"?>',
        f"<style>{' ' * 2 * FIRST}</style><meta charset=windows-1251>",
        f"<!--{' ' * FIRST}<meta charset=utf-8> --><meta charset=windows-1251>",
    ],
)
def test_a_page_names_its_own_encoding(meta: str) -> None:
    assert RUSSIAN in decode(f"{meta}<p>{RUSSIAN}".encode("cp1251"))


@pytest.mark.parametrize(
    ("label", "text"),
    [
        ("shift_jis", "島の船は今日は出ない"), ("euc-jp", "島の船は今日は出ない"),
        ("iso-2022-jp", "島の船は今日は出ない"),
        ("gb2312", "渡船今天停航"), ("gb18030", "渡船今天停航"), ("big5", "渡船今天停航"),
        ("euc-kr", "배는 오늘 뜨지 않는다"),
        ("koi8-r", RUSSIAN), ("iso-8859-2", "Prom dziś nie płynie"), ("windows-1255", "המעבורת לא תפליג"),
        ("windows-1256", "العبارة لن تبحر"), ("iso-8859-7", "Το πλοίο δεν φεύγει"),
        ("latin1", "Der Fähre fehlt „nichts“"),
        ("macintosh", "Le bac ne part pas à l’île"), ("tis-620", "เรือไม่ออกวันนี้"), ("windows-1258", "không"),
    ],
)  # fmt: skip
def test_every_family_of_encodings_is_read(label: str, text: str) -> None:
    python = codec(label)
    assert python is not None
    text = text.encode(python, "ignore").decode(python)
    assert text in decode(f"<meta charset={label}><p>{text}</p>".encode(python))


def test_python_knows_the_codec_of_every_label() -> None:
    for python in {codec(label) for label in LABELS} - {None, "x-user-defined"}:
        assert codecs.lookup(python or "")


@pytest.mark.parametrize(
    ("label", "character"), [("gbk", "㐀"), ("big5", "㗎"), ("shift_jis", "①"), ("euc-kr", "힝"), ("latin1", "–")]
)
def test_a_page_is_read_by_the_superset_that_the_standard_names(label: str, character: str) -> None:
    assert decode(f"<meta charset={label}><p>{character}".encode(codec(label) or "")).endswith(character)


@pytest.mark.parametrize(
    "label", ["utf-7", "zlib_codec", "punycode", "idna", "rot13", "unicode_escape", "hz-gb-2312", "x-\x1b"]
)
def test_what_is_no_web_encoding_is_not_honoured(label: str) -> None:
    assert codec(label) is None
    assert "+ADw-" in decode(f"<meta charset='{label}'><p>+ADw-</p>".encode())


def test_without_a_name_valid_utf_8_is_utf_8_and_other_bytes_are_windows_1252() -> None:
    assert decode("<p>“naïve”".encode()) == "<p>“naïve”"
    assert decode("<p>“naïve”".encode("cp1252")) == "<p>“naïve”"


def test_a_saved_page_whose_meta_no_longer_holds_is_read_as_the_utf_8_that_it_is() -> None:
    assert "fünf grüne Äpfel, blöd" in decode("<meta charset=iso-8859-1><p>fünf grüne Äpfel, blöd".encode())


def test_bytes_that_the_encoding_does_not_know_become_replacement_characters() -> None:
    assert decode(b"<meta charset=utf-8>a\xffb").endswith("a\ufffdb")


def test_a_gzip_file_is_unpacked_up_to_the_limit() -> None:
    assert unpacked(gzip.compress(b"x" * 10)) == (b"x" * 10, False)
    data, cut = unpacked(gzip.compress(b"\0" * (MAX_BYTES + 5)))
    assert (len(data), cut) == (MAX_BYTES, True)


def test_a_broken_gzip_file_is_read_as_it_is() -> None:
    assert unpacked(b"\x1f\x8bnot gzip")[0] == b"\x1f\x8bnot gzip"


def test_all_members_of_a_gzip_file_are_read() -> None:
    assert unpacked(gzip.compress(b"one ") + gzip.compress(b"two")) == (b"one two", False)


@pytest.mark.parametrize(
    "meta", ["<meta name=x content='charset=utf-8'>", "<meta property='og:title' content='Of charset=big5'>"]
)
def test_a_meta_that_is_not_about_the_encoding_names_none(meta: str) -> None:
    assert "Паром" in decode(f"{meta}<meta charset=koi8-r>Паром".encode("koi8-r"))


def test_thousands_of_empty_members_take_no_time() -> None:
    start = time.process_time()
    text, _ = unpacked(gzip.compress(b"<p>A page.") + gzip.compress(b"") * 200_000)
    assert text == b"<p>A page."
    assert time.process_time() - start < 20


PAGE = "<html lang='{}'><head>{}</head><body><p>{}</p></body></html>"


@pytest.mark.parametrize(
    ("language", "encoding", "said"),
    [
        ("ru", "cp1251", "Город раскололся из-за плана нового парома."),
        ("ru", "koi8-r", "Город раскололся из-за плана нового парома."),
        ("el", "cp1253", "Η βιβλιοθήκη θα κλείσει για έναν χρόνο."),
        ("pl", "iso8859-2", "Zażółć gęślą jaźń, powiedział burmistrz."),
        ("fr", "cp1252", "Le maire était déjà là."),
    ],
)
def test_a_page_that_names_no_encoding_is_read_in_that_of_its_language(language: str, encoding: str, said: str) -> None:
    assert said in decode(PAGE.format(language, "", said).encode(encoding))


def test_a_header_that_says_utf_8_of_other_bytes_is_not_believed() -> None:
    said = "Zażółć gęślą jaźń, powiedział burmistrz."
    data = PAGE.format("pl", "<meta charset=iso-8859-2>", said).encode("iso8859-2")
    assert said in decode(data, "utf-8")
    assert said in decode(PAGE.format("pl", "<meta charset=iso-8859-2>", said).encode(), "utf-8")


def test_a_server_s_usual_header_yields_to_what_the_page_says_and_its_bytes_bear_out() -> None:
    page = f"<meta charset=windows-1251><p>{RUSSIAN}".encode("cp1251")
    assert RUSSIAN in decode(page, "iso-8859-1")
    assert "Fähre über Öresund für" in decode("<meta charset=utf-8><p>Fähre über Öresund für".encode(), "iso-8859-1")
    assert "Fähre" in decode("<meta charset=windows-1251><p>The Fähre sails at noon".encode("latin-1"), "iso-8859-1")


@pytest.mark.parametrize(
    ("attributes", "encoding", "said"),
    [
        ("", "cp1251", "Паром сегодня не идёт, сказал капитан на причале, и никто не знает почему."),
        ("", "koi8-r", "Паром сегодня не идёт, сказал капитан на причале, и никто не знает почему."),
        ("", "cp1253", "Το πλοίο δεν φεύγει σήμερα, είπε ο καπετάνιος στην προβλήτα."),
        ("", "cp1255", "המעבורת לא יוצאת היום, אמר רב החובל"),
        ("", "cp1256", "العبارة لا تغادر اليوم، قال القبطان"),
        ("", "cp874", "เรือข้ามฟากไม่ออกวันนี้"),
        ("", "cp949", "배는 오늘 떠나지 않는다고 선장이 말했다."),
        ("", "euc_jp", "船は今日は出ない、と船長は岸壁で話した。"),
        ("", "cp1252", "It’s what she said: “No”. He didn’t agree – at all."),
        (" lang=ja", "euc_jp", "船は今日は出ない、と船長は岸壁で話した。"),
        (" lang=zh-TW", "big5", "渡輪今天不開，船長在碼頭上說，這是他的決定。"),
        (" lang=zh", "gb18030", "渡轮今天不开，船长在码头上说，这是他的决定。"),
    ],
)
def test_letters_tell_the_encoding_of_a_page_that_names_none(attributes: str, encoding: str, said: str) -> None:
    assert said in decode(f"<html{attributes}><p>{said}</html>".encode(encoding))


@pytest.mark.parametrize("head", ["", "<meta charset=utf-8>", "<meta charset=iso-8859-1>"])
def test_a_header_that_says_latin_of_plain_utf_8_is_not_believed(head: str) -> None:
    assert "café déjà brûlé" in decode(f"{head}<p>café déjà brûlé".encode(), "iso-8859-1")
    assert "café déjà brûlé" in decode("<p>café déjà brûlé".encode("cp1252"), "iso-8859-1")
