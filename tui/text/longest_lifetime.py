"""The bound of what servers say of how long an answer is fresh.

It stands apart from what reads their headers: that loads sockets and calendars, which a list of what is kept can spare.
"""

from __future__ import annotations

LONGEST_LIFETIME = 30 * 86_400  # seconds, whatever a server says: longer is a mistake, of minutes for seconds mostly
