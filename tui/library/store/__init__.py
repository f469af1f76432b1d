"""The database itself: connections, formats, room on the disk; and the form in which an article is stored in it."""
