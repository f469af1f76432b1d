"""Which languages have a pack: asked of every page, of which plain Markdown needs no pack itself."""

from __future__ import annotations

PACKS = {"en": "english", "de": "german", "fr": "french", "es": "spanish", "pt": "portuguese", "it": "italian"}


def code_of(language: str | None) -> str | None:
    """The pack's code for an RFC 5646 tag; no tag counts as English; None when there is no pack."""
    code = "en" if not language else language.lower().replace("_", "-").split("-")[0]
    return code if code in PACKS else None
