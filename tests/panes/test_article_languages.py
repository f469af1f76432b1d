"""The article pane in the scripts of the world: drawn to the cell, found, marked and copied exactly."""

from __future__ import annotations

import pytest
from rich.cells import cell_len
from test_article import Host, article, press, settled

from tui.flow.wrap import NEVER_FIRST, NEVER_LAST
from tui.model.article import Block, Frame

PAGES = {
    "ja": (
        "港の壁は、来年の秋までに一メートル高くなる。「誰も二度とあんな夜を望まない」とAda Morenoは語った。",
        "二度と",
    ),
    "zh": ("市议会周二决定，港口的防波堤将在秋季风暴前加高一米。“没有人想再经历那样的夜晚，”莫雷诺说。", "防波堤"),
    "ko": ("항구의 방파제는 내년 가을까지 1미터 높아진다고 시의회가 화요일에 결정했다.", "가을까지"),
    "ar": ("سيرتفع جدار الميناء مترا واحدا (1.5 متر) قبل الشتاء، كما قالت المهندسة Ada Moreno في الجلسة.", "المهندسة"),
    "he": ("חומת הנמל תוגבה במטר אחד (1.5) לפני החורף, אמרה המהנדסת Ada Moreno בישיבה.", "המהנדסת"),
    "hi": ("बंदरगाह की दीवार सर्दियों से पहले एक मीटर ऊँची होगी, परिषद ने मंगलवार को निर्णय लिया।", "दीवार"),
    "th": ("กำแพงท่าเรือจะสูงขึ้นหนึ่งเมตรก่อนพายุฤดูใบไม้ร่วง สภาเมืองตัดสินใจเมื่อวันอังคาร", "หนึ่งเมตร"),
    "emoji": ("The 👩‍👩‍👧 family of 👍🏽 readers 🇩🇪🇯🇵 ate at ❤️ café 1️⃣ and naïve e\u0301clairs.", "readers"),
}
RIGHT_TO_LEFT = ("ar", "he")
SIZES = [(20, 12), (45, 12), (100, 12)]


def shown(language: str) -> list[Block]:
    text = PAGES[language][0]
    return [
        Block("paragraph", text * 3),
        Block("paragraph", text, within=(Frame("item", "•"),)),
        Block("paragraph", text, within=(Frame("quote"),)),
        Block("table", f"{text}\tx\n1\t{text}"),
        Block("figure", text),
    ]


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("language", PAGES)
async def test_every_line_is_as_wide_as_the_pane(language: str, size: tuple[int, int]) -> None:
    async with Host(article(*shown(language))).run_test(size=size) as pilot:
        pane = await settled(pilot)
        assert pane.viewport.flow is not None
        for _ in range(pane.viewport.flow.height // 10 + 1):
            for y in range(pane.size.height):
                assert cell_len(pane.render_line(y).text) == pane.size.width
            await press(pilot, "pagedown")


@pytest.mark.parametrize("language", PAGES)
async def test_all_of_it_is_copied_as_it_was_written(language: str) -> None:
    text = PAGES[language][0]
    async with Host(article(Block("paragraph", text))).run_test(size=(30, 12)) as pilot:
        pane = await settled(pilot)
        await press(pilot, "V G")
        assert pane.selection.selected_text == f"A title\n\n{text}"


@pytest.mark.parametrize("language", PAGES)
async def test_a_word_is_found_and_drawn_apart(language: str) -> None:
    text, word = PAGES[language]
    async with Host(article(Block("paragraph", text))).run_test(size=(100, 12)) as pilot:
        pane = await settled(pilot)
        assert pane.find_state.find(word) == 1
        segments = [s for y in range(8) for s in pane.render_line(y)]
        drawn = "".join(s.text for s in segments if s.style is not None and s.style.reverse)
        assert drawn == (word[::-1] if language in RIGHT_TO_LEFT else word)


@pytest.mark.parametrize("language", RIGHT_TO_LEFT)
async def test_right_to_left_text_ends_at_the_right_edge(language: str) -> None:
    async with Host(article(Block("paragraph", PAGES[language][0]))).run_test(size=(60, 12)) as pilot:
        pane = await settled(pilot)
        edge = pane.viewport.left + pane.viewport.text_width
        lines = [pane.render_line(y).text[:edge] for y in range(2, 6)]
        assert all(not line[-1].isspace() for line in lines if line.strip())
        assert PAGES[language][0][0] == lines[0][-1]
        assert any("Ada Moreno" in line or "Moreno" in line for line in lines)


@pytest.mark.parametrize("language", ["ja", "zh"])
async def test_no_line_begins_or_ends_with_what_it_must_not(language: str) -> None:
    async with Host(article(Block("paragraph", PAGES[language][0] * 5))).run_test(size=(33, 40)) as pilot:
        pane = await settled(pilot)
        lines = [line for y in range(2, 40) if (line := pane.render_line(y).text.strip())]
        assert all(line[0] not in NEVER_FIRST - {"“", "‘"} for line in lines[1:])
        assert all(line[-1] not in NEVER_LAST for line in lines[:-1])
