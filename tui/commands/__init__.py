"""The commands of ``newsreader``, one a file, and what they share.

A command's module has ``declare(parser)``, which names its arguments, and ``run(options) -> int``, which
does it and gives the exit status.  They are imported when called, so that none slows the start of another.
"""

from __future__ import annotations

from typing import NamedTuple

STANDARD_INPUT = "-"  # as for ``tui.fetch``, which is not loaded where all that is wanted is kept
PROGRAM = "newsreader"


class Command(NamedTuple):
    """A command: the module that does it and what it is for."""

    module: str
    purpose: str


COMMANDS = {
    "convert": Command("convert", "print articles as JSON, Markdown or text, keeping nothing"),
    "add": Command("add", "keep articles without opening them"),
    "list": Command("list", "list what is kept, newest first"),
    "search": Command("search", "search the text of what is kept"),
    "voices": Command("voices", "list who is cited in what is kept, and what they said"),
    "elsewhere": Command("elsewhere", "say where else the quotations of an article stand in what is kept"),
    "stories": Command("stories", "list which kept articles tell one story, and which are copies"),
    "mark": Command("mark", "mark kept articles read, starred, put off for later, or give them tags"),
    "feeds": Command("feeds", "subscribe to feeds, list and set them, take them over and give them out"),
    "refresh": Command("refresh", "ask the feeds what is new, and fetch it whole"),
    "sync": Command("sync", "keep feeds in step with a server: FreshRSS, Miniflux and others"),
    "export": Command("export", "write kept articles to files, or the whole library to an archive"),
    "import": Command("import_", "take over what other programs export, an archive, or saved pages"),
    "remove": Command("remove", "remove kept articles"),
    "doctor": Command("doctor", "say where things are kept, how large they are, and whether they are sound"),
    "backup": Command("backup", "copy the library, also while it is in use"),
    "restore": Command("restore", "put a backup in the place of the library, which is kept beside it"),
    "schema": Command("schema", "print what the lines of JSON hold, as JSON Schema"),
    "completion": Command("completion", "print what makes bash, zsh or fish complete newsreader's words"),
}
