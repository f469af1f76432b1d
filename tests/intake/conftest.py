"""What the tests of sync share."""

from __future__ import annotations

from syncing import server  # noqa: F401 - a fixture
