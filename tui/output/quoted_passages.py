"""What stands in quotation marks in an article, whoever said it."""

from __future__ import annotations

import re

from tui.model.article import RUNNING_TEXT, SHORTEST_PASSAGE, Article, Mention
from tui.output.source_weights import QUOTED_WORDS
from tui.text.word_count import count_words

SEVERAL = 5  # quotations from which it shows that most of them are nobody's


def quoted_passages(article: Article) -> tuple[Mention, ...]:
    """The places of the words inside quotation marks, those of a few words left out."""
    found = []
    for index, block in enumerate(article.blocks):
        if block.kind not in RUNNING_TEXT:
            continue
        for match in re.finditer(QUOTED_WORDS, block.text):
            group = match.lastindex or 0
            if count_words(match[group]) >= SHORTEST_PASSAGE:
                found.append(Mention(index, match.start(group), match.end(group)))
    return tuple(found)


def mostly_unattributed(article: Article) -> bool:
    """Whether several quotations stand in the article and fewer than half of them were given to anybody."""
    passages = quoted_passages(article)
    given = [(quote.block, quote.start, quote.end) for source in article.sources for quote in source.quotes]
    held = sum(any(b == p.block and start < p.end and p.start < end for b, start, end in given) for p in passages)
    return len(passages) >= SEVERAL and 2 * held < len(passages)
