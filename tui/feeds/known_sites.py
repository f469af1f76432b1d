"""Where large sites keep the feeds that their pages do not name, or not for what is looked at."""

from __future__ import annotations

import re
from collections.abc import Callable
from urllib.parse import SplitResult, parse_qs, quote, urlsplit

from tui.text.addresses import site

YOUTUBE = ("youtube.com", "m.youtube.com")
YOUTUBE_FEED = "https://www.youtube.com/feeds/videos.xml"
CHANNEL = re.compile(r"UC[\w-]{22}")
REDDIT = ("reddit.com", "old.reddit.com", "new.reddit.com", "np.reddit.com")
REDDIT_PATH = re.compile(r"/(?:(?:r|u|user)/[\w.+-]+(?:/comments/\w+)?|user/[\w-]+/m/\w+)")
GITHUB = ("github.com",)
GITHUB_OWN = frozenset(
    "about apps collections customer-stories enterprise events explore features issues login marketplace new "
    "notifications orgs organizations pricing pulls search settings site sponsors topics trending".split()
)

Finder = Callable[[SplitResult], list[tuple[str, str]]]


def site_feeds(address: str) -> list[tuple[str, str]]:
    """Addresses of feeds with their titles, for a page of a site that is known; none for any other."""
    host = site(address)
    finder = next((finder for hosts, finder in FINDERS if host in hosts), None)
    return finder(urlsplit(address)) if finder else []


def channel_in_page(address: str, markup: str) -> list[tuple[str, str]]:
    """The feed of the YouTube channel that a page is of (``/@name``, ``/c/name``), whose address does not tell it."""
    if site(address) not in YOUTUBE:
        return []
    match = re.search(r"(?:/channel/|\"(?:externalId|channelId|browseId)\":\")(UC[\w-]{22})", markup)
    return [(f"{YOUTUBE_FEED}?channel_id={match.group(1)}", "Videos")] if match else []


def _youtube(page: SplitResult) -> list[tuple[str, str]]:
    if playlist := parse_qs(page.query).get("list"):
        return [(f"{YOUTUBE_FEED}?playlist_id={quote(playlist[0])}", "Playlist")]
    kind, _, name = page.path.strip("/").partition("/")
    name = name.partition("/")[0]
    if kind == "channel" and CHANNEL.fullmatch(name):
        return [(f"{YOUTUBE_FEED}?channel_id={name}", "Videos")]
    if kind == "user" and name:
        return [(f"{YOUTUBE_FEED}?user={quote(name)}", "Videos")]
    return []


def _reddit(page: SplitResult) -> list[tuple[str, str]]:
    match = REDDIT_PATH.match(page.path)
    return [(f"https://www.reddit.com{match.group()}/.rss", match.group().strip("/"))] if match else []


def _github(page: SplitResult) -> list[tuple[str, str]]:
    parts = page.path.strip("/").split("/")
    if not parts[0] or parts[0] in GITHUB_OWN:
        return []
    if len(parts) == 1:
        return [(f"https://github.com/{parts[0]}.atom", f"Activity of {parts[0]}")]
    repository = f"https://github.com/{parts[0]}/{parts[1].removesuffix('.git')}"
    branch = "/".join(parts[3:]) if parts[2:3] in (["tree"], ["commits"]) else ""
    commits = f"{repository}/commits/{branch}.atom" if branch else f"{repository}/commits.atom"
    return [
        (f"{repository}/releases.atom", "Releases"),
        (commits, "Commits"),
        (f"{repository}/tags.atom", "Tags"),
    ]


FINDERS: tuple[tuple[tuple[str, ...], Finder], ...] = ((YOUTUBE, _youtube), (REDDIT, _reddit), (GITHUB, _github))
