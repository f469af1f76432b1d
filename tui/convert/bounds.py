"""What of a page is read at most, and what of an article is made of it: sizes, counts, depths of nesting.

How far a single rule looks (levels, characters, elements) stands beside the rule.  The figures come from hostile
pages timed against the parsers in use: libxml2 drops all text below 256 levels, takes seconds on tens of thousands of
attributes, and refuses text nodes over 10 MB.
"""

MAX_BYTES = 24_000_000  # of a page, unpacked; what is over is cut, with a warning
MAX_CHARACTERS = 12_000_000  # of markup given to the parser
HUGE_CHARACTERS = 9_000_000  # from here on libxml2 must be told that large text nodes are meant
MAX_DEPTH = 200  # levels of elements; deeper ones are flattened, their text kept
MAX_LEVELS = 120  # of an article's elements read one by one (a real page has sixty); a level takes four calls of 1,000
MAX_ATTRIBUTES = 200  # of one element; the others are dropped
MANY_ATTRIBUTES = 20_000  # equals signs on a page from which its tags are looked at
LONG_TAG = 40_000  # characters without the end of a tag from which tags are looked at
MAX_NESTING = 9  # lists and quotations inside each other; deeper ones are drawn here: many readers of Markdown stop
MAX_BLOCKS = 15_000  # of an article: a thick novel has five thousand paragraphs
MAX_COLUMNS = 60  # of a table
MAX_SPAN = 20  # columns that one cell may claim
MAX_PARTS = 500  # of an MHTML file
MAX_HOLDERS = 20  # of its parts that hold others, read as such; browsers write two or three
MAX_MEMBERS = 200  # of a gzip file
MAX_ENCLOSED = 30_000_000  # bytes of pictures that came inside a page
MAX_LEFT_OUT_PARTS = 40  # of a page that are told of
MAX_LEFT_OUT_PART = 3_000  # characters of one of them
MAX_LEFT_OUT = 20_000  # characters of all: they are kept with the article
PRESCAN = 65_536  # bytes searched for <meta charset>; browsers take 1,024 and then watch the parser
