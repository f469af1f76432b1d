"""Every bound of reading feeds, in one place.

A tree of libxml2 takes some 270 bytes for an element with a text or for an attribute, so that ``MAX_MARKS`` keeps the
worst document's under 90 MB; podcasts with thousands of episodes stay within all of them.
"""

MAX_BYTES = 10 * 2**20  # of a document; what is over is cut: the newest entries stand first
MAX_MARKS = 300_000  # tags and attributes of an XML document, counted as "<" and "="; what is over is cut
MAX_REFERENCES = 1_000_000  # ampersands of an XML document that must be mended; what is over is cut
MAX_ENTRIES = 5_000  # of a feed that are looked at, from its beginning, where the newest stand
MAX_JSON_BOXES = 400_000  # objects and lists of a JSON document
MAX_JSON_QUOTES = 2_000_000  # quotation marks of a JSON document, two a string
MAX_CHILDREN = 2_000  # elements of an entry that are looked at
MAX_TEXT = 2_000_000  # characters of an entry's text, tags included
MAX_TITLE = 20_000  # characters of a title, tags included; it is cut to a line's length when it is plain
SLICE = 1_000_000  # characters that are mended at a time
HEAD = 4_096  # characters by which binary data is known
MAX_CONTROLS = 0.05  # share of control characters in the head of a text
MAX_ID = 4_000  # characters of a guid
MAX_ENCLOSURES = 100  # of an entry
MAX_NAMES = 50  # authors, and tags, of an entry
MAX_ADDRESSES = 20_000  # relative ones in the texts of a document that are made absolute
MAX_TAG = 20_000  # characters of a tag in an entry's HTML in which addresses are looked for
MADE_TITLE = 100  # characters of a title that is made from a text
WRONG_BYTES = 20_000  # in UTF-8 that are each taken for another encoding's; with more, all the document is
DECLARED = 1_024  # bytes in which the XML declaration must end
