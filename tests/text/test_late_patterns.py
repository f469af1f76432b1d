from __future__ import annotations

import ast
import re
from pathlib import Path
from typing import TypeGuard

import pytest

from tui.text.late_patterns import late_pattern

ROOT = Path(__file__).resolve().parents[2]
LETTERS = late_pattern(r"(?P<letters>[a-z]+)", re.I)


def test_a_late_pattern_is_asked_as_any_other() -> None:
    found = LETTERS.search("12 Ab 34")
    assert found is not None
    assert found["letters"] == "Ab"
    assert LETTERS.sub("-", "12 Ab 34") == "12 - 34"
    assert LETTERS.groupindex == {"letters": 1}


def test_it_finds_in_bytes_what_a_pattern_of_bytes_finds() -> None:
    assert late_pattern(rb"\d").findall(b"1a2") == [b"1", b"2"]


def test_it_is_compiled_when_it_is_first_asked() -> None:
    broken = late_pattern("(")
    assert broken.pattern == "("
    with pytest.raises(re.error):
        broken.search("")


def test_a_method_is_made_once() -> None:
    assert LETTERS.match is LETTERS.match


def test_none_is_handed_to_a_function_of_re_which_would_not_take_it() -> None:
    found = []
    for file in sorted((ROOT / "tui").rglob("*.py")):
        text = file.read_text(encoding="utf-8")
        if late_pattern.__name__ in text:
            nodes = list(ast.walk(ast.parse(text)))
            late = {ast.unparse(node.targets[0]) for node in nodes if _makes_late_pattern(node)}
            calls = [node for node in nodes if isinstance(node, ast.Call) and _is_of_re(node)]
            found += [f"{file.name}: {ast.unparse(call)}" for call in calls if late & {*map(ast.unparse, call.args)}]
    assert found == []


def _is_of_re(call: ast.Call) -> bool:
    """Whether it calls a function of ``re``."""
    return isinstance(call.func, ast.Attribute) and isinstance(call.func.value, ast.Name) and call.func.value.id == "re"


def _makes_late_pattern(node: ast.AST) -> TypeGuard[ast.Assign]:
    if not isinstance(node, ast.Assign) or not isinstance(node.value, ast.Call):
        return False
    return ast.unparse(node.value.func) == late_pattern.__name__
