"""Degrees and licences behind a name, which belong to its form: "Ada Moreno, PhD", "Jan Sand, MS, RD, FAND"."""

from __future__ import annotations

from collections.abc import Sequence

from tui.text.late_patterns import late_pattern

DEGREE_WORDS = """
    ba bs bsc ma ms msc mba mfa mpa mph msw med phd edd dphil psyd jd llb llm md do od dc nd dpt dds dmd dvm pharmd
    dnp bsn msn mbbs mbchb rn np fnp aprn pa-c rd rdn ldn cns cdces lcsw lmft lpc lmhc cpa ca acca cfp cfa ea cissp pe
    pmp phr sphr shrm-cp cpt cscs pt esq esquire jr sr ii iii iv
"""
DEGREES = frozenset(DEGREE_WORDS.split())
# What may follow one of them: memberships and licences of which there is no end.
FURTHER = late_pattern(r"\A(?=(?:[^A-Z]*[A-Z]){2})[A-Za-z.®-]{2,9}\Z")


def joined(pieces: Sequence[str]) -> list[str]:
    """The pieces between a byline's commas, each full name with the degrees that follow it."""
    found: list[str] = []
    for piece in pieces:
        before = found[-1] if found else ""
        if _is_degree(piece) and " " in bare(before):
            found[-1] = f"{before}, {_spelled(piece)}"
        elif bare(before) != before and FURTHER.match(piece):
            found[-1] = f"{before}, {piece}"
        else:
            found.append(piece)
    return found


def bare(name: str) -> str:
    """The name without the degrees behind it."""
    first, *rest = name.split(", ")
    return first if rest and _is_degree(rest[0]) else name


def behind(name: str) -> str:
    """The degrees behind a name, with the comma before them; empty where there are none."""
    return name[len(bare(name)) :]


def _is_degree(piece: str) -> bool:
    return piece[:1].isupper() and piece.replace(".", "").casefold() in DEGREES


def _spelled(degree: str) -> str:
    """A degree whose last full stop was cut off as the line's end, with it."""
    return f"{degree}." if "." in degree.rstrip(".") and not degree.endswith(".") else degree
