"""What is not the article is told by its shape where no name tells it."""

from __future__ import annotations

import pytest
from small_pages import SENTENCES, article, paragraphs

OPINION = "Someone says here at some length what he or she thinks of the ferry and of its old hull."
LONG_TEXT = "".join(f"<p>{SENTENCES[n % 5]} This is the paragraph with the number {n}.</p>" for n in range(6))


def text(part: str) -> str:
    """The text of an article with ``part`` at its end, inside its container."""
    return article(f"<div><h1>Ferry stays in port</h1>{paragraphs(4)}<div class=q7>{part}</div></div>").text


@pytest.mark.parametrize("answer", ["<button>Reply</button>", "<a href='#c'>Antworten</a>", "<a href='?r'>回复</a>"])
def test_boxes_that_can_be_answered_are_comments(answer: str) -> None:
    box = f"<div class=x><b>Tom</b><p>{OPINION}</p><div>{answer}</div></div>"
    found = text(box * 12)
    assert "3: Until then" in found
    assert "Someone says" not in found


def test_boxes_that_can_be_reported_are_comments() -> None:
    assert "Someone says" not in text(f"<div><p>{OPINION}</p><span>Report abuse</span></div>" * 3)


@pytest.mark.parametrize("label", ["3 comments", "Kommentare (3)", "Commentaires", "댓글 3"])
def test_dated_boxes_under_a_label_for_comments_go(label: str) -> None:
    box = f"<div><div>Tom, 3 days ago</div><div>{OPINION}</div></div>"
    assert "Someone says" not in text(f"<h3>{label}</h3><div>{box * 3}</div>")


def test_letters_that_end_with_a_dated_line_go() -> None:
    letters = "".join(f"<div class=l><p>{OPINION}</p><p>Tom, March {n}, 2018</p></div>" for n in range(1, 5))
    assert "Someone says" not in text(letters)


def test_a_page_of_nothing_but_answers_is_shown() -> None:
    box = f"<div class=x><p>{OPINION}</p><p>{SENTENCES[1]}</p><button>Reply</button></div>"
    assert "Someone says" in article(box * 4).text


@pytest.mark.parametrize(
    "box",
    [
        "<h4>Your privacy</h4><p>We and our partners store cookies on your device to make this page better for you.</p>"
        "<button>Accept</button>",
        "<p>Wir verwenden Cookies. Mehr dazu steht in der Erklärung zum Datenschutz auf dieser Seite, siehe dort.</p>"
        "<div><button>Zustimmen</button></div>",
        "<h3>Get the morning briefing</h3><p>All that matters, in your mailbox before the coffee is ready.</p>"
        "<form><input type=text><button>Count me in</button></form>",
        "<p>For the price of a coffee you can read whatever we write, and you can cancel at any time you like.</p>"
        "<p>Already a member? <a href=/in>Log in</a></p>",
    ],
)
def test_a_box_with_a_button_that_asks_for_something_goes(box: str) -> None:
    assert text(box).endswith("3: " + SENTENCES[3])


def test_an_article_around_a_box_that_asks_stays() -> None:
    said = "We and our partners store cookies on your device, to which you consent for now."
    box = f"<div><p>{said}</p><button>OK</button></div>"
    found = article(f"<h1>Ferry stays in port</h1><div>{paragraphs(4)}{box}<div><button>Share</button></div></div>")
    assert found.text == "\n\n".join(f"{n}: {SENTENCES[n]}" for n in range(4))


TITLED = "<a href=/o/{n}>Another story with number {n}</a>"
SAID = "What this other story says is told in one sentence."


@pytest.mark.parametrize(
    "teaser",
    [
        f"<li>{TITLED}<p>{SAID}</p></li>",
        f"<div class=t><div>{TITLED}</div><div>{SAID}</div></div>",
        f"<p class=t><b>{TITLED}</b><br>{SAID}</p>",
        f"<a href=/o/{{n}}><h4>Another story with number {{n}}</h4><p>{SAID}</p></a>",
    ],
)
def test_linked_titles_over_a_sentence_side_by_side_are_teasers(teaser: str) -> None:
    teasers = "".join(teaser.format(n=n) for n in range(4))
    assert text(f"<div><h3>What others read</h3>{teasers}</div>").endswith("3: " + SENTENCES[3])


def test_a_list_that_points_to_other_sites_stays() -> None:
    item = "<div class=t><div><a href='https://other.example/{n}'>The pier {n} of the isle</a></div><p>{said}</p></div>"
    assert "built by hand" in text(
        "".join(item.format(n=n, said=f"It was built by hand {n} years ago.") for n in range(3))
    )


def test_an_article_goes_on_after_a_label_for_other_reading_in_its_midst() -> None:
    found = article(f"<div><h1>Ferry stays in port</h1>{LONG_TEXT}<h3>You may also like</h3>"
                    f"<p>{SENTENCES[0]} {SENTENCES[1]}</p><p>{SENTENCES[2]} {SENTENCES[3]}</p></div>")  # fmt: skip
    assert SENTENCES[3] in found.text.split("\n\n")[-1]
    assert "also like" not in found.text


@pytest.mark.parametrize("line", ["Reklaam", "Article content", "Externer Inhalt fehlt", "続きを読み込む"])
def test_a_line_that_stands_between_paragraphs_again_and_again_goes(line: str) -> None:
    said = f"<div class=k>{line}</div>".join(f"<p>{sentence}</p>" for sentence in SENTENCES)
    assert article(f"<div><h1>Ferry stays in port</h1>{said}</div>").text == "\n\n".join(SENTENCES)


def test_the_names_of_who_speaks_stay() -> None:
    said = "".join(f"<p>Ann Example:</p><p>{sentence}</p>" for sentence in SENTENCES)
    assert article(f"<div><h1>Ferry stays in port</h1>{said}</div>").text.count("Ann Example:") == 5


def test_short_lines_around_the_text_go() -> None:
    before = "<p>Ann Example</p><p>Kuula</p><p>A A A</p>"
    after = "<p>Märksõnad</p><p>Talous</p><p>Ann Example / Tom Example</p>"
    found = article(f"<div><h1>Ferry stays in port</h1>{before}{paragraphs()}{after}</div>")
    assert found.text == "\n\n".join(f"{n}: {SENTENCES[n]}" for n in range(5))


def test_verses_and_results_stay() -> None:
    verses = "".join(f"<p>{line}</p>" for line in ("The sea", "is wide", "the boat", "is slow") * 3)
    assert "is wide" in article(f"<div><h1>Ferry stays in port</h1>{verses}{paragraphs()}</div>").text
    seven = "".join(f"<p>Place {'abcdefg'[n]}</p>" for n in range(7))
    assert "Place c" in article(f"<div><h1>Ferry stays in port</h1>{seven}{paragraphs()}</div>").text
    results = "<p>Isle 21 14 7 12</p><p>Port 12 10 9 11</p>"
    assert "Isle 21" in article(f"<div><h1>Ferry stays in port</h1>{paragraphs()}{results}</div>").text


@pytest.mark.parametrize(
    "label",
    "Reply|Respond|Antworten|Répondre|Responder|Contestar|Rispondi|Beantwoorden|Reageer|Svar|Svara|Vastaa|"
    "Odpowiedz|Odpovědět|Ответить|Відповісти|Odgovori|Válasz|Răspunde|Απάντηση|Yanıtla|Trả lời|Balas|返信|답글|回复|"
    "رد|הגב|ตอบกลับ|Atsakyti|Vasta|Report|Report abuse|Melden|Signaler|Denunciar|Segnala|Anmäl|Rapporter|"
    "Zgłoś|Пожаловаться|通報|신고|举报".split("|"),
)
def test_boxes_that_can_be_answered_in_any_language_are_comments(label: str) -> None:
    box = f"<div class=x><b>Tom</b><p>{OPINION}</p><span>{label}</span></div>"
    assert "Someone says" not in text(box * 3)
    assert "Someone says" in text(box)


@pytest.mark.parametrize(
    "label",
    "Comments|12 comments|Comments (12)|Responses|3 Replies|Kommentare|Leserkommentare|Diskussion|"
    "Commentaires|Comentarios|Comentários|Commenti|Reacties|Kommentarer|Kommentit|Komentarze|Komentáře|"
    "Комментарии|Коментарі|Hozzászólások|Σχόλια|Yorumlar|Bình luận|コメント|댓글|评论".split("|"),
)
def test_dated_boxes_under_a_label_in_any_language_are_comments(label: str) -> None:
    box = f"<div><div>Tom, 12.03.2026</div><div>{OPINION}</div></div>"
    assert "Someone says" not in text(f"<h3>{label}</h3><div>{box * 3}</div>")


@pytest.mark.parametrize(
    "date",
    ["12 March 2026", "at 14:05", "12.03.26", "3 days ago", "5h", "vor 3 Stunden", "il y a 2 jours", "hace 3 días",
     "3 timer siden", "3 dagen geleden", "2 dni temu", "3 дня назад", "3日前"],
)  # fmt: skip
def test_a_date_is_known_in_any_way_in_which_readers_letters_bear_it(date: str) -> None:
    letters = f"<div class=l><p>{OPINION}</p><p>Tom 1, {date}</p></div>"
    assert "Someone says" not in text(letters * 3)
    assert "Someone says" in text(letters * 2)


@pytest.mark.parametrize(
    ("box", "goes"),
    [
        (f"<div class=t><div>{TITLED}</div><div>{SAID}</div></div>", True),
        (f"<div class=t><div>{TITLED}</div><div>{SAID * 10}</div></div>", False),
        (f"<div class=t><div>See {TITLED}</div><div>{SAID}</div></div>", False),
        (f"<div class=t><div>{TITLED} for more</div><div>{SAID}</div></div>", False),
        (f"<div class=t><div>{TITLED}</div><div>{SAID} <a href=/p/{{n}}>Tom Example</a></div></div>", False),
        (f"<div class=t><div><a href='#n{{n}}'>The part with number {{n}}</a></div><div>{SAID}</div></div>", False),
    ],
)
def test_a_teaser_is_a_title_in_its_own_line_over_a_sentence(box: str, goes: bool) -> None:
    teasers = "".join(box.format(n=n).replace(SAID, f"{SAID} ({n})") for n in range(3))
    assert ("told in one sentence" not in text(teasers)) is goes


@pytest.mark.parametrize(
    "asks",
    ["Already a member?", "Cancel anytime.", "Your email is safe with us.", "Bereits Abonnent?", "Jederzeit kündbar.",
     "Déjà abonné ?", "Sans engagement.", "Ya eres suscriptor", "Já é assinante?", "Sei già abbonato?"],
)  # fmt: skip
def test_a_box_that_asks_for_money_or_an_address_goes(asks: str) -> None:
    box = f"<p>For the price of a coffee you can have it all, whenever you want. {asks}</p><button>Go on</button>"
    parts = "".join(f"<div><p>{sentence}</p></div>" for sentence in SENTENCES)
    around = f"<div><h1>Ferry stays in port</h1>{parts}<div>{{}}</div></div>"
    assert "price of a coffee" not in article(around.format(box)).text
    assert "price of a coffee" in article(around.format(box.replace(asks, "So they say."))).text
