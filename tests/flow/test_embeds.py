"""A player or foreign page stands in the text beside a bar with a link, and is not counted among the pictures."""

from __future__ import annotations

from rich.cells import cell_len

from tui.flow.layout import At, Layout
from tui.model.article import Article, Block, Caption, Span


def test_only_pictures_are_numbered() -> None:
    player = Block("figure", "Film: the storm", spans=(Span(0, 15, "link", "https://films.example/storm"),))
    picture = Block("figure", "Waves", caption=0)
    of = Layout(Article("a", "T", (player, picture), "", captions=(Caption("Waves"),)), 20, cell_len)
    lines = [of.line(at).text for at in of.window(At(0, 0), 20)]
    assert lines[2:] == [
        "┊ Film: the storm",
        "",
        "┊ 1 Waves",
    ]
    assert "https://films.example/storm" in [run.url for run in of.line(of.find(of.first_block, 0)).runs]
