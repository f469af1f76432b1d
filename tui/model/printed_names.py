"""The names under which values are printed as JSON: frozen here, as those under which they are stored.

``stored_names`` says how a table gives them.
"""

from __future__ import annotations

from tui.model.article import (
    Article,
    Block,
    Caption,
    Correction,
    Enclosed,
    Frame,
    LeftOut,
    Link,
    Mention,
    Quote,
    Source,
    Span,
)
from tui.model.stored_names import names
from tui.model.warning import Warning

# What ``newsreader convert --to json`` promises, in the order in which it is printed.
PRINTED: dict[type, dict[str, str]] = {
    Article: names(
        "address url title authors published modified language site lead original markdown text captions sources links"
        " warnings"
    ),
    Caption: names("text credit alt image block"),
    Source: names("name kind role affiliation mentions quotes names answered unnamed_because"),
    Mention: names("block start end"),
    Quote: names("text kind block start end continued evidence=cue certain via manner"),
    Link: names("text url block"),
    LeftOut: names("text reason before"),
}
# What it adds when it is asked for it.
PRINTED_ON_REQUEST: dict[type, dict[str, str]] = {Article: names("left_out")}
NOT_PRINTED: dict[type, str] = {
    Correction: "words speaker",  # they are in the sources that are printed
    Article: "blocks enclosed left_out corrections",  # what was left out on request
    Block: "kind text spans within level language header caption anchor",
    Span: "start end style url",
    Frame: "kind marker",
    LeftOut: "blocks",
    Caption: "local",  # a path on the machine that saved the page
    Enclosed: "name media_type data",
    Warning: "kind text",  # its text alone stands for it
}
