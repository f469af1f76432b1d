"""Plain text → a small page of the same shape as a news page, so that one path makes blocks of everything.

Texts come in several shapes: paragraphs parted by blank lines, begun by an indent, one a line, or
wrapped at some 72 columns.  A page saved as text also holds its captions (the alternative text on one
line, the caption with its credit in brackets on the next), its headings as short lines, and the remains
of what stood around the article.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from html import escape
from itertools import groupby, pairwise, takewhile
from typing import TYPE_CHECKING

from tui.convert.metadata import bylines, page_dates
from tui.convert.pointer_phrases import DISMISSAL, FORM, appeals, ends_sentence, ends_statement, points_away
from tui.system.lazy_modules import lazy_modules
from tui.text.cleaning import clean

if TYPE_CHECKING:
    from tui.convert.input import mail_head
else:
    (mail_head,) = lazy_modules("tui.convert.input", "mail_head")

BLANK = re.compile(r"\n(?:[ \t]*\n)+")
INDENTED = re.compile(r"^(?:\t| {2,8}|\u3000)\S", re.M)
UNDERLINED = re.compile(r"^(\S[^\n]{0,150})\n[ \t]*(?:={3,}|-{3,}|~{3,}|\*{3,})[ \t]*$", re.M)
ITEM = re.compile(r"^\s*(?:[-*•–+]|(\d{1,3})[.)])\s+(?=\S)")
QUOTED = re.compile(r"^>\s?")
CREDITED = re.compile(r"^(?P<caption>\S.{3,400}?)\s*\[(?P<credit>[^\[\]]{2,120})\]$")
SUFFIX = re.compile(r"\s+(?:\||»|·|::)\s+[^|»·]{2,40}$|\s+[-–—]\s+(?:[A-Z][\w.’']*\s?){1,4}$")

# The lines at the top of a mail that was saved as text: at least two, and what they go on with.
MAIL_HEAD = re.compile(
    r"\A\s*(?:(?:From|To|Cc|Date|Sent|Subject|Reply-To|Message-ID|List-\w+):[^\n]{0,300}\n(?:[ \t]+\S[^\n]*\n)*){2,}"
    r"(?=[ \t]*\n)",
    re.I,
)

# What stands alone in the last line of a printed page, or in its first: "- 12 -", "Page 3 of 9", "4/9".
PAGE_NUMBER = re.compile(
    r"\W{0,4}(?:page|seite|página|pagina|pag\.|p\.|s\.|strona|str\.|sida|side|стр\.)?\s*\d{1,4}"
    r"(?:\s*(?:/|of|von|de|sur|di|van|av|z|из)\s*\d{1,4})?\W{0,4}",
    re.I,
)
SPLIT_WORD = re.compile(r"(?<=[^\W\d_])-\n[ \t]*([^\W\d_]\S*)[ \t]*\n?")  # its rest goes to the line before

WRAPPED = (50, 100)  # widest line of a text that is wrapped by hand
NARROW = 30  # … of one whose lines go on in small letters
GOING_ON = 0.6  # share of lines that do
FEW_BLANKS = 0.3  # blank lines a line up to which they do not part the paragraphs
FULL_LINE = 0.72  # of the widest line: so full are most lines of a wrapped paragraph
PARAGRAPH = 140  # characters from which a paragraph is surely running text
HEADING = 90  # characters that a heading has at most
HEADLINE = 100  # characters of nearly every headline; first sentences are longer
TITLE = 220
SHORT = 60  # characters of a line before or after the article that is a label, no text
LABEL_WORDS = 4  # … and so many words a line of the text has at least where nothing else tells
LAST_LINES = 4  # short lines that may close a text
HEAD = 8  # paragraphs among which the title stands


@dataclass
class Piece:
    """A paragraph as it stands: its lines."""

    lines: list[str]

    @property
    def text(self) -> str:
        return " ".join(self.lines)

    @property
    def runs(self) -> bool:
        """Whether this is running text for sure."""
        return len(self.text) >= PARAGRAPH or (len(self.text) >= SHORT and ends_sentence(self.text))


def as_page(text: str) -> str:
    """The text as HTML: title, paragraphs, headings, lists, figures."""
    text = clean(_unpaged(text) if "\f" in text else text)
    mail = MAIL_HEAD.match(text)
    pieces = paragraphs(text[mail.end() :] if mail else text)
    if mail:
        title, *said = mail_head.read(mail[0])
    else:
        title, pieces = _titled(pieces)
        said = _said(pieces)
    pieces = _without_surroundings(pieces)
    body = "".join(_element(piece, following) for piece, following in pairwise([*pieces, None]) if piece)
    return (
        f"<html><head><title>{escape(title)}</title>{_metas(*said)}</head><body><article>{body}</article></body></html>"
    )


def _unpaged(text: str) -> str:
    """The text of a document whose printed pages end with form feeds, as programs write that read PDF files.

    Page numbers go, a paragraph goes on from one page to the next, and a word that a line's end parts is one.
    """
    pages = [_without_number(page) for page in text.replace("\r\n", "\n").split("\f")]
    whole = ""
    for page in filter(None, pages):
        goes_on = whole and not ends_sentence(whole) and page[:1].islower()
        whole += ("\n" if goes_on else "\n\n" if whole else "") + page
    return SPLIT_WORD.sub(lambda rest: f"{'' if rest[1][0].islower() else '-'}{rest[1]}\n", whole)


def _without_number(page: str) -> str:
    lines = page.strip().split("\n")
    for end in (-1, 0):
        if lines and PAGE_NUMBER.fullmatch(lines[end].strip()):
            del lines[end]
    return "\n".join(lines).strip()


def paragraphs(text: str) -> list[Piece]:
    """The paragraphs of a text, by whichever sign parts them."""
    text = UNDERLINED.sub(r"\1\n", text.expandtabs(4)).strip("\n")
    lines = [line for line in text.split("\n") if line.strip()]
    widest = max(map(len, lines), default=0)
    wrapped = WRAPPED[0] <= widest <= WRAPPED[1] or (NARROW <= widest < WRAPPED[0] and _goes_on(text))
    chunks = BLANK.split(text)
    few = len(chunks) - 1 <= FEW_BLANKS * len(lines)
    if few and not wrapped:
        chunks = [chunk for run in _by_quoting(lines) for chunk in ([run] if QUOTED.match(run) else run.split("\n"))]
    elif few and INDENTED.search(text):
        chunks = [c for chunk in chunks for c in re.split(r"\n(?=\t| {2,8}\S|\u3000)", chunk)]
    return [piece for chunk in chunks if chunk.strip() for piece in _pieces(chunk, widest if wrapped else 0)]


def _by_quoting(lines: list[str]) -> list[str]:
    """The lines in runs of those that a mail quotes, with a ">" before each, and those that it does not."""
    return ["\n".join(run) for _, run in groupby(lines, lambda line: QUOTED.match(line) is not None)]


def _goes_on(text: str) -> bool:
    """Whether most lines that stand right under another go on in small letters, as those of verses seldom do."""
    lines = pairwise(text.split("\n"))
    under = [after.lstrip() for before, after in lines if before.strip() and after.strip() and not ITEM.match(after)]
    return len(under) > 1 and sum(line[0].islower() for line in under) >= GOING_ON * len(under)


def _pieces(chunk: str, width: int) -> list[Piece]:
    """The paragraphs of a chunk: one, if it is wrapped or a caption; list items and loose lines singly; what a mail
    quotes apart from what stands over and under it."""
    lines = [line.strip() for line in chunk.split("\n") if line.strip()]
    if len(runs := _by_quoting(lines)) > 1:
        return [piece for run in runs for piece in _pieces(run, width)]
    if len(lines) < 2 or _is_figure(lines) or all(QUOTED.match(line) for line in lines):
        return [Piece(lines)]
    if any(ITEM.match(line) for line in lines):
        items: list[Piece] = []
        for line in lines:
            if ITEM.match(line) or not items:
                items.append(Piece([line]))
            else:
                items[-1].lines.append(line)
        return items
    full = sum(len(line) >= FULL_LINE * width for line in lines[:-1])
    if not full and any(bylines.is_led(line) and bylines.split(line) for line in lines[1:]):
        return [Piece([line]) for line in lines]  # a title right over who wrote what follows
    if width and full >= 0.6 * (len(lines) - 1):
        return [Piece(lines)]
    return (
        [Piece([line]) for line in lines]
        if all(len(line) < PARAGRAPH for line in lines) and not width
        else [Piece(lines)]
    )


def _is_figure(lines: list[str]) -> bool:
    return len(lines) == 2 and bool(CREDITED.match(lines[1])) and not CREDITED.match(lines[0])


def _titled(pieces: list[Piece]) -> tuple[str, list[Piece]]:
    """The title and the paragraphs without it: a line said twice at the top, else the first that could be one."""
    head = [p for p in pieces[:HEAD] if len(p.text) <= TITLE and not _is_dismissed(p)]
    counts = Counter(p.text for p in head)
    chosen = next((p.text for p in head if counts[p.text] > 1 and len(p.text) > 20), None)
    if chosen is None:
        chosen = _over_byline(head)
    if chosen is None:
        chosen = _first_line(pieces, head)
    if chosen is None:
        return "", pieces
    rest = [p for p in pieces if p.text != chosen]
    return (SUFFIX.sub("", chosen), rest) if rest else ("", pieces)


def _first_line(pieces: list[Piece], head: list[Piece]) -> str | None:
    """The first line that could be a title; below a paragraph too long for one such a line is a subheading."""
    first = next((p for p in head if p is pieces[0] or not p.runs), None)
    if first is None or len(pieces) < 2 or len(first.lines) > 3 or first.text[-1] == "," or ITEM.match(first.text):
        return None
    opens = pieces[0]
    if first is opens:
        return None if _is_statement(first) else first.text
    begun = len(opens.text) > TITLE and ends_statement(opens.text)
    return None if begun or ends_sentence(first.text) else first.text


def _is_statement(piece: Piece) -> bool:
    """Whether a piece is a whole sentence that begins the text; some houses end shorter headlines with a full stop."""
    return len(piece.text) > HEADLINE and ends_statement(piece.text)


def _over_byline(head: list[Piece]) -> str | None:
    """The line over the byline, where other lines of the page stand before it; a standfirst may stand between."""
    at = next((n for n, p in enumerate(head) if not p.runs and bylines.is_led(p.text) and bylines.split(p.text)), 0)
    lines = [p.text for p in head[:at] if len(p.lines) == 1 and not ends_sentence(p.text) and not ITEM.match(p.text)]
    return lines[-1] if len(lines) > 1 and " " in lines[-1] else None


def _said(pieces: list[Piece]) -> list[str | None]:
    """What short lines before the running text say of it: who wrote it, and when."""
    first = next((n for n, p in enumerate(pieces) if p.runs), 0)
    lines = [p.text for p in pieces[: min(first, HEAD)] if len(p.text) <= HEADING]
    author = next((line for line in lines if bylines.is_led(line) and bylines.split(line)), None)
    return [author, next(filter(None, map(page_dates.iso, lines)), None)]


def _metas(author: str | None, day: str | None) -> str:
    metas = (("author", author), ("article:published_time", day))
    return "".join(f'<meta name="{name}" content="{escape(value)}">' for name, value in metas if value)


def _without_surroundings(pieces: list[Piece]) -> list[Piece]:
    """The paragraphs from the first running one to the last, without appeals and forms."""
    runs = [n for n, p in enumerate(pieces) if p.runs and not _is_dismissed(p)]
    if not runs:
        return pieces
    first, last = runs[0], runs[-1]
    for number, piece in enumerate(pieces[first + 1 :], first + 1):
        # What follows the head of a comment form is comments.
        if FORM.match(piece.text) and len(piece.text) < SHORT:
            last = max((n for n in runs if n < number), default=last)
            break
    kept = pieces[: last + 1]
    if len(runs) > 1:
        of_page = any(map(_is_dismissed, pieces))
        kept = [p for n, p in enumerate(kept) if n >= first or _may_lead(p) or not (of_page or _is_label(p))]
    after = _closing(pieces[last + 1 :], pieces[:last]) if last == runs[-1] else []
    return [p for p in [*kept, *after] if not _is_dismissed(p)]


def _closing(pieces: list[Piece], before: list[Piece]) -> list[Piece]:
    """What stands after the last long paragraph and is the text's: short sentences that follow it, figures, items.

    Where nothing tells that the text was a page, it is all up to the last sentence, and a few lines more, as under a
    letter or a poem.
    """
    if any(map(_is_dismissed, (*before, *pieces))):
        sentences = list(takewhile(lambda p: ends_sentence(p.text) and not _is_dismissed(p), pieces))
    else:
        last = max((n for n, p in enumerate(pieces, 1) if ends_sentence(p.text)), default=0)
        sentences = pieces if len(pieces) - last <= LAST_LINES else pieces[:last]
    return sentences + [p for p in pieces[len(sentences) :] if _is_figure(p.lines) or ITEM.match(p.text)]


def _may_lead(piece: Piece) -> bool:
    """Whether a short piece before the running text is the text's: a figure, a sentence that is no byline or day, what
    a mail quotes in several lines (one line may be a menu's)."""
    text = piece.text
    said = (ends_sentence(text) or text[-1] == ",") and not bylines.signs(text) and page_dates.iso(text) is None
    numbered = (item := ITEM.match(text)) is not None and item[1] is not None
    quoted = len(piece.lines) > 1 and all(QUOTED.match(line) for line in piece.lines)
    return _is_figure(piece.lines) or len(text) > SHORT or said or numbered or quoted


def _is_label(piece: Piece) -> bool:
    """Whether a short piece before the running text is a byline, a day or a word or two, as menus consist of."""
    text = piece.text
    return len(text.split()) < LABEL_WORDS or bool(bylines.signs(text)) or page_dates.iso(text) is not None


def _is_dismissed(piece: Piece) -> bool:
    text = piece.text
    if len(text) >= PARAGRAPH:
        return False
    return bool(
        DISMISSAL.search(text) or FORM.match(text) or appeals(text) or (points_away(text) and len(text) < HEADING)
    )


def _element(piece: Piece, following: Piece | None) -> str:
    lines, text = piece.lines, piece.text
    if _is_figure(lines):
        return f'<figure><img alt="{escape(lines[0])}"><figcaption>{escape(lines[1])}</figcaption></figure>'
    if len(lines) == 1 and CREDITED.match(text) and len(text) < PARAGRAPH * 2:
        return f"<figure><figcaption>{escape(text)}</figcaption></figure>"
    if item := ITEM.match(text):
        tag = f'ol start="{item.group(1)}"' if item.group(1) else "ul"
        return f"<{tag}><li>{escape(text[item.end() :])}</li></{tag[:2]}>"
    if all(QUOTED.match(line) for line in lines):
        return f"<blockquote><p>{escape(' '.join(QUOTED.sub('', line) for line in lines))}</p></blockquote>"
    if _is_heading(piece, following):
        return f"<h2>{escape(text)}</h2>"
    return f"<p>{escape(text)}</p>"


def _is_heading(piece: Piece, following: Piece | None) -> bool:
    """A short line without a full stop over running text."""
    text = piece.text
    if len(piece.lines) > 1 or len(text) > HEADING or ends_sentence(text):
        return False
    return following is not None and len(following.text) > len(text) and following.runs and text[-1:] != ","
