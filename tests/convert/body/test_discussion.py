"""On a page of a forum what readers wrote is the text; on an article it is not."""

from __future__ import annotations

import pytest
from small_pages import SENTENCES, article, from_file, page

from tui.convert.body import discussion

THREAD = "https://isle.example/forum/threads/ferry.12/"
STORY = "https://isle.example/news/ferry"
WHO = "<div class=message-user><a class=username>Ada M.</a> <span>Member since 2011, 300 posts</span></div>"
HEAD = "<h1>Ferry stays in port</h1>"


def posts(name: str = "message") -> str:
    """Three posts of different readers, each with a box about who wrote it."""
    return "".join(
        f"<article class={name}>{WHO}<time>{n} May 2026, 10:0{n}</time><div class=content><p>{SENTENCES[n]}</p></div>"
        f"<a>Reply</a></article>"
        for n in range(3)
    )


@pytest.mark.parametrize("name", ["message", "comment", "post-reply"])
def test_all_posts_of_a_thread_are_read_each_under_who_wrote_it_and_when(name: str) -> None:
    found = article(f"<main>{HEAD}<div>{posts(name)}</div></main>", url=THREAD).text
    assert all(sentence in found for sentence in SENTENCES[:3])
    assert found.count("May 2026") == 3


def test_posts_outweigh_a_summary_of_them_though_their_boxes_are_called_after_the_user() -> None:
    summary = (
        f"<p>{'One reader tells of the ferry, another of the crew, the school, the baker and the wind. ' * 3}</p>" * 2
    )
    said = "".join(
        f"<article>{WHO}<div class='message-userContent'><div>{SENTENCES[n]} {SENTENCES[n + 1]}</div></div></article>"
        for n in range(2)
    )
    thread = f"<div class='block'><details>{summary}</details></div><div class='body js-replyContainer'>{said}</div>"
    found = article(f"<main>{HEAD}{thread}</main>", url=THREAD).text

    assert all(sentence in found for sentence in SENTENCES[:3])


def test_of_the_box_about_who_wrote_a_post_the_name_is_kept() -> None:
    found = article(f"<main>{HEAD}<div>{posts()}</div></main>", url=THREAD).text
    assert found.count("Ada M.") == 3
    assert "Member since" not in found


@pytest.mark.parametrize(
    ("attributes", "inside"),
    [
        ("id=phpbb class='section-viewtopic ltr'", ""),
        ("data-template=thread_view", ""),
        ("", "<form><input type=hidden name=my_post_key value=5></form>"),
        ("", "<form><input type=hidden name=_xfToken value=5></form>"),
    ],
)
def test_software_is_told_by_what_it_calls_its_pages_and_fields(attributes: str, inside: str) -> None:
    made = page(f"{inside}<main>{HEAD}<div>{posts('comment')}</div></main>").replace(
        b"<body>", f"<body {attributes}>".encode()
    )
    assert SENTENCES[2] in from_file("thread.html", made).text


@pytest.mark.parametrize(
    "head",
    [
        "<meta name=generator content='phpBB 3.3'>",
        '<script type="application/ld+json">{"@type": "DiscussionForumPosting", "headline": "Ferry"}</script>',
    ],
)
def test_a_page_says_by_its_data_and_its_software_that_it_is_a_discussion(head: str) -> None:
    found = article(f"<main>{HEAD}<div>{posts('comment')}</div></main>", url=STORY, head=head).text
    assert SENTENCES[2] in found


def test_comments_under_an_answer_are_left_out_where_there_are_answers() -> None:
    answers = "".join(f"<div class=answer><p>{sentence}</p></div>" for sentence in SENTENCES)
    remarks = "<ul class=comments><li class=comment>This did not work for me at all, and nobody knows why.</li></ul>"
    found = article(f"<main>{HEAD}<div>{answers}{remarks}</div></main>", url="https://isle.example/questions/5").text
    assert SENTENCES[4] in found
    assert "did not work" not in found


def test_comments_on_an_article_are_not_read() -> None:
    body = "".join(f"<p>{sentence}</p>" for sentence in SENTENCES[3:] * 2)
    remarks = f"<section class=comments>{posts('comment')}</section>"
    assert SENTENCES[1] not in article(f"<main>{HEAD}<div>{body}</div>{remarks}</main>", url=STORY).text


@pytest.mark.parametrize(("sentences", "read"), [(10, True), (18, False)])
def test_of_a_page_that_does_not_say_what_it_is_long_comments_are_the_text_if_hardly_an_article_stands_over_them(
    sentences: int, read: bool
) -> None:
    body = "".join(f"<p>{n}: {SENTENCES[n % 5][:92]}.</p>" for n in range(sentences))
    remark = "Nobody who lives on the island was asked before they chose the new boat, and it shows. "
    remarks = "".join(f"<div class=comment><p>{n}: {remark * 10}</p></div>" for n in range(12))
    page = f"<main>{HEAD}<div>{body}</div><section class=comments>{remarks}</section></main>"
    assert (remark.strip() in article(page, url=STORY).text) is read


def test_what_a_forge_calls_notes_are_posts() -> None:
    who = "<a class=author href='/u/ada'>Ada M.</a> <time>2 May 2026</time>"
    notes = "".join(f"<li><div>{who}</div><div class=note-text><p>{SENTENCES[n]}</p></div></li>" for n in (1, 2))
    first = f"<div><div>{who}</div><div class=description><p>{SENTENCES[0]} {SENTENCES[3]}</p></div></div>"
    found = article(f"<main>{HEAD}{first}<ul>{notes}</ul></main>", url="https://forge.example/isle/issues/4").text
    assert all(sentence in found for sentence in SENTENCES[:4])


@pytest.mark.parametrize(
    ("address", "threads"),
    [
        ("https://forge.example/isle/ferry/issues/214", True),
        ("https://forge.example/isle/ferry/-/merge_requests/9#note_1", True),
        ("https://paper.example/issues/214/ice-on-the-river", False),
        ("https://paper.example/issues/march", False),
    ],
)
def test_a_forge_keeps_a_thread_under_its_number(address: str, threads: bool) -> None:
    assert discussion.is_thread(address) == threads
