"""Plain text is read in the shapes in which it comes."""

from __future__ import annotations

from contextlib import suppress
from itertools import pairwise
from textwrap import fill

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from small_pages import SENTENCES, from_file

from tui.convert.input.plain_text import as_page
from tui.model.article import Article
from tui.model.page import ReadingError

TITLE = "Ferry stays in port"
PARAGRAPHS = [f"{SENTENCES[n]} {SENTENCES[n + 1]}" for n in range(4)]


def read(text: str) -> Article:
    return from_file("ferry.txt", text.encode())


def test_the_head_of_a_mail_says_who_wrote_when_and_about_what() -> None:
    head = f"From: Ada Moreno <ada@isle.example>\nDate: Mon, 2 Mar 2026 08:15:00 +0000\nSubject: {TITLE}\n"
    found = read("\n\n".join([head + "List-Id: isle", *PARAGRAPHS, "Regards,", "Ada"]))
    assert (found.title, found.authors, (found.published or "")[:10]) == (TITLE, ("Ada Moreno",), "2026-03-02")
    assert found.text.startswith(PARAGRAPHS[0])


@pytest.mark.parametrize(
    ("head", "title", "authors"),
    [
        ("From: ada@isle.example\nSubject: Ferry stays\n in port\nTo: isle", TITLE, ()),
        (
            'From: "Ada Moreno" <ada@isle.example>\nSubject: =?utf-8?q?F=C3=A4hre?=\nTo: isle',
            "Fähre",
            ("Ada Moreno",),
        ),
        ("From: Ada Moreno\nSubject: =?none?q?=1b[31m?=\nTo: isle", "=?none?q?=1b[31m?=", ("Ada Moreno",)),
        ("From: Ada Moreno <a@b.example>\nSubject: =?utf-8?q?Red_=1B=5B31m?=\nTo: isle", "Red [31m", ("Ada Moreno",)),
    ],
    ids=["folded", "coded and quoted", "coded as nobody does", "coded to do harm"],
)
def test_a_mail_s_fields_are_read_as_mail_programs_read_them(head: str, title: str, authors: tuple[str, ...]) -> None:
    found = read("\n\n".join([head, *PARAGRAPHS]))
    assert (found.title, found.authors) == (title, authors)


def test_one_line_that_looks_like_a_field_is_no_head_of_a_mail() -> None:
    assert read("\n\n".join(["From: the islands", *PARAGRAPHS])).title == "From: the islands"


def test_a_letter_s_salutation_is_no_title() -> None:
    found = read("\n\n".join(["Dear reader,", *PARAGRAPHS]))
    assert found.title != "Dear reader,"
    assert found.text.startswith(PARAGRAPHS[0]) or found.text.startswith("Dear reader,")


@pytest.mark.parametrize("end", [".", ".”", "。"])
def test_a_long_sentence_that_begins_the_text_is_no_title_and_stays_in_it(end: str) -> None:
    first = "The ferry to the outer islands will stay in port till May".ljust(101 - len(end), "y") + end
    found = read("\n\n".join([first, PARAGRAPHS[0], "A night in the school", PARAGRAPHS[1]]))
    assert found.title == ""
    assert found.text.startswith(first)
    assert "A night in the school" in found.text


def test_a_subheading_below_a_paragraph_that_no_title_is_long_enough_for_stays_where_it_is() -> None:
    first = " ".join(PARAGRAPHS[:2])
    assert len(first) > 220
    found = read("\n\n".join([first, "A night in the school", *PARAGRAPHS[2:]]))
    assert found.title == ""
    assert found.text.startswith(f"{first}\n\nA night in the school\n\n{PARAGRAPHS[2]}")


@pytest.mark.parametrize("first", [f"{TITLE.ljust(99, 'y')}.", f"{TITLE}?".rjust(150, "x")])
def test_a_shorter_sentence_or_a_question_is_the_title(first: str) -> None:
    assert read("\n\n".join([first, *PARAGRAPHS])).title == first


@pytest.mark.parametrize(
    "text",
    [
        "\n\n".join([TITLE, *PARAGRAPHS]),
        "\n".join([TITLE, *PARAGRAPHS]),
        "\n\n".join([TITLE, *(fill(p, 72) for p in PARAGRAPHS)]),
        TITLE + "\n\n" + "\n".join(fill(p, 72, initial_indent="    ") for p in PARAGRAPHS),
        "\r\n\r\n".join([TITLE, *PARAGRAPHS]),
    ],
    ids=["blank lines", "one a line", "wrapped", "wrapped, indented", "windows"],
)
def test_paragraphs_are_known_by_whichever_sign_parts_them(text: str) -> None:
    found = read(text)
    assert found.title == TITLE
    assert found.text == "\n\n".join(PARAGRAPHS)


def test_a_short_line_between_paragraphs_is_a_heading() -> None:
    found = read("\n\n".join([TITLE, PARAGRAPHS[0], "A night in the school", PARAGRAPHS[1]]))
    assert [(b.kind, b.text) for b in found.blocks][1] == ("heading", "A night in the school")


def test_a_line_and_a_caption_with_a_credit_in_brackets_are_a_figure() -> None:
    figure = "A grey ship at a pier\nThe ferry could not sail on Monday [Ann Example/Isle Pictures]"
    found = read("\n\n".join([TITLE, PARAGRAPHS[0], figure, PARAGRAPHS[1]]))
    (caption,) = found.captions
    assert (caption.text, caption.credit, caption.alt) == (
        "The ferry could not sail on Monday", "Ann Example/Isle Pictures", "A grey ship at a pier",
    )  # fmt: skip
    assert found.blocks[caption.block].kind == "figure"
    assert "grey ship" not in found.text


def test_what_stood_around_the_article_is_left_out() -> None:
    found = read(
        "\n\n".join(
            ["Subscribe to our newsletter", f"{TITLE} | Isle News", f"{TITLE} | Isle News", "Share this",
             *PARAGRAPHS, "Share this",
             "Leave a Reply", "Your email address will not be published. Required fields are marked *",
             "I was on board and it was cold in there."]
        )
    )  # fmt: skip
    assert found.title == TITLE
    assert found.text == "\n\n".join(PARAGRAPHS)


def test_lists_and_quoted_lines_keep_their_shape() -> None:
    found = read(
        "\n\n".join([TITLE, PARAGRAPHS[0], "- bread\n- milk", "> We wait here.\n> And drink tea.", PARAGRAPHS[1]])
    )
    assert [(b.text, [f.kind for f in b.within]) for b in found.blocks[1:4]] == [
        ("bread", ["item"]), ("milk", ["item"]), ("We wait here. And drink tea.", ["quote"]),
    ]  # fmt: skip


def test_a_text_that_looks_like_markup_is_shown_as_written() -> None:
    assert "a <b> is not" in read("\n\n".join([TITLE, PARAGRAPHS[0] + " In it a <b> is not bold.", PARAGRAPHS[1]])).text


def test_a_text_of_one_line_is_shown() -> None:
    assert read("Only this.").text == "Only this."


def test_who_wrote_a_text_and_when_is_read_from_the_lines_over_it() -> None:
    text = "Ferry stays in port\n\nBy Ada Moreno\n\n3 November 2026\n\n" + "\n\n".join(SENTENCES)
    found = from_file("ferry.txt", text.encode())

    assert (found.authors, found.published) == (("Ada Moreno",), "2026-11-03")


def test_an_underlined_line_is_a_heading() -> None:
    wrapped = [fill(f"{a} {b}", 72) for a, b in pairwise(SENTENCES)]
    text = f"Ferry stays in port\n===================\n\n{wrapped[0]}\n\nThe crack\n---------\n\n{wrapped[2]}\n"
    found = from_file("ferry.txt", text.encode())

    assert found.title == "Ferry stays in port"
    assert [(b.kind, b.text) for b in found.blocks if b.kind == "heading"] == [("heading", "The crack")]


def test_a_few_long_indented_paragraphs_stay_apart() -> None:
    text = "Ferry stays in port\n\n" + "\n".join(f"    {s} {s}" for s in SENTENCES)

    assert len(from_file("ferry.txt", text.encode()).blocks) == len(SENTENCES)


@pytest.mark.parametrize("text", ["A\n\nA", "A\nA", "Storm\n\nStorm\n\nStorm", "- a\n\n- a"])
def test_a_text_of_one_repeated_line_shows_it(text: str) -> None:
    assert text.split()[-1] in from_file("repeated.txt", text.encode()).text


LINES = (
    "",
    "A",
    "A line that is long enough to be the title",
    SENTENCES[0],
    "- item",
    "> said",
    "A pier [J. Doe]",
    "===",
)


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(st.sampled_from(LINES), max_size=7), st.sampled_from(["\n", "\n\n"]))
def test_no_text_of_a_few_lines_is_too_odd(lines: list[str], between: str) -> None:
    with suppress(ReadingError):  # only what holds no text
        assert from_file("odd.txt", between.join(lines).encode()).blocks


def blocks(*parts: str) -> list[tuple[str, str]]:
    return [(b.kind, b.text) for b in read("\n\n".join([TITLE, PARAGRAPHS[0], *parts, PARAGRAPHS[1]])).blocks[1:-1]]


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("A night in the school", "heading"),
        ("It was a night in the school.", "paragraph"),
        ("A night in the school,", "paragraph"),
        ("A night in the school " + "and on the quay " * 6, "paragraph"),
    ],
)
def test_a_heading_is_short_and_no_sentence(line: str, kind: str) -> None:
    assert blocks(line) == [(kind, line.strip())]


def test_a_short_line_over_another_short_line_is_no_heading() -> None:
    assert blocks("A night in the school", "A day on the quay")[0] == ("paragraph", "A night in the school")


@pytest.mark.parametrize("sign", ["-", "*", "•", "–", "+"])
def test_any_sign_makes_a_list(sign: str) -> None:
    text = "\n\n".join([TITLE, PARAGRAPHS[0], f"{sign} bread\n{sign} milk and\n  honey", PARAGRAPHS[1]])
    found = [(b.text, b.within[0].kind) for b in read(text).blocks[1:-1]]
    assert found == [("bread", "item"), ("milk and honey", "item")]


def test_a_numbered_list_keeps_its_numbers() -> None:
    markdown = read("\n\n".join([TITLE, PARAGRAPHS[0], "3. bread\n4. milk", PARAGRAPHS[1]])).markdown
    assert "3. bread" in markdown
    assert "4. milk" in markdown


def test_a_caption_with_its_credit_on_one_line_is_a_figure() -> None:
    text = "\n\n".join([TITLE, PARAGRAPHS[0], "The ferry in port [Ann Example/Isle Pictures]", PARAGRAPHS[1]])
    (caption,) = read(text).captions
    assert (caption.text, caption.credit, caption.alt) == ("The ferry in port", "Ann Example/Isle Pictures", None)


@pytest.mark.parametrize(
    ("written", "title"),
    [
        (f"{TITLE} | Isle News", TITLE),
        (f"{TITLE} » Isle News", TITLE),
        (f"{TITLE} - Isle News", TITLE),
        (f"{TITLE} - what we know", f"{TITLE} - what we know"),
        (f"{TITLE}: crew finds a crack", f"{TITLE}: crew finds a crack"),
    ],
)
def test_the_name_of_the_paper_is_no_part_of_the_title(written: str, title: str) -> None:
    assert read("\n\n".join([written, *PARAGRAPHS])).title == title


def test_a_line_said_twice_at_the_top_is_the_title() -> None:
    found = read(
        "\n\n".join(["Isle News", "Crew finds a crack in the hull", "Crew finds a crack in the hull", *PARAGRAPHS])
    )
    assert found.title == "Crew finds a crack in the hull"


def test_short_lines_of_verses_stay_apart() -> None:
    text = read(
        "\n\n".join([TITLE, PARAGRAPHS[0], "The sea is wide\nThe boat is slow\nThe night is long.", PARAGRAPHS[1]])
    ).text
    assert "The sea is wide\n" in text


def test_no_running_text_leaves_everything() -> None:
    assert (
        read("bread\n\nmilk\n\nhoney").text.split() == ["bread", "milk", "honey"]
        or read("bread\n\nmilk\n\nhoney").title
    )


@pytest.mark.parametrize(
    "form", ["Leave a comment", "Schreibe einen Kommentar", "Laisser un commentaire", "12 comments"]
)
def test_what_stands_under_the_head_of_a_comment_form_goes(form: str) -> None:
    remark = (
        "I was on board and it was cold in there, so we all sang until the sun rose over the old harbour wall. " * 2
    )
    assert read("\n\n".join([TITLE, *PARAGRAPHS, form, remark])).text == "\n\n".join(PARAGRAPHS)


def test_short_last_sentences_of_a_text_are_read() -> None:
    said = "\n\n".join(SENTENCES)
    found = from_file("ferry.txt", f"Ferry stays in port\n\n{said}\n\nHe laughed.\n\nThen he left.\n\nMenu\n".encode())
    assert found.text.endswith("He laughed.\n\nThen he left.")


def test_short_lines_that_close_a_text_are_its_own_where_nothing_tells_of_a_page() -> None:
    closing = ["Yours,", "Ada", "P.S. Bring a bucket."]
    assert all(line in as_page("\n\n".join([TITLE, *PARAGRAPHS, *closing])) for line in closing)
    page = "\n\n".join([TITLE, *PARAGRAPHS[:2], "Read also: The quay", *PARAGRAPHS[2:], "Topics", "Harbour"])
    assert "Topics" not in as_page(page)


def test_short_sentences_before_the_running_text_are_read() -> None:
    body = as_page("\n\n".join([TITLE, "“Who?”", "By Ada Moreno", *PARAGRAPHS])).partition("<body>")[2]
    assert "“Who?”" in body
    assert "By Ada Moreno" not in body


def test_the_pages_of_a_printed_document_are_read_through() -> None:
    parted = "The ferry to the outer islands did not sail on Monday, for its crew found a crack in the com-\npartment"
    pages = [f"{TITLE}\n\n{parted}\n\n{' ' * 30}- 1 -\n", f"of the hull.\n\n{fill(PARAGRAPHS[1], 80)}\n\nPage 2 of 3\n"]
    found = read("\f".join([*pages, fill(PARAGRAPHS[2], 80), ""]))
    assert found.text.startswith(parted.replace("com-\n", "com") + f" of the hull.\n\n{PARAGRAPHS[1]}")
    assert not any(number in found.text for number in ("- 1 -", "2 of 3", "\f"))
    assert (
        "compartment\n\nREASONS\n\nSome"
        in read("\f".join([pages[0], f"REASONS\n\n{fill(PARAGRAPHS[1], 80)}", ""])).text
    )


def test_a_hyphen_before_a_capital_is_the_word_s_own_in_a_printed_document() -> None:
    parted = "The ferry to the outer islands did not sail on Monday, for the crew of the firm Sea-\nLand were\nashore."
    assert "the firm Sea-Land were ashore." in read(f"{TITLE}\n\n{parted}\n\n{fill(PARAGRAPHS[1], 80)}\f").text
    assert "Sea- Land" in read(f"{TITLE}\n\n{parted}\n\n{fill(PARAGRAPHS[1], 80)}").text  # who wrote it meant it so


def test_the_line_over_the_byline_is_the_title_where_a_page_s_menu_stands_above() -> None:
    menu = "Skip to content\nCoast Gazette\nNews\nSport\n\n"
    told = f"{TITLE}\n\nBy Ada Moreno\n2 March 2026\n\n" + "\n\n".join(PARAGRAPHS)
    assert read(menu + told).title == TITLE
    assert read(told).title == TITLE
    assert read(f"{TITLE}\n\nIt is a long story.\n\nBy Ada Moreno\n\n" + "\n\n".join(PARAGRAPHS)).title == TITLE


def test_a_numbered_heading_before_the_running_text_is_read_and_so_is_a_sentence_that_begins_as_bylines_do() -> None:
    assert "REASONS" in read("\n\n".join([TITLE, "1. REASONS", *PARAGRAPHS])).text
    assert "De man lachte." in read("\n\n".join([TITLE, "De man lachte.", *PARAGRAPHS])).text


def test_lines_of_a_narrow_column_that_go_on_in_small_letters_are_one_paragraph() -> None:
    column = [fill(paragraph, 44) for paragraph in PARAGRAPHS]
    found = read("\n\n".join([f"{TITLE}\nBy Ada Moreno", *column]))
    assert found.text == "\n\n".join(PARAGRAPHS)
    assert (found.title, found.authors) == (TITLE, ("Ada Moreno",))


def test_verses_of_that_width_keep_their_lines() -> None:
    verses = "The boat that lay upon the sand all winter\nWill sail again before the herring come,"
    assert len(read(f"{TITLE}\n\n{verses}\n\n{verses.swapcase()}").blocks) > 2


def test_short_sentences_between_items_after_the_last_long_paragraph_are_read() -> None:
    after = ["It took:", "* bread", "* milk", "Nobody slept.", "* wool", "The wind fell."]
    shown = read("\n\n".join([TITLE, PARAGRAPHS[0], *after])).text
    assert [line for line in after if line.lstrip("* ") not in shown] == []


def test_what_a_page_says_after_such_sentences_is_not() -> None:
    after = ["Nobody slept.", *(f"Boats of {n}" for n in range(2000, 2006))]
    shown = read("\n\n".join([TITLE, *PARAGRAPHS, *after])).text
    assert shown.endswith("Nobody slept.")


def test_salutation_and_close_of_a_letter_are_read() -> None:
    shown = read("\n\n".join(["Dear reader,", *PARAGRAPHS, "Yours,", "Ada"])).text
    assert shown.startswith("Dear reader,\n\n")
    assert shown.endswith("Yours,\n\nAda")


def test_what_a_mail_quotes_is_one_quotation_also_over_the_first_paragraph() -> None:
    quoted = fill(SENTENCES[0], 50, initial_indent="> ", subsequent_indent="> ")
    found = read("\n\n".join([TITLE, f"Ada wrote:\n{quoted}", *PARAGRAPHS]))
    assert f"Ada wrote:\n\n{SENTENCES[0]}" in found.text
    assert "Home" not in read("\n\n".join([TITLE, "> Home", *PARAGRAPHS])).text


def test_a_sentence_of_what_boats_share_is_no_button() -> None:
    shared = "When several boats share one berth, they are moored in the order of their names."
    assert shared in read("\n\n".join([TITLE, *PARAGRAPHS, shared])).text
    assert "this story" not in read("\n\n".join([TITLE, *PARAGRAPHS, "Share this story", "Share on the wall"])).text


@pytest.mark.parametrize(
    ("line", "after", "stays"),
    [
        ("Present: Ada Moreno and the whole crew", "", True),
        ("Present: Ada", "", False),
        ("Present: Ada Moreno and the whole crew", "Leave a comment", False),
    ],
    ids=["a line of the text", "as of a menu", "of a page"],
)
def test_a_line_before_the_text_is_the_text_s_where_nothing_tells_of_a_page(line: str, after: str, stays: bool) -> None:
    assert (line in read("\n\n".join([TITLE, line, *PARAGRAPHS, after])).text) == stays
