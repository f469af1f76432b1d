"""Text that a page delivers in parts is read in its place, once."""

from __future__ import annotations

from html import escape

import pytest
from small_pages import SENTENCES, article, from_file, page, paragraphs

ALL = "\n\n".join(f"{n}: {SENTENCES[n]}" for n in range(5))
STORY = f"<article><h1>Ferry stays in port</h1>{paragraphs()}</article>"


def test_streamed_segments_stand_where_the_page_waits_for_them() -> None:
    said = [f"<p>{n}: {SENTENCES[n]}</p>" for n in range(5)]
    found = article(
        f"<article><h1>Ferry stays in port</h1>{said[0]}<template id='P:1'></template>{said[3]}"
        f"<template id='B:a'></template></article>"
        f"<div hidden id='S:1'>{said[1]}{said[2]}</div><script>$RS('S:1','P:1')</script>"
        f"<div hidden id='S:a'>{said[4]}</div><script>$RC('B:a','S:a')</script>"
    )
    assert found.text == ALL


def test_a_template_that_waits_for_a_script_is_not_text() -> None:
    assert "never" not in article(f"{STORY}<template><p>This was never shown to anybody.</p></template>").text


def test_a_shadow_root_in_the_markup_is_shown() -> None:
    assert article(f"<x-story><template shadowrootmode='open'>{STORY}</template></x-story>").text == ALL


def test_what_a_host_gives_for_a_slot_of_its_shadow_root_stands_in_the_slot() -> None:
    said = [f"<p>{n}: {SENTENCES[n]}</p>" for n in range(5)]
    shadow = f"<article><h1>Ferry stays in port</h1>{said[0]}<slot name='rest'>Nothing yet.</slot>{''.join(said[3:])}"
    given = f"<div slot='rest'>{said[1]}{said[2]}</div>"
    story = f"<x-story><template shadowrootmode='open'>{shadow}</article></template>{given}</x-story>"

    assert article(story).text == ALL


def test_what_names_no_slot_stands_in_the_one_without_a_name() -> None:
    said = [f"<p>{n}: {SENTENCES[n]}</p>" for n in range(5)]
    shadow = f"<article><h1>Ferry stays in port</h1>{said[0]}<slot>Nothing yet.</slot>{''.join(said[3:])}</article>"
    host = f"<news-story><template shadowrootmode=open>{shadow}</template>{said[1]}{said[2]}</news-story>"
    shown = article(host).text
    assert [int(line[0]) for line in shown.split("\n\n") if line[1:2] == ":"] == [0, 1, 2, 3, 4]
    assert "Nothing yet" not in shown


def test_a_page_in_the_attribute_of_a_frame_is_read() -> None:
    assert article(f"<iframe srcdoc='{escape(f'<html><body>{STORY}</body></html>')}'></iframe>").text == ALL


def test_the_little_that_an_advertisement_holds_in_a_frame_is_not() -> None:
    assert article(f"{STORY}<iframe srcdoc='&lt;p&gt;Buy a boat today.&lt;/p&gt;'></iframe>").text == ALL


def test_what_follows_an_end_of_the_body_is_read() -> None:
    data = page("").replace(b"</body></html>", f"</body></html><main>{STORY}</main></body></html>".encode())
    assert from_file("page.html", data).text == ALL


def test_definitions_that_were_never_closed_stand_side_by_side() -> None:
    said = "".join(f"<dd><p>{n}: {SENTENCES[n]} " for n in range(5))
    assert article(f"<h1>Ferry stays in port</h1>{said}").text == ALL


def test_a_list_of_definitions_inside_a_definition_stays_there() -> None:
    found = article(f"<article>{paragraphs()}<dl><dt>Hull<dd>Of oak.<dl><dt>Keel<dd>Of elm.</dl></dl></article>")
    assert [len(b.within) for b in found.blocks if b.text in ("Of oak.", "Of elm.")] == [1, 2]


def test_the_words_of_a_host_stand_in_place_of_those_of_its_slot() -> None:
    root = "<template shadowrootmode=open><blockquote><slot>Nothing was said.</slot></blockquote></template>"
    quoted = f"<pull-quote>{root}We greased it in April.</pull-quote>"
    assert "Nothing was said." not in article(f"{STORY.replace('</article>', quoted)}</article>").text
    alone = article(f"{STORY.replace('</article>', quoted.replace('We greased it in April.', ''))}</article>")
    assert "Nothing was said." in alone.text


@pytest.mark.parametrize(("more", "read"), [("", True), ("<a href=/boats>Boats</a>", False)])
def test_a_sentence_in_a_frame_is_read_where_it_stands(more: str, read: bool) -> None:
    said = "The hull is of oak to the water line, and of larch and old iron above it, said the diver."
    frame = f"<iframe srcdoc='{escape(f'<p>{said}</p>{more}')}'></iframe>"
    shown = article(f"<article><h1>Ferry stays in port</h1>{paragraphs(3)}{frame}{paragraphs(2)}</article>").text
    assert (said in shown) == read
