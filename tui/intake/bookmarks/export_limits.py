"""Every bound of reading exports, in one place.

Exports are read piece by piece, so that their size costs time and no memory; what is bounded is one piece.
"""

LARGEST_FILE = 500_000_000  # bytes of one file, after decompression; what is over is not read
HEAD = 65_536  # bytes by which a form is recognised
CHUNK = 262_144  # characters that are read at a time
LONGEST_TEXT = 5_000_000  # characters of one text, a whole article's
LONGEST_ROW = 8_000_000  # characters of one row of a table
MOST_TOO_LONG = 20  # such rows, after which a table is taken for damaged
MOST_ENTRIES = 300_000  # rows, lines or records of a file
MOST_CELLS = 200_000  # marks that part cells in one row; HTML in a cell may hold some of them
MOST_COLUMNS = 1_000
MOST_HELD = 200_000  # values of one JSON record; a long text counts as several
TEXT_UNIT = 64  # characters of a text that count as a value
DEEPEST = 200  # lists and objects of JSON inside each other
LONGEST_HTML_TAG = 300_000  # characters of a tag of HTML, which may hold its picture as an address
MOST_FOLDERS = 20  # around a bookmark that become its tags
MOST_TAGS = 50  # of a bookmark
LONGEST_TAG = 80  # characters, as the library has it
LONGEST_TITLE = 2_000
LARGEST_PLIST = 40_000_000  # bytes
MOST_PLIST_OBJECTS, MOST_PLIST_REFERENCES = 600_000, 1_500_000
LARGEST_BESIDE = 5_000_000  # bytes of a text that stands in a file of its own
