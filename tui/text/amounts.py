"""Amounts in words: how many of something, how many bytes, how long."""

from __future__ import annotations

from math import ceil

SIZES = ((1_000_000_000, "{:,.1f} GB"), (1_000_000, "{:,.1f} MB"), (1_000, "{:,.0f} kB"))  # from, form
DURATIONS = ((86_400, "day"), (3_600, "hour"), (60, "minute"), (1, "second"))


def counted(number: int, what: str, *, more: bool = False) -> str:
    """A number and what is counted: "1 article", "1,200 articles", "200+ articles" where there are ``more``."""
    return f"{number:,}{'+' if more else ''} {what}{'' if number == 1 and not more else 's'}"


def size(count: int) -> str:
    """A number of bytes: "512 bytes", "9 kB", "1.4 MB"; a kB is 1,000 bytes."""
    for unit, form in SIZES:
        if count >= unit:
            return form.format(count / unit)
    return counted(count, "byte")


def reading_time(minutes: int) -> str:
    """Minutes of reading: "7 min", "2 h", "5 h 33 min"."""
    hours, rest = divmod(minutes, 60)
    return " ".join([f"{hours} h"] * bool(hours) + [f"{rest} min"] * bool(rest or not hours))


def duration(seconds: float) -> str:
    """A time to wait, rounded up: "40 seconds", "5 minutes", "3 hours", "2 days"."""
    for length, unit in DURATIONS[:-1]:
        if seconds > length:
            return counted(ceil(seconds / length), unit)
    return counted(max(1, ceil(seconds)), "second")
