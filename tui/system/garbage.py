"""When garbage is collected: not while what stays is loaded, in which a collection finds nothing.

A sixth of the time to the first article on the screen went into collections while the app was loaded and painted.
"""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager

NEVER = 1_000_000_000  # collections of what is younger, after which everything is looked at


def rest() -> None:
    """No collection from here on; what is no longer referred to is freed all the same, but for cycles."""
    gc.disable()


def resume() -> None:
    """Collects again after ``rest``, leaving alone what was made until now; nothing where it does not rest."""
    if not gc.isenabled():
        gc.freeze()
        gc.enable()


def leave_alone() -> None:
    """No collection looks at what was made until now: to be called when much was loaded that stays."""
    gc.freeze()


@contextmanager
def leaving_old_alone() -> Iterator[None]:
    """No collection of everything, which holds up all threads for as long as it takes; as before in the end."""
    before = gc.get_threshold()
    gc.set_threshold(*before[:2], NEVER)
    try:
        yield
    finally:
        gc.set_threshold(*before)


@contextmanager
def resting(objects: int) -> Iterator[None]:
    """Rests until ``resume`` is called, then collects once so many objects were made; as before in the end, but that
    what was made until then is left alone: to look through it once more would free what memory is hardly short of."""
    before, enabled = gc.get_threshold(), gc.isenabled()
    rest()
    gc.set_threshold(objects, *before[1:])
    try:
        yield
    finally:
        leave_alone()
        gc.set_threshold(*before)
        if enabled:
            gc.enable()
