"""The words of a listing by what they are, as Pygments reads its language."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from typing import NamedTuple

from tui.flow.lines import Run

LONGEST_LISTING = 10_000  # characters of a listing; a longer one is drawn plain, as the screen waits for it
# Names by which pages call the languages of their listings.  Only these are read: Pygments knows 500 more, and not
# every one of its readers comes to an end soon on a text that is not what it says.
LANGUAGES = frozenset(
    """
bash c c# c++ clojure cpp cs csharp css docker dockerfile elixir erlang fish go golang graphql haskell html http
ini java javascript js json jsx julia kotlin kt lua makefile nginx objective-c perl php powershell py python r rb ruby
rs rust scala scheme scss sh shell sql swift toml ts tsx typescript xml yaml yml zig zsh
""".split()
)
CALLED = {"zsh": "bash", "jsx": "js", "tsx": "ts", "kt": "kotlin"}  # those that Pygments has under another name only
ROLES = {"Comment": "comment", "Keyword": "keyword", "String": "string", "Number": "string"}  # by a part of its type


class Word(NamedTuple):
    """``text[start:end]`` of a listing is a ``role``: comment, keyword or string."""

    start: int
    end: int
    role: str


def words_of(text: str, language: str | None) -> Sequence[Word]:
    """The words that are drawn otherwise than the rest, in order; none in a language that is not known."""
    name = (language or "").lower()
    if name not in LANGUAGES or len(text) > LONGEST_LISTING:
        return ()
    from pygments.lexers import get_lexer_by_name  # type: ignore[import-untyped]  # it loads with the first listing

    found: list[Word] = []
    for start, kind, value in get_lexer_by_name(CALLED.get(name, name)).get_tokens_unprocessed(text):
        role = next((ROLES[part] for part in reversed(kind) if part in ROLES), None)
        if role and found and found[-1].end == start and found[-1].role == role:
            found[-1] = found[-1]._replace(end=start + len(value))
        elif role:
            found.append(Word(start, start + len(value), role))
    return found


def drawn_apart(run: Run, words: Sequence[Word]) -> list[Run]:
    """A run of the listing cut at the ends of its words, with their roles after its own."""
    at, end, runs = run.start, run.start + len(run.text), []
    first = max(0, bisect_right(words, at, key=lambda word: word.start) - 1)
    for word in words[first:]:
        start, stop = max(at, word.start), min(end, word.end)
        if word.start >= end:
            break
        if start < stop:
            runs += [_part(run, at, start, ()), _part(run, start, stop, (f"code-{word.role}",))]
            at = stop
    return [part for part in (*runs, _part(run, at, end, ())) if part.text]


def _part(run: Run, start: int, end: int, roles: tuple[str, ...]) -> Run:
    return run._replace(text=run.text[start - run.start : end - run.start], roles=(*run.roles, *roles), start=start)
