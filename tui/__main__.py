"""``python -m tui`` is ``newsreader``: where the program begins.

What Ctrl+C does is settled first.  It ends the program at once while that loads; ``tui.interrupt`` says what it does
then.  ``signal`` would take Python milliseconds to load; what it wraps is there already.
"""

import _signal  # type: ignore[import-not-found]
import os

if _signal.getsignal(_signal.SIGINT) is _signal.default_int_handler:  # a program in the background ignores it
    _signal.signal(_signal.SIGINT, lambda _number, _frame: os._exit(130))


def main() -> int:
    """Runs ``newsreader`` with the arguments of the process; its exit status."""
    from tui import interrupt
    from tui.cli import main as run

    return interrupt.run(run)


if __name__ == "__main__":
    raise SystemExit(main())
