"""Shows what has changed on the golden pages and, asked whether it is right, writes it down.

    python tests/golden/accept.py [--yes] [--anew] [NAME…]

NAME is an input's file name or how it begins; none: all pages.  Floors of figures that rose are raised, and new pages
come under them; where one fell, it is said on which pages, nothing is pinned, and the exit status is 1.
"""

from __future__ import annotations

import argparse

from golden_floors import Floors
from golden_pages import converted, difference, golden_path, golden_text, names


def main() -> int:
    """Accepts; 1 if a figure is under its floor, or nothing has such a name."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--yes", action="store_true", help="write without asking: the changes were looked at")
    parser.add_argument("--anew", action="store_true", help="pin lower floors, too: a truth was put right")
    parser.add_argument("names", nargs="*", metavar="NAME")
    options = parser.parse_args()
    chosen = [name for name in names() if not options.names or name.startswith(tuple(options.names))]
    if not chosen:
        print("no page has such a name")
        return 1
    for name in chosen:
        _accept(name, ask=not options.yes)
    return _raise_floors(anew=options.anew)


def _accept(name: str, *, ask: bool) -> None:
    changes = difference(name)
    if not changes:
        return
    print(changes)
    if not ask or input(f"{name}: is this right? [y/N] ").strip().lower() == "y":
        golden_path(name).write_text(golden_text(converted(name)), "utf-8")


def _raise_floors(*, anew: bool) -> int:
    old = Floors.pinned()
    fallen = old.fallen()
    if fallen:
        print("\n\n".join(fallen))
        if not anew:
            return 1
    new = Floors.reached(names())
    if new != old:
        new.pin()
    for measure, reached in new.least.items():
        print(f"{measure:9} {old.least.get(measure, 0.0):.4f} → {reached:.4f}")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
