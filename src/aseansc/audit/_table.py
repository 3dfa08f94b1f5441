"""Audit a table of figures that is not a dataset: rows with an indicator, a place, a time and a value."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection, Iterable, Mapping, Sequence
from decimal import Decimal
from itertools import accumulate
from typing import Any, Final, cast

from attrs import frozen

from aseansc._decimals import EXACT, POWERS_OF_TEN, DecimalLike
from aseansc.audit._audit import audit
from aseansc.audit._conventions import Convention
from aseansc.audit._results import Audit
from aseansc.audit._table_rows import (
    MOST_DIGITS,
    UNIT,
    WHERE,
    Number,
    Row,
    clean,
    is_empty,
    name_in,
    number_in,
    rows_of,
    style_of,
    time_in,
)
from aseansc.citations import Citation, Document, sha256_of
from aseansc.errors import AseanscError, DocumentError, FieldError, FieldTypeError, unknown_name
from aseansc.indicators import Breakdown, Indicator, IndicatorKind
from aseansc.labels import Lang
from aseansc.limits import Limits, in_force, limited
from aseansc.observations import Observation
from aseansc.periods import AsOf, Period, Time, TimeCollection, days_of
from aseansc.reviews import Review
from aseansc.texts import Text
from aseansc.trends import quotient
from aseansc.units import Unit, UnitKind, catalogue, percent
from aseansc.values import Value

_MEASURED: Final = Unit(code="unit", kind=UnitKind.VOLUME, dimension="unit", en="unit", plural="units", vi="đơn vị")
"""The unit of indicators whose unit is not given. Like a volume, it is not negative, and its numbers may be rounded."""


@limited
def audit_table(
    table: object,
    *,
    rates: Mapping[str, Sequence[str]] | None = None,
    wholes: Mapping[str, Sequence[str]] | None = None,
    resolution: Mapping[str, DecimalLike | float] | None = None,
    units: Mapping[str, Unit | str] | None = None,
    flows: Iterable[str] = (),
    numbers: Lang | None = None,
    convention: Convention | None = None,
    limits: Limits | None = None,
) -> Audit:
    """Check whether the figures of a table can all be true, with the rules of `audit`.

    The table has one figure in each row, in the columns ``indicator``, ``place``, ``time`` and ``value``, and
    optionally ``unit``. A figure of the result is named after its row, such as ``row-3``. Rows are counted from 1; in a
    CSV file the header is row 1.

    The figures of an indicator are taken as rounded to the finest decimal among them, unless `resolution` says
    otherwise. Counts are exact: give their unit, such as ``household``. Without a unit, 100 may be 99.5 to 100.5, and a
    rate is in percent.

    Args:
        table: a data frame of pandas or polars, a list of dictionaries, or the path of a CSV file. A time is a year, a
            date, or a text such as ``2018``, ``2018-Q1`` or ``2018-12-31``. A value is a number or a printed text.
        rates: the numerator and the denominator of each rate.
        wholes: the parts of each whole, which do not overlap and add up to it.
        resolution: for an indicator, the value of one step in the last digit that is known, such as 0.01 or 1000. A
            float with more than nine digits needs it, and is rounded to it.
        units: the unit of an indicator, as a `Unit` or its code. An indicator that is not in the table may be named
            here, to be used as a numerator, denominator, part or whole.
        flows: the indicators that are totals of a period, such as births. All others that are not rates are stocks, and
            their figure for a year is that at its end.
        numbers: how texts are printed: ``vi`` for 1.234,5 and ``en`` for 1,234.5. By default, the texts of the table
            must show it.
        convention: see `audit`.
        limits: how much is read; `Limits()` by default.

    Raises:
        LimitError: if the input is larger than `limits` allow.
        DocumentError: if rows cannot be read, or two rows are about the same figure; lists each problem with its row.
        FieldTypeError: if an argument is of the wrong type.
        FieldError: if columns are missing or unknown, or the texts do not show how numbers are printed.
        UnknownNameError: if `rates`, `wholes` or another argument names an indicator that is not in the table.
        ReviewError: if the units of figures do not match; names the rows.
        OSError: if the file cannot be read.

    >>> rows = [
    ...     {"indicator": "poor", "place": "VN-01", "time": 2018, "value": 24737},
    ...     {"indicator": "households", "place": "VN-01", "time": 2018, "value": 98000},
    ...     {"indicator": "poverty_rate", "place": "VN-01", "time": 2018, "value": "25.55"},
    ... ]
    >>> result = audit_table(rows, rates={"poverty_rate": ("poor", "households")})
    >>> [(check.code.value, check.figures) for check in result.contradicted]
    [('rate-ratio', ('row-1', 'row-2', 'row-3'))]
    """
    structure = _Structure.of(rates, wholes, resolution, units, flows)
    rows = list(rows_of(table))
    if not rows:
        raise FieldError("the table has no rows", where=WHERE, expected="at least one row")
    figures = _figures_of(rows, numbers, structure)
    return audit(_review_of(figures, structure), convention)


# -- arguments


@frozen
class _Structure:
    """What is known about the indicators of a table."""

    rates: Mapping[str, tuple[str, ...]]
    wholes: Mapping[str, tuple[str, ...]]
    resolution: Mapping[str, Decimal]
    units: Mapping[str, Unit]
    flows: frozenset[str]

    @classmethod
    def of(cls, rates: object, wholes: object, resolution: object, units: object, flows: object) -> _Structure:
        """Return the arguments of `audit_table` after checking their types."""
        divided = {name: _names(f"rates, {name}", item) for name, item in _mapping("rates", rates).items()}
        for name, item in divided.items():
            if len(item) != 2:
                raise FieldError(
                    "a rate has a numerator and a denominator",
                    where=f"{WHERE}, rates, {name}",
                    got=item,
                    expected="two indicators",
                )
        totals = frozenset(_names("flows", flows))
        if not totals.isdisjoint(divided):
            raise FieldError(
                "a rate is not a flow",
                where=f"{WHERE}, flows",
                got=min(totals & divided.keys()),
                expected="only totals",
            )
        return cls(
            divided,
            {name: _names(f"wholes, {name}", item) for name, item in _mapping("wholes", wholes).items()},
            {name: _step(name, item) for name, item in _mapping("resolution", resolution).items()},
            {name: _unit(item, f"{WHERE}, units, {name}") for name, item in _mapping("units", units).items()},
            totals,
        )

    def require_known(self, in_table: Collection[str]) -> None:
        """Raise an error if an argument names an indicator that is neither in the table nor in `units`."""
        used = {
            name for items in (self.rates, self.wholes) for whole, parts in items.items() for name in (whole, *parts)
        }
        for name in self.units:
            if name not in used and name not in in_table:
                raise unknown_name("indicator in the table", name, in_table, where=f"{WHERE}, units")
        known = [*in_table, *self.units]
        named = [("rates", name) for rate, two in self.rates.items() for name in (rate, *two)]
        named += [("wholes", name) for whole, parts in self.wholes.items() for name in (whole, *parts)]
        named += [("resolution", name) for name in self.resolution] + [("flows", name) for name in sorted(self.flows)]
        for argument, name in named:
            if name not in known:
                raise unknown_name("indicator in the table", name, known, where=f"{WHERE}, {argument}")


def _mapping(argument: str, given: object) -> Mapping[str, Any]:
    mapping: Mapping[Any, Any] = cast("Any", {} if given is None else given)
    if not isinstance(mapping, Mapping) or not all(isinstance(name, str) for name in mapping):
        raise FieldTypeError(
            "wrong type", where=f"{WHERE}, {argument}", got=given, expected="a mapping with the names of indicators"
        )
    return {clean(name): item for name, item in mapping.items()}


def _names(argument: str, given: object) -> tuple[str, ...]:
    is_list = isinstance(given, Iterable) and not isinstance(given, str)
    names: tuple[Any, ...] = tuple(cast("Any", given)) if is_list else ()
    if not is_list or not all(isinstance(name, str) for name in names):
        raise FieldTypeError(
            "wrong type", where=f"{WHERE}, {argument}", got=cast("Any", given), expected="a list of names of indicators"
        )
    return tuple(map(clean, names))


def _step(indicator: str, given: object) -> Decimal:
    number = Decimal(repr(given)) if isinstance(given, float) else given
    try:
        found = Decimal(cast("Any", number))
    except (ArithmeticError, TypeError, ValueError):
        found = Decimal("NaN")
    if isinstance(given, bool) or not found.is_finite() or found <= 0:
        raise FieldError(
            "not a resolution",
            where=f"{WHERE}, resolution, {indicator}",
            got=given,
            expected="a positive number, such as 0.01 for two decimals or 1000 for full thousands",
        )
    return found


def _unit(given: object, where: str) -> Unit:
    if isinstance(given, Unit):
        return given
    try:
        return Unit.parse(cast("Any", given))
    except AseanscError as problem:
        raise problem.at(where) from None


@frozen
class _Figure:
    """A row that was read."""

    row: Row
    indicator: str
    place: str
    time: Time
    unit: Unit | None
    number: Number

    @property
    def key(self) -> tuple[str, str, Time]:
        return self.indicator, self.place, self.time


def _figures_of(rows: Sequence[Row], numbers: object, structure: _Structure) -> list[_Figure]:
    """Return the figures of the rows.

    Raises:
        DocumentError: with every problem and its row.
    """
    style = style_of(rows, numbers)
    found: list[_Figure] = []
    problems: list[AseanscError] = []
    first: dict[tuple[str, str, Time], int] = {}
    for row in rows:
        try:
            figure = _figure(row, style, structure)
            if figure.key in first:
                raise FieldError(
                    "two rows are about the same figure",
                    where=f"row {row.number}",
                    got=f"{figure.indicator}, {figure.place}, {figure.time}",
                    expected="one row for each indicator, place and time",
                    hint=f"The other one is row {first[figure.key]}.",
                )
            first[figure.key] = row.number
            found.append(figure)
        except AseanscError as problem:
            problems.append(problem)
            if len(problems) >= in_force().problems:
                break
    if problems:
        raise DocumentError("the table cannot be audited", where=WHERE, problems=tuple(problems))
    structure.require_known(dict.fromkeys(figure.indicator for figure in found))
    return found


def _figure(row: Row, style: Lang, structure: _Structure) -> _Figure:
    indicator, place = (name_in(row, column) for column in ("indicator", "place"))
    cell = row.cells.get(UNIT)
    unit = None if is_empty(cell) else _unit(clean(cell) if isinstance(cell, str) else cell, row.where(UNIT))
    number = number_in(row, style)
    if (
        number.printed.endswith("%")
        and (unit or structure.units.get(indicator) or _default(indicator, structure)) != percent
    ):
        raise FieldError(
            "a percent sign after a figure that is not in percent",
            where=row.where("value"),
            got=number.printed,
            expected="a number without a sign, or percent as the unit",
        )
    if indicator not in structure.resolution:
        _require_clear(number, row, indicator, unit or _default(indicator, structure))
    return _Figure(row, indicator, place, time_in(row), unit, number)


def _require_clear(number: Number, row: Row, indicator: str, unit: Unit) -> None:
    """Raise an error for a float that does not show its precision, or that may be a misread text.

    Raises:
        FieldError: for a float with more than nine digits, and for 24.737, which may be 24,737 as Vietnamese prints it.
    """
    if number.is_computed:
        raise FieldError(
            f"the number has more than {MOST_DIGITS} digits, so it was computed and does not show its precision",
            where=row.where("value"),
            got=number.printed,
            expected="a printed number, or the resolution of the indicator",
            hint=f'Give the resolution to which it is known, such as resolution={{"{indicator}": "0.01"}}.',
        )
    if (
        number.is_float
        and number.decimals == 3
        and 1 <= number.number.copy_abs() < 1000
        and (unit == _MEASURED or unit.is_whole)
    ):
        raise FieldError(
            "three decimals, or a point between thousands that a program read as a decimal point",
            where=row.where("value"),
            got=number.printed,
            expected="a whole number, or the resolution of the indicator",
            hint=f'Read the column as texts, or for three decimals give resolution={{"{indicator}": "0.001"}}.',
        )


# -- the review


def _default(indicator: str, structure: _Structure) -> Unit:
    return structure.units.get(indicator) or (percent if indicator in structure.rates else _MEASURED)


class _Ids:
    """Makes a unique id for each name: the name itself if it has the form of an id, else its letters and digits."""

    def __init__(self, form: str) -> None:
        self._form = re.compile(form)
        self._ids: dict[str, str] = {}

    def of(self, name: str) -> str:
        if name not in self._ids:
            folded = unicodedata.normalize("NFKD", name.casefold().replace("đ", "d")).encode("ascii", "ignore").decode()
            base = name if self._form.fullmatch(name) else re.sub("[^a-z0-9]+", "-", folded).strip("-") or "x"
            taken, number, made = set(self._ids.values()), 1, base
            while made in taken:
                number += 1
                made = f"{base}.{number}"
            self._ids[name] = made
        return self._ids[name]


def _review_of(figures: Sequence[_Figure], structure: _Structure) -> Review:
    """Return a review of the figures, in which each row is cited as if the table were a document.

    Raises:
        DocumentError: if the digits of a figure are finer than its resolution.
    """
    ids, places = _Ids(r"[a-z0-9]+(?:[._/-][a-z0-9]+)*"), _Ids("[A-Za-z0-9][A-Za-z0-9._-]*")
    units: dict[str, Unit] = {}
    for figure in figures:
        name = figure.indicator
        units.setdefault(name, structure.units.get(name) or figure.unit or _default(name, structure))
    units = {**structure.units, **units}
    _require_convertible(structure, units)
    kinds = {name: _kind(name, unit, structure) for name, unit in units.items()}
    ends = list(accumulate(len(figure.number.printed) + 1 for figure in figures))
    observations = [
        Observation(
            id=f"row-{figure.row.number}",
            indicator=ids.of(figure.indicator),
            place=places.of(figure.place),
            value=value,
            time=figure.time,
            time_collection=(
                TimeCollection.AT if isinstance(figure.time, AsOf) else _COLLECTIONS[kinds[figure.indicator]]
            ),
            citation=Citation(
                document="table",
                start=end - 1 - len(figure.number.printed),
                end=end - 1,
                printed=figure.number.printed,
                locator=f"row {figure.row.number}",
            ),
        )
        for figure, value, end in zip(figures, _values(figures, units, structure), ends, strict=True)
    ]
    text = "\n".join([figure.number.printed for figure in figures])
    days = [day for figure in figures for day in days_of(figure.time)]
    return Review(
        id="table",
        title=Text(en="Table", vi="Bảng"),
        programme=Text(en="Table", vi="Bảng"),
        place=observations[0].place,
        period=Period(start=min(days), end=max(days)),
        documents=[Document(id="table", title="Table", sha256=sha256_of(text), lang="und")],
        units=_declared([*units.values(), *(figure.unit for figure in figures if figure.unit)]),
        indicators=[_indicator(name, unit, kinds[name], structure, ids) for name, unit in units.items()],
        observations=observations,
    )


def _values(figures: Sequence[_Figure], units: Mapping[str, Unit], structure: _Structure) -> list[Value]:
    """Return the values of figures, rounded to the resolution of their indicator or to its finest decimal.

    Raises:
        DocumentError: with the row of each number that a `Value` does not accept.
    """
    decimals: dict[str, int] = {}
    for figure in figures:
        decimals[figure.indicator] = max(decimals.get(figure.indicator, 0), figure.number.decimals)
    values: list[Value] = []
    problems: list[AseanscError] = []
    for figure in figures:
        name = figure.indicator
        step = structure.resolution.get(name) or POWERS_OF_TEN[-decimals[name]]
        try:
            values.append(_value(figure, units[name], step, is_given=name in structure.resolution))
        except AseanscError as error:
            problem = error.at(figure.row.where("value"))
            if figure.number.number < 0:
                problem.hint = f'Give a unit that can be negative, such as units={{"{name}": "VND"}}.'
            problems.append(problem)
    if problems:
        raise DocumentError("the table cannot be audited", where=WHERE, problems=tuple(problems[: in_force().problems]))
    return values


def _require_convertible(structure: _Structure, units: Mapping[str, Unit]) -> None:
    """Require the unit of each rate to be that of its numerator divided by its denominator.

    Raises:
        FieldError: if it is not; the rate could not be checked.
    """
    for name, (above, below) in structure.rates.items():
        unit, ratio = units[name], quotient(units[above], units[below])
        same = units[above].dimension == units[below].dimension
        if not same if unit.kind is UnitKind.SHARE else ratio is None or ratio.dimension != unit.dimension:
            raise FieldError(
                "the unit of the rate is not that of its numerator divided by its denominator",
                where=f"{WHERE}, rates, {name}",
                got=f"{unit.code} for {units[above].code} divided by {units[below].code}",
                expected="percent for two quantities in one unit, or a unit such as tonne/hectare",
                hint="Give the units of all three in the argument units.",
            )


def _declared(units: Iterable[Unit]) -> list[Unit]:
    """Return the units that are not in the catalogue."""
    known = {unit.code for unit in catalogue()}
    parts = [part for unit in units for part in (unit.parts or (unit,))]
    return list({part.code: part for part in parts if part.code not in known}.values())


def _kind(name: str, unit: Unit, structure: _Structure) -> IndicatorKind:
    if name in structure.rates or unit.kind in (UnitKind.SHARE, UnitKind.QUOTIENT):
        return IndicatorKind.RATE
    return IndicatorKind.FLOW if name in structure.flows else IndicatorKind.STOCK


def _indicator(name: str, unit: Unit, kind: IndicatorKind, structure: _Structure, ids: _Ids) -> Indicator:
    related: dict[str, Any] = {}
    if name in structure.rates:
        related["numerator"], related["denominator"] = map(ids.of, structure.rates[name])
    if name in structure.wholes:
        parts = tuple(map(ids.of, structure.wholes[name]))
        related["breakdowns"] = [Breakdown(parts=parts, complete=True, disjoint=True)]
    # The caller states the structure of the table.
    return Indicator(id=ids.of(name), name=Text(en=name), unit=unit, kind=kind, structure_stated=True, **related)


_COLLECTIONS: Final = {
    IndicatorKind.STOCK: TimeCollection.END,
    IndicatorKind.FLOW: TimeCollection.TOTAL,
    IndicatorKind.RATE: TimeCollection.END,
}


def _value(figure: _Figure, unit: Unit, step: Decimal, *, is_given: bool) -> Value:
    number = figure.number.number
    if figure.number.is_float and is_given:
        number = EXACT.multiply(EXACT.to_integral_value(EXACT.divide(number, step)), step)
    shows = not is_given and step == POWERS_OF_TEN.get(-figure.number.decimals)
    # Without a resolution, a Value refuses 1.245 households, which may be 1,245.
    return Value(magnitude=number, unit=figure.unit or unit, resolution=None if shows else step)
