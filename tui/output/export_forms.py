"""The forms in which articles are written to files: what the command, the dialog and the writer know of each."""

from __future__ import annotations

from typing import Literal, NamedTuple

Form = Literal["markdown", "html", "json"]


class ExportForm(NamedTuple):
    """``description``: as the dialog offers it.  ``endings``: of files' names; files in a folder get the first."""

    name: Form
    description: str
    endings: tuple[str, ...]


FORMS = (
    ExportForm("markdown", "Markdown, with the pictures in a folder", (".md", ".markdown")),
    ExportForm("html", "HTML, one file an article", (".html", ".htm")),
    ExportForm("json", "JSON", (".json", ".jsonl")),
)
BY_ENDING = {ending: form.name for form in FORMS for ending in form.endings}
FIRST_ENDING = {form.name: form.endings[0] for form in FORMS}
