"""Every field of what travels has its name in what is stored and printed, or is said to have none."""

from __future__ import annotations

import hashlib
from dataclasses import fields, is_dataclass

import pytest

from tui.model import article as article_model
from tui.model import kept_json, stored_names
from tui.model.kept_json import pack, unpack
from tui.model.printed_names import NOT_PRINTED, PRINTED
from tui.model.stored_names import KEPT, NOT_KEPT

VALUES = [kind for kind in vars(article_model).values() if isinstance(kind, type) and is_dataclass(kind)]
ADDED = {article_model.Article: {"text"}, article_model.LeftOut: {"text"}}  # to the contract, which no field holds
TABLES = [(KEPT, NOT_KEPT, {}), (PRINTED, NOT_PRINTED, ADDED)]


@pytest.mark.parametrize(("names", "left_out", "added"), TABLES, ids=["kept", "printed"])
def test_every_field_has_a_name_or_is_left_out_on_purpose(
    names: dict[type, dict[str, str]], left_out: dict[type, str], added: dict[type, set[str]]
) -> None:
    for kind in VALUES:
        named = list(names.get(kind, {}).values()) + left_out.get(kind, "").split()
        assert sorted(named) == sorted({field.name for field in fields(kind)} | added.get(kind, set())), kind.__name__


def test_what_a_field_is_that_was_left_out_does_not_change() -> None:
    article = unpack(
        '{"address":"a","title":"t","markdown":"","blocks":[{"kind":"paragraph","text":"x","spans":[{"start":0,"end":1,'
        '"style":"strong"}],"within":[{"kind":"item"}]}],"captions":[{"text":"c"}],"links":[],"sources":[{"name":"n",'
        '"kind":"person","quotes":[{"text":"x","kind":"direct","block":0,"start":0,"end":1}]},{"name":"m","kind":"person"}]}'
    )
    block, caption, source = article.blocks[0], article.captions[0], article.sources[0]
    assert (article.url, article.published, article.modified, article.language) == (None, None, None, None)
    assert (article.site, article.lead, article.original) == (None, None, None)
    assert (article.authors, article.links, article.warnings, article.enclosed) == ((), (), (), ())
    assert (block.level, block.language, block.header, block.caption, block.anchor) == (0, None, False, None, None)
    assert (block.spans[0].url, block.within[0].marker) == (None, "")
    assert (caption.credit, caption.alt, caption.image, caption.block, caption.local) == (None, None, None, 0, None)
    assert (source.role, source.affiliation, source.mentions) == (None, None, ())
    assert (source.quotes[0].continued, source.quotes[0].cue, article.sources[1].quotes) == (False, None, ())


def test_a_name_stays_when_its_field_is_called_otherwise(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(KEPT, article_model.Link, {"text": "text", "target": "url", "block": "block"})
    monkeypatch.setitem(kept_json.UNCHANGED, article_model.Link, frozenset({"text", "block"}))
    kept = pack(article_model.Article("a", "t", (), "")).replace(
        '"}', '","links":[{"text":"x","target":"u","block":1}]}'
    )
    assert unpack(kept).links == (article_model.Link("x", "u", 1),)


def test_the_compression_dictionary_is_the_one_that_bodies_were_stored_with() -> None:
    digest = hashlib.sha256(stored_names.DICTIONARY).hexdigest()
    assert digest == "1f5309032f4f4ac31a0df2d2227aec041ad8d90186ae10f803a0a1a8a9c80d20"
