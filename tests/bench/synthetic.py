"""A synthetic library: articles of made-up words with the statistics of news text.

    python tests/bench/synthetic.py FOLDER COUNT      makes a library of that many articles

Distinct words a text, compressed size and size of the index were compared with 187 news articles (0.49–0.53 of
the words, 0.45 and 0.55–0.58 of the text); the made-up ones have 0.55, 0.45 and 0.56.  Word frequencies follow
Zipf's law (exponent 1.07) over 60,000 words whose lengths follow their rank as English ones do.  A piece has
300–2,500 words (most about 900), two captions, six sources with eight quotations and three links; one in forty is
Japanese.  The same number always makes the same article.
"""

from __future__ import annotations

import random
import time
from bisect import bisect
from collections.abc import Iterator
from functools import lru_cache
from itertools import accumulate

from tui.model.article import Article, Block, Caption, Link, Mention, Quote, Source

VOCABULARY = 60_000
ZIPF = 1.07
REPEATED = 0.2  # share of words that the article used before
SITES = 400
SPEAKERS = 40_000
SYLLABLES = tuple(c + v + e for c in "bcdfghlmnprst" for v in "aeiou" for e in ("", "n", "r", "l", "st"))
KANA = "あいうえおかきくけこさしすせそたちつてとなにぬねのはひふへほまみむめもやゆよらりるれろわをん"
KANJI = "港壁市長海岸嵐調査会議計画建設春秋町橋水電車駅新聞記者発表住民政府大臣学校病院"
JAPANESE_EVERY = 40
DAY = 86_400


@lru_cache(maxsize=1)
def vocabulary() -> tuple[list[str], list[float]]:
    """The words by rank and their cumulated weights."""
    chance = random.Random(7)
    words: dict[str, None] = {}
    while len(words) < VOCABULARY:
        rank = len(words) + 1
        syllables = 1 if rank < 120 else 2 if rank < 4_000 else chance.choice((2, 3, 3, 4))
        words["".join(chance.choice(SYLLABLES) for _ in range(syllables))] = None
    return list(words), list(accumulate(1 / (rank + 2.7) ** ZIPF for rank in range(1, VOCABULARY + 1)))


class Words(random.Random):
    """Chance, and the words that an article used already: news repeats its own words."""

    def __init__(self, seed: int) -> None:
        super().__init__(seed)
        self.used: list[str] = []

    def word(self) -> str:
        """A word: one used before, or any, common ones often."""
        if self.used and self.random() < REPEATED:
            return self.choice(self.used)
        known, weights = vocabulary()
        self.used.append(known[bisect(weights, self.random() * weights[-1])])
        return self.used[-1]


def words(chance: Words, count: int) -> list[str]:
    """That many words."""
    return [chance.word() for _ in range(count)]


def sentence(chance: Words, length: int) -> str:
    """A sentence of that many words."""
    return " ".join(words(chance, length)).capitalize() + "."


def japanese(chance: Words, length: int) -> str:
    """A sentence of that many characters."""
    return "".join(chance.choice(KANJI if chance.random() < 0.35 else KANA) for _ in range(length)) + "。"


def paragraph(chance: Words, in_japanese: bool) -> str:
    """Two to five sentences."""
    if in_japanese:
        return "".join(japanese(chance, chance.randint(15, 60)) for _ in range(chance.randint(2, 5)))
    return " ".join(sentence(chance, chance.randint(8, 30)) for _ in range(chance.randint(2, 5)))


def speaker(number: int) -> tuple[str, str, str]:
    """Name, role and affiliation of one of the speakers."""
    chance = Words(number)
    name = " ".join(w.capitalize() for w in words(chance, 2)) + f" {SYLLABLES[number % len(SYLLABLES)].capitalize()}"
    return name, " ".join(words(chance, 2)), " ".join(w.capitalize() for w in words(chance, 2))


def quoted(blocks: list[Block], chance: Words) -> Iterator[Source]:
    """Six sources, cited in the blocks: the quotation is a stretch of the block's text."""
    for _ in range(6):
        name, role, affiliation = speaker(int(SPEAKERS * chance.random() ** 3))
        quotes = []
        for block in sorted(chance.sample(range(len(blocks)), k=min(len(blocks), chance.choice((1, 1, 2))))):
            text = blocks[block].text
            start = chance.randint(0, len(text) // 3)
            end = min(len(text), start + chance.randint(30, 160))
            quotes.append(Quote(text[start:end], "direct", block, start, end))
        mentions = tuple(Mention(q.block, q.start, q.start + 10) for q in quotes)
        yield Source(name, "person", role, affiliation, mentions, tuple(quotes))


def article(number: int) -> Article:
    """The article of that number."""
    chance = Words(number)
    in_japanese = number % JAPANESE_EVERY == 7
    length = min(2_500, max(300, int(chance.lognormvariate(6.75, 0.5))))
    blocks: list[Block] = []
    while sum(len(b.text) for b in blocks) < length * (2.2 if in_japanese else 6.6):
        if len(blocks) % 9 == 8:
            blocks.append(Block("heading", sentence(chance, 4), level=2))
        blocks.append(Block("paragraph", paragraph(chance, in_japanese)))
    site = chance.randint(1, SITES)
    host = f"https://{SYLLABLES[site % len(SYLLABLES)]}{site}.example"
    title = japanese(chance, 18) if in_japanese else sentence(chance, 8)
    published = time.strftime("%Y-%m-%dT%H:%M:%S+00:00", time.gmtime(1_500_000_000 + number * 2_400))
    captions = tuple(
        Caption(sentence(chance, 14), " ".join(words(chance, 2)), sentence(chance, 6), f"{host}/{number}-{n}.jpg", n)
        for n in range(2)
    )
    return Article(
        address=f"{host}/news/{number}",
        title=title,
        blocks=tuple(blocks),
        markdown="\n\n".join(("## " if b.kind == "heading" else "") + b.text for b in blocks),
        url=f"{host}/news/{number}",
        authors=(speaker(SPEAKERS + chance.randint(1, 3_000))[0],),
        published=published,
        language="ja" if in_japanese else "en",
        site=f"The {SYLLABLES[site % len(SYLLABLES)].capitalize()} {site}",
        captions=captions,
        sources=tuple(quoted(blocks, chance)),
        links=tuple(Link(sentence(chance, 3), f"{host}/link/{chance.random()}", 1) for _ in range(3)),
    )
