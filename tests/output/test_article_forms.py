"""Every form of export is offered, has its endings, and can be written."""

from __future__ import annotations

from typing import get_args

from tui.commands import export
from tui.commands.arguments import command_parser
from tui.output.export import WRITERS
from tui.output.export_forms import BY_ENDING, FORMS, Form


def test_each_form_has_its_line_its_own_endings_and_what_writes_it() -> None:
    names = [form.name for form in FORMS]
    assert sorted(names) == sorted(get_args(Form)) == sorted(WRITERS)
    assert len(BY_ENDING) == sum(len(form.endings) for form in FORMS)


def test_the_command_takes_every_form() -> None:
    parser = command_parser("export", export)
    export.declare(parser)
    assert [parser.parse_args(["--to", form.name, "-o", "articles"]).to for form in FORMS] == [f.name for f in FORMS]
