from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Iterator
from contextlib import aclosing, asynccontextmanager

import httpx2
import pytest
from website import Website

from tui.fetch import Limits, network_guard
from tui.fetch.client import open_client
from tui.fetch.errors import GoneError
from tui.fetch.http import follow, get_page, hops_of
from tui.model.page import ReadingError

# Two addresses of this machine; for these tests the first passes for a public one.
PUBLIC, PRIVATE = "127.0.0.2", "127.0.0.1"


@pytest.fixture
def public_site(monkeypatch: pytest.MonkeyPatch) -> Iterator[Website]:
    """A web server whose address passes for a public one."""
    truly = network_guard.is_private
    monkeypatch.setattr(network_guard, "is_private", lambda address: address != PUBLIC and truly(address))
    try:
        site = Website(PUBLIC)
    except OSError:
        pytest.skip("this system has only one loopback address")
    with site:
        yield site


@asynccontextmanager
async def response(guard: network_guard.GuardedBackend, url: str) -> AsyncIterator[httpx2.Response]:
    async with (
        asyncio.timeout(30),
        open_client(guard, Limits(), "*/*") as client,
        aclosing(follow(client, guard, url, {}, hops_of(Limits()))) as responses,
    ):
        async for each in responses:
            yield each


@pytest.mark.parametrize(
    "address",
    [
        "127.0.0.1",
        "127.8.8.8",
        "10.0.0.1",
        "172.16.0.1",
        "192.168.1.1",
        "169.254.169.254",
        "100.64.0.1",
        "0.0.0.0",
        "255.255.255.255",
        "224.0.0.1",
        "198.18.0.1",
        "192.0.2.1",
        "::1",
        "::",
        "fe80::1",
        "fe80::1%eth0",
        "fc00::1",
        "fd12::1",
        "ff02::1",
        "fec0::1",
        "2001:db8::1",
        "::ffff:127.0.0.1",
        "::ffff:10.0.0.1",
        "2002:7f00:1::",
        "64:ff9b::7f00:1",
        "64:ff9b::10.0.0.1",
    ],
)
def test_addresses_that_are_not_public(address: str) -> None:
    assert network_guard.is_private(address)


@pytest.mark.parametrize(
    "address", ["93.184.216.34", "1.1.1.1", "2606:4700::1111", "::ffff:1.1.1.1", "64:ff9b::1.1.1.1"]
)
def test_public_addresses_are_told_from_private_ones(address: str) -> None:
    assert not network_guard.is_private(address)


@pytest.mark.parametrize(
    "host", ["127.0.0.1", "localhost", "2130706433", "0x7f000001", "0x7f.1", "127.1", "0", "[::ffff:127.0.0.1]"]
)
async def test_no_spelling_of_this_machine_is_connected_to(website: Website, host: str) -> None:
    website.page("/", "here")
    with pytest.raises(httpx2.ConnectError):
        async with response(network_guard.GuardedBackend(private=False), f"http://{host}:{website.port}/"):
            pass
    assert website.requests == []


async def test_of_an_address_in_numbers_no_name_server_is_asked(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delattr("socket.getaddrinfo")
    assert await network_guard.resolve("203.0.113.9", 80) == ["203.0.113.9"]


async def test_what_was_checked_is_what_is_connected_to(public_site: Website, monkeypatch: pytest.MonkeyPatch) -> None:
    answers = iter([[PUBLIC], [PRIVATE]])  # a name server that changes its answer

    async def resolve(host: str, port: int) -> list[str]:
        return next(answers)

    monkeypatch.setattr(network_guard, "resolve", resolve)
    public_site.page("/", "there")
    async with response(
        network_guard.GuardedBackend(private=False), f"http://coast.example:{public_site.port}/"
    ) as got:
        assert got.status_code == 200
    with pytest.raises(httpx2.ConnectError):
        async with response(network_guard.GuardedBackend(private=False), f"http://coast.example:{public_site.port}/"):
            pass
    assert public_site.headers[0]["host"] == f"coast.example:{public_site.port}"


async def test_of_several_addresses_only_public_ones_are_tried(
    public_site: Website, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def resolve(host: str, port: int) -> list[str]:
        return [PRIVATE, "::1", PUBLIC]

    monkeypatch.setattr(network_guard, "resolve", resolve)
    public_site.page("/", "there")
    async with response(
        network_guard.GuardedBackend(private=False), f"http://coast.example:{public_site.port}/"
    ) as got:
        assert got.status_code == 200


async def test_a_public_page_does_not_lead_to_this_machine(public_site: Website, website: Website) -> None:
    website.page("/secret", "<p>here</p>")
    url = public_site.redirect("/", website.url + "/secret")
    with pytest.raises(ReadingError, match="leads into this machine's own network"):
        await get_page(url, url)
    assert website.requests == []


async def test_a_private_page_may_lead_on_and_stops_being_private_in_public(
    public_site: Website, website: Website
) -> None:
    public_site.page("/wall", "<p>The wall</p>")
    website.page("/wall", "<p>The wall</p>")
    outward, inward = website.redirect("/out", public_site.url + "/wall"), website.redirect("/in", "/wall")
    assert not (await get_page(outward, outward)).private
    assert (await get_page(inward, inward)).private


async def test_a_proxy_of_the_environment_is_used(website: Website, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("http_proxy", website.url)
    website.page("http://coast.example/wall", "<p>The wall</p>")
    page = await get_page("coast.example/wall", "http://coast.example/wall")
    assert page.body == b"<p>The wall</p>"
    assert not page.private


@pytest.mark.parametrize("proxy", ["socks5://127.0.0.1:1", "nonsense://127.0.0.1:1"])
async def test_a_proxy_that_cannot_be_used_is_told(monkeypatch: pytest.MonkeyPatch, proxy: str) -> None:
    monkeypatch.setenv("all_proxy", proxy)
    with pytest.raises(ReadingError, match="proxy"):
        await get_page("coast.example", "http://coast.example/")


async def test_behind_a_proxy_addresses_of_this_machine_are_refused_by_name(
    website: Website, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("http_proxy", website.url)
    with pytest.raises(network_guard.ForbiddenError):
        async with response(network_guard.GuardedBackend(private=False), "http://localhost/"):
            pass
    assert website.requests == []


@pytest.mark.parametrize("bypassed", ["", "localhost", "*"])
async def test_what_the_proxy_is_not_asked_for_is_guarded_all_the_same(
    website: Website, monkeypatch: pytest.MonkeyPatch, bypassed: str
) -> None:
    monkeypatch.setenv("http_proxy", website.url)
    monkeypatch.setenv("no_proxy", bypassed)
    website.page("/", "here")
    with pytest.raises((network_guard.ForbiddenError, httpx2.ConnectError)):
        async with response(network_guard.GuardedBackend(private=False), f"http://localhost:{website.port}/"):
            pass
    assert website.requests == []


async def test_a_page_that_the_proxy_is_not_asked_for_is_fetched_from_its_own_server(
    website: Website, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("http_proxy", "http://127.0.0.1:1")
    monkeypatch.setenv("no_proxy", "127.0.0.1")
    url = website.page("/wall", "<p>The wall</p>")
    page = await get_page(url, url)
    assert (page.body, page.private) == (b"<p>The wall</p>", True)


@pytest.mark.parametrize("status", [404, 410, 451])
async def test_what_is_gone_may_be_archived_if_a_public_host_had_it(
    public_site: Website, website: Website, status: int
) -> None:
    for site, kind in ((public_site, GoneError), (website, ReadingError)):
        gone = site.page("/gone", "no", status=status)
        with pytest.raises(ReadingError, match=f"{status}") as raised:
            await get_page(gone, gone)
        assert raised.type is kind


async def test_what_is_forbidden_is_not_gone(public_site: Website) -> None:
    url = public_site.page("/", "no", status=403)
    with pytest.raises(ReadingError) as raised:
        await get_page(url, url)
    assert raised.type is ReadingError
