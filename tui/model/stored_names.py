"""The names under which values are stored: frozen here, whatever the code calls what they stand for.

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
from tui.model.warning import Warning


def names(table: str) -> dict[str, str]:
    """What each written name stands for."""
    return {name: field or name for name, _, field in (entry.partition("=") for entry in table.split())}


# Bodies, articles in archives, what is kept back for undo.  A field that has its default is left out.
KEPT: dict[type, dict[str, str]] = {
    Article: names(
        "address title blocks markdown url authors published modified language site lead original captions sources"
        " links warnings left_out corrections"
    ),
    Block: names("kind text spans within level language header caption anchor"),
    Span: names("start end style url"),
    Frame: names("kind marker"),
    Caption: names("text credit alt image block local"),
    Source: names("name kind role affiliation mentions quotes names answered unnamed_because"),
    Quote: names("text kind block start end continued cue certain via manner"),
    Mention: names("block start end"),
    Link: names("text url block"),
    LeftOut: names("blocks reason before"),
    Correction: names("words speaker"),
}
NOT_KEPT: dict[type, str] = {
    Article: "enclosed",  # pictures are kept apart
    Enclosed: "name media_type data",
    Warning: "kind text",  # its text alone stands for it, from which ``read_back`` knows its kind
}

# An article's record in archives and in what is kept back for undo: its parts, and their names for columns.
NUMBER, ARTICLE, VERSIONS, TAGS, PICTURES, ADDRESSES = "id", "article", "versions", "tags", "pictures", "addresses"
STATE = names("kept_at read starred later fraction block offset read_at kept text fetched muted")
UNTIL, EARLIER = "until", "article"  # of a version: when it was replaced, and the article as it was
PICTURE = names("caption digest media_type bytes note")
ADDRESS = names("key etag last_modified")
# What feeds have of it: the entries, each with its feed's address, and their own text while it is not converted.
ENTRIES, OWN_TEXT, FEED = "entries", "own_text", "feed"
ENTRY = names("guid address title digest first_seen last_seen summary apart")
# A feed, with the identities of its entries that are gone; a saved search; a mute rule.
FOLDERS, SETTINGS, FORGOTTEN, ADDRESSES_OF_FEED = "folders", "settings", "gone_entries", "addresses"
SUBSCRIPTION = names(
    "address title name site added_at private etag last_modified digest rhythm asked_at next_at not_before errors error"
    " failing_since gone"
)
SAVED_SEARCH = names("name query")
MUTE_RULE = names("query until")
# A voice that was joined by hand, in archives: itself, and the one that it is counted to.
MEMBER, HEAD = "voice", "joined"
VOICE = names("name_key kind affiliation_key name affiliation")

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
