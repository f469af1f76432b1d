"""Articles of any length made of made-up words, with everything that an article can hold, for the benchmarks."""

from __future__ import annotations

import random

from tui.model.article import Article, Block, Caption, Frame, Mention, Source, Span

SYLLABLES = [c + v for c in "bdfgklmnprstvw" for v in "aeiou"]
QUOTED = ("“", "”")
SPEAKER = "Ada Moreno"


def long_article(words: int, seed: int = 1) -> Article:
    """An article of about that many words: the same for the same arguments."""
    chance = random.Random(seed)
    vocabulary = ["".join(chance.choices(SYLLABLES, k=chance.choice((1, 1, 2, 2, 3, 4)))) for _ in range(4_000)]
    blocks: list[Block] = []
    captions: list[Caption] = []
    mentions: list[Mention] = []
    left = words
    while left > 0:
        count = chance.randint(30, 90)
        left -= count
        blocks.append(_block(chance, vocabulary, count, len(blocks), captions, mentions))
    source = Source(SPEAKER, "person", role="engineer", mentions=tuple(mentions))
    return Article(
        "bench", "An article for measuring", tuple(blocks), "", url="https://bench.example/long", authors=("R. Sand",),
        site="The Coast Herald", published="2026-03-12", captions=tuple(captions), sources=(source,),
    )  # fmt: skip


def _block(
    chance: random.Random,
    vocabulary: list[str],
    count: int,
    number: int,
    captions: list[Caption],
    mentions: list[Mention],
) -> Block:
    text = " ".join(chance.choices(vocabulary, k=count)).capitalize() + "."
    kind = number % 20
    if kind == 5:
        return Block("heading", text[:40], level=2)
    if kind == 9:
        captions.append(Caption(text, "L. Park", block=number))
        return Block("figure", f"{text}\nL. Park", caption=len(captions) - 1)
    if kind in (12, 13):
        return Block("paragraph", text, within=(Frame("quote"),))
    if kind in (15, 16):
        return Block("paragraph", text, within=(Frame("item", "•"),))
    if kind % 3 == 0:
        text = f"{QUOTED[0]}{text}{QUOTED[1]} said {SPEAKER}, the engineer. {text}"
        start = text.index(SPEAKER)
        mentions.append(Mention(number, start, start + len(SPEAKER)))
        return Block(
            "paragraph", text, (Span(10, 24, "link", f"https://bench.example/{number}"), Span(40, 60, "emphasis"))
        )
    return Block("paragraph", text)
