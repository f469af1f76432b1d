"""What comes of every small page as a whole: a test asks for one thing of its page, and all else must stay as it was.

The helpers that make something of a small page (an article, its figures, its metadata) hand it to ``compared``.  What
came of each page when it was last looked at stands in ``whole_results.json.gz`` under the page's digest, without the
sources, which have tests of their own.  A page that is not known there is compared with nothing: after tests were
added, or a change of what comes was meant::

    python tests/convert/whole_results.py [--yes]

runs the tests of this folder, prints what differs page by page, and asks before it writes.
"""

from __future__ import annotations

import argparse
import difflib
import functools
import gzip
import hashlib
import io
import json
import sys
from pathlib import Path

from hypothesis import currently_in_test_context

from tui.model.article import Article
from tui.model.article_json import contract

HERE = Path(__file__).resolve().parent
KNOWN = HERE / "whole_results.json.gz"
LARGEST = 50_000  # characters of a page or of what comes of it: larger ones are about sizes
ELSEWHERE = ("sources", "text")  # the one has its own tests, the other is in the Markdown
VARIES = ""  # of a page of which tests let a part fail
looked_at: dict[str, str] | None = None  # collects in place of comparing, while results are accepted


def compared(kind: str, page: object, result: str) -> None:
    """AssertionError with the difference if something else comes of a known page than what was looked at."""
    given = f"{kind}\n{page!r}"
    if len(given) > LARGEST or len(result) > LARGEST or currently_in_test_context():
        return
    key = hashlib.sha256(given.encode("utf-8", "backslashreplace")).hexdigest()[:20]
    if looked_at is not None:
        looked_at[key] = result if looked_at.get(key, result) == result else VARIES
        return
    before = _known().get(key, VARIES)
    assert before in (result, VARIES), f"something else comes of this page than before:\n{_difference(before, result)}"


def of_article(article: Article) -> str:
    """The article as it is compared: a line a value, and a line a line of its Markdown."""
    record = json.loads(contract(article, left_out=True))
    markdown = record.pop("markdown").split("\n")
    return "\n".join([*(f"{name}: {record[name]!r}" for name in record if name not in ELSEWHERE), *markdown])


@functools.cache
def _known() -> dict[str, str]:
    known: dict[str, str] = json.loads(gzip.decompress(KNOWN.read_bytes())) if KNOWN.is_file() else {}
    return known


def _difference(before: str, result: str) -> str:
    lines = difflib.unified_diff(before.splitlines(), result.splitlines(), "before", "now", lineterm="", n=2)
    return "\n".join(lines)


def main() -> int:
    """Accepts; 1 if the tests fail, so that not all pages were made."""
    import pytest
    import whole_results  # as the tests know it, not as what is run

    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--yes", action="store_true", help="write without asking: the changes were looked at")
    yes = parser.parse_args().yes
    made: dict[str, str] = {}
    whole_results.looked_at = made
    if pytest.main(["-q", "-x", "--numprocesses=0", f"--ignore={HERE / 'sources'}", str(HERE)]):
        return 1
    known = _known()
    for key in sorted(made.keys() & known.keys()):
        if made[key] != known[key]:
            print(_difference(known[key], made[key]))
            if not yes and input("is this right? [y/N] ").strip().lower() != "y":
                made[key] = known[key]
    print(f"{len(made)} pages, {len(made.keys() - known.keys())} of them new, {len(known.keys() - made.keys())} gone")
    KNOWN.write_bytes(gzip.compress(json.dumps(dict(sorted(made.items()))).encode(), 9, mtime=0))
    return 0


if __name__ == "__main__":
    sys.stdout = io.TextIOWrapper(sys.stdout.buffer, "utf-8", "backslashreplace", line_buffering=True)
    sys.path[:0] = [str(HERE), str(HERE.parent), str(HERE.parent.parent)]
    raise SystemExit(main())
