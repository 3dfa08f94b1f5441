"""Convert the rows of tables to the data of a document."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache
from itertools import islice
from typing import Any, Final, TypeAlias

from aseansc.errors import AseanscError, FieldError, Suggestions
from aseansc.interchange._document.scalars import Data, missing
from aseansc.interchange._tables import Locate, Row, Rows, not_a_review
from aseansc.interchange._tables.cells import ABSENCES, ARROW, AT_DAY, ESCAPE, GAP, Unreadable
from aseansc.interchange._tables.columns import LONG_TEXTS, PROPOSED, Column, Form, Path, tables
from aseansc.interchange._tables.locations import cell_problem
from aseansc.interchange._tables.long_texts import LongTexts
from aseansc.interchange._tables.mark_partial import mark_partial
from aseansc.interchange._tables.read_cells import absence, gap_read, is_gap_of_group, read
from aseansc.limits import in_force
from aseansc.periods import AsOf, Period


def data_of(rows: Rows, locate: Locate, *, draft: bool = False) -> tuple[Data, list[AseanscError]]:
    """Return the data of the document in some tables, and the problems of cells that cannot be stored in it."""
    reader = _Reader(rows, locate, draft=draft)
    listed = {name: reader.records(name) for name in tables()}
    for unit in listed["units"]:
        if isinstance(unit.get("en"), str):
            unit.setdefault("plural", f"{unit['en']}s")
    problems: list[AseanscError] = []
    data, *more = listed.pop("review") or [{}]
    if more:
        where = locate("review", rows["review"][1].number, "")
        hint = "Write each review to a file of its own."
        problems.append(FieldError("a second review", where=where, expected="one row", hint=hint))
    alone = _join_breakdowns(listed["indicators"], listed.pop("breakdowns"), rows["breakdowns"], locate)
    problems.extend(islice(alone, in_force().problems + 1))
    problems.extend(reader.long_texts.problems())
    data.update((name, records) for name, records in listed.items() if records)
    if draft:
        problems.extend(mark_partial(data, rows, locate))
    return data, problems


_Known: TypeAlias = tuple[Column, Path, str, bool, bool]
"""A column, the groups and the field of its data, and whether plain strings are its data, or whole numbers."""


@cache
def _columns() -> Mapping[str, Mapping[str, _Known]]:
    """Return for each table its columns by name; those of one group share one object for it."""
    groups: dict[Path, Path] = {}
    return {
        table.name: {
            column.name: (
                column,
                groups.setdefault(column.path[:-1], column.path[:-1]),
                column.path[-1],
                column.form in _STRINGS,
                column.form is Form.INT,
            )
            for column in table.columns
        }
        for table in tables().values()
    }


_STRINGS: Final = (Form.TEXT, Form.DECIMAL, Form.DAY, Form.CODE, Form.UNIT)
_REFERENCE: Final = ("breakdowns", "indicator")
"""The column in which ``?3`` is the indicator in the third row, whose id is a gap."""
_TIMES: Final = ("time", "period")
"""The fields that are times, whose first cell may have all of it, such as 2018-Q3 or at 2018-06-30."""
_DAY: Final = re.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}")
_SLASH: Final = re.compile(" ?/ ?")
_FORMS: Final = "a day such as 2018-06-30, or a whole time: 2018-Q3, 2018-01-01/2018-09-30, or at 2018-06-30"
_PLAIN_INT: Final = re.compile(r"[1-9][0-9]{0,15}")
_SIGNS: Final = frozenset({GAP, ARROW, ESCAPE})


_SHOWN: Final = 100
_MOST_ITEMS: Final = 100_000
_ITEMS_OF_ROW: Final = 3
"""The most items of all lists and objects in cells, each after its first: a number, and one for each row."""


class _Reader:
    """Converts rows to the data of records.

    A cell that cannot be read becomes `Unreadable` data, which the converter reports; with very many of them, reading
    stops.
    """

    def __init__(self, rows: Rows, locate: Locate, *, draft: bool) -> None:
        self.long_texts = LongTexts(rows.get(LONG_TEXTS, []), locate)
        self._rows, self._locate, self._draft = rows, locate, draft
        self._unreadable: list[AseanscError] = []
        self._most_items = self._items_left = _MOST_ITEMS + _ITEMS_OF_ROW * sum(map(len, rows.values()))

    def records(self, table: str) -> list[Data]:
        """Return the data of each row of a table.

        Raises:
            DocumentError: if very many cells cannot be read.
        """
        records: list[Data] = []
        columns, most = _columns()[table], in_force().problems
        for row in self._rows[table]:
            records.append(self._record(table, columns, row))
            if len(self._unreadable) > most:
                raise not_a_review(self._unreadable)
        return records

    def _record(self, table: str, columns: Mapping[str, _Known], row: Row) -> Data:
        record: Data = {}
        node: Any = record
        last: Path | None = ()
        cell: Any  # a string, or what was unreadable; checked by its class, which is quicker
        for name, cell in row.cells.items():
            known = columns.get(name)
            if known is None:
                continue  # the origin of a record of a draft
            column, groups, field, is_string, is_int = known
            value: Any = cell
            if is_int and cell.__class__ is str and _PLAIN_INT.fullmatch(cell):
                value = int(cell)
            elif not is_string or cell.__class__ is not str or cell[0] in _SIGNS or cell in ABSENCES:
                value, groups, field = self._value(cell, known, table, row)
            if groups is not last:
                node, last = _group_of(record, groups), groups
            if node.__class__ is dict and field not in node:
                node[field] = value
                continue
            first = node[field] if node.__class__ is dict else node
            self._refuse_second(record, first, cell, column, self._locate(table, row.number, name))
            last = None  # the group may be replaced by a problem
        _fill_in_times(record, row)
        return record

    def _value(self, cell: str | Unreadable, known: _Known, table: str, row: Row) -> tuple[Any, Path, str]:
        """Return the data of a cell, and its groups and its field in the record."""
        value: Any = cell
        column, groups, *_ = known
        path = column.path
        if isinstance(cell, str) and cell.startswith(ARROW):
            value = cell = self.long_texts.named(cell, self._locate(table, row.number, column.name))
        if isinstance(cell, str):
            if self._draft and cell.startswith(GAP):
                value, path = (cell, path) if (table, column.name) == _REFERENCE else _gap(cell, column)
            elif (value := absence(cell, column)) is None:
                self._count_items(cell, column, table, row)
                value = read(cell, column)
            else:
                path = column.absent_at or path
        if isinstance(value, Unreadable):
            self._unreadable.append(cell_problem(value, self._locate(table, row.number, column.name)))
        return value, groups if path[:-1] == groups else path[:-1], path[-1]

    def _count_items(self, cell: str, column: Column, table: str, row: Row) -> None:
        """Raise an error if the cells have very many items, which take much more memory than their text."""
        if column.form in _STRINGS:
            return
        self._items_left -= sum(map(cell.count, ",{[")) if column.form is Form.JSON else cell.count(";")
        if self._items_left < 0:
            problem = FieldError(
                "the lists in the cells of the tables have too many items",
                where=self._locate(table, row.number, column.name),
                got=f"{cell[:_SHOWN]}…",
                expected=f"at most {self._most_items:,} semicolons in all cells with lists together",
            )
            raise not_a_review([*self._unreadable, problem])

    def _refuse_second(self, record: Data, first: object, cell: str | Unreadable, column: Column, where: str) -> None:
        """Replace the data of a field that two columns state by its problem, or by that of one of them."""
        if isinstance(first, Unreadable):
            return
        if isinstance(cell, Unreadable):
            record[column.path[0]] = Unreadable(cell_problem(cell, where), located=True)
            return
        problem = FieldError(
            "other columns of this row already state this field",
            where=where,
            got=cell,
            expected="a value or a gap in only one of these columns; empty the cells of the others",
        )
        self._unreadable.append(problem)
        record[column.path[0]] = Unreadable(problem, located=True)


def _group_of(record: Data, groups: Path) -> Any:
    """Return the data of a group of columns of a record, or what is in its place."""
    node: Any = record
    for group in groups:
        node = node.setdefault(group, {})
        if node.__class__ is not dict:
            break
    return node


def _fill_in_times(record: Data, row: Row) -> None:
    """Replace times whose first cell has all of them; unchanged cells of a proposed time are left out."""
    for name in _TIMES:
        time: Any = record.get(name)
        start: Any = time.get("start") if time.__class__ is dict else None
        if start.__class__ is not str or _DAY.fullmatch(start):
            continue
        proposed = str(row.cells.get(PROPOSED.name, ""))
        others = [str(value) for key, value in time.items() if key != "start"]
        if all(f"| {value}" in proposed or f"{name}: {value}" in proposed for value in others):
            record[name] = _whole_time(start)


def _whole_time(text: str) -> Data:
    """Return the data of a period that is in its first cell alone, or of a day after ``at``."""
    words = _SLASH.sub("/", " ".join(text.upper().split()))
    try:
        if words.startswith(AT_DAY.upper()):
            return {"date": str(AsOf.parse(words.removeprefix(AT_DAY.upper())))}
        period = Period.parse(words)
    except AseanscError:
        return {"start": Unreadable(FieldError("neither a day nor a time", got=text, expected=_FORMS))}
    return {"start": period.start.isoformat(), "end": period.end.isoformat()}


def _gap(text: str, column: Column) -> tuple[Any, Path]:
    """Return the data of a gap, and its path in the record."""
    try:
        value = gap_read(text)
    except ValueError:
        value = Unreadable(
            FieldError(
                "the gap cannot be read", got=text, expected="? and the reason, or the value in place of the gap"
            )
        )
    return value, column.path[:1] if is_gap_of_group(text) else column.path


def _join_breakdowns(
    indicators: list[Data], breakdowns: list[Data], rows: list[Row], locate: Locate
) -> Iterator[AseanscError]:
    """Add the breakdowns to their indicators; yield the problems of breakdowns without a known indicator."""
    by_id: dict[str, Data] = {f"{GAP}{number}": indicator for number, indicator in enumerate(indicators, start=1)}
    ids: dict[str, Data] = {}
    for indicator in indicators:
        if isinstance(indicator.get("id"), str):
            ids.setdefault(indicator["id"], indicator)
    by_id |= ids
    suggestions = Suggestions()
    for row, breakdown in zip(rows, breakdowns, strict=True):
        name, where = breakdown.pop("indicator", None), locate("breakdowns", row.number, "indicator")
        if isinstance(name, Unreadable):
            yield cell_problem(name, where)
        elif name is None:
            yield missing("indicator").at(where)
        elif name not in by_id:
            yield suggestions.unknown_name("indicator", name, ids, where=where)
        elif not _add_breakdown(by_id[name], breakdown, row):
            yield FieldError(
                "a gap in place of all breakdowns of an indicator that has others",
                where=where,
                got=name,
                expected="either the gap or the breakdowns",
            )


def _add_breakdown(indicator: Data, breakdown: Data, row: Row) -> bool:
    """Add a breakdown, or a gap in place of all of them, to an indicator; return False if it has the other already."""
    cell, parts = row.cells.get("parts"), breakdown.get("parts")
    if isinstance(cell, str) and is_gap_of_group(cell) and parts.__class__ is dict:
        return indicator.setdefault("breakdowns", parts) is parts
    others = indicator.setdefault("breakdowns", [])
    if others.__class__ is not list:
        return False
    others.append(breakdown)
    return True
