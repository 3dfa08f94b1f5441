"""Rows on an engine, and what is computed of them when they are collected."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any, Final, TypeAlias

import narwhals.stable.v2 as nw
from attrs import frozen

from aseansc.frames._engines import load
from aseansc.frames._formulas import Formula, as_narwhals, as_sql, col, quoted

Expression: TypeAlias = Formula | nw.Expr
_SEVERAL: Final = (list, tuple)


@frozen(eq=False)
class Rows:
    """Lazy rows of narwhals, with those of its methods that frames use.

    PySpark is given the formulas as text, which takes it a tenth of the time of narwhals' expressions.
    """

    data: nw.LazyFrame[Any]

    @property
    def engine(self) -> str:
        """Return the library that computes."""
        name: str = self.data.implementation.value
        return name

    @property
    def schema(self) -> Any:
        """Return the columns with their types."""
        return self.data.collect_schema()

    def to_native(self) -> Any:
        """Return the rows as a frame of the library that computes."""
        return self.data.to_native()

    def with_columns(self, **columns: Expression) -> Rows:
        """Return the rows with more columns, or with others of some names."""
        if self._takes_text(columns.values()):
            return _rows(self.to_native().withColumns({name: _column(made) for name, made in columns.items()}))
        return Rows(self.data.with_columns(**{name: as_narwhals(made) for name, made in columns.items()}))

    def select(self, *names: str | Expression | Sequence[str], **columns: Expression) -> Rows:
        """Return some columns."""
        every = [item for name in names for item in (name if isinstance(name, _SEVERAL) else [name])]
        if self._takes_text((*(item for item in every if not isinstance(item, str)), *columns.values())):
            texts = [as_sql(col(item) if isinstance(item, str) else item) for item in every]
            texts += [f"{as_sql(made)} as {quoted(name)}" for name, made in columns.items()]
            return _rows(self.to_native().selectExpr(*texts))
        named = {name: as_narwhals(made) for name, made in columns.items()}
        return Rows(self.data.select(*map(as_narwhals, every), **named))

    def filter(self, condition: Expression) -> Rows:
        """Return the rows for which a condition is true."""
        if self._takes_text([condition]):
            return _rows(self.to_native().filter(as_sql(condition)))
        return Rows(self.data.filter(as_narwhals(condition)))

    def join(self, other: Rows, *, on: str | Sequence[str], how: str) -> Rows:
        """Return the rows with those of others that agree in some columns: see narwhals."""
        names = [on] if isinstance(on, str) else list(on)
        if self.engine == "pyspark":
            return _rows(self.to_native().join(other.to_native(), names, how))
        kind: Any = how
        return Rows(self.data.join(other.data, on=names, how=kind))

    def grouped(self, keys: Iterable[str], **terms: Expression) -> Rows:
        """Return a row for each group of rows that agree in some columns, with the terms of the group."""
        if self._takes_text(terms.values()):
            made = [_column(term.alias(name)) for name, term in terms.items()]
            return _rows(self.to_native().groupBy(*keys).agg(*made))
        return Rows(self.data.group_by(list(keys)).agg(**{name: as_narwhals(term) for name, term in terms.items()}))

    def gathered(self, name: str) -> Rows:
        """Return the rows of PySpark, those that agree in a column together on one of its computers.

        If there are as many groups as rows, it then groups them in three quarters of the time.
        """
        return _rows(self.to_native().repartition(quoted(name)))

    def drop(self, names: Sequence[str]) -> Rows:
        """Return the rows without some columns."""
        return Rows(self.data.drop(list(names)))

    def head(self, number: int) -> Rows:
        """Return some rows."""
        return Rows(self.data.head(number))

    def _takes_text(self, made: Iterable[object]) -> bool:
        return self.engine == "pyspark" and all(isinstance(item, Formula) for item in made)


def _rows(native: Any) -> Rows:
    return Rows(nw.from_native(native))


def _column(formula: object) -> Any:
    return load("pyspark.sql.functions").expr(as_sql(formula))
