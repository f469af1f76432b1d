"""Converts pages of one shape each, then of the same twice as long, and looks whether that takes twice as long.

    python tests/bench/shapes.py [RUNS [SHAPE…]]
    python tests/bench/shapes.py calls [SHAPE…]

Prints one line of JSON: for each shape, or those whose names begin so, the least processor time of RUNS conversions
(five) of the longer page, divided by that of the shorter one; the seconds for a page of 1 MB of names (SHAPE "1 MB");
and what is above 2.3 and 1.5 seconds.  The shapes are long enough for a tenth of a second, so that what a conversion
costs in any case does not hide how it grows.  With "calls" the functions that are called are counted instead, which no
other program on the machine disturbs, but what one call takes is not seen then.
"""

from __future__ import annotations

import gc
import json
import sys
import time
from collections.abc import Callable
from itertools import cycle, islice

from tui.convert import convert
from tui.model.page import Page

MOST_FOLD, MOST_SECONDS, NAMES_BYTES = 2.3, 1.5, 1_000_000
NAMES = "1 MB of names"
SHORTEST = 0.1  # seconds of the processor that the shorter page takes
CALLS = 800  # repetitions of the shorter page where calls are counted
FIRST = 50  # repetitions to begin with
PROSE = "The harbour wall will rise by a metre before the autumn storms come, the council of the town decided. "
SURNAMES = ("Moreno", "Okafor", "Lindqvist", "Haas", "Tanaka", "Vos", "Brandt", "Silva", "Novak", "Marchetti")
ENDS = ("", "son", "berg", "ell", "ova", "inger", "ström", "ez", "ini", "ski", "wood", "ley", "ton", "by", "thal")


def surname(n: int) -> str:
    """Another name for each number, as far as letters go."""
    return SURNAMES[n % 10] + ENDS[n // 10 % 15] + (f" {SURNAMES[n // 150 % 10]}" if n >= 150 else "")


def paragraphs(of: Callable[[int], str]) -> Callable[[int], str]:
    return lambda count: "".join(f"<p>{of(n)} {PROSE}</p>" for n in range(count))


def run_on(of: Callable[[int], str]) -> Callable[[int], str]:
    """All in one paragraph."""
    return lambda count: "<p>" + " ".join(of(n) for n in range(count)) + "</p>"


def nested(opening: str, closing: str) -> Callable[[int], str]:
    return lambda count: f"{opening}<p>{PROSE}</p>" * count + closing * count


def data(of: Callable[[int], object]) -> Callable[[int], str]:
    """JSON-LD with a list of so many."""
    return lambda count: (
        '<script type="application/ld+json">'
        + json.dumps({"@type": "NewsArticle", "headline": "Wall", "image": [of(n) for n in range(count * 10)]})
        + f"</script><p>{PROSE * 5}</p>"
    )


VERBS = ("said", "told the council", "argued", "wrote", "added")
QUOTED = "“The harbour wall of the town will rise,” {name} {verb}."


def quotation(n: int, name: str) -> str:
    return QUOTED.format(name=name, verb=VERBS[n % 5])


SHAPES: dict[str, Callable[[int], str]] = {
    "names: one first name": paragraphs(lambda n: f"Ada {surname(n)} said so."),
    "names: one first name in a paragraph": run_on(lambda n: f"Ada {surname(n)} said so."),
    "names: one first name, nothing said": paragraphs(lambda n: f"Ada {surname(n)} was there."),
    "names: one surname": paragraphs(lambda n: f"{surname(n % 150)} Moreno said so."),
    "names: the first name alone": paragraphs(lambda n: f"Ada {surname(n)} spoke. “We will see,” Ada said."),
    "names: the surname alone": paragraphs(lambda n: f"Ada {surname(n)} spoke. “Yes,” {surname(n).split()[0]} said."),
    "names: with roles": paragraphs(lambda n: f"Ada {surname(n)}, a harbour engineer of Port {n}, said so."),
    "names: roles before": paragraphs(lambda n: f"The harbour engineer Ada {surname(n)} said it would rise."),
    "names: with initials": paragraphs(lambda n: f"A. {'BCDEFGH'[n % 7]}. {surname(n)} said it would rise."),
    "names: with titles": paragraphs(lambda n: f"Dr. Ada {surname(n)} said so. Mr. {surname(n + 1)} denied it."),
    "names: in German": paragraphs(lambda n: f"„Die Mauer wird steigen“, sagte Ada {surname(n)}. Ada war zufrieden."),
    "names: in French": paragraphs(lambda n: f"« Le mur va monter », a déclaré Ada {surname(n)}, ingénieure du port."),
    "names: of organisations": paragraphs(lambda n: f"The {surname(n)} Institute said so. The institute denied it."),
    "names: in capitals": paragraphs(lambda n: f"ADA {surname(n).upper()} SAID SO."),
    "names: in a list of commas": lambda count: "<p>" + ", ".join(f"Ada {surname(n)}" for n in range(count)) + ".</p>",
    "quotations": paragraphs(lambda n: quotation(n, f"Ada {surname(n)}")),
    "quotations: of one person": paragraphs(lambda n: quotation(n, "Ada Moreno")),
    "quotations: in a paragraph": run_on(lambda n: quotation(n, "she")),
    "quotations: never closed": paragraphs(lambda n: f"“The wall {n} will rise"),
    "quotations: only marks": lambda count: "<p>" + "“" * count * 20 + "</p>",
    "quotations: straight marks": run_on(lambda n: f'"The wall {n} will rise," Ada Moreno said.'),
    "quotations: in blockquotes": lambda count: "".join(
        f"<blockquote><p>{PROSE}{n}</p></blockquote>" for n in range(count)
    ),
    "pronouns": paragraphs(lambda n: f"Ada {surname(n)} came. She said it would rise. He told her. They denied it."),
    "unnamed": paragraphs(lambda n: f"A spokesman for the ministry said so. Officials in Port {n} told reporters."),
    "figures": lambda count: "".join(
        f'<figure><img src="/i/{n}.jpg" alt="The wall {n}"><figcaption>The wall of Port {n}. Photo: Ada {surname(n)}'
        f"</figcaption></figure><p>{PROSE}</p>"
        for n in range(count)
    ),
    "figures: without captions": lambda count: "".join(f'<p>{PROSE}<img src="/i/{n}.jpg"></p>' for n in range(count)),
    "links": lambda count: "".join(f'<p><a href="/a/{n}">{PROSE}</a> {PROSE}</p>' for n in range(count)),
    "links: in a paragraph": run_on(lambda n: f'<a href="/a/{n}">wall {n}</a> and pier {n},'),
    "tables: rows": lambda count: "<table>" + "<tr><td>Port</td><td>7</td><td>wall</td></tr>" * count + "</table>",
    "tables: columns": lambda count: "<table><tr>" + "<td>7</td>" * count + "</tr></table>",
    "lists": lambda count: "<ul>" + "".join(f"<li>{PROSE}{n}</li>" for n in range(count)) + "</ul>",
    "headings": lambda count: "".join(f"<h2>Wall {n}</h2><p>{PROSE}</p>" for n in range(count)),
    "nesting: boxes": nested("<div>", "</div>"),
    "nesting: quotations": nested("<blockquote>", "</blockquote>"),
    "nesting: lists": nested("<ul><li>", "</li></ul>"),
    "nesting: within a sentence": lambda count: f"<p>{PROSE}{'<b><i>wall ' * count}{'</i></b>' * count}</p>",
    "json-ld: pictures": data(lambda n: {"@type": "ImageObject", "url": f"/i/{n}.jpg", "caption": f"The wall {n}"}),
    "json-ld: many": lambda count: (
        f'<script type="application/ld+json">{{"@type": "NewsArticle", "headline": "Wall"}}</script><p>{PROSE}</p>'
        * count
    ),
    "attributes": lambda count: f"<p {' '.join(f'a{n}=v' for n in range(count * 10))}>{PROSE * 5}</p>",
    "attributes: class names": lambda count: f'<p class="{"caption-comment " * count * 10}">{PROSE * 5}</p>',
    "attributes: of every paragraph": lambda count: "".join(
        f'<p class="text text-{n}" id="p{n}" data-n="{n}" style="margin:0">{PROSE}</p>' for n in range(count)
    ),
    "attributes: of authors and panels": run_on(lambda n: f"<b rel=author aria-controls=p{n}>wall {n}</b>"),
    "parts: in forms": lambda count: f"<p>{PROSE}</p>" + f"<form><p>{PROSE}</p></form>" * count,
    "parts: boxes of facts": paragraphs(lambda n: f"<div class=factbox><p>Port {n} has a wall.</p></div>"),
    "days: in a paragraph": run_on(lambda n: "<i>Wall</i> <a>12 March 2026</a>"),
    "scripts": lambda count: "".join(f"<script>var a{n} = '{PROSE}';</script><p>{PROSE}</p>" for n in range(count)),
    "comments": lambda count: "".join(f"<!-- {PROSE} --><p>{PROSE}</p>" for n in range(count)),
    "one long word": lambda count: f"<p>{PROSE * 5}</p><p>{'x' * count * 1_000}</p>",
    "line breaks": lambda count: f"<p>{(PROSE + '<br>') * count}</p>",
    "entities": lambda count: f"<p>{PROSE * 5}{'&amp;&quot;&eacute; ' * count * 10}</p>",
}


def page(body: str) -> Page:
    html = f'<html lang="en"><head><title>Wall</title></head><body><article><h1>Wall</h1>{body}</article></body></html>'
    return Page("https://coast.example/a", html.encode(), media_type="text/html", url="https://coast.example/a")


def seconds(given: Page, runs: int) -> float:
    """The least processor time of so many conversions."""
    least = float("inf")
    for _ in range(runs):
        gc.collect()
        before = time.process_time()
        convert(given)
        least = min(least, time.process_time() - before)
    return least


def calls(given: Page) -> int:
    """How many functions a conversion calls."""
    called = 0

    def count(_frame: object, event: str, _of: object) -> None:
        nonlocal called
        called += event in ("call", "c_call")

    sys.setprofile(count)
    try:
        convert(given)
    finally:
        sys.setprofile(None)
    return called


def fold_in_calls(shape: Callable[[int], str]) -> float:
    convert(page(shape(CALLS)))  # fills what is remembered from page to page
    return calls(page(shape(CALLS * 2))) / calls(page(shape(CALLS)))


def fold(shape: Callable[[int], str], runs: int) -> float:
    """By how much twice the page takes longer."""
    count = FIRST
    while seconds(page(shape(count)), 1) < SHORTEST and len(shape(count)) < 4_000_000:
        count *= 2
    shorter, longer = page(shape(count)), page(shape(count * 2))
    by_turns = [(seconds(longer, 1), seconds(shorter, 1)) for _ in range(runs)]  # what disturbs one disturbs the other
    return min(long for long, _ in by_turns) / min(short for _, short in by_turns)


def names() -> Page:
    """A page of 1 MB in which everyone has one first name, in all forms."""
    shapes = [shape for name, shape in SHAPES.items() if name.startswith("names") and "list" not in name]
    pieces, length = [], 0
    for n, shape in enumerate(islice(cycle(shapes), 10_000)):
        pieces.append(shape(40 + n))
        length += len(pieces[-1])
        if length > NAMES_BYTES:
            break
    return page("".join(pieces)[:NAMES_BYTES])


def main(runs: int | None = 5, *chosen: str) -> dict[str, object]:
    """``runs`` None: by calls.  ``chosen``: of all shapes those whose names begin so."""
    folds = dict[str, float]()
    for name, shape in SHAPES.items():
        if not chosen or name.startswith(chosen):
            folds[name] = fold(shape, runs) if runs else fold_in_calls(shape)
            print(f"{name}: {folds[name]:.2f}-fold", file=sys.stderr, flush=True)
    wrong = [f"{name}: {value:.2f}-fold" for name, value in folds.items() if value > MOST_FOLD]
    found: dict[str, object] = {"shapes": {name: round(value, 2) for name, value in folds.items()}}
    found["largest"] = round(max(folds.values(), default=0.0), 2)
    if runs and (not chosen or NAMES.startswith(chosen)):
        found[NAMES] = took = round(seconds(names(), runs), 2)
        wrong += [f"{NAMES}: {took} s"] if took > MOST_SECONDS else []
    return {**found, "wrong": wrong}


if __name__ == "__main__":
    how = sys.argv[1] if sys.argv[1:] else "5"
    print(json.dumps(main(None if how == "calls" else int(how), *sys.argv[2:])))
