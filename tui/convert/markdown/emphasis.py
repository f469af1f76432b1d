"""Where Markdown can mark emphasis: its delimiters count only beside the right characters.

CommonMark 0.31, section 6.2: a run of asterisks opens emphasis when a space does not follow it and,
if punctuation follows, a space or punctuation stands before it; closing is the mirror image.  Spans are
drawn in until that holds, so that “**“Never,”** she said” does not come out with bare asterisks.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable

from tui.model.article import Span

MARKED = ("strong", "emphasis")
OTHERS = ("code", "strike", "superscript", "subscript", "link")
NO_EDGES: frozenset[int] = frozenset()


def settled(text: str, spans: Iterable[Span]) -> list[Span]:
    """The spans, outermost first, well nested, none empty, emphasis only where Markdown can mark it."""
    spans = list(spans)
    if _stand_apart(spans):
        apart = []
        for span in spans:
            drawn = span if span.style in OTHERS else _drawn_in(text, span, NO_EDGES)
            if drawn:
                apart.append(drawn)
        return apart
    nested = _merged(_nested(_merged(sorted(spans, key=lambda s: (s.start, -s.end, s.style)))))
    edges = {s.start for s in nested if s.style in OTHERS} | {s.end for s in nested if s.style in OTHERS}
    kept = [s for s in nested if s.style in OTHERS]
    for span in nested:
        if span.style in MARKED:
            drawn = _drawn_in(text, span, edges)
            if drawn is None or any(_clashes(drawn, other) for other in kept):
                continue
            # Inside a word a delimiter may close as well as open, and would close what is open around it.
            if not (_parts_word(text, drawn) and any(_holds(other, drawn) for other in kept)):
                kept.append(drawn)
    return sorted(kept, key=lambda s: (s.start, -s.end, s.style in OTHERS))


def _stand_apart(spans: list[Span]) -> bool:
    """Whether the spans touch no others, as nearly all do: then each may be settled by itself."""
    end = -1
    for span in spans:
        if not end < span.start < span.end:
            return False
        end = span.end
    return True


def _merged(spans: list[Span]) -> list[Span]:
    """Neighbours of one style as one: two code spans side by side would read as one with backticks in it."""
    kept: list[Span] = []
    for span in spans:
        if kept and (last := kept[-1]).end == span.start and last.style == span.style and last.url == span.url:
            kept[-1] = Span(last.start, span.end, last.style, last.url)
        else:
            kept.append(span)
    return kept


def _nested(spans: list[Span]) -> list[Span]:
    """Spans cut where they would leave the span around them; code holds no others."""
    kept: list[Span] = []
    stack: list[Span] = []
    for span in spans:
        while stack and stack[-1].end <= span.start:
            stack.pop()
        if stack and span.end > stack[-1].end:
            span = Span(span.start, stack[-1].end, span.style, span.url)
        if span.start >= span.end or any(s.style == "code" or s.style == span.style for s in stack):
            continue
        kept.append(span)
        stack.append(span)
    return kept


def _clashes(span: Span, other: Span) -> bool:
    """Whether two runs of asterisks would touch without lying in each other, or two spans would cross."""
    if other.start < span.start < other.end < span.end or span.start < other.start < span.end < other.end:
        return True
    return other.style in MARKED and (span.start == other.end or span.end == other.start)


def _parts_word(text: str, span: Span) -> bool:
    """Whether the span begins or ends between two characters of a word."""
    return any(0 < at < len(text) and text[at - 1].isalnum() and text[at].isalnum() for at in (span.start, span.end))


def _holds(outer: Span, inner: Span) -> bool:
    return outer.style in MARKED and outer.start <= inner.start and inner.end <= outer.end


def _drawn_in(text: str, span: Span, edges: Collection[int]) -> Span | None:
    """The span without the spaces and the punctuation at its edges that would unmake its delimiters."""
    start, end = span.start, span.end
    while start < end and not _opens(text, start, edges):
        start += 1
    while end > start and not _closes(text, end, edges):
        end -= 1
    if start >= end or ("\n" in text[start:end] and not text[start:end].strip()):
        return None
    return span if (start, end) == (span.start, span.end) else Span(start, end, span.style, span.url)


def _opens(text: str, at: int, edges: Collection[int]) -> bool:
    following = text[at]
    if following.isspace():
        return False
    if following.isalnum() and at not in edges:
        return True
    return at == 0 or text[at - 1].isspace()


def _closes(text: str, at: int, edges: Collection[int]) -> bool:
    last = text[at - 1]
    if last.isspace():
        return False
    if last.isalnum() and at not in edges:
        return True
    return at == len(text) or text[at].isspace()
