"""What stands in an archive of the whole library.

A ZIP file: ``library.json`` says what it is; ``articles.jsonl`` has a record an article (see ``articles/records``),
oldest first; ``voices.jsonl`` what was joined by hand; ``pictures/`` the pictures under their hashes.
"""

FORMAT = 1
MANIFEST, ARTICLES, VOICES = "library.json", "articles.jsonl", "voices.jsonl"
