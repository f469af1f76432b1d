"""Words of a language lie in its pack; the rules hold none."""

from __future__ import annotations

import ast
from collections import Counter
from pathlib import Path

import pytest

import tui.convert.sources
from tui.convert.sources.languages import Pack, load
from tui.convert.sources.pack_codes import PACKS
from tui.convert.sources.words.nameless_phrases import MAX_PHRASE

ROOM = Path(tui.convert.sources.__file__).parent
OWN = {"say", "act", "show", "weak", "silence"}  # classes of cues, which are called as the commonest of each
KINDS = {
    "person", "place", "group", "role", "document", "title", "name", "other", "organisation", "pronoun", "code",
    "statement", "interview", "post", "filing", "said", "lead", "heading", "item", "count", "words", "end", "all",
    "direct", "mixed", "sure", "told", "table", "report", "silent", "utterance", "abstract", "thing", "demonym",
    "known", "quotes", "text",
}  # fmt: skip
WORDS = {word for code in PACKS for pack in [load(code)] for word in (*pack.closed, *pack.cues, *pack.titles)}


LANGUAGES = ROOM / "languages"
RULES = sorted(file for file in ROOM.rglob("*.py") if LANGUAGES not in file.parents and file.name != "pack_codes.py")


def test_rules_are_found_in_all_rooms() -> None:
    assert {file.parent.name for file in RULES} >= {"words", "entities", "syntax", "attributions", "roles", "sources"}


@pytest.mark.parametrize("file", RULES, ids=lambda file: f"{file.parent.name}/{file.stem}")
def test_rules_hold_no_words_of_a_language(file: Path) -> None:
    tree = ast.parse(file.read_text(encoding="utf-8"))
    constants = [node.value for node in ast.walk(tree) if isinstance(node, ast.Constant)]
    found = {each for each in constants if isinstance(each, str) and len(each) > 1 and each in WORDS}
    assert found <= OWN | KINDS


@pytest.mark.parametrize("code", PACKS)
def test_a_pack_names_what_joins_and_what_opens(code: str) -> None:
    pack = load(code)
    assert all((pack.conjunctions, pack.articles, pack.that, pack.honorifics, pack.manners))
    assert pack.articles <= pack.closed.keys()


@pytest.mark.parametrize("file", sorted(LANGUAGES.rglob("*.py")), ids=lambda file: file.stem)
def test_a_list_names_a_word_once(file: Path) -> None:
    calls = [node for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))) if isinstance(node, ast.Call)]
    lists = [call.args for call in calls if isinstance(call.func, ast.Name) and call.func.id == "words"]
    texts = [[each.value for each in args if isinstance(each, ast.Constant)] for args in lists]
    counted = [Counter(" ".join(map(str, text)).split()) for text in texts]
    assert not [word for count in counted for word, times in count.items() if times > 1]


def test_a_pack_has_no_other_fields_than_those_named() -> None:
    with pytest.raises(TypeError, match="no such fields: colour"):
        Pack(**{**vars(load("pt")), "colour": "red"})


def test_a_pack_says_which_field_it_lacks() -> None:
    given = dict(vars(load("pt")))
    del given["cues"]
    with pytest.raises(AttributeError, match="cues"):
        Pack(**given)


def test_what_a_pack_does_not_give_is_as_its_class_has_it() -> None:
    assert load("pt").expletive == ""
    assert load("de").expletive == "es"


@pytest.mark.parametrize("code", PACKS)
def test_no_phrase_of_not_being_named_is_longer_than_is_looked_back(code: str) -> None:
    assert all(len(phrase) <= MAX_PHRASE for phrase in load(code).anonymity)
