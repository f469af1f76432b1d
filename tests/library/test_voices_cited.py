"""Everyone cited across the library."""

import pytest
from kept_pieces import piece, quoted

from tui.library import Library, LibraryError
from tui.library.indexes.voice_counts import name_key
from tui.library.voices.voices import Times, Voice
from tui.model.article import Mention, Source

WORDS = "The harbour wall"


def keep(library: Library, number: int, *sources: Source, site: str = "The Coast Herald") -> int:
    return library.articles.keep(
        piece(f"https://coast.example/{number}", site=site, sources=sources, title=f"Piece {number}")
    )


def summary(voice: Voice) -> tuple[str, str | None, int, int, int]:
    return (voice.name, voice.affiliation, voice.articles, voice.outlets, voice.quotes)


def test_a_voice_is_counted_in_articles_outlets_and_quotations(library: Library) -> None:
    keep(library, 1, quoted("Ada Moreno", WORDS, "engineer", "Port Authority"))
    keep(library, 2, quoted("ADA MORENO", WORDS, "chief engineer", "the Port Authority"), site="Gull")
    keep(library, 3, quoted("Ben Okri", WORDS))
    ada, ben = library.voices.page()
    assert summary(ada) == ("Ada Moreno", "Port Authority", 2, 2, 2)
    assert ada.role == "chief engineer"
    assert summary(ben) == ("Ben Okri", None, 1, 1, 1)


def test_voices_come_in_pages_and_are_filtered_as_typed(library: Library) -> None:
    for n in range(5):
        keep(library, n, *(quoted(f"Person {m}", WORDS) for m in range(n, 5)))
    names = [voice.name for voice in library.voices.page()]
    first = library.voices.page(2)
    assert [voice.name for voice in first + library.voices.page(9, after=first[-1])] == names
    assert [voice.name for voice in library.voices.page(typed="pers 3")] == ["Person 3"]


def test_a_joined_voice_is_counted_by_itself_among_the_members(library: Library) -> None:
    keep(library, 1, quoted("Ada Moreno", WORDS, "engineer", "Port Authority"))
    keep(library, 2, quoted("Ada Moreno", WORDS, "lecturer", "University of Hull"), site="Gull")
    keep(library, 3, quoted("Ada Moreno", WORDS, None, "University of Hull"), site="Herring")
    hull, port = library.voices.page()
    head = library.voices.join(port.id, [hull.id])
    (member,) = library.voices.members(head.id)
    assert summary(member) == ("Ada Moreno", "University of Hull", 2, 2, 2)
    assert (member.joined, member.role, library.voices.get(member.id).id) == (0, "lecturer", port.id)
    assert summary(head) == ("Ada Moreno", "Port Authority", 3, 3, 3)
    with pytest.raises(LibraryError, match="two voices"):
        library.voices.join(port.id, [hull.id, port.id])
    with pytest.raises(LibraryError, match="not joined"):
        library.voices.separate(port.id)
    assert [library.voices.separate(hull.id).articles, library.voices.get(port.id).articles] == [2, 1]
    with pytest.raises(LibraryError, match="no longer cited"):
        library.voices.get(99)


def test_only_the_kinds_asked_for_are_listed(library: Library) -> None:
    keep(library, 1, Source("The council", "organisation"), Source("The survey", "document"), quoted("Ada", WORDS))
    assert [voice.name for voice in library.voices.page(kinds=("document",))] == ["The survey"]
    assert sorted(voice.name for voice in library.voices.page()) == ["Ada", "The council", "The survey"]
    assert library.voices.of_article(1) == {
        0: library.voices.page(typed="council")[0].id,
        1: library.voices.page(typed="survey")[0].id,
        2: library.voices.page(typed="ada")[0].id,
    }


def test_unnamed_sources_are_no_voices(library: Library) -> None:
    keep(library, 1, Source("residents", "unnamed"))
    assert library.voices.page() == []


def test_one_name_with_two_affiliations_stays_apart_until_joined_by_hand(library: Library) -> None:
    keep(library, 1, quoted("Ada Moreno", WORDS, None, "Port Authority"))
    keep(library, 2, quoted("Ada Moreno", WORDS, None, "University of Hull"))
    keep(library, 3, quoted("Ada Moreno", WORDS, None, "University of Hull"))
    hull, port = library.voices.page()
    assert [summary(voice)[1:3] for voice in (hull, port)] == [("University of Hull", 2), ("Port Authority", 1)]
    assert library.voices.namesakes(hull.id) == [port]
    joined = library.voices.join(hull.id, [port.id])
    assert (joined.articles, joined.joined, joined.quotes) == (3, 1, 3)
    assert library.voices.page() == [joined]
    assert len(library.voices.quotations(joined.id)) == 3
    keep(library, 4, quoted("Ada Moreno", WORDS, None, "Port Authority"))
    assert library.voices.page()[0].articles == 4
    assert [summary(voice)[1:3] for voice in library.voices.members(joined.id)] == [("Port Authority", 2)]


def test_a_join_is_undone(library: Library) -> None:
    keep(library, 1, quoted("Ada Moreno", WORDS, None, "Port Authority"))
    keep(library, 2, quoted("Ada Moreno", WORDS, None, "University of Hull"))
    before = library.voices.page()
    library.voices.join(before[0].id, [before[1].id])
    library.voices.separate(before[1].id)
    assert library.voices.page() == before
    with pytest.raises(LibraryError, match="not joined"):
        library.voices.separate(before[1].id)


def test_a_name_without_affiliation_counts_to_the_only_one_known(library: Library) -> None:
    keep(library, 1, quoted("Ada Moreno", WORDS))
    keep(library, 2, quoted("Ada Moreno", WORDS, None, "Port Authority"))
    assert [summary(voice)[1:3] for voice in library.voices.page()] == [("Port Authority", 2)]
    keep(library, 3, quoted("Ada Moreno", WORDS, None, "University of Hull"))
    assert sorted((voice.affiliation or "", voice.articles) for voice in library.voices.page()) == [
        ("", 1),
        ("Port Authority", 1),
        ("University of Hull", 1),
    ]


def test_one_article_that_cites_a_name_both_ways_counts_once(library: Library) -> None:
    keep(library, 1, quoted("Ada Moreno", WORDS), quoted("Ada Moreno", WORDS, None, "Port Authority"))
    assert [summary(voice)[1:] for voice in library.voices.page()] == [("Port Authority", 1, 1, 2)]


def test_quotations_name_article_date_and_place(library: Library) -> None:
    number = library.articles.keep(
        piece(
            "https://coast.example/a",
            "One paragraph.",
            "Nobody wants that, she said.",
            published="2026-03-12",
            sources=(quoted("Ada Moreno", "Nobody wants that", "engineer", "Port Authority", block=1),),
        )
    )
    (voice,) = library.voices.page()
    (quotation,) = library.voices.quotations(voice.id)
    assert (quotation.article, quotation.published, quotation.text) == (number, "2026-03-12", "Nobody wants that")
    assert library.articles.get(number).blocks[quotation.block].text[quotation.start : quotation.end] == quotation.text
    assert library.voices.of_article(number) == {0: voice.id}


def test_quotations_come_in_pages_newest_article_first(library: Library) -> None:
    for n in range(5):
        keep(library, n, quoted("Ada Moreno", WORDS))
    (voice,) = library.voices.page()
    every = library.voices.quotations(voice.id)
    assert [quotation.title for quotation in every] == [f"Piece {n}" for n in (4, 3, 2, 1, 0)]
    assert library.voices.quotations(voice.id, 2) + library.voices.quotations(voice.id, 9, after=every[1]) == every


def test_an_article_that_only_names_a_source_is_listed_too(library: Library) -> None:
    keep(library, 1, Source("Flood report", "document", mentions=(Mention(1, 2, 6),)))
    (voice,) = library.voices.page()
    (quotation,) = library.voices.quotations(voice.id)
    assert (quotation.kind, quotation.text, quotation.block) == ("named", "", 1)


def test_a_voice_goes_with_its_last_article(library: Library) -> None:
    first, second = (keep(library, n, quoted("Ada Moreno", WORDS)) for n in (1, 2))
    library.articles.remove(first)
    assert library.voices.page()[0].articles == 1
    library.articles.remove(second)
    assert library.voices.page() == []


def test_a_newer_text_that_cites_others_moves_the_counts(library: Library) -> None:
    library.articles.keep(piece("https://coast.example/1", "Old text.", sources=(quoted("Ada Moreno", "Old"),)))
    library.articles.keep(piece("https://coast.example/1", "New text.", sources=(quoted("Ben Okri", "New"),)))
    assert [voice.name for voice in library.voices.page()] == ["Ben Okri"]


def test_a_voice_is_cited_in_months_and_outlets(library: Library) -> None:
    for n, (day, site) in enumerate((("2026-01-31", "Gull"), ("2026-03-01", None), ("2026-03-31", "Gull"))):
        source = quoted("Ada Moreno", WORDS)
        library.articles.keep(piece(f"https://coast.example/{n}", site=site, published=day, sources=(source, source)))
    keep(library, 9, quoted("Ben Okri", WORDS))
    (ada,) = library.voices.page(typed="moreno")
    times = library.voices.times(ada.id)
    assert times == Times((("2026-01", 1), ("2026-03", 2)), (("Gull", 2), ("coast.example", 1)))
    assert times.several
    assert not Times((("2026-01", 1),), (("Gull", 1),)).several
    assert Times((("2026-01", 1),), (("Gull", 1), ("", 1))).several
    assert Times((("2026-01", 1), ("2026-02", 1)), (("Gull", 2),)).several


@pytest.mark.parametrize(("length", "are_two"), [(199, True), (200, False)])
def test_two_names_are_told_apart_by_their_first_two_hundred_letters(
    library: Library, length: int, are_two: bool
) -> None:
    keep(library, 1, quoted("a" * length + "b", WORDS))
    keep(library, 2, quoted("a" * length + "c", WORDS))
    keep(library, 3, quoted("Bo Lind", WORDS, None, "a" * length + "b"))
    keep(library, 4, quoted("Bo Lind", WORDS, None, "a" * length + "c"))
    assert len(library.voices.page()) == (4 if are_two else 2)


def test_titles_and_points_make_no_other_voice() -> None:
    for title in "Mr mrs. Ms Miss Dr Prof. Professor Sir Dame Lord Lady".split():
        assert name_key(f"{title} Ada C. Moreno") == name_key("ADA C Moreno") == "ada c moreno"
    assert name_key("Dr") == "dr"
