"""Pages whose text stands in their data only."""

from __future__ import annotations

import json
from html import escape

import pytest
from small_pages import SENTENCES, article, paragraphs

from tui.convert.body.embedded_data import TAKEN
from tui.model.page import ReadingError

TITLE = "Ferry stays in port"
TEASER = f"<article><h1>{TITLE}</h1><p>{SENTENCES[0]}</p></article>"


def linked(text: str, **more: str) -> str:
    thing = {"@type": "NewsArticle", "headline": TITLE, "articleBody": text, **more}
    return f'<script type="application/ld+json">{json.dumps(thing)}</script>'


def data(value: object) -> str:
    return f'<script id="__NEXT_DATA__" type="application/json">{json.dumps(value)}</script>'


@pytest.mark.parametrize(
    "text",
    [
        "\n\n".join(SENTENCES),
        "".join(f"<p>{s}</p>" for s in SENTENCES),
        escape("".join(f"<p>{s}</p>" for s in SENTENCES)),
    ],
)
def test_a_page_that_shows_little_gives_the_text_of_its_linked_data(text: str) -> None:
    found = article(TEASER, head=linked(text))
    assert [b.text for b in found.blocks] == list(SENTENCES)
    assert TAKEN in found.warnings


@pytest.mark.parametrize(
    "story",
    [
        {"body": "".join(f"<p>{s}</p>" for s in SENTENCES)},
        {"blocks": [{"type": "paragraph", "text": s} for s in SENTENCES]},
        {"content": {"elements": [{"kind": "text", "data": {}, "content": s} for s in SENTENCES]}},
        {"paragraphs": list(SENTENCES)},
    ],
)
def test_a_page_that_a_script_would_fill_gives_the_text_beside_its_title(story: dict[str, object]) -> None:
    state = {"props": {"story": {"title": TITLE, **story}, "menu": [{"title": "News"}, {"title": "Sport"}]}}
    found = article(f'<div id="root"><h1>{TITLE}</h1></div>', head=data(state))
    assert [b.text for b in found.blocks] == list(SENTENCES)


def test_a_text_beside_another_title_is_not_taken() -> None:
    other = {"props": {"story": {"title": "Bakery opens", "paragraphs": list(SENTENCES)}}}
    with pytest.raises(ReadingError):
        article(f'<div id="root"><h1>{TITLE}</h1></div>', head=data(other))


def test_what_the_page_shows_is_kept_when_it_is_not_much_less() -> None:
    found = article(f"<article><h1>{TITLE}</h1>{paragraphs(4)}</article>", head=linked("\n".join(SENTENCES)))
    assert found.blocks[0].text.startswith("0: ")
    assert TAKEN not in found.warnings


def test_stored_text_is_cleaned() -> None:
    found = article(TEASER, head=linked("\n".join(f"{s}\x1b[31m\u202e" for s in SENTENCES)))
    assert [b.text for b in found.blocks] == [f"{s}[31m" for s in SENTENCES]


@pytest.mark.parametrize("script", ["{", "[" * 100_000, "null", '{"body": 3}', '<script type="application/json">' * 3])
def test_data_that_cannot_be_read_changes_nothing(script: str) -> None:
    found = article(TEASER, head=f'<script type="application/json">{script}</script>')
    assert [b.text for b in found.blocks] == [SENTENCES[0]]


def test_components_that_a_page_keeps_as_flight_data_are_read() -> None:
    said = [["$", "h2", None, {"children": "Part two"}], *(["$", "p", None, {"children": s}] for s in SENTENCES)]
    rows = '2:T9,<p>Hi</p>1:["$","div",null,{"children":"$L3"}]\n3:' + json.dumps(said) + "\n"
    calls = "".join(f"<script>self.__next_f.push([1,{json.dumps(part)}])</script>" for part in (rows[:90], rows[90:]))
    found = article(f"<div id=root></div>{calls}")
    assert found.text == "\n\n".join(["Part two", *SENTENCES])
    assert TAKEN in found.warnings


def test_an_article_that_a_script_pushes_as_data_is_read() -> None:
    text = "".join(f"<p>{s}</p>" for s in SENTENCES)
    data = json.dumps({"detail": {"title": "Ferry stays in port", "content": text}})
    found = article(f'<div id=root></div><script>window["q"]=window["q"]||[];window["q"].push({data})</script>')
    assert found.text == "\n\n".join(SENTENCES)


MARKUP = "".join(f"<p>{s}</p>" for s in SENTENCES)
EMPTY = '<div id="root"></div>'


def state(value: object) -> str:
    return f"<script>window.__STATE__ = {json.dumps(value)}</script>"


@pytest.mark.parametrize(
    "story",
    [
        {"headlines": {"basic": TITLE}, "content_elements": [{"type": "text", "content": s} for s in SENTENCES]},
        {"title": {"rendered": TITLE}, "content": {"rendered": MARKUP}},
        {"title": [{"type": "heading1", "text": TITLE}], "body": [{"type": "paragraph", "text": s} for s in SENTENCES]},
        {"title": f"{TITLE} - The Isle", "story_markup": MARKUP},
        {"data": json.dumps({"title": TITLE, "text": MARKUP})},
    ],
)
def test_the_title_may_be_wrapped_and_the_text_under_any_name(story: dict[str, object]) -> None:
    assert [b.text for b in article(EMPTY + state({"page": story})).blocks] == list(SENTENCES)


def test_state_in_an_attribute_of_the_element_that_it_fills_is_read() -> None:
    held = escape(json.dumps({"props": {"story": {"title": TITLE, "body": MARKUP}}}))
    assert [b.text for b in article(f'<div id="app" data-page="{held}"></div>').blocks] == list(SENTENCES)


def test_flight_data_that_is_given_to_a_component_is_read() -> None:
    rows = f'1:["$","$L2",null,{{"post":{{"title":"{TITLE}","html":"$3"}}}}]\n3:T{len(MARKUP):x},{MARKUP}'
    found = article(f"{EMPTY}<script>self.__next_f.push([1,{json.dumps(rows)}])</script>")
    assert [b.text for b in found.blocks] == list(SENTENCES)


@pytest.mark.parametrize(
    "script",
    [
        f'<script type="text/template"><h1>{TITLE}</h1>{MARKUP}</script>',
        f"<script>document.getElementById('root').innerHTML = `<h1>{TITLE}</h1>{MARKUP}`</script>",
    ],
)
def test_markup_that_a_script_would_put_into_the_page_is_read_if_it_bears_the_title(script: str) -> None:
    assert [b.text for b in article(EMPTY + script).blocks][-len(SENTENCES) :] == list(SENTENCES)
    with pytest.raises(ReadingError):
        article(EMPTY + script.replace(TITLE, "Bakery opens"))


def test_another_article_within_the_data_is_not_taken_however_long_it_is() -> None:
    other = {"title": "The bakery opens again", "slug": "bakery", "body": "<p>The bakery opens again.</p>" * 99}
    found = article(EMPTY + state({"story": {"title": TITLE, "body": MARKUP, "related": [other]}}))
    assert [b.text for b in found.blocks] == list(SENTENCES)


@pytest.mark.parametrize(
    ("given", "taken"),
    [("Ferry stays in port until Monday", True), ("Ferry stays in port", False), ("Ferry stays until Monday", False)],
)
def test_a_title_may_be_cut_but_not_below_half_of_it(given: str, taken: bool) -> None:
    page = EMPTY + state({"title": given, "body": MARKUP})
    long = "Ferry stays in port until Monday because of ice on its hull"
    if taken:
        assert article(page, title=long).text.startswith(SENTENCES[0])
    else:
        with pytest.raises(ReadingError):
            article(page, title=long)


def test_a_list_of_articles_beside_the_title_is_no_text() -> None:
    others = [{"title": f"Story {n}", "link": f"/{n}", "content": MARKUP} for n in range(5)]
    found = article(EMPTY + state({"title": TITLE, "body": MARKUP, "posts": others}))
    assert [b.text for b in found.blocks] == list(SENTENCES)


def test_a_section_with_a_title_of_its_own_is_part_of_the_article() -> None:
    sections = [{"title": "What the harbour office says", "text": MARKUP}, {"title": "Later", "text": MARKUP[:400]}]
    found = article(EMPTY + state({"story": {"title": TITLE, "sections": sections}}))
    assert SENTENCES[0] in found.text


def test_where_the_title_is_the_program_s_the_only_article_of_the_data_is_taken_with_its_title() -> None:
    story = {"title": "Ferry stays in port", "slug": "ferry", "body": MARKUP}
    found = article(EMPTY + state({"app": {"title": "The Isle"}, "story": story}), title="App")
    assert found.title == "Ferry stays in port"
    assert [b.text for b in found.blocks] == list(SENTENCES)


@pytest.mark.parametrize(
    "value",
    [
        [{"title": f"The {word} ferry stays in port", "slug": word, "body": MARKUP} for word in ("first", "second")],
        {"title": "We value your privacy", "url": "/privacy", "body": MARKUP},
        {"title": "Ferry stays", "slug": "ferry", "body": MARKUP},
    ],
)
def test_of_several_texts_or_of_one_that_is_no_article_s_none_is_taken(value: object) -> None:
    with pytest.raises(ReadingError):
        article(EMPTY + state(value), title="App")


def test_a_page_that_shows_the_beginning_gives_the_whole_of_what_a_script_assigns() -> None:
    shown = f"<article><h1>{TITLE}</h1>{MARKUP}</article>"
    assert TAKEN not in article(shown + state({"title": TITLE, "body": MARKUP})).warnings
    assert TAKEN in article(shown + state({"title": TITLE, "body": MARKUP * 3})).warnings
    assert TAKEN not in article(shown + state({"title": TITLE, "body": MARKUP.replace("the", "that") * 3})).warnings


@pytest.mark.parametrize("sign", ["\\ud83d", "\\u0000", "\\u001b[31m"])
def test_text_in_scripts_is_cleaned(sign: str) -> None:
    written = json.dumps({"title": TITLE, "body": MARKUP}).replace("on Monday", f"on {sign}Monday")
    found = article(f"{EMPTY}<script>x = JSON.parse({json.dumps(written)})</script>")
    assert found.blocks[0].text.startswith("The ferry")
    assert not {"\x1b", "\x00", "\ud83d"} & set(found.text)


def test_objects_that_refer_to_each_other_by_name_are_read_at_their_places() -> None:
    parts = {f"Part:{n}": {"__typename": "Part", "type": "P", "text": SENTENCES[n]} for n in (2, 0, 1, 3)}
    order = [{"__ref": "Part:0"}, {"type": "id", "id": "Part:1"}, {"__ref": "Part:2"}, {"__ref": "Part:3"}]
    post = {"title": TITLE, "content": {"paragraphs": order}, "itself": {"__ref": "Post:1"}}
    state = {"ROOT_QUERY": {"post": {"__ref": "Post:1"}}, **parts, "Post:1": post}
    page = f"<div id=app></div><script>window.__APOLLO_STATE__ = {json.dumps(state)};</script>"
    assert article(page).text == "\n\n".join(SENTENCES[:4])
