"""Kept articles: their rows, texts, versions, marks, pictures."""
