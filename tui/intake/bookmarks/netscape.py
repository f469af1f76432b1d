"""The HTML in which browsers, and linkding, hand over bookmarks (Netscape's form)."""

from __future__ import annotations

from collections.abc import Iterator

from tui.intake.bookmarks import field_values as values
from tui.intake.bookmarks.documents import Document, Item
from tui.intake.bookmarks.export_limits import DEEPEST, MOST_FOLDERS
from tui.intake.bookmarks.html_tags import Tag, tags
from tui.model.subscription import Skipped, Subscription

# Folders that a browser has by itself: they say nothing about what is in them.
OWN_FOLDERS = ("personal_toolbar_folder", "unfiled_bookmarks_folder")
ARCHIVED = "linkding:archived"
NOTES = "[linkding-notes]"


def read_page(document: Document) -> Iterator[Item]:
    """The links; a folder's name stands before its list, a link's description behind it."""
    folders, following = list[str](), ""
    for tag in tags(document.pieces()):
        if tag.name == "h3" and not tag.closes:
            following = "" if any(own in tag.attributes() for own in OWN_FOLDERS) else tag.text
        elif tag.name == "dl" and not tag.closes:
            if len(folders) < DEEPEST:
                folders.append(following)
            following = ""
        elif tag.name == "dl":
            del folders[-1:]
        elif tag.name == "a" and not tag.closes:
            yield _of_link(tag, folders[:MOST_FOLDERS])
        elif tag.name == "dd" and NOTES in tag.after:
            yield Skipped(values.NOTES)


def _of_link(tag: Tag, folders: list[str]) -> Item:
    said = tag.attributes()
    if feed := values.web(said.get("feedurl")):
        return Subscription(feed, tag.text, values.web(said.get("href")))
    names = values.parted_tags(said.get("tags", ""), ",")
    return values.bookmark(
        said.get("href"),
        tag.text,
        saved=values.unix_moment(said.get("add_date")),
        tags=values.tags([*folders, *(name for name in names if name != ARCHIVED)]),
        read=ARCHIVED in names or said.get("toread") == "0",
    )
