"""The steps from one format to the next are frozen."""

from __future__ import annotations

import ast
import zlib
from pathlib import Path

import pytest
import whole_library

from tui.library.store import body_blob, migrations, schema
from tui.library.store.migrations import to_format_2
from tui.model.kept_json import pack

pytestmark = pytest.mark.usefixtures("from_nothing")
FOLDER = Path(migrations.__file__).parent


@pytest.mark.parametrize("file", sorted(FOLDER.glob("*.py")), ids=lambda file: file.stem)
def test_a_step_runs_no_code_that_may_change(file: Path) -> None:
    imported = [
        node.module or "" for node in ast.walk(ast.parse(file.read_text("utf-8"))) if isinstance(node, ast.ImportFrom)
    ]
    ours = {name for name in imported if name.startswith("tui.")}
    assert ours <= {"tui.library.store.migrations.statements", "tui.model.stored_names"}


def test_there_is_a_step_for_each_format() -> None:
    assert [step.module.migrate.__module__.rpartition("_")[2] for step in schema.STEPS] == [
        str(n) for n in range(1, schema.FORMAT + 1)
    ]


def test_a_body_of_the_first_format_becomes_that_of_the_second() -> None:
    first = zlib.compress(pack(whole_library.KEPT).encode("utf-8", "surrogatepass"))
    packed = to_format_2.packed_anew(first)
    assert body_blob.expand(packed) == whole_library.KEPT
