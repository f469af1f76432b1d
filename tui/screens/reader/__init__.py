"""The reader's screen."""
