"""Said elsewhere: what it costs, and what it finds of quotations that were changed and set into other texts.

    python tests/bench/elsewhere.py costs FOLDER COUNT      a synthetic library of that many articles, kept in FOLDER
    python tests/bench/elsewhere.py found [QUOTATIONS]      a file of lines of JSON, {"words": …, "speaker": …}

``costs`` prints processor milliseconds (a busy machine's clock says nothing) of looking up one article's quotations and
of keeping one article with and without what is filed, and the size of that as a share of the text.  ``found`` sets
each of 300 quotations into two texts of different outlets, in one of them changed, beside 300 look-alikes: phrases
that anybody uses, in two texts by two speakers.  Without a file the quotations are made of the words below.
"""

from __future__ import annotations

import json
import random
import sqlite3
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from unittest import mock

from synthetic import article as synthetic_article

from tui.compare.stock_phrases import PHRASES
from tui.library import Library
from tui.library.elsewhere.traces import TraceChanges, trace
from tui.library.store.connection import DATABASE
from tui.model.article import Article, Block, Mention, Quote, Source

QUOTATIONS = 300
FEWEST = 10  # words of a quotation, so that half of it is one still
LOOKED_UP, KEPT = 200, 100
SUBJECTS = "pilots nurses fishermen growers tenants drivers librarians engineers pupils bakers divers shepherds".split()
VERBS = "repaired counted abandoned painted measured flooded insured borrowed salvaged rehearsed harvested".split()
THINGS = "bridges lanterns orchards ledgers turbines cellars ferries hydrants beehives timetables chimneys".split()
PLACES = "Ellery Sorn Quayside Northmere Harrow Tarn Velden Ashby Corran Midwick Pellworm Dunmore".split()
WHENS = "before the frost|after the audit|during the strike|without a permit|against all advice|in one afternoon".split(
    "|"
)
REASONS = "the insurer had refused|nobody answered the letters|the pumps had failed|the grant ran out|the roof leaked"
NAMES = "Ada Tom Lin Nils Rosa Ben Milo Ines Karim Greta Otto Yara".split()
SURNAMES = "Moreno Achterberg Hsiao Holm Sand Okri Brandt Duarte Aziz Lund Keller Nasser".split()
# Phrases of the look-alikes that are in no list of the program.
OTHERS_SAY = """
We are monitoring the situation closely and will provide updates as needed
We want to thank our loyal customers for their patience and understanding
This is a great day for our city and for everyone who lives here
At this point in time we have nothing further to add
We have full confidence in the process and in the people involved
He was a loving husband, father and friend to all who knew him
The company said it does not comment on market rumours or speculation
It is too early to say what caused the fire
We gave everything and the boys should be proud of themselves
What happens in the dark will always come to light
You only live once, but if you do it right, once is enough
Every vote counts and every voice must be heard
""".strip().splitlines()


def quotation(chance: random.Random) -> str:
    """A quotation of the words above."""
    pick = chance.choice
    first = f"The {pick(SUBJECTS)} of {pick(PLACES)} {pick(VERBS)} {chance.randint(3, 90)} {pick(THINGS)} {pick(WHENS)}"
    second = f"the {pick(SUBJECTS)} {pick(VERBS)} what was left of the {pick(THINGS)}"
    return f"{first} because {pick(REASONS.split('|'))}, and {second}"


def speaker(chance: random.Random) -> str:
    return f"{chance.choice(NAMES)} {chance.choice(SURNAMES)}"


def telling(chance: random.Random, number: int, said: Sequence[str], name: str, outlet: str) -> Article:
    """A text of its own about something, in which somebody says each of these words in a paragraph of its own."""
    filler = [quotation(chance).replace(" because", ". That was because") + "." for _ in range(3)]
    paragraphs = [filler[0], *(f"“{words}” said {name}, who was there." for words in said), *filler[1:]]
    sources = Source(
        name,
        "person",
        mentions=(Mention(1, 0, 1),),
        quotes=tuple(Quote(words, "direct", n, 1, 1 + len(words)) for n, words in enumerate(said, start=1)),
    )
    blocks = tuple(Block("paragraph", text) for text in paragraphs)
    address = f"https://{outlet}.example/{number}"
    day = f"2026-{1 + number % 12:02}-{1 + number % 28:02}"
    return Article(address, quotation(chance)[:60], blocks, "", site=outlet, published=day, sources=(sources,))


CHANGED = "several dozens hardly eventually twelve furious municipal forgotten quietly almost".split()


def trimmed(chance: random.Random, words: list[str]) -> list[str]:
    keep = max(6, len(words) * chance.randint(40, 80) // 100)
    start = chance.randint(0, max(0, len(words) - keep))
    return [" ".join(words[start : start + keep])]


def ellipsis(chance: random.Random, words: list[str]) -> list[str]:
    third = max(4, len(words) // 3)
    return [" ".join((*words[:third], "…", *words[-third:]))]


def reworded(chance: random.Random, words: list[str]) -> list[str]:
    most = max(1, min(4, len(words) // 4))
    changed = list(words)
    for at in chance.sample(range(len(words)), chance.randint(1, most)):
        changed[at] = chance.choice(CHANGED)
    return [" ".join(changed)]


def negated(chance: random.Random, words: list[str]) -> list[str]:
    at = chance.randint(1, len(words) - 1)
    return [" ".join((*words[:at], "not", *words[at:]))]


def turned(chance: random.Random, words: list[str]) -> list[str]:
    half = len(words) // 2
    return [" ".join((*words[half:], *words[:half]))]


def in_two(chance: random.Random, words: list[str]) -> list[str]:
    half = len(words) // 2
    return [" ".join(words[:half]), " ".join(words[half:])]


Way = Callable[[random.Random, list[str]], list[str]]
WAYS: dict[str, tuple[str, Way]] = {
    "identical": ("identical", lambda chance, words: [" ".join(words)]),
    "trimmed": ("trimmed", trimmed),
    "an ellipsis": ("trimmed", ellipsis),
    "two paragraphs": ("trimmed", in_two),
    "words changed": ("reworded", reworded),
    "negated": ("reworded", negated),
    "another order": ("reworded", turned),
}


def found(file: Path | None) -> None:
    """Prints how many of the changed quotations are found, by the way in which they were changed, and the false."""
    chance = random.Random(17)
    said = _quotations(file, chance)
    print(f"{len(said)} quotations, a way each by turns; look-alikes: {QUOTATIONS}")
    having: Counter[str] = Counter()
    right: Counter[str] = Counter()
    all_of: Counter[str] = Counter()
    with tempfile.TemporaryDirectory() as folder, Library.open(Path(folder)) as library:
        for n, (words, name) in enumerate(said):
            way = list(WAYS)[n % len(WAYS)]
            wanted, change = WAYS[way]
            own = library.articles.keep(telling(chance, n, [words], name, "herald"))
            other = library.articles.keep(telling(chance, n + 7, change(chance, words.split()), name, f"gull{n}"))
            kinds = {
                there.kind
                for one in library.elsewhere.of(own)
                if one.passage.block == 1
                for there in one.others
                if there.row.id == other
            }
            all_of[way] += 1
            having[way] += bool(kinds)
            right[way] += wanted in kinds
        false = sum(_is_false(library, chance, n) for n in range(QUOTATIONS))
    for way in WAYS:
        print(f"{way:15} found {having[way]}/{all_of[way]}, told as {WAYS[way][0]} {right[way]}")
    print(f"look-alikes taken for one utterance: {false} of {QUOTATIONS} ({100 * false / QUOTATIONS:.1f} %)")


def _is_false(library: Library, chance: random.Random, n: int) -> bool:
    """Whether a phrase that anybody uses is taken for one utterance of two speakers."""
    lines = [line for line in PHRASES.strip().splitlines() if len(line.split()) > 5]
    phrase = OTHERS_SAY[n // 5 % len(OTHERS_SAY)] if n % 5 == 0 else chance.choice(lines)
    one, other = speaker(chance), speaker(chance)
    first = library.articles.keep(telling(chance, 1_000 + n, [phrase], one, f"post{n}"))
    second = library.articles.keep(telling(chance, 1_100 + n, [phrase], other, f"echo{n}"))
    places = {there.row.id for found in library.elsewhere.of(first) for there in found.others}
    return second in places


def _quotations(file: Path | None, chance: random.Random) -> list[tuple[str, str]]:
    if file is None:
        return [(quotation(chance), speaker(chance)) for _ in range(QUOTATIONS)]
    records = [json.loads(line) for line in file.read_text("utf-8").splitlines()]
    told = [(record["words"], record["speaker"]) for record in records]
    return [(words, name) for words, name in told if len(words.split()) >= FEWEST][:QUOTATIONS]


def costs(folder: Path, count: int) -> None:
    """Prints what looking up, keeping and storing cost in a synthetic library of that many articles."""
    made = folder / f"elsewhere-{count}"
    if not (made / DATABASE).exists():
        with Library.open(made) as library:
            library.articles.keep_many(synthetic_article(n) for n in range(count))
    text = sum(len(synthetic_article(n).text.encode()) for n in range(0, count, max(1, count // 500))) * max(
        1, count // 500
    )
    chance = random.Random(3)
    with Library.open(made) as library:
        numbers = [chance.randint(1, count) for _ in range(LOOKED_UP)]
        spent = sorted(milliseconds(lambda n=n: library.elsewhere.of(n)) for n in numbers)  # type: ignore[misc]
        middle, late = spent[len(spent) // 2], spent[int(len(spent) * 0.95)]
        print(f"{count} articles: one article's quotations {middle:.1f} ms, p95 {late:.1f} ms")
        new = [synthetic_article(10_000_000 + n) for n in range(2 * KEPT)]
        filed = sum(milliseconds(lambda one=one: library.articles.keep(one)) for one in new[:KEPT]) / KEPT  # type: ignore[misc]
        with mock.patch.object(TraceChanges, "write"), mock.patch("tui.library.search.index.trace", _nothing(trace)):
            bare = sum(milliseconds(lambda one=one: library.articles.keep(one)) for one in new[KEPT:]) / KEPT  # type: ignore[misc]
        print(f"keeping an article {filed:.1f} ms, without what is filed {bare:.1f} ms")
    print(f"filed: {100 * filed_bytes(made / DATABASE) / text:.1f} % of the text ({text / 1e6:.0f} MB)")


def _nothing(kind: Callable[[Article], object]) -> Callable[[Article], object]:
    empty = kind(Article("a", "", (), ""))
    return lambda _: empty


def milliseconds(does: Callable[[], object]) -> float:
    """Processor time."""
    before = time.process_time()
    does()
    return 1_000 * (time.process_time() - before)


def filed_bytes(file: Path) -> int:
    """What is stored of quotations and stories."""
    db = sqlite3.connect(file)
    sizes = ("sum(length(block)) FROM quoted_data", "sum(length(profile) + 8) FROM trace")
    total = sum(_one(db, f"SELECT {size}") for size in sizes)
    db.close()
    return total


def _one(db: sqlite3.Connection, statement: str) -> int:
    (value,) = db.execute(statement).fetchone()
    return int(value or 0)


def main(arguments: Sequence[str]) -> Iterator[str]:
    match arguments:
        case ["costs", folder, count]:
            costs(Path(folder), int(count))
        case ["found"]:
            found(None)
        case ["found", file]:
            found(Path(file))
        case _:
            yield (__doc__ or "").strip()


if __name__ == "__main__":
    print("\n".join(main(sys.argv[1:])), end="")
