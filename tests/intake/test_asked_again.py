"""When an address is asked again: as its server wishes, not each time that it is opened."""

from __future__ import annotations

import time
from email.utils import formatdate
from http.server import BaseHTTPRequestHandler
from pathlib import Path

import pytest
from clock import Clock
from website import Website

from tui.intake.open import is_stale, open_article, refresh_article
from tui.library import Library

SENTENCE = "The harbour wall will rise by a metre before the autumn storms come, the council of the town decided."
STORY = (
    '<!doctype html><html lang="en"><head><title>Harbour wall</title></head><body><article><h1>Harbour wall</h1>'
    + "".join(f"<p>{SENTENCE} Part {n}.</p>" for n in range(4))
    + "</article></body></html>"
)
HOUR, DAY = 3_600, 86_400


@pytest.fixture
def clock() -> Clock:
    return Clock(time.time())  # what the server says of the time counts from now


async def test_a_copy_is_good_for_as_long_as_its_server_says(website: Website, library: Library, clock: Clock) -> None:
    url = website.page("/wall", STORY, Cache_Control="max-age=600")
    await open_article(url, library)
    clock.now += 599
    assert not is_stale(url, library)
    assert not is_stale(url + "#comments", library)
    clock.now += 2
    assert is_stale(url, library)


async def test_a_copy_without_a_word_is_good_for_a_tenth_of_its_age(
    website: Website, library: Library, clock: Clock
) -> None:
    url = website.page("/wall", STORY, Last_Modified=formatdate(clock.now - 10 * DAY, usegmt=True))
    await open_article(url, library)
    clock.now += DAY - HOUR
    assert not is_stale(url, library)
    clock.now += 2 * HOUR
    assert is_stale(url, library)


@pytest.mark.parametrize("control", ["no-store", "no-cache", "max-age=0", ""])
async def test_what_must_not_be_used_again_is_kept_and_asked_for_each_time(
    website: Website, library: Library, control: str
) -> None:
    url = website.page("/wall", STORY, Cache_Control=control)
    opened = await open_article(url, library)
    assert opened.id is not None
    assert is_stale(url, library)


async def test_an_answer_that_nothing_has_changed_is_good_for_a_time_too(
    website: Website, library: Library, clock: Clock
) -> None:
    def answer(request: BaseHTTPRequestHandler) -> None:
        known = request.headers["If-None-Match"] == '"v1"'
        request.send_response(304 if known else 200)
        request.send_header("ETag", '"v1"')
        request.send_header("Cache-Control", "max-age=3600")
        request.send_header("Content-Type", "text/html")
        request.end_headers()
        if not known:
            request.wfile.write(STORY.encode())

    url = website.answer("/wall", answer)
    opened = await open_article(url, library)
    clock.now += 2 * HOUR
    assert is_stale(url, library)
    assert not (await refresh_article(opened, library)).fresh
    assert not is_stale(url, library)


async def test_a_clock_that_was_years_ahead_does_not_keep_an_address_from_being_asked(
    website: Website, library: Library, clock: Clock
) -> None:
    url = website.page("/wall", STORY, Cache_Control="max-age=600")
    clock.now += 3_000 * DAY
    await open_article(url, library)
    clock.now -= 3_000 * DAY
    assert is_stale(url, library)


def test_a_file_is_looked_at_each_time(tmp_path: Path, library: Library) -> None:
    assert is_stale(str(tmp_path / "page.html"), library)
