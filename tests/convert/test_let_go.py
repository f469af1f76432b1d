"""What a conversion made of a page is gone with it: no cycle keeps a tree until the collector comes."""

from __future__ import annotations

import gc

import pytest
from lxml.html import HtmlElement
from small_pages import page, paragraphs

from tui.convert import convert
from tui.model.page import Page

DROPPED = '<div class="related"><ul><li><a href="/a">The old wall</a></li></ul><div class="share">Share</div></div>'
QUOTED = "<blockquote><p>“The wall was old,” Ada Moreno said.</p></blockquote><ul><li>one</li><li>two</li></ul>"


@pytest.mark.parametrize(("plain", "left_out"), [(True, False), (False, False), (False, True)])
def test_no_element_waits_for_the_collector(plain: bool, left_out: bool) -> None:
    body = (
        f"<main><article><h1>Ferry stays in port</h1>{paragraphs(30)}{DROPPED}{QUOTED}{paragraphs(9)}</article></main>"
    )
    one = Page(address="test", body=page(body), url="https://isle.example/ferry", media_type="text/html")
    convert(one, plain=plain, left_out=left_out)  # what is made once stays
    gc.collect()
    gc.disable()
    gc.set_debug(gc.DEBUG_SAVEALL)
    try:
        convert(one, plain=plain, left_out=left_out)
        gc.collect()
        waiting = [type(thing) for thing in gc.garbage if {*map(type, gc.get_referents(thing))} & {HtmlElement}]
    finally:
        gc.set_debug(0)
        gc.garbage.clear()
        gc.enable()
    assert waiting == []
