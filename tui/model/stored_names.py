"""The names under which values are stored and printed: frozen here, whatever the code calls what they stand for.

A table gives the names that are written; ``name=field`` where the field or column that one stands for is called
otherwise by now.  Renaming in the code changes what stands after ``=``; what is written never changes, nor what it
means when a field is left out.  What is added to a value is added here, or is among what is not kept or not printed;
a test knows when it is neither.
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
from tui.model.printed_values import StoryRow
from tui.model.warning import Warning


def _names(table: str) -> dict[str, str]:
    """What each written name stands for."""
    return {name: field or name for name, _, field in (entry.partition("=") for entry in table.split())}


# Bodies, articles in archives, what is kept back for undo.  A field that has its default is left out.
KEPT: dict[type, dict[str, str]] = {
    Article: _names(
        "address title blocks markdown url authors published modified language site lead original captions sources"
        " links warnings left_out corrections"
    ),
    Block: _names("kind text spans within level language header caption anchor"),
    Span: _names("start end style url"),
    Frame: _names("kind marker"),
    Caption: _names("text credit alt image block local"),
    Source: _names("name kind role affiliation mentions quotes names answered unnamed_because"),
    Quote: _names("text kind block start end continued cue certain via manner"),
    Mention: _names("block start end"),
    Link: _names("text url block"),
    LeftOut: _names("blocks reason before"),
    Correction: _names("words speaker"),
}
NOT_KEPT: dict[type, str] = {
    Article: "enclosed",  # pictures are kept apart
    Enclosed: "name media_type data",
    Warning: "kind text",  # its text alone stands for it, from which ``read_back`` knows its kind
}

# What ``newsreader convert --to json`` promises, in the order in which it is printed.
PRINTED: dict[type, dict[str, str]] = {
    Article: _names(
        "address url title authors published modified language site lead original markdown text captions sources links"
        " warnings"
    ),
    Caption: _names("text credit alt image block"),
    Source: _names("name kind role affiliation mentions quotes names answered unnamed_because"),
    Mention: _names("block start end"),
    Quote: _names("text kind block start end continued evidence=cue certain via manner"),
    Link: _names("text url block"),
    LeftOut: _names("text reason before"),
    StoryRow: _names("articles copies outlets from=begins to=ends"),
}
# What it adds when it is asked for it.
PRINTED_ON_REQUEST: dict[type, dict[str, str]] = {Article: _names("left_out")}
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

# An article's record in archives and in what is kept back for undo: its parts, and their names for columns.
NUMBER, ARTICLE, VERSIONS, TAGS, PICTURES, ADDRESSES = "id", "article", "versions", "tags", "pictures", "addresses"
STATE = _names("kept_at read starred later fraction block offset read_at kept text fetched muted")
UNTIL, EARLIER = "until", "article"  # of a version: when it was replaced, and the article as it was
PICTURE = _names("caption digest media_type bytes note")
ADDRESS = _names("key etag last_modified")
# What feeds have of it: the entries, each with its feed's address, and their own text while it is not converted.
ENTRIES, OWN_TEXT, FEED = "entries", "own_text", "feed"
ENTRY = _names("guid address title digest first_seen last_seen summary apart")
# A feed, with the identities of its entries that are gone; a saved search; a mute rule.
FOLDERS, SETTINGS, FORGOTTEN, ADDRESSES_OF_FEED = "folders", "settings", "gone_entries", "addresses"
SUBSCRIPTION = _names(
    "address title name site added_at private etag last_modified digest rhythm asked_at next_at not_before errors error"
    " failing_since gone"
)
SAVED_SEARCH = _names("name query")
MUTE_RULE = _names("query until")
# A voice that was joined by hand, in archives: itself, and the one that it is counted to.
MEMBER, HEAD = "voice", "joined"
VOICE = _names("name_key kind affiliation_key name affiliation")

# What bodies begin to repeat from: the names of the fields in the shapes they come in, then the words
# that texts in English, German, French and Spanish have most of.  Never to be changed: what is
# stored cannot be read with another one.
DICTIONARY = (
    " der die und das von zu mit den des nicht ist auch sich eine als bei nach werden les des est une dans que pour"
    " qui sur pas par plus avec los las del una para con por como más pero sus"
    " people government president company minister million according would could their there which about after"
    " before because between during through against under while where years first other also more than when were"
    " have been has had not but who will they said that with from this was for are and the of to in a"
    '","url":"https://www.","published":"2026-01-01T00:00:00+00:00","modified":"2025-12-31T","language":"en"'
    ',"site":"The '
    '","lead":"","original":"https://","captions":[{"text":"","credit":"","alt":"","image":"https://www.","local":"'
    '"warnings":["looks cut off: ","enclosed":[]","kind":"heading","text":"","level":2},{"kind":"paragraph","text":"'
    ',"within":[{"kind":"quote"}]},"within":[{"kind":"item","marker":"•"}]},{"kind":"figure","caption":0,"text":"'
    '"spans":[{"start":0,"end":12,"style":"strong"},{"start":,"end":,"style":"emphasis"},"style":"link","url":"https://'
    '"sources":[{"name":"","kind":"organisation","role":"","affiliation":"","mentions":[{"block":1,"start":0,"end":'
    '},{"block":}],"quotes":[{"text":"","kind":"indirect","block":,"start":,"end":,"continued":true,"cue":{"block":'
    '{"text":"","kind":"mixed","block":{"text":"","kind":"direct","block":1,"start":1,"end":1,"cue":{"block":}}]},'
    '{"name":"","kind":"person","role":"","affiliation":"University of "links":[{"text":"","url":"https://","block":'
    '[{"address":"https://www.","title":"","authors":[""],"markdown":"","blocks":[{"kind":"lead","text":"'
    '","\\n\\n",1,"\\n\\n",2,"\\n\\n## ",3,"\\n\\n",4,"\\n\\n",5,"\\n\\n> ",6,"\\n\\n- ",7,"\\n\\n",8,"\\n\\n"'
).encode()
