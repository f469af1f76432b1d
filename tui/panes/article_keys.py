"""Keys that do something to articles: those picked in a list, the one under its cursor, or the one that is read."""

from __future__ import annotations

from textual.binding import Binding, BindingType


def article_keys(room: str, later: str) -> list[BindingType]:
    """The keys of a room, whose name their ids begin with; ``later`` are those that put off for later."""
    shown = room == "library"  # in the reader the line at the foot is for the keys of reading
    return [
        Binding("f", "mark('starred')", "star", shown, id=f"{room}.star", tooltip="star, or take the star away"),
        Binding("m", "mark('read')", "read/unread", show=False, id=f"{room}.toggle_read"),
        Binding(
            later,
            "mark('later')",
            "later",
            False,
            id=f"{room}.later",
            tooltip="put off for later, or no longer",
        ),
        Binding("T", "tag", "tag", False, id=f"{room}.tag", tooltip="tag, or take a tag away with -name"),
        Binding("d,delete", "delete", "delete", shown, id=f"{room}.delete"),
        Binding("u", "undo", "undo", shown, id=f"{room}.undo"),
    ]
