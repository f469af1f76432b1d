"""Why an element was left out, as itself says: by tag, state and names, else by its words."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from tui.convert import body_class_names, class_names, element_text
from tui.convert import class_name_words as vocabulary
from tui.convert.left_out import reasons
from tui.convert.pointer_phrases import appeals, points_away
from tui.text.late_patterns import late_pattern

if TYPE_CHECKING:
    from lxml.html import HtmlElement

    from tui.convert.left_out.reasons import Reason

LINKED = 0.5  # share of link text from which a part is a list of links
LABEL_LENGTH = 80  # characters of the label of an advertisement
APPEAL_LENGTH = 600  # characters up to which a text that asks does nothing else
# As the label over an advertisement, or on what leads past it.
ADVERTISED = late_pattern(
    r"\badvert|\b(?:anzeige|werbung|annonce|annons|annonse|reklam[ae]?|pubblicità|publicité|mainos|sponsored)\b|"
    r"\bpublicidade?\b|реклама|広告|广告|廣告",
    re.I,
)
TAGS: dict[str, Reason] = {
    "nav": reasons.MENU,
    "menu": reasons.MENU,
    "footer": reasons.FOOT,
    "form": reasons.FORM,
    "dialog": reasons.OVERLAID,
    "figcaption": reasons.PICTURE,
    "figure": reasons.PICTURE,
}
ROLES: dict[str, Reason] = {
    "navigation": reasons.MENU,
    "menu": reasons.MENU,
    "menubar": reasons.MENU,
    "toolbar": reasons.MENU,
    "doc-toc": reasons.MENU,
    "contentinfo": reasons.FOOT,
    "dialog": reasons.OVERLAID,
    "alertdialog": reasons.OVERLAID,
}
KINDS: tuple[tuple[str, Reason], ...] = (
    ("comments", reasons.COMMENTS),
    ("remark", reasons.COMMENTS),
    ("poster", reasons.AUTHOR),
)
# What other names say comes first: a box about the author is no byline.
LATER_KINDS: tuple[tuple[str, Reason], ...] = (("hidden", reasons.HIDDEN), ("head", reasons.HEAD))
# In this order: a box of advertisements may stand in a side column.
WORDS: tuple[tuple[frozenset[str], Reason], ...] = (
    (frozenset((*vocabulary.ADVERTISING, *vocabulary.BANNERS)), reasons.ADVERTISEMENT),
    (frozenset(vocabulary.ABOUT_AUTHORS), reasons.AUTHOR),
    (frozenset((*vocabulary.ASKING, *vocabulary.CONSENT)), reasons.ASKS),
    (frozenset((*vocabulary.SHARING, *vocabulary.VOTES)), reasons.SHARING),
    (frozenset((*vocabulary.OTHER_READING, *vocabulary.SUGGESTIONS)), reasons.POINTER),
    (frozenset(vocabulary.ENDS), reasons.END),
    (frozenset((*vocabulary.OVERLAYS, *vocabulary.POPUPS)), reasons.OVERLAID),
    (frozenset(vocabulary.FOOTERS), reasons.FOOT),
    (frozenset((*vocabulary.MENUS, *vocabulary.PAGERS, *vocabulary.BARS)), reasons.MENU),
    (frozenset(vocabulary.BESIDE), reasons.BESIDE),
)


def reason_of(element: HtmlElement) -> Reason:
    """The reason that is told of an element."""
    return reason_before_words(element) or _by_text(element) or _stated(element) or _by_place(element)


def reason_before_words(element: HtmlElement) -> Reason | None:
    """The reason that tag, state and names give, which goes before what the words in an element say, if they do."""
    stated = _stated(element)
    if stated and stated not in (reasons.FORM, reasons.FOOT):
        return stated
    kinds = body_class_names.kinds(element)
    if named := _by_kind(kinds, KINDS) or _by_words(element) or _by_kind(kinds, LATER_KINDS):
        return named
    return reasons.HIDDEN if body_class_names.is_hidden(element) else None


def _stated(element: HtmlElement) -> Reason | None:
    return TAGS.get(element.tag) or ROLES.get(element.get("role") or "")


def _by_kind(kinds: frozenset[str], told: tuple[tuple[str, Reason], ...]) -> Reason | None:
    return next((reason for kind, reason in told if kind in kinds), None)


def _by_words(element: HtmlElement) -> Reason | None:
    """The reason that class names or a short id give, if they do."""
    identity = element.get("id") or ""
    short = identity if len(class_names.words(identity)) <= body_class_names.LONGEST_IDENTITY else ""
    told = class_names.telling_words(f"{element.get('class') or ''} {short}"[: body_class_names.LONGEST])
    return next((reason for words, reason in WORDS if not words.isdisjoint(told)), None)


def _by_text(element: HtmlElement) -> Reason | None:
    text = element_text.line(element)
    if (told := by_words_said(text)) is not None:
        return told
    linked = sum(len(element_text.line(a)) for a in element.iter("a"))
    return reasons.LINKS if linked > LINKED * len(text) else None


def by_words_said(text: str) -> Reason | None:
    """The reason that the set phrases of a text give, if they do."""
    if len(text) < LABEL_LENGTH and ADVERTISED.search(text):
        return reasons.ADVERTISEMENT
    if len(text) < APPEAL_LENGTH and appeals(text):
        return reasons.ASKS
    return reasons.POINTER if points_away(text) else None


def _by_place(element: HtmlElement) -> Reason:
    kinds = body_class_names.kinds(element)
    if element.tag == "aside" or element.get("role") == "complementary" or not kinds.isdisjoint(("box", "summary")):
        return reasons.BESIDE
    return reasons.NAMED if kinds else reasons.APART
