"""Short labels to choose among what is visible by typing."""

from __future__ import annotations

from itertools import product

LETTERS = "asdfghjkleruiowcnvmtyqpzxb"  # the home row first


def labels(count: int) -> list[str]:
    """That many labels, all of one length, so that none begins another."""
    length = 1
    while len(LETTERS) ** length < count:
        length += 1
    return ["".join(letters) for letters, _ in zip(product(LETTERS, repeat=length), range(count), strict=False)]
