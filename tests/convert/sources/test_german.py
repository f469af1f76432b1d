"""German: how its verbs, prepositions and nouns say who said what, each shown by a sentence or two."""

from __future__ import annotations

import pytest

from tui.convert.sources import cite
from tui.convert.sources.words.compounds import nouns
from tui.model.article import Block, Source


def sources(text: str) -> dict[str, Source]:
    """The sources of paragraphs parted by "|", by name."""
    found = cite([Block("paragraph", part.strip()) for part in text.split("|")], "de")
    return {source.name: source for source in found}


# A sentence, who is cited, and how the words given to them begin ("" for none).
SAID = [
    ("Ada Moreno gab an, sie habe nichts gesehen.", "Ada Moreno", "sie habe nichts gesehen"),
    ("Die Firma teilte am Montag mit, dass der Damm hält.", "Firma", "der Damm hält"),
    ("Der Damm halte, teilte Ada Moreno am Abend mit.", "Ada Moreno", "Der Damm halte"),
    ("Wie Ada Moreno mitteilte, hält der Damm.", "Ada Moreno", "hält der Damm"),
    ("Der Damm hält, wie Ada Moreno bestätigte.", "Ada Moreno", "Der Damm hält"),
    ("Ada Moreno hat am Montag in Ulm erklärt, der Damm halte.", "Ada Moreno", "der Damm halte"),
    ("Am Montag hatte Ada Moreno gewarnt, der Damm sei alt.", "Ada Moreno", "der Damm sei alt"),
    ("Nach Angaben von Ada Moreno hält der Damm.", "Ada Moreno", "hält der Damm"),
    ("Der Damm hält nach Angaben der Feuerwehr.", "Feuerwehr", "Der Damm hält"),
    ("Laut Ada Moreno hält der Damm.", "Ada Moreno", "hält der Damm"),
    ("Laut „Hafenbote“ hält der Damm.", "Hafenbote", "hält der Damm"),
    ("Fischern zufolge hält der Damm.", "Fischern", "hält der Damm"),
    ("Der Damm sei alt, so Ada Moreno.", "Ada Moreno", "Der Damm sei alt"),
    ("Es sei, so Ada Moreno, möglich gewesen.", "Ada Moreno", "Es sei"),
    ("„Der Damm hält“, sagte Ada Moreno, die früh kam.", "Ada Moreno", "Der Damm hält"),
    ("Ada Moreno, die Leiterin der Feuerwehr, sagte, der Damm halte.", "Ada Moreno", "der Damm halte"),
    ("Die Leiterin der Feuerwehr, Ada Moreno, sagte, der Damm halte.", "Ada Moreno", "der Damm halte"),
    ("Ada Moreno, die Leiterin der Feuerwehr sagte, der Damm halte.", "Ada Moreno", "der Damm halte"),
    ("Ada Moreno kam und sagte, der Damm halte.", "Ada Moreno", "der Damm halte"),
    ("Die Regierung betonte, dass der Damm hält.", "Regierung", "der Damm hält"),
    ("Die Anwohner fürchten, dass der Damm bricht.", "Anwohner", "der Damm bricht"),
    ("Ada Moreno kritisierte den Bau des Damms.", "Ada Moreno", "den Bau des Damms"),
    ("Der Verein sagte, der Damm halte.", "Verein", "der Damm halte"),
    ("Der Damm halte, sagte das Erzbistum.", "Erzbistum", "Der Damm halte"),
    ("Ein Bericht zeigt, dass der Damm hält.", "Bericht", "der Damm hält"),
    ("Von Ada Moreno wurde gesagt, dass der Damm hält.", "Ada Moreno", "dass der Damm hält"),
    ("„Er hält“, sagte die 34-jährige Bäckerin Ada Moreno.", "Ada Moreno", "Er hält"),
    ("„Er hält“, schrieb der Chef des Hafenrats Udo Kern.", "Udo Kern", "Er hält"),
    ("„Er hält“, sagte der Doktorvater Udo Kern.", "Udo Kern", "Er hält"),
    ("„Er hält“, sagte OPEC-Sprecher Abdalla al Badri.", "Abdalla al Badri", "Er hält"),
    ("Nach Aussagen Linds hält der Damm. „Er hält“, sagte Karl Lind.", "Karl Lind", "hält der Damm"),
    ("Ada Moreno und Udo Kern sagten, dass der Damm hält.", "Udo Kern", "der Damm hält"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "speaker", "words"), SAID, ids=[text[:50] for text, *_ in SAID])
def test_finds_who_said_what(text: str, speaker: str, words: str) -> None:
    found = sources(text)
    assert speaker in found
    assert words in [quote.text[: len(words)] for quote in found[speaker].quotes]


@pytest.mark.parametrize(
    "text",
    [
        "Die Beamten fanden eine Waffe, für die er keine Erlaubnis hatte.",
        "Ihm droht die Todesstrafe.",
        "Der Unfall forderte drei Menschenleben.",
        "Das Kind wurde vom Gericht nicht genannt.",
        "Gegenwärtig sagt man, dass es regnet.",
        "Sie fuhren nach Berlin und kamen nach Hause.",
        "So kam es, dass der Damm brach.",
        "Die Firma teilte das Land unter den Erben auf.",
        "Am Ende ging die Gruppe vor das Tor.",
    ],
)
def test_what_only_happens_is_no_source(text: str) -> None:
    assert sources(text) == {}


def test_the_subjunctive_goes_on_with_what_was_reported() -> None:
    text = "Ada Moreno sagte, der Damm halte. Er sei neu. Die Stadt habe ihn „geprüft“. Es regnet. Er sei dicht."
    quotes = sources(text)["Ada Moreno"].quotes
    assert [(quote.text, quote.kind, quote.certain) for quote in quotes] == [
        ("der Damm halte", "indirect", True),
        ("Er sei neu", "indirect", False),
        ("Die Stadt habe ihn „geprüft“", "mixed", False),
    ]


def test_the_subjunctive_without_a_speaker_before_it_is_given_to_nobody() -> None:
    assert sources("Ada Moreno kam früh. Der Damm sei dicht.") == {}


INSTITUTE = "Institut für Eis und Schnee"
# What stands beside the name, role, affiliation.
ROLES = [
    ("sagte Hafenmeisterin Ada Moreno", "Hafenmeisterin", None),
    ("sagte Verkehrsministerin Ada Moreno", "Verkehrsministerin", None),
    ("sagte die Ulmer Bürgermeisterin Ada Moreno", "Ulmer Bürgermeisterin", None),
    ("sagte Ada Moreno, Ingenieurin bei der Hafenbehörde", "Ingenieurin", "Hafenbehörde"),
    ("sagte Ada Moreno, 42, Sprecherin der Feuerwehr", "Sprecherin", "Feuerwehr"),
    ("sagte TKW-Expertin Ada Moreno", "Expertin", "TKW"),
    ("sagte US-Ministerin Ada Moreno", "US-Ministerin", None),
    ("sagte Ada Moreno (SPD)", None, "SPD"),
    ("sagte Ada Moreno (links)", None, None),
    ("sagte Dr. Ada Moreno", None, None),
    ("sagte Frau Ada Moreno", None, None),
    ("sagte Hafenmeisterin Dr. Ada Moreno", "Hafenmeisterin", None),
    ("kündigte Landrätin Ada Moreno an", "Landrätin", None),
    ("sagte die Leiterin des Hafens, Ada Moreno", "Leiterin des Hafens", None),
    ("sagte Ada Moreno, die früh kam", None, None),
    ("sagt Glaziologin Ada Moreno", "Glaziologin", None),
    ("sagte Ada Moreno, Leiterin der Abteilung am Institut für Eis und Schnee", "Leiterin der Abteilung", INSTITUTE),
    ("sagte die Glaziologin Ada Moreno vom Institut für Eis und Schnee in Ulm", "Glaziologin", INSTITUTE),
    ("sagte Ada Moreno, Sprecherin des Ministeriums für Umwelt", "Sprecherin des Ministeriums für Umwelt", None),
]


@pytest.mark.parametrize(("beside", "role", "affiliation"), ROLES, ids=[beside for beside, *_ in ROLES])
def test_says_what_someone_is(beside: str, role: str | None, affiliation: str | None) -> None:
    source = sources(f"„Der Damm hält“, {beside}.")["Ada Moreno"]
    assert (source.role, source.affiliation) == (role, affiliation)


@pytest.mark.parametrize(
    ("noun", "kind"),
    [
        ("minister", "role"), ("verkehrsministers", "role"), ("tkw-expertin", "role"), ("polizei", "group"),
        ("wasserschutzpolizei", "group"), ("seuchenbericht", "utterance"), ("polizeiangaben", "utterance"),
        ("hoffnung", "abstract"), ("jung", ""), ("moreno", ""), ("verrat", ""), ("frau", "title"), ("herrn", "title"),
    ],
)  # fmt: skip
def test_a_compound_is_what_its_last_part_is(noun: str, kind: str) -> None:
    assert nouns("de")[noun] == kind


def test_no_listed_noun_is_passed_over_by_its_last_letters_whatever_its_ending() -> None:
    listed = nouns("de")
    parts = [noun for noun in listed.listed if "-" not in noun]
    inflected = [noun + ending for noun in parts for ending in ("", *listed.pack.noun_endings)]
    assert [noun for noun in inflected if not listed[noun]] == []


def test_the_verb_before_it_is_no_part_of_a_role() -> None:
    source = sources("Der Damm hält. Das teilte Hafenmeisterin Ada Moreno am Montag mit.")["Ada Moreno"]
    assert source.role == "Hafenmeisterin"


def test_a_description_is_the_person_whose_role_it_is() -> None:
    found = sources("Verkehrsministerin Ada Moreno kam.|„Er hält“, sagte die Ministerin.")
    assert set(found) == {"Ada Moreno"}


def test_plural_verbs_want_several() -> None:
    found = sources("Ada Moreno kam. „Er hält“, sagten Fischer.")
    assert set(found) == {"Fischer"}


@pytest.mark.parametrize(
    ("text", "manner", "via"),
    [
        ("Ada Moreno sagte in einem Interview mit dem „Hafenboten“, der Damm halte.", "interview", "Hafenboten"),
        ("Ada Moreno erklärte in einer Stellungnahme, der Damm halte.", "statement", None),
        ("Ada Moreno twitterte: „Er hält.“", "post", None),
    ],
)
def test_how_and_through_whom_it_was_said(text: str, manner: str, via: str | None) -> None:
    (quote,) = sources(text)["Ada Moreno"].quotes
    assert (quote.manner, quote.via) == (manner, via)


UNANSWERED = [
    ("Ada Moreno wollte sich dazu nicht äußern.", "Ada Moreno"),
    ("Zu den Vorwürfen hat sich Ada Moreno bislang nicht geäußert.", "Ada Moreno"),
    ("Dazu wollte sich Moreno nicht äußern. Ada Moreno leitet das Amt.", "Ada Moreno"),
    ("Ein Sprecher der Hafenbehörde wollte den Fall nicht kommentieren.", "Sprecher der Hafenbehörde"),
    ("Ein Sprecher, der sich nicht zu Einzelheiten äußern wollte, verwies auf die Polizei.", "Sprecher"),
    ("Die Hafenbehörde antwortete nicht auf Fragen.", "Hafenbehörde"),
    ("Die Hafenbehörde reagierte auf eine Anfrage nicht.", "Hafenbehörde"),
    ("Die Hafenbehörde gab keine Auskunft.", "Hafenbehörde"),
    ("Die Hafenbehörde lehnte eine Stellungnahme ab.", "Hafenbehörde"),
    ("Die Hafenbehörde lehnte es ab, sich zu dem Fall zu äußern.", "Hafenbehörde"),
    ("Ada Moreno ließ eine Anfrage unbeantwortet.", "Ada Moreno"),
    ("Ada Moreno schweigt zu den Vorwürfen.", "Ada Moreno"),
    ("Die Hafenbehörde war für eine Stellungnahme nicht zu erreichen.", "Hafenbehörde"),
    ("Eine Anfrage an die Hafenbehörde blieb unbeantwortet.", "Hafenbehörde"),
    ("Eine Stellungnahme der Hafenbehörde lag zunächst nicht vor.", "Hafenbehörde"),
]


@pytest.mark.parametrize(("text", "name"), UNANSWERED, ids=[text for text, _ in UNANSWERED])
def test_who_was_asked_and_did_not_answer_stands_apart(text: str, name: str) -> None:
    assert {each: (source.quotes, source.answered) for each, source in sources(text).items()} == {name: ((), False)}


@pytest.mark.parametrize(
    "text",
    [
        "Ada Moreno äußerte sich nicht nur zum Deich, sie kritisierte auch die Stadt.",
        "Ada Moreno sagte, sie wolle sich nicht dazu äußern.",
        "Ada Moreno konnte das Ziel nicht erreichen.",
        "Die Ergebnisse lagen am Abend noch nicht vor.",
        "Ada Moreno lehnte eine Erhöhung des Deichs ab.",
        "Ada Moreno ließ den Deich nicht erhöhen.",
    ],
)
def test_who_was_not_asked_left_nothing_unanswered(text: str) -> None:
    assert not [source for source in sources(text).values() if source.answered is False]


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("„Er hielt“, sagte ein Ingenieur, der anonym bleiben möchte, weil er um seine Stelle fürchtet.",
         "weil er um seine Stelle fürchtet"),
        ("Der Damm sei alt, sagte ein Mitarbeiter, der aus Angst vor Kündigung ungenannt bleiben will.",
         "aus Angst vor Kündigung"),
        ("Der Damm sei alt, sagte ein Mitarbeiter, der ungenannt bleiben will.", None),
    ],
)  # fmt: skip
def test_why_a_source_is_not_named(text: str, reason: str | None) -> None:
    assert [source.unnamed_because for source in sources(text).values()] == [reason]


SHAPES = [  # what is said of someone, and how the source is called then
    ("„Er hält“, mahnt Handwerkspräsident Jörg Dittmann.", "Jörg Dittmann"),
    ("„Er hält“, sagt die Glaziologin Ursina Caduff von der ETH Zürich.", "Ursina Caduff"),
    ("„Er hält“, sagte Joschka Fischer. Anna Bauer schwieg.", "Joschka Fischer"),
    ("Marco Reinders war bedient. „Er hält“, schimpfte der 46-Jährige.", "Marco Reinders"),
    ("Aus einem Bericht des Ministeriums geht hervor, dass der Damm alt ist.", "Bericht des Ministeriums"),
    ("Der Damm sei alt, heißt es in einer Mitteilung der Polizei.", "Mitteilung der Polizei"),
    ("Wie die „Rheinische Warte“ unter Berufung auf Kreise berichtet, hält der Damm.", "Rheinische Warte"),
]


@pytest.mark.parametrize(("text", "name"), SHAPES, ids=[text for text, _ in SHAPES])
def test_finds_who_or_what_words_come_from(text: str, name: str) -> None:
    assert list(sources(text)) == [name]


def test_an_affiliation_stands_behind_the_name_too() -> None:
    source = sources("„Er hält“, sagt die Glaziologin Ursina Caduff vom Seeland-Institut.")["Ursina Caduff"]
    assert (source.role, source.affiliation) == ("Glaziologin", "Seeland-Institut")
