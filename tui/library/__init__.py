"""Articles kept and found again: SQLite, pictures beside it, what was read and how far.

    library = Library.open(folder)           made if there is none; show .notice once if it is set (.read_only)

    .articles   keep(article, etag=…, last_modified=…) → id   a newer text of a kept article becomes its next version
                find(address) → id | None   get(id) → Article   validators(address) → (etag, last_modified)
                rows(limit, after=row, view=View(section, name, order, backwards, typed)) → [Row]
                row(id), rows_of(ids)
                ids(view) → array of all ids in order   count(view), sites() → counts of the sections
                reading_position(id) → (block, offset), set_reading_position   remove(ids) → Undo   keep_many(articles)
                retain(id)   what only a feed brought, for good
    .marks      read, star, later(ids, bool) → Undo   tag, untag(ids, name) → Undo   tags(), tags_of(id)
                undo(Undo); Undo.saying is a line for the status bar
    .search     find(typed, ranked=…, limit=…, skip=…, typing=…) → [Hit(row, snippet)]   count(typed)
    .voices     page(limit, after=voice, typed=…) → [Voice]   quotations(voice, limit, after=quotation) → [Quotation]
                get(id), of_article(id) → {source index: voice}   namesakes, members, join, separate
    .versions   of(id) → [Version]   get(id, number) → Article   difference(id, old, new) → Difference
    .elsewhere  of(id) → [Recurrence]   copies(id) → [Row]   original(id) → Row | None
                stories(since=…) → [Story]   story_of(id)   texts(story)   groups   waiting, bring_up
    .pictures   keep(id, caption, data, media_type) → Path   find(id, caption) → Path | None
                note(id, caption, note), notes(id) → {caption: note}   shown(id, Article)   room(), evict(limit)
    .feeds      subscribe(Subscription) → [id]   unsubscribe(id)   rows() → [FeedRow]   folders() → [FolderRow]
                find("12" | address | "folder:NAME") → Scope   set(scope, name, value)   rename, move
                mark_read(scope, last) → Undo   titles_of(ids)   take_apart(id)   in_folder(path) → Scope
                View("feed", str(id))   View("folder", path)   View("search", query)   View("muted")
                searches, save_search, forget_search   mute_rules, mute, unmute
    .entries    due(feeds, only_due=…) → [Asked]   take_in(feed, Arrival) → Taken   take_in_together   unchanged, failed
                sweep()   waiting() → [Waiting]   has_page, own_text, has_own_text, have_own_texts, not_fetched, done
    .sync       account() → Account | None   add, remove   waiting, pending, sent   apply_list, feed_changes   take_in
                apply_states   succeeded, failed: what intake/sync needs
    backup(file)               upkeep: check.examine(folder) → Health   repair.repair(folder) → Repaired

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
