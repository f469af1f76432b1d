"""What the sources pane says before and after it is given an article."""

from __future__ import annotations

from tui.panes.sources import SourcesPane


def test_before_an_article_nobody_is_counted_and_no_row_is_there() -> None:
    pane = SourcesPane()
    assert pane.count == 0
    assert pane.head[0] == "0 voices"
    assert pane.rows_for(40) == ()
    assert (pane.source, pane.speech, pane.link, pane.elsewhere) == (None, None, None, [])
