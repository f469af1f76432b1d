"""The logins that feeds ask for (HTTP basic authentication): the user is a setting, the password is kept apart.

Who gives an address with a user and a password in it gives both for its server: the address goes on without them, so
that no list, export or message shows them, and no other host is told them.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import TYPE_CHECKING

from tui.fetch.login import Headers, Login, taken_out
from tui.library.feeds.subscriptions import Scope
from tui.model.reading_errors import ReadingError
from tui.model.subscription import Subscription
from tui.system import log
from tui.system.lazy_modules import lazy_modules
from tui.text.addresses import is_own_host, origin

if TYPE_CHECKING:
    from pathlib import Path

    from tui.library import Library
    from tui.library.feeds.asking import Asked
    from tui.library.feeds.feed_rows import FeedRow
    from tui.system import credentials
else:  # few feeds ask for a login
    (credentials,) = lazy_modules("tui.system", "credentials")

SETTING = "login"
NOT_KEPT = "the password cannot be kept ({})"


def subscribe(library: Library, wanted: Iterable[Subscription]) -> list[int]:
    """Subscribes to feeds, whose addresses may have logins in them; their numbers.  Raises LibraryError."""
    pairs = [(one, *taken_out(one.address)) for one in wanted]
    numbers = library.feeds.subscribe([replace(one, address=address) for one, address, _ in pairs])
    for number, (_, address, login) in zip(numbers, pairs, strict=True):
        if login:
            keep(library, number, address, login)
    return numbers


def keep(library: Library, feed: int, address: str, login: Login) -> None:
    """Has a feed asked with a login from now on.  Raises ReadingError."""
    before = needed(library)
    _write(library, address, login)
    library.feeds.set(Scope((feed,)), SETTING, login.user)
    forget_unneeded(library, before)


def set_login(library: Library, scope: Scope | None, user: str, password: str) -> None:
    """Has feeds asked with a login from now on; with a user "" without.  Raises ReadingError.

    The password is kept for the servers of these feeds; without one that which is kept stays.
    """
    before = needed(library)
    for row in library.feeds.rows(scope.feeds if scope else None):
        _write(library, row.address, Login(user, password))
    library.feeds.set(scope, SETTING, user)
    forget_unneeded(library, before)


def unsubscribe(library: Library, feed: FeedRow) -> int:
    """Ends a subscription, and forgets the password that no other feed needs; how many articles went with it."""
    before = needed(library)
    gone = library.feeds.unsubscribe(feed.id)
    forget_unneeded(library, before)
    return gone


def needed(library: Library) -> set[tuple[str, str]]:
    """The servers, by their origins, and the users as whom the feeds ask them."""
    return {(origin(row.address), row.settings.login) for row in library.feeds.rows() if row.settings.login}


def forget_unneeded(library: Library, before: Iterable[tuple[str, str]]) -> None:
    """Forgets the passwords that were ``needed`` before something was changed, and are no more."""
    if gone := set(before).difference(needed(library) if before else ()):
        for server, user in gone:
            _kept(library.folder, server, user).forget()


def carry_over(library: Library, feed: Asked, address: str) -> None:
    """Has a feed's login hold at the address that it moved to, if that is of the same host.  Raises ReadingError."""
    user = feed.settings.login
    if not user or origin(address) == origin(feed.address) or not is_own_host(feed.address, address):
        return
    if kept := _kept(library.folder, feed.address, user).read():
        _write(library, address, Login(user, kept[0]))


def headers_for(library: Library, address: str, user: str | None) -> Headers:
    """What a request to a feed's own host carries; nothing where no password is kept."""
    kept = _kept(library.folder, address, user).read() if user else None
    if not user or kept is None:
        return ()
    log.conceal(kept[0])
    return Login(user, kept[0]).headers


def with_plain_address(library: Library, feed: Asked) -> Asked:
    """A feed whose address has a login in it, as they were once stored, with the login where it belongs."""
    address, login = taken_out(feed.address)
    if login is None:
        return feed
    keep(library, feed.id, address, login)
    library.feeds.readdress(feed.id, address)
    return replace(feed, address=address, settings=replace(feed.settings, login=login.user))


def _write(library: Library, address: str, login: Login) -> None:
    """Keeps a password, an empty one only where none is kept: some servers have one's key as the user, and no more."""
    if not login.user:
        return
    log.conceal(login.password)
    kept = _kept(library.folder, address, login.user)
    try:
        if login.password or kept.read() is None:
            kept.write(login.password)
    except OSError as error:
        raise ReadingError(NOT_KEPT.format((error.strerror or "unknown").lower())) from error


def _kept(folder: Path, address: str, user: str) -> credentials.Credentials:
    """Under another name than that of an account at the same server."""
    return credentials.Credentials(folder, f"feeds at {origin(address)}", user)
