"""A module is loaded with the first thing that is asked of it."""

from __future__ import annotations

import sys

import pytest

from tui.system.lazy_modules import lazy_modules


def test_a_module_is_loaded_when_it_is_first_used(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delitem(sys.modules, "xml.dom.minidom", raising=False)
    (minidom,) = lazy_modules("xml.dom", "minidom")
    assert "xml.dom.minidom" not in sys.modules
    assert minidom.parseString("<a/>").documentElement.tagName == "a"
    assert "xml.dom.minidom" in sys.modules


def test_what_is_put_in_the_place_of_a_part_is_used(monkeypatch: pytest.MonkeyPatch) -> None:
    (minidom,) = lazy_modules("xml.dom", "minidom")
    monkeypatch.setattr("xml.dom.minidom.parseString", len)
    assert minidom.parseString("four") == 4
