"""Said elsewhere: what it costs, and what it finds of quotations that were changed and set into other texts.

    python tests/bench/elsewhere.py costs FOLDER COUNT      a synthetic library of that many articles, kept in FOLDER
    python tests/bench/elsewhere.py found [TEXTS]           a file of lines of JSON, {"id", "publisher", "text"}

``costs`` prints processor milliseconds (a busy machine's clock says nothing) of looking up one article's quotations and
of keeping one article with and without what is filed, and the size of that as a share of the text.  ``found`` sets
each of 300 quotations into two texts of different outlets, in one of them changed; and look-alikes, phrases that
anybody uses, into two texts.  Without a file the quotations are made of the words below.
"""

from __future__ import annotations

import json
import random
import re
import sqlite3
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from itertools import count
from pathlib import Path
from unittest import mock

from synthetic import Words
from synthetic import article as synthetic_article

from tui.compare.passages import passages
from tui.compare.stock_phrases import PHRASES
from tui.convert import convert
from tui.library import Library
from tui.library.indexes.traces import ADD, SKETCHED, TraceChanges, trace
from tui.library.store.connection import DATABASE
from tui.model.article import Article, Block, Mention, Quote, Source
from tui.model.page import Page

QUOTATIONS = 300
FEWEST = 10  # words of a quotation, so that half of it is one still
LOOKED_UP, KEPT = 200, 100
WHOLE, MEASURED = 4_000, 500
QUOTED_WORDS = 85  # that a synthetic article has, of which a few are the same
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
# What anybody says or writes: none of these lines is in the program's own list.
ANYBODY_SAYS = """
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
Anyone with information is urged to come forward and speak to officers
The safety of our staff and customers is our top priority
We will be making no further comment while legal proceedings continue
The suspect is believed to be armed and should not be approached
Emergency services were called to the scene shortly after midnight
He was pronounced dead at the scene a short time later
Residents are advised to keep their windows and doors closed
The cause of the accident is still under investigation
We would like to apologise for any inconvenience this may have caused
Talks are continuing and both sides say that they are hopeful
The minister is expected to make a statement later this week
Shares closed higher on Friday as investors welcomed the figures
This story has been updated to include a statement from the company
The figures are adjusted for seasonal effects and may be revised
The court heard that he had no previous convictions
Our deepest sympathies go out to the family at this difficult time
We take one game at a time and see where it leads us
The fans were our twelfth man tonight and deserve all the credit
On another day we would have taken all three points
I have to keep my head down and keep working hard in training
The players left everything they had out there on the pitch
Where there is smoke there is usually fire somewhere nearby
A chain is only as strong as its weakest link
Rome was not built in a day and neither was this city
You cannot make an omelette without breaking some eggs first
When the going gets tough the tough get going
People in glass houses should never throw the first stone
The road to hell is paved with good intentions
Fool me once, shame on you; fool me twice, shame on me
Give a man a fish and you feed him for a day
The grass is always greener on the other side of the fence
Better to have loved and lost than never to have loved at all
Blessed are the meek, for they shall inherit the earth
The Lord is my shepherd, I shall not want
Give us this day our daily bread and forgive us our trespasses
Peace be with you, and also with your spirit, now and always
Eternal rest grant unto them, O Lord, and let perpetual light shine
For everything there is a season and a time for every purpose
Workers of the world, unite, you have nothing to lose
No taxation without representation, not then and not now
What do we want? Justice! When do we want it? Now!
The people united will never be defeated
Stronger together, fairer for all, and ready for the future
A fair day's wage for a fair day's work
Jobs, homes and hospitals: promises made and promises kept
Leave no one behind and build back better for everyone
Their blood, our hands: no more war in our name
Hands off our pensions, hands off our schools
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
        listed = [line for line in PHRASES.strip().splitlines() if len(line.split()) > 5]
        for what, phrases in (("in no list of the program", ANYBODY_SAYS), ("of its own list", listed)):
            for speakers in ("two speakers", "one speaker"):
                false = sum(
                    _is_told(library, chance, phrases[n % len(phrases)], n, alike=speakers == "one speaker")
                    for n in range(QUOTATIONS)
                )
                print(f"look-alikes {what}, {speakers}: {false} of {QUOTATIONS} ({100 * false / QUOTATIONS:.1f} %)")
    for way in WAYS:
        print(f"{way:15} found {having[way]}/{all_of[way]}, told as {WAYS[way][0]} {right[way]}")


def _is_told(library: Library, chance: random.Random, phrase: str, n: int, *, alike: bool) -> bool:
    """Whether a phrase that anybody uses is taken for one utterance in the texts of two outlets."""
    one = speaker(chance)
    other = one if alike else speaker(chance)
    number = next(NUMBERS)
    first = library.articles.keep(telling(chance, number, [phrase], one, f"post{n}"))
    second = library.articles.keep(telling(chance, number + 100, [phrase], other, f"echo{n}"))
    places = {there.row.id for found in library.elsewhere.of(first) for there in found.others}
    library.articles.remove([first, second])
    return second in places


NUMBERS = count(1_000, 200)
NO_MARKS = str.maketrans(dict.fromkeys('“”"', ""))  # a quotation that has some would be cut there
DAY_IN_ID = re.compile(r"\d{4}-\d\d-\d\d")


def _quotations(file: Path | None, chance: random.Random) -> list[tuple[str, str]]:
    """Quotations with their speakers: made, or those of a file's articles, drawn by chance."""
    if file is None:
        return [(quotation(chance), speaker(chance)) for _ in range(QUOTATIONS)]
    said = [
        (passage.text.translate(NO_MARKS), passage.speaker or "nobody")
        for text in texts_of(file)
        for passage in passages(text)
        if len(passage.text.split()) >= FEWEST
    ]
    return chance.sample(said, min(QUOTATIONS, len(said)))


def texts_of(file: Path) -> list[Article]:
    """The articles of the English texts in a file of lines of JSON; an id has the day in it."""
    records = [json.loads(line) for line in file.read_text("utf-8").splitlines()]
    return [
        replace(
            convert(Page(f"{one['id']}.txt", one["text"].encode(), media_type="text/plain")),
            address=f"https://{one['publisher']}.example/{one['id']}",
            site=one["publisher"],
            published=day[0] if (day := DAY_IN_ID.search(one["id"])) else None,
        )
        for one in records
        if one.get("lang", "en") == "en"
    ]


def costs(folder: Path, articles: int) -> None:
    """Prints what looking up, keeping and storing cost in a synthetic library of that many articles."""
    place = folder / f"elsewhere-{articles}"
    whole = min(articles, WHOLE)
    if not (place / DATABASE).exists():
        with Library.open(place) as library:
            library.articles.keep_many(synthetic_article(n) for n in range(whole))
            fill_up(library, whole, articles)
    chance = random.Random(3)
    with Library.open(place) as library:
        numbers = [chance.randint(1, whole) for _ in range(LOOKED_UP)]
        spent = sorted(least(lambda n=n: library.elsewhere.of(n)) for n in numbers)  # type: ignore[misc]
        middle, late = spent[len(spent) // 2], spent[int(len(spent) * 0.95)]
        print(f"{articles} articles: one article's quotations {middle:.1f} ms, p95 {late:.1f} ms")
        new = [synthetic_article(10_000_000 + n) for n in range(2 * KEPT)]
        tracing = sorted(milliseconds(lambda one=one: trace(one)) for one in new)[KEPT]  # type: ignore[misc]
        filed = sorted(milliseconds(lambda one=one: library.articles.keep(one)) for one in new[:KEPT])  # type: ignore[misc]
        with (
            mock.patch.object(TraceChanges, "write"),
            mock.patch("tui.library.indexes.word_index.trace", _nothing(trace)),
        ):
            bare = sorted(milliseconds(lambda one=one: library.articles.keep(one)) for one in new[KEPT:])  # type: ignore[misc]
        print(
            f"keeping an article {filed[KEPT // 2]:.1f} ms, without what is filed {bare[KEPT // 2]:.1f} ms at the "
            f"median; to work out what is filed {tracing:.1f} ms"
        )
    for kept, size, text in sizes_of(place, folder):
        print(f"filed, {kept}: {100 * size / text:.1f} % of the text")


def fill_up(library: Library, whole: int, articles: int) -> None:
    """Makes more of the articles that are whole, each with quoted words of its own in the index.

    What only lists and searches read is left out, which a hundred thousand articles would take half an hour for.
    """
    with library.connections.writing() as db:
        columns = [name for (name,) in db.execute("SELECT name FROM pragma_table_info('article')") if name != "id"]
        listed = ", ".join(f'"{name}"' for name in columns)
        for first in range(whole, articles, whole):
            some = (first, min(whole, articles - first))
            db.execute(f"INSERT INTO article (id, {listed}) SELECT id + ?, {listed} FROM article WHERE id <= ?", some)
            db.execute("INSERT INTO body SELECT article + ?, packed FROM body WHERE article <= ?", some)
            db.execute("INSERT INTO trace SELECT article + ?, profile FROM trace WHERE article <= ?", some)
        numbers = range(whole + 1, articles + 1)
        db.executemany(ADD, ((number, quoted_words(Words(number))) for number in numbers))


def quoted_words(chance: Words) -> str:
    """As many words as an article has in quotation marks, and a sketch."""
    sketched = (SKETCHED.format(chance.getrandbits(24)) for _ in range(6))
    return " ".join((*{chance.word() for _ in range(QUOTED_WORDS)}, *sketched))


def sizes_of(place: Path, folder: Path) -> Iterator[tuple[str, int, int]]:
    """How they were kept, what is filed in bytes, and the text: of some articles kept one by one and all at once."""
    texts = [synthetic_article(n) for n in range(MEASURED)]
    text = sum(len(one.text.encode()) for one in texts)
    for how in ("one by one", "many at once"):
        with tempfile.TemporaryDirectory(dir=folder) as small:
            with Library.open(Path(small)) as library:
                if how == "one by one":
                    for one in texts:
                        library.articles.keep(one)
                else:
                    library.articles.keep_many(texts)
            yield f"{MEASURED} {how}", filed_bytes(Path(small) / DATABASE), text


def _nothing(kind: Callable[[Article], object]) -> Callable[[Article], object]:
    empty = kind(Article("a", "", (), ""))
    return lambda _: empty


def milliseconds(does: Callable[[], object]) -> float:
    """Processor time."""
    before = time.process_time()
    does()
    return 1_000 * (time.process_time() - before)


def least(does: Callable[[], object]) -> float:
    """The least of a few: what it takes where nobody else is at work."""
    return min(milliseconds(does) for _ in range(3))


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
