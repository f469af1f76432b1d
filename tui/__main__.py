"""``python -m tui`` is ``newsreader``."""

from tui.cli import main

if __name__ == "__main__":
    raise SystemExit(main())
