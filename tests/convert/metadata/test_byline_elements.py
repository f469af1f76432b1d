"""Who signs an article, in the shapes that pages have for it."""

from __future__ import annotations

import pytest
from metadata_pages import island, meta, read


@pytest.mark.parametrize(
    "byline",
    [
        '<div><span><a href="/authors/ada-moreno">Ada Moreno</a></span></div><div>March 12, 2026</div>',
        '<ul><li><img src="f.jpg"> Ada Moreno</li><li>12 March 2026</li><li>4 min read</li></ul>',
        "<div><span>Ada Moreno</span> · <span>12 mars 2026</span> · <span>Lecture 4 min</span></div>",
        "<div>12 March 2026 — Ada Moreno — 4 min read</div>",
        "<p><strong>Ada Moreno</strong></p>",
        "<p>Ada Moreno</p>",
        "<div><span>By</span><span>Ada Moreno</span></div>",
        "<p>Written by</p><p>Ada Moreno</p>",
        '<div class="authored-by">On March 12, 2026 by Ada Moreno, Trial Attorney at Moreno &amp; Sand</div>',
        '<p class="byline">By <a rel="author">Ada Moreno</a>, Expert | Fact-checked by <a>Bo Sand</a></p>',
        '<p class="byline">Ada Moreno<br>4 August 2010</p>',
        f'<div class="author-text"><div>Ada Moreno</div><p>{"She has written on harbours for years. " * 10}</p></div>',
        '<div class="submitted">April 2, 2026 by Ada Moreno, Senior Partner at Moreno &amp; Sand LLP</div>',
        "<aside><p>May 25, 2023</p><p>Written by Ada Moreno</p></aside>",
        "<p>by Ada Moreno | <a href='/quays'>Quays</a> | 8 min read</p>",
        "<p>Posted by Ada Moreno on March 12, 2026</p>",
        "<p class='author'>By <button>Ada Moreno</button> <span>Fact-checked by</span> <button>Bo Sand</button></p>",
        "<p class='author'><span>By</span> <b>Ada Moreno</b> <span>Senior Life and Trends Reporter</span></p>",
        "<p class='author'>By <b>Ada Moreno</b></p><p class='author'>Reviewed by <b>Bo Sand</b></p>",
        "<div class='author'><a href='/ada'>About Ada Moreno</a></div>",
        "<p>12 March 2026 <span>•</span> <img src='a.jpg' alt=''> Ada Moreno in <a href='/quays'>Quays</a></p>",
        "<h3>Author</h3><p>Ada Moreno</p>",
        "<h3>Written by Ada Moreno</h3>",
        "<h2>Article by</h2><div>Ada Moreno</div>",
        "<span itemprop='author' itemscope><meta itemprop='name' content='Ada Moreno'></span>",
        "<p><a href='/meet-the-team/ada-moreno-7'>Ada Moreno</a></p>",
        "<ul><li><img alt='Writer: Ada Moreno'> <span><b>Ada Moreno</b></span></li><li>Jun 9</li></ul>",
        "<div><span>Ada Moreno</span></div><div>Senior Pilot Reporter, Coast Herald</div>",
        "<div><b>Ada Moreno</b><i>Reporter</i></div>",
        "<div><b><span>Ada Moreno</span></b><i><b><span>12 March 2026</span></b></i></div>",
        "<div><b>Ada Moreno</b><time>12/03/2026 <i>updated on 14 March 2026 at 9:14</i></time></div>",
        "<p class='author'>By <a>Ada Moreno</a> <span>Harbour Checked</span></p>",
        "<p class='author'>By <a>Ada Moreno</a> <a>Related Quays</a></p>",
        "<div class='figcaption--author'>Pella News</div><p class='author'>Ada Moreno</p>",
        "<div class='submitted'>Submitted by <span class='username'>Ada Moreno</span> on Tue, 03/12/2026</div>",
        "<div class='byline'><p>Text: <a>Ada Moreno</a></p><p>Foto: <a>Bo Sand</a></p></div>",
        "<div class='byline'><p>Foto: <a>Bo Sand</a></p><p>Text: <a>Ada Moreno</a></p></div>",
        "<p class='byline'>Von <span><a><b>Ada Moreno</b></a></span>, Büsum</p>",
        "<div class='author'><p>Ada Moreno, Fisheries Correspondent</p><p>Edited by Bo Sand</p></div>",
        "<div><a>Ada Moreno</a><span>Text</span></div><div><a>Bo Sand</a><span>Foto</span></div>",
        "<div class='bylines'><b>Ada Moreno</b><i>Text</i><b>Bo Sand</b><i>Fotograf</i></div>",
        "<ul class='byline'><li><b>Ada Moreno</b> (texto)</li><li><b>Anna Berg</b> (fotografia)</li></ul>",
        "<p>Eine Reportage von <a>Ada Moreno</a>, mit Fotos von <a>Bo Sand</a></p>",
        f"<div><p>{'The sea rises, and the town with it. ' * 6}</p><p>Ada Moreno</p><p><b>12.03.2026</b></p></div>",
        "<div><b>Ada Moreno</b><i>Director of Rescue, Coast Guard</i></div>",
        "<p><span>Ada Moreno</span> <span>Publié le 12/03/2026 à 10h21</span> <span>Modifié le 13/03/2026</span></p>",
        "<p>2026-03-12 10:21 | Source: Coast Herald | Author: Ada Moreno</p>",
        f"<h2>Ada Moreno</h2><h3>Thursday 12th March 2026</h3><p>{'The sea rises, and the town with it. ' * 6}</p>",
        "<p class='author-description'>Licensed Quay Grader</p><p class='author'>Ada Moreno</p>",
    ],
)
def test_bylines_under_the_heading_name_the_author(byline: str) -> None:
    assert read("", f"<h1>Wall to rise</h1>{byline}").authors == ("Ada Moreno",)


@pytest.mark.parametrize(
    "line",
    [
        "<p><strong>Key Points</strong></p>",
        "<p>Harbour Press</p>",
        "<p><em>The Wall</em></p>",
        "<p>Sign Up Today</p>",
        "<p>By signing up, you agree to our <a>Terms of Use</a></p>",
        "<div><b>Harbour Pilots</b><i>Attorney</i></div>",
        "<div><span>12 March 2026</span> · <span>5 min</span> · <a href='/edit'>Suggest Changes</a></div>",
        "<div><b>Harbour Pilots</b><i>5 min read</i></div>",
        "<div><b>Harbour Pilots</b><i>Follow</i></div>",
        "<div><b>Harbour Pilots</b><i>Harbour Updated</i></div>",
        "<div><img alt='Coast Pilots'> <b>Coast Pilots</b></div><div><img alt='Quay Sand'> <b>Quay Sand</b></div>"
        "<div><img alt='Bo Harbour'> <b>Bo Harbour</b></div>",
        "<h2>Coast Pilots</h2><div><img alt='Coast Pilots'><b>Coast Pilots</b></div>",
        "<div><b><span>Coast Pilots</span></b><i><b><span>12 March 2026</span></b></i></div>",
        "<div><p>Harbour Quays: HQ-7</p><p>DATE: 2026-03-12 to 2026-03-13</p></div>",
        "<p><span>Quay Herald</span> <span>The wall was built when the year was 2026, they said</span></p>",
        "<div><span>12 March 2026</span><figure><figcaption><span>Ada Moreno</span></figcaption></figure></div>",
    ],
)
def test_other_short_lines_under_the_heading_name_nobody(line: str) -> None:
    assert read("", f"<h1>News of the quay</h1>{line}").authors == ()


def test_a_name_that_only_its_place_speaks_for_yields_to_what_the_page_states() -> None:
    head = island(headline="Wall to rise", author={"@type": "Organization", "name": "dpa"})

    assert read(head, "<h1>Wall to rise</h1><p><strong>Porthaven Quay</strong></p>").authors == ("dpa",)


def test_words_of_the_title_beside_the_day_are_no_author() -> None:
    line = "<div><span>Keeping It Clean</span><span>12 March 2026</span></div>"

    assert read("", f"<h1>Keeping It Clean: how walls are washed</h1>{line}").authors == ()


def test_initials_before_a_list_of_sections_are_the_author() -> None:
    body = '<h1>Wall</h1><p>By TPN, in <a href="/c">Coast</a>, <a href="/t">Towns</a> · <span>12 Mar 2026</span></p>'

    assert read("", body).authors == ("TPN",)


def test_the_author_is_read_from_a_list_of_facts_below_the_text() -> None:
    body = "<h1>Wall</h1><p>" + "The sea came over the old wall three times in one winter, they said. " * 4 + "</p>"
    facts = "<ul><li><strong>Date</strong> 12.03.2026</li><li><strong>Author</strong> Ada Moreno</li></ul>"

    assert read(
        '<meta name="author" content="The Herald">' + meta(og__site_name="The Herald"), body + facts
    ).authors == ("Ada Moreno",)


def test_a_slanted_last_line_signs_the_article() -> None:
    body = f"<h1>Wall</h1>{'<p>The sea came over the old wall three times in one winter, they said.</p>' * 3}"

    assert read("", body + "<p><i>Propos recueillis par Yann Le Goff</i></p><div></div>").authors == ("Yann Le Goff",)


def test_all_authors_that_are_marked_side_by_side_are_named() -> None:
    marked = '<div><span itemprop="author">Ada Moreno</span> <span itemprop="author">Bo Sand</span></div>'
    body = f"<h1>Wall</h1>{'<p>The sea came over the old wall three times in one winter, they said. </p>' * 3}"

    assert read("", body + marked).authors == ("Ada Moreno", "Bo Sand")


@pytest.mark.parametrize("placeholder", ["page.head.extra.author", "{{ article.author }}", "undefined", "%author%"])
def test_what_a_template_left_unfilled_is_no_name(placeholder: str) -> None:
    head = f'<meta name="author" content="{placeholder}">'

    assert read(head, "<h1>Wall</h1><p>By Ada Moreno</p>").authors == ("Ada Moreno",)
    assert read(head, "<h1>Wall</h1>").authors == ()


def test_a_stated_name_may_be_written_small() -> None:
    assert read('<meta name="author" content="ada moreno">', "<h1>Wall</h1>").authors == ("ada moreno",)


@pytest.mark.parametrize("outlet", ["Our Editors", "The Herald", "Harbour Desk", "Centre for Walls and Quays"])
def test_an_outlet_or_desk_is_the_author_where_no_person_is_named(outlet: str) -> None:
    head = meta(og__site_name="The Herald") + f'<meta name="author" content="{outlet}">'

    assert read(head, "<h1>Wall to rise</h1>").authors == (outlet,)


def test_the_label_that_the_head_gives_tells_the_author() -> None:
    head = meta(twitter__label1="Written by", twitter__data1="Ada Moreno", twitter__label2="Time to read")

    assert read(head, "<h1>Wall</h1>").authors == ("Ada Moreno",)


@pytest.mark.parametrize(
    ("head", "body"),
    [
        (meta(published_on="2026-03-12T21:00:00.000Z"), ""),
        ('<meta name="published-date" content="2026-03-12">', ""),
        ('<meta name="citation_publication_date" content="2026 Mar 12">', ""),
        ("", '<p class="author">Ada Moreno<br>12 March 2026</p>'),
        ("", "<aside><p>March 12, 2026</p></aside>"),
        ("", '<p>Prose.</p></article><div class="published-date">March 12, 2026</div>'),
    ],
)
def test_the_day_is_found_where_pages_put_it(head: str, body: str) -> None:
    published = read(head, f"<h1>Wall</h1>{body}", url=None).published

    assert published is not None
    assert published.startswith("2026-03-12")


def test_a_site_that_bears_a_persons_name_tells_the_author_where_nobody_is_named() -> None:
    assert read(meta(og__site_name="Laura Moreno's Blog"), url=None).authors == ("Laura Moreno",)
    assert read(meta(og__site_name="Laura Community Energy"), url=None).authors == ()


@pytest.mark.parametrize(
    ("links", "authors"),
    [
        (["Ada Moreno"], ("Ada Moreno",)),
        (["Ada Moreno", "ADA MORENO", "More posts"], ("Ada Moreno",)),
        (["Ada Moreno", "Bo Sand"], ()),
    ],
)
def test_the_only_person_whose_page_as_an_author_is_linked_to_signs(links: list[str], authors: tuple[str, ...]) -> None:
    body = "<h1>Wall</h1><p>" + "The sea came over the old wall three times in one winter, they said. " * 4 + "</p>"
    linked = "".join(f'<p>Seen on the site today: <a href="/author/{n}">{name}</a></p>' for n, name in enumerate(links))

    assert read("", body * 2 + linked).authors == authors


@pytest.mark.parametrize("mark", ["username", "message-userNickname", "post_membername"])
def test_a_post_is_signed_by_its_member_and_not_by_rank_and_place(mark: str) -> None:
    rank = "<h5 class='userTitle author-title'>Full Member</h5><span class='author-from'>Harbour City</span>"
    member = f"<div class='message-author'><a class='{mark}'>tidewatcher</a>{rank}</div>"
    page = f"<h1>How high must a wall be?</h1><article class='message post'>{member}<p>As above.</p></article>"

    assert read("", page).authors == ("tidewatcher",)


def test_a_posting_is_signed_as_its_data_says() -> None:
    head = island(**{"@type": "DiscussionForumPosting"}, headline="How high?", author={"name": "tidewatcher"})

    assert read(head, "<h1>How high?</h1><p class='byline'>Harbour Veteran</p>").authors == ("tidewatcher",)


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("— Ada Moreno", ("Ada Moreno",)),
        ("<em>Ada Moreno is a reporter who has followed the harbours of the coast.</em>", ("Ada Moreno",)),
        ("Ada Moreno covers the coast for this paper.", ("Ada Moreno",)),
        ("Ada Moreno ist Redakteurin in unserem Büro an der Küste.", ("Ada Moreno",)),
        ("Ada Moreno is the mayor of the town and will speak on Sunday.", ()),
        ("— and so the wall will rise.", ()),
    ],
)
def test_the_last_line_may_tell_who_wrote(line: str, names: tuple[str, ...]) -> None:
    text = (
        "<p>The town will raise its harbour wall by a metre before the storms of autumn, the council decided.</p>" * 3
    )
    assert read("", f"<h1>Wall to rise</h1>{text}<p>{line}</p><hr>").authors == names


@pytest.mark.parametrize(
    ("name", "authors"),
    [("Harbour Pilotage", ()), ("Ada Pilotage", ("Ada Pilotage",)), ("Okoth Pilotage", ("Okoth Pilotage",))],
)
def test_words_that_the_text_has_in_small_letters_are_no_name_unless_one_is_known(
    name: str, authors: tuple[str, ...]
) -> None:
    text = "<p>All that has to do with pilotage at the harbour is told on these pages from year to year.</p>"

    line = f"<div><span>{name}</span> · <span>12 March 2026</span></div>"

    assert read("", f"<h1>Wall to rise</h1>{line}{text}").authors == authors


def test_a_label_of_the_page_hides_no_byline_behind_it() -> None:
    text = "<p>An editorial has its process, and what is written here follows that process to the letter.</p>"
    lines = '<p class="author">Editorial Process</p><p>By Ada Moreno</p>'

    assert read("", f"<h1>Wall to rise</h1>{lines}{text}").authors == ("Ada Moreno",)


@pytest.mark.parametrize(
    ("line", "authors"),
    [
        ("<p>By 3i Coast</p>", ("3i Coast",)),
        ("<div>By</div><div>The Coast Team</div>", ("The Coast Team",)),
        ("<p>Published by our engineers</p>", ()),
        ("<p>By 12 March</p>", ()),
    ],
)
def test_a_line_that_begins_like_a_byline_names_the_team_that_signs(line: str, authors: tuple[str, ...]) -> None:
    assert read("", f"<h1>Wall to rise</h1>{line}").authors == authors


def test_where_the_outlet_is_stated_as_author_bylines_far_from_the_heading_are_others() -> None:
    far = '<footer><p class="author">Ada Moreno</p></footer>'
    site = meta(og__site_name="The Coast Herald")
    outlet = island(headline="Wall", author={"@type": "Organization", "name": "The Coast Herald"})

    assert read(site + outlet, f"<h1>Wall</h1>{far}").authors == ("The Coast Herald",)
    assert read(island(headline="Wall"), f"<h1>Wall</h1>{far}").authors == ("Ada Moreno",)


@pytest.mark.parametrize(
    ("address", "authors"),
    [("/", ("Ada Moreno",)), ("https://www.herald.example/", ("Ada Moreno",)), ("https://moreno.example/", ())],
)
def test_the_person_whose_name_links_to_the_front_page_owns_the_site(address: str, authors: tuple[str, ...]) -> None:
    assert read("", f'<p><a href="{address}">Ada Moreno</a></p><h1>Wall to rise</h1>').authors == authors


@pytest.mark.parametrize(
    "author",
    [
        {"@type": "Person", "name": ["Ada Moreno", "Bo Sand"]},
        [[{"@type": "Person", "name": "Ada Moreno"}, {"@type": "Person", "name": "Bo Sand"}]],
    ],
)
def test_lists_of_names_in_the_data_are_read(author: object) -> None:
    assert read(island(headline="Wall", author=author), "<h1>Wall</h1>").authors == ("Ada Moreno", "Bo Sand")


@pytest.mark.parametrize("name", ["article:author_name", "author-name", "creator", "content-creator"])
def test_further_names_of_the_author_in_the_head_are_read(name: str) -> None:
    assert read(f'<meta name="{name}" content="Ada Moreno">', "<h1>Wall</h1>").authors == ("Ada Moreno",)


@pytest.mark.parametrize(
    ("byline", "authors"),
    [
        ("By <a>Ada Moreno</a> and <a>Coast Pilots</a>", ("Ada Moreno", "Coast Pilots")),
        ("By <a>Ada Moreno</a><i>, Coast Pilots</i>", ("Ada Moreno", "Coast Pilots")),
        ("By <a>Ada Moreno</a> <a>Emma Sand</a>", ("Ada Moreno", "Emma Sand")),
        ("By <a>Ada Moreno</a> <a>Coast Pilots</a>", ("Ada Moreno",)),
    ],
)
def test_a_further_name_is_joined_to_the_first_or_known_as_one(byline: str, authors: tuple[str, ...]) -> None:
    assert read("", f"<h1>Wall to rise</h1><p class='author'>{byline}</p>").authors == authors


@pytest.mark.parametrize(
    ("link", "authors"),
    [
        ("https://notes.example/@tidewatch", ("Tidewatch",)),
        ("/author/tidewatch/", ("Tidewatch",)),
        ("/@another", ()),
        ("/tags/tidewatch", ()),
    ],
)
def test_a_name_that_links_to_the_page_which_bears_it_signs(link: str, authors: tuple[str, ...]) -> None:
    assert read("", f"<h1>Wall to rise</h1><div><a href='{link}'>Tidewatch</a></div>").authors == authors


@pytest.mark.parametrize("byline", ["by  ada\n", "by\n ada"])
def test_a_byline_in_small_letters_may_stand_on_several_lines(byline: str) -> None:
    assert read("", f"<h1>Wall to rise</h1><p>{byline}</p>").authors == ("ada",)


def test_a_desk_behind_a_small_by_signs() -> None:
    assert read("", "<h1>Wall to rise</h1><p>by News Desk</p>").authors == ("News Desk",)


@pytest.mark.parametrize(("name", "authors"), [("Herald", ("Herald",)), ("Quay notes", ())])
def test_the_outlet_may_sign_beside_the_day(name: str, authors: tuple[str, ...]) -> None:
    row = f"<div><b><span>{name}</span></b><b><span>12 March 2026</span></b><b><span>10 Min Read</span></b></div>"

    assert read("", f"<h1>Wall to rise</h1>{row}").authors == authors


TEXT = "<p>The town will raise its harbour wall by a metre before the storms of autumn, the council decided.</p>" * 3


@pytest.mark.parametrize(
    ("box", "authors"),
    [
        ("<h3>Okoth Moreno</h3><p>Okoth Moreno is the head of a harbour.</p>", ("Okoth Moreno",)),
        (
            "<div><h3>Written by Okoth Moreno</h3></div><div><p>Okoth Moreno has built walls.</p></div>",
            ("Okoth Moreno",),
        ),
        ("<h3>Emma Sand</h3><p>Emma is the head of a harbour.</p>", ("Emma Sand",)),
        ("<h3>Okoth Moreno</h3><p>Okoth is the head of a harbour.</p>", ()),
        ("<h3>Okoth Moreno</h3><p>The head of a harbour.</p>", ()),
        ("<h3>Okoth Moreno</h3><p>Okoth Moreno is a mayor.</p><h3>Bo Sand</h3><p>Bo Sand is a mayor.</p>", ()),
    ],
)
def test_the_only_person_presented_under_their_name_wrote(box: str, authors: tuple[str, ...]) -> None:
    assert read("", f"<h1>Wall to rise</h1>{TEXT}{box}").authors == authors


@pytest.mark.parametrize(
    ("line", "authors"),
    [
        ("<p>Written by <a href='/x'>Okoth Moreno</a></p>", ("Okoth Moreno",)),
        ("<p>Posted by <a href='/x'>Okoth Moreno</a></p>", ()),
    ],
)
def test_a_line_below_the_text_that_tells_of_writing_names_the_author(line: str, authors: tuple[str, ...]) -> None:
    assert read("", f"<h1>Wall to rise</h1>{TEXT}<div>{line}</div>{TEXT}").authors == authors


@pytest.mark.parametrize(
    ("line", "authors"),
    [
        ("© 2012–2025 Laura Moreno. All rights reserved.", ("Laura Moreno",)),
        ("Copyright 2026 Laura Moreno", ("Laura Moreno",)),
        ("© 2026 Laura Moreno Walls", ()),
        ("© 2026 Coast Pilots", ()),
        ("Laura Moreno 2026", ()),
    ],
)
def test_who_holds_the_rights_in_a_site_wrote_what_nobody_signed(line: str, authors: tuple[str, ...]) -> None:
    assert read("", f"<h1>Wall to rise</h1>{TEXT}<footer><p>{line}</p></footer>").authors == authors


def test_names_that_are_links_with_marks_of_their_institutes_are_the_authors() -> None:
    line = "<a>Ada Moreno</a><sup>1</sup>, <a>Bo Sand</a><sup>1,2</sup> and <a>Cora Lund</a><sup>2,a</sup>"
    found = read("", f"<h1>Wall to rise</h1><div>{line}</div>").authors
    assert found == ("Ada Moreno", "Bo Sand", "Cora Lund")
    assert read("", "<h1>Wall to rise</h1><div><a>Coast Pilots</a> <a>Quay Sand</a></div>").authors == ()


@pytest.mark.parametrize(
    ("end", "names"), [("港で話した。【森田葉子】", ("森田葉子",)), ("港で話した。【下に続く記事】以下", ())]
)
def test_a_japanese_reporter_is_named_in_brackets_behind_the_last_sentence(end: str, names: tuple[str, ...]) -> None:
    told = "港の壁は来年の秋までに一メートル高くなると市議会が火曜日の夜に決めた。"
    assert read("", f"<h1>壁</h1><p>{told * 3}</p><p>{told * 3}{end}</p>").authors == names


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("김서연 기자", ("김서연",)),
        ("김서연 선임기자, 박민호 기자", ("김서연", "박민호")),
        ("월요일에 열린 기자회견", ()),
    ],
)
def test_a_korean_reporter_stands_before_the_word_for_reporter(line: str, names: tuple[str, ...]) -> None:
    assert read("", f"<h1>방파제</h1><div><span>{line}</span></div>").authors == names


@pytest.mark.parametrize(
    ("title", "authors"), [("", ("Ada Moreno",)), ("<b>What the report on the flood says of the wall</b> ", ())]
)
def test_a_byline_in_the_preview_of_another_page_is_that_page_s(title: str, authors: tuple[str, ...]) -> None:
    preview = f'<div><a href="https://other.example/report">{title}<span class="author">Ada Moreno</span></a></div>'
    text = "<p>The ferry stays in port until May, and the school on the island stays open.</p>" * 3
    assert read(body=f"<h1>Ferry stays in port</h1>{text}{preview}{text}").authors == authors


@pytest.mark.parametrize(
    "byline",
    [
        "<p class='byline'>By <a><b>Ada Moreno</b></a>, <a><b>Jo Orr</b></a> and <b>Bo Sand</b>, Coast TV</p>",
        "<div><span>By <a>Ada Moreno</a>, <a>Jo Orr</a></span> <span>and <a>Bo Sand</a></span></div>",
    ],
)
def test_names_in_elements_of_their_own_are_read_in_the_order_of_the_page(byline: str) -> None:
    assert read("", f"<h1>Wall to rise</h1>{byline}").authors == ("Ada Moreno", "Jo Orr", "Bo Sand")


def test_a_byline_does_not_go_on_where_nothing_joins_what_follows() -> None:
    byline = "<div><span>By <a>Ada Moreno</a></span> <span><a>Bo Sand</a></span></div>"

    assert read("", f"<h1>Wall to rise</h1>{byline}").authors == ("Ada Moreno",)


@pytest.mark.parametrize("mark", ["Author__name", "story-Byline", "bloc-auteur", "autor_nombre"])
def test_a_byline_far_from_the_heading_is_found_however_its_mark_is_written(mark: str) -> None:
    prose = "<p>The sea came over the old wall three times in one winter, they said, and then it came again.</p>" * 3
    foot = f'<footer><div class="{mark}">Ada Moreno</div></footer>'

    assert read("", f"<h1>Wall to rise</h1>{prose}{foot}").authors == ("Ada Moreno",)
    assert read("", f"<h1>Wall to rise</h1>{prose}{foot.replace(mark, 'skyline')}").authors == ()


def test_each_name_with_an_office_behind_it_is_of_the_byline() -> None:
    named = "<div class='authors'><b>Ada Moreno</b><i>Reporter</i><b>Quill Sandvoe</b><i>{}</i></div>"

    assert read("", f"<h1>Wall to rise</h1>{named.format('Reporter')}").authors == ("Ada Moreno", "Quill Sandvoe")
    assert read("", f"<h1>Wall to rise</h1>{named.format('12 March 2026')}").authors == ("Ada Moreno",)


def test_a_photographer_alone_signs() -> None:
    assert read("", "<h1>Wall to rise</h1><p class='byline'><b>Ada Moreno</b> <i>Foto</i></p>").authors == (
        "Ada Moreno",
    )


@pytest.mark.parametrize(
    ("stated", "author"),
    [("Coast Gazette Redaktion", "Ada Moreno"), ("Harbour Office", "Ada Moreno"), ("Bo Sand", "Bo Sand")],
)
def test_a_person_whom_the_page_shows_wrote_rather_than_the_house_that_its_data_states(
    stated: str, author: str
) -> None:
    byline = "<p class='byline'>By Ada Moreno</p>"

    assert read(island(author={"name": stated}), f"<h1>Wall to rise</h1>{byline}").authors == (author,)
    assert read(island(author={"name": stated}), "<h1>Wall to rise</h1>").authors == (stated,)


@pytest.mark.parametrize(
    ("line", "authors"),
    [
        ("<p><b>Haber: Ada Moreno / Kamera: Bo Sand</b></p>", ("Ada Moreno",)),
        ("<p>Text: Ada Moreno</p>", ("Ada Moreno",)),
        ("<p>Texting Ada Moreno</p>", ()),
    ],
)
def test_a_label_below_the_text_names_who_wrote(line: str, authors: tuple[str, ...]) -> None:
    text = "<p>The ferry stays in port until May, and the school on the island stays open until the ice has gone.</p>"
    assert read("", f"<h1>Ferry stays in port</h1>{text * 3}{line}").authors == authors


def test_a_chinese_line_of_day_and_source_names_the_reporters() -> None:
    line = "<div>2026-03-12 07:50 来源：海岸日报 记者 林海 通讯员 陈舟</div>"

    assert read("", f"<h1>防波堤加高</h1>{line}").authors == ("林海", "陈舟")
    assert read("", f"<h1>防波堤加高</h1>{line.replace('记者', '编辑').replace('通讯员', '校对')}").authors == ()


def test_a_desk_that_signs_is_not_joined_with_what_stands_beside_it() -> None:
    byline = "<div class='byline'><span class='autor'>{}</span> <span>Arnedo</span> <span>Lunes</span></div>"

    assert read("", f"<h1>Wall to rise</h1>{byline.format('Redacción')}").authors == ("Redacción",)
    assert read("", f"<h1>Wall to rise</h1>{byline.format('Ada')}").authors == ("Ada Arnedo Lunes",)


def test_a_label_in_any_script_is_no_author() -> None:
    byline = "<p class='author'><span>द्वारा:</span> <a>सुनीता राठौर</a> <span>| संपादन: मनोज तिवारी</span></p>"

    assert read("", f"<h1>दीवार ऊंची होगी</h1>{byline}").authors == ("सुनीता राठौर",)


def test_every_reporter_of_a_korean_byline_is_named() -> None:
    byline = '<p class="byline"><span>박해안 기자</span> <span>김부두 기자</span></p>'

    assert read("", f"<h1>방파제 완공</h1>{byline}").authors == ("박해안", "김부두")
