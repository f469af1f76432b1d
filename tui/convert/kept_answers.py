"""Keeps with an element what was found out about it: pictures in one box ask the same of all that is around them."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from lxml.html import HtmlElement

Answer = TypeVar("Answer")


def kept(question: Callable[[HtmlElement], Answer]) -> Callable[[HtmlElement], Answer]:
    """The question, answered once for an element that is held on to.

    Only for what the element's own attributes tell, and for after they were last changed (``disclosure``).
    """
    name = f"{question.__module__}.{question.__qualname__}"

    @wraps(question)
    def asked(element: HtmlElement) -> Answer:
        known: dict[str, Answer] = element.__dict__
        answer = known.get(name)
        if answer is None:
            answer = known[name] = question(element)
        return answer

    return asked
