"""Where the style sheets lie: inside the package when it was built, else beside it in the checkout."""

from __future__ import annotations

from pathlib import Path

PACKAGE = Path(__file__).resolve().parents[1]


def stylesheet(name: str) -> Path:
    """Path of ``styles/NAME.tcss``."""
    inside = PACKAGE / "styles"
    return (inside if inside.is_dir() else PACKAGE.parent / "styles") / f"{name}.tcss"
