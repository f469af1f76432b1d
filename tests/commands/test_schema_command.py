"""The contracts are printed as JSON Schema: one of them to be read, all of them a line each."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from pseudo_terminal import Terminal

from tui.cli import main
from tui.model.contracts import CONTRACTS
from tui.model.json_schema import schema


def test_all_schemas_are_printed_a_line_each(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["schema"]) == 0
    lines = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert lines == [schema(name) for name in CONTRACTS]


def test_one_schema_is_laid_out_to_be_read(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["schema", "voice"]) == 0
    printed = capsys.readouterr().out
    assert json.loads(printed) == schema("voice")
    assert printed.count("\n") > 20


def test_a_name_that_is_none_is_not_understood(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        main(["schema", "voyce"])
    assert ended.value.code == 2
    assert "voice" in capsys.readouterr().err


def test_a_terminal_gets_the_names(tmp_path: Path) -> None:
    with Terminal(tmp_path, "schema") as terminal:
        assert terminal.wait_for_end() == 0
    lines = terminal.written.splitlines()
    assert [line.split()[0] for line in lines] == list(CONTRACTS)
