"""The small mistakes that tests should notice, one at a time, anywhere in a module.

Most tools change only what stands inside of functions; the bounds, tables and patterns of this house stand
outside of them.
"""

import ast
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from types import CodeType

NEIGHBOURS = {
    ast.Lt: ast.LtE, ast.LtE: ast.Lt, ast.Gt: ast.GtE, ast.GtE: ast.Gt, ast.Eq: ast.NotEq, ast.NotEq: ast.Eq,
    ast.In: ast.NotIn, ast.NotIn: ast.In, ast.Is: ast.IsNot, ast.IsNot: ast.Is,
    ast.And: ast.Or, ast.Or: ast.And, ast.BitOr: ast.BitAnd, ast.BitAnd: ast.BitOr, ast.Break: ast.Continue,
    ast.Add: ast.Sub, ast.Sub: ast.Add, ast.Mult: ast.Add, ast.Div: ast.Mult, ast.FloorDiv: ast.Mult,
    ast.Mod: ast.Mult,
}  # fmt: skip
# What nobody runs: types, and what functions are wrapped in.
UNTOUCHED = {"annotation", "returns", "decorator_list", "format_spec"}
MARK = "¤"  # stands in no text
LONGEST_LINE = 90  # characters of a line that are shown


@dataclass(frozen=True)
class Mutant:
    """A module with one change: in this field of this node stands another value."""

    path: Path
    tree: ast.Module
    node: ast.AST
    field: str
    at: int | None  # the place in a list
    after: ast.AST
    line: int

    def code(self) -> CodeType:
        """The module with the change, compiled."""
        with self._changed():
            return compile(ast.fix_missing_locations(self.tree), self.path, "exec")

    def __str__(self):
        text = self.path.read_text("utf-8").splitlines()[self.line - 1].strip()[:LONGEST_LINE]
        return f"{self.path}:{self.line}: {text}\n    {_shown(self.before)} → {_shown(self.after)}"

    @property
    def before(self) -> ast.AST:
        value = getattr(self.node, self.field)
        return value if self.at is None else value[self.at]

    @contextmanager
    def _changed(self):
        before = self.before
        self._put(self.after)
        yield
        self._put(before)

    def _put(self, value):
        if self.at is None:
            setattr(self.node, self.field, value)
        else:
            getattr(self.node, self.field)[self.at] = value


def mutants_of(path: Path) -> Iterator[Mutant]:
    """Every mutant of a module."""
    tree = ast.parse(path.read_text("utf-8"))
    for node, line, is_table in _nodes(tree, 1, True):
        for field, at, child in _children(node):
            for after in _changes(node, field, child, is_table):
                yield Mutant(path, tree, node, field, at, after, getattr(child, "lineno", line))


def _nodes(node, line, is_table) -> Iterator[tuple[ast.AST, int, bool]]:
    """A node and all in it, each with its line and whether it stands outside of functions."""
    line = getattr(node, "lineno", line)
    yield node, line, is_table
    is_table = is_table and not isinstance(node, ast.FunctionDef | ast.Lambda)
    for _field, _at, child in _children(node):
        yield from _nodes(child, line, is_table)


def _children(node) -> Iterator[tuple[str, int | None, ast.AST]]:
    for field, value in ast.iter_fields(node):
        if isinstance(value, ast.AST) and field not in UNTOUCHED:
            yield field, None, value
        elif isinstance(value, list) and field not in UNTOUCHED:
            yield from ((field, at, child) for at, child in enumerate(value) if _is_run(child))


def _is_run(child) -> bool:
    """Not a name, and no docstring."""
    is_docstring = isinstance(child, ast.Expr) and isinstance(child.value, ast.Constant)
    return isinstance(child, ast.AST) and not is_docstring


def _changes(node, field, child, is_table) -> Iterator[ast.AST]:
    """What may stand instead of a child."""
    if type(child) in NEIGHBOURS:
        yield NEIGHBOURS[type(child)]()
    elif isinstance(child, ast.Constant):
        yield from map(ast.Constant, _other_values(child.value))
    elif isinstance(child, ast.UnaryOp) and isinstance(child.op, ast.Not):
        yield child.operand
    elif isinstance(child, ast.Expr):
        yield ast.Pass()
    elif field == "ifs" or (field == "test" and isinstance(node, ast.If | ast.IfExp)):
        yield from (ast.Constant(True), ast.Constant(False))
    elif isinstance(node, ast.Return):
        yield ast.Constant(None)
    if is_table and _is_table(child):
        yield from (_without_row(child, at) for at in range(len(child.elts)))


def _is_table(child) -> bool:
    is_read = isinstance(getattr(child, "ctx", ast.Load()), ast.Load)
    return isinstance(child, ast.List | ast.Tuple | ast.Set) and is_read and len(child.elts) > 1


def _other_values(value) -> list:
    if isinstance(value, bool):
        return [not value]
    if isinstance(value, int | float):
        return [value + 1, value - 1]
    return [MARK + value] if isinstance(value, str) and value else []


def _without_row(table, at):
    rows = table.elts[:at] + table.elts[at + 1 :]
    return ast.Set(rows) if isinstance(table, ast.Set) else type(table)(rows, table.ctx)


def _shown(node) -> str:
    return ast.unparse(node)[:LONGEST_LINE] if isinstance(node, ast.expr | ast.stmt) else type(node).__name__
