"""Find the role of each column in data of other publishers: dimensions, candidates for dimensions, attributes."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from itertools import chain, islice
from operator import itemgetter
from typing import Any, Final, NamedTuple, Protocol, TypeAlias, cast

from attrs import define, evolve, field

from aseansc.drafts import Gap, PartialRecord, Template, unchecked
from aseansc.interchange.sdmx._foreign_cells import (
    MULTIPLIER_NAMES,
    NO_TIME_COLUMN,
    START_DAY,
    TOTALS,
    ParsedTime,
    category_of,
    gap_showing,
    parse_time,
)
from aseansc.observations import Observation
from aseansc.texts import Text
from aseansc.units import Unit
from aseansc.values import Value

INDICATORS: Final = ("INDICATOR", "SERIES", "MEASURE")
"""Common names of the dimension for the indicator; the first one present is used."""

_PLACES: Final = ("REF_AREA", "GEO", "COUNTRY", "REFERENCE_AREA", "GEO_PICT")
_UNITS: Final = ("UNIT_MEASURE", "UNIT")
_TIMES: Final = ("TIME_PERIOD", "TIME")
_FREQUENCIES: Final = ("FREQ", "FREQUENCY")
_COLLECTIONS: Final = ("TIME_PER_COLLECT", "COLLECTION")
_STATUS_COLUMNS: Final = ("OBS_STATUS", "OBS_FLAG")
_CONFIDENTIALITIES: Final = ("CONF_STATUS", "OBS_CONF", "CONF_STATUS_OBS")
_COMMENTS: Final = ("COMMENT_OBS", "OBS_COM", "COMMENT")
_NEVER_CATEGORIES: Final = frozenset({*_FREQUENCIES, "TIME_FORMAT"})
_BREAKDOWNS: Final = frozenset(
    {
        "SEX",
        "AGE",
        "URBANISATION",
        "EDUCATION_LEV",
        "ACTIVITY",
        "OCCUPATION",
        "DISABILITY_STATUS",
        "PRODUCT",
        "QUANTILE",
    }
    | {"INCOME_WEALTH_QUANTILE", "COMPOSITE_BREAKDOWN", "CUST_BREAKDOWN", "CIVIL_STATUS", "DEG_URB"}
    | {f"COMP_BREAKDOWN_{number}" for number in range(1, 10)}
)
"""Dimensions of the global data structures; used if the data does not distinguish dimensions from attributes."""

_OF_OBSERVATIONS: Final = frozenset(
    {"OBS_VALUE", *MULTIPLIER_NAMES, "DECIMALS", "OBS_STATUS", "OBS_FLAG", *_CONFIDENTIALITIES}
    | {"COMMENT", "COMMENT_OBS", "OBS_COM", "PRE_BREAK_VALUE", "OBS_PRE_BREAK", "ACTION"}
)
"""The value and attributes of single observations, which are never part of a key."""

KNOWN_ATTRIBUTES: Final = _OF_OBSERVATIONS | {
    *("TITLE", "TITLE_COMPL", "TIME_FORMAT", "COMMENT_TS", "CONTACT", "BASE_PER", "EMBARGO_TIME", START_DAY),
    *_COLLECTIONS,
}
"""Names that are attributes in every data structure, or that are read in another way."""

_ID: Final = re.compile(r"[A-Za-z][A-Za-z0-9_@$-]*")


_MOST_TIMES: Final = 4_096
"""How many times are remembered; there may be as many as rows."""


class Roles(NamedTuple):
    """The known roles of columns.

    Args:
        dimensions: the names of dimensions.
        candidates: the names that may be dimensions or attributes.
        measure: the name of the measure dimension, if the data or its structure defines one.
        complete: whether `dimensions` contains all dimensions.
        everywhere: the dimensions that every row must have.
        place: the name of the dimension for the place, if the data defines one.
        time: that for the time.
    """

    dimensions: frozenset[str]
    candidates: frozenset[str] = frozenset()
    measure: str = ""
    complete: bool = False
    everywhere: frozenset[str] = frozenset()
    place: str = ""
    time: str = ""


def roles_from_columns(columns: tuple[str, ...]) -> Roles:
    """Return the roles of the columns of a table by their order: dimensions come before the value.

    The table does not follow this order if a place, indicator, time, frequency or other common dimension comes after
    the value, or if only a time comes before it. Every column is then a candidate.
    """
    at = columns.index("OBS_VALUE") if "OBS_VALUE" in columns else 0
    usual = {*INDICATORS, *_PLACES, *_TIMES, *_FREQUENCIES, *_BREAKDOWNS}
    before = frozenset(columns[:at]) - _OF_OBSERVATIONS
    if before.issubset(_TIMES) or not usual.isdisjoint(columns[at:]):
        return Roles(frozenset(), frozenset(columns))
    return Roles(frozenset({name for name in before if _ID.fullmatch(name)} | {"TIME_PERIOD"}))


class Structure(Protocol):
    """What the definition of a structure says about its data."""

    dimensions: list[str]
    measures: list[str]
    measure_dimension: str

    def name(self) -> Text | PartialRecord | None: ...

    def name_of(self, component: str, code: str) -> Text | PartialRecord | None: ...


class Names(Protocol):
    """The names of codes that the data contains, in no stated language."""

    def of(self, column: str, code: str) -> str: ...

    def kept(self) -> dict[str, Any]: ...


class ForeignRows(NamedTuple):
    """Consecutive rows that have the same columns, and may share their first cells."""

    names: tuple[str, ...]
    """The names of their columns."""
    shared: tuple[str, ...]
    """The cells of the first columns, if all rows have the same."""
    where: Sequence[str]
    """The location of each row, such as ``row 2``."""
    cells: Sequence[Sequence[str]]
    """The other cells of each row."""

    def in_full(self) -> Iterator[tuple[str, tuple[str, ...]]]:
        """Yield the location and all cells of each row."""
        for where, cells in zip(self.where, self.cells, strict=True):
            yield where, (*self.shared, *cells)


Key: TypeAlias = tuple[int, str]
"""What distinguishes an observation from all others: the number of its series, and its time."""


OWN: Final = ("id", "value", "time", "time_collection", "statuses")
"""The fields of an observation that are not the same for all rows of its series."""
_OWN_WITH_NOTE: Final = (*OWN, "note")


@define
class Series:
    """What the cells of a row other than its time, value and status state; the rows of one series share it."""

    number: int
    """The number of the cells of the key without the time, among those of all series."""
    fields: dict[str, object]
    """The fields of an observation, of which `OWN` depend on the time, value and status."""
    times: dict[str, ParsedTime]
    """The times that were read, by their cells; series with the same frequency and time collection share them."""
    identity: int
    """The hash of indicator, place and breakdown."""
    indicator: str
    unit_code: str
    unit: Unit | Gap
    frequency: str
    collected: str
    start_day: str
    plain_value: Callable[[str], Value | None]
    """Returns the value of a cell OBS_VALUE, unless `value_of` must decide."""
    comment: tuple[str, ...]
    notes: tuple[str, ...]
    """The other cells, for the note."""
    templates: list[Template | None] = field(factory=lambda: [None] * 4)
    """What makes the observations: of times without and with `per`, then both with a note of their own."""

    def first_record(self, kind: int, own: tuple[object, ...], where: str) -> PartialRecord:
        """Return the first observation of one of the kinds of `templates`, and make the template for the next ones.

        It has fields of its own, because most series of some files have only one row.
        """
        has_note, needs_per = divmod(kind, 2)
        fields = self.fields.copy()
        if not needs_per:
            del fields["per"]
        template = self.templates[kind] = Template(Observation, fields, _OWN_WITH_NOTE if has_note else OWN)
        return unchecked(Observation, template.fields_with(own), where)


class Columns:
    """The columns of some rows by their role.

    Args:
        names: the names of the columns.
        roles: their known roles.
    """

    def __init__(self, names: Iterable[str], roles: Roles) -> None:
        present = dict.fromkeys(names)
        by_upper = {name.upper(): name for name in present} | {name: name for name in present}
        dimensions = frozenset(map(str.upper, roles.dimensions))
        self.indicator = _first((*INDICATORS, roles.measure), by_upper)
        self.unit = _first(_UNITS, by_upper)
        self.collection = _first(_COLLECTIONS, by_upper)
        self.time = _first((roles.time, *_TIMES), by_upper)
        self.frequency = _first(_FREQUENCIES, by_upper)
        self.status = _first(_STATUS_COLUMNS, by_upper)
        self.confidentiality = _first(_CONFIDENTIALITIES, by_upper)
        self.place = _first((roles.place, *_PLACES), by_upper)
        more = self.frequency, self.collection, self.confidentiality, _first(_COMMENTS, by_upper)
        read_names = self.indicator, self.place, self.unit, *more
        of_value = self.status, _first(MULTIPLIER_NAMES, by_upper), "OBS_VALUE", "DECIMALS", "ACTION"
        taken = {*read_names, *of_value, self.time, START_DAY}
        self.unit_is_dimension = self.unit.upper() in dimensions
        """Whether the unit is a dimension; if so, each unit of an indicator code is an indicator of its own."""
        sure = dimensions if roles.complete else dimensions | _BREAKDOWNS
        free = [name for name in _but(present, taken) if name.upper() not in _NEVER_CATEGORIES]
        self.breakdowns = [name for name in free if name.upper() in sure]
        known = sure | KNOWN_ATTRIBUTES
        self.candidates = [
            name for name in free if name in roles.candidates and name.upper() not in known and _ID.fullmatch(name)
        ]
        read = {*INDICATORS, *_PLACES, *_UNITS, *_TIMES, *_COLLECTIONS, *_NEVER_CATEGORIES, roles.measure.upper()}
        self.lacking = sorted({name.upper() for name in roles.everywhere} - read - {name.upper() for name in present})
        """The dimensions that rows with these columns lack."""
        known_columns = {"INDICATOR": self.indicator, "TIME_PERIOD": self.time}
        self.unnamed = [name for name, column in known_columns.items() if not column]
        """The usual columns of keys that these rows lack."""
        self.has_repeats = False
        """Whether a key that occurs twice was reported for these rows, if they lack a usual column."""
        self.notes = _but(present, taken.union(self.breakdowns))
        others = {self.time} if roles.complete else present.keys() - _OF_OBSERVATIONS
        self.key = tuple(sorted(name for name in present if name in others or name.upper() in dimensions))
        """The columns that distinguish observations; without a structure, all but the value and its attributes."""
        self.series: dict[tuple[str, ...], Series] = {}
        """What some rows state, by their cells without time, value and status."""
        self.unclear: set[str] = set()
        """The cells of breakdowns that are not codes, such as ``SEX=male and female``."""
        self.names = tuple(names)
        self.times: dict[tuple[str, str, str], dict[str, ParsedTime]] = {}
        """The times that were read, by what they depend on, and by their cells."""
        self._find_cells(_but(present, {self.time, *({self.status, "OBS_VALUE"} - {*self.key})}), read_names)

    def _find_cells(self, of_series: list[str], read: Iterable[str]) -> None:
        """Find the cells of a row, and make the functions that return some of them."""
        at = {name: number for number, name in enumerate(self.names)}
        self._at = at
        read = (*read, START_DAY, *MULTIPLIER_NAMES, "DECIMALS")
        self._read = picker([at.get(name, len(self.names)) if name else len(self.names) for name in read])
        self.key_of = picker([at[name] for name in self.key if name != self.time])
        self._of_series = [at[name] for name in of_series]
        self.series_of = picker(self._of_series)
        """Returns the cells that the rows of a series share."""
        self._of_row = [at.get(name) if name else None for name in (self.time, self.status, "OBS_VALUE")]
        self._first = min((number for number in self._of_row if number is not None), default=0)
        self._parts: dict[int, tuple[Picker, Parts]] = {}

    def parts_after(self, shared: int) -> tuple[Picker, Parts] | None:
        """Return functions for rows of which the first cells are left out, because they share them.

        The first one returns the other cells that the rows of a series share, the second time, status and value. The
        result is ``None`` if one of these is among the first cells.
        """
        if shared > self._first:
            return None
        found = self._parts.get(shared)
        if found is None:
            others = [number - shared for number in self._of_series if number >= shared]
            own = [None if number is None else number - shared for number in self._of_row]
            found = self._parts[shared] = (picker(others), _parts(own))
        return found

    def row(self, cells: Sequence[str]) -> dict[str, str]:
        """Return the cells of a row by the names of their columns."""
        return dict(zip(self.names, cells, strict=True))

    def read(self, cells: Sequence[str]) -> tuple[str, ...]:
        """Return the cells of a row for indicator, place, unit and so on, which all rows of a series share."""
        return self._read((*cells, ""))

    def read_time(self, series: Series, text: str) -> ParsedTime:
        """Parse the time of a row, and remember it for the rows of similar series."""
        if len(series.times) >= _MOST_TIMES:
            series.times.clear()
        found = parse_time(
            text.strip(), series.frequency, self.collection, series.collected, series.start_day, self.frequency
        )
        series.times[text] = found = found if self.time else evolve(found, time=NO_TIME_COLUMN)
        return found

    def values_of(self, others: Iterable[str], time: str) -> tuple[str, ...]:
        """Return the values of a key in the order of the names in `self.key`, from those without the time."""
        rest = iter(others)
        return tuple([time if name == self.time else next(rest) for name in self.key])

    def cell(self, cells: Sequence[str], name: str) -> str:
        """Return the cell of a row in a column."""
        return cells[self._at[name]]

    def categories_of(self, cells: Sequence[str]) -> tuple[str | None, ...]:
        """Return the category of a row in each of `breakdowns`."""
        found = tuple([category_of(name, cells[self._at[name]]) for name in self.breakdowns])
        for category in found:
            if category and "=" in category:
                self.unclear.add(category)
        return found


def breakdown_of(row: Sequence[str], columns: Columns, kept: list[str]) -> tuple[str, ...] | Gap:
    """Return the breakdown of a row, or a gap if a category is not a code or may be an attribute."""
    found = columns.categories_of(row)
    codes = tuple(filter(None, found))
    unclear = [code for code in codes if code in columns.unclear] if columns.unclear else []
    if unclear:
        kept += unclear
        items = chain(unclear, (code for code in codes if code not in columns.unclear))
        return _unknown_breakdown("a category is not a code", "phân tổ không phải là mã", items)
    empty = columns.lacking
    if None in found:
        empty = [*empty, *(name for name, code in zip(columns.breakdowns, found, strict=True) if code is None)]
    if empty:
        return _unknown_breakdown(
            "the file has no codes for these dimensions",
            "tệp không có mã cho các chiều phân tổ này",
            chain(empty, codes),
        )
    if not columns.candidates:
        return codes
    cells = columns.row(row)
    candidates = (f"{name}={cells[name]}" for name in columns.candidates if cells[name].strip() not in TOTALS)
    shown = list(islice(candidates, _MOST_SHOWN))
    if shown:
        return _unknown_breakdown(
            "the file does not state which of these are dimensions; add its structure message",
            "tệp không cho biết đâu là chiều phân tổ; hãy bổ sung thông điệp cấu trúc",
            chain(shown, codes),
        )
    return codes


def undistinguished(codes: tuple[str, ...], cells: list[tuple[str, str]]) -> Gap:
    """Return a gap for the breakdown of a series that differs from another only in components with unknown roles."""
    differences = list(islice((f"{name}={cell}" for name, cell in cells if cell), _MOST_SHOWN))
    return _unknown_breakdown(
        "another series in the file has the same indicator, place, time and categories; this series has",
        "một chuỗi khác trong tệp có cùng chỉ tiêu, địa bàn, thời gian và phân tổ; chuỗi này có",
        chain(differences or ["none of " + ", ".join([name for name, _ in cells])], codes),
    )


def _unknown_breakdown(en: str, vi: str, items: Iterable[str]) -> Gap:
    return gap_showing(en, vi, ", ".join(islice(items, _MOST_SHOWN)), _LONGEST_SHOWN)


_MOST_SHOWN: Final = 20
_LONGEST_SHOWN: Final = 300


def _but(names: Iterable[str], left_out: Collection[str]) -> list[str]:
    return [name for name in names if name not in left_out]


Picker: TypeAlias = Callable[[Sequence[str]], tuple[str, ...]]


def picker(positions: Sequence[int]) -> Picker:
    """Return a function that returns some cells of a row."""
    if len(positions) < 2:  # itemgetter would return a string, or fail
        return (lambda cells: (cells[positions[0]],)) if positions else lambda cells: ()
    return itemgetter(*positions)


Parts: TypeAlias = Callable[[Sequence[str]], tuple[str, str, str]]


def _parts(positions: Sequence[int | None]) -> Parts:
    """Return a function that returns three cells of a row; an empty one if the rows do not have the column."""
    given = [position for position in positions if position is not None]
    if len(given) == len(positions):
        return cast("Parts", itemgetter(*given))
    return lambda cells: cast("Any", tuple(["" if position is None else cells[position] for position in positions]))


def _first(wanted: Iterable[str], present: Mapping[str, str]) -> str:
    return next((present[name] for name in wanted if name and name in present), "")


_MOST_STEPS: Final = 20_000_000


def can_compare(names: Collection[str], series: int) -> bool:
    """Return whether `distinguishing` takes a short time for these names and this number of series."""
    return series * (len(names) + 1) ** 2 <= _MOST_STEPS


def distinguishing(names: list[str], signatures: Collection[tuple[str, ...]]) -> set[str]:
    """Return the names that are the only difference between some two series; such a name must be a dimension.

    Args:
        names: the names, in the order of the values in each signature.
        signatures: the values of each series, without duplicates.
    """
    return {
        name
        for at, name in enumerate(names)
        if len({values[:at] + values[at + 1 :] for values in signatures}) < len(signatures)
    }


ATTRIBUTES_OF_SERIES: Final = ("BASE_PER", "COMMENT_TS", "TITLE", "TITLE_COMPL")
"""Known attributes that some publishers use to distinguish series."""


def distinguishing_attributes(series: Iterable[Mapping[str, str]], names: Collection[str]) -> set[str]:
    """Return the known attributes in which series differ that have the same values of all other names.

    Args:
        series: the values of each series.
        names: the other names.
    """
    first: dict[frozenset[tuple[str, str]], tuple[str, ...]] = {}
    found: set[str] = set()
    key_names = frozenset(names)
    for values in series:
        own = tuple([values.get(name, "") for name in ATTRIBUTES_OF_SERIES])
        # Only the attributes that are there: a document may have as many names as series.
        key = frozenset((name, value) for name, value in values.items() if name in key_names and value)
        others = first.setdefault(key, own)
        if others != own:
            pairs = zip(ATTRIBUTES_OF_SERIES, own, others, strict=True)
            found.update(name for name, mine, theirs in pairs if mine != theirs)
    return found


_MEASURE: Final = ("MEASURE", "OBS_MEASURE", "MEASURE_ID")


def add_measure_dimension(roles: Roles) -> Roles:
    """Return the roles with the measure dimension that `split_measures` adds to the rows."""
    measure = next(name for name in _MEASURE if name not in roles.dimensions)
    return roles._replace(dimensions=roles.dimensions | {measure}, measure=measure)


def split_measures(found: Iterable[ForeignRows], measures: Collection[str], roles: Roles) -> Iterator[ForeignRows]:
    """Yield a row for each measure of each row, since an observation of SDMX 3.0 may have several values."""
    return in_parts(_of_measures(found, measures, add_measure_dimension(roles).measure))


def _of_measures(
    found: Iterable[ForeignRows], measures: Collection[str], measure_name: str
) -> Iterator[tuple[str, dict[str, str]]]:
    for where, cells in in_full(found):
        rest = {key: value for key, value in cells.items() if key not in measures}
        for measure in [key for key in measures if cells.get(key)] or [""]:
            yield where, {**rest, measure_name: measure, "OBS_VALUE": cells.get(measure, "")}


def in_full(found: Iterable[ForeignRows]) -> Iterator[tuple[str, dict[str, str]]]:
    """Yield the location of each row, and its cells by the names of their columns."""
    for rows in found:
        for where, cells in rows.in_full():
            yield where, dict(zip(rows.names, cells, strict=True))


MOST_TOGETHER: Final = 500
"""How many rows are read together."""


def in_parts(rows: Iterable[tuple[str, dict[str, str]]]) -> Iterator[ForeignRows]:
    """Yield consecutive rows with the same columns together; each is a location, and cells by the names of columns."""
    names: tuple[str, ...] = ()
    together: tuple[list[str], list[Sequence[str]]] = [], []
    for where, cells in rows:
        own = tuple(cells)
        if together[0] and (own != names or len(together[0]) == MOST_TOGETHER):
            yield ForeignRows(names, (), *together)
            together = [], []
        names = own
        together[0].append(where)
        together[1].append(tuple(cells.values()))
    if together[0]:
        yield ForeignRows(names, (), *together)
