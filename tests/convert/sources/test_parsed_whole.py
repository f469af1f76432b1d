"""How sentences are read before anyone is cited: every word's part of speech, every noun phrase, the article's people.

``parsed/`` has a file a language: each text, then its words with their tags (``pos_tags`` says what the letters stand
for), the people whom it names, with gender and roles, and the phrases that begin at some word (>) and what else ends at
one (<), no name being cut, each with its kind; in German those that are no subject (¬), one (1) or several (+).  A text
is added by writing it there.  After a change that was meant, and looked at in the difference::

    python tests/convert/sources/test_parsed_whole.py
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tui.convert.sources.entities.names import Names
from tui.convert.sources.entities.person import Person
from tui.convert.sources.entities.phrases import Phrase
from tui.convert.sources.languages import load
from tui.convert.sources.syntax import noun_phrases
from tui.convert.sources.syntax.capitalised_nouns import NounPhrases
from tui.convert.sources.words import quotations, sentences, tokens
from tui.convert.sources.words.pos_tags import tag
from tui.convert.sources.words.tokens import Line

PARSED = Path(__file__).parent / "parsed"
FILES = sorted(PARSED.glob("*.txt"))


def told(file: Path) -> str:
    """A file's texts, each with how it is read now."""
    texts = [line for line in file.read_text(encoding="utf-8").splitlines() if line and not line.startswith(" ")]
    return "\n\n".join("\n".join((text, *parsed(text, file.stem))) for text in texts) + "\n"


def parsed(text: str, language: str) -> Iterator[str]:
    pack = load(language)
    line = tokens.read(text, quotations.find(text), pack)
    line.sentences = sentences.split(line, pack)
    names = Names([line], pack)
    for lo, hi in line.sentences:
        tag(line, lo, hi, pack)
        yield "    " + " ".join(f"{line.words[i]}/{line.tags[i]}" for i in range(lo, hi))
    people = [
        f"{person.name} {'sure' if person.sure else 'unsure'} {person.gender}".rstrip() for person in people_of(names)
    ]
    roles = [f"{person.name}: {', '.join(sorted(person.heads))}" for person in people_of(names) if person.heads]
    yield from ("    = " + " · ".join(each) for each in (people, roles) if each)
    for lo, hi in line.sentences:
        yield from phrases_of(line, lo, hi, names)


def people_of(names: Names) -> list[Person]:
    return list(dict.fromkeys(names.by_name.values()))


def phrases_of(line: Line, lo: int, hi: int, names: Names) -> Iterator[str]:
    if names.pack.capital_nouns:
        yield f"    > {' · '.join(nouns_of(NounPhrases(line, lo, hi, names)))}"
        return
    tags = line.tags
    starts = [i for i in range(lo, hi) if not (i > lo and tags[i - 1] == tags[i] == "P")]
    ends = [i for i in range(lo, hi) if not (i + 1 < hi and tags[i] == tags[i + 1] == "P")]
    behind = [as_text(phrase) for i in starts if (phrase := noun_phrases.beginning_at(line, i, hi, names))]
    before = [as_text(phrase) for i in ends if (phrase := noun_phrases.ending_at(line, i, lo, names))]
    for mark, found in ((">", behind), ("<", [each for each in before if each not in behind])):
        if found:
            yield f"    {mark} " + " · ".join(found)


def nouns_of(reader: NounPhrases) -> Iterator[str]:
    for phrase in filter(None, map(reader.at, range(reader.lo, reader.hi))):
        number = {True: "+", False: "1", None: ""}[reader.plural(phrase)]
        yield f"{as_text(phrase)}{'' if reader.nominative(phrase) else '¬'}{number}"


def as_text(phrase: Phrase) -> str:
    """Its core, what hangs on it in brackets, its kind and the name in it."""
    words = phrase.line.words
    rest = f" ({' '.join(words[phrase.core : phrase.end])})" if phrase.end > phrase.core else ""
    name = " ".join(words[slice(*phrase.name)]) if phrase.name else ""
    person = phrase.person.name if phrase.person else ""
    called = "".join(f" = {each}" for each in dict.fromkeys((name, person)) if each and each != line_text(phrase))
    also = f" + {as_text(phrase.also)}" if phrase.also else ""
    return f"{line_text(phrase)}{rest}: {phrase.kind}{called}{also}"


def line_text(phrase: Phrase) -> str:
    return " ".join(phrase.line.words[phrase.start : phrase.core])


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_sentences_are_read_as_before(file: Path) -> None:
    assert told(file) == file.read_text(encoding="utf-8")


if __name__ == "__main__":
    for each in FILES:
        each.write_text(told(each), encoding="utf-8")
