"""Whether a page is documentation: a manual, a reference, a guide to software.

What elsewhere asks or points is instruction there ("Sign up for an account", "Learn more about rules in the guide to
rules"), and the same sentence stands under each of the things that it is true of.
"""

from __future__ import annotations

import re
from itertools import islice, takewhile
from typing import TYPE_CHECKING

from tui.convert import body_class_names
from tui.convert.body import prose_parts
from tui.text.late_patterns import late_pattern
from tui.text.plain_looks import holds

if TYPE_CHECKING:
    from lxml.html import HtmlElement

    from tui.convert.elements_by_tag import ElementsByTag

# What programs that make documentation call themselves.
PROGRAMS = (
    "sphinx", "docutils", "mkdocs", "docusaurus", "starlight", "vitepress", "vuepress", "gitbook", "mdbook", "rustdoc",
    "javadoc", "doxygen", "docfx", "antora", "asciidoc", "docbook", "readme.io", "nextra", "mintlify", "redoc",
    "slate", "yard", "jsdoc", "typedoc", "pdoc", "haddock", "documenter", "mediawiki", "dokuwiki", "madcap",
    "robohelp", "help+manual", "help + manual", "help+ manual", "help +manual",
)  # fmt: skip
GENERATORS = late_pattern(rf"\b(?:{'|'.join(map(re.escape, PROGRAMS))})", re.I)
# What they call the part with the text, or those around it.
PARTS = frozenset(
    "rustdoc rst-content bodywrapper md-main__inner theme-doc-markdown VPDoc vp-doc sl-markdown-content "
    "devsite-article docs-wrapper gitbook-root book-body bd-article sphinxsidebar javadoc mdx-content "
    "main-page-content".split()
)
# Labels of hosts and names in paths under which it is kept.
HOSTS = "doc docs readthedocs apidocs manual javadoc".split()
PATHS = "docs documentation reference manual manuals javadoc apidoc apidocs userguide user-guide".split()
ADDRESS = late_pattern(rf"//(?:[\w-]+\.)*?(?:{'|'.join(HOSTS)})\.|/(?:{'|'.join(PATHS)})(?:[/?#]|$)", re.I)
# In each address that it finds one of these stands between such signs; few have one, and need the pattern.
ADDRESS_PARTS = frozenset((*HOSTS, *PATHS))
BETWEEN_PARTS = re.compile(r"[/.?#]")
MOST = 400  # elements of a kind whose names are looked at


def is_documentation(elements: ElementsByTag, program: str, *addresses: str | None) -> bool:
    """Whether the page says so of itself, by the ``program`` that made it, by its parts or by its address."""
    if any(map(is_manual, filter(None, addresses))) or _is_generator(program):
        return True
    named = {e.get("class") for e in islice(elements.of("body", "main", "div", "article"), MOST)}
    return not PARTS.isdisjoint(" ".join(filter(None, named)).split())


def is_manual(address: str) -> bool:
    """Whether an address is one under which documentation is kept."""
    parts = BETWEEN_PARTS.split(address.lower())
    return not ADDRESS_PARTS.isdisjoint(parts) and ADDRESS.search(address) is not None


def _is_generator(program: str) -> bool:
    """Whether a program is one that makes documentation."""
    return holds(program.lower(), PROGRAMS) and GENERATORS.search(program) is not None


def whole(container: HtmlElement) -> HtmlElement:
    """The part that holds all sections, where only the longest was found and others have sentences, too."""
    path = (container, *container.iterancestors())
    part = next((e for e in path if _is_main(e)), container)
    within = {*container.iter()}
    beside = (p for p in part.iter("p", "li") if p not in within and prose_parts.reads(p))
    return part if any(not _is_strange(p, part) for p in beside) else container


def _is_main(element: HtmlElement) -> bool:
    """Whether a page says of an element that it holds what the page is about."""
    return element.tag in ("article", "main") or element.get("role") == "main" or element.get("id") == "content"


def _is_strange(element: HtmlElement, part: HtmlElement) -> bool:
    """Whether an element in a part stands in what is none of the text."""
    around = takewhile(lambda e: e is not part, (element, *element.iterancestors()))
    return any(
        body_class_names.is_set_apart(e)
        or e.tag == "aside"
        or not body_class_names.kinds(e).isdisjoint(body_class_names.STRANGE)
        for e in around
    )
