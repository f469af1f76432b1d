"""The words around a picture: which of its elements tell the caption, which the credit."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from itertools import islice
from typing import TYPE_CHECKING

from tui.convert import element_text
from tui.convert.figures import credit_tails, credit_words, credits, figure_class_names
from tui.convert.figures.shown_words import has_words, is_told, letters, linked, text_of, text_runs
from tui.text.cleaning import one_line
from tui.text.late_patterns import late_pattern

if TYPE_CHECKING:
    from lxml.html import HtmlElement

MAX_CAPTION = 1_500  # characters; longer text beside a picture is the article
TWICE = 10  # characters of a text that is taken for one said twice
# "Fig. 2: …", in the languages of the papers read; not "Image 2 of 9".
NUMBERED = late_pattern(
    r"(?:fig(?:ure|ura|uur|ur|\.)?|abb(?:ildung|\.)|bild|image|afbeelding|kuva|рис(?:унок|\.)?|図|그림)"
    r"\s?\d{1,3}(?:\.\d{1,3})?\s?[:.：–—]",
    re.I,
)
MAX_SLANTED = 400  # characters of a caption that is told by its letters alone
SHOWN = ("img", "amp-img", "figure", "h1", "h2", "h3")  # of which it holds none
MAX_SIGNED = 300  # characters of a caption that is told by the credit at its end
SIGNED_PARTS = 8  # elements in such a caption: a box of more is the text
LINES = ("p", "div", "span")  # in which such a caption stands
MAX_CENTRED = 300  # characters of a caption that is told by standing in the middle
CENTRED = re.compile(r"text-align:\s*center|(?:\A|\s|-)(?:center|centered|aligncenter)(?:\Z|\s)", re.I)
SLANTED = frozenset(("em", "i", "small"))
MAX_PARTS = 200  # elements looked at in one wrapper
SMALL_WORDS = 5  # words without a capital that a credit may have: more is a sentence
CREDIT_DEPTH = 3  # elements marked as a credit, one in the other
LEAST_CAPTION = 20  # characters of a caption in an element that is marked as a credit, more than its label has
CAPTION_WORDS = 4  # likewise
SIGNED_WORDS = 8  # words of a <small> or <cite> that is a credit

CREDIT_TAGS = frozenset(("small", "cite", "footer"))
# What viewers write on their own controls, at the beginning of a caption.
CONTROL = re.compile(
    r"\A(?:(?:image|photo|foto|bild|picture|slide)?\s?\d{1,3}\s?(?:/|of|von|de|di|sur|out of)\s?\d{1,3}\s?[:|–-]?\s"
    r"|\[?(?:hide caption|toggle caption|enlarge(?: this)? image|open image in (?:gallery|new window)"
    r"|view image in fullscreen|click to (?:enlarge|zoom|expand)|show caption|bild vergrößern|image caption,?"
    r"|media caption|image source,|caption:|media playback is unsupported on your device"
    r"|bildunterschrift:|legende:|ampliar)\]?\s*)+",
    re.I,
)
# And at its end, with the links by which agencies and papers sell the picture.
CONTROL_BEHIND = late_pattern(
    r"(?:\s+(?:hide caption|toggle caption|(?:enlarge|expand) image|buy (?:now|this photo|photo|print)"
    r"|(?:purchase )?licensing rights(?:,? opens new tab)?))+\Z",
    re.I,
)
CONTROL_ENDS = ("caption", "image", " now", "photo", "print", "rights", "new tab")  # in small letters
CONTROL_REACH = 10  # characters of them
# What players write on a recording: nothing but its kind and length, or its day and length behind the words.
RECORDING = re.compile(r"\A[^\W\d_]{3,12}\s\d{1,2}:\d\d(?:\smin)?\.?\s*(?:\||\Z)", re.I)
RECORDED_REACH = 8  # characters at the end of a text among which the colon of a length stands: ":05 min."
RECORDED = re.compile(r"(?:\s\d{1,2}[./]\d{1,2}[./]\d{4})?\s[|·•]\s\d{1,2}:\d\d(?:\smin)?\.?\Z", re.I)
# What stands in the line of day and author: "Updated 3 May · 8 min read".
READING_TIME = late_pattern(
    r"(?<!\d)\d{1,3}\s?min(?:ute)?s?\.?\s(?:read|lesezeit|de lecture|de lectura|de leitura|di lettura|leestijd)\b", re.I
)
LABEL_HEARD = late_pattern(
    r"(?:(?:image|photo|picture|bild|foto)\s?-?)?(?:source|credit|quelle|copyright|rechte)\Z", re.I
)
TITLE_BARS = ("|", "–", "—", "/", "(", "©")  # what sets a credit off in a picture's title
# Two words before a name that make it the sentence's own: "a lander built by Coast Systems", whose picture it is too.
GOES_ON = late_pattern(
    r"([^\W\d_]+)\s(?:by|of|from|at|in|for|with|and|the|von|vom|der|bei|und|de|du|des|la|le|et|del|y|da|do|e|di|della)\s\Z"
)
ENDS = re.compile(r"(?<!\.\.)[.!?]\Z")  # of the sentence behind which a name in an element of its own is a credit
LABEL_REACH = 60  # characters at the end of a text among which such a label begins
LABEL_LEFT = re.compile(
    r"(?:\A|[\s.])[(\[|/]?\s?(?:©|[^\W\d_]{2,20}(?:\s?[/ ]\s?[^\W\d_]{2,12})?\s?[:=]"
    r"|(?:photo|foto|photograph|image|picture)s? by"
    r"|(?<=[.!?…]\s)(?:bild|foto|photo|image|picture|credit|copyright|quelle|source|bildrechte))\s?\Z",
    re.I,
)
LABEL_ENDS = (  # with one of which each text ends that it finds, in small letters
    "©", ":", "=", "by", "bild", "foto", "photo", "image", "picture", "credit", "copyright", "quelle", "source",
    "bildrechte",
)  # fmt: skip


def is_caption(element: HtmlElement) -> bool:
    """Whether the element is marked as a caption."""
    return element.tag == "figcaption" or bool(figure_class_names.of(element) & figure_class_names.CAPTION)


def is_credit(element: HtmlElement) -> bool:
    """Whether the element is marked as a credit."""
    return element.tag in CREDIT_TAGS or bool(figure_class_names.of(element) & figure_class_names.CREDIT)


def captions_in(element: HtmlElement) -> list[HtmlElement]:
    """The outermost elements marked as captions in an element."""
    return _outermost(element, is_caption)


def read(holders: Sequence[HtmlElement], around: HtmlElement) -> tuple[str | None, str | None]:
    """Caption and credit told by the elements ``holders``, with credits from anywhere in ``around``."""
    outermost = [around] if around in holders and is_credit(around) else _outermost(around, is_credit)
    marked = [credit for element in outermost for credit in _credits_of(element)]
    signed = [(e, name) for e in marked if (name := credit_of(e))]
    texts, names = _told(holders, [e for e, _ in signed])
    if texts and (RECORDING.match(texts[0]) or ("min" in texts[-1].lower() and READING_TIME.search(texts[-1]))):
        return None, None
    if not texts and len(signed) > 1:
        # Nothing but <small>s: the first tells the caption.
        signed = [
            (e, name) for e, name in signed if e.tag not in CREDIT_TAGS or credits.looks_like_credit(text_of(e), True)
        ]
        texts, names = _told(holders, [e for e, _ in signed])
    return part(" ".join(texts)[:MAX_CAPTION], _joined([*(name for _, name in signed), *names]))


def _credits_of(marked: HtmlElement) -> Sequence[HtmlElement]:
    """What credits in an element that is marked so: itself, or parts of it that leave the words of a caption."""
    around = marked
    for _ in range(CREDIT_DEPTH):
        parts = _outermost(around, lambda e: is_credit(e) and not is_caption(e)) if len(around) else []
        rest = one_line("".join(text_runs(around, parts))) if parts else ""
        if len(rest) >= LEAST_CAPTION and len(rest.split()) >= CAPTION_WORDS:
            return parts
        if len(parts) != 1 or rest:
            break
        around = parts[0]
    return (marked,)


def read_boxed(box: HtmlElement, *, surely: bool) -> tuple[str | None, str | None]:
    """Caption and credit of a box without marks: its runs of text, of which one that has a label or is an agency's
    is the credit; not ``surely``: else a short last one."""
    runs = [
        text
        for e in islice(box.iter(), MAX_PARTS)
        if isinstance(e.tag, str) and is_told(e)
        for text in (one_line(e.text or ""), one_line(e.tail or "") if e is not box else "")
        if text
    ]
    signed = [run for run in runs if credits.is_labelled(run) or credits.looks_like_credit(run, True)]
    rest = [run for run in runs if run not in signed]
    if len(rest) > 1 and not signed and not surely and len(rest[-1].split()) <= SMALL_WORDS:
        signed = [rest.pop()]
    caption, credit = part(" ".join(rest)[:MAX_CAPTION], None)
    return caption, credit or next(filter(None, map(credits.bare, signed)), None)


def _told(holders: Sequence[HtmlElement], taken: Sequence[HtmlElement]) -> tuple[list[str], list[str]]:
    """The holders' different texts, and credits that are the last element of one when no element is marked as one."""
    texts: list[str] = []
    names: list[str] = []
    for holder in holders:
        if holder in taken:
            continue
        text = _without_controls(one_line("".join(text_runs(holder, taken))))
        if not taken:
            text, name = _signed_at_end(holder, text)
            names += [name] if name else []
        if text and not any(text in t for t in texts):
            texts.append(text)
    return texts, names


def _without_controls(text: str) -> str:
    """A caption without what viewers and players write before and behind it."""
    if led := CONTROL.match(text):
        text = text[led.end() :]
    text = _before_controls(text)
    return RECORDED.sub("", text) if ":" in text[-RECORDED_REACH:] else text


def _before_controls(text: str) -> str:
    return CONTROL_BEHIND.sub("", text) if text[-CONTROL_REACH:].lower().endswith(CONTROL_ENDS) else text


def part(text: str, named: str | None) -> tuple[str | None, str | None]:
    """Caption and credit of a text, when ``named`` is known to be the credit or nothing is known."""
    text = text.strip()
    if named and not text:
        # The element that is marked as credit tells the caption too.
        text, named = credit_tails.set_off(named) or (text, named)
    if named:
        text = _without(text, named)
        rest, more = credit_tails.split(text)
        if more and (
            letters(more) in letters(named) or letters(named) in letters(more) or credit_words.names_agency(more)
        ):
            text, named = rest, _joined([named, more]) or named
    elif (credits.looks_like_credit(text) or credits.is_names(text)) and not credit_tails.set_off(text):
        return None, credits.bare(text)
    else:
        text, named = credit_tails.split(text)
    text = _once(text.strip(" |/–—-•·▲"))
    return (text if any(c.isalnum() for c in text) else None), named


def _outermost(element: HtmlElement, wanted: Callable[[HtmlElement], bool]) -> list[HtmlElement]:
    """The outermost descendants for which ``wanted`` holds, in the order of the page."""
    found: list[HtmlElement] = []
    left = MAX_PARTS
    open_parts = [iter(element)]  # to ask for elements alone costs as much as ten of them
    while open_parts and left > 0:
        for child in open_parts[-1]:
            if not isinstance(child.tag, str):
                continue
            left -= 1
            if wanted(child):
                found.append(child)
            elif len(child):
                open_parts.append(iter(child))
                break
            if left <= 0:
                break
        else:
            left -= 1
            open_parts.pop()
    return found


def signature_after(caption: HtmlElement) -> HtmlElement | None:
    """The element right after a caption, if it is nothing but a credit, by its mark or its label."""
    after = caption.getnext()
    if after is None or (caption.tail or "").strip() or not isinstance(after.tag, str):
        return None
    if not is_credit(after):
        return after if not len(after) and credits.is_labelled_name(after.text or "") else None
    return after if credits.looks_like_credit(text_of(after), True) and credit_of(after) else None


def labelled_beside(figure: HtmlElement, captions: Sequence[HtmlElement]) -> str | None:
    """The credit that stands in a figure outside its captions, told by its label: "Foto: Lea Park"."""
    for element in islice(figure.iter("span", "div", "p", "em"), MAX_PARTS):
        unseen = _has_unseen_label(element)
        if (
            not (unseen or (element.text or "").strip())
            or not is_told(element)
            or any(c is element or c in captions for c in element.iterancestors())
        ):
            continue
        if element not in captions and (credits.is_labelled(words := text_of(element)) or unseen):
            return credits.bare(words)
    return None


def _has_unseen_label(element: HtmlElement) -> bool:
    """Whether an element begins with a label that only those hear who have the page read to them."""
    first = next(element.iterchildren("*"), None)
    if first is None or (element.text or "").strip() or is_told(first):
        return False
    return LABEL_HEARD.match(element_text.text(first).strip(" ,:")) is not None


def title_credit(title: str, caption: str) -> str | None:
    """The credit behind the caption that a picture's ``title`` repeats: "Waves at the wall | Coast Pictures"."""
    if not title.startswith(caption.rstrip(".")):
        return None
    rest = title[len(caption.rstrip(".")) :].lstrip(". ")
    return credits.bare(rest) if rest[:1] in TITLE_BARS and len(rest) <= credits.MAX_CREDIT else None


def centred_beside(unit: HtmlElement) -> HtmlElement | None:
    """The one line set in the middle right after a picture that is, too: its caption.

    ``unit`` is the picture with what holds it and nothing else.
    """
    line = unit.getnext()
    if line is None or line.tag != "p" or (unit.tail or "").strip() or not (_is_centred(unit) and _is_centred(line)):
        return None
    after = line.getnext()
    text = text_of(line)
    alone = after is None or not _is_centred(after) or not has_words(after)
    return line if alone and text and len(text) <= MAX_CENTRED and linked(line) * 2 < len(text) else None


def _is_centred(element: HtmlElement) -> bool:
    said = f"{element.get('style') or ''} {element.get('align') or ''} {element.get('class') or ''}"
    return CENTRED.search(said) is not None


def line_beside(unit: HtmlElement) -> HtmlElement | None:
    """The line right after a picture that its letters, or its place in the middle, tell to be the caption."""
    slanted = slanted_beside(unit)
    if slanted is None:
        slanted = centred_beside(unit)
    return slanted if slanted is not None else signed_beside(unit)


def signed_beside(unit: HtmlElement) -> HtmlElement | None:
    """The short line right after a picture that ends with a credit that a bracket or a label sets off: its caption."""
    line = unit.getnext()
    if line is None or line.tag not in LINES or len(line) > SIGNED_PARTS or (unit.tail or "").strip():
        return None
    text = element_text.text(line)
    if len(text) > MAX_SIGNED or not credit_tails.may_be_set_off(text):
        return None
    text = text_of(line)
    told = credit_tails.set_off(text) is not None and linked(line) * 2 < len(text)
    return line if told and next(line.iter(*SHOWN), None) is None else None


def slanted_beside(unit: HtmlElement) -> HtmlElement | None:
    """The slanted words right after a picture that are its caption: all of their line, with a credit at its end or a
    number at its beginning.

    ``unit`` is the picture with what holds it and nothing else.
    """
    line = unit.getnext()
    within = line is not None and not (unit.tail or "").strip()
    while within and line is not None and line.tag == "br" and not (line.tail or "").strip():
        line = line.getnext()
    if not within or line is None:
        return None
    slanted = line[0] if line.tag == "p" and len(line) == 1 and not (line.text or "").strip() else line
    if slanted.tag not in SLANTED or (slanted.tail or "").strip() or not has_words(slanted):
        return None
    text = text_of(slanted)
    return line if len(text) <= MAX_SLANTED and (NUMBERED.match(text) or all(part(text, None))) else None


def credit_of(element: HtmlElement) -> str | None:
    text = _before_controls(text_of(element))
    if not text or len(text) > credits.MAX_CREDIT:
        return None
    if element.tag in CREDIT_TAGS and not credits.looks_like_credit(text, True) and len(text.split()) > SIGNED_WORDS:
        return None
    if sum(w[0].islower() for w in text.split()) > SMALL_WORDS and not credit_tails.set_off(text):
        return None
    return credits.bare(text)


def _signed_at_end(holder: HtmlElement, text: str) -> tuple[str, str | None]:
    """The text without its last element, or what stands behind its last line break, when that is nothing but a credit:
    "<p>A wall <span>dpa/Park</span></p>", "<p>A wall stands.<br>Lea Park</p>"."""
    if len(holder) and holder[-1].tag == "br" and (behind := one_line(holder[-1].tail or "")):
        before = text.removesuffix(behind).rstrip()
        if ENDS.search(before) and credits.is_signed_name(behind):
            return before, behind
    last = holder
    while len(last) and not (last[-1].tail or "").strip() and isinstance(last[-1].tag, str):
        last = last[-1]
        words = text_of(last)
        if not words or words == text or not text.endswith(words):
            continue
        before = text[: -len(words)].rstrip()
        if ENDS.search(before) and credits.is_signed_name(words):
            return before, credits.bare(words) or words
        if credits.looks_like_credit(words, True):
            caption, credit = credit_tails.split(text)
            if credit and letters(credit).endswith(letters(words)) and not _is_whole_credit(words, before):
                return caption, credit  # the element is the last word of it: "Photo by Lea Park on <a>Unsplash</a>"
            return before, credits.bare(words)
    return text, None


def _is_whole_credit(words: str, before: str) -> bool:
    """Whether names with a slash between them need nothing of what stands before their element: no label, no joint."""
    return (
        "/" in words and before[-1:].isalpha() and before.split()[-1][0].isupper() and not credit_tails.split(before)[1]
    )


def _joined(named: Sequence[str]) -> str | None:
    distinct: list[str] = []
    for name in named:
        if not any(letters(name) in letters(d) for d in distinct):
            distinct = [d for d in distinct if letters(d) not in letters(name)] + [name]
    return " / ".join(distinct[:4]) or None


def _once(text: str) -> str:
    """A text that is there twice (for two widths of screen) once."""
    half = len(text) // 2
    return text[:half].rstrip() if half > TWICE and text[:half].strip() == text[half:].strip() else text


def _without(text: str, credit: str) -> str:
    """The text without this credit at its end, and the label that may stand before it."""
    at = text.rfind(credit)
    if at >= 0 and len(text) - at - len(credit) <= 3 and not _goes_on(text[:at]):
        text = text[:at].rstrip(" ([|/")
    may_be_left = text.rstrip().lower().endswith(LABEL_ENDS)
    label = LABEL_LEFT.search(text, max(0, len(text) - LABEL_REACH)) if may_be_left else None
    return (text[: label.start() + 1] if label else text).rstrip(" ([|/").lstrip()


def _goes_on(text: str) -> bool:
    """Whether a text needs the name behind it: it ends in a small word that belongs to no label of a credit."""
    end = GOES_ON.search(text)
    return end is not None and not credits.is_label(end[1])
