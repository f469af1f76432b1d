"""How each role of the article's text is drawn; every role differs by more than its colour."""

from __future__ import annotations

from rich.style import Style

# Roles whose colours a theme decides.  Each is a component class of the pane, and what Textual works out for each at
# every change of style counts at the start; so they are few.
COLOURED = frozenset("heading byline warning code code-string marker link mark mark-current find find-current".split())
# Roles that are drawn in another one's colours.
DRAWN_AS = {
    "title": "heading", "credit": "byline", "footnote": "byline", "note": "byline", "cut": "marker",
    "rule": "byline", "box": "byline", "table-rule": "byline", "quote-bar": "byline", "pullquote-bar": "marker",
    "left_out": "byline", "left_out-bar": "byline", "code-comment": "byline", "code-keyword": "marker",
}  # fmt: skip
# What is added to the colours.
ADDED = {
    "lead": Style(bold=True),
    "heading-1": Style(underline=True),
    "heading-2": Style(underline=True),
    "quote": Style(italic=True),
    "pullquote": Style(bold=True, italic=True),
    "credit": Style(italic=True),
    "note": Style(italic=True),
    "term": Style(bold=True),
    "table-header": Style(bold=True),
    "code-comment": Style(italic=True),
    "strong": Style(bold=True),
    "emphasis": Style(italic=True),
    "strike": Style(strike=True),
    "selection": Style(reverse=True),
    "label": Style(bold=True, reverse=True),
}

CSS = """
ArticlePane {
    overflow-x: hidden;
    overflow-y: scroll;
    scrollbar-size-vertical: 1;
    background: $background;
    color: $foreground;

    & > .article--heading { text-style: bold; color: $text-accent; }
    & > .article--byline { color: $text-muted; }
    & > .article--warning { text-style: bold; color: $text-warning; }
    & > .article--code { background: $panel; }
    & > .article--code-string { color: $text-success; }
    & > .article--marker { text-style: bold; color: $text-secondary; }
    & > .article--link { text-style: underline; color: $text-secondary; }
    & > .article--mark { text-style: bold underline; color: $text-accent; }
    & > .article--mark-current { text-style: bold reverse; color: $text-accent; }
    & > .article--find { text-style: underline; background: $warning 40%; }
    & > .article--find-current { text-style: bold reverse; color: $text-warning; }
}
"""
