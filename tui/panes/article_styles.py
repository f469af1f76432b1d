"""How each role of the article's text is drawn; every role differs by more than its colour."""

from __future__ import annotations

from rich.style import Style

# Roles whose colours a theme decides; each is a component class of the pane, worked out at every change of style.
COLOURED = frozenset(
    (
        "title", "byline", "warning", "heading", "quote", "pullquote", "code", "caption", "credit", "rule", "marker",
        "link", "mark", "mark-current", "find", "find-current", "selection",
    )
)  # fmt: skip
# Roles that are drawn as another one, and what is added to that.
DRAWN_AS = {
    "quote-bar": "rule", "pullquote-bar": "marker", "box": "rule", "table-rule": "rule", "cut": "marker",
    "note": "warning", "footnote": "byline",
}  # fmt: skip
ADDED = {
    "lead": Style(bold=True),
    "heading-1": Style(underline=True),
    "heading-2": Style(underline=True),
    "term": Style(bold=True),
    "table-header": Style(bold=True),
    "strong": Style(bold=True),
    "emphasis": Style(italic=True),
    "strike": Style(strike=True),
    "label": Style(bold=True, reverse=True),
}

CSS = """
ArticlePane {
    overflow-x: hidden;
    overflow-y: scroll;
    scrollbar-size-vertical: 1;
    background: $background;
    color: $foreground;

    & > .article--title { text-style: bold; color: $primary; }
    & > .article--byline { color: $text-muted; }
    & > .article--warning { text-style: bold; color: $text-warning; }
    & > .article--heading { text-style: bold; color: $accent; }
    & > .article--quote { text-style: italic; }
    & > .article--pullquote { text-style: bold italic; }
    & > .article--code { background: $surface-lighten-1; color: $foreground; }
    & > .article--caption { color: $foreground; }
    & > .article--credit { text-style: italic; color: $text-muted; }
    & > .article--rule { color: $secondary; }
    & > .article--marker { text-style: bold; color: $secondary; }
    & > .article--link { text-style: underline; color: $primary; }
    & > .article--mark { text-style: bold underline; color: $accent; }
    & > .article--mark-current { text-style: bold reverse; color: $accent; }
    & > .article--find { text-style: underline; background: $warning 40%; }
    & > .article--find-current { text-style: bold reverse; color: $warning; }
    & > .article--selection { text-style: reverse; }
}
"""
