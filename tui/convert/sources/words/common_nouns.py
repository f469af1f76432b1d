"""What kind of speaker a phrase without a name is, by the noun that says so."""

from __future__ import annotations

from tui.convert.sources.languages import Pack
from tui.convert.sources.words.tokens import Line
from tui.convert.sources.words.word_tags import plural


def kind(line: Line, start: int, core: int, pack: Pack) -> str:
    """The kind of the phrase of these tokens: "role", "group", "document", "organisation" or "other"."""
    low = line.lows[_head_index(line, start, core, pack)]
    if low in pack.documents or (low.isdigit() and core - 2 >= start and line.lows[core - 2] in pack.documents):
        return "document"  # "Flood Report 2025" too
    if low in pack.bodies and "P" in line.tags[start : core - 1]:
        return "organisation"
    if pack.open_cues and low in pack.organisations:
        return "group"
    if low in pack.groups or low in pack.institutions or (singular(low) in pack.roles and low not in pack.roles):
        return "group"
    if low in pack.roles or (
        line.tags[start] == "D" and low.endswith(pack.agent_endings) and low not in pack.not_people and len(low) > 5
    ):
        return "role"
    if line.tags[core - 1] == "#" or line.tags[core - 1] == "D":
        return "group" if low in pack.standalone else "other"
    if low.endswith(pack.group_endings) and plural(low, pack):
        return "group"
    return "other"


def _head_index(line: Line, start: int, core: int, pack: Pack) -> int:
    """The noun that says what the phrase is: the last one, in Romance languages the first that says so."""
    if pack.head_first:
        return next((k for k in range(start, core) if _is_told(line.lows[k], pack)), core - 1)
    return core - 1


def _is_told(low: str, pack: Pack) -> bool:
    return low in pack.groups or low in pack.institutions or low in pack.roles or low in pack.documents


def singular(low: str) -> str:
    """ "senators" → "senator"; good enough for looking up a role."""
    return low[:-3] + "y" if low.endswith("ies") else low.removesuffix("s")
