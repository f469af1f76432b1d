"""The Google Reader API, which a dozen servers of feeds speak: what is asked of them, and what they answer.

Knows nothing of the library.  Where servers differ, what all of them understand is sent.
"""
