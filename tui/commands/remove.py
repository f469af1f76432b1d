"""``newsreader remove``: kept articles removed, by number or address."""

from __future__ import annotations

import argparse

from tui.commands.arguments import add_article_names
from tui.commands.messages import complain
from tui.commands.named_articles import number_of, titled
from tui.commands.open_library import open_library
from tui.commands.printing import accept_any_text
from tui.model.page import ReadingError


def declare(parser: argparse.ArgumentParser) -> None:
    """Names the arguments."""
    add_article_names(parser)


def run(options: argparse.Namespace) -> int:
    """Removes each article; 1 if one was not there."""
    accept_any_text()
    failed = False
    with open_library() as library:
        for name in options.names:
            try:
                number = number_of(library, name)
                article = library.articles.get(number)
                library.articles.remove(number)
                print(f"{number}\tremoved\t{titled(article.title, article.address)}", flush=True)
            except ReadingError as error:
                failed = True
                complain(name, str(error))
    return int(failed)
