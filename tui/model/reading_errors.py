"""Why an address cannot be read: the errors whose text is said to the reader."""

from __future__ import annotations


class ReadingError(Exception):
    """An address that cannot be shown; ``str(error)`` is one clean line saying why and what to do.

    It does not repeat the address: who reports it puts the address before it.
    """


class FeedInsteadError(ReadingError):
    """What is there is, or may be, a feed instead of a page."""


class NoTextError(ReadingError):
    """A page without the text of an article, such as a front page; it may lead to a feed."""
