"""``newsreader schema``: what a line of JSON holds, as JSON Schema (draft 2020-12).

Without a name all schemas are printed, one a line; on a terminal their names are.  Fields are only ever added.
"""

from __future__ import annotations

import argparse
import json
import sys

from tui.commands.printing import accept_any_text
from tui.model.contracts import CONTRACTS
from tui.model.json_schema import schema


def declare(parser: argparse.ArgumentParser) -> None:
    """Names the arguments."""
    parser.add_argument("name", nargs="?", choices=CONTRACTS, metavar="NAME", help=", ".join(CONTRACTS))


def run(options: argparse.Namespace) -> int:
    """Prints one schema, or what there is."""
    accept_any_text()
    if options.name:
        print(json.dumps(schema(options.name), indent=2, ensure_ascii=False))
        return 0
    width = max(map(len, CONTRACTS))
    for name, contract in CONTRACTS.items():
        if sys.stdout.isatty():
            print(f"{name:{width}}  {contract.purpose}")
        else:
            print(json.dumps(schema(name), ensure_ascii=False))
    return 0
