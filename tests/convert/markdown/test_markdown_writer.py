"""Markdown renders back to the text that it was made of."""

from __future__ import annotations

import gc
import re
import subprocess
import sys
from html import escape, unescape

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from tui.convert.blocks import block_walk as walking
from tui.convert.input import tree
from tui.convert.markdown import inlines
from tui.convert.markdown.fragment import PIECE
from tui.convert.markdown.markdown_writer import to_markdown
from tui.convert.markdown.soup import DOCUMENT, Element
from tui.model.article import Block, Caption, Frame, Span

READER = MarkdownIt("commonmark").enable("table")
BREAKS = re.compile(r"</?(?:p|li|ul|ol|h\d|td|th|tr|table|thead|tbody|pre|blockquote|hr|br)\b[^>]*>")
TAG = re.compile(r"<[^>]*>")

NASTY = st.sampled_from(
    """* ** _ __ ` `` ~ ~~ # ## > - + 1. 12) = === --- | || : [ ] ( ) ! [a](b) [a]: ![x](y)
    [a][b] < <b> </b> <!-- & &amp;
    &lt; &#42; \\ \\* \\\\ *a* **b** _c_ “so” (a) a*b a_b «x» —no 「日本」 は é! x] ]( 3. 2024. # - *** ``` <http://a.example>""".split()
)
WORDS = st.lists(NASTY | st.sampled_from("word other Third fourth".split()), min_size=1, max_size=4).map(" ".join)
INLINE_TAGS = st.sampled_from("b strong em i code sup sub del a".split())


def wrapped(children: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    return st.builds(
        lambda tag, inner: (
            f'<{tag} href="https://a.example/x_(y)">{inner}</{tag}>' if tag == "a" else f"<{tag}>{inner}</{tag}>"
        ),
        INLINE_TAGS,
        children,
    )


TEXT = WORDS.map(lambda words: escape(words, quote=False))
PHRASE = st.recursive(
    TEXT, lambda inner: wrapped(inner) | st.lists(inner, min_size=2, max_size=3).map("".join), max_leaves=6
)
LINES = st.lists(PHRASE, min_size=1, max_size=2).map("<br>".join)
CELL = st.builds("<td>{}</td>".format, PHRASE)
ROW = st.lists(CELL, min_size=1, max_size=3).map(lambda cells: f"<tr>{''.join(cells)}</tr>")
LEAF = st.one_of(
    st.builds("<p>{}</p>".format, LINES),
    st.builds("<h{}>{}</h2>".format, st.integers(1, 6), PHRASE).map(lambda h: h.replace("</h2>", f"</h{h[2]}>")),
    st.builds("<pre><code class=language-x>{}\n\t{}</code></pre>".format, TEXT, TEXT),
    st.lists(ROW, min_size=2, max_size=3).map(lambda rows: f"<table>{''.join(rows)}</table>"),
    st.just("<hr>"),
    st.builds('<figure data-caption="{0}" data-credit="{1}" data-alt="{1}" data-image="https://a.example/_b_(c)"></figure>'.format,
              WORDS.map(escape), WORDS.map(escape)),
)  # fmt: skip
PART = st.recursive(
    LEAF,
    lambda inner: st.one_of(
        st.builds("<ul><li>{}</li><li>{}</li></ul>".format, inner, inner),
        st.builds('<ol start="{}"><li>{}</li><li>{}</li></ol>'.format, st.integers(0, 1200), inner, inner),
        st.builds("<blockquote>{}{}</blockquote>".format, inner, inner),
        st.builds("<dl><dt>{}</dt><dd>{}</dd></dl>".format, PHRASE, inner),
        st.builds("<div>{}</div>".format, inner),
    ),
    max_leaves=6,
)
PAGE = st.lists(PART, min_size=1, max_size=4).map("".join)


def walked(html: str) -> tuple[tuple[Block, ...], tuple[Caption, ...], str]:
    root = tree.parse(f"<html><body><article>{html}</article></body></html>")
    blocks, captions, _ = walking.walk(root.findall(".//article"), "https://a.example/")
    return blocks, captions, to_markdown(blocks, captions)


def rendered(markdown: str) -> str:
    """The text of the rendered Markdown, white space folded."""
    return " ".join(unescape(TAG.sub("", BREAKS.sub(" ", READER.render(markdown)))).split())


def shown(blocks: tuple[Block, ...], captions: tuple[Caption, ...]) -> str:
    """The text of the blocks with the figures' captions and credits, white space folded."""
    texts = []
    for block in blocks:
        figure = captions[block.caption] if block.caption is not None else None
        texts.append(f"{figure.text} {figure.credit or ''}" if figure else block.text)
    return " ".join(" ".join(texts).split())


@settings(deadline=None)
@given(PAGE)
def test_rendering_gives_the_text_and_the_figures(html: str) -> None:
    blocks, captions, markdown = walked(html)
    assert rendered(markdown) == shown(blocks, captions)


def test_a_term_with_emphasis_in_it_is_not_marked_twice() -> None:
    blocks, captions, markdown = walked("<dl><dt><em>* *</em><code>*</code><em>word</em></dt><dd>What it is</dd></dl>")
    assert rendered(markdown) == shown(blocks, captions)


def test_code_begins_right_below_its_fence() -> None:
    _, _, markdown = walked("<pre><code class=language-x>one\n  two</code></pre>")
    assert markdown == "```x\none\n  two\n```\n"


def test_an_article_of_many_blocks_is_converted_whole() -> None:
    paragraphs = [f"Paragraph {n}" for n in range(2 * PIECE + 1)]
    _, _, markdown = walked("".join(f"<p>{p}</p>" for p in paragraphs))
    assert markdown == "\n\n".join(paragraphs) + "\n"


def test_an_article_of_many_tables_is_converted_whole() -> None:
    tables = [Block("table", f"a{n}\tb") for n in range(2 * PIECE + 1)]
    markdown = to_markdown(tables, ())
    assert markdown == "\n\n".join(f"|  |  |\n| --- | --- |\n| {t.text[:-2]} | b |" for t in tables) + "\n"


def test_what_stands_by_itself_is_parted_from_lists_and_tables() -> None:
    item, quoted = (Frame("item", "•"),), (Frame("quote"),)
    blocks = [
        Block("paragraph", "One."),
        Block("paragraph", "Two", within=item),
        Block("heading", "Three", level=2),
        Block("paragraph", "Four.", within=quoted),
        Block("code", "five"),
        Block("table", "six\tseven"),
        Block("rule", ""),
        Block("paragraph", "Eight.", anchor="eight"),
    ]
    assert to_markdown(blocks, ()).split("\n\n") == [
        "One.",
        "- Two",
        "## Three",
        "> Four.",
        "```\nfive\n```",
        "|  |  |\n| --- | --- |\n| six | seven |",
        "***",
        '<a id="eight"></a>Eight.\n',
    ]


@given(WORDS)
def test_the_signs_that_are_looked_for_first_let_through_all_that_is_escaped(text: str) -> None:
    for pattern in (inlines.ESCAPED, inlines.ESCAPED_IN_LABEL):
        for found in pattern.finditer(text):
            assert found[0][0] in inlines.SIGNS


def test_signs_at_the_beginning_of_each_line_of_a_paragraph_stay_text() -> None:
    block = Block(
        "paragraph",
        "# a\n- b c\n2. d!e\n> f!",
        spans=(Span(8, 9, "strong"), Span(15, 16, "link", "https://a.example/")),
    )
    assert to_markdown([block], ()) == "\\# a\\\n\\- b **c**\\\n2\\. d\\![e](https://a.example/)\\\n\\> f!\n"


def test_the_soup_is_one_to_its_readers() -> None:
    element = Element(DOCUMENT)
    element.open("blockquote").write("one")
    element.open("ul").open("li", value="3").write("three")
    assert str(element.blockquote) == "<blockquote>one</blockquote>"
    assert [item["value"] for item in element.find_all("li")] == ["3"]
    assert element.get_text("|") == "one|three"


@pytest.mark.parametrize("module", ["bs4", "markdownify"])
def test_no_soup_is_loaded_for_paragraphs_and_headings(module: str) -> None:
    code = f"""
import sys
from tui.convert.markdown.markdown_writer import to_markdown
from tui.model.article import Block
to_markdown([Block("heading", "A", level=2), Block("paragraph", "B")], ())
print({module!r} in sys.modules)
"""
    assert subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout == "False\n"


@pytest.mark.parametrize("module", ["soupsieve.css_parser", "chardet.detector"])
def test_no_selector_engine_and_no_encodings_are_loaded_for_a_conversion(module: str) -> None:
    code = f"import tui.convert.markdown.soup_writer, sys; print({module!r} in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout == "False\n"


def test_encodings_are_still_told_for_who_asks() -> None:
    code = "import tui.convert.markdown.soup_writer, chardet; print(bool(chardet.detect(b'plain')))"
    assert subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout == "True\n"


def test_selectors_still_work_for_who_asks() -> None:
    code = "import tui.convert.markdown.soup_writer, bs4\n"
    code += "print(bs4.BeautifulSoup('<p class=a>x', 'lxml').select('.a'))"
    said = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout
    assert said == '[<p class="a">x</p>]\n'


def test_brackets_behind_a_backslash_stay_text_in_a_link() -> None:
    blocks, captions, markdown = walked('<p>see <a href="https://a.example/x">\\\\[a](b)</a></p>')
    assert rendered(markdown) == shown(blocks, captions)
    assert len(blocks[0].spans) == 1


def test_the_numbers_of_lists_side_by_side_come_out_as_they_were() -> None:
    root = tree.parse(
        "<ol start=5><li>a<li value=9>b<li>c</ol><ol><li>d</ol><ul><li>e</ul><ul><li>f</ul><ol><li>g</ol>"
    )
    walked, figures, _ = walking.walk([root], None)
    text = to_markdown(walked, figures)

    assert text.split("\n")[:6] == ["5. a", "", "9) b", "10) c", "", "1. d"]
    assert re.findall(r"<(ol(?: start=.\d+.)?|ul)>", READER.render(text)) == [
        'ol start="5"',
        'ol start="9"',
        "ol",
        "ul",
        "ol",
    ]


def test_emphasis_that_begins_inside_a_word_of_other_emphasis_is_left_out() -> None:
    blocks, captions, markdown = walked("<p>*<br><em><b>* *</b>word<b>word</b></em></p>")
    assert rendered(markdown) == shown(blocks, captions)
    assert walked("<p>un<b>believ</b>able</p>")[2] == "un**believ**able\n"


def test_what_the_markdown_is_made_from_is_freed_without_a_collection() -> None:
    quoted = (Frame("quote"),)
    texts = "A ferry was late.", "Nobody waited."
    blocks = [*(Block("paragraph", text, within=quoted) for text in texts), Block("table", "a\tb")]
    to_markdown(blocks, ())
    gc.collect()
    gc.disable()
    try:
        to_markdown(blocks, ())
        assert gc.collect() == 0
    finally:
        gc.enable()
