"""How each role of the article's text is drawn; every role differs by more than its colour."""

from __future__ import annotations

ROLES = frozenset(
    [
        "title",
        "byline",
        "warning",
        "lead",
        "heading",
        "heading-1",
        "heading-2",
        "heading-3",
        "quote",
        "pullquote",
        "quote-bar",
        "pullquote-bar",
        "term",
        "footnote",
        "code",
        "cut",
        "caption",
        "credit",
        "note",
        "box",
        "table-header",
        "table-rule",
        "rule",
        "marker",
        "link",
        "strong",
        "emphasis",
        "strike",
        "mark",
        "mark-current",
        "find",
        "find-current",
        "selection",
        "label",
    ]
)

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
    & > .article--lead { text-style: bold; }
    & > .article--heading { text-style: bold; color: $accent; }
    & > .article--heading-1 { text-style: bold underline; }
    & > .article--heading-2 { text-style: bold underline; }
    & > .article--quote { text-style: italic; }
    & > .article--pullquote { text-style: bold italic; }
    & > .article--quote-bar { color: $secondary; }
    & > .article--pullquote-bar { color: $accent; }
    & > .article--term { text-style: bold; }
    & > .article--footnote { color: $text-muted; }
    & > .article--code { background: $surface-lighten-1; color: $foreground; }
    & > .article--cut { text-style: bold; color: $accent; }
    & > .article--caption { color: $foreground; }
    & > .article--credit { text-style: italic; color: $text-muted; }
    & > .article--note { text-style: italic; color: $text-warning; }
    & > .article--box { color: $secondary; }
    & > .article--table-header { text-style: bold; }
    & > .article--table-rule { color: $secondary; }
    & > .article--rule { color: $secondary; }
    & > .article--marker { text-style: bold; color: $secondary; }
    & > .article--link { text-style: underline; color: $primary; }
    & > .article--strong { text-style: bold; }
    & > .article--emphasis { text-style: italic; }
    & > .article--strike { text-style: strike; }
    & > .article--mark { text-style: bold underline; color: $accent; }
    & > .article--mark-current { text-style: bold reverse; color: $accent; }
    & > .article--find { text-style: underline; background: $warning 40%; }
    & > .article--find-current { text-style: bold reverse; color: $warning; }
    & > .article--selection { text-style: reverse; }
    & > .article--label { text-style: bold reverse; }
}
"""
