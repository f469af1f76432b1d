"""Page → Feed (``feed_document.read_feed``), and all else that is known of feeds without asking anybody.

Pure: no clock, no disk, no network.  What a feed says is cleaned here, once; addresses become absolute, times get
their offset.
"""
