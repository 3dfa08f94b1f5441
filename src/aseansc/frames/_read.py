"""Read the observations of a frame."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date
from decimal import Decimal
from typing import Any, Final

from attrs import frozen

from aseansc._decimals import EXACT, POWERS_OF_TEN, as_decimal, place_of, plain
from aseansc.citations import Citation, Span
from aseansc.codelists import Absent
from aseansc.errors import AseanscError, DocumentError, FieldError, FieldTypeError, unknown_name
from aseansc.frames._columns import NAMES
from aseansc.frames._engines import load
from aseansc.frames._schema import (
    as_narwhals,
    known_indicators,
    require_columns,
    rows_of,
    with_days,
    with_wide_numbers_as_text,
)
from aseansc.indicators import Indicator, IndicatorKind
from aseansc.limits import Limits, in_force, limited
from aseansc.observations import Confidentiality, Observation, SamplingError, SamplingErrorForm, Status
from aseansc.periods import AsOf, Frequency, Period, Time, TimeBasis, TimeCollection
from aseansc.texts import Text
from aseansc.units import Unit
from aseansc.values import Change, Qualifier, Value

TABLE: Final = "table"
"""Id of the document that observations cite if the frame does not name one."""


@limited
def from_frame(frame: Any, indicators: Iterable[Indicator], *, limits: Limits | None = None) -> tuple[Observation, ...]:
    """Return the observations of a frame, in the order of its rows.

    `to_frame` and `from_frame` are inverse: only translations of notes are lost. A frame of your own needs the columns
    ``indicator``, ``place``, ``period_start``, ``period_end``, ``obs_value`` and ``unit``; the page "Columns of frames"
    states what is assumed where another column is missing.

    Args:
        frame: a frame of pandas, polars, pyarrow, DuckDB or PySpark.
        indicators: the indicators of its figures.
        limits: how much is read; `Limits()` by default.

    Raises:
        LimitError: if the input is larger than `limits` allow.
        FieldTypeError: if an argument has the wrong type.
        DocumentError: if a column is missing or has another type, or rows cannot be read. It lists the problems, each
            with its row.
        MissingExtraError: if a package is not installed.

    >>> from aseansc.datasets import lai_chau
    >>> review = lai_chau.load()
    >>> found = from_frame(review.to_frame("pyarrow"), review.indicators)
    >>> found[0].id == review.observations[0].id
    True
    """
    known = known_indicators(indicators, "from_frame")
    load("pyarrow")
    data = with_wide_numbers_as_text(with_days(as_narwhals(frame, "from_frame")))
    require_columns(data.collect_schema(), "from_frame", as_text=True)
    rows = rows_of(data.lazy().select([name for name in data.collect_schema().names() if name in NAMES]))
    reader = Reader(known)
    found: list[Observation] = []
    problems: list[AseanscError] = []
    for number, row in enumerate(rows):
        observation, own = reader.read(row, number)
        if observation is not None:
            found.append(observation)
        problems += own
        if len(problems) >= in_force().problems:
            break
    if problems:
        raise DocumentError("the table does not contain valid figures", where="from_frame", problems=tuple(problems))
    return tuple(found)


@frozen
class _Cells:
    """The cells of a row, and the problems found in them."""

    row: Mapping[str, Any]
    problems: list[AseanscError]
    where: str

    def get(self, column: str, read: Callable[[Any], Any], absent: Any) -> Any:
        """Return what a cell contains; the default if it is empty or cannot be read."""
        cell = self.row.get(column)
        if cell is None:
            return absent
        try:
            return read(cell)
        except AseanscError as error:
            self.add(column, error)
            return absent

    def add_of(self, usual: str, error: AseanscError) -> None:
        """Report a problem of an object that is made of several cells: of the column of the field that it names."""
        field = error.where.partition(" of ")[0].rpartition(".")[2]
        column = _COLUMN_OF.get(field, field)
        self.add(column if column in NAMES else usual, error)

    def add(self, column: str, error: AseanscError) -> None:
        """Report a problem of a cell."""
        there = error.at(f"{self.where}, column {column}")
        there.field = column
        self.problems.append(there)


_COLUMN_OF: Final = {
    "id": "observation",
    "magnitude": "obs_value",
    "upper": "range_upper",
    "start": "cited_from",
    "end": "cited_to",
    "statuses": "obs_value",
}
"""The columns of fields with other names; a status and a value that disagree are a problem of the value."""


class Reader:
    """Read observations from rows.

    Args:
        indicators: the known indicators by their ids.
        in_order: whether the rows are numbered as in their frame; otherwise their cells locate them.
    """

    def __init__(self, indicators: Mapping[str, Indicator], *, in_order: bool = True) -> None:
        self._indicators = indicators
        self._in_order = in_order
        self._units = {part.code: part for item in indicators.values() for part in item.unit.custom_parts}
        self._parsed: dict[str, Unit] = {}

    def read(self, row: Mapping[str, Any], number: int) -> tuple[Observation | None, list[AseanscError]]:
        """Return the observation of a row, or ``None``, and the problems of the row."""
        name = row.get("observation") or f"row-{number + 1}"
        cells = _Cells(row, [], f"row {number + 1}, {name!r}")
        indicator = cells.get("indicator", self._indicator, None)
        if indicator is None and not cells.problems:
            cells.problems.append(_empty("indicator", cells))
        fields = self._fields(cells, indicator, number)
        if cells.problems or fields is None:
            return None, cells.problems
        try:
            return Observation(id=name, **fields), []
        except AseanscError as error:
            cells.add_of("obs_value", error)
            return None, cells.problems

    def _indicator(self, name: str) -> Indicator:
        if name not in self._indicators:
            raise unknown_name("indicator", name, self._indicators)
        return self._indicators[name]

    def _fields(self, cells: _Cells, indicator: Indicator | None, number: int) -> dict[str, Any] | None:
        get = cells.get
        absent: Any = Absent.NOT_STATED
        collection = get("time_collection", TimeCollection, _usual_collection(indicator))
        time = _time(cells, collection)
        value = self._value(cells, indicator)
        fields: dict[str, Any] = {
            "indicator": cells.row.get("indicator"),
            "place": self._filled(cells, "place"),
            "value": value,
            "time": time,
            "time_basis": get("time_basis", TimeBasis, TimeBasis.STATED),
            "time_collection": collection,
            "per": get("per", Frequency, Absent.NOT_APPLICABLE),
            "statuses": get("statuses", lambda cell: tuple(map(Status, _codes(cell))), ()),
            "breakdown": get("breakdown", _codes, ()),
            "lists": get("lists", lambda cell: tuple(_json_list(cell)), ()),
            "standard": get("standard", str, absent),
            "sampling_error": get("sampling_error_form", lambda cell: self._sampling(cells, cell), absent),
            "confidentiality": get("confidentiality", Confidentiality, absent),
            "revises": get("revises", str, Absent.NOT_APPLICABLE),
            "citation": _citation(cells, f"row {number + 1 if self._in_order else location_of(cells.row)}"),
            "note": get("note", lambda cell: Text(en=cell), Absent.NOT_APPLICABLE),
        }
        return fields if time is not None and fields["citation"] is not None else None

    def _filled(self, cells: _Cells, column: str) -> Any:
        cell = cells.row.get(column)
        if cell is None:
            cells.problems.append(_empty(column, cells))
        return cell

    def _value(self, cells: _Cells, indicator: Indicator | None) -> Value | Change | Absent:
        if cells.row.get("obs_value") is None:
            return Absent.NOT_STATED  # a status must say why
        unit = cells.get("unit", self._unit, None)
        if unit is None:
            if cells.row.get("unit") is None:
                cells.problems.append(_empty("unit", cells))
            return Absent.NOT_STATED
        power = _power(cells)
        numbers = {
            name: cells.get(name, lambda cell: _number(cell, power), None)
            for name in ("obs_value", "range_upper", "resolution")
        }
        if cells.problems or numbers["obs_value"] is None:
            return Absent.NOT_STATED
        form = cells.row.get("value_form")
        is_change = form == "change" if "value_form" in cells.row else indicator is not None and indicator.net
        qualifier = cells.get("qualifier", Qualifier, Qualifier.EXACT)
        kind: Any = Change if is_change else Value
        stated = {} if numbers["resolution"] is None else {"resolution": numbers["resolution"]}
        try:
            value: Value | Change = kind(
                magnitude=numbers["obs_value"], unit=unit, qualifier=qualifier, upper=numbers["range_upper"], **stated
            )
        except AseanscError as error:
            cells.add_of("obs_value", error)
            return Absent.NOT_STATED
        return value

    def _unit(self, code: str) -> Unit:
        found = self._parsed.get(code)
        if found is None:
            found = self._parsed[code] = Unit.parse(code, units=self._units.values())
        return found

    def _sampling(self, cells: _Cells, form: str) -> SamplingError:
        power = _power(cells)
        found: dict[str, Any] = {
            field: cells.get(f"sampling_error{suffix}", lambda cell: _number(cell, power), Absent.NOT_APPLICABLE)
            for field, suffix in (("size", ""), ("lower", "_lower"), ("upper", "_upper"))
        }
        level = cells.get("confidence", lambda cell: _number(cell, 0), Absent.NOT_STATED)
        return SamplingError(form=SamplingErrorForm(form), confidence=level, **found)


def _power(cells: _Cells) -> int:
    return int(cells.get("unit_mult", _multiplier, 0))


def _multiplier(cell: int) -> int:
    if not -_MOST_POWER <= cell <= _MOST_POWER:
        raise FieldError("the power of ten is out of range", got=cell, expected=f"-{_MOST_POWER} to {_MOST_POWER}")
    return cell


_MOST_POWER: Final = 60


def _number(cell: object, power: int) -> Decimal:
    """Return a number in full, without the zeros that a decimal type adds after the point.

    A binary floating-point number is read as the shortest decimal number that is equal to it.
    """
    if isinstance(cell, float):
        cell = Decimal(repr(cell))
    number = as_decimal(cell, where="")  # type: ignore[arg-type]  # it refuses all other types
    shortest = EXACT.multiply(EXACT.normalize(number), POWERS_OF_TEN[power])
    return Decimal(plain(shortest)) if place_of(shortest) > 0 else shortest


def _codes(cell: str) -> tuple[str, ...]:
    return tuple(cell.split(";")) if cell else ()


def _json_list(cell: str) -> list[Any]:
    try:
        found: Any = json.loads(cell)
    except (ValueError, RecursionError):
        found = None
    if not _is_list(found):
        raise FieldError("not a JSON list", got=cell, expected='a list such as ["A", "B"]')
    return list(found)


def _is_list(item: object) -> bool:
    return isinstance(item, list)


def _usual_collection(indicator: Indicator | None) -> TimeCollection:
    """Return how a figure is aggregated over time if the frame does not state it."""
    is_flow = indicator is not None and indicator.kind is IndicatorKind.FLOW
    return TimeCollection.TOTAL if is_flow else TimeCollection.END


def _time(cells: _Cells, collection: TimeCollection) -> Time | None:
    days = [cells.get(column, _day, None) for column in ("period_start", "period_end")]
    for column, day in zip(("period_start", "period_end"), days, strict=True):
        if day is None and cells.row.get(column) is None:
            cells.problems.append(_empty(column, cells))
    start, end = days
    if start is None or end is None:
        return None
    try:
        return AsOf(date=end) if collection is TimeCollection.AT and start == end else Period(start=start, end=end)
    except AseanscError as error:
        cells.add("period_start", error)
        return None


def _day(cell: object) -> date:
    if type(cell) is not date:
        raise FieldTypeError("not a day", got=cell, expected="a date of the years 1 to 9999, without a time")
    return cell


def location_of(row: Mapping[str, Any]) -> str:
    """Return what locates a row of which the number is not known: its id, or what it is a figure of."""
    if row.get("observation"):
        return str(row["observation"])
    time = "/".join(str(row[name]) for name in ("period_start", "period_end") if row.get(name) is not None)
    around = ("time_collection", "per", "statuses", "standard")
    cells = [*map(row.get, ("indicator", "place", "breakdown")), time, *map(row.get, around)]
    return " ".join(str(cell) for cell in cells if cell).replace(";", "+")  # ids are separated by semicolons


def _citation(cells: _Cells, location: str) -> Citation | None:
    """Return the citation of a row; without a document, it cites the row itself."""
    row = cells.row
    printed = row.get("printed") or (TABLE if row.get("obs_value") is None else str(row["obs_value"]))
    start = row.get("cited_from")
    locator: Any = row.get("locator")
    try:
        return Citation(
            document=row.get("document") or TABLE,
            start=0 if start is None else start,
            end=(0 if start is None else start) + len(printed) if row.get("cited_to") is None else row["cited_to"],
            printed=printed,
            governed_by=tuple(_spans(cells)),
            locator=locator or (Absent.NOT_STATED if row.get("document") else location),
        )
    except AseanscError as error:
        cells.add_of("printed", error)
        return None


def _spans(cells: _Cells) -> Iterator[Span]:
    for item in cells.get("governed_by", _json_list, []):
        try:
            start, end, printed = item
        except (TypeError, ValueError):
            raise FieldError("not a span", got=item, expected='a list such as [12, 15, "ước"]') from None
        yield Span(start=start, end=end, printed=printed)


def _empty(column: str, cells: _Cells) -> AseanscError:
    return FieldError("the cell is empty", where=f"{cells.where}, column {column}", expected="a value", field=column)
