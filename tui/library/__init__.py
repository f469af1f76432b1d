"""Articles kept and found again: SQLite, pictures beside it, what was read and how far.

    library = Library.open(folder)                      makes it if there is none; .notice, .read_only
    library.keep(article, etag=…, last_modified=…)      → id
    library.find(address)                               → id | None
    library.article(id)                                 → Article
    library.rows(limit, after=row)                      → list[Row], newest first
    library.place(id), .set_place(id, block, offset, fraction)
    library.mark_read(id, bool), .star(id, bool), .remove(id)
    library.keep_picture(id, caption, data, media_type), .picture(id, caption) → Path | None
    library.note_picture(id, caption, note), .picture_notes(id) → {caption: note}
    library.validators(address)                         → (etag, last_modified)

Everything raises LibraryError (a ReadingError) with one clean line.
"""

from tui.library.errors import LibraryError
from tui.library.rows import Row
from tui.library.shelf import Library

__all__ = ["Library", "LibraryError", "Row"]
