"""Articles kept and found again: SQLite, pictures beside it, what was read and how far.

    library = Library.open(folder)           made if there is none; show .notice once if it is set (.read_only)

    keep(article, etag=…, last_modified=…) → id         a newer text of a kept article becomes its next version
    find(address) → id | None     article(id) → Article     validators(address) → (etag, last_modified)
    place(id) → (block, offset)   set_place(id, block, offset, fraction)
    keep_picture(id, caption, data, media_type) → Path  picture(id, caption) → Path | None
    note_picture(id, caption, note)                     picture_notes(id) → {caption: note}

    rows(limit, after=row, view=View(section, name, order, backwards, typed)) → [Row]      row(id), rows_of(ids)
    ids(view) → array of all ids in order               count(view), sites(), tags() → counts of the sections
    mark_read, star, put_off(ids, bool) → Undo          tag, untag(ids, name) → Undo       tags_of(id)
    remove(ids) → Undo                                  undo(Undo); Undo.saying is a line for the status bar

    search(typed, ranked=…, limit=…, skip=…, typing=…) → [Hit(row, snippet)]     search_count(typed)
    voices(limit, after=voice, typed=…) → [Voice]       quotations(voice, limit, after=quotation) → [Quotation]
    voices_of(id) → {source index: voice}               namesakes, voice_members, join_voices, part_voice
    versions(id) → [Version]   version(id, number) → Article   difference(id, old, new) → Difference

    export(ids, "markdown" | "html" | "json", target)   write_archive(file), read_archive(file)
    keep_many(articles)                                 import_newsboat(file, convert), import_folder(folder, convert)
    take_in(path, convert)                              one of these three, by what the path is
    backup(file)               evict_pictures(limit)    picture_room()
    care.examine(folder) → Health                       repair.repair(folder) → Repaired

Where an id is taken, ``ids`` may be one or many.  Long work takes ``progress(done, total)`` and ``stopped() →
bool`` and returns a Report of what was done and what could not be taken.  Calls may come from any thread;
those that may take longer than a frame should come from one that is not the screen's.  Everything
raises LibraryError (a ReadingError): one clean line saying why and what to do.
"""

from tui.library.articles.marks import Undo
from tui.library.articles.rows import Row, View
from tui.library.library import Library
from tui.library.library_errors import LibraryError
from tui.library.work_report import Report

__all__ = ["Library", "LibraryError", "Report", "Row", "Undo", "View"]
