"""What lists of feeds hold: subscriptions in folders, with tags, and saved searches."""

from __future__ import annotations

from tui.model.frozen import value

LONGEST_NAME = 200  # characters of the name of a feed, a folder or a tag


@value(frozen=True, slots=True)
class Subscription:
    """A feed that somebody reads.

    ``title`` is the name that he gave it, "" for none; ``site`` the address of what it is a feed of.  ``folders`` are
    paths of names from the root; a feed in none stands at the root, one with ``()`` among others stands there, too.
    """

    address: str
    title: str = ""
    site: str | None = None
    folders: tuple[tuple[str, ...], ...] = ()
    tags: tuple[str, ...] = ()


@value(frozen=True, slots=True)
class SavedSearch:
    """A search with a name; ``query`` is in the language of the program that it comes from."""

    name: str
    query: str
    tags: tuple[str, ...] = ()


@value(frozen=True, slots=True)
class Skipped:
    """What a list or an export holds that is not taken over: why, which it is as it stands there, and how often.

    ``failed``: it could not be read, though it should have been; the others are left out by rule.
    """

    reason: str
    entry: str = ""
    count: int = 1
    failed: bool = False


@value(frozen=True, slots=True)
class SubscriptionList:
    """A list of feeds, each address once, in the order of the list."""

    subscriptions: tuple[Subscription, ...] = ()
    searches: tuple[SavedSearch, ...] = ()
    skipped: tuple[Skipped, ...] = ()
    title: str = ""


def folder_path(written: str) -> tuple[str, ...]:
    """The names of a folder's path as it is written, parted by slashes."""
    return tuple(name.strip() for name in written.split("/") if name.strip())
