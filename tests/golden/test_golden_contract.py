"""What comes of the golden pages is as its JSON Schema tells."""

from __future__ import annotations

import json

import pytest
from contract_checks import check_line
from golden_pages import BY_LINE, golden_path, names


@pytest.mark.parametrize("name", names())
def test_a_golden_page_is_printed_as_the_schema_tells(name: str) -> None:
    record = json.loads(golden_path(name).read_text("utf-8"))
    check_line("article", {key: "\n".join(value) if key in BY_LINE else value for key, value in record.items()})
