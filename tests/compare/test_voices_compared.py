"""Voices of several articles, and of two texts of one."""

from __future__ import annotations

from tui.compare.story_voices import UNNAMED, story_voices
from tui.compare.voice_changes import voice_changes
from tui.model.article import Article, Block, Mention, Quote, Source

WARNED = "We had ninety minutes of warning, and we used sixty of them"


def saying(*said: tuple[str, str]) -> Article:
    """An article in which each of these says his words, or is only named where there are none."""
    blocks = tuple(Block("paragraph", f"“{words}” said {name}.") for name, words in said)
    sources = tuple(
        Source(
            name,
            "unnamed" if name == "residents" else "person",
            mentions=(Mention(n, 0, 1),),
            quotes=(Quote(words, "direct", n, 1, 1 + len(words)),) if words else (),
        )
        for n, (name, words) in enumerate(said)
    )
    return Article("a", "Wall", blocks, "", sources=sources)


def test_a_voice_is_one_in_all_articles_under_its_fullest_name() -> None:
    first, second = saying(("Moreno", WARNED), ("Tom Achterberg", "")), saying(("Ada Moreno", WARNED))
    voices = story_voices([first, second])
    assert [(voice.name, voice.presence, voice.only_in) for voice in voices] == [
        ("Ada Moreno", ("quoted", "quoted"), None),
        ("Tom Achterberg", ("named", "absent"), None),
    ]


def test_who_is_quoted_in_one_article_only_is_told_and_the_unnamed_come_last() -> None:
    voices = story_voices([saying(("residents", WARNED)), saying(("Lin Hsiao-wen", WARNED))])
    assert [(voice.name, voice.only_in) for voice in voices] == [("Lin Hsiao-wen", 1), (UNNAMED, 0)]


def test_a_newer_text_drops_adds_and_rewords_voices() -> None:
    old = saying(("Ada Moreno", WARNED), ("Tom Achterberg", "They measured the boats of 1990 and no others"))
    new = saying(("Ada Moreno", WARNED.replace("warning", "notice")), ("Lin Hsiao-wen", "Eight hundred a year is much"))
    assert [(change.change, change.name) for change in voice_changes(old, new)] == [
        ("dropped", "Tom Achterberg"),
        ("added", "Lin Hsiao-wen"),
        ("reworded", "Ada Moreno"),
    ]


def test_a_text_with_the_same_voices_has_no_changes() -> None:
    assert voice_changes(saying(("Ada Moreno", WARNED)), saying(("Moreno", WARNED))) == []
