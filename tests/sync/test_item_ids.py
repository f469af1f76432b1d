"""The ids of entries in each form that servers write them in."""

from __future__ import annotations

import pytest

from tui.sync.item_ids import PREFIX, long_form, long_forms


@pytest.mark.parametrize(
    ("written", "long"),
    [
        (["1795826350425286"], ["0006614b67b204c6"]),  # sixteen digits that are decimal
        (["1042", "7"], ["0000000000000412", "0000000000000007"]),
        (["-1"], ["ffffffffffffffff"]),
        (["1795826350425286", "0006614b67b204c6"], ["1795826350425286", "0006614b67b204c6"]),  # so all are hexadecimal
        (["535fcd29e4b0f8a1c2d3e4f5"], ["535fcd29e4b0f8a1c2d3e4f5"]),
        (["123456789012345678901234"], ["123456789012345678901234"]),  # no number of 64 bits
        ([f"{PREFIX}0006614b67b204c6", "7"], ["0006614b67b204c6", "0000000000000007"]),
        ([], []),
    ],
)
def test_all_forms_become_the_long_one(written: list[str], long: list[str]) -> None:
    assert long_forms(written) == [PREFIX + one for one in long]


def test_what_contents_give_is_what_lists_gave() -> None:
    assert long_form(f"{PREFIX}6614B67B204C6") == f"{PREFIX}0006614b67b204c6"
