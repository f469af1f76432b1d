"""Why a part of a page was left out, in a reader's words: a small closed set.

They are printed, kept with articles and chosen by; none is ever reworded, nor taken away when no rule gives it
any more.
"""

from __future__ import annotations

from typing import Literal, get_args

Reason = Literal[
    "a menu",
    "the foot of the page",
    "reads like a list of links",
    "points to something else to read",
    "another article",
    "readers' comments",
    "asks to subscribe, log in or agree",
    "named as an advertisement by the page",
    "for sharing and following",
    "about the author",
    "who wrote it, when and where it belongs",
    "hidden by the page",
    "laid over the text by the page",
    "a form or its buttons",
    "set beside the text by the page",
    "stands apart from the article",
    "repeated",
    "rights, sources or keywords",
    "a label, no sentence",
    "a note in italics at the end",
    "what a picture of something else shows",
    "named by the page as something else",
]
REASONS: tuple[Reason, ...] = get_args(Reason)

MENU: Reason = "a menu"
FOOT: Reason = "the foot of the page"
LINKS: Reason = "reads like a list of links"
POINTER: Reason = "points to something else to read"
OTHER_ARTICLE: Reason = "another article"
COMMENTS: Reason = "readers' comments"
ASKS: Reason = "asks to subscribe, log in or agree"
ADVERTISEMENT: Reason = "named as an advertisement by the page"
SHARING: Reason = "for sharing and following"
AUTHOR: Reason = "about the author"
HEAD: Reason = "who wrote it, when and where it belongs"
HIDDEN: Reason = "hidden by the page"
OVERLAID: Reason = "laid over the text by the page"
FORM: Reason = "a form or its buttons"
BESIDE: Reason = "set beside the text by the page"
APART: Reason = "stands apart from the article"
REPEATED: Reason = "repeated"
END: Reason = "rights, sources or keywords"
LABEL: Reason = "a label, no sentence"
PICTURE: Reason = "what a picture of something else shows"
NAMED: Reason = "named by the page as something else"

# What stands around articles on every page; it is told of only where a whole sentence stands in it.
FURNITURE = frozenset((FOOT, SHARING, HEAD, HIDDEN, FORM, LABEL))
# What articles have around them without losing anything; it does not count among what may be missing.
SURELY_OTHER = frozenset(
    (
        *(MENU, FOOT, SHARING, HEAD, HIDDEN, OVERLAID, FORM, LABEL, END, AUTHOR),
        *(COMMENTS, OTHER_ARTICLE, ASKS, ADVERTISEMENT, REPEATED),
    )
)
