"""Many addresses asked at once: no host more than twice at a time, none of this machine for a public page."""

from __future__ import annotations

import asyncio
import threading
from http.cookiejar import Cookie, CookieJar
from http.server import BaseHTTPRequestHandler

import pytest
from website import Website

from tui.fetch.polite_client import A_HOST, Answer, PoliteClient, RefusedError, Wanted
from tui.model.page import ReadingError


class Counted:
    """Counts how many requests are answered at the same time; an answer waits until two are, or nobody else comes."""

    def __init__(self) -> None:
        self.now = self.most = 0
        self._lock, self._two = threading.Lock(), threading.Event()

    def __call__(self, request: BaseHTTPRequestHandler) -> None:
        with self._lock:
            self.now += 1
            self.most = max(self.most, self.now)
            if self.now >= A_HOST:
                self._two.set()
        self._two.wait(10)
        request.send_response(200)
        request.send_header("Content-Type", "text/html")
        request.send_header("Content-Length", "5")
        with self._lock:
            self.now -= 1
        request.end_headers()
        request.wfile.write(b"<p>a\n")


async def test_a_host_is_asked_twice_at_a_time_and_no_more() -> None:
    counted = Counted()
    with Website() as site:
        addresses = [site.answer(f"/{n}", counted) for n in range(8)]
        async with PoliteClient() as client:
            answers = await asyncio.gather(*(client.get(Wanted(a, private=True)) for a in addresses))
    assert len(answers) == 8
    assert all(answer.page for answer in answers)
    assert counted.most == A_HOST


async def got(wanted: Wanted) -> Answer:
    async with PoliteClient() as client:
        return await client.get(wanted)


async def test_a_refusal_has_its_status_and_how_long_to_wait() -> None:
    with Website() as site, pytest.raises(RefusedError, match="503") as refused:
        await got(Wanted(site.page("/", "no", status=503, Retry_After="90"), private=True))
    assert (refused.value.status, refused.value.retry_after) == (503, 90)


async def test_what_is_gone_from_this_machine_is_in_no_archive() -> None:
    with Website() as site, pytest.raises(RefusedError) as refused:
        await got(Wanted(site.page("/gone", "no", status=410), private=True))
    assert not refused.value.gone


@pytest.mark.usefixtures("loopback_is_public")
@pytest.mark.parametrize(("status", "gone"), [(404, True), (410, True), (451, True), (403, False), (503, False)])
async def test_what_is_gone_from_a_public_host_may_be_in_an_archive(status: int, gone: bool) -> None:
    with Website() as site, pytest.raises(RefusedError) as refused:
        await got(Wanted(site.page("/gone", "no", status=status)))
    assert refused.value.gone == gone


async def test_what_is_not_private_is_not_fetched_from_this_machine() -> None:
    with Website() as site:
        with pytest.raises(ReadingError, match="own network"):
            await got(Wanted(site.page("/", "secret")))
        assert site.requests == []


async def test_an_address_moves_as_far_as_redirects_are_permanent() -> None:
    with Website() as site:
        target = site.page("/c", "<p>here")
        site.redirect("/b", "/c", 308)
        assert (await got(Wanted(site.redirect("/a", "/b", 301), private=True))).moved_to == target
        site.redirect("/b", "/c", 302)
        assert (await got(Wanted(site.url + "/a", private=True))).moved_to == site.url + "/b"
        site.redirect("/a", "/b", 307)
        assert (await got(Wanted(site.url + "/a", private=True))).moved_to is None


async def test_a_redirect_to_what_is_no_address_says_where_it_leads() -> None:
    with Website() as site, pytest.raises(ReadingError, match=r"leads to javascript:alert\(1\), which is no address"):
        await got(Wanted(site.redirect("/a", "javascript:alert(1)"), private=True))


async def test_redirects_in_a_circle_end() -> None:
    with Website() as site, pytest.raises(ReadingError, match="in circles"):
        await got(Wanted(site.redirect("/a", "/a"), private=True))


async def test_servers_set_no_cookies() -> None:
    with Website() as site:
        address = site.page("/", "<p>a", Set_Cookie="seen=1")
        async with PoliteClient() as client:
            await client.get(Wanted(address, private=True))
            await client.get(Wanted(address, private=True))
        assert "cookie" not in site.headers[1]


async def test_what_is_meant_for_a_host_goes_to_no_other() -> None:
    with Website() as site, Website() as other:
        other.page("/there", "<p>there")
        address = site.redirect("/here", f"{other.url}/there")
        jar = CookieJar()
        jar.set_cookie(cookie("127.0.0.1", "key", "7"))
        jar.set_cookie(cookie("coast.example", "other", "8"))
        headers = (("X-Key", "é"),)
        answer = await got(Wanted(address, etag='"1"', private=True, headers=headers, cookies=jar))
        assert answer.page
        assert answer.page.body == b"<p>there"
        assert (site.headers[0]["cookie"], site.headers[0]["if-none-match"]) == ("key=7", '"1"')
        assert site.headers[0]["x-key"].encode("latin-1") == "é".encode()
        assert {"cookie", "x-key"}.isdisjoint(other.headers[0])


def cookie(domain: str, name: str, value: str) -> Cookie:
    return Cookie(0, name, value, None, False, domain, True, False, "/", True, False, None, False, None, None, {})


async def test_an_answer_has_what_its_server_says_of_how_long_it_is_fresh() -> None:
    with Website() as site:
        expires = "Sat, 28 Nov 2026 10:00:00 GMT"
        address = site.page("/", "<p>a", ETag='"1"', Last_Modified="x", Cache_Control="max-age=60", Expires=expires)
        answer = await got(Wanted(address, private=True))
        assert (answer.cache_control, answer.expires) == ("max-age=60", expires)
        assert answer.date
        assert answer.private
        assert answer.page
        assert (answer.page.etag, answer.page.last_modified, answer.page.lifetime) == ('"1"', "x", 60)
        assert (answer.page.private, answer.page.media_type, answer.page.charset) == (True, "text/html", "utf-8")


async def test_nothing_new_is_no_page_where_it_was_asked_so() -> None:
    with Website() as site:
        address = site.page("/", b"", status=304, Cache_Control="max-age=60")
        answer = await got(Wanted(address, etag='"1"', private=True))
        assert (answer.page, answer.cache_control, answer.moved_to) == (None, "max-age=60", None)
        with pytest.raises(RefusedError):
            await got(Wanted(address, private=True))


@pytest.mark.parametrize(("feeds", "accept"), [(False, "text/html,"), (True, "application/atom+xml,")])
async def test_a_page_sends_its_reader_on_and_a_feed_does_not(feeds: bool, accept: str) -> None:
    with Website() as site:
        site.page("/there", "<p>there")
        start = site.page("/", '<meta http-equiv="refresh" content="0; url=/there">')
        answer = await got(Wanted(start, private=True, feeds=feeds))
        assert answer.page
        assert site.requests == (["/"] if feeds else ["/", "/there"])
        assert site.headers[0]["accept"].startswith(accept)
        assert answer.moved_to is None
