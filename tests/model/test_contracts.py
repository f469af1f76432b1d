"""What scripts rely on is told as JSON Schema, and what is printed is as it tells."""

from __future__ import annotations

import json

import pytest
from contract_checks import check_line, properties
from jsonschema import Draft202012Validator, ValidationError  # type: ignore[import-untyped]

from tui.model.article import Article, Block, Caption, Link, Mention, Quote, Source
from tui.model.article_json import contract, failure
from tui.model.contracts import CONTRACTS, FIELDS
from tui.model.feed import Enclosure, Entry, Feed
from tui.model.feed_json import contract as feed_contract
from tui.model.json_lines import printed_names
from tui.model.json_schema import schema
from tui.model.printed_names import PRINTED_ON_REQUEST
from tui.model.warning import read_back

# Names may be added here, and none may go.  Rows of the list and of a search are alike.
ROW = "number url title site published kept read starred later tags feeds minutes progress text pictures sources"
PROMISED = {
    "article": "address url title authors published modified language site lead original markdown text captions"
    " captions.text captions.credit captions.alt captions.image captions.block sources sources.name sources.kind"
    " sources.role sources.affiliation sources.mentions sources.mentions.block sources.mentions.start"
    " sources.mentions.end sources.quotes sources.quotes.text sources.quotes.kind sources.quotes.block"
    " sources.quotes.start sources.quotes.end sources.quotes.continued sources.quotes.evidence"
    " sources.quotes.evidence.block sources.quotes.evidence.start sources.quotes.evidence.end sources.quotes.certain"
    " sources.quotes.via sources.quotes.manner sources.names sources.answered sources.unnamed_because"
    " links links.text links.url links.block warnings left_out left_out.text left_out.reason left_out.before error",
    "list": ROW,
    "search": ROW,
    "voice": "name kind role affiliation articles outlets quotations",
    "elsewhere": "text speaker block start end others others.number others.url others.title others.site"
    " others.published others.text others.speaker others.kind others.block others.start others.end",
    "story": "articles copies outlets from to",
    "quotation": "number title site published speaker role affiliation kind text block start end continued",
    "import": "file format kept skipped doubled feeds address error",
    "subscription": "number address title folder unread error since settings settings.full_text settings.pictures"
    " settings.interval settings.user_agent settings.headers settings.cookies_from settings.keep_days settings.update"
    " settings.by_story settings.login folders tags site",
    "sync": "account last pending error user",
    "feed": "address title url entries entries.title entries.url entries.id entries.published entries.updated"
    " entries.authors entries.summary entries.content entries.enclosures entries.enclosures.url"
    " entries.enclosures.type entries.enclosures.medium entries.enclosures.length entries.enclosures.duration"
    " entries.enclosures.title warnings error",
}

ARTICLE = Article(
    "page.html",
    "Title",
    (Block("paragraph", "Words."),),
    "Words.",
    captions=(Caption("A pier"),),
    sources=(
        Source("Ada", "person", None, None, (Mention(0, 0, 3),), (Quote("Words", "direct", 0, 0, 5),)),
        Source("Ben", "person", quotes=(Quote("Words", "mixed", 0, 0, 5, cue=Mention(0, 1, 2)),), answered=True),
    ),
    links=(Link("x", "https://coast.example/", 0),),
    warnings=(read_back("looks cut off: at a paywall"),),
)
FEED = Feed(
    "feed.xml",
    entries=(Entry("Pier", enclosures=(Enclosure("https://coast.example/a.mp3", length=3),)), Entry()),
    warnings=("an entry has no title",),
)


@pytest.mark.parametrize("name", CONTRACTS)
def test_a_schema_is_one_and_every_field_is_described(name: str) -> None:
    Draft202012Validator.check_schema(schema(name))
    undescribed = [path for path, one in properties(name).items() if len(one["description"].split()) < 2]
    assert undescribed == []


def test_nothing_is_described_but_what_is_printed() -> None:
    told = {kind: set(fields) for kind, fields in FIELDS.items()}
    assert told == {kind: {*printed_names(kind), *PRINTED_ON_REQUEST.get(kind, ())} for kind in FIELDS}
    assert properties("quotation")["kind"]["description"].endswith("quotes it nowhere")


def test_no_promised_field_goes() -> None:
    assert {name: " ".join(properties(name)) for name in CONTRACTS} == PROMISED


def test_what_is_printed_has_every_field_and_no_other() -> None:
    check_line("article", json.loads(contract(ARTICLE)))
    check_line("article", json.loads(failure("page.html", "there is no such file")))
    check_line("feed", json.loads(feed_contract(FEED)))
    check_line("feed", json.loads(failure("feed.xml", "this is no feed")))


@pytest.mark.parametrize(
    "change",
    [
        {"title": None},
        {"error": "none"},
        {"links": [{"text": "x", "url": "https://coast.example/"}]},
        {"sources": [{"name": "Ada", "kind": "ship"}]},
        {"mood": "calm"},
    ],
    ids=lambda change: next(iter(change)),
)
def test_what_is_not_as_it_was_promised_is_seen(change: dict[str, object]) -> None:
    with pytest.raises(ValidationError):
        check_line("article", json.loads(contract(ARTICLE)) | change)


def test_a_script_with_an_older_schema_goes_on() -> None:
    later = json.loads(contract(ARTICLE)) | {"mood": "calm"}
    assert Draft202012Validator(schema("article")).is_valid(later)
