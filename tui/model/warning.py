"""What is to be known of an article beside what it says: why its text, its sources or its date may not be whole."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Literal

from tui.model.frozen import value

WarningKind = Literal["incomplete", "recovered", "unread", "no_sources", "no_article", "left_out", "other"]


@value(frozen=True, slots=True)
class Warning:
    """One line for the reader, clean, and what it is about.

    ``incomplete``: there is more text than was had; ``recovered``: the text is not the one that the page shows;
    ``unread``: a part of the page, such as its captions, could not be read; ``no_sources``: who is cited is not
    looked for in this language, the text is whole; ``no_article``: the page is a front page, a question of consent or
    the like; ``left_out``: much of the page was not taken for the article; ``other``: none of these, or a sentence of
    a later version.
    """

    kind: WarningKind
    text: str

    @property
    def is_of_text(self) -> bool:
        """Whether the text may not be all that the page holds."""
        return self.kind != "no_sources"


FRONT_PAGE = Warning("no_article", "this looks like a front page: a list of articles, not one of them")
POINTS_ON = "this page only points to another: "


def pointed_to(warnings: Iterable[Warning]) -> str | None:
    """The address that a page's one link leads to, if it is said that it holds nothing else."""
    return next((w.text.removeprefix(POINTS_ON) for w in warnings if w.text.startswith(POINTS_ON)), None)


# Only the text is stored and printed: these are the sentences, of every version, by which its kind is known again.
SENTENCES: tuple[tuple[WarningKind, str], ...] = (
    ("no_sources", "speakers are not identified in this language"),
    ("incomplete", "the text was lost when the library was damaged: .*"),
    ("incomplete", "not fetched yet: .*"),
    ("incomplete", "looks cut off: .*"),
    ("incomplete", "the (?:article|page) is too (?:long|large): only its beginning .*"),
    ("incomplete", "the server broke off: .*"),
    ("recovered", "the page shows less: .*"),
    ("unread", ".* could not be read"),
    (
        "no_article",
        "this page (?:asks for consent to cookies|only points to another|shows its text only with|"
        "only checks who reads it|says that the one) ?.*",
    ),
    ("no_article", "this looks like a front page: .*"),
    ("left_out", "a third or more of the page's running text was left out"),
)


def read_back(text: str) -> Warning:
    """The warning that was stored as ``text``."""
    kinds = (kind for kind, sentence in SENTENCES if re.fullmatch(sentence, text))
    return Warning(next(kinds, "other"), text)
