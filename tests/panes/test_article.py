"""The article pane as a reader uses it: keys and mouse in a small app around it."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from textual.app import App, ComposeResult
from textual.pilot import Pilot

from tui.model.article import Article, Block, Caption, Frame, Mention, Span
from tui.panes.article.pane import ArticlePane

LONG = tuple(
    Block("heading", f"Part {i // 10}", level=2)
    if i % 10 == 0
    else Block(
        "paragraph", f"Paragraph {i} tells of the harbour wall. " + f"It goes on at length, word upon word, {i}. " * 4
    )
    for i in range(60)
)


class Host(App[None]):
    """An app that is nothing but the pane, and keeps what it says."""

    def __init__(self, article: Article, place: tuple[int, int] = (0, 0)) -> None:
        super().__init__()
        self.article, self.place = article, place
        self.said: list[object] = []
        self.places: list[tuple[int, int, int]] = []

    def compose(self) -> ComposeResult:
        yield ArticlePane()

    def on_mount(self) -> None:
        pane = self.query_one(ArticlePane)
        pane.focus()
        pane.show(self.article, self.place)

    def on_article_pane_link_chosen(self, event: ArticlePane.LinkChosen) -> None:
        self.said.append(event.url)

    def on_article_pane_figure_chosen(self, event: ArticlePane.FigureChosen) -> None:
        self.said.append(event.caption_index)

    def on_article_pane_place_changed(self, event: ArticlePane.PlaceChanged) -> None:
        self.places.append((event.block, event.offset, event.last_block))


def article(*blocks: Block, **fields: object) -> Article:
    return Article("address", "A title", blocks or LONG, "", **fields)  # type: ignore[arg-type]


def screen(pane: ArticlePane) -> list[str]:
    return [pane.render_line(y).text.strip() for y in range(pane.size.height)]


def top(pane: ArticlePane) -> str:
    return next(line for line in screen(pane) if line)


async def settled(pilot: Pilot[None]) -> ArticlePane:
    pane = pilot.app.query_one(ArticlePane)
    await pilot.pause()
    while pane.viewport.flow is None or pane.viewport.flow.unsettled:
        await pilot.pause(0.01)
    return pane


async def press(pilot: Pilot[None], keys: str) -> None:
    await pilot.press(*keys.split())
    await pilot.pause()


async def test_opens_at_the_title_or_at_a_place() -> None:
    async with Host(article()).run_test(size=(60, 20)) as pilot:
        assert top(await settled(pilot)) == "A title"
    async with Host(article(), (31, 100)).run_test(size=(60, 20)) as pilot:
        pane = await settled(pilot)
        assert pane.viewport.place[0] == 31
        assert 0 < pane.viewport.place[1] <= 100


async def test_lines_and_pages_go_on_and_back() -> None:
    async with Host(article()).run_test(size=(60, 20)) as pilot:
        pane = await settled(pilot)
        before = screen(pane)
        await press(pilot, "j")
        assert screen(pane)[:-1] == before[1:]
        await press(pilot, "k")
        assert screen(pane) == before
        await press(pilot, "space")
        assert screen(pane)[:2] == before[-2:]
        await press(pilot, "b")
        assert screen(pane) == before
        await press(pilot, "ctrl+d")
        assert screen(pane)[0] == before[10]


async def test_the_end_and_the_beginning() -> None:
    async with Host(article()).run_test(size=(60, 20)) as pilot:
        pane = await settled(pilot)
        await press(pilot, "G")
        assert screen(pane)[-1].endswith("59.")
        assert pane.viewport.fraction == 1
        assert pane.remaining.minutes == 0
        await press(pilot, "j")
        assert screen(pane)[-1].endswith("59.")
        await press(pilot, "g")
        assert top(pane) == "A title"
        assert pane.viewport.place == (0, 0)


async def test_an_end_that_was_not_laid_out_yet_is_exact() -> None:
    async with Host(article()).run_test(size=(60, 20)) as pilot:
        pane = pilot.app.query_one(ArticlePane)
        pane.jumps.to_end(1)
        await settled(pilot)
        assert screen(pane)[-1].endswith("59.")


async def test_headings_are_walked() -> None:
    async with Host(article()).run_test(size=(60, 20)) as pilot:
        pane = await settled(pilot)
        await press(pilot, "right_square_bracket")
        first = top(pane)
        await press(pilot, "right_square_bracket right_square_bracket")
        assert (first, top(pane)) == ("Part 0", "Part 2")
        await press(pilot, "left_square_bracket")
        assert top(pane) == "Part 1"


async def test_jumps_are_undone_and_redone() -> None:
    async with Host(article()).run_test(size=(60, 20)) as pilot:
        pane = await settled(pilot)
        await press(pilot, "space")
        here = screen(pane)
        await press(pilot, "G")
        there = screen(pane)
        await press(pilot, "backspace")
        assert screen(pane) == here
        await press(pilot, "alt+right")
        assert screen(pane) == there
        await press(pilot, "alt+left alt+left alt+left")
        assert screen(pane) == here


@pytest.mark.parametrize("widths", [(90, 60), (60, 20, 60), (44, 120, 30, 44)])
async def test_a_resize_keeps_the_same_words_on_top(widths: Sequence[int]) -> None:
    async with Host(article(), (25, 90)).run_test(size=(70, 20)) as pilot:
        pane = await settled(pilot)
        place = pane.viewport.place
        word = LONG[25].text[place[1] :].split()[0]
        for width in widths:
            await pilot.resize_terminal(width, 20)
            pane = await settled(pilot)
            assert pane.viewport.place == place
            assert word in top(pane)
        await pilot.resize_terminal(70, 20)
        assert pane.viewport.place == place


async def test_text_does_not_move_while_the_rest_settles() -> None:
    async with Host(article(), (40, 0)).run_test(size=(50, 20)) as pilot:
        pane = pilot.app.query_one(ArticlePane)
        await pilot.pause()
        before = screen(pane)
        await settled(pilot)
        assert screen(pane) == before
        assert pane.scroll_y == pane.viewport.flow.top(pane.viewport.flow.at(round(pane.scroll_y)))  # type: ignore[union-attr]


async def test_the_measure_is_changed_within_bounds() -> None:
    async with Host(article()).run_test(size=(140, 20)) as pilot:
        pane = await settled(pilot)
        await press(pilot, "less_than_sign")
        assert pane.viewport.measure == 76
        assert max(len(line) for line in screen(pane)) <= 76
        await press(pilot, " ".join(["less_than_sign"] * 20))
        assert pane.viewport.measure == 40
        await press(pilot, " ".join(["greater_than_sign"] * 30))
        assert pane.viewport.measure == 100


async def test_finding_goes_to_the_first_match_and_walks_the_others() -> None:
    async with Host(article()).run_test(size=(60, 20)) as pilot:
        pane = await settled(pilot)
        await press(pilot, "space")
        assert pane.find_state.find("paragraph 3") == 10
        assert pane.find_state.match == (2, 10)
        assert pane.find_state.find("paragraph 30") == 0
        assert pane.find_state.find("paragraph 37") == 1
        assert any("Paragraph 37" in line for line in screen(pane))
        assert pane.find_state.find("harbour wall") == 54
        number, total = pane.find_state.step(1)
        assert total == 54
        await press(pilot, "n")
        assert pane.find_state.match == (number + 1, 54)
        await press(pilot, "N N")
        assert pane.find_state.match == (number - 1, 54)
        pane.find_state.clear()
        assert pane.find_state.match == (0, 0)


async def test_each_letter_is_sought_from_where_one_began() -> None:
    async with Host(article(), (31, 0)).run_test(size=(60, 20)) as pilot:
        pane = await settled(pilot)
        pane.find_state.find("p")
        pane.find_state.find("pa")
        pane.find_state.find("par")
        assert pane.find_state.match[0] > 20
        assert screen(pane)[0].startswith("Paragraph 31")


async def test_matches_are_drawn_apart_and_the_current_one_again() -> None:
    async with Host(article(Block("paragraph", "a wall and a wall"))).run_test(size=(60, 20)) as pilot:
        pane = await settled(pilot)
        pane.find_state.find("wall")
        segments = [(s.text, s.style) for s in pane.render_line(2) if s.text.strip()]
        assert [text.strip() for text, _ in segments] == ["a", "wall", "and a", "wall"]
        styles = [style for _, style in segments]
        assert styles[1] is not None
        assert styles[3] is not None
        assert styles[1].reverse
        assert styles[3].underline
        assert not styles[3].reverse


async def test_mentions_are_marked_and_walked() -> None:
    places = [Mention(i, 0, 9) for i in (11, 33, 52)]
    async with Host(article()).run_test(size=(60, 20)) as pilot:
        pane = await settled(pilot)
        pane.find_state.mark(places)
        await press(pilot, "n")
        assert any(line.startswith("Paragraph 11") for line in screen(pane))
        await press(pilot, "n n n")
        assert any(line.startswith("Paragraph 11") for line in screen(pane))
        await press(pilot, "N")
        assert any(line.startswith("Paragraph 52") for line in screen(pane))


async def test_going_to_a_place_before_there_is_a_layout() -> None:
    async with Host(article()).run_test(size=(60, 20)) as pilot:
        pane = pilot.app.query_one(ArticlePane)
        pane.display = False
        pane.show(article())
        await pilot.pause()
        pane.jumps.go_to(42, 0, 9)
        pane.display = True
        await settled(pilot)
        assert any(line.startswith("Paragraph 42") for line in screen(pane))


async def test_a_measure_changed_while_hidden_holds_when_shown() -> None:
    async with Host(article(), (25, 0)).run_test(size=(100, 20)) as pilot:
        pane = await settled(pilot)
        pane.display = False
        await pilot.pause()
        pane.viewport.set_form(44)
        pane.display = True
        await settled(pilot)
        await pilot.pause()
        assert max(len(line) for line in screen(pane)) <= 44
        assert pane.viewport.place[0] == 25


async def test_the_place_is_told_when_it_changes() -> None:
    async with Host(article()).run_test(size=(60, 20)) as pilot:
        await settled(pilot)
        host = pilot.app
        assert isinstance(host, Host)
        await press(pilot, "space")
        block, _, last = host.places[-1]
        assert 0 < block < last


LINKED = article(
    Block(
        "paragraph",
        "See the survey and a note.",
        (Span(8, 14, "link", "https://a.example/s"), Span(21, 25, "link", "#n1")),
    ),
    *LONG,
    Block("paragraph", "The note itself.", within=(Frame("footnote", "[1]"),), anchor="n1"),
)


async def test_a_link_is_followed_by_its_label() -> None:
    async with Host(LINKED).run_test(size=(60, 20)) as pilot:
        pane = await settled(pilot)
        await press(pilot, "l")
        assert list(pane.labels.shown.values()) == ["https://a.example/s", "#n1"]
        assert screen(pane)[2] == "See theasurvey and asnote."
        await press(pilot, "a")
        assert isinstance(pilot.app, Host)
        assert "https://a.example/s" in pilot.app.said
        assert pane.labels.shown == {}
        assert screen(pane)[2] == "See the survey and a note."


async def test_a_footnote_is_jumped_to_and_back_from() -> None:
    async with Host(LINKED).run_test(size=(60, 20)) as pilot:
        pane = await settled(pilot)
        before = screen(pane)
        await press(pilot, "l s")
        assert screen(pane)[-1] == "[1] The note itself."
        await press(pilot, "backspace")
        assert screen(pane) == before


async def test_any_other_key_hides_the_labels_and_does_nothing_else() -> None:
    async with Host(LINKED).run_test(size=(60, 20)) as pilot:
        pane = await settled(pilot)
        await press(pilot, "l G")
        assert pane.labels.shown == {}
        assert top(pane) == "A title"


async def test_links_carry_their_true_target() -> None:
    async with Host(LINKED).run_test(size=(60, 20)) as pilot:
        pane = await settled(pilot)
        links = {s.text: s.style.link for s in pane.render_line(2) if s.style is not None and s.style.underline}
        assert links == {"survey": "https://a.example/s", "note": None}


async def test_a_click_follows_a_link_or_chooses_a_figure() -> None:
    shown = article(
        Block("paragraph", "See the survey.", (Span(8, 14, "link", "https://a.example/s"),)),
        Block("figure", "Waves\nL. Park", caption=0),
        captions=(Caption("Waves", "L. Park"),),
    )
    async with Host(shown).run_test(size=(60, 20)) as pilot:
        await settled(pilot)
        host = pilot.app
        assert isinstance(host, Host)
        await pilot.click(ArticlePane, offset=(10, 2))
        await pilot.click(ArticlePane, offset=(4, 5))
        await pilot.click(ArticlePane, offset=(40, 15))
        assert host.said == ["https://a.example/s", 0]


async def test_nothing_in_an_article_is_markup() -> None:
    text = "[b]bold[/b] [@click=app.quit]x[/] [/nothing] \\[ [link=https://a.example]y"
    async with Host(article(Block("paragraph", text), site=text)).run_test(size=(100, 20)) as pilot:
        pane = await settled(pilot)
        assert screen(pane)[3] == text


@pytest.mark.parametrize("size", [(20, 10), (10, 5), (3, 3), (1, 1)])
async def test_the_smallest_screens_draw(size: tuple[int, int]) -> None:
    async with Host(LINKED).run_test(size=size) as pilot:
        pane = await settled(pilot)
        await press(pilot, "G g space")
        assert all(strip.cell_length == pane.size.width for strip in map(pane.render_line, range(pane.size.height)))


async def test_no_key_fails_in_an_article_without_text() -> None:
    async with Host(Article("address", "A title", (), "")).run_test(size=(60, 20)) as pilot:
        pane = await settled(pilot)
        await press(pilot, "G n ] [ l V space backspace")
        assert pane.find_state.find("x") == 0
        assert top(pane) == "A title"
        assert (pane.remaining.minutes, pane.remaining.section_minutes) == (0, 0)


async def test_listings_scroll_by_themselves() -> None:
    code = Block("code", "x = " + "1 + " * 40)
    async with Host(article(code, Block("paragraph", "Text."))).run_test(size=(40, 12)) as pilot:
        pane = await settled(pilot)
        before = screen(pane)
        await press(pilot, "right")
        assert screen(pane)[2] != before[2]
        assert screen(pane)[4] == before[4]
        await press(pilot, "left")
        assert screen(pane) == before


async def test_minutes_left_in_article_and_section() -> None:
    async with Host(article()).run_test(size=(60, 20)) as pilot:
        pane = await settled(pilot)
        whole = pane.remaining.minutes
        assert pane.remaining.section_minutes < whole
        await press(pilot, "space space space")
        assert pane.remaining.minutes <= whole
        assert 0 < pane.viewport.fraction < 1
