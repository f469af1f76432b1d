"""An Article as JSON for scripts: the public contract, one line an article, under the names of ``printed_names``."""

from __future__ import annotations

from tui.model.article import Article
from tui.model.json_lines import Failure, json_line


def contract(article: Article, *, left_out: bool = False) -> str:
    """One line of JSON, the form that ``newsreader convert --to json`` promises; ``left_out``: with what was."""
    return json_line(article, on_request=left_out)


def failure(address: str, error: str) -> str:
    """One line of JSON for an address that could not be converted."""
    return json_line(Failure(address, error))
