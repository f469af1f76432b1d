"""The posts of a discussion, in the markup of the programs that most forums run."""

from __future__ import annotations

import pytest
from page_pieces import pieces
from small_pages import SENTENCES, article

THREAD = "https://isle.example/forum/threads/ferry.12/"
WHO = ("Ada M.", "brin_k", "Cormorant")
SAID = SENTENCES[:3]
AROUND = "<div class=breadcrumbs><a href=/>Isle</a> <a href=/boats>Boats and other things that float</a></div>"

# Of each program the elements around the posts, in the first line, and a post: {n} its number, {who} its author,
# {words} its words; what the page shows of when it was written is the day in May with its number.
PROGRAMS = pieces("threads.html")


def thread(program: str, said: tuple[str, ...] = tuple(SAID)) -> str:
    """A page of a thread with three posts, as the program makes it."""
    page, _, post = PROGRAMS[program].partition("\n")
    posts = "".join(post.format(n=n, who=WHO[n - 1], words=words) for n, words in enumerate(said, 1))
    return f"{AROUND}<h1>Ferry stays in port</h1>{page.format(posts=posts)}"


@pytest.mark.parametrize("program", PROGRAMS)
def test_of_a_post_its_words_are_read_under_who_wrote_it_and_when(program: str) -> None:
    lines = article(thread(program), url=THREAD).text.split("\n\n")

    assert lines[1::2] == list(SAID)
    assert [line.split(", ")[0] for line in lines[::2]] == list(WHO)
    assert all("2026" in line and str(n) in line and "9 May" not in line for n, line in enumerate(lines[::2], 1))


def test_parts_of_one_text_under_its_byline_are_no_posts() -> None:
    parts = "".join(f"<p class=post-text>{sentence}</p>" for sentence in SENTENCES)
    byline = "<p class=post-text-author>By <a rel=author href=/author/ada>Ada Moreno</a> - 2026-03-12</p>"
    page = f"<main><div><h1>Ferry stays in port</h1>{byline}</div><div><div>{parts}</div></div></main>"
    lines = article(page).text.split("\n\n")
    assert lines == list(SENTENCES)


def discourse(*posts: str) -> list[str]:
    """The lines of a thread with these posts."""
    said = "".join(
        f"<div class=crawler-post data-author=Ada><div class=post itemprop=text>{post}</div></div>" for post in posts
    )
    return article(f"<h1>Ferry</h1><div>{said}</div>", url=THREAD).text.split("\n\n")


@pytest.mark.parametrize(
    ("quoted", "kept"),
    [(SENTENCES[0], False), (SENTENCES[0][:44], False), (SENTENCES[0][:30], True), (SENTENCES[4], True)],
)
def test_what_a_post_quotes_at_length_from_another_is_not_said_twice(quoted: str, kept: bool) -> None:
    lines = discourse(SENTENCES[0], f"<blockquote>{quoted}</blockquote>{SENTENCES[1]}")
    assert lines == ["Ada", SENTENCES[0], "Ada", *[quoted.strip()] * kept, SENTENCES[1]]


def test_of_what_shows_where_a_link_leads_its_title_stays() -> None:
    preview = (
        "<aside class=onebox><header><a href=https://boats.example/>boats.example</a></header><article><h3>"
        "<a href=https://boats.example/cracks>Cracks in hulls</a></h3><p>All about hulls, and what cracks them.</p>"
        "</article></aside>"
    )
    assert discourse(f"{SENTENCES[0]}{preview}", SENTENCES[1])[:3] == ["Ada", SENTENCES[0], "Cracks in hulls"]


@pytest.mark.parametrize(("name", "kept"), [("codebox", False), ("steps", True)])
def test_the_label_that_a_program_puts_over_listings_is_none_of_the_words(name: str, kept: bool) -> None:
    listing = f"<div class={name}><p>Code: Select all</p><pre>blow --horn</pre></div>"
    assert ("Code: Select all" in discourse(f"{SENTENCES[0]}{listing}", SENTENCES[1])) is kept


def test_what_others_answer_is_read_though_it_is_named_otherwise() -> None:
    asked = f"{SENTENCES[3]} {SENTENCES[4]}"
    who = "<a class=username href=/u/1>Ada</a> <time>1 May 2026</time>"
    posts = "".join(
        f"<div><a class=username href=/u/2>Brin</a><div class=post-body>{s}</div></div>" for s in SENTENCES[:2]
    )
    page = f"<h1>Ferry</h1><div><div class=kickoff>{who}<div>{asked}</div></div>{posts}</div>"
    lines = article(page, url=THREAD).text.split("\n\n")
    assert lines == ["Ada, 1 May 2026", asked, "Brin", SENTENCES[0], "Brin", SENTENCES[1]]


def test_words_that_nobody_signs_are_no_posts_where_others_are_signed() -> None:
    posts = "".join(
        f"<div><a class=username href=/u/2>Brin</a><div class=post-body>{s}</div></div>" for s in SENTENCES[:4]
    )
    page = (
        f"<h1>Ferry</h1><div>{posts}<div><time>2 May 2026</time><div class=post-body>{SENTENCES[4]}</div></div></div>"
    )
    assert SENTENCES[4] not in article(page, url=THREAD).text


@pytest.mark.parametrize(
    ("line", "time"), [("5 May 2026, 10:30", ", 5 May 2026, 10:30"), ("Joined: 2 Mar 2009", ""), ("2009 messages", "")]
)
def test_a_line_that_nothing_marks_tells_a_time_only_if_it_is_a_day(line: str, time: str) -> None:
    posts = "".join(
        f"<div><a class=username href=/u/2>Brin</a> <span>{line}</span><div class=post-body>{s}</div></div>"
        for s in SENTENCES[:3]
    )
    assert article(f"<h1>Ferry</h1><div>{posts}</div>", url=THREAD).text.startswith(f"Brin{time}\n")


@pytest.mark.parametrize(("shown", "time"), [("3 May 2026", "3 May 2026"), ("2 hours ago", "2026-05-03")])
def test_how_long_ago_a_post_was_written_is_told_as_the_day(shown: str, time: str) -> None:
    posts = "".join(
        f"<div><a class=username href=/u/2>Brin</a><time datetime=2026-05-03T10:00:00Z>{shown}</time>"
        f"<div class=post-body>{s}</div></div>"
        for s in SENTENCES[:3]
    )
    assert article(f"<h1>Ferry</h1><div>{posts}</div>", url=THREAD).text.startswith(f"Brin, {time}\n")


def test_long_comments_under_an_article_do_not_take_its_place() -> None:
    story = "".join(f"<p>{n}: {SENTENCES[n % 5]}</p>" for n in range(20))
    remarks = "".join(
        f"<li><a class=username href=/u/{n}>Brin</a><div class=comment-content>{n} {SENTENCES[n % 5] * 3}</div></li>"
        for n in range(40)
    )
    page = f"<article><h1>Ferry</h1>{story}</article><ul>{remarks}</ul>"
    assert article(page).text.startswith(f"0: {SENTENCES[0]}")


@pytest.mark.parametrize(
    ("url", "others", "posts", "read"),
    [
        (THREAD, 4, 3, True),
        (THREAD, 40, 3, False),
        ("https://isle.example/p/12", 0, 3, True),
        ("https://isle.example/p/12", 0, 2, False),
        ("https://isle.example/p/12", 4, 3, False),
    ],
)
def test_posts_are_the_page_if_they_are_much_of_it(url: str, others: int, posts: int, read: bool) -> None:
    signed = "" if url == THREAD else "<b class=username>{who}</b> "
    said = "".join(
        f"<div>{signed.format(who=who)}<time>2 May 2026</time><div class=comment-text>{s}</div></div>"
        for who, s in zip(WHO, SENTENCES[:posts], strict=False)
    )
    beside = "".join(f"<p>{n}: {SENTENCES[n % 5]}</p>" for n in range(others))
    found = article(f"<main><h1>Ferry</h1><div>{said}</div><div>{beside}</div></main>", url=url).text
    assert ("2 May 2026\n\nThe ferry" in found) is read
