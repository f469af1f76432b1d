"""The clean fragment → CommonMark with tables, by markdownify.

markdownify's own tree walk is replaced by a plainer one (the fragment holds no stray white space), its
escapes by ones that render back to the same text.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache
from typing import Any

from tui.convert.markdown.soup import Element, Words  # first, for what it leaves out of BeautifulSoup

# isort: split
from markdownify import ATX, BACKSLASH, MarkdownConverter

# The character itself, out of one class, is looked for first: so the search passes over all others fast.
_before = r"(?<=_)(?:(?<![^\W_]_)|(?![^\W_]))|(?<=<)(?=[A-Za-z/!?])|(?<=&)(?=#?\w+;)"
ESCAPED = re.compile(rf"[\\`*_<&\]](?:(?<=[\\`*])|{_before}|(?<=\])(?=[(\[:]))")
ESCAPED_IN_LABEL = re.compile(rf"[\\`*_<&\[\]](?:(?<=[\\`*\[\]])|{_before})")
# What would begin a heading, a quotation, a list, a rule, a fence or a table at the beginning of a line.
LINE_START = re.compile(r"#{1,6}(?=\s|$)|>|[-+](?=\s|$)|[-=|:](?=[-=|:\s]*$)|~~~|\d{1,9}(?=[.)](?:\s|$))")
UNSAFE_ADDRESS = re.compile(r"[\s()<>\\]")
BACKTICKS = re.compile(r"`{3,}")
INLINE_CONTEXT = frozenset("h1 h2 h3 h4 h5 h6 td th".split())
LITERAL = frozenset(("pre", "code"))
NOWHERE: frozenset[str] = frozenset()


def to_markdown(fragment: Iterable[Element]) -> str:
    """Markdown of a fragment, given as documents that may be converted apart (see ``fragment.fragment``)."""
    parts: list[str] = []
    for document in fragment:
        parts.append(CONVERTER.convert_soup(document).strip("\n"))
        document.let_go()
    text = "\n\n".join(part for part in parts if part)
    return text + "\n" if text else ""


@cache
def _inside(outside: frozenset[str], name: str) -> frozenset[str]:
    """The names around what an element holds, with markdownify's marks for a line's and for literal text."""
    names = outside | {name}
    if name in INLINE_CONTEXT:
        return names | {"_inline"}
    return names | {"_noformat"} if name in LITERAL else names


class Converter(MarkdownConverter):
    """markdownify for fragments."""

    def process_tag(self, node: Any, parent_tags: Any = None) -> str:
        outside = parent_tags or NOWHERE
        name = node.name
        inside = _inside(outside, name)
        parts: list[str] = []
        for child in node.contents:
            text = self.process_text(child, inside) if child.__class__ is Words else self.process_tag(child, inside)
            if text:
                parts.append(_joined(parts, text) if parts and text[0] == "\n" and name not in LITERAL else text)
        convert = self.get_conv_fn_cached(name)  # type: ignore[attr-defined]
        text = "".join(parts)
        return convert(node, text, parent_tags=outside) if convert else text

    def process_text(self, el: Any, parent_tags: Any = None) -> str:
        tags = parent_tags or NOWHERE
        text = str(el)
        if "_noformat" in tags:
            return text if "td" not in tags and "th" not in tags else text.replace("|", "\\|")
        escaped = ESCAPED_IN_LABEL if "a" in tags else ESCAPED
        if escaped.search(text):
            text = escaped.sub(r"\\\g<0>", text)
        before, after = el.previous_sibling, el.next_sibling
        if after is not None and after.name == "a" and text.endswith("!"):
            text = text[:-1] + "\\!"
        if "_inline" in tags:
            return text.replace("|", "\\|") if "td" in tags or "th" in tags else text
        if (before is None and el.parent.name == "p") or (before is not None and before.name in ("br", "a")):
            text = _safe_start(text, before)
        return text

    def convert_a(self, el: Any, text: str, parent_tags: Any) -> str:
        if el.get("id"):
            return f'<a id="{el["id"]}"></a>'
        return f"[{text}]({_address(el.get('href') or '')})" if text else ""

    def convert_img(self, el: Any, text: str, parent_tags: Any) -> str:
        alt = ESCAPED_IN_LABEL.sub(r"\\\g<0>", el.get("alt") or "")
        return f"![{alt}]({_address(el.get('src') or '')})"

    def convert_li(self, el: Any, text: str, parent_tags: Any) -> str:
        text = text.strip()
        bullet = f"{el['value']}{el.parent['sign']} " if el.get("value") else "- "
        indent = " " * len(bullet)
        lines = text.split("\n")
        return "\n".join([bullet + lines[0], *(indent + line if line else "" for line in lines[1:])]) + "\n"

    def convert_hN(self, n: int, el: Any, text: str, parent_tags: Any) -> str:  # noqa: N802 - a name of markdownify
        text = text.strip()
        return f"\n\n{'#' * n} {text[:-1] + chr(92) + '#' if text.endswith('#') else text}\n\n"

    def convert_pre(self, el: Any, text: str, parent_tags: Any) -> str:
        fence = "`" * (1 + max((len(run) for run in BACKTICKS.findall(text)), default=2))
        return f"\n\n{fence}{el.get('language') or ''}\n{text}\n{fence}\n\n"

    def convert_hr(self, el: Any, text: str, parent_tags: Any) -> str:
        return "\n\n***\n\n"  # "- ---" would be one long rule, not a rule in a list

    def convert_del(self, el: Any, text: str, parent_tags: Any) -> str:
        return f"<del>{text}</del>" if text else ""


CONVERTER = Converter(heading_style=ATX, sup_symbol="<sup>", sub_symbol="<sub>", newline_style=BACKSLASH)


def _joined(parts: list[str], text: str) -> str:
    """``text`` with as many newlines before it as it and what stands before ask for, two at most."""
    before = parts[-1].rstrip("\n")
    own = len(text) - len(text.lstrip("\n"))
    wanted = min(2, max(len(parts[-1]) - len(before), own))
    parts[-1] = before
    return "\n" * wanted + text[own:]


def _safe_start(text: str, before: Any) -> str:
    if before is not None and before.name == "a" and not before.get("id"):
        return text
    match = LINE_START.match(text)
    if match is None:
        return text
    mark = match.group()
    return f"{mark}\\{text[len(mark) :]}" if mark.isdigit() else "\\" + text


def _address(address: str) -> str:
    """An address that ends where Markdown's parenthesis closes."""
    if not UNSAFE_ADDRESS.search(address):
        return address
    for character, code in ((" ", "%20"), ("(", "%28"), (")", "%29"), ("<", "%3C"), (">", "%3E"), ("\\", "%5C")):
        address = address.replace(character, code)
    return "".join(address.split())
