"""Which columns identify an observation in data of other publishers: dimensions, candidates, and known attributes."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from typing import Final, NamedTuple

from aseansc.interchange.sdmx._other_cells import MULTIPLIERS, START_DAY

INDICATORS: Final = ("INDICATOR", "SERIES", "MEASURE")
"""Usual names of the dimension for what is measured; the first that is present is used."""

_PLACES: Final = ("REF_AREA", "GEO", "COUNTRY", "REFERENCE_AREA", "GEO_PICT")
_UNITS: Final = ("UNIT_MEASURE", "UNIT")
_TIMES: Final = ("TIME_PERIOD", "TIME")
_FREQUENCIES: Final = ("FREQ", "FREQUENCY")
_COLLECTIONS: Final = ("TIME_PER_COLLECT", "COLLECTION")
_STATUS_COLUMNS: Final = ("OBS_STATUS", "OBS_FLAG")
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
"""Dimensions of the global data structures, used where nothing tells dimensions from attributes."""

_OF_OBSERVATIONS: Final = frozenset(
    {"OBS_VALUE", *MULTIPLIERS, "DECIMALS", "OBS_STATUS", "OBS_FLAG", "CONF_STATUS", "OBS_CONF"}
    | {"CONF_STATUS_OBS", "COMMENT", "COMMENT_OBS", "OBS_COM", "PRE_BREAK_VALUE", "OBS_PRE_BREAK", "ACTION"}
)
"""The value and what qualifies it: never part of a key."""

KNOWN_ATTRIBUTES: Final = _OF_OBSERVATIONS | {
    *("TITLE", "TITLE_COMPL", "TIME_FORMAT", "COMMENT_TS", "CONTACT", "BASE_PER", "EMBARGO_TIME", START_DAY),
    *_COLLECTIONS,
}
"""Names that mean an attribute in every data structure that uses them, or that are read as something else."""

_ID: Final = re.compile(r"[A-Za-z][A-Za-z0-9_@$-]*")


class Named(NamedTuple):
    """What is known of the names of the columns.

    Args:
        dimensions: those that are dimensions.
        perhaps: those that may be dimensions or attributes.
        measure: the dimension that says what is measured, where the data or its structure names it.
        whole: whether `dimensions` are all of them.
        everywhere: the dimensions that every row must have.
    """

    dimensions: frozenset[str]
    perhaps: frozenset[str] = frozenset()
    measure: str = ""
    whole: bool = False
    everywhere: frozenset[str] = frozenset()


def named_of_columns(columns: tuple[str, ...]) -> Named:
    """Return what the order of a table's columns says: dimensions stand before the value.

    A place, an indicator, a time, a frequency or a usual dimension behind the value shows that the table does not keep
    this order, and so does a value with nothing but a time before it; then every other column may be a dimension.
    """
    at = columns.index("OBS_VALUE") if "OBS_VALUE" in columns else 0
    usual = {*INDICATORS, *_PLACES, *_TIMES, *_FREQUENCIES, *_BREAKDOWNS}
    before = frozenset(columns[:at]) - _OF_OBSERVATIONS
    if before.issubset(_TIMES) or not usual.isdisjoint(columns[at:]):
        return Named(frozenset(), frozenset(columns))
    return Named(frozenset({name for name in before if _ID.fullmatch(name)} | {"TIME_PERIOD"}))


class Columns:
    """What each column of some rows holds.

    Args:
        names: the names of the columns.
        named: what is known of them.
    """

    def __init__(self, names: Iterable[str], named: Named) -> None:
        present = dict.fromkeys(names)
        by_upper = {name.upper(): name for name in present} | {name: name for name in present}
        dimensions = frozenset(map(str.upper, named.dimensions))
        self.indicator = _first((*INDICATORS, named.measure), by_upper)
        self.place = _first(_PLACES, by_upper)
        self.unit = _first(_UNITS, by_upper)
        self.collection = _first(_COLLECTIONS, by_upper)
        self.comment = _first(_COMMENTS, by_upper)
        self.time = _first(_TIMES, by_upper)
        self.frequency = _first(_FREQUENCIES, by_upper)
        self.multiplier = _first(MULTIPLIERS, by_upper)
        self.status = _first(_STATUS_COLUMNS, by_upper)
        taken = {self.indicator, self.place, self.unit, self.collection, self.comment, self.time, self.frequency}
        taken |= {self.multiplier, self.status, "OBS_VALUE", "DECIMALS", "ACTION", START_DAY}
        self.splits_unit = self.unit.upper() in dimensions
        """Whether the unit is a dimension: then one code stands for an indicator in each unit."""
        sure = dimensions if named.whole else dimensions | _BREAKDOWNS
        free = [name for name in present if name not in taken and name.upper() not in _NEVER_CATEGORIES]
        self.breakdowns = [name for name in free if name.upper() in sure]
        self.perhaps = [
            name
            for name in free
            if name in named.perhaps
            and name.upper() not in sure
            and name.upper() not in KNOWN_ATTRIBUTES
            and _ID.fullmatch(name)
        ]
        categories = set(self.breakdowns)
        read = {*INDICATORS, *_PLACES, *_UNITS, *_TIMES, *_COLLECTIONS, *_NEVER_CATEGORIES, named.measure.upper()}
        self.lacking = sorted({name.upper() for name in named.everywhere} - read - {name.upper() for name in present})
        """The dimensions that rows of these names do not have."""
        self.notes = [name for name in present if name not in taken and name not in categories]
        if named.whole:
            self.key = tuple(sorted(name for name in present if name.upper() in dimensions or name == self.time))
        else:
            self.key = tuple(
                sorted(name for name in present if name.upper() in dimensions or name not in _OF_OBSERVATIONS)
            )
        """What tells two observations apart; without a structure, everything but the value and what qualifies it."""


def _first(wanted: Iterable[str], present: Mapping[str, str]) -> str:
    return next((present[name] for name in wanted if name and name in present), "")


_MOST_STEPS: Final = 20_000_000


def can_tell(names: Collection[str], series: int) -> bool:
    """Return whether `telling` can be asked of so many series without taking long."""
    return series * (len(names) + 1) ** 2 <= _MOST_STEPS


def telling(names: list[str], signatures: Collection[tuple[str, ...]]) -> set[str]:
    """Return the names by which alone two series differ: each must be a dimension.

    Args:
        names: the names, in the order of each signature.
        signatures: the values of each series, each once.
    """
    return {
        name
        for at, name in enumerate(names)
        if len({values[:at] + values[at + 1 :] for values in signatures}) < len(signatures)
    }


ATTRIBUTES_OF_SERIES: Final = ("BASE_PER", "COMMENT_TS", "TITLE", "TITLE_COMPL")
"""Known attributes by which publishers tell series apart nevertheless."""


def telling_attributes(series: Collection[Mapping[str, str]], names: Collection[str]) -> set[str]:
    """Return the known attributes in which series differ that have the same values of all other names.

    Args:
        series: the values of each series.
        names: the other names.
    """
    first: dict[tuple[str, ...], tuple[str, ...]] = {}
    found: set[str] = set()
    for values in series:
        own = tuple([values.get(name, "") for name in ATTRIBUTES_OF_SERIES])
        others = first.setdefault(tuple([values.get(name, "") for name in names]), own)
        if others != own:
            pairs = zip(ATTRIBUTES_OF_SERIES, own, others, strict=True)
            found.update(name for name, mine, theirs in pairs if mine != theirs)
    return found


_MEASURE: Final = ("MEASURE", "OBS_MEASURE", "MEASURE_ID")


def named_by_measure(named: Named) -> Named:
    """Return the names of data with several measures, each of which becomes the value of a row of its own."""
    measure = next(name for name in _MEASURE if name not in named.dimensions)
    return named._replace(dimensions=named.dimensions | {measure}, measure=measure)


def by_measure(
    rows: Iterable[tuple[str, Mapping[str, str]]], measures: Collection[str], named: Named
) -> Iterator[tuple[str, Mapping[str, str]]]:
    """Yield a row for each measure of each row: SDMX 3.0 allows several values in one observation."""
    name = named_by_measure(named).measure
    for where, cells in rows:
        rest = {key: value for key, value in cells.items() if key not in measures}
        for measure in [key for key in measures if cells.get(key)] or [""]:
            yield where, {**rest, name: measure, "OBS_VALUE": cells.get(measure, "")}
