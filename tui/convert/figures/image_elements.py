"""A picture's address, its alternative text, and whether it is one that an article shows at all."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache
from html import unescape
from itertools import islice
from typing import TYPE_CHECKING
from urllib.parse import urljoin, urlsplit

from tui.convert.kept_answers import kept
from tui.text.cleaning import one_line, web_address
from tui.text.late_patterns import late_pattern
from tui.text.plain_looks import holds

if TYPE_CHECKING:
    from lxml.html import HtmlElement

TAGS = ("img", "amp-img")
REASONABLE_WIDTH = 1600  # pixels: wider candidates only cost time
UNKNOWN_WIDTH = 500  # pixels taken for an address without a descriptor
MAX_SRCSET = 20_000  # characters read of one srcset
MAX_CANDIDATES = 40
MAX_KEPT = 5_000  # characters of an attribute that are kept with a picture; an address may hold all of the picture
MAX_ALT = 600
MAX_STATED_CREDIT = 160
SMALL = 80  # pixels: a picture not larger is an icon or a portrait stamp
LARGE = 300  # pixels of width or height that no icon, portrait or button has
WIDE = re.compile(r"(?<![\w-])(?:max-)?width\s*:\s*(?:100%|[3-9]\d\dpx|[1-9]\d{3}px)")  # the same as a style says it
TWIN_CLIMB = 3  # elements around a picture that a <noscript> with the same may follow
TWIN_HOLDERS = ("div", "span", "a")
MEANINGFUL_ALT = 12  # characters

# The address goes on to white space, none of it given back; behind a comma at its end no width is its own.
CANDIDATE = re.compile(r"\s*,?\s*(\S++)(?:(?<!,)\s+([\d.]{1,8})([wx])\s*,?|\s+,?|\Z)")
LAZY_NAMES = """
    data-src data-lazy-src data-original data-lazy data-full-src data-hi-res-src data-large-file data-url data-image
    data-img-url data-src-large data-default-src data-srcset data-lazy-srcset data-original-src data-image-src
    data-echo data-defer-src data-img-src data-image-full
"""
LAZY = {name: place for place, name in enumerate(LAZY_NAMES.split())}
CAPTION_NAMES = ("data-caption", "data-image-caption")
CREDIT_NAMES = ("data-credit", "data-photo-credit", "data-image-credit", "data-copyright", "data-photographer")
TAG = re.compile(r"<[^<>]{0,500}>")
NO_FILE = ("data:", "about:", "blob:", "#")
PLACEHOLDER = re.compile(
    r"(?:blank|spacer|placeholder|pixel|transparent|lazy[_-]?load(?:ing)?|1x1|loading)[\w.-]*\.(?:gif|png|svg|jpe?g|webp)"
)
# Parts of these words: an address that holds none of them needs no closer look.
PLACEHOLDER_PARTS = ("blank", "spacer", "placeholder", "pixel", "transparent", "load", "1x1")
DRAWN = re.compile(r"\.(?:svg|ico)(?:[?#]|\Z)", re.I)
DECORATION_WORDS = """
    logo icon icons avatar sprite emoji smiley pixel tracking badge spacer gravatar share social arrow flag headshot
    favicon author byline profile btn button banner advert adslot loader spinner qrcode signature
"""
DECORATIONS = frozenset(DECORATION_WORDS.split())
LETTERS = re.compile(r"[a-z]+")
# Formulas that a server has set as pictures, by class or address; the alternative text is their TeX.
FORMULA_NAME = late_pattern(
    r"(?:\A|[\s_-])(?:latex|tex|equation|mathimg|math-?image|math-inline|math-display|mwe-math)(?![a-z])", re.I
)
FORMULA_ADDRESS = late_pattern(
    r"latex\.php\?|/latex/|\.latex\?|[?&](?:cht=tx|latex=|tex=)|/math/render/|mathtex\.cgi|mimetex\.cgi"
)
TEX = late_pattern(
    r"\\(?:[dt]?frac|sqrt|sum|prod|int|partial|nabla|infty|cdot|times|pm|leq?|geq?|neq|approx|left|math(?:bf|rm|cal|bb)"
    r"|displaystyle|begin|alpha|beta|gamma|delta|epsilon|theta|lambda|mu|pi|rho|sigma|tau|phi|omega|[DO]elta|lim|log|ln"
    r"|sin|cos|tan|exp|vec|hat|bar|overline)(?![a-zA-Z])"
)
# In each name and address that these find stands one of these: of most pictures none is.
FORMULA_PARTS = ("tex", "math", "equation", "=tx")
FORMULA_WORD = late_pattern(r"\A(?:(?:equation|formula|latex|math)\b:?\s*)+", re.I)
HIDING = re.compile(r"display\s?:\s?none|visibility\s?:\s?hidden", re.I)
FILE_NAME = re.compile(
    r"\A[\w .()%+-]{1,200}\.(?:jpe?g|png|gif|webp|avif)\Z|\A[\w-]{0,80}\d{4,20}[\w-]{0,80}\Z"
    r"|\A(?:image|photo|picture|img|bild|foto)[\s_-]?\d{0,9}\Z"
    r"|\A(?=.{0,200}\b\d{3,4}\s?x\s?\d{3,4}\b)[\w .()%+-]{1,200}\Z",  # made of one: "Harbour Wall 1520x1140 1"
    re.I,
)
# Of texts of several words it finds those that one of these ends, those with such a number, and short ones.
SUFFIXES = (".jpg", ".jpeg", ".png", ".gif", ".webp", ".avif")
TIMES = re.compile(r"\d\s?x")
NUMBERED = 17  # characters of the longest "picture 123456789"
PICTURE_FILE = re.compile(r"\.(?:jpe?g|png|webp)(?:\?|\Z)", re.I)
DIGITS = 5  # of a size in pixels
NUMBER = re.compile(rf"\A\s*(\d{{1,{DIGITS}}})(?:\.\d+)?(?:px)?\s*\Z")


@kept
def attributes(picture: HtmlElement) -> dict[str, str]:
    """What a picture says of itself, the beginning of each: all at once, since most of it is asked for."""
    said = dict(picture.items())
    if max(map(len, said.values()), default=0) > MAX_KEPT:
        return {name: value[:MAX_KEPT] for name, value in said.items()}
    return said


def address(picture: HtmlElement, base: str | None) -> tuple[str | None, str | None]:
    """The best address of a picture: (absolute http(s) address, path as the page gives it if that is relative)."""
    best = None
    for given, _ in sorted(islice(_candidates(picture), MAX_CANDIDATES), key=_rank, reverse=True):
        best = given.strip()
        if best and not _is_placeholder(best.lower()):
            break
    else:
        return None, None
    if best.startswith("//") and not base:
        best = f"https:{best}"  # of a file that was saved
    if best.startswith(("http://", "https://")):
        return web_address(best.replace(" ", "%20")), None
    try:
        image = web_address(urljoin(base or "", best).replace(" ", "%20"))
        parts = urlsplit(best)
    except ValueError:
        return None, None
    is_path = not parts.scheme and not parts.netloc and not best.startswith("/")
    return image, one_line(best) if is_path or parts.scheme == "cid" else None


def _is_placeholder(given: str) -> bool:
    """Whether an address in small letters is one of a picture that only keeps the place of another."""
    if given.startswith(NO_FILE):
        return True
    return holds(given, PLACEHOLDER_PARTS) and PLACEHOLDER.search(given) is not None


def alt(picture: HtmlElement) -> str | None:
    """The alternative text, if it says something."""
    text = one_line(attributes(picture).get("alt", ""), MAX_ALT)
    return text if text and not is_file_name(text) else None


def is_file_name(text: str) -> bool:
    """Whether a text is nothing but the name of a file."""
    if " " in text and len(text) > NUMBERED:
        lowered = text.lower()
        if not lowered.endswith(SUFFIXES) and not ("x" in lowered and TIMES.search(lowered)):
            return False  # the pattern is slow to say so of a sentence
    return FILE_NAME.match(text) is not None


def stated_caption(picture: HtmlElement) -> str | None:
    """The caption that a picture, or the link around it, holds for the viewer that a script opens."""
    stated = _first_of(CAPTION_NAMES, attributes(picture))
    if not stated and (link := next(picture.iterancestors("a"), None)) is not None:
        stated = _first_of(CAPTION_NAMES, link.attrib)
    if not stated:
        return None
    text = one_line(TAG.sub(" ", unescape(stated[:4_000])), MAX_ALT)
    return text if is_meaningful(text) and not is_file_name(text) else None


def stated_credit(picture: HtmlElement) -> str | None:
    """Who took a picture, as it states for a script."""
    stated = _first_of(CREDIT_NAMES, attributes(picture))
    return one_line(TAG.sub(" ", unescape(stated[:4_000])), MAX_STATED_CREDIT) or None if stated else None


def _first_of(names: Iterable[str], said: Mapping[str, str]) -> str | None:
    """What the first of these attributes says that says anything."""
    for name in names:
        if stated := said.get(name):
            return stated
    return None


def is_meaningful(text: str | None) -> bool:
    """Whether an alternative text alone is worth showing."""
    return bool(text) and len(text or "") >= MEANINGFUL_ALT and " " in (text or "")


@kept
def is_decoration(picture: HtmlElement) -> bool:
    """Icons, portraits beside bylines, pixels, hidden pictures and those that say they only decorate."""
    said = attributes(picture)
    if said.get("role") == "presentation" or "hidden" in said:
        return True
    style, source = said.get("style"), said.get("src")
    if (style and HIDING.search(style)) or (source and is_drawn(source)):
        return True
    if 0 < _stated_size(said) <= SMALL:
        return True
    names, name = said.get("class"), said.get("id")
    return bool((names and _names_decoration(names)) or (name and _names_decoration(name)))


def is_large(picture: HtmlElement) -> bool:
    """Whether a picture says of itself that it is no icon."""
    said = attributes(picture)
    return _stated_size(said) >= LARGE or WIDE.search(said.get("style", "")) is not None


def _stated_size(said: Mapping[str, str]) -> int:
    """The larger of width and height, in pixels; 0 where neither is said."""
    return max(_pixels(said.get("width")), _pixels(said.get("height")))


def _pixels(stated: str | None) -> int:
    if not stated:
        return 0
    if stated.isdecimal() and len(stated) <= DIGITS:
        return int(stated)
    size = NUMBER.match(stated)
    return int(size[1]) if size else 0


def is_drawn(address: str) -> bool:
    """Whether an address is that of a drawing, as logos and icons are."""
    lowered = address.lower()
    return (".svg" in lowered or ".ico" in lowered) and DRAWN.search(address) is not None


@lru_cache(maxsize=1024)
def _names_decoration(marks: str) -> bool:
    return any(word[0] in DECORATIONS for word in LETTERS.finditer(marks.lower().replace("qr-code", "qrcode")))


def emoji(picture: HtmlElement) -> str | None:
    """The character that an emoji picture stands for."""
    said = attributes(picture)
    text = said.get("alt")
    if not text or len(text) > 8:
        return None
    marks = said.get("class", "")
    named = "emoji" in marks or "smil" in marks
    return text if named or (len(text) <= 4 and all(ord(c) > 0x2000 for c in text)) else None


def become_formula(picture: HtmlElement) -> bool:
    """Whether a picture shows a formula, as whose TeX it goes on; not where the same stands beside it."""
    said = attributes(picture)
    text = said.get("alt") or said.get("title") or ""
    if not text or len(text) > MAX_ALT or said.get("aria-hidden") == "true":
        return False
    named = _names_formula(said.get("class", ""), said.get("src", ""))
    tex = FORMULA_WORD.sub("", one_line(text)) if named or ("\\" in text and TEX.search(text)) else ""
    if tex:
        picture.tag = "math"
        picture.attrib.clear()
        picture.set("alttext", tex)
    return bool(tex)


def _names_formula(name: str, source: str) -> bool:
    """Whether a picture's class or address says that it shows a formula."""
    lowered = f"{name} {source}".lower()
    if not holds(lowered, FORMULA_PARTS):
        return False
    return FORMULA_NAME.search(name) is not None or FORMULA_ADDRESS.search(source) is not None


def _candidates(picture: HtmlElement) -> Iterator[tuple[str, float | None]]:
    """Addresses with the width that is said of them, of the picture, of the ``<picture>`` around it and of the
    ``<noscript>`` right after, which holds the same picture for readers without scripts."""
    yield from _of_element(picture)
    parent, outermost = picture.getparent(), picture
    # The parser nests what follows an unclosed <source> inside it.
    while parent is not None and parent.tag in ("picture", "source"):
        for source in (parent, *parent.iterchildren("source")):
            kind = source.get("type") or ""
            if source.tag == "source" and "avif" not in kind and "svg" not in kind:
                yield from _of_element(source)
        parent, outermost = parent.getparent(), parent
    if (twin := _twin(outermost)) is not None:
        for same in twin.iter(*TAGS):
            yield from ((given, width or UNKNOWN_WIDTH + 1.0) for given, width in _of_element(same))
    if parent is not None and parent.tag == "a":
        target = parent.get("href") or ""
        if PICTURE_FILE.search(target[:600]):
            yield target, UNKNOWN_WIDTH + 1.0


def _twin(picture: HtmlElement) -> HtmlElement | None:
    """The ``<noscript>`` right after a picture, or after what holds nothing else but what a script draws it on."""
    at = picture
    for _ in range(TWIN_CLIMB):
        after = at.getnext()
        if after is not None and after.tag == "canvas":
            after = after.getnext()
        if after is not None or (at.tail or "").strip():
            return after if after is not None and after.tag == "noscript" and not (at.tail or "").strip() else None
        above = at.getparent()
        if above is None or above.tag not in TWIN_HOLDERS or at.getprevious() is not None or (above.text or "").strip():
            return None
        at = above
    return None


def _of_element(element: HtmlElement) -> Iterator[tuple[str, float | None]]:
    said = dict(element.items())
    for name in sorted([n for n in said if n in LAZY], key=LAZY.__getitem__):
        if lazy := said[name]:
            yield from (_srcset(lazy) if "srcset" in name or (", " in lazy and " " in lazy.strip()) else [(lazy, None)])
    if value := said.get("srcset"):
        yield from _srcset(value)
    value = said.get("src")
    if value and len(value) < 4_000:
        yield value, None


def _srcset(text: str) -> Iterable[tuple[str, float | None]]:
    text = text[:MAX_SRCSET]
    if " " not in text.strip() and text.count(",") < 2:
        return [(text.strip(), None)]
    found: list[tuple[str, float | None]] = []
    for m in islice(CANDIDATE.finditer(text), MAX_CANDIDATES):
        if not m[1]:
            break
        size = _number(m[2])
        found.append((m[1].rstrip(","), size if m[3] == "w" else UNKNOWN_WIDTH * size if size and m[3] else None))
    return found


def _number(text: str | None) -> float | None:
    try:
        return float(text) if text else None
    except ValueError:
        return None


def _rank(candidate: tuple[str, float | None]) -> float:
    """Wider is better up to a reasonable width, above it worse; what the lazy loader would load beats nothing said."""
    given, width = candidate
    if given.startswith("cid:") and not given.startswith("cid:data"):
        return 2.0 * REASONABLE_WIDTH  # the file came with the page; what is written into it may be a stand-in
    said = width if width is not None else float(UNKNOWN_WIDTH)
    if said > REASONABLE_WIDTH:
        said = REASONABLE_WIDTH - (said - REASONABLE_WIDTH) / 10
    return max(said, 0.0) - (400 if is_drawn(given) else 0)
