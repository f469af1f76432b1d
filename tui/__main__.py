"""``python -m tui`` is ``newsreader``: where the program begins."""

import _signal  # type: ignore[import-not-found]  # what signal wraps, which Python would take milliseconds to load
import os


def main() -> int:
    """Runs ``newsreader`` with the arguments of the process; its exit status.

    While the program loads, Ctrl+C ends it at once; ``tui.system.interrupt`` says what it and other signals do then.
    """
    if _signal.getsignal(_signal.SIGINT) is _signal.default_int_handler:  # a program in the background ignores it
        _signal.signal(_signal.SIGINT, lambda _number, _frame: os._exit(130))
    from tui.cli import main as run
    from tui.system import interrupt

    return interrupt.run(run)


if __name__ == "__main__":
    raise SystemExit(main())
