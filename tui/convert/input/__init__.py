"""Bytes to a bounded, clean tree: encodings, MHTML, saved pages, Markdown files, plain text."""
