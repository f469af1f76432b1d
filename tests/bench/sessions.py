"""Random keys over every screen, and keys that come before the screen is there: how many sessions end in an error.

    python tests/bench/sessions.py [--count 300] [--bursts 400] [--seed 1]

Each session has a seed of its own, which is printed with the keys and the error when it fails; ``--only`` runs it
again.
"""

from __future__ import annotations

import argparse
import asyncio
import sys
import tempfile
import traceback
from collections import Counter
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))
import environment  # noqa: F401  (before Textual)
from random_keys import Session, full_library, nothing_outside

KEYS, AHEAD = 60, 12  # pressed in a session, and before the first screen of a burst


def failed(session: Session, seed: int, ahead: bool) -> str:
    """What ended a session, in a line; nothing when it ended well."""
    try:
        asyncio.run(session.run_ahead(AHEAD) if ahead else session.run(KEYS))
    except Exception as error:  # noqa: BLE001 - whatever ends a session is what is looked for
        place = traceback.extract_tb(error.__traceback__)[-1]
        print(f"{'burst' if ahead else 'session'} {seed}: {' '.join(session.pressed)}", flush=True)
        traceback.print_exception(error)
        return f"{type(error).__name__} {Path(place.filename).name}:{place.lineno}"
    return ""


def main() -> int:
    """Runs the sessions, then the bursts; 1 if one failed."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--count", type=int, default=300)
    parser.add_argument("--bursts", type=int, default=400)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--only", type=int, help="the seed of one session or burst")
    options = parser.parse_args()
    errors: Counter[str] = Counter()
    with tempfile.TemporaryDirectory() as name, nothing_outside(Path(name) / "here"):
        full, empty = Path(name) / "full", Path(name) / "empty"
        full_library(full)
        for count, ahead in ((options.count, False), (options.bursts, True)):
            seeds = range(options.seed, options.seed + count)
            if options.only is not None:
                seeds = range(options.only, options.only + min(1, count))
            errors.update(filter(None, (failed(Session(n, full, empty), n, ahead) for n in seeds)))
    print(
        f"{options.count} sessions of {KEYS} keys, {options.bursts} bursts: {errors.total()} ended by an error", *errors
    )
    return int(bool(errors))


if __name__ == "__main__":
    raise SystemExit(main())
