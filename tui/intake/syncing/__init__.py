"""Feeds, entries and their states kept in step with a server."""
