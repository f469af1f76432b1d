"""Exports of read-later services, browsers and lists: bytes → bookmarks.  Pure: no clock, no disk, no network."""
