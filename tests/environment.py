"""Imported before Textual, which reads these variables on import: the tests look the same whoever runs them."""

from __future__ import annotations

import os

VARIABLES = ("NO_COLOR", "TEXTUAL", "TEXTUAL_THEME", "TEXTUAL_ANIMATIONS", "COLORTERM", "FORCE_COLOR", "COLUMNS")

for variable in VARIABLES:
    os.environ.pop(variable, None)
