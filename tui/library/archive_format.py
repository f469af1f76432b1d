"""What stands in an archive of the whole library.

A ZIP file: ``library.json`` says what it is; ``articles.jsonl`` has a record an article (see ``articles/records``),
oldest first; ``feeds.jsonl``, which archives of earlier versions have not, one a feed, a folder, a saved search and a
mute rule; ``voices.jsonl`` what was joined by hand; ``pictures/`` the pictures under their hashes.
"""

FORMAT = 1
MANIFEST, ARTICLES, VOICES, FEEDS = "library.json", "articles.jsonl", "voices.jsonl", "feeds.jsonl"

# A single exported article carries such a record, too: in an HTML page as the content of a meta element of this name.
# A Markdown file has its fields in its front matter, of which this one says that it is ours.
PAGE_RECORD = "newsreader-article"
FRONT_MATTER_MARK, FRONT_MATTER_PICTURES = "newsreader", "pictures"
