"""What stands in an archive of the whole library.

A ZIP file: ``library.json`` says what it is; ``articles.jsonl`` has a record an article (see ``articles/records``),
oldest first; ``feeds.jsonl``, which archives of earlier versions have not, one a feed, a folder, a saved search and a
mute rule; ``voices.jsonl`` what was joined by hand; ``pictures/`` the pictures under their hashes.
"""

FORMAT = 1
MANIFEST, ARTICLES, VOICES, FEEDS = "library.json", "articles.jsonl", "voices.jsonl", "feeds.jsonl"
