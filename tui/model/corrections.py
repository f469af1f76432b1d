"""Speakers that a reader set right by hand, put into an article's sources, and taken along to its newer texts."""

from __future__ import annotations

from dataclasses import replace

from tui.model.article import Article, Correction, Quote, Source
from tui.text.folding import fold


def with_correction(article: Article, words: str, speaker: str | None) -> Article:
    """The article with a quotation given to whoever is named, or to nobody."""
    correction = Correction(words, speaker)
    others = tuple(each for each in article.corrections if each.words != words)
    return replace(_applied(article, correction), corrections=(*others, correction))


def carried(old: Article, new: Article) -> Article:
    """The newer text of an article with the older one's corrections, as far as their words are still quoted."""
    quoted = {quote.text for source in new.sources for quote in source.quotes}
    for correction in old.corrections:
        if correction.words in quoted and correction not in new.corrections:
            new = with_correction(new, correction.words, correction.speaker)
    return new


def _applied(article: Article, correction: Correction) -> Article:
    moved: list[Quote] = []
    sources: list[Source] = []
    for source in article.sources:
        mine = tuple(quote for quote in source.quotes if quote.text != correction.words)
        moved += (quote for quote in source.quotes if quote.text == correction.words)
        if mine or not source.quotes:
            sources.append(source if len(mine) == len(source.quotes) else replace(source, quotes=mine))
        elif _is_called(source, correction.speaker):
            sources.append(replace(source, quotes=()))
    if correction.speaker is None or not moved:
        return replace(article, sources=tuple(sources))
    given = tuple(replace(quote, certain=True, cue=None) for quote in moved)
    at = next((n for n, source in enumerate(sources) if _is_called(source, correction.speaker)), None)
    if at is None:
        sources.append(Source(correction.speaker, "person", quotes=given, names=(correction.speaker,), answered=True))
    else:
        every = sorted((*sources[at].quotes, *given), key=lambda quote: (quote.block, quote.start))
        sources[at] = replace(sources[at], quotes=tuple(every), answered=True)
    return replace(article, sources=tuple(sources))


def _is_called(source: Source, name: str | None) -> bool:
    return name is not None and fold(name) in map(fold, (source.name, *source.names))
