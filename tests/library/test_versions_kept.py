"""Two texts under one address: both kept, compared word by word, the place moved with its words."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from kept_pieces import piece

from tui.library import Library, LibraryError
from tui.library.articles.text_difference import difference, moved, word_by_word

ADDRESS = "https://coast.example/wall"
OLD = ("The town will raise its wall.", "It costs three million.", "Work begins in May.")
NEW = (
    "A correction was added.",
    "The town will raise its wall.",
    "It costs four million, the council said.",
    "Work begins in May.",
)


def test_both_texts_are_kept_under_one_id(library: Library) -> None:
    number = library.articles.keep(piece(ADDRESS, *OLD))
    assert library.articles.keep(piece(ADDRESS, *NEW)) == number
    first, second = library.versions.of(number)
    assert (first.number, second.number, first.until, second.until) == (1, 2, second.kept_at, None)
    assert [block.text for block in library.versions.get(number, 1).blocks] == list(OLD)
    assert [block.text for block in library.articles.get(number).blocks] == list(NEW)
    row = library.articles.row(number)
    assert row
    assert row.versions == 2


def test_the_same_text_again_is_no_version(library: Library) -> None:
    number = library.articles.keep(piece(ADDRESS, *OLD))
    library.articles.keep(piece(ADDRESS, *OLD, modified="2026-03-03"))
    assert len(library.versions.of(number)) == 1
    assert library.articles.get(number).modified == "2026-03-03"


def test_the_place_stays_with_its_words(library: Library) -> None:
    number = library.articles.keep(piece(ADDRESS, *OLD))
    library.articles.set_reading_position(number, 1, OLD[1].index("million"), 0.4)
    library.articles.keep(piece(ADDRESS, *NEW))
    block, offset = library.articles.reading_position(number)
    assert NEW[block][offset:].startswith("million")


def test_the_place_of_words_that_are_gone_is_where_the_next_begin() -> None:
    old, new = (
        piece(ADDRESS, "One stays here.", "Two is lost.", "Three stays."),
        piece(ADDRESS, "One stays here.", "Three stays."),
    )
    assert moved((1, 5), old, new) == (1, 0)
    assert moved((2, 6), old, new) == (1, 6)


def test_the_difference_shows_what_was_added_and_removed_word_by_word(library: Library) -> None:
    number = library.articles.keep(piece(ADDRESS, *OLD))
    library.articles.keep(piece(ADDRESS, *NEW))
    found = library.versions.difference(number)
    assert [(block.old, block.new, block.changed) for block in found.blocks] == [
        (None, 0, True),
        (0, 1, False),
        (1, 2, True),
        (2, 3, False),
    ]
    costs = found.blocks[2].changes
    assert [(c.kind, c.text) for c in costs if c.kind != "same"] == [
        ("removed", "three"),
        ("added", "four"),
        ("added", ", the council said"),
    ]
    assert (found.added, found.removed) == (8, 1)


def test_a_version_that_never_was_is_said(library: Library) -> None:
    number = library.articles.keep(piece(ADDRESS))
    with pytest.raises(LibraryError, match="no such version"):
        library.versions.get(number, 3)


def test_another_page_with_the_same_canonical_address_is_kept_apart(library: Library) -> None:
    one = library.articles.keep(piece("https://coast.example/a", "Boats sail from the pier at noon.", url=ADDRESS))
    other = library.articles.keep(
        piece("https://coast.example/b", "Budget talks failed again.", url=ADDRESS, title="Talks")
    )
    assert one != other
    assert library.articles.find("https://coast.example/b") == other


def test_a_front_page_as_canonical_address_joins_nothing(library: Library) -> None:
    for name in "ab":
        library.articles.keep(piece(f"https://coast.example/{name}", url="https://coast.example/"))
    assert len(library.articles.rows(9)) == 2


@given(st.text("ab c.日本", max_size=40), st.text("ab c.日本", max_size=40))
def test_a_difference_holds_both_texts(old: str, new: str) -> None:
    changes = word_by_word(old, new)
    assert "".join(c.text for c in changes if c.kind != "added") == old
    assert "".join(c.text for c in changes if c.kind != "removed") == new


texts = st.lists(st.text("ab c", min_size=1, max_size=12), min_size=1, max_size=6)


@settings(deadline=None)
@given(texts, texts, st.integers(0, 5), st.integers(0, 12))
def test_every_block_of_both_texts_is_in_the_difference_once_and_every_place_moves_into_the_text(
    old: list[str], new: list[str], block: int, offset: int
) -> None:
    one, other = piece(ADDRESS, *old), piece(ADDRESS, *new)
    blocks = difference(one, other).blocks
    assert [b.old for b in blocks if b.old is not None] == list(range(len(old)))
    assert [b.new for b in blocks if b.new is not None] == list(range(len(new)))
    at, inside = moved((min(block, len(old) - 1), offset), one, other)
    assert 0 <= at < len(new)
    assert 0 <= inside <= len(new[at])
