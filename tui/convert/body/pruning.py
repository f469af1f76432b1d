"""Takes out of the article's container what is not the article."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from tui.convert import content
from tui.convert.body import boxes, marks

if TYPE_CHECKING:
    from collections.abc import Iterable

    from lxml.html import HtmlElement

    from tui.convert.body.weighing import Chain, Weights

COMMON = (3, 0.3)  # texts of the article, and share of all, whose blocks bear a name that then says nothing
MINORITY = 0.4  # a part with more of the container's text than this stays, whatever it is called
DROPPED_TAGS = frozenset("script style noscript template button select textarea nav footer form aside dialog".split())
UNJUDGED_TAGS = frozenset("a b strong em i br img p span font u sup sub figure td tr tbody".split())
WRAPPED_TAGS = ("p", "h2", "h3", "h4", "div")
JUDGED_INLINE = frozenset("p span".split())
HEAD_LENGTH = 220  # a byline, a date, a category
TEASER_LENGTH = 450  # characters that a teaser around a linked heading has at most
FORM_LENGTH = 500  # and what stands around a field for an address
LINKED = 0.85  # share of a heading that is a link to something else


def prune(container: HtmlElement, weights: Weights) -> None:
    """Remove foreign parts from the container in place; ``weights`` knows what was found to be running text."""
    whole = len(content.text(container)) or 1
    inside = [chain for chain in weights.texts if container in chain]
    common = _common_names(inside)
    code = {e for listing in container.iter("pre") for e in listing.iterdescendants("span", "p", "div", "code")}
    doomed = [e for e in container.iterdescendants() if e not in code and _is_doomed(e, weights)]
    if common:
        doomed = [e for e in doomed if e.get("class") not in common]
    doomed += [around for field in container.iter("input") if (around := _form_around(field, container)) is not None]
    doomed += [
        t for h in container.iter(*boxes.HEADINGS) if _is_linked(h) and (t := _teaser_around(h, container)) is not None
    ]
    doomed += boxes.between(inside)
    for element in doomed:
        if (
            element.getparent() is not None
            and element is not container
            and len(content.text(element)) < MINORITY * whole
        ):
            element.drop_tree()


def _common_names(texts: Iterable[Chain]) -> set[str]:
    """The class names that a large part of the article's paragraphs bear: they say nothing against one of them."""
    counts = Counter(map(_name, texts))
    del counts[None]
    named = counts.total()
    return {name for name, count in counts.items() if name and count >= COMMON[0] and count >= COMMON[1] * named}


def _name(chain: Chain) -> str | None:
    """The class of the block that a text stands in."""
    for element in chain[:3]:
        if element.tag == "p" or element.tag not in UNJUDGED_TAGS:
            name: str | None = element.get("class")
            return name
    return None


def _is_doomed(element: HtmlElement, weights: Weights) -> bool:
    tag = element.tag
    if tag in DROPPED_TAGS:
        return tag != "footer" or not _signs(element)
    if tag == "figcaption":
        return _captions_nothing(element)
    if tag == "a":
        return _is_card(element)
    if tag in JUDGED_INLINE:
        return bool(element.attrib) and _is_strange_line(element, weights)
    if tag in UNJUDGED_TAGS or not element.attrib:
        return False
    kinds = marks.kinds(element)
    if "box" in kinds or marks.is_set_apart(element):
        return True
    if not kinds or "good" in kinds:
        return False
    if not kinds.isdisjoint(marks.STRANGE) and element not in weights.own:
        return not boxes.is_embed(element)
    if "head" in kinds:
        return len(content.text(element)) < HEAD_LENGTH
    return "pointing" in kinds and _points(element)


def _signs(foot: HtmlElement) -> bool:
    """Whether a <footer> tells who is quoted above it."""
    return next(foot.iterancestors("blockquote"), None) is not None and len(content.text(foot)) < HEAD_LENGTH


def _is_strange_line(element: HtmlElement, weights: Weights) -> bool:
    """Whether a paragraph, or a span without running text, is something other than the article or of its head."""
    if element.tag == "span" and element in weights.own:
        return False
    kinds = marks.kinds(element)
    if not kinds.isdisjoint(marks.STRANGE) or marks.is_set_apart(element):
        return True
    return "head" in kinds and len(content.text(element)) < HEAD_LENGTH


def _is_card(link: HtmlElement) -> bool:
    """Whether a link is drawn as a button, or wraps whole blocks of text."""
    name = (link.get("class") or "").lower()
    if "btn" in name or "button" in name:
        return True
    if (link.get("href") or "#").startswith("#"):
        return False
    return any(next(link.iter(tag), None) is not None for tag in WRAPPED_TAGS)


def _points(element: HtmlElement) -> bool:
    """Whether a teaser is one: short, with a link to another page."""
    return len(content.text(element)) < TEASER_LENGTH and any(
        (a.get("href") or "#")[0] != "#" for a in element.iter("a")
    )


def _captions_nothing(caption: HtmlElement) -> bool:
    """Whether a caption is left over from a picture that is none."""
    figure = caption.getparent()
    return figure is None or not any(next(figure.iter(tag), None) is not None for tag in ("blockquote", "table", "pre"))


def _is_linked(heading: HtmlElement) -> bool:
    """Whether a heading is a link to another page, from inside or around."""
    size = len(content.text(heading).strip())
    if not size:
        return False
    above = heading.getparent()
    if above is not None and above.tag == "a" and above.get("href"):
        return True
    return (
        sum(len(content.text(a)) for a in heading.iter("a") if not (a.get("href") or "#").startswith("#"))
        >= LINKED * size
    )


def _teaser_around(heading: HtmlElement, container: HtmlElement) -> HtmlElement | None:
    """The largest element around a linked heading that is no longer than a teaser."""
    return _around(heading, container, TEASER_LENGTH)


def _form_around(field: HtmlElement, container: HtmlElement) -> HtmlElement | None:
    """The box around a field for a mail address."""
    name = f"{field.get('type') or ''} {field.get('name') or ''} {field.get('placeholder') or ''}".lower()
    return _around(field, container, FORM_LENGTH) if "mail" in name else None


def _around(element: HtmlElement, container: HtmlElement, limit: int) -> HtmlElement | None:
    found: HtmlElement | None = element
    above = element.getparent()
    while above is not None and above is not container and len(content.text(above)) < limit:
        found, above = above, above.getparent()
    return found
