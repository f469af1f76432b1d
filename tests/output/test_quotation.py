"""Quotations and captions as they are copied."""

from __future__ import annotations

import pytest
from articles import harbour

from tui.model.article import Quote
from tui.output.quotation import attributed, caption_with_credit, quoted, spoken
from tui.output.source_weights import speeches


@pytest.mark.parametrize("comma", [",", " ,", "，", "、", ""])
def test_a_comma_before_the_cue_is_not_part_of_the_words(comma: str) -> None:
    assert spoken(Quote(f"海很近{comma}", "direct", 0, 0, 4)) == "“海很近”"
    assert spoken(Quote(f"the sea was near{comma}", "indirect", 0, 0, 4)) == "the sea was near"


def test_a_quotation_names_who_said_it_and_where() -> None:
    assert attributed(["“Go”", "“Now”"], "Ann Lee", "“Pier”", reported=False) == "“Go”\n\n“Now”\n— Ann Lee\n“Pier”"


def test_reported_words_are_copied_as_reported() -> None:
    article = harbour()
    report = next(s for s in article.sources if s.kind == "document")
    assert quoted(article, report, speeches(report)[0]).startswith("as reported: a storm of the same height")


def test_a_caption_is_copied_with_its_credit() -> None:
    assert caption_with_credit(harbour().captions[2]).endswith("was finished [Port Ellery Town Archive]")
