"""Two themes made for long reading, paper by day and lamp by night: text on every ground ≥ 7:1 (WCAG 2.2, 1.4.6)."""

from __future__ import annotations

from dataclasses import replace

from textual.theme import BUILTIN_THEMES, Theme


def _theme(name: str, dark: bool, ink: dict[str, str], ground: dict[str, str]) -> Theme:
    return Theme(
        name=name,
        dark=dark,
        primary=ink["accent"],
        secondary=ink["link"],
        accent=ink["accent"],
        warning=ink["warning"],
        error=ink["error"],
        success=ink["success"],
        foreground=ink["text"],
        background=ground["page"],
        surface=ground["page"],
        panel=ground["bar"],
        boost=ground["bar"],
        variables={
            "text": ink["text"],
            "text-muted": ink["muted"],
            "text-disabled": ink["muted"],
            "text-primary": ink["accent"],
            "text-secondary": ink["link"],
            "text-accent": ink["accent"],
            "text-warning": ink["warning"],
            "text-error": ink["error"],
            "text-success": ink["success"],
            "foreground-muted": ink["muted"],
            "foreground-disabled": ink["muted"],
            "link-color": ink["link"],
            "block-cursor-foreground": ink["text"],
            "block-cursor-background": ground["cursor"],
            "block-cursor-blurred-foreground": ink["text"],
            "block-cursor-blurred-background": ground["bar"],
            "block-hover-background": ground["bar"],
            "input-selection-background": ground["mark"],
            "input-cursor-background": ink["text"],
            "input-cursor-foreground": ground["page"],
            "accent-muted": ground["mark"],
            "accent-darken-2": ground["share"],
            "scrollbar": ground["thumb"],
            "scrollbar-hover": ink["muted"],
            "scrollbar-active": ink["accent"],
            "scrollbar-background": ground["page"],
            "scrollbar-background-hover": ground["page"],
            "scrollbar-background-active": ground["page"],
            "scrollbar-corner-color": ground["page"],
            "border": ink["accent"],
            "border-blurred": ground["thumb"],
            "footer-background": ground["bar"],
        },
    )


LAMP_INK = {
    "text": "#dedacf",
    "muted": "#c0bbb0",
    "accent": "#efc27a",
    "link": "#a9cdf0",
    "success": "#b4d69a",
    "warning": "#f4bd84",
    "error": "#f8b4ab",
}
LAMP_GROUND = {
    "page": "#15171a",
    "bar": "#1d2024",
    "cursor": "#2a2e34",
    "mark": "#342e1f",
    "thumb": "#3c4148",
    "share": "#9a7f50",  # bars that show shares: steps back behind the names
}
PAPER_INK = {
    "text": "#26231e",
    "muted": "#47423a",
    "accent": "#6b3500",
    "link": "#0a4173",
    "success": "#2a4c14",
    "warning": "#6b3500",
    "error": "#7d1812",
}
PAPER_GROUND = {
    "page": "#fbf8f1",
    "bar": "#f3eee2",
    "cursor": "#ebe3d0",
    "mark": "#f4e3bd",
    "thumb": "#cfc6b2",
    "share": "#9a7645",
}

LAMP = _theme("lamp", True, LAMP_INK, LAMP_GROUND)
PAPER = _theme("paper", False, PAPER_INK, PAPER_GROUND)
# Textual's, in the terminal's own colours: of the sixteen those that are read on its ground as xterm has them, and most
# others.  What is muted is in the terminal's own ink: bright black is the ground itself in some palettes.
_DARK, _LIGHT = BUILTIN_THEMES["ansi-dark"], BUILTIN_THEMES["ansi-light"]
ANSI_DARK = replace(_DARK, variables=_DARK.variables | {"link-color": "ansi_cyan"})
ANSI_LIGHT = replace(_LIGHT, secondary="ansi_blue", success="ansi_blue", warning="ansi_red")
THEMES = (LAMP, PAPER, ANSI_DARK, ANSI_LIGHT)
CYCLE = ("lamp", "paper", "ansi-dark", "ansi-light")  # what the theme key goes through; the palette offers all
OF_FEW_COLOURS = "ansi-dark"  # where a terminal has sixteen: of others two may become one, a bar and its ground
