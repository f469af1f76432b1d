"""What passes the gate can be printed in any terminal."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.text.cleaning import MAX_LINE, MAX_MARKS, clean, clean_line, is_harmless, one_line, squeezed, web_address
from tui.text.odd_bytes import escape_odd_bytes

STEERING = set(
    map(chr, [*range(0x09), *range(0x0B, 0x20), *range(0x7F, 0xA0), *range(0x202A, 0x202F), *range(0x2066, 0x206A)])
)


@given(st.text())
def test_nothing_that_steers_a_terminal_passes(text: str) -> None:
    assert not STEERING & set(clean(text))


@given(st.text(st.sampled_from("aé本 \t\n\r\x0b\x1c\x1f\x85\xa0\u2003\u2028\u200b\u3000"), max_size=12) | st.text())
def test_white_space_is_folded_whatever_it_is(text: str) -> None:
    assert squeezed(text) == " ".join(text.split())


@given(st.text())
def test_cleaning_twice_changes_nothing(text: str) -> None:
    assert clean(clean(text)) == clean(text)


@given(st.text(alphabet=st.characters(categories=["L", "N", "P", "Zs"])))
def test_letters_numbers_and_punctuation_are_left_alone(text: str) -> None:
    visible = "".join(c for c in text if c not in "\u115f\u1160\u3164\uffa0")
    assert clean(text) == visible


@given(st.text(), st.integers(min_value=2, max_value=60))
def test_a_line_has_no_break_and_keeps_its_limit(text: str, limit: int) -> None:
    line = clean_line(text, limit)
    assert len(line) <= limit
    assert line == " ".join(line.split())


@given(st.text(st.sampled_from("a Ä\t\n\u200b\u0301\udc80\udcff\x1b“"), max_size=30))
def test_odd_bytes_in_a_line_are_written_out(text: str) -> None:
    assert clean_line(text) == one_line(clean(escape_odd_bytes(text)), MAX_LINE)


@given(st.text(alphabet="ae\u0301\u0300\u0327", max_size=200))
def test_marks_on_one_letter_are_capped(text: str) -> None:
    run = longest = 0
    for c in clean(text):
        run = run + 1 if unicodedata.combining(c) else 0
        longest = max(longest, run)
    assert longest <= MAX_MARKS


@pytest.mark.parametrize(
    ("text", "cleaned"),
    [
        ("before\x1b]0;title\x07after", "before]0;titleafter"),
        ("\x9b31mred", "31mred"),
        ("pay\u200bpal log\u00adin", "paypal login"),
        ("invoice \u202egnp.exe", "invoice gnp.exe"),
        ("👨\u200d👩\u200d👧", "👨\u200d👩\u200d👧"),
        ("क्\u200dष", "क्\u200dष"),
        ("می\u200cخواهم", "می\u200cخواهم"),
        ("خانه\u200c.", "خانه\u200c."),
        ("क्\u200d.", "क्."),
        ("b\u200dc", "bc"),
        ("a\r\nb\rc", "a\nb\nc"),
        ("one\u2028two", "one\ntwo"),
        ("tab\tstays", "tab\tstays"),
    ],
)
def test_what_is_dropped_and_what_stays(text: str, cleaned: str) -> None:
    assert clean(text) == cleaned


@pytest.mark.parametrize(
    "address", ["https://paper.example/a?b=c#d", "http://127.0.0.1:8000/", "HTTPS://Paper.Example/"]
)
def test_web_addresses_pass(address: str) -> None:
    assert web_address(f" {address} ") == address


@pytest.mark.parametrize(
    "address",
    [
        "javascript:alert(1)",
        "file:///etc/passwd",
        "-flag",
        "//paper.example/",
        "http://",
        "http://paper.example:99999/",
        "http://paper.example/\x1b[2J",
        "http://paper.example/a b",
        "http://paper.example\\@other.example/",
        "https://paper.example/" + "a" * 5_000,
    ],
)
def test_other_addresses_are_refused(address: str) -> None:
    assert web_address(address) is None


@given(st.text(st.sampled_from("aé\u0301\u200c\u200d\u202e\u00ad\x07\t\n\r\U000e0001"), max_size=12))
def test_what_is_harmless_is_left_alone_but_for_joiners(text: str) -> None:
    joined = {"\u200c", "\u200d"} & set(text)
    assert is_harmless(text) == (clean(text) == text and not joined)
