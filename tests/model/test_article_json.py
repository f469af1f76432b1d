"""An article survives being written and read, and its contract holds."""

import json
from dataclasses import fields, replace

from hypothesis import given
from hypothesis import strategies as st

from tui.model.article import Article, Block, Caption, Frame, LeftOut, Link, Mention, Quote, Source, Span
from tui.model.article_json import contract, failure
from tui.model.kept_json import pack, unpack
from tui.model.warning import read_back

MENTIONS = st.builds(Mention, st.integers(0, 9), st.integers(0, 99), st.integers(0, 99))
QUOTES = st.builds(
    Quote,
    st.text(),
    st.sampled_from(["direct", "mixed", "indirect"]),
    st.integers(0, 9),
    st.integers(0, 9),
    st.integers(0, 9),
    st.booleans(),
    st.none() | MENTIONS,
)
SOURCES = st.builds(
    Source,
    st.text(),
    st.sampled_from(["person", "organisation", "document", "unnamed"]),
    st.none() | st.text(),
    st.none() | st.text(),
    st.lists(MENTIONS, max_size=3).map(tuple),
    st.lists(QUOTES, max_size=3).map(tuple),
)
BLOCKS = st.builds(
    Block,
    st.sampled_from(["lead", "paragraph", "heading", "code", "table", "figure", "rule"]),
    st.text(),
    st.lists(st.builds(Span, st.integers(0, 9), st.integers(0, 9), st.just("strong")), max_size=2).map(tuple),
    st.lists(st.builds(Frame, st.just("item"), st.text(max_size=3)), max_size=2).map(tuple),
    st.integers(0, 6),
)
ARTICLES = st.builds(
    Article,
    address=st.text(),
    title=st.text(),
    blocks=st.lists(BLOCKS, max_size=4).map(tuple),
    markdown=st.text(),
    authors=st.lists(st.text(), max_size=2).map(tuple),
    captions=st.lists(st.builds(Caption, st.text(), st.none() | st.text()), max_size=2).map(tuple),
    sources=st.lists(SOURCES, max_size=3).map(tuple),
    links=st.lists(st.builds(Link, st.text(), st.text(), st.integers(0, 9)), max_size=2).map(tuple),
    warnings=st.lists(st.builds(read_back, st.text()), max_size=2).map(tuple),
)


@given(ARTICLES)
def test_what_is_packed_is_unpacked(article: Article) -> None:
    assert unpack(pack(article)) == article


@given(ARTICLES)
def test_the_contract_is_one_line_of_json(article: Article) -> None:
    line = contract(article)
    assert "\n" not in line
    assert json.loads(line)["text"] == article.text


def test_fields_of_a_later_version_are_passed_over() -> None:
    record = json.loads(pack(Article("a", "t", (Block("paragraph", "x"),), "x")))
    record["mood"] = "calm"
    record["blocks"][0]["colour"] = "blue"
    assert unpack(json.dumps(record)).blocks == (Block("paragraph", "x"),)


def test_the_contract_names_what_scripts_rely_on() -> None:
    article = Article("page.html", "Title", (Block("paragraph", "Words."),), "Words.", captions=(Caption("A pier"),))
    record = json.loads(contract(article))
    assert set(record) == {f.name for f in fields(Article)} - {"blocks", "enclosed", "left_out", "corrections"} | {
        "text"
    }
    assert record["captions"] == [{"text": "A pier", "credit": None, "alt": None, "image": None, "block": 0}]


def test_what_was_left_out_is_printed_where_it_is_asked_for() -> None:
    part = LeftOut((Block("paragraph", "Read this."), Block("paragraph", "And that.")), "a menu", 1)
    article = Article("page.html", "Title", (Block("paragraph", "Words."),), "Words.", left_out=(part,))
    told = [{"text": "Read this.\n\nAnd that.", "reason": "a menu", "before": 1}]
    assert json.loads(contract(article, left_out=True))["left_out"] == told
    assert json.loads(contract(replace(article, left_out=None), left_out=True))["left_out"] is None
    assert unpack(pack(article)) == article


def test_a_failure_keeps_its_address() -> None:
    assert json.loads(failure("a.html", "no article")) == {"address": "a.html", "error": "no article"}


def test_the_text_leaves_figures_out() -> None:
    blocks = (
        Block("heading", "Pier", level=2),
        Block("figure", "A pier\nL. Park", caption=0),
        Block("paragraph", "It stands."),
    )
    assert Article("a", "t", blocks, "").text == "Pier\n\nIt stands."
