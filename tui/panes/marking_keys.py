"""Keys that mark articles: those picked in a list, the one under its cursor, or the one that is read."""

from __future__ import annotations

from textual.binding import Binding, BindingType


def marking_keys(room: str, later: str) -> list[BindingType]:
    """The keys of a room, whose name their ids begin with; ``later`` are those that put off for later."""
    shown = room == "library"  # in the reader the line at the foot is for the keys of reading
    return [
        Binding("f", "mark('starred')", "star", shown, id=f"{room}.star", tooltip="star, or remove the star"),
        Binding("m", "mark('read')", "read/unread", False, id=f"{room}.toggle_read", tooltip="mark as read or unread"),
        Binding(
            later,
            "mark('later')",
            "later",
            False,
            id=f"{room}.later",
            tooltip="put on the list for later, or take it off",
        ),
        Binding("T", "tag", "tag", False, id=f"{room}.tag", tooltip="add a tag; -name removes one"),
        Binding("d,delete", "delete", "delete", shown, id=f"{room}.delete", tooltip="delete the article"),
        Binding("u", "undo", "undo", shown, id=f"{room}.undo", tooltip="undo the last change"),
    ]
