"""Small faults put into a source file, one at a time: what a test suite should notice."""

from __future__ import annotations

import ast
import re
from dataclasses import dataclass
from itertools import pairwise

COMPARISONS: dict[type[ast.cmpop], tuple[str, tuple[str, ...]]] = {
    ast.Lt: ("<", ("<=", ">=")),
    ast.LtE: ("<=", ("<", ">")),
    ast.Gt: (">", (">=", "<=")),
    ast.GtE: (">=", (">", "<")),
    ast.Eq: ("==", ("!=",)),
    ast.NotEq: ("!=", ("==",)),
    ast.In: ("in", ("not in",)),
    ast.NotIn: ("not in", ("in",)),
    ast.Is: ("is", ("is not",)),
    ast.IsNot: ("is not", ("is",)),
}
SMALL = 10  # whole numbers up to it change by one, larger ones and fractions are doubled and halved
SYMMETRIC = {"min", "max", "isclose"}
TYPE_TESTS = {"isinstance", "issubclass"}  # swapped they always raise
SILENT = {"debug", "info", "warning", "exception"}  # calls of the log
LISTED = 4  # so many strings are a word list
ALTERNATIVE = re.compile(r"(?<=\|)[^\W\d_][\w' ]*\|")  # of a pattern or a list that bars divide
LISTED_WORD = re.compile(r"(?<=\s)[^\W\d_][\w'-]*\s")
SHOWN = 44  # characters shown on either side of a change

Splice = tuple[int, int, str]  # bytes from, bytes to, what stands there instead


@dataclass(frozen=True, slots=True)
class Mutant:
    """One change of one file; ``line`` counts from 1, ``before`` and ``after`` show the change within its line."""

    file: str
    line: int
    kind: str
    before: str
    after: str
    splice: Splice


class _Finder(ast.NodeVisitor):
    """Collects the places of a file that can be changed."""

    def __init__(self, source: str) -> None:
        self.source = source.encode()
        self.line_starts = [0]
        for line in self.source.splitlines(keepends=True):
            self.line_starts.append(self.line_starts[-1] + len(line))
        self.found: list[tuple[str, Splice]] = []

    def start(self, node: ast.expr | ast.stmt) -> int:
        return self.line_starts[node.lineno - 1] + node.col_offset

    def end(self, node: ast.expr | ast.stmt) -> int:
        return self.line_starts[(node.end_lineno or node.lineno) - 1] + (node.end_col_offset or 0)

    def text(self, node: ast.expr | ast.stmt) -> str:
        return self.source[self.start(node) : self.end(node)].decode()

    def add(self, kind: str, start: int, end: int, instead: str) -> None:
        self.found.append((kind, (start, end, instead)))

    def between(self, kind: str, left: ast.expr, right: ast.expr, operator: str, others: tuple[str, ...]) -> None:
        """Replaces the operator between two operands, whatever brackets stand around it."""
        gap = self.source[self.end(left) : self.start(right)].decode()
        spelled = operator.replace(" ", r"\s+")
        match = re.search(rf"(?<![\w<>=!]){spelled}(?![\w=])", gap)
        if match and "#" not in gap:
            start = self.end(left) + len(gap[: match.start()].encode())
            for other in others:
                self.add(kind, start, start + len(match.group().encode()), other)

    def visit_Compare(self, node: ast.Compare) -> None:
        for left, operator, right in zip([node.left, *node.comparators], node.ops, node.comparators, strict=False):
            self.between("comparison", left, right, *COMPARISONS[type(operator)])
        self.generic_visit(node)

    def visit_BoolOp(self, node: ast.BoolOp) -> None:
        pair = ("and", ("or",)) if isinstance(node.op, ast.And) else ("or", ("and",))
        for left, right in pairwise(node.values):
            self.between("and/or", left, right, *pair)
        for value in node.values:
            if not (isinstance(value, ast.Constant) and not value.value):  # "" for None: what is there does not matter
                self.visit(value)

    def negate(self, test: ast.expr) -> None:
        if not isinstance(test, ast.UnaryOp | ast.NamedExpr | ast.Compare):
            self.add("negation", self.start(test), self.end(test), f"(not ({self.text(test)}))")

    def visit_UnaryOp(self, node: ast.UnaryOp) -> None:
        if isinstance(node.op, ast.Not):
            self.add("negation", self.start(node), self.start(node) + len("not"), "")
        self.generic_visit(node)

    def visit_If(self, node: ast.If) -> None:
        if isinstance(node.test, ast.Name) and node.test.id == "TYPE_CHECKING":
            return
        self.negate(node.test)
        if not node.orelse:
            self.drop(node)
        self.generic_visit(node)

    def visit_IfExp(self, node: ast.IfExp) -> None:
        self.negate(node.test)
        self.generic_visit(node)

    def visit_comprehension(self, node: ast.comprehension) -> None:
        for test in node.ifs:
            self.negate(test)
        self.generic_visit(node)

    def drop(self, node: ast.stmt) -> None:
        self.add("dropped", self.start(node), self.end(node), "pass")

    def visit_Expr(self, node: ast.Expr) -> None:
        if isinstance(node.value, ast.Constant):  # a docstring
            return
        called = node.value.func if isinstance(node.value, ast.Call) else None
        if not (isinstance(called, ast.Attribute) and called.attr in SILENT):
            self.drop(node)
            self.generic_visit(node)

    def visit_AugAssign(self, node: ast.AugAssign) -> None:
        self.drop(node)
        self.generic_visit(node)

    def visit_Assign(self, node: ast.Assign) -> None:
        if any(isinstance(target, ast.Name) and target.id == "__all__" for target in node.targets):
            return
        if all(isinstance(target, ast.Attribute | ast.Subscript) for target in node.targets):
            self.drop(node)
        self.generic_visit(node)

    def visit_AnnAssign(self, node: ast.AnnAssign) -> None:
        if node.value:
            self.visit(node.value)

    def visit_Continue(self, node: ast.Continue) -> None:
        self.drop(node)

    def visit_Break(self, node: ast.Break) -> None:
        self.drop(node)

    def visit_Call(self, node: ast.Call) -> None:
        name = getattr(node.func, "id", getattr(node.func, "attr", ""))
        if name not in SYMMETRIC | TYPE_TESTS and not any(isinstance(arg, ast.Starred) for arg in node.args):
            for left, right in pairwise(node.args):
                gap = self.source[self.end(left) : self.start(right)].decode()
                swapped = self.text(right) + gap + self.text(left)
                self.add("swapped", self.start(left), self.end(right), swapped)
        self.generic_visit(node)

    def listed(self, elements: list[ast.expr], ends: list[ast.expr]) -> None:
        """Drops an entry of a list of words, with the comma behind it."""
        if len(elements) >= LISTED and all(isinstance(e, ast.Constant) and isinstance(e.value, str) for e in elements):
            for element, following in pairwise(elements):
                self.add("word", self.start(element), self.start(following), "")
            for other in ends:
                self.visit(other)
        else:
            for other in [*elements, *ends]:
                self.visit(other)

    def visit_Set(self, node: ast.Set) -> None:
        self.listed(node.elts, [])

    def visit_Tuple(self, node: ast.Tuple) -> None:
        self.listed(node.elts, [])

    def visit_List(self, node: ast.List) -> None:
        self.listed(node.elts, [])

    def visit_Dict(self, node: ast.Dict) -> None:
        if all(node.keys):
            self.listed([key for key in node.keys if key], node.values)
        else:
            self.generic_visit(node)

    def visit_Constant(self, node: ast.Constant) -> None:
        start, end, value = self.start(node), self.end(node), node.value
        if isinstance(value, bool):
            self.add("constant", start, end, str(not value))
        elif isinstance(value, int | float):
            near = isinstance(value, int) and abs(value) <= SMALL
            steps = (value + 1, value - 1) if near else (value * 2, type(value)(value / 2))
            for step in steps:
                self.add("constant", start, end, str(step))
        elif isinstance(value, str) and not self.words(node):
            self.add("constant", start, end, '""' if value else '"x"')

    def words(self, node: ast.Constant) -> bool:
        """Drops entries of a text that lists words; false when it lists none."""
        text = self.text(node)
        many = ALTERNATIVE if text.count("|") >= LISTED else LISTED_WORD if text.count(" ") >= LISTED else None
        if many is None or text[:1] in "fF" or ("{" in text and many is LISTED_WORD):
            return False
        for match in many.finditer(text):
            start = self.start(node) + len(text[: match.start()].encode())
            self.add("word", start, start + len(match.group().encode()), "")
        return True

    def visit_JoinedStr(self, node: ast.JoinedStr) -> None:
        """Positions within it are right from Python 3.12 on only."""

    def visit_arguments(self, node: ast.arguments) -> None:
        for default in [*node.defaults, *(default for default in node.kw_defaults if default)]:
            self.visit(default)

    def visit_FunctionDef(self, node: ast.FunctionDef | ast.AsyncFunctionDef) -> None:
        self.visit(node.args)
        for statement in node.body:
            self.visit(statement)

    visit_AsyncFunctionDef = visit_FunctionDef  # noqa: N815

    def visit_ClassDef(self, node: ast.ClassDef) -> None:
        for statement in node.body:
            self.visit(statement)


def mutants(file: str, source: str) -> list[Mutant]:
    """Every change of a file's source; a few may not be Python any more or mean the same, see :func:`differs`."""
    finder = _Finder(source)
    finder.visit(ast.parse(source))
    encoded = finder.source
    return [
        Mutant(file, encoded.count(b"\n", 0, splice[0]) + 1, kind, *_shown(encoded, *splice), splice)
        for kind, splice in finder.found
    ]


def mutated(source: str, mutant: Mutant) -> str:
    """The source with the change in it."""
    start, end, instead = mutant.splice
    encoded = source.encode()
    return (encoded[:start] + instead.encode() + encoded[end:]).decode()


def function_at(source: str, mutant: Mutant) -> int | None:
    """The line on which the function begins that holds the change, its decorators included; None outside of any.

    What stands in a function's head (defaults, decorators) is outside of it: it is run when the module is loaded.
    """
    at, found = source.encode()[: mutant.splice[0]].count(b"\n") + 1, None
    for node in ast.walk(ast.parse(source)):
        if not isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            continue
        if node.body[0].lineno <= at <= (node.end_lineno or node.lineno):
            begins = min([node.lineno, *(decorator.lineno for decorator in node.decorator_list)])
            found = max(found or 0, begins)  # the innermost
    return found


def differs(source: str, changed: str) -> bool:
    """Whether the changed source is Python and means something else to the parser."""
    try:
        return ast.dump(ast.parse(changed)) != ast.dump(ast.parse(source))
    except SyntaxError:
        return False


def _shown(source: bytes, start: int, end: int, instead: str) -> tuple[str, str]:
    """The change with what stands around it on its line, before and after."""
    line_start, line_end = source.rfind(b"\n", 0, start) + 1, source.find(b"\n", end)
    left, right = source[line_start:start].decode()[-SHOWN:], source[end:line_end].decode()[:SHOWN]
    inner = source[start:end].decode()
    if inner.count("\n") > 1:
        inner = inner.split("\n", 1)[0] + " …"
    return " ".join((left + inner + right).split()), " ".join((left + instead + right).split())
