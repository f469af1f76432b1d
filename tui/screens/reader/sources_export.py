"""An article's sources written to a file."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from tui.output.source_list import FORMATS

if TYPE_CHECKING:
    from tui.model.article import Article


def export(article: Article, name: str) -> str:
    """Write the sources to a new file of that name, in the form that its ending says; what there is to say about it."""
    path = Path(name).expanduser()
    form = next(
        (made for ending, made in FORMATS.items() if path.name.endswith(f".{ending}") and ending != "json"), None
    )
    form = form or (FORMATS["json"] if path.suffix == ".json" else FORMATS["md"])
    try:
        with path.open("x", encoding="utf8") as file:
            file.write(form(article))
    except FileExistsError:
        return f"{path} exists: not written"
    except OSError as error:
        return f"{path} could not be written: {error.strerror}"
    return f"Sources written to {path}"
