"""The small changes of code that `mutants.py` makes: one operator, number, condition or call at a time."""

from __future__ import annotations

import ast
import copy
import hashlib
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from types import CodeType

_COMPARED = {
    ast.Lt: ast.LtE, ast.LtE: ast.Lt, ast.Gt: ast.GtE, ast.GtE: ast.Gt, ast.Eq: ast.NotEq, ast.NotEq: ast.Eq,
    ast.Is: ast.IsNot, ast.IsNot: ast.Is, ast.In: ast.NotIn, ast.NotIn: ast.In,
}  # fmt: skip
_COMPUTED = {
    ast.Add: ast.Sub, ast.Sub: ast.Add, ast.Mult: ast.Add, ast.Div: ast.Mult, ast.FloorDiv: ast.Mult, ast.Mod: ast.Mult,
    ast.Pow: ast.Mult, ast.BitAnd: ast.BitOr, ast.BitOr: ast.BitAnd, ast.LShift: ast.RShift,
}  # fmt: skip
_PAIRS = [("min", "max"), ("any", "all"), ("FLOOR", "CEILING")]
_NAMES = {one: other for pair in _PAIRS for one, other in (pair, pair[::-1])}
_METHODS = {"add": "subtract", "subtract": "add", "multiply": "divide", "divide": "multiply"}
_ENDS = {"lower": "upper", "upper": "lower", "start": "end", "end": "start"}


@dataclass(frozen=True)
class Mutant:
    """One change.

    Attributes:
        key: stays the same while the function stays the same.
        file: the file, relative to the package.
        number: its number among the changes of the file; -1 for a canary.
        at_import: whether the changed code runs when the module is imported.
        change: the old and the new code.
    """

    key: str
    file: str
    line: int
    number: int
    at_import: bool
    change: str

    def compiled(self, source: Path) -> tuple[CodeType, CodeType]:
        """Return the code of the module without and with the change."""
        path = source / self.file
        text = path.read_text(encoding="utf-8")
        tree = ast.parse(text)
        changed = _raising(tree, self) if self.number < 0 else _Walk(self.file, self.number).visit(tree)
        new = compile(ast.fix_missing_locations(changed), str(path), "exec", dont_inherit=True)
        return compile(text, str(path), "exec", dont_inherit=True), new


class _Walk(ast.NodeTransformer):
    """Lists all changes of a file, or makes one of them."""

    def __init__(self, file: str, wanted: int | None = None) -> None:
        self.file = file
        self.wanted = wanted
        self.found: list[Mutant] = []
        self.scopes: list[ast.AST] = []
        self.repeats: Counter[str] = Counter()
        self.number = 0

    def visit(self, node: ast.AST) -> ast.AST:
        if isinstance(node, (ast.Assert, ast.Import, ast.ImportFrom)) or _is_docstring(node) or _is_overload(node):
            return node
        result = node
        for label, changed in _variants(node):
            if self.wanted is None:
                self._add(node, label, changed)
            elif self.number == self.wanted:
                result = ast.copy_location(changed, node)
            self.number += 1
        if result is not node:
            return result
        if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef, ast.Lambda)):
            return self._visit_function(node)
        if isinstance(node, ast.keyword) and node.arg == "strict":  # without effect unless the code is wrong
            return node
        if isinstance(node, ast.ClassDef):
            self.scopes.append(node)
            self.generic_visit(node)
            self.scopes.pop()
            return node
        if isinstance(node, ast.AnnAssign):
            if node.value is not None:
                node.value = self.visit(node.value)  # type: ignore[assignment]
            return node
        return self.generic_visit(node)

    def _visit_function(self, node: ast.FunctionDef | ast.AsyncFunctionDef | ast.Lambda) -> ast.AST:
        """Visit decorators and defaults in the scope outside, and the body in the one inside; no annotations."""
        node.args.defaults = [self.visit(item) for item in node.args.defaults]  # type: ignore[misc]
        node.args.kw_defaults = [item and self.visit(item) for item in node.args.kw_defaults]  # type: ignore[misc]
        self.scopes.append(node)
        if isinstance(node, ast.Lambda):
            node.body = self.visit(node.body)  # type: ignore[assignment]
        else:
            node.body = [self.visit(item) for item in node.body]  # type: ignore[misc]
        self.scopes.pop()
        return node

    def _add(self, node: ast.AST, label: str, changed: ast.AST) -> None:
        place = ".".join(getattr(scope, "name", "<lambda>") for scope in self.scopes)
        change = f"{label}: {_short(node)} → {_short(changed)}"
        same = f"{self.file}|{place}|{change}"
        self.repeats[same] += 1
        key = hashlib.sha256(f"{same}|{self.repeats[same]}".encode()).hexdigest()[:16]
        inside = any(not isinstance(scope, ast.ClassDef) for scope in self.scopes)
        self.found.append(Mutant(key, self.file, node.lineno, self.number, not inside, f"{place}: {change}"))  # type: ignore


def _short(node: ast.AST) -> str:
    return ast.unparse(node).split("\n")[0][:90]


def _is_docstring(node: ast.AST) -> bool:
    return isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)


def _is_overload(node: ast.AST) -> bool:
    names = getattr(node, "decorator_list", ())
    if isinstance(node, ast.If) and isinstance(node.test, ast.Name):
        return node.test.id == "TYPE_CHECKING"
    return any(isinstance(name, ast.Name) and name.id == "overload" for name in names)


def _variants(node: ast.AST) -> Iterator[tuple[str, ast.AST]]:
    """Yield the changes of one node, without those of its parts."""
    if isinstance(node, ast.Compare):
        for place, sign in enumerate(node.ops):
            changed = [*node.ops[:place], _COMPARED[type(sign)](), *node.ops[place + 1 :]]
            yield "compare", _with(node, ops=changed)
    elif isinstance(node, (ast.BinOp, ast.AugAssign)):
        if type(node.op) in _COMPUTED and not _is_union(node):
            yield "compute", _with(node, op=_COMPUTED[type(node.op)]())
    elif isinstance(node, ast.BoolOp):
        yield "and-or", _with(node, op=ast.Or() if isinstance(node.op, ast.And) else ast.And())
    elif isinstance(node, ast.UnaryOp) and isinstance(node.op, (ast.Not, ast.USub)):
        yield "sign", node.operand
    elif isinstance(node, ast.Constant):
        if isinstance(node.value, bool):
            yield "flag", ast.Constant(not node.value)
        elif isinstance(node.value, int):
            yield "number", ast.Constant(node.value + 1)
    elif isinstance(node, (ast.If, ast.IfExp, ast.While)):
        if isinstance(node.test, (ast.Name, ast.Attribute, ast.Call, ast.NamedExpr)):
            yield "condition", _with(node, test=ast.UnaryOp(ast.Not(), node.test))
    elif isinstance(node, ast.Expr) and isinstance(node.value, ast.Call):
        yield "no call", ast.Pass()
    elif isinstance(node, (ast.Break, ast.Continue)):
        yield "loop", ast.Continue() if isinstance(node, ast.Break) else ast.Break()
    else:
        yield from _renamed(node)


def _renamed(node: ast.AST) -> Iterator[tuple[str, ast.AST]]:
    if isinstance(node, ast.Name) and node.id in _NAMES and isinstance(node.ctx, ast.Load):
        yield "name", _with(node, id=_NAMES[node.id])
    elif isinstance(node, ast.Attribute) and isinstance(node.ctx, ast.Load):
        if node.attr in _ENDS:
            yield "end", _with(node, attr=_ENDS[node.attr])
        elif node.attr in _METHODS and isinstance(node.value, ast.Name) and node.value.id.isupper():
            yield "method", _with(node, attr=_METHODS[node.attr])


def _with(node: ast.AST, **fields: object) -> ast.AST:
    changed = copy.copy(node)
    for name, value in fields.items():
        setattr(changed, name, value)
    return changed


def _is_union(node: ast.BinOp | ast.AugAssign) -> bool:
    """Return whether `|` joins types, such as ``int | None``."""
    sides = (node.left, node.right) if isinstance(node, ast.BinOp) else ()
    names = [getattr(side, "id", getattr(side, "attr", "")) for side in sides]
    return any(name[:1].isupper() and not name.isupper() for name in names) or any(
        name in ("int", "str", "float", "bool", "bytes", "list", "dict", "tuple") for name in names
    )


def all_of(source: Path, file: str) -> list[Mutant]:
    walk = _Walk(file)
    walk.visit(ast.parse((source / file).read_text(encoding="utf-8")))
    return walk.found


def find(source: Path, file: str, key: str) -> Mutant:
    if key.startswith("canary"):
        return canary(source, key.removeprefix("canary "))
    return next(mutant for mutant in all_of(source, file) if mutant.key == key)


def sample(source: Path, paths: list[str], number: int, seed: str = "") -> list[Mutant]:
    """Return a sample that changes elsewhere do not change: the lowest keys, which are hashes.

    Another seed gives another sample, for which nobody has written tests.
    """
    files = [
        path for name in paths for path in ([source / name] if name.endswith(".py") else (source / name).rglob("*.py"))
    ]
    found = [mutant for path in files for mutant in all_of(source, str(path.relative_to(source)))]
    return sorted(found, key=lambda mutant: _order(mutant.key, seed))[:number]


def _order(key: str, seed: str) -> str:
    return hashlib.sha256(f"{seed}|{key}".encode()).hexdigest() if seed else key


def canary(source: Path, place: str) -> Mutant:
    """Return a change that every test of the place must notice: a function, or the end of a module, raises."""
    file, _, name = place.partition(":")
    body = _body(ast.parse((source / file).read_text(encoding="utf-8")), name)
    return Mutant(f"canary {place}", file, body[_first(body, name)].lineno, -1, not name, name)


def _raising(tree: ast.Module, mutant: Mutant) -> ast.Module:
    body = _body(tree, mutant.change)
    at = _first(body, mutant.change)
    body[at] = ast.copy_location(ast.parse("raise RuntimeError('a canary')").body[0], body[at])
    return tree


def _first(body: list[ast.stmt], name: str) -> int:
    """Return the index of the first statement of a function, which all of its calls run, or of the last of a module."""
    return int(_is_docstring(body[0])) if name else -1


def _body(tree: ast.Module, name: str) -> list[ast.stmt]:
    body = tree.body
    for part in name.split(".") if name else ():
        body = next(node for node in body if getattr(node, "name", "") == part).body  # type: ignore[attr-defined]
    return body
