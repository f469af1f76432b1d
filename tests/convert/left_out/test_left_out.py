"""What the converter leaves out of an article is told with its place and its reason."""

from __future__ import annotations

import time
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from lxml import html
from small_pages import SENTENCES, article, from_file, page, paragraphs

from tui.convert import convert
from tui.convert.body.block_facts import BlockFacts
from tui.convert.bounds import MAX_LEFT_OUT, MAX_LEFT_OUT_PART, MAX_LEFT_OUT_PARTS
from tui.convert.left_out import reasons
from tui.convert.left_out.dropped_parts import DroppedParts
from tui.convert.left_out.reasons import Reason
from tui.convert.left_out.record import MUCH, Marked, Piece, much_warning, parts_of
from tui.model.article import Article, Block, LeftOut
from tui.model.page import Page, ReadingError

PAGES = Path(__file__).parents[2] / "golden" / "pages"
TEXT = "The gulls of the outer rocks have raised more young this year than in any since the count began."


def page_with(part: str, after: str = "", around: str = "article") -> Article:
    """An article of five paragraphs with a part between the second and the third."""
    numbered = [f"<p>{n}: {sentence}</p>" for n, sentence in enumerate(SENTENCES)]
    body = f"{''.join(numbered[:2])}{part}{''.join(numbered[2:])}{after}"
    return article(f"<{around}><h1>Ferry stays in port</h1>{body}</{around}>")


def parts(made: Article) -> tuple[LeftOut, ...]:
    assert made.left_out is not None
    return made.left_out


@pytest.mark.parametrize(
    ("part", "reason"),
    [
        (f"<aside class=sidebar><h3>The gulls</h3><p>{TEXT}</p></aside>", reasons.BESIDE),
        (f'<div class="advert-box"><p>{TEXT}</p></div>', reasons.ADVERTISEMENT),
        (f'<div class="newsletter-signup"><p>{TEXT}</p></div>', reasons.ASKS),
        (f'<div class="author-bio"><p>{TEXT}</p></div>', reasons.AUTHOR),
        (f'<div class="related-posts"><p>{TEXT}</p><time>Monday</time></div>', reasons.POINTER),
        (f'<div id="comments"><p>{TEXT}</p></div>', reasons.COMMENTS),
        (f'<div class="share-bar"><p>{TEXT}</p><time>Monday</time></div>', reasons.SHARING),
        (f'<div class="modal"><p>{TEXT}</p></div>', reasons.OVERLAID),
        (f"<div hidden><p>{TEXT}</p></div>", reasons.HIDDEN),
        (f"<form><p>{TEXT}</p></form>", reasons.FORM),
        ("<nav><a href=/a>All about the islands</a> <a href=/b>All about the harbour</a></nav>", reasons.MENU),
        ('<p><a href="/news/gulls">Read also: gulls of the outer rocks</a></p>', reasons.POINTER),
        ("<p>Advertisement</p>", reasons.ADVERTISEMENT),
        ('<p>Get the week in <a href="https://mail.example/">our newsletter</a>.</p>', reasons.ASKS),
        (
            "<ul><li><a href=/a>Gulls</a></li><li><a href=/b>Terns</a></li><li><a href=/c>Seals</a></li></ul>",
            reasons.LINKS,
        ),
    ],
)
def test_a_part_is_told_with_its_reason_before_the_block_that_it_stood_before(part: str, reason: str) -> None:
    made = page_with(part)
    (left,) = parts(made)
    assert left.reason == reason
    assert made.blocks[left.before].text.startswith("2: ")


def test_a_paragraph_said_twice_is_told_as_repeated() -> None:
    twice = f"<p>{SENTENCES[0]} {SENTENCES[1]}</p>"
    made = page_with(twice, after=twice)
    assert [(left.reason, left.before) for left in parts(made)] == [(reasons.REPEATED, len(made.blocks))]


def test_what_stands_beside_the_container_is_told_after_the_last_block() -> None:
    body = f"<div class=entry-content>{paragraphs()}</div><div class=sidebar><p>{TEXT}</p></div>"
    made = article(f"<main><h1>Ferry stays in port</h1>{body}</main>")
    assert [(left.text, left.before) for left in parts(made)] == [(TEXT, len(made.blocks))]


def test_a_part_keeps_its_paragraphs_and_links() -> None:
    (left,) = parts(
        page_with(
            f'<aside class="sidebar"><p>{TEXT}</p><ul><li><a href="https://birds.example/">Counts</a></li></ul></aside>'
        )
    )
    assert left.text == f"{TEXT}\n\nCounts"
    assert [span.url for block in left.blocks for span in block.spans] == ["https://birds.example/"]


def test_what_was_dropped_within_a_dropped_part_is_told_with_it() -> None:
    (left,) = parts(page_with(f"<aside class=sidebar><nav>All of the birds</nav><p>{TEXT}</p></aside>"))
    assert left.text == f"All of the birds\n\n{TEXT}"


def test_the_title_and_the_byline_are_not_left_out() -> None:
    head = '<h2>Ferry stays in port</h2><p class="byline">By Ada Moreno</p>'
    made = article(f"<article><h1>Ferry stays in port</h1>{head}{paragraphs()}</article>")
    assert parts(made) == ()


def test_of_a_markdown_file_nothing_is_left_out() -> None:
    assert from_file("ferry.md", f"# Ferry\n\n{SENTENCES[0]}\n\nRead also: gulls\n".encode()).left_out == ()


def test_the_record_is_bounded() -> None:
    advert = f'<aside class="advert"><p>{TEXT * 40}</p></aside>'
    (left,) = parts(article(f"<article><h1>Ferry stays in port</h1>{paragraphs(80)}{advert}</article>"))
    assert len(left.text) <= MAX_LEFT_OUT_PART
    assert left.text.endswith("…")
    many = "".join(
        f"<p>{n}: {SENTENCES[n % 5] * 3}</p><aside class=sidebar><p>{n}. {TEXT}</p></aside>" for n in range(99)
    )
    told = parts(article(f"<article><h1>Ferry stays in port</h1>{many}</article>"))
    assert len(told) == MAX_LEFT_OUT_PARTS
    assert sum(len(left.text) for left in told) <= MAX_LEFT_OUT


def test_of_thousands_of_parts_only_those_that_are_told_of_are_looked_for_in_the_article() -> None:
    blocks = [Block("paragraph", f"{n}: {SENTENCES[n % 5]}") for n in range(20_000)]
    pieces = [Piece(n, (Block("paragraph", f"{n}. {TEXT}"),), reasons.BESIDE) for n in range(len(blocks))]
    begun = time.process_time()
    told = parts_of(pieces[::-1], [BlockFacts(block, 0) for block in blocks], blocks)
    assert [part.before for part in told] == list(range(MAX_LEFT_OUT_PARTS))
    assert time.process_time() - begun < 3


def sentences(count: int) -> tuple[Block, ...]:
    """So many paragraphs of a hundred characters."""
    return (Block("paragraph", f"{'The wind drops. ' * 6}Yes."),) * count


@pytest.mark.parametrize(
    ("kept", "lost", "reason", "said"),
    [
        (12, 6, reasons.NAMED, True),
        (13, 6, reasons.NAMED, False),
        (2, 4, reasons.NAMED, False),  # too little to speak of
        (12, 24, reasons.COMMENTS, False),  # surely none of the article
    ],
)
def test_that_a_third_of_the_running_text_was_left_out_is_said(
    kept: int, lost: int, reason: Reason, said: bool
) -> None:
    assert (much_warning([LeftOut(sentences(lost), reason, 1)], sentences(kept)) == MUCH) == said


def test_a_page_much_of_which_was_left_out_says_so() -> None:
    boxes = "".join(
        f"<div class=widgettitle><h4>Gulls</h4><p>{n}. {TEXT}</p><time>Monday</time></div>" for n in range(6)
    )
    assert MUCH in page_with(boxes).warnings
    assert MUCH not in page_with(boxes.replace("widgettitle", "advert")).warnings


def among_paragraphs(boxes: str) -> Page:
    """A page with boxes between the second and the third paragraph of its article."""
    numbered = [f"<p>{n}: {sentence}</p>" for n, sentence in enumerate(SENTENCES)]
    body = f"<article><h1>Ferry stays in port</h1>{''.join(numbered[:2])}{boxes}{''.join(numbered[2:])}</article>"
    return Page("test", page(body), media_type="text/html")


def says_much(test: Page) -> bool:
    """Whether it is said that much was left out, which must not depend on whether the parts are wanted."""
    alone = convert(test, left_out=False)
    assert alone == replace(convert(test), left_out=None)
    return MUCH in alone.warnings


@pytest.mark.parametrize(
    ("name", "count", "said"), [("widgettitle", 6, True), ("widgettitle", 1, False), ("advert", 6, False)]
)
def test_that_much_was_left_out_is_said_whether_or_not_its_parts_are_wanted(name: str, count: int, said: bool) -> None:
    boxes = "".join(
        f"<div class={name}><h4>Gulls</h4><p>{n}. {TEXT}</p><time>Monday</time></div>" for n in range(count)
    )
    test = among_paragraphs(boxes)
    assert says_much(test) == said
    assert not convert(test, plain=True).warnings


@pytest.mark.parametrize(
    ("inner", "count"),
    [
        (f"<p class=related>{TEXT}</p>", 6),
        (f"<pre>ls</pre><pre>{TEXT.replace(' ', ' ' * 12)}</pre>", 2),  # a listing keeps its white space
    ],
)
@pytest.mark.parametrize(("names", "said"), [("widgettitle", True), ("widgettitle advert", False)])
def test_what_stands_in_a_part_counts_whatever_else_would_have_been_dropped_in_it(
    inner: str, count: int, names: str, said: bool
) -> None:
    box = f"<div class='{names}'><h4>Gulls</h4><div class=share-bar>Share</div>{inner}</div>"
    boxes = "".join(box.replace("began", f"began, {n}") for n in range(count))
    assert says_much(among_paragraphs(boxes)) == said


def golden_articles() -> Iterator[Article]:
    for path in sorted(PAGES.iterdir()):
        if path.suffix != ".json":
            try:
                yield convert(Page(path.name, path.read_bytes(), path=path))
            except ReadingError:
                continue


@pytest.mark.parametrize(
    "part",
    [
        f"<div><p>{TEXT}</p> \n <p>{TEXT}</p></div>",
        f"<div class=comments><p>{TEXT}</p></div>",
        f"<div><pre>{TEXT}   {TEXT}</pre></div>",
        f'<div><figure data-caption="{TEXT}"></figure></div>',
        f"<div><h3>The gulls</h3><nav><p>{TEXT}</p></nav></div>",
    ],
)
def test_read_roughly_a_part_has_no_less_text_than_it_can_add(part: str) -> None:
    root = html.document_fromstring(f"<main>{part}</main>")
    dropped = DroppedParts()
    for element in [*root.iter("nav"), *root.iter("div")]:
        dropped.drop(element)
    marks = dropped.marks()
    marked = Marked(marks, None)
    assert 0 < len(TEXT) <= marked.most_text(marks, roughly=True) >= marked.most_text(marks)


def test_of_all_golden_pages_each_part_has_a_place_and_is_said_once() -> None:
    told = 0
    for made in golden_articles():
        said = [block.text for left in parts(made) for block in left.blocks]
        assert len(said) == len(set(said)), made.address
        for left in parts(made):
            told += 1
            assert 0 <= left.before <= len(made.blocks)
            assert left.reason in reasons.REASONS
            for block in left.blocks:
                assert left.reason == reasons.REPEATED or block.text not in made.text, made.address
        assert [left.before for left in parts(made)] == sorted(left.before for left in parts(made))
    assert told > 30
