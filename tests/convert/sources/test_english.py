"""Fifty English paragraphs, each a way in which newspapers say who said what."""

from __future__ import annotations

from typing import NamedTuple

import pytest

from tui.convert.sources import cite
from tui.model.article import Block, Source


class Case(NamedTuple):
    """``role`` is a part of role and affiliation; ``words`` begin the quotation, word for word."""

    what: str
    text: str
    speaker: str
    words: str
    role: str | None = None
    kind: str = "direct"


CASES = [
    Case("direct, cue behind", "“Nobody wants that night again,” Ada Moreno said.", "Ada Moreno", "Nobody wants that"),
    Case("direct, cue before", "Ada Moreno said: “Nobody wants that night again.”", "Ada Moreno", "Nobody wants that"),
    Case(
        "quotation around the cue",
        "“The wall held,” said Ada Moreno, an engineer at the Port Authority, “but only just.”",
        "Ada Moreno",
        "but only just.",
        "engineer Port Authority",
    ),
    Case("inverted cue", "“The wall held,” said Ada Moreno.", "Ada Moreno", "The wall held,"),
    Case(
        "a verb with its particle, in the present",
        "Ada Moreno points out that the wall is old.",
        "Ada Moreno",
        "the wall is old",
        kind="indirect",
    ),
    Case("present tense", "“The wall held,” says Ada Moreno.", "Ada Moreno", "The wall held,"),
    Case(
        "mixed speech",
        "Ada Moreno said the wall was “one storm away” from falling.",
        "Ada Moreno",
        "the wall was “one storm away” from falling",
        kind="mixed",
    ),
    Case(
        "indirect speech with that",
        "Ada Moreno warned that the wall would not last the winter.",
        "Ada Moreno",
        "the wall would not last the winter",
        kind="indirect",
    ),
    Case(
        "indirect speech, cue behind",
        "The wall would not last the winter, Ada Moreno warned.",
        "Ada Moreno",
        "The wall would not last the winter",
        kind="indirect",
    ),
    Case(
        "passive",
        "The plan was criticised by Ada Moreno as too timid.",
        "Ada Moreno",
        "The plan was",
        kind="indirect",
    ),
    Case(
        "quoted as saying",
        "Ada Moreno was quoted as saying that the plan was dead.",
        "Ada Moreno",
        "the plan was dead",
        kind="indirect",
    ),
    Case(
        "according to, in front",
        "According to Ada Moreno, the wall needs another metre.",
        "Ada Moreno",
        "the wall needs another metre",
        kind="indirect",
    ),
    Case(
        "according to, behind",
        "The wall needs another metre, according to Ada Moreno.",
        "Ada Moreno",
        "The wall needs another metre",
        kind="indirect",
    ),
    Case("in a statement", "“We regret it,” Ada Moreno said in a statement on Friday.", "Ada Moreno", "We regret it,"),
    Case("writes in", "“We regret it,” Ada Moreno writes in a new book.", "Ada Moreno", "We regret it,"),
    Case(
        "told a reporter",
        "Ada Moreno told The Coast Herald that the wall was cracked.",
        "Ada Moreno",
        "the wall was cracked",
        kind="indirect",
    ),
    Case(
        "asked whether, replied",
        "Asked whether the wall was safe, Ada Moreno replied: “For now.”",
        "Ada Moreno",
        "For now.",
    ),
    Case("tweet", "“Stay away from the harbour,” Ada Moreno tweeted.", "Ada Moreno", "Stay away from the harbour,"),
    Case("post", "Ada Moreno posted on Friday: “The harbour is shut.”", "Ada Moreno", "The harbour is shut."),
    Case(
        "signature", "“The best harbour on this coast.” — Ada Moreno", "Ada Moreno", "The best harbour on this coast."
    ),
    Case(
        "report",
        "A report by the harbour board found that the wall was cracked.",
        "report by the harbour board",
        "the wall was cracked",
        kind="indirect",
    ),
    Case(
        "poll",
        "A new poll shows that most residents want the wall.",
        "new poll",
        "most residents want the wall",
        kind="indirect",
    ),
    Case(
        "filing",
        "The firm owes nothing, court filings show.",
        "court filings",
        "The firm owes nothing",
        kind="indirect",
    ),
    Case(
        "panel",
        "The panel concluded that the wall was cracked.",
        "panel",
        "the wall was cracked",
        kind="indirect",
    ),
    Case(
        "spokesperson",
        "A spokesperson for the port declined to comment.",
        "spokesperson for the port",
        "",
        kind="none",
    ),
    Case("straight marks", '"The wall held," said Ada Moreno.', "Ada Moreno", "The wall held,"),
    Case("single marks", "‘The wall held,’ said Ada Moreno.", "Ada Moreno", "The wall held,"),
    Case(
        "single marks inside double ones",
        "“He told us ‘run’ and we ran,” said Ada Moreno.",
        "Ada Moreno",
        "He told us ‘run’ and we ran,",
    ),
    Case(
        "apostrophes beside single marks",
        "'It's the town's wall,' said Ada Moreno.",
        "Ada Moreno",
        "It's the town's wall,",
    ),
    Case("question", "“Who pays for it?” asked Ada Moreno.", "Ada Moreno", "Who pays for it?"),
    Case(
        "second sentence quoted alone",
        "“The wall held,” said Ada Moreno. “It will not hold again.”",
        "Ada Moreno",
        "It will not hold again.",
    ),
    Case(
        "pronoun",
        "Ada Moreno walked along the wall on Friday. “It held,” she said.",
        "Ada Moreno",
        "It held,",
    ),
    Case(
        "pronoun past a man",
        "Ada Moreno met Peter Hall on the pier. “It held,” she said.",
        "Ada Moreno",
        "It held,",
    ),
    Case(
        "last name",
        "Ada Moreno is an engineer at the Port Authority.\n\n“It held,” Moreno said.",
        "Ada Moreno",
        "It held,",
        "engineer Port Authority",
    ),
    Case("title before the name", "“It held,” said Sen. Ada Moreno.", "Ada Moreno", "It held,", "Sen."),
    Case("abbreviations inside", "“It held,” Dr. Ada Moreno told the U.S. Senate on Friday.", "Ada Moreno", "It held,"),
    Case(
        "the senator",
        "Senator Ada Moreno walked along the wall.\n\n“It held,” the senator said.",
        "Ada Moreno",
        "It held,",
    ),
    Case(
        "the spokeswoman",
        "Ada Moreno, a spokeswoman for the port, came late.\n\n“It held,” the spokeswoman said.",
        "Ada Moreno",
        "It held,",
        "spokeswoman",
    ),
    Case("particle", "“It held,” said Ursula van der Meer.", "Ursula van der Meer", "It held,"),
    Case("hyphens", "“It held,” said Jean-Luc Petit-Dumas.", "Jean-Luc Petit-Dumas", "It held,"),
    Case("initials", "“It held,” said A. J. Moreno Jr., a fisherman.", "A. J. Moreno Jr.", "It held,", "fisherman"),
    Case(
        "family name first",
        "Park Min Seo, a physicist, walked along the wall.\n\n“It held,” Park said.",
        "Park Min Seo",
        "It held,",
        "physicist",
    ),
    Case(
        "role and affiliation before the name",
        "“It held,” said Larkhill University professor Ada Moreno.",
        "Ada Moreno",
        "It held,",
        "professor Larkhill University",
    ),
    Case(
        "role before a comma",
        "“It held,” said the port’s director, Ada Moreno.",
        "Ada Moreno",
        "It held,",
        "director",
    ),
    Case(
        "appositive before the cue",
        "Ada Moreno, the director of the Harbour Institute, said the wall was cracked.",
        "Ada Moreno",
        "the wall was cracked",
        "director Harbour Institute",
        "indirect",
    ),
    Case(
        "relative clause before the cue",
        "Ada Moreno, who runs the port with Peter Hall, said the wall was cracked.",
        "Ada Moreno",
        "the wall was cracked",
        kind="indirect",
    ),
    Case(
        "second verb of a sentence",
        "Ada Moreno climbed the wall and said it was cracked.",
        "Ada Moreno",
        "it was cracked",
        kind="indirect",
    ),
    Case(
        "participle",
        "“It held,” Ada Moreno said, adding that repairs would begin in May.",
        "Ada Moreno",
        "repairs would begin in May",
        kind="indirect",
    ),
    Case(
        "organisation",
        "The Department of Fisheries said the wall was cracked.",
        "Department of Fisheries",
        "the wall was cracked",
        kind="indirect",
    ),
    Case(
        "government by its capital",
        "Moscow says the treaty is void.",
        "Moscow",
        "the treaty is void",
        kind="indirect",
    ),
    Case(
        "unnamed group",
        "Some analysts say the wall will cost more.",
        "Some analysts",
        "the wall will cost more",
        kind="indirect",
    ),
    Case(
        "unnamed person",
        "The wall is lost, said a person familiar with the matter.",
        "person familiar with the matter",
        "The wall is lost",
        kind="indirect",
    ),
    Case(
        "colon without a verb", "Her answer came from Ada Moreno herself. Ada Moreno: “Never.”", "Ada Moreno", "Never."
    ),
]


def sources(text: str, language: str = "en") -> dict[str, Source]:
    """The sources of paragraphs parted by blank lines, by name."""
    found = cite([Block("paragraph", part) for part in text.split("\n\n")], language)
    return {s.name: s for s in found}


@pytest.mark.parametrize("case", CASES, ids=[c.what for c in CASES])
def test_finds_who_said_what(case: Case) -> None:
    found = sources(case.text)
    assert case.speaker in found
    source = found[case.speaker]
    for word in (case.role or "").split():
        assert word in f"{source.role} {source.affiliation}"
    if case.kind != "none":
        assert (case.words, case.kind) in [(q.text[: len(case.words)], q.kind) for q in source.quotes]


def test_speech_over_several_paragraphs_is_continued() -> None:
    found = sources(
        "“The wall held,” said Ada Moreno. “It will not hold a second time, whatever the council says.\n\n"
        "“We have known it for years.\n\n“And nothing was done.”"
    )
    quotes = found["Ada Moreno"].quotes
    assert [(q.block, q.continued) for q in quotes] == [(0, False), (0, False), (1, True), (2, True)]


@pytest.mark.parametrize(
    "text",
    [
        "The so-called “super wall” was never built.",
        "She reads “The Old Harbour” every summer.",
        "The town lies between Larkhill and Port Ellen.",
        "Larkhill Rovers beat Port Ellen 3–1 on Saturday.",
        "The Seafarer 9 costs more than the Tidewatch.",
        "Ada Moreno contributed reporting.",
    ],
)
def test_what_only_is_talked_about_is_no_source(text: str) -> None:
    assert sources(text) == {}


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Ada Moreno did not respond to a request for comment.", "Ada Moreno"),
        ("A spokesman for the port refused to comment.", "spokesman for the port"),
        ("Ada Moreno could not immediately be reached for comment.", "Ada Moreno"),
        ("The company wasn’t immediately available for comment.", "company"),
        ("A spokesman for the port was unavailable for comment on Tuesday.", "spokesman for the port"),
        ("Ada Moreno would not comment on the wall.", "Ada Moreno"),
        ("Ada Moreno had no comment.", "Ada Moreno"),
        ("The company did not elaborate.", "company"),
    ],
)
def test_who_was_asked_and_did_not_answer_stands_apart(text: str, name: str) -> None:
    source = sources(text)[name]
    assert (source.quotes, source.answered) == ((), False)


@pytest.mark.parametrize(
    "text",
    ["Ada Moreno reached the top and had a comment.", "The gate was available for boats.", "The top was not reached."],
)
def test_who_was_not_asked_left_nothing_unanswered(text: str) -> None:
    assert not [source for source in sources(text).values() if source.answered is False]


UNNAMED = [
    (
        "“It broke,” said an official, who spoke on condition of anonymity because he feared for his job.",
        "because he feared for his job",
    ),
    (
        "An engineer, who asked not to be named for fear of losing her job, said the wall was too low.",
        "for fear of losing her job",
    ),
    (
        "Two officials said the wall would be raised. They were granted anonymity to discuss private talks.",
        "to discuss private talks",
    ),
    (
        "“I ran,” a teacher said. The Herald agreed to withhold her name because she could lose her job.",
        "because she could lose her job",
    ),
    ("“It broke,” said an official, speaking on condition of anonymity, because it was late.", "because it was late"),
    (
        "“It broke,” said an official whom the Herald agreed not to identify because he feared for his job.",
        "because he feared for his job",
    ),
    ("“It broke,” said an official, speaking on condition of anonymity.", None),
    ("“It broke,” said an official, because nobody had looked.", None),
    ("A spokesman for the haulage firms, who asked not to be named, said the detour costs two hours.", None),
    ("A spokesman, who asked not to be named, said the firms pay for the detour.", None),
    ("A diplomat said, on condition of anonymity, that the talks had failed because of the weather.", None),
    ("The guard, who for fear of her boss asked not to be named, said it was dry.", "for fear of her boss"),
    ("A clerk asked not to be named as she had no permission, she said.", "as she had no permission"),
]


@pytest.mark.parametrize(("text", "reason"), UNNAMED, ids=[text[:60] for text, _ in UNNAMED])
def test_why_a_source_is_not_named(text: str, reason: str | None) -> None:
    assert [source.unnamed_because for source in sources(text).values()] == [reason]


def test_a_reason_stays_with_the_source_that_is_not_named() -> None:
    found = sources(
        "“It broke,” a guard said. He spoke on condition of anonymity because he was afraid.\n\n“No,” a clerk said."
    )
    assert {name: source.unnamed_because for name, source in found.items()} == {
        "guard": "because he was afraid", "clerk": None,
    }  # fmt: skip


def test_who_answered_after_all_did_answer() -> None:
    found = sources("Ada Moreno declined to comment on Monday.\n\n“It held,” Ada Moreno said on Friday.")
    assert found["Ada Moreno"].answered is True


@pytest.mark.parametrize(
    ("text", "manner", "via"),
    [
        ("“It held,” Ada Moreno said.", "said", None),
        ("“It held,” Ada Moreno said in a statement.", "statement", None),
        ("“It held,” Ada Moreno said in an interview with the Coast Herald.", "interview", "Coast Herald"),
        ("“It held,” Ada Moreno told the Coast Herald.", "interview", "Coast Herald"),
        ("“It held,” Ada Moreno told reporters.", "said", None),
        ("“It held,” Ada Moreno tweeted.", "post", None),
        ("“It held,” Ada Moreno wrote in a letter to the council.", "document", None),
        ("“It held,” Ada Moreno said of the statement.", "said", None),
    ],
)
def test_how_and_through_whom_it_was_said(text: str, manner: str, via: str | None) -> None:
    (quote,) = sources(text)["Ada Moreno"].quotes
    assert (quote.manner, quote.via) == (manner, via)


def test_words_given_by_a_pronoun_or_by_order_are_less_certain() -> None:
    found = sources(
        "Ada Moreno said the wall held. “It will not hold again, whatever they say.” She added that it was old."
    )
    assert [quote.certain for quote in found["Ada Moreno"].quotes] == [True, False, False]


def test_a_source_is_known_by_all_that_it_is_called() -> None:
    found = sources("Senator Ada Moreno came. “It held,” the senator said. “For now,” Moreno said.")
    assert found["Ada Moreno"].names == ("Ada Moreno", "the senator", "Moreno")


def test_mentions_are_all_namings() -> None:
    text = "Ada Moreno came.\n\n“It held,” said Moreno. “Ask Ada Moreno’s crew,” Peter Hall said. Moreno laughed."
    mentions = sources(text)["Ada Moreno"].mentions
    assert [(m.block, m.end - m.start) for m in mentions] == [(0, 10), (1, 6), (1, 10), (1, 6)]


def test_evidence_is_the_cue() -> None:
    quote = sources("“It held,” said Ada Moreno.")["Ada Moreno"].quotes[0]
    assert quote.cue is not None
    assert (quote.cue.start, quote.cue.end) == (11, 15)


def test_two_speakers_share_a_verb() -> None:
    assert set(sources("Ada Moreno and Peter Hall said the wall was cracked.")) == {"Ada Moreno", "Peter Hall"}


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        ("Her survey found that the wall had settled.", "survey", "document"),
        ("The Flood Report 2025 put the damage at 9 million and warned that more will come.", "Flood Report 2025",
         "document"),
        ("Light & Log said that the tower would stay open.", "Light & Log", "organisation"),
    ],
)  # fmt: skip
def test_what_a_source_is_called(text: str, name: str, kind: str) -> None:
    assert {s.name: s.kind for s in sources(text).values()} == {name: kind}


def test_a_sentence_of_names_is_no_headline() -> None:
    assert "Ada Moreno" in sources("Mayor Ada Moreno met Peter Hall.\n\n“It held,” said Moreno.")


CALLED = [
    ("Harbour University President Ada Moreno said that it held.", "Ada Moreno"),
    ("House Speaker Ada Moreno of Larkhill said that it held.", "Ada Moreno"),
    ("University of Larkhill President Ada Moreno said that it held.", "Ada Moreno"),
    ("Undersecretary for Harbour Affairs Ada Moreno said that it held.", "Ada Moreno"),
    ("The former President of Iceland Ada Moreno said that it held.", "Ada Moreno"),
    ("Ada Moreno, chair and treasurer of the Water Board said that it held.", "Ada Moreno"),
    ("Ada Moreno, the director of the Water Board said that it held.", "Ada Moreno"),
    ("One baker near Oslo, Ada Moreno of the Water Board in Larkhill, said that it held.", "Ada Moreno"),
    ("Asked by Ada Moreno whether it held, nobody spoke.", "Ada Moreno"),
    ("Ada Moreno indicated that it held.", "Ada Moreno"),
    ("“It held,” said June Lund, a baker.", "June Lund"),
    ("Green MLA Ada Moreno said the wall was too low.", "Ada Moreno"),
    ("The wall was too low, said Coun. Ada Moreno.", "Ada Moreno"),
    ("Ada Moreno of the Advocacy Centre for Tenants Ontario said the wall was too low.", "Ada Moreno"),
    ("Tidewatch Canada says the wall was too low.", "Tidewatch Canada"),
    ("“It broke,” a guard said, speaking on condition of anonymity.", "guard"),
]


@pytest.mark.parametrize(("text", "name"), CALLED, ids=[text[:50] for text, _ in CALLED])
def test_titles_members_and_bodies_are_told_apart(text: str, name: str) -> None:
    assert list(sources(text)) == [name]


def test_a_body_is_called_by_its_head_noun_later() -> None:
    found = sources("The Ministry of Roads said the wall held.\n\nThe ministry said it would be raised.")
    assert {name: len(source.quotes) for name, source in found.items()} == {"Ministry of Roads": 2}
