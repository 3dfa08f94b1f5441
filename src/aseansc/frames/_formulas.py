"""Formulas on the columns of rows: they become expressions of narwhals, or text of SQL for PySpark.

With narwhals, PySpark makes each operation of an expression with some fifteen calls to Java: a second for the formulas
of an attainment, whatever the number of rows. Of a text, it reads a whole column with one call.

A formula has those methods of an expression of narwhals that the rules use, and this module those functions. So it
can take the place of narwhals where a rule is given what it computes with.
"""

from __future__ import annotations

import operator
import re
from collections.abc import Callable, Sequence
from datetime import date
from decimal import Decimal
from typing import Any, Final, TypeAlias

import narwhals.stable.v2 as nw
from attrs import frozen

from aseansc.errors import bug

Float64: Final = nw.Float64
Int64: Final = nw.Int64
String: Final = nw.String
_Name: TypeAlias = str
"""A text, in a class that has a property ``str``."""


@frozen(eq=False)
class Formula:
    """An operation on columns.

    Attributes:
        name: the operation.
        parts: what it is done with: formulas, numbers, texts, days or types.
    """

    name: _Name
    parts: tuple[object, ...]

    @property
    def str(self) -> Formula:
        """Return the formula, whose methods for texts narwhals has apart."""
        return self

    def is_null(self) -> Formula:
        """Return whether a cell is empty."""
        return Formula("is_null", (self,))

    def fill_null(self, *, value: object) -> Formula:
        """Return the cell, or another value if it is empty."""
        return Formula("coalesce", (self, lit(value)))

    def is_in(self, values: Sequence[object]) -> Formula:
        """Return whether a cell is one of some values."""
        return Formula("is_in", (self, *values))

    def cast(self, dtype: object) -> Formula:
        """Return the cell in another type."""
        return Formula("cast", (self, dtype))

    def alias(self, name: _Name) -> Formula:
        """Return the formula as a column of another name."""
        return Formula("alias", (self, name))

    def contains(self, pattern: object) -> Formula:
        """Return whether a text matches a regular expression."""
        return Formula("contains", (self, pattern))

    def replace_all(self, pattern: object, value: object) -> Formula:
        """Return a text with other text in place of all that matches a regular expression."""
        return Formula("replace_all", (self, pattern, value))

    def len_chars(self) -> Formula:
        """Return how many characters a text has."""
        return Formula("len_chars", (self,))

    def abs(self) -> Formula:
        """Return the absolute number."""
        return Formula("abs", (self,))

    def round(self, decimals: int) -> Formula:
        """Return a number rounded to some decimals."""
        return Formula("round", (self, decimals))

    def floor(self) -> Formula:
        """Return the next whole number below."""
        return Formula("floor", (self,))

    def ceil(self) -> Formula:
        """Return the next whole number above."""
        return Formula("ceil", (self,))

    def sum(self) -> Formula:
        """Return the sum of a group."""
        return Formula("sum", (self,))

    def max(self) -> Formula:
        """Return the largest cell of a group."""
        return Formula("max", (self,))

    def min(self) -> Formula:
        """Return the smallest cell of a group."""
        return Formula("min", (self,))

    def __invert__(self) -> Formula:
        """Return whether it is false."""
        return Formula("not", (self,))

    def __neg__(self) -> Formula:
        """Return the opposite number."""
        return Formula("-", (lit(0), self))

    def __and__(self, other: object) -> Formula:
        """Return whether both are true."""
        return Formula("and", (self, other))

    def __or__(self, other: object) -> Formula:
        """Return whether one of both is true."""
        return Formula("or", (self, other))

    def __eq__(self, other: object) -> Formula:  # type: ignore[override]  # as narwhals does
        """Return whether both are equal."""
        return Formula("=", (self, other))

    __hash__ = None  # type: ignore[assignment]  # formulas are not keys

    def __ne__(self, other: object) -> Formula:  # type: ignore[override]  # as narwhals does
        """Return whether both are not equal."""
        return Formula("!=", (self, other))

    def __lt__(self, other: object) -> Formula:
        """Return whether it is less."""
        return Formula("<", (self, other))

    def __le__(self, other: object) -> Formula:
        """Return whether it is less or equal."""
        return Formula("<=", (self, other))

    def __gt__(self, other: object) -> Formula:
        """Return whether it is greater."""
        return Formula(">", (self, other))

    def __ge__(self, other: object) -> Formula:
        """Return whether it is greater or equal."""
        return Formula(">=", (self, other))

    def __add__(self, other: object) -> Formula:
        """Return the sum of both."""
        return Formula("+", (self, other))

    def __radd__(self, other: object) -> Formula:
        """Return the sum of both."""
        return Formula("+", (other, self))

    def __sub__(self, other: object) -> Formula:
        """Return the difference."""
        return Formula("-", (self, other))

    def __mul__(self, other: object) -> Formula:
        """Return the product."""
        return Formula("*", (self, other))

    def __rmul__(self, other: object) -> Formula:
        """Return the product."""
        return Formula("*", (other, self))

    def __truediv__(self, other: object) -> Formula:
        """Return the quotient."""
        return Formula("/", (self, other))

    def __pow__(self, other: object) -> Formula:
        """Return the power."""
        return Formula("power", (self, other))


def col(name: str) -> Formula:
    """Return a column."""
    return Formula("col", (name,))


def lit(value: object) -> Formula:
    """Return one value for all rows."""
    return Formula("lit", (value,))


def coalesce(*formulas: Formula) -> Formula:
    """Return the first cell that is not empty."""
    return Formula("coalesce", formulas)


def max_horizontal(*formulas: Formula) -> Formula:
    """Return the largest of some cells, without the empty ones."""
    return Formula("max_horizontal", formulas)


def min_horizontal(*formulas: Formula) -> Formula:
    """Return the smallest of some cells, without the empty ones."""
    return Formula("min_horizontal", formulas)


def count() -> Formula:
    """Return the number of rows of a group."""
    return Formula("count", ())


def spark_hash(*names: str) -> Formula:
    """Return a hash of some cells, empty or not. Only PySpark computes it."""
    return Formula("xxhash64", tuple(map(col, names)))


def when(condition: Formula) -> _When:
    """Return the start of a choice: ``when(condition).then(one).otherwise(other)``."""
    return _When((), condition)


@frozen(eq=False)
class _When:
    cases: tuple[object, ...]
    condition: Formula

    def then(self, value: object) -> _Then:
        """Return the choice with the value for its condition."""
        return _Then((*self.cases, self.condition, value))


@frozen(eq=False)
class _Then:
    cases: tuple[object, ...]

    def when(self, condition: Formula) -> _When:
        """Return the choice with another condition, if those before are not true."""
        return _When(self.cases, condition)

    def otherwise(self, value: object) -> Formula:
        """Return the choice, with the value if no condition is true."""
        return Formula("when", (*self.cases, value))


# -- narwhals


def as_narwhals(formula: object) -> Any:
    """Return an expression of narwhals; what is not a formula as it is."""
    if not isinstance(formula, Formula):
        return formula
    return _OF_NARWHALS[formula.name](*map(as_narwhals, formula.parts))


def _chosen(*parts: Any) -> nw.Expr:
    *cases, found = parts
    for condition, value in reversed(list(zip(cases[::2], cases[1::2], strict=True))):
        found = nw.when(condition).then(value).otherwise(found)
    chosen: nw.Expr = found
    return chosen


def _is_in(cell: nw.Expr, *values: object) -> nw.Expr:
    return cell.is_in(values)


def _of_text(name: str) -> Callable[..., Any]:
    def made(cell: Any, *parts: object) -> Any:
        return getattr(cell.str, name)(*parts)

    return made


_OPERATORS: Final = {
    "not": "invert",
    "and": "and_",
    "or": "or_",
    "power": "pow",
    "=": "eq",
    "!=": "ne",
    "<": "lt",
    "<=": "le",
    ">": "gt",
    ">=": "ge",
    "+": "add",
    "-": "sub",
    "*": "mul",
    "/": "truediv",
}
_METHODS: Final = ("is_null", "cast", "alias", "abs", "round", "floor", "ceil", "sum", "max", "min")
_OF_NARWHALS: Final[dict[str, Callable[..., Any]]] = {
    "col": nw.col,
    "lit": nw.lit,
    "count": nw.len,
    "when": _chosen,
    "is_in": _is_in,
    **{name: getattr(nw, name) for name in ("coalesce", "max_horizontal", "min_horizontal")},
    **{name: getattr(nw.Expr, name) for name in _METHODS},
    **{name: _of_text(name) for name in ("contains", "replace_all", "len_chars")},
    **{sign: getattr(operator, name) for sign, name in _OPERATORS.items()},
}


# -- SQL of Spark


def as_sql(formula: object) -> str:
    """Return the text of a formula, or of a value, in the SQL of Spark."""
    if not isinstance(formula, Formula):
        return _value(formula)
    name, parts = formula.name, formula.parts
    if name == "col":
        return quoted(str(parts[0]))
    if name == "alias":
        return f"{as_sql(parts[0])} as {quoted(str(parts[1]))}"
    if name in ("and", "or"):
        return f"({f' {name} '.join(map(as_sql, _flat(formula)))})"
    if name == "when":
        *texts, last = map(as_sql, _cases(formula))
        cases = " ".join(f"when {has} then {value}" for has, value in zip(texts[::2], texts[1::2], strict=True))
        return f"case {cases} else {last} end"
    texts = [*map(as_sql, parts)]
    if name == "is_in":
        return f"({texts[0]} in ({', '.join(texts[1:])}))"
    if name in _TEMPLATES:
        return _TEMPLATES[name].format(*texts)
    return f"{_FUNCTIONS.get(name, name)}({', '.join(texts)})"


def _cases(formula: Formula) -> list[object]:
    """Return the conditions and values of a choice, with those of the choices in place of its last value.

    The Java code that Spark makes of one long choice is half as long as that of nested ones.
    """
    found, last = list[object](), formula
    while isinstance(last.parts[-1], Formula) and last.parts[-1].name == formula.name:
        found += last.parts[:-1]
        last = last.parts[-1]
    return [*found, *last.parts]


def _flat(formula: Formula) -> list[object]:
    """Return the parts of a chain of one operation: Spark reads nested parentheses slowly."""
    found, last = list[object](), formula
    while isinstance(last.parts[0], Formula) and last.parts[0].name == formula.name:
        found.append(last.parts[1])
        last = last.parts[0]
    return [*last.parts, *reversed(found)]


_TEMPLATES: Final = {
    "lit": "{0}",
    "count": "count(*)",
    "is_null": "({0} is null)",
    "cast": "cast({0} as {1})",
    "not": "(not {0})",
    "contains": "({0} rlike {1})",
    **{sign: f"({{0}} {sign} {{1}})" for sign in ("=", "!=", "<", "<=", ">", ">=", "+", "-", "*")},
    "/": "(case when {1} != 0 then {0} / {1} when {1} = 0 then {0} * double('inf') end)",
}
_FUNCTIONS: Final = {
    "max_horizontal": "greatest",
    "min_horizontal": "least",
    "len_chars": "char_length",
    "replace_all": "regexp_replace",
}


def _value(value: object) -> str:
    """Return a value or a type of narwhals in the SQL of Spark."""
    if value is None or isinstance(value, bool):
        return {None: "null", True: "true", False: "false"}[value]
    if isinstance(value, str):
        return _text(value)
    if isinstance(value, nw.Decimal):
        return f"decimal({value.precision}, {value.scale})"
    for kind, show in _SHOWN.items():
        if isinstance(value, kind):
            return show(value)
    raise bug(value)


_SHOWN: Final[dict[type, Callable[[Any], str]]] = {
    int: "({})".format,
    float: "double('{!r}')".format,
    Decimal: "({:f}bd)".format,
    date: "date'{}'".format,
    nw.String: lambda _: "string",
    nw.Float64: lambda _: "double",
    nw.Int64: lambda _: "bigint",
}


def quoted(name: str) -> str:
    """Return the name of a column, as SQL of Spark has it."""
    return f"`{name.replace('`', '``')}`"


def _text(text: str) -> str:
    """Return a text as SQL: as its bytes if it is not plain, because settings change what a backslash means."""
    return f"'{text}'" if _PLAIN.fullmatch(text) else f"cast(X'{text.encode().hex()}' as string)"


_PLAIN: Final = re.compile(r"[\w|;.,:/ -]*", re.ASCII)
