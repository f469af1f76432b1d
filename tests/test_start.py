"""What a start loads: a module that is loaded before anything is seen is one that this start needs.

The tables are complete: what comes to a start is written into its table, or loaded where it is used first
(``tui.system.lazy_modules``).  ``tests/bench/start.md`` has what the starts cost.
"""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
from articles import harbour

from tui.library import Library
from tui.model.subscription import Subscription

ROOT = Path(__file__).resolve().parent.parent
REPORT = "print(*(name for name in sys.modules if name.startswith('tui.')), sep='\\n', file=sys.stderr)"
COMMAND = f"import atexit, sys\nfrom tui.cli import main\natexit.register(lambda: {REPORT})\nmain(sys.argv[1:])"
APP = f"""
import sys
from pathlib import Path
from tui.app import NewsreaderApp

class Started(NewsreaderApp):
    def on_ready(self):
        {REPORT}
        self.exit()

Started(Path(sys.argv[1]), sys.argv[2:], offline=True).run(headless=True, size=(120, 40))
"""


def modules(table: str) -> set[str]:
    """The names in rows of a room, a colon and its modules; the rooms are modules, too."""
    rows = (line.partition(":") for line in table.strip().splitlines())
    return {f"tui.{room}.{name}".rstrip(".") for room, _, names in rows for name in ("", *names.split())}


COMMAND_LINE = modules("""
cli:
commands: arguments read
model: faults reading_errors
system: interrupt lazy_modules terminal
text: cleaning odd_bytes
""")
LIST = COMMAND_LINE | modules("""
commands: batches list messages open_library printing
library: library library_errors work_report
library.articles: marks rows tags
library.store: connection disk_reserve moments pool schema
model: frozen page warning
system: open_databases paths
text: amounts dates folding headlines late_patterns scripts word_count
""")
LIBRARY_SCREEN = LIST | modules("""
app:
flow: bidi graphemes lines thai_words wrap
intake: reading_list
library: library_work pending_marks
library.feeds: feed_rows feed_settings feeds saved_searches
panes: bar completeness find_bar footer header holders library_list listing_pages marking_keys notice
panes: pane_line preview row_lines row_list sections story_listing terminal_cells textual_private
panes: workers
screens: article_actions base bringing_up gathering library library_actions library_changes library_panes
screens: library_stories themes type_ahead
screens.feeds: feed_actions refreshing
system: background config garbage new_file remembered small_files startup stylesheets threads
""")
READER = LIBRARY_SCREEN | modules("""
convert:
flow: article_head block_forms excerpt found_places framing hyphenation layout link_hints
flow: movement outline reading_time styling text_form text_search
intake: shown_article
library.articles: kept_articles own_texts pictures reading_position
library.store: address_keys body_blob row_values
model: article corrections kept_json stored_names
output: csl quotation quoted_passages source_list source_weights
panes: captions source_rows sources tabs
panes.article: drawing find_state idle_work jump_history keys line_view link_labels modes pane picture_rows
panes.article: remaining selection strips styles viewport
screens.reader: actions arrangement elsewhere kept_article left_out panes pictures screen
screens.reader: speaker_correction under_cursor upkeep
text: addresses sentence_ends
""")


def loaded(home: Path, code: str, *arguments: str) -> set[str]:
    """What of the program a fresh interpreter has loaded after the code."""
    folders = {f"XDG_{kind}_HOME": str(home) for kind in ("DATA", "CONFIG", "STATE", "CACHE")}
    argv = [sys.executable, "-c", code, *arguments]
    done = subprocess.run(argv, capture_output=True, text=True, check=True, cwd=ROOT, env=os.environ | folders)
    return {line for line in done.stderr.splitlines() if line.startswith("tui.")}


@pytest.fixture
def home(tmp_path: Path) -> Path:
    """A folder with a library in which an article is kept."""
    with Library.open(tmp_path / "newsreader") as library:
        library.articles.keep(harbour())
    return tmp_path


@pytest.mark.parametrize(("argument", "needed"), [("--version", COMMAND_LINE), ("list", LIST)])
def test_a_command_loads_what_it_needs(home: Path, argument: str, needed: set[str]) -> None:
    found = loaded(home, COMMAND, argument)
    assert found - needed == set()
    assert "tui.cli" in found


@pytest.mark.parametrize(
    ("addresses", "needed", "shown"),
    [((), LIBRARY_SCREEN, "tui.screens.library"), ((harbour().address,), READER, "tui.screens.reader.screen")],
    ids=["the library", "an article"],
)
def test_the_app_loads_what_its_first_screen_needs(
    home: Path, addresses: tuple[str, ...], needed: set[str], shown: str
) -> None:
    found = loaded(home, APP, str(home / "newsreader"), *addresses)
    assert found - needed == set()
    assert shown in found


RESTED = """
import asyncio, sys
from pathlib import Path
from tui.app import NewsreaderApp
from tui.screens import ahead

class Rested(NewsreaderApp):
    def on_ready(self):
        self.before = set(sys.modules)
        self.run_worker(self.look(), exit_on_error=False)

    async def look(self):
        while not set(ahead.MODULES) <= set(sys.modules):
            await asyncio.sleep(0.05)
        print(*sorted(set(sys.modules) - self.before), sep="\\n", file=sys.stderr)
        self.exit()

Rested(Path(sys.argv[1]), offline=len(sys.argv) > 2).run(headless=True, size=(120, 40))
"""


@pytest.mark.parametrize(("arguments", "refreshes"), [((), True), (("offline",), False)])
def test_what_the_keys_need_is_loaded_while_the_first_screen_rests(
    home: Path, arguments: tuple[str, ...], refreshes: bool
) -> None:
    with Library.open(home / "newsreader") as library:
        library.feeds.subscribe([Subscription("https://coast.example/feed")])
    found = loaded(home, RESTED, str(home / "newsreader"), *arguments)
    assert found >= {"tui.screens.reader.screen", "tui.screens.import_export"}
    for module in ("tui.fetch.polite_client", "tui.intake.refreshing.refresh_round"):
        assert (module in found) == refreshes


def test_without_a_feed_nothing_is_loaded_that_refreshes(home: Path) -> None:
    assert "tui.fetch.polite_client" not in loaded(home, RESTED, str(home / "newsreader"))
