"""The database itself: connections, formats, soundness, repair, room on the disk."""
