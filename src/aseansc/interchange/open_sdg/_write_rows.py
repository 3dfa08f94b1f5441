"""Write observations as rows of Open SDG."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

from aseansc._decimals import plain
from aseansc.codelists import Absent
from aseansc.indicators import Indicator
from aseansc.labels import label
from aseansc.observations import Observation, Status
from aseansc.periods import Period, TimeCollection
from aseansc.reviews import Review
from aseansc.units import UnitKind
from aseansc.values import Qualifier

YEAR: Final = "Year"
SERIES: Final = "Series"
UNITS: Final = "Units"
PLACE: Final = "GeoCode"
VALUE: Final = "Value"
_SPECIAL: Final = frozenset({YEAR, SERIES, UNITS, PLACE, VALUE})

FILE_NAME: Final = re.compile(r"indicator_[A-Za-z0-9-]+\.csv")
"""The names of data files."""

_GOALS: Final = "SDG:"
_PLAIN_COLLECTIONS: Final = (TimeCollection.END, TimeCollection.TOTAL)
"""The time collections that readers assume of a level and of an amount; others are part of the name of the series."""


class Row(NamedTuple):
    """The cells of an observation."""

    year: str
    series: str
    units: str
    categories: tuple[tuple[str, str], ...]
    """The column and the cell of each category."""
    place: str
    """The place, if it is not that of the review."""
    value: str


def rows_of(review: Review, file: str = "") -> Iterator[tuple[Observation, Row | str]]:
    """Yield each observation, or those of one file, with its row or the reason why it has none."""
    files = {indicator.id: _file_of(indicator) for indicator in review.indicators}
    seen: dict[tuple[str, Row], str] = {}
    for observation in review.observations:
        if file and files[observation.indicator] != file:
            continue
        row = _row_of(observation, review)
        if not isinstance(row, str):
            key = (files[observation.indicator], row._replace(value=""))
            first = seen.setdefault(key, observation.id)
            if first != observation.id:
                row = f"{first!r} already has the row of this series, year and category"
        yield observation, row


def _row_of(observation: Observation, review: Review) -> Row | str:
    time = observation.time
    if not isinstance(time, Period) or time != Period.year(time.start.year):
        return "a row has a calendar year, and this figure has another time"
    if Status.PLANNED in observation.statuses or Status.FORECAST in observation.statuses:
        return "readers would take the value for a result, and this is a plan or a forecast"
    value = observation.value
    if not isinstance(value, Absent) and value.qualifier is not Qualifier.EXACT:
        return "a value is a single plain number, and this is a bound, a range or an approximation"
    categories = [(scheme, code) for scheme, _, code in (it.partition(":") for it in observation.breakdown)]
    columns = [column for column, _ in categories]
    if len(set(columns)) < len(columns) or _SPECIAL.intersection(columns):
        return "a row has one category of each kind, and kinds with the name of another column are not possible"
    indicator = review.indicator(observation.indicator)
    unit = indicator.unit if isinstance(value, Absent) else value.unit
    return Row(
        year=str(time.start.year),
        series=_series(indicator, observation),
        units=unit.plural if unit.kind is UnitKind.COUNT else unit.en,
        categories=tuple(sorted(categories)),
        place="" if observation.place == review.place else observation.place,
        value="" if isinstance(value, Absent) else plain(value.magnitude),
    )


def _series(indicator: Indicator, observation: Observation) -> str:
    collection, per = observation.time_collection, observation.per
    if collection in _PLAIN_COLLECTIONS:
        return indicator.name.en
    words = label(collection, "en").format(per="" if isinstance(per, Absent) else label(per, "en"))
    return f"{indicator.name.en}, {words}"


def goal_code(indicator: Indicator) -> str:
    """Return the first code of the Sustainable Development Goals of an indicator, such as ``SDG:1.2.1``, or ``""``."""
    return next((code for code in indicator.codes if code.startswith(_GOALS)), "")


def _file_of(indicator: Indicator) -> str:
    code = goal_code(indicator).removeprefix(_GOALS) or indicator.id
    return f"indicator_{re.sub('[^A-Za-z0-9]+', '-', code)}.csv"


def files_of(review: Review) -> dict[str, str]:
    """Return the data files of a review by name; an indicator without rows has none."""
    files = {indicator.id: _file_of(indicator) for indicator in review.indicators}
    by_file: dict[str, list[Row]] = {name: [] for name in files.values()}
    for observation, row in rows_of(review):
        if not isinstance(row, str):
            by_file[files[observation.indicator]].append(row)
    return {name: _text_of(rows) for name, rows in by_file.items() if rows}


def table_of(review: Review, indicator: Indicator) -> str:
    """Return the data file of an indicator."""
    found = rows_of(review, _file_of(indicator))
    return _text_of([row for figure, row in found if figure.indicator == indicator.id and not isinstance(row, str)])


def _text_of(rows: Sequence[Row]) -> str:
    kinds = sorted({column for row in rows for column, _ in row.categories})
    places = [PLACE] if any(row.place for row in rows) else []
    text = io.StringIO(newline="")
    writer = csv.writer(text)
    writer.writerow([YEAR, SERIES, UNITS, *kinds, *places, VALUE])
    for row in rows:
        cells = dict(row.categories)
        place = [row.place] if places else []
        writer.writerow([row.year, row.series, row.units, *(cells.get(kind, "") for kind in kinds), *place, row.value])
    return text.getvalue()
