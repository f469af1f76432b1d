"""The values that travel through the reader: an Article and what it is made of.

Every value is frozen.  Positions are given as a block's index and character offsets into that block's
plain text, never as lines or columns, so that they survive wrapping at another width.
"""

from __future__ import annotations

from typing import Literal

from tui.model.frozen import value
from tui.model.warning import Warning, WarningKind
from tui.text.word_count import count_words

BlockKind = Literal["lead", "paragraph", "heading", "code", "table", "figure", "rule"]
SpanStyle = Literal["strong", "emphasis", "code", "strike", "superscript", "subscript", "link"]
FrameKind = Literal["quote", "pullquote", "item", "term", "definition", "footnote", "left_out"]
SourceKind = Literal["person", "organisation", "document", "unnamed"]
QuoteKind = Literal["direct", "mixed", "indirect"]
QuoteManner = Literal["said", "statement", "interview", "post", "document", "filing"]
RUNNING_TEXT: tuple[BlockKind, ...] = ("lead", "paragraph")
SHORTEST_PASSAGE = 5  # words in quotation marks; what is shorter is a name, a title or a word held at arm's length
LONGEST_PASSAGE = 4_000  # characters: from a mark that is never closed no more than these are looked through


@value(frozen=True, slots=True)
class Span:
    """A run ``text[start:end]`` of a block that is more than plain text; spans may nest and overlap.

    ``url`` is set for links only: an absolute http(s) or mailto address, or ``#anchor`` for a jump
    inside the article (a footnote).
    """

    start: int
    end: int
    style: SpanStyle
    url: str | None = None


@value(frozen=True, slots=True)
class Frame:
    """Something a block stands inside: a quotation, a list item, a definition.

    ``left_out`` stands in no kept article: it is around what is shown at its place though it was left out.
    ``marker`` is what is drawn before the item ("•", "3.", "[1]").  It is set on the first block of
    an item only; the item's later blocks carry the same frame with an empty marker.
    """

    kind: FrameKind
    marker: str = ""


@value(frozen=True, slots=True)
class Block:
    """One block of the body.

    ``text`` is plain: no Markdown, no tabs, no newlines, except
      * code: newlines and tabs as written;
      * table: cells parted by a tab, rows by a newline (``header``: the first row is a header row);
      * a line break inside a paragraph: a newline;
      * figure: the caption (else the alt text), then the credit on a line of its own;
      * rule: empty.
    ``within`` lists the frames around it, outermost first.  ``level`` is 1–6 for headings, else 0.
    ``caption`` indexes ``Article.captions`` for figures.  ``anchor`` is the target of ``#anchor`` links.
    """

    kind: BlockKind
    text: str
    spans: tuple[Span, ...] = ()
    within: tuple[Frame, ...] = ()
    level: int = 0
    language: str | None = None
    header: bool = False
    caption: int | None = None
    anchor: str | None = None


@value(frozen=True, slots=True)
class Caption:
    """What a picture is said to show.  ``image`` is an absolute http(s) address, or None.

    ``local`` is the picture's path as a saved page gives it, relative to the page's folder, or the
    part name (``cid:…``) of a picture that came inside the page; see ``Article.enclosed``.
    """

    text: str
    credit: str | None = None
    alt: str | None = None
    image: str | None = None
    block: int = 0
    local: str | None = None


@value(frozen=True, slots=True)
class Mention:
    """The place ``blocks[block].text[start:end]``."""

    block: int
    start: int
    end: int


@value(frozen=True, slots=True)
class Quote:
    """Words given to a source.

    ``direct``: wholly inside quotation marks; ``mixed``: reported speech with quoted words in it;
    ``indirect``: reported only.  ``text`` is ``blocks[block].text[start:end]``, without the outer
    quotation marks.  ``continued``: the quotation goes on from the quotation before it in the list
    (a speech over several paragraphs has one Quote a block).  ``cue`` is the place of the words that
    gave these words to this source ("said", "according to").  ``certain``: a cue names the source itself; else it
    was inferred from a pronoun, the order of quotations or a speech that went on.  ``via``: the outlet that the words
    came through ("told the Quay Post").  ``manner``: how it was said.
    """

    text: str
    kind: QuoteKind
    block: int
    start: int
    end: int
    continued: bool = False
    cue: Mention | None = None
    certain: bool = True
    via: str | None = None
    manner: QuoteManner = "said"


@value(frozen=True, slots=True)
class Source:
    """Someone or something that the article cites, in the order of first citation.

    ``names``: what the article calls it, descriptions such as "the senator" too, the name first.  ``answered``: False
    for who was asked and declined or did not answer (there are no quotes then), True for who spoke.
    ``unnamed_because``: the reason that the article gives for not naming an unnamed source, in its words.
    """

    name: str
    kind: SourceKind
    role: str | None = None
    affiliation: str | None = None
    mentions: tuple[Mention, ...] = ()
    quotes: tuple[Quote, ...] = ()
    names: tuple[str, ...] = ()
    answered: bool | None = None
    unnamed_because: str | None = None


@value(frozen=True, slots=True)
class Correction:
    """A quotation whose speaker a reader set right: its ``words``, and who said them, None for nobody."""

    words: str
    speaker: str | None = None


@value(frozen=True, slots=True)
class Link:
    """A link of the body: its text, absolute http(s) address and block."""

    text: str
    url: str
    block: int


@value(frozen=True, slots=True)
class LeftOut:
    """A part of the page that the converter did not take for the article's own.

    ``blocks`` are its text, without pictures.  It stood before ``Article.blocks[before]``, or after the last of them
    where ``before`` is their number.  ``reason`` is one of the few in ``convert.left_out.reasons``.
    """

    blocks: tuple[Block, ...]
    reason: str
    before: int

    @property
    def text(self) -> str:
        """Its blocks, a blank line between."""
        return "\n\n".join(block.text for block in self.blocks)


@value(frozen=True, slots=True)
class Enclosed:
    """A picture that came inside the page itself (MHTML part, data address)."""

    name: str
    media_type: str
    data: bytes


@value(frozen=True, slots=True)
class Article:
    """A news article, cleaned: every string in it is safe to show in a terminal (see ``cleaning``).

    Times are ISO 8601 with an offset where the page gave one, else a bare date or local time.
    ``left_out`` is in reading order; None where it is not known: in articles that earlier versions kept.
    ``corrections`` are in ``sources`` already; they are kept for the article's newer texts.
    """

    address: str
    title: str
    blocks: tuple[Block, ...]
    markdown: str
    url: str | None = None
    authors: tuple[str, ...] = ()
    published: str | None = None
    modified: str | None = None
    language: str | None = None
    site: str | None = None
    lead: str | None = None
    original: str | None = None
    captions: tuple[Caption, ...] = ()
    sources: tuple[Source, ...] = ()
    links: tuple[Link, ...] = ()
    warnings: tuple[Warning, ...] = ()
    enclosed: tuple[Enclosed, ...] = ()
    left_out: tuple[LeftOut, ...] | None = None
    corrections: tuple[Correction, ...] = ()

    @property
    def text(self) -> str:
        """The body as plain text: lead, headings, paragraphs, a blank line between; no figures, no title."""
        return "\n\n".join(b.text for b in self.blocks if b.kind not in ("figure", "rule") and b.text)

    def has_warning(self, kind: WarningKind) -> bool:
        """Whether one of its warnings is of that kind."""
        return any(warning.kind == kind for warning in self.warnings)

    def anchored(self, anchor: str) -> int | None:
        """The block that links to ``#anchor`` lead to, if there is one."""
        return next((number for number, block in enumerate(self.blocks) if block.anchor == anchor), None)

    @property
    def words(self) -> int:
        """Number of words in the body (see ``count_words``)."""
        return count_words(self.text)
