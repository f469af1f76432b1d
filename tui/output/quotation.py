"""Words of a source, and of a caption, as they are copied: with who said them and where they stand."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from tui.model.article import Article, Caption, Quote, Source
from tui.text.dates import day

if TYPE_CHECKING:
    from tui.compare.passages import Passage
    from tui.library.voices.voices import Quotation

COMMAS = " ,，、"  # before the words that say who spoke


def spoken(quote: Quote | Quotation) -> str:
    """The words as they stand alone: their own in quotation marks, without a comma before the cue."""
    return in_marks(quote.text) if quote.kind == "direct" else quote.text.rstrip(COMMAS)


def in_marks(words: str) -> str:
    """Somebody's own words as they stand alone."""
    return f"“{words.rstrip(COMMAS)}”"


def listed(*facts: str | None) -> str:
    """The facts that are known, with commas between."""
    return ", ".join(fact for fact in facts if fact)


def role_of(source: Source) -> str:
    """Role and affiliation, as far as the article gives them."""
    return listed(source.role, source.affiliation)


def origin(title: str, site: str | None, published: str | None, address: str | None = None) -> str:
    """Title, outlet, day and address of an article, as a quotation names where it is from."""
    return listed(f"“{title}”", site, day(published), address)


def origin_of(article: Article) -> str:
    """Where a quotation of the article is from."""
    return origin(article.title, article.site, article.published, article.url or article.address)


def attributed(words: Iterable[str], speaker: str, where: str, *, reported: bool) -> str:
    """The words with who said them and where; ``reported``: they are not the speaker's own, which is said."""
    said = "\n\n".join(words)
    return f"as reported: {said}\n— {speaker}\n{where}" if reported else f"{said}\n— {speaker}\n{where}"


def quoted(article: Article, source: Source, speech: Sequence[Quote]) -> str:
    """A speech of the source, told from reported words by its quotation marks."""
    speaker = listed(source.name, role_of(source))
    return attributed(map(spoken, speech), speaker, origin_of(article), reported=speech[0].kind != "direct")


def passage_quoted(passage: Passage, article: Article) -> str:
    """A passage in quotation marks with who said it, as far as the article names anybody, and where."""
    speaker = passage.speaker or "nobody named"
    return attributed([f"“{passage.text}”"], speaker, origin_of(article), reported=False)


def caption_with_credit(caption: Caption) -> str:
    """The caption (else the alternative text), its credit in brackets."""
    credit = f"[{caption.credit}]" if caption.credit else ""
    return " ".join(text for text in (caption.text or caption.alt, credit) if text)
