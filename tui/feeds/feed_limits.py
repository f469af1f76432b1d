"""Every bound of reading feeds, in one place.

A tree of libxml2 takes some 270 bytes for an element with a text, so that ``MAX_MARKS`` keeps the worst document
under 150 MB; the figures leave all of the feeds of podcasts with thousands of episodes in.
"""

MAX_BYTES = 10 * 2**20  # of a document; what is over is cut: the newest entries stand first
MAX_MARKS = 400_000  # tags and attributes of an XML document, counted as "<" and "="; what is over is cut
MAX_ENTRIES = 10_000  # of a feed
MAX_JSON_BOXES = 400_000  # objects and lists of a JSON document
MAX_JSON_QUOTES = 2_000_000  # quotation marks of a JSON document, two a string
MAX_CHILDREN = 2_000  # elements of an entry that are looked at
MAX_ID = 4_000  # characters of a guid
MAX_ENCLOSURES = 100  # of an entry
MAX_NAMES = 50  # authors, and tags, of an entry
MAX_TAG = 20_000  # characters of a tag in an entry's HTML in which addresses are looked for
MADE_TITLE = 100  # characters of a title that is made from a text
DECLARED = 1_024  # bytes in which the XML declaration must end
