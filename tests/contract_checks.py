"""Lines of JSON held against the schema that ``newsreader schema`` prints for them."""

from __future__ import annotations

from functools import cache
from typing import Any

from jsonschema import Draft202012Validator  # type: ignore[import-untyped]

from tui.model.json_schema import Schema, schema


def check_line(contract: str, record: object) -> None:
    """Fails where a line is not as its contract says, or holds what the contract does not tell of."""
    _validator(contract).validate(record)


@cache
def _validator(contract: str) -> Any:
    exact = schema(contract)
    Draft202012Validator.check_schema(exact)
    for part in (exact, *exact.get("$defs", {}).values()):
        part["additionalProperties"] = False
    return Draft202012Validator(exact, format_checker=Draft202012Validator.FORMAT_CHECKER)


def properties(contract: str) -> dict[str, Schema]:
    """Every property of a contract and of its parts by its path: ``sources.quotes.text``."""
    whole = schema(contract)

    def below(part: Schema, path: str) -> dict[str, Schema]:
        found = {}
        for name, one in part["properties"].items():
            found[path + name] = one
            reference = next((r for r in _references(one)), None)
            if reference:
                found |= below(whole["$defs"][reference], f"{path}{name}.")
        return found

    return below(whole, "")


def _references(one: Schema) -> list[str]:
    """The parts that a property is of."""
    places = (one, one.get("items", {}), *one.get("anyOf", ()))
    return [place["$ref"].rpartition("/")[2] for place in places if "$ref" in place]
