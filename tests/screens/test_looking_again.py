"""Whether the reader asks the network for what it shows: only when its copy is stale, or when told to."""

from __future__ import annotations

from collections.abc import Callable
from http.server import BaseHTTPRequestHandler
from pathlib import Path

import pytest
from desk import NARROW, app_for, lines_of, press, reader, rest, said, until
from textual.pilot import Pilot
from website import Website

from tui.app import NewsreaderApp

SENTENCE = "The harbour wall will rise by a metre before the autumn storms come, the council of the town decided."
UNCHANGED = "The page is as it is kept here"


def story(words: str) -> str:
    paragraphs = "".join(f"<p>{SENTENCE} {words} {n}.</p>" for n in range(4))
    return f"<!doctype html><html><head><title>Wall</title></head><body><article>{paragraphs}</article></body></html>"


async def opened(app: NewsreaderApp, pilot: Pilot[None]) -> None:
    await until(pilot, lambda: "The harbour wall" in "\n".join(lines_of(app)))
    await rest(pilot)


@pytest.fixture
def visit(tmp_path: Path, website: Website) -> Callable[[str], NewsreaderApp]:
    return lambda url: app_for(tmp_path, url, offline=False)


@pytest.mark.parametrize(("control", "asked"), [("max-age=600", 1), ("no-cache", 2)])
async def test_opening_again_asks_only_when_the_copy_is_stale(
    website: Website, visit: Callable[[str], NewsreaderApp], control: str, asked: int
) -> None:
    url = website.page("/wall", story("Part"), Cache_Control=control)
    for _ in range(2):
        app = visit(url)
        async with app.run_test(size=NARROW) as pilot:
            await opened(app, pilot)
    assert website.requests == ["/wall"] * asked


async def test_r_asks_whatever_the_server_said(website: Website, visit: Callable[[str], NewsreaderApp]) -> None:
    url = website.page("/wall", story("Part"), Cache_Control="max-age=600")
    app = visit(url)
    async with app.run_test(size=NARROW) as pilot:
        await opened(app, pilot)
        await press(pilot, "r")
        await until(pilot, lambda: UNCHANGED in said(app))
        website.page("/wall", story("Piece"), Cache_Control="max-age=600")
        await press(pilot, "r")
        await until(pilot, lambda: "Piece" in reader(app).article.text)
    assert website.requests == ["/wall"] * 3


async def test_r_asks_with_the_login_that_was_given_and_says_when_none_was(
    website: Website, visit: Callable[[str], NewsreaderApp]
) -> None:
    data = story("Part").encode()

    def answer(request: BaseHTTPRequestHandler) -> None:
        request.send_response(200 if request.headers.get("Authorization") else 401)
        for name, value in {"Content-Type": "text/html", "Content-Length": str(len(data))}.items():
            request.send_header(name, value)
        request.end_headers()
        request.wfile.write(data)

    url = website.answer("/wall", answer)
    for given, line in ((url.replace("://", "://anna:tide@"), UNCHANGED), (url, "wants a login (401)")):
        app = visit(given)
        async with app.run_test(size=NARROW) as pilot:
            await opened(app, pilot)
            await press(pilot, "r")
            await until(pilot, lambda app=app, line=line: any(line in one for one in said(app)))  # type: ignore[misc]
            assert "tide" not in "\n".join((*lines_of(app), *said(app)))
            assert reader(app).article.address == url


async def test_r_says_why_the_page_cannot_be_asked_for(
    tmp_path: Path, website: Website, visit: Callable[[str], NewsreaderApp]
) -> None:
    url = website.page("/wall", story("Part"), Cache_Control="max-age=600")
    app = visit(url)
    async with app.run_test(size=NARROW) as pilot:
        await opened(app, pilot)
        website.page("/wall", "", status=503)
        await press(pilot, "r")
        await until(pilot, lambda: any("503" in line for line in said(app)))
    app = app_for(tmp_path, url, offline=True)
    async with app.run_test(size=NARROW) as pilot:
        await opened(app, pilot)
        await press(pilot, "r")
        assert any("--offline" in line for line in said(app))
    assert website.requests == ["/wall"] * 2
