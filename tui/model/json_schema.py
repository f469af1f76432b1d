"""The contracts as JSON Schema (draft 2020-12), made of the values that are printed.

Objects may have more properties than a schema names: fields are added, and a script that is older than the program
must go on working.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import is_dataclass
from types import NoneType, UnionType
from typing import Annotated, Any, Literal, Union, get_args, get_origin, get_type_hints

from tui.model.contracts import CONTRACTS, FIELDS
from tui.model.json_lines import Failure, printed_names
from tui.model.printed_names import PRINTED_ON_REQUEST
from tui.model.warning import Warning

DRAFT = "https://json-schema.org/draft/2020-12/schema"
Schema = dict[str, Any]
PLAIN: dict[Any, Schema] = {
    str: {"type": "string"},
    bool: {"type": "boolean"},
    int: {"type": "integer", "minimum": 0},  # numbers here count, or are places in a text
    float: {"type": "number"},
    NoneType: {"type": "null"},
    Warning: {"type": "string"},  # its sentence alone is printed
}


def schema(name: str) -> Schema:
    """The schema of the contract of that name."""
    contract = CONTRACTS[name]
    whole = _object(contract.kind)
    if contract.may_fail:
        failure = _object(Failure)
        whole["properties"] |= {
            name: told for name, told in failure["properties"].items() if name not in whole["properties"]
        }
        whole["oneOf"] = [{"required": whole.pop("required")}, {"required": failure["required"]}]
    parts = {_title(kind): _object(kind) for kind in sorted(_parts(contract.kind), key=_title)}
    head = {"$schema": DRAFT, "title": name, "description": contract.purpose}
    return head | whole | ({"$defs": parts} if parts else {})


def _object(kind: type) -> Schema:
    types = _types(kind)
    properties = {name: _schema_of(types[name]) | {"description": FIELDS[kind][name]} for name in types}
    required = [name for name in properties if name not in PRINTED_ON_REQUEST.get(kind, ())]
    return {"type": "object", "properties": properties, "required": required}


def _types(kind: type) -> dict[str, Any]:
    """The type of each thing that is printed of a value, by its printed name."""
    hints = get_type_hints(kind, include_extras=True)
    return {
        name: hints[field] if field in hints else get_type_hints(getattr(kind, field).fget)["return"]
        for name, field in {**printed_names(kind), **PRINTED_ON_REQUEST.get(kind, {})}.items()
    }


def _schema_of(kind: Any) -> Schema:
    origin, arguments = get_origin(kind), get_args(kind)
    if origin is Annotated:
        return _schema_of(arguments[0]) | dict(arguments[1])
    if origin is Literal:
        return {"enum": list(arguments)}
    if origin is tuple:
        return {"type": "array", "items": _schema_of(arguments[0])}
    if origin is Mapping:
        return {"type": "object", "additionalProperties": _schema_of(arguments[1])}
    if origin in (Union, UnionType):
        return _either([_schema_of(one) for one in arguments])
    if kind in PLAIN:
        return dict(PLAIN[kind])
    return {"$ref": f"#/$defs/{_title(kind)}"}


def _either(options: list[Schema]) -> Schema:
    """One of several; enumerations are joined to one, and null is one more type or value."""
    if all(option.keys() == {"enum"} or option == PLAIN[NoneType] for option in options):
        return {"enum": [value for option in options for value in option.get("enum", [None])]}
    if len(options) == 2 and PLAIN[NoneType] in options and "type" in options[0]:
        return options[0] | {"type": [options[0]["type"], "null"]}
    return {"anyOf": options}


def _parts(kind: type) -> set[type]:
    """The values that a value is made of, and what these are made of."""
    direct = {part for field in _types(kind).values() for part in _values_in(field)}
    return direct.union(*map(_parts, direct))


def _values_in(kind: Any) -> Iterator[type]:
    if is_dataclass(kind) and isinstance(kind, type) and kind not in PLAIN:
        yield kind
    for argument in get_args(kind):
        yield from _values_in(argument)


def _title(kind: type) -> str:
    """What a part is called in a schema: "caption"; of what is there only to be printed, "entry"."""
    return kind.__name__.removeprefix("Printed").lower()
