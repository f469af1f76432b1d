"""newsreader: an article reader for the terminal that also shows who is cited and what the pictures show."""

__version__ = "0.1.0"
