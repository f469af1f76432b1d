"""How each kind of block is written in Markdown."""

from __future__ import annotations

import pytest
from small_pages import article, paragraphs

LAST = "The end of it all is here now."
FIGURE = '<figure><img src="/w.jpg" alt="A wall"><figcaption>The wall at noon{}</figcaption></figure>'


def written(html: str) -> str:
    """The Markdown of what stands between the paragraphs of an article."""
    markdown = article(f"<article>{paragraphs(4)}{html}{paragraphs(1)}<p>{LAST}</p></article>").markdown
    before, after = paragraphs(4)[-25:-4], "0: The ferry"
    return markdown[markdown.index(before) + len(before) : markdown.rindex(after)].strip()


@pytest.mark.parametrize(
    ("html", "markdown"),
    [
        ("<ul><li>a<li>b</ul>", "- a\n- b"),
        ("<ol><li>a<li>b</ol>", "1. a\n2. b"),
        ("<ol start=3><li>a<li>b</ol>", "3. a\n4. b"),
        ("<ul><li>a<ul><li>b<li>c</ul><li>d</ul>", "- a\n\n  - b\n  - c\n- d"),
        ("<ol><li>a<ul><li>b</ul><li>c</ol>", "1. a\n\n   - b\n2. c"),
        ("<ol><li>a</ol><ol><li>b</ol>", "1. a\n\n1) b"),  # else they would be read as one
        ("<ul><li>a</ul><ol><li>b</ol>", "- a\n\n1. b"),
        ("<ul><li><p>a</p><p>b</p><li>c</ul>", "- a\n\n  b\n- c"),
        ("<blockquote><p>We wait.</p><p>We drink tea.</p></blockquote>", "> We wait.\n>\n> We drink tea."),
        ("<blockquote><ul><li>a<li>b</ul></blockquote>", "> - a\n> - b"),
        ("<h3>Head</h3><p>It is so.</p>", "### Head\n\nIt is so."),
        ("<h6>Head</h6><p>It is so.</p>", "###### Head\n\nIt is so."),
        ("<pre><code class=language-python>x = 1\ny = 2</code></pre>", "```python\nx = 1\ny = 2\n```"),
        ("<pre>a ``` b</pre>", "````\na ``` b\n````"),
        ("<table><tr><th>a<th>b<tr><td>c|d<td>e</table>", "| a | b |\n| --- | --- |\n| c\\|d | e |"),
        ("<table><tr><td>a<td>b<tr><td>c<td>d</table>", "|  |  |\n| --- | --- |\n| a | b |\n| c | d |"),
        ("<dl><dt>Hull</dt><dd>The body of a ship.</dd></dl>", "**Hull**\n\n- The body of a ship."),
        ("<p>One line<br>another line of it.</p>", "One line\\\nanother line of it."),
        ("<hr>", "***"),
    ],
)
def test_a_block_is_written_as_readers_of_markdown_expect_it(html: str, markdown: str) -> None:
    assert written(html) == markdown


@pytest.mark.parametrize(
    ("html", "markdown"),
    [
        ("Use <code>a`b</code> here.", "Use `` a`b `` here."),
        ("It is H<sub>2</sub>O.", "It is H<sub>2</sub>O."),
        ("It is <del>gone</del> here.", "It is <del>gone</del> here."),
        ("# no heading here.", "\\# no heading here."),
        ("1. no list here.", "1\\. no list here."),
        ("a_b_c and *x* it is.", "a_b_c and \\*x\\* it is."),
        ("&lt;b&gt; is no tag.", "\\<b> is no tag."),
        ("A [b](c) d is shown.", "A [b\\](c) d is shown."),
        (
            "See <a href='/x_(y)'>the wall</a> there, which is long.",
            "See [the wall](https://isle.example/x_%28y%29) there, which is long.",
        ),
    ],
)
def test_signs_of_a_text_are_not_taken_for_markdown(html: str, markdown: str) -> None:
    assert written(f"<p>{html}</p>") == markdown


@pytest.mark.parametrize(
    ("credit", "markdown"),
    [
        ("", "![A wall](https://isle.example/w.jpg)\\\n*The wall at noon*"),
        (
            " <span class=credit>Photo: Ada Moreno</span>",
            "![A wall](https://isle.example/w.jpg)\\\n*The wall at noon*\\\nAda Moreno",
        ),
    ],
)
def test_a_figure_is_a_picture_its_caption_and_its_credit(credit: str, markdown: str) -> None:
    assert written(FIGURE.format(credit)) == markdown
