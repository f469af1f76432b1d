"""Where else quotations, texts and stories of a library stand; what is filed for it, and of libraries of before."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from dataclasses import replace
from hashlib import sha256
from itertools import combinations
from pathlib import Path

import pytest
from earlier_formats import as_it_was
from feed_arrivals import arrives, entry, subscribed
from kept_pieces import piece, quoted
from whole_library import WHOLE

from tui.compare import compared_words
from tui.library import Library
from tui.library.elsewhere import bringing_up, same_words
from tui.library.elsewhere.same_words import several_of
from tui.library.elsewhere.stories import Story
from tui.library.indexes.traces import trace
from tui.library.upkeep import check, repair
from tui.model.article import Article

WORDS = "We had ninety minutes of warning, and we used sixty of them arguing about sandbags"
NOTICE = WORDS.replace("warning", "notice")
SPEECH = f"“{WORDS},” said Ada Moreno, who led the survey of the harbour wall."
LONG = " ".join(f"Stone {n} of the harbour wall settled by {n * 7 % 11} centimetres in the storm." for n in range(30))


def said(number: int, words: str, name: str = "Ada Moreno", day: str = "2026-03-12", site: str = "") -> Article:
    """An article of an outlet of its own in which somebody says words."""
    return piece(
        f"https://outlet{number}.example/wall",
        words,
        "The council of Port Ellery voted for a higher harbour wall.",
        site=site or f"Outlet {number}",
        published=day,
        sources=(quoted(name, words),),
    )


def others(library: Library, number: int) -> list[tuple[int, str]]:
    return [(other.row.id, other.kind) for found in library.elsewhere.of(number) for other in found.others]


def rows_filed(library: Library) -> tuple[int, int]:
    """Articles with a trace, and rows of the index of quotations that hold a word of theirs."""
    with library.connections.reading() as db:
        (traces,) = db.execute("SELECT count(*) FROM trace").fetchone()
        found = db.execute("SELECT count(*) FROM quoted WHERE quoted MATCH 'sandbags'").fetchone()
    return traces, found[0]


def test_the_earliest_of_what_is_kept_comes_first(library: Library) -> None:
    for number, (words, day) in enumerate(((WORDS, "2026-03-14"), (NOTICE, "2026-03-13"), (WORDS, "2026-03-12")), 1):
        library.articles.keep(said(number, words, day=day))
    (found,) = library.elsewhere.of(1)
    assert [(other.row.id, other.kind, other.speaker) for other in found.others] == [
        (3, "identical", "Ada Moreno"),
        (2, "reworded", "Ada Moreno"),
    ]
    assert library.articles.get(2).blocks[found.others[1].block].text == NOTICE


def unsure(article: Article) -> Article:
    (source,) = article.sources
    return replace(article, sources=(replace(source, quotes=(replace(source.quotes[0], certain=False),)),))


def test_who_is_named_by_others_is_told_where_our_own_speaker_was_inferred(library: Library) -> None:
    library.articles.keep(unsure(said(1, WORDS, "Tom Achterberg")))
    library.articles.keep(said(2, WORDS))
    (found,) = library.elsewhere.of(1)
    assert (found.passage.speaker, found.better_speaker) == ("Tom Achterberg", "Ada Moreno")
    (found,) = library.elsewhere.of(2)
    assert found.better_speaker is None
    library.articles.keep(unsure(said(3, WORDS, "Ben Quay")))  # who is a guess there, too
    (found,) = library.elsewhere.of(1)
    assert (len(found.others), found.better_speaker) == (2, "Ada Moreno")
    library.articles.keep(said(4, WORDS, "Rosa Sand"))
    (found,) = library.elsewhere.of(1)
    assert (len(found.others), found.better_speaker) == (3, None)  # they do not agree


def test_one_rare_word_leads_to_words_that_share_no_other(library: Library, monkeypatch: pytest.MonkeyPatch) -> None:
    """What was left of a quotation has one word that says something, of three that it had."""
    whole = "Well, I would say that everybody should be believed at first until they are disbelieved based on evidence"
    library.articles.keep(said(1, whole))
    library.articles.keep(said(2, "would say that everybody should be believed at first"))
    assert others(library, 1) == [(2, "trimmed")]
    monkeypatch.setattr(same_words, "VERY_RARE", 1)
    assert others(library, 1) == []


def test_words_that_are_quoted_everywhere_lead_to_others_together(
    library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    library.articles.keep(said(1, WORDS))
    library.articles.keep(said(2, WORDS))
    for number, word in enumerate(2 * compared_words.words(WORDS), 3):
        library.articles.keep(
            said(number, f"{word} fell upon Sorn, Velden and Corran before dawn", f"Speaker {number}")
        )
    assert others(library, 1) == [(2, "identical")]
    monkeypatch.setattr(same_words, "RARE", 2)  # articles; each of the words is in four
    assert others(library, 1) == [(2, "identical")]


@pytest.mark.parametrize("several", [1, 2, 3, 4])
def test_the_expression_for_several_of_some_words_is_of_all_that_have_so_many(several: int) -> None:
    wanted = ("dunes", "ferry", "kiln", "otter")
    texts = [some for size in range(5) for some in combinations(wanted, size)]
    with closing(sqlite3.connect(":memory:")) as db:
        db.execute("CREATE VIRTUAL TABLE quoted USING fts5 (words, detail = none)")
        db.executemany("INSERT INTO quoted VALUES (?)", [(" ".join(some),) for some in texts])
        found = db.execute("SELECT rowid FROM quoted WHERE quoted MATCH ?", (several_of(wanted, several),)).fetchall()
    assert [row for (row,) in found] == [n for n, some in enumerate(texts, 1) if len(some) >= several]


def test_removing_an_article_removes_its_traces_and_undo_brings_them_back(library: Library) -> None:
    library.articles.keep(said(1, WORDS))
    library.articles.keep(said(2, WORDS))
    undo = library.articles.remove(2)
    assert (others(library, 1), rows_filed(library)) == ([], (1, 1))
    library.marks.undo(undo)
    assert (others(library, 1), rows_filed(library)) == ([(2, "identical")], (2, 2))


def test_a_newer_text_is_filed_in_the_place_of_the_one_before(library: Library) -> None:
    library.articles.keep(said(1, WORDS))
    library.articles.keep(said(2, WORDS))
    library.articles.keep(said(2, "The blossom was open and the night was clear, there was nothing left to burn"))
    assert (others(library, 1), rows_filed(library)) == ([], (2, 1))
    assert check.examine(library.folder).sound


def test_copies_are_found_whatever_their_outlet(library: Library) -> None:
    for number in (1, 2):
        library.articles.keep(piece(f"https://outlet{number}.example/a", LONG, site=f"Outlet {number}"))
    library.articles.keep(piece("https://outlet3.example/a", LONG[: len(LONG) // 3] + SPEECH))
    assert [row.id for row in library.elsewhere.copies(1)] == [2]
    (story,) = library.elsewhere.stories()
    assert story.copies == ((1, 2),)


def test_the_original_of_a_republished_article_is_known_by_its_address(library: Library) -> None:
    library.articles.keep(piece("https://outlet1.example/a", LONG))
    library.articles.keep(piece("https://outlet2.example/a", LONG, original="https://outlet1.example/a"))
    original = library.elsewhere.original(2)
    assert original
    assert original.id == 1
    assert library.elsewhere.original(1) is None


def test_articles_of_one_event_are_one_story_and_since_leaves_earlier_ones_away(library: Library) -> None:
    for number in (1, 2):
        library.articles.keep(said(number, WORDS))
    library.articles.keep(piece("https://outlet3.example/frost", "Late frost took the apricots of Sorn."))
    (story,) = library.elsewhere.stories()
    assert ([row.id for row in story.articles], story.outlets) == ([1, 2], ("Outlet 1", "Outlet 2"))
    assert library.elsewhere.groups() == [[1, 2]]
    assert library.elsewhere.story_of(2) == story
    assert library.elsewhere.story_of(3) is None
    assert library.elsewhere.stories(since=2_000_000_000) == []


def test_a_text_that_is_damaged_stops_no_story(library: Library) -> None:
    for number in (1, 2):
        library.articles.keep(said(number, WORDS))
    with library.connections.writing() as db:
        db.execute("UPDATE body SET packed = x'ff00' WHERE article = 2")
    assert library.elsewhere.groups() == [[1, 2]]


def unfiled(folder: Path) -> Library:
    """A library whose articles were kept before anything was filed."""
    with Library.open(folder) as library:
        for number in range(1, 8):
            library.articles.keep(said(number, WORDS))
        with library.connections.writing() as db:
            db.execute("INSERT INTO quoted (quoted) VALUES ('delete-all')")
            db.execute("DELETE FROM trace")
            db.execute("UPDATE tracing SET below = 8")
    return Library.open(folder)


def test_a_library_of_before_is_brought_up_and_can_be_read_and_changed_meanwhile(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(bringing_up, "BATCH", 2)
    library = unfiled(tmp_path)
    assert check.examine(tmp_path).sound
    assert (library.elsewhere.waiting(), others(library, 1)) == (7, [])
    steps: list[int] = []
    library.elsewhere.bring_up(progress=lambda done, _: steps.append(done), stopped=lambda: bool(steps))
    assert (steps, rows_filed(library)) == ([2], (2, 2))
    library.articles.remove(1)
    library.articles.keep(said(2, NOTICE))
    assert library.elsewhere.bring_up()
    assert (library.elsewhere.waiting(), rows_filed(library)) == (0, (6, 6))
    assert check.examine(tmp_path).sound
    assert len(others(library, 2)) == 5


def test_a_step_that_was_not_finished_costs_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(bringing_up, "BATCH", 3)
    library = unfiled(tmp_path)
    with library.connections.writing() as db:
        db.execute("CREATE TRIGGER killed BEFORE UPDATE ON tracing BEGIN SELECT RAISE(ABORT, 'killed'); END")
    with pytest.raises(Exception, match="killed"):
        library.elsewhere.bring_up()
    assert rows_filed(library) == (0, 0)
    with library.connections.writing() as db:
        db.execute("DROP TRIGGER killed")
    assert library.elsewhere.bring_up()
    assert rows_filed(library) == (7, 7)


def test_what_came_from_a_feed_is_filed_when_nothing_else_is_to_be_done(tmp_path: Path) -> None:
    with Library.open(tmp_path) as library:
        library.articles.keep(said(1, WORDS))
        feed = subscribed(library)
        arrives(library, feed, [entry(number, content=f"<p>“{WORDS},” said Tom Hale.</p>") for number in (1, 2)])
        assert (library.elsewhere.waiting(), rows_filed(library)[0]) == (3, 1)
        assert library.elsewhere.bring_up()
        assert (library.elsewhere.waiting(), rows_filed(library)[0]) == (0, 3)
        assert len(others(library, 1)) == 2
        arrives(library, feed, [entry(1, content="<p>It was taken back.</p>"), entry(2)])
        assert library.elsewhere.bring_up()
        assert others(library, 1) == []
    assert check.examine(tmp_path).sound


def test_a_library_of_the_format_before_waits_for_it_and_is_then_sound(tmp_path: Path) -> None:
    as_it_was("format_3", tmp_path)
    with Library.open(tmp_path) as library:
        assert library.elsewhere.waiting()
        assert library.elsewhere.bring_up()
        filed, _ = rows_filed(library)
        assert filed == library.articles.count()


@pytest.mark.parametrize(
    "harm",
    [
        "DELETE FROM trace WHERE article = 1",
        "INSERT INTO trace VALUES (99, x'00')",
        "UPDATE quoted_data SET block = x'01' WHERE id > 10",
    ],
)
def test_what_is_filed_is_looked_at_by_the_doctor_and_made_anew(tmp_path: Path, harm: str) -> None:
    with Library.open(tmp_path) as library:
        for number in (1, 2):
            library.articles.keep(said(number, WORDS))
        with library.connections.writing() as db:
            db.execute(harm)
    assert [problem.kind for problem in check.examine(tmp_path).problems] == ["index"]
    assert repair.repair(tmp_path).health.sound
    with Library.open(tmp_path) as library:
        assert others(library, 1) == [(2, "identical")]


def test_the_texts_of_a_story_say_who_is_quoted_where_and_what_several_have(library: Library) -> None:
    for number, words in ((1, WORDS), (2, NOTICE), (3, "It is a wall and not a promise of any kind")):
        library.articles.keep(
            said(number, words, day=f"2026-03-1{number}", name="Bo Lind" if number == 3 else "Ada Moreno")
        )
    rows = tuple(row for n in (1, 2, 3) if (row := library.articles.row(n)))
    texts = library.elsewhere.texts(Story(rows))
    assert [(voice.name, voice.presence) for voice in texts.voices] == [
        ("Ada Moreno", ("quoted", "quoted", "absent")),
        ("Bo Lind", ("absent", "absent", "quoted")),
    ]
    assert [(number, [other.row.id for other in recurrence.others]) for number, recurrence in texts.shared] == [
        (1, [2])
    ]
    assert [texts.own_quotations(n) for n in range(3)] == [0, 0, 1]
    assert texts.shared[0][1].is_earliest
    assert not library.elsewhere.of(2)[0].is_earliest
    library.articles.remove(2)
    fewer = library.elsewhere.texts(Story(rows))
    assert ([row.id for row in fewer.story.articles], len(fewer.articles), fewer.shared) == ([1, 3], 2, ())
    assert fewer.own_quotations(0) == 1


def test_what_is_filed_of_an_article_stays_as_it_is_for_the_format() -> None:
    """It is taken out of the index by giving the same words again: other words need a step to a new format."""
    filed = trace(WHOLE)
    assert filed.words.split() == [
        *"a another by enough is like metre minutes must night ninety nobody not rise that wants we".split(),
        *"0x1953f5 0x4d80bb 0x8b9e9e 0x8c2fd6 0x9b889d 0xaef52f".split(),
    ]
    assert sha256(filed.profile).hexdigest()[:16] == "acd66746ed517db9"
