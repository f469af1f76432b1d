"""The pane that shows an article's text."""
