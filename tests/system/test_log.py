from __future__ import annotations

from pathlib import Path

import pytest

from tui.system import log


@pytest.fixture(autouse=True)
def state(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))
    return tmp_path / "state"


def fault(text: str) -> RuntimeError:
    try:
        raise RuntimeError(text)
    except RuntimeError as error:
        return error


def test_a_fault_is_written_with_where_it_arose() -> None:
    path = log.record(fault("odd"), "testing")
    assert path is not None
    text = path.read_text()
    assert "testing" in text
    assert "in fault" in text
    assert "RuntimeError: odd" in text


def test_a_login_in_an_address_is_not_written() -> None:
    told = fault("http://anna:sea@wall@coast.example/1?by=a@b cannot be, nor ftp://anna@quay/")
    path = log.record(told, "opening https://anna:tow@coast.example/")
    assert path is not None
    text = path.read_text()
    assert "opening https://coast.example/" in text
    assert "http://coast.example/1?by=a@b cannot be, nor ftp://quay/" in text


def test_the_log_is_turned_over_and_only_some_are_kept(monkeypatch: pytest.MonkeyPatch, state: Path) -> None:
    monkeypatch.setattr(log, "MAX_BYTES", 2000)
    for number in range(40):
        log.record(fault(f"number {number}"), "testing")
    logs = sorted(path.name for path in state.rglob("newsreader.log*"))
    assert logs == ["newsreader.log", *(f"newsreader.log.{n}" for n in range(1, log.OLDER_LOGS + 1))]
    assert "number 39" in next(state.rglob("newsreader.log")).read_text()
    assert all(path.stat().st_size < 6000 for path in state.rglob("newsreader.log*"))


def test_a_log_that_cannot_be_written_is_no_second_fault(state: Path) -> None:
    state.write_text("a file where the folder should be")
    assert log.record(fault("odd"), "testing") is None


@pytest.mark.parametrize(
    ("secrets", "said", "written"),
    [
        (["tide & mud/9"], "'tide & mud/9' tide+%26+mud%2F9 tide%20%26%20mud/9", "'…' … …"),
        (["gezeit-ü9"], r"gezeit-\xfc9", "…"),
        (["tide", "tide-of-1953"], "tide-of-1953, tide", "…, …"),  # the longer one whole
        (["ebb9"], "ebb9", "…"),
        (["ebb"], "ebb", "ebb"),
    ],
)
def test_secrets_never_stand_in_the_log(
    monkeypatch: pytest.MonkeyPatch, secrets: list[str], said: str, written: str
) -> None:
    monkeypatch.setattr(log, "_secrets", set())
    for secret in secrets:
        log.conceal(secret)
    path = log.record(RuntimeError(said), "testing")
    assert path is not None
    assert path.read_text().rstrip().endswith(f"RuntimeError: {written}")
