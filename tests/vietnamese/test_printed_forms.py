"""How every value that the sentences of the tests state, many numbers and many periods are printed, as recorded."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from typing import Any, Final

from aseansc import Change, Period, Qualifier, RelativeChange, Value
from aseansc.errors import AseanscError
from aseansc.units import VND, Unit, hectare, household, percent, tonne, year
from aseansc.vietnamese import format as printed_as
from tests._recorded import require_recorded
from tests.vietnamese.test_neighbours import readings

NUMBERS: Final = (
    *("0", "5", "-3", "12.5", "0.005", "999", "1000", "1234", "1234.5", "1500.000", "12345", "123.456", "999999"),
    *("1000000", "1500000", "1234567", "842.238E6", "2.5E9", "999E9", "1E12", "1.5E15", "-2.5E18", "1E24"),
)
UNITS: Final[tuple[Unit, ...]] = (household, VND, hectare, tonne, percent, percent / year)
LENGTHS: Final = (*range(1, 14), 18, 24, 60)
"""Numbers of months."""


def things() -> Iterator[Any]:
    seen: set[object] = set()
    for figures in readings().values():
        for figure in figures:
            for value in (figure.value, figure.time):
                if value is not None and value not in seen:
                    seen.add(value)
                    yield value
    for number in NUMBERS:
        for unit in UNITS:
            yield from (of.exact(number, unit) for of in (Value, Change, RelativeChange) if allowed(of, number, unit))
    yield from (Value(magnitude=15, unit=household, qualifier=one) for one in Qualifier if one is not Qualifier.BETWEEN)
    for month in range(1, 13):
        for length in LENGTHS:
            yield Period.parse(f"2018-{month:02}-01/P{length}M")
    yield Period(start=dt.date(2018, 1, 1), end=dt.date(2018, 1, 14))


def allowed(of: Any, number: str, unit: Unit) -> bool:
    try:
        of.exact(number, unit)
    except AseanscError:
        return False
    return True


def test_printed_forms_are_as_recorded() -> None:
    lines: list[str] = []
    for thing in things():
        try:
            shown = printed_as(thing)
        except AseanscError as error:
            shown = f"{type(error).__name__} {error}"
        lines.append(f"{type(thing).__name__} {thing}: {shown}")
    require_recorded("printed-forms.txt", lines)
