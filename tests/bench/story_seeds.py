"""Stories and copies: what is joined of pairs of texts that are made here, as one event or as another.

    python tests/bench/story_seeds.py

A pair is one event told by two newsrooms, two events of one topic, or an event and what came of it a week later; a
copy is a text with some of its words changed, sentences left out or put in.  Every pair is looked at alone, where no
other text says which words are common, and all of them together.  Prints a line a kind.
"""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from tui.compare.compared_words import words
from tui.compare.likeness import beginning, profile, share, shingle_hashes, sketch
from tui.compare.passages import passages
from tui.compare.story_groups import DatedText, stories
from tui.library.elsewhere.stories import A_COPY
from tui.model.article import Article, Block
from tui.text.dates import DAY

PAIRS = {"one event": 80, "one topic": 80, "a week later": 40}
COPIES = 150  # of each kind
APART = 30  # days between two pairs of all
PLACES = "Ellery Sorn Quayside Northmere Harrow Tarn Velden Ashby Corran Midwick Pellworm Dunmore Brack Osterly".split()
FIRST = "Ada Tom Lin Nils Rosa Ben Milo Ines Karim Greta Otto Yara Femi Joan Piet".split()
LAST = "Moreno Achterberg Hsiao Holm Sand Okri Brandt Duarte Aziz Lund Keller Nasser Whitlock Ferrari Noor".split()
FIRMS = "Halden Kestrel Norvik Larkfield Tessera Quorn Ambler Rivett Solway Brightwater".split()

# A topic: its title and text as one newsroom tells an event, as another does, and what is told a week later.
TOPICS = (
    (
        "{place} council backs higher harbour wall|The council of {place} voted on {day} to raise the harbour wall "
        "by {n} centimetres. {who} of {firm} Engineers, who led the survey, said that the old stone had settled. "
        "The work is to cost {m} million and begins in May. {other}, who speaks for the fishermen, fears that the "
        "quay will be closed for a summer. The mayor promised that boats could land at the eastern pier meanwhile.",
        "Sea defences: {place} to spend {m} million|After a debate of four hours councillors in {place} set {m} "
        "million aside to make the wall around the harbour {n} centimetres taller. Engineers of {firm}, headed by "
        "{who}, had warned that a storm like that of January would top it. Fishing crews are worried, their "
        "spokesman {other} told the meeting. Building starts in spring.",
        "First stones arrive at {place}|Lorries brought granite to {place} this morning. {who} showed neighbours "
        "the plans in the town hall, and a choir sang. A tender for the pumps has gone out, and the bus to the "
        "beach takes another way until autumn.",
    ),
    (
        "Fire guts warehouse in {place}|Sixty firefighters fought a blaze at the {firm} warehouse in {place} on "
        "{day} night. {n} people from nearby houses were taken to a school. Nobody was hurt, said fire chief {who}."
        " The roof fell in within an hour, and stock worth {m} million was lost. {other}, a night guard, had raised"
        " the alarm.",
        "{firm} depot destroyed, {n} evacuated|Flames that could be seen for miles have destroyed a depot of {firm}"
        " on the edge of {place}. {n} residents spent the night on gym mats. A guard, {other}, smelled smoke and "
        "called for help. Damage is put at {m} million. Crews under {who} stayed until morning to damp down embers.",
        "Inspectors end their search at {place}|Investigators have handed the burnt site back to its owner. A cable"
        " in a charging station is thought to be to blame. {who} asked for sprinklers in all halls of that size, "
        "and the workers are paid until the end of the year.",
    ),
    (
        "{who} cleared of fraud in {place}|A jury in {place} found the former head of {firm}, {who}, not guilty of "
        "fraud on {day}. The trial had lasted {n} days. Prosecutors said that {m} million had gone to a company of "
        "a cousin. The main witness, {other}, had changed his account twice. The judge thanked the jurors for their"
        " patience.",
        "Acquitted: jurors do not believe key witness|{n} days after it began, the case against {who} ended with an"
        " acquittal at the crown court in {place}. {who} had run {firm} until two years ago. The {m} million at "
        "issue were a loan, the defence argued, and {other}, on whose evidence the charge rested, was no help to "
        "the state.",
        "No appeal after verdict at {place}|The state will not appeal, its lawyers said on Monday. {who} plans to "
        "write a book and wants costs repaid. Parliament is to look at how such cases are chosen, a committee "
        "decided.",
    ),
    (
        "{firm} to cut {n} jobs at {place}|The maker of pumps {firm} is to close one of two lines at its plant in "
        "{place} with the loss of {n} jobs, it told staff on {day}. Chief executive {who} blamed falling orders and"
        " dear energy. The union's {other} called it a bitter day and demanded talks. The firm lost {m} million "
        "last year.",
        "Blow to {place} as pump maker sheds workers|{n} people at the {place} works of {firm} will lose their "
        "posts. After a year in the red by {m} million there was no other way, according to {who}, who heads the "
        "company. {other} of the metalworkers said that nobody had been asked, and that a strike was not ruled out.",
        "Help for workers in {place}|An office in {place} advises those who look for work. The state pays for "
        "courses. {other} says that the first have signed with a shipyard, while the hall is offered to other "
        "tenants.",
    ),
    (
        "{place} win cup with late goal|{who} scored in the last minute as {place} beat {firm} Rovers 2-1 before "
        "{n} thousand spectators on {day}. Rovers had led through {other}. A flare held the match up for ten "
        "minutes. It is the first trophy for the club in {m} years, and the coach wept on the bench.",
        "Stoppage-time drama ends {m}-year wait|It took {m} years and ninety-three minutes: {place} lifted the cup "
        "after {who} headed home from a corner. {firm} Rovers, ahead thanks to {other}, were stunned in front of a "
        "crowd of {n} thousand. Fireworks had stopped play in the first half.",
        "Parade for the cup winners|A bus brought the players through {place}. {who} may leave for a club abroad, "
        "it is said. The fine for the flares was paid by supporters, and tickets for next season are on sale.",
    ),
)
DAYS = "Monday Tuesday Wednesday Thursday Friday Saturday".split()


class Pair(NamedTuple):
    """Two texts, and how many days lie between them."""

    kind: str
    one: Article
    other: Article
    days: int


def facts(chance: random.Random) -> dict[str, str]:
    def name() -> str:
        return f"{chance.choice(FIRST)} {chance.choice(LAST)}"

    numbers = {"n": str(chance.randint(20, 400)), "m": str(chance.randint(2, 60))}
    names = {"who": name(), "other": name(), "place": chance.choice(PLACES), "firm": chance.choice(FIRMS)}
    return {**numbers, **names, "day": chance.choice(DAYS)}


def told(form: str, of: dict[str, str]) -> Article:
    title, text = form.format(**of).split("|")
    return Article(title, title, (Block("paragraph", text),), text)


def pairs(chance: random.Random) -> Iterator[Pair]:
    for kind, count in PAIRS.items():
        for n in range(count):
            first, anew, later = TOPICS[n % len(TOPICS)]
            of = facts(chance)
            if kind == "a week later":
                yield Pair(kind, told(first, of), told(later, of), 7)
            else:
                another = of if kind == "one event" else facts(chance)
                yield Pair(kind, told(first, of), told(anew, another), chance.choice((0, 0, 1)))


def joined(texts: Sequence[tuple[int, Article, str]]) -> list[list[int]]:
    """The stories among texts, each with its day and outlet, by their index."""
    return stories(
        [
            DatedText(n, day * DAY, outlet, profile(one, words(one.text), [words(said.text) for said in passages(one)]))
            for n, (day, one, outlet) in enumerate(texts)
        ],
        lambda numbers: {n: beginning(one.title, one.text, one.words) for n in numbers for one in [texts[n][1]]},
    )


def look_at_stories(chance: random.Random) -> None:
    seeded = list(pairs(chance))
    alone = Counter(pair.kind for pair in seeded if joined([(0, pair.one, "Herald"), (pair.days, pair.other, "Gull")]))
    texts = [
        text
        for n, pair in enumerate(seeded)
        for text in ((n * APART, pair.one, "Herald"), (n * APART + pair.days, pair.other, "Gull"))
    ]
    together = Counter(seeded[group[0] // 2].kind for group in joined(texts))
    for kind, count in PAIRS.items():
        print(f"{kind:13} joined alone {alone[kind]} of {count}, together {together[kind]}")


def look_at_copies(chance: random.Random) -> None:
    """How many texts are told as copies, and led to by their sketches, by the share of the shingles that they have."""
    right, led, false, far = 0, 0, 0, 0
    pool = [told(form, facts(chance)).text for forms in TOPICS for form in forms for _ in range(20)]
    for _ in range(COPIES):
        sentences = [part for text in chance.sample(pool, 6) for part in text.split(". ")]
        text = words(". ".join(sentences))
        kept = words(". ".join(sentences[: len(sentences) * chance.randint(85, 100) // 100]))
        changed = [word if chance.random() > 0.02 else "another" for word in kept]
        mine, others = shingle_hashes(text), shingle_hashes(changed)
        if share(mine, others) >= A_COPY:
            right += 1
            led += bool(set(sketch(text)) & set(sketch(changed)))
        half = words(". ".join(sentences[: len(sentences) // 2])) + words(". ".join(chance.sample(pool, 3)))[::-1]
        far += 1
        false += share(mine, shingle_hashes(half)) >= A_COPY
    print(f"copies: {led} of {right} texts with {100 * A_COPY:.0f} % of the shingles; of halves {false} of {far}")


if __name__ == "__main__":
    look_at_stories(random.Random(29))
    look_at_copies(random.Random(31))
