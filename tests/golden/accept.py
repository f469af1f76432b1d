"""Shows what has changed on the golden pages and, asked whether it is right, writes it down.

    python tests/golden/accept.py [--yes] [NAME…]

NAME is an input's file name or how it begins; none: all pages.  ``--yes`` does not ask: for when the changes were looked
at already.  Floors of figures that rose are raised; one that fell is named and stays, and the exit status is 1.
"""

from __future__ import annotations

import argparse

from golden_floors import fallen, figures, pin, pinned
from golden_pages import converted, difference, golden_path, golden_text, names
from golden_scores import measured


def main() -> int:
    """Accepts; 1 if a figure is under its floor, or nothing has such a name."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--yes", action="store_true", help="write without asking")
    parser.add_argument("names", nargs="*", metavar="NAME")
    options = parser.parse_args()
    chosen = [name for name in names() if not options.names or name.startswith(tuple(options.names))]
    if not chosen:
        print("no page has such a name")
        return 1
    for name in chosen:
        _accept(name, ask=not options.yes)
    return _raise_floors()


def _accept(name: str, *, ask: bool) -> None:
    changes = difference(name)
    if not changes:
        return
    print(changes)
    if not ask or input(f"{name}: is this right? [y/N] ").strip().lower() == "y":
        golden_path(name).write_text(golden_text(converted(name)), "utf-8")


def _raise_floors() -> int:
    """Raises each floor to what is reached, on the pages that were pinned before and on those that are new."""
    lost = fallen()
    if lost:
        print("\n\n".join(lost))
        return 1
    old_pages, old = pinned()
    pages = names()
    new = figures(measured(pages))
    if (pages, new) != (old_pages, old):
        pin(pages, new)
    for measure, reached in new.items():
        print(f"{measure:9} {old.get(measure, 0.0):.4f} → {reached:.4f}")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
