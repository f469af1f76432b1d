"""The clean fragment → CommonMark with tables, by BeautifulSoup and markdownify."""

from __future__ import annotations

import re
from functools import cache
from typing import Any

ESCAPED = re.compile(r"[\\`*]|(?<!\w)_|_(?!\w)|<(?=[A-Za-z/!?])|&(?=#?\w+;)|\](?=[(\[:]|$)|!$")
LINE_START = re.compile(r"^(\s*)([#>=+|:~-]|\d{1,9}(?=[.)]))")


def to_markdown(fragment: str) -> str:
    """Markdown of a fragment as ``fragment.fragment`` writes it."""
    from bs4 import BeautifulSoup

    text: str = _converter().convert_soup(BeautifulSoup(fragment, "lxml"))
    return text.strip("\n") + "\n" if text.strip() else ""


@cache
def _converter() -> Any:
    from markdownify import ATX, MarkdownConverter

    class Converter(MarkdownConverter):  # type: ignore[misc]
        """markdownify with escapes that render back to the same text."""

        def escape(self, text: str, parent_tags: set[str]) -> str:
            text = ESCAPED.sub(r"\\\g<0>", text)
            if "a" in parent_tags:
                text = re.sub(r"(?<!\\)[\[\]]", r"\\\g<0>", text)
            if "td" in parent_tags or "th" in parent_tags:
                text = text.replace("|", "\\|")
            return text

        def process_text(self, el: Any, parent_tags: set[str] | None = None) -> str:
            text: str = super().process_text(el, parent_tags=parent_tags)
            before = el.previous_sibling
            if (before is None and el.parent.name in ("p", "li")) or (before is not None and before.name == "br"):
                text = LINE_START.sub(_escaped_start, text)
            return text

        def convert_a(self, el: Any, text: str, parent_tags: set[str]) -> str:
            if el.get("id"):
                return f'<a id="{el["id"]}"></a>'
            address = el.get("href").replace("(", "%28").replace(")", "%29").replace("\\", "%5C")
            return f"[{text}]({address})"

        def convert_img(self, el: Any, text: str, parent_tags: set[str]) -> str:
            alt = re.sub(r"[\\\[\]*_`<&]", r"\\\g<0>", el.get("alt") or "")
            source = el.get("src") or ""
            if re.search(r"[\s()<>\\]", source):
                source = "<" + re.sub(r"[<>\n\\]", "", source) + ">"
            return f"![{alt}]({source})"

    return Converter(
        heading_style=ATX, bullets="-", escape_misc=False, sup_symbol="<sup>", sub_symbol="<sub>", newline_style="BACKSLASH"
    )


def _escaped_start(match: re.Match[str]) -> str:
    space, mark = match.groups()
    return space + (mark if mark.isdigit() else "\\" + mark)
