"""Which columns identify an observation in data of other publishers: dimensions, candidates, and known attributes."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from typing import Final, NamedTuple

from aseansc.interchange.sdmx._other_cells import START_DAY

INDICATORS: Final = ("INDICATOR", "SERIES", "MEASURE")
"""Usual names of the dimension for what is measured; the first that is present is used."""

_PLACES: Final = ("REF_AREA", "GEO", "COUNTRY", "REFERENCE_AREA", "GEO_PICT")
_UNITS: Final = ("UNIT_MEASURE", "UNIT")
_TIMES: Final = ("TIME_PERIOD", "TIME")
_FREQUENCIES: Final = ("FREQ", "FREQUENCY")
_MULTIPLIERS: Final = ("UNIT_MULT", "UNIT_MULTIPLIER")
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
    {"OBS_VALUE", "UNIT_MULT", "UNIT_MULTIPLIER", "DECIMALS", "OBS_STATUS", "OBS_FLAG", "CONF_STATUS", "OBS_CONF"}
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
    """

    dimensions: frozenset[str]
    perhaps: frozenset[str] = frozenset()
    measure: str = ""
    whole: bool = False


def named_of_columns(columns: tuple[str, ...]) -> Named:
    """Return what the order of a table's columns says: dimensions stand before the value.

    A place, an indicator, a frequency or a usual dimension behind the value shows that the table does not keep this
    order; then every other column may be a dimension.
    """
    at = columns.index("OBS_VALUE") if "OBS_VALUE" in columns else 0
    usual = {*INDICATORS, *_PLACES, *_FREQUENCIES, *_BREAKDOWNS}
    before = frozenset(columns[:at]) - _OF_OBSERVATIONS
    if at == 0 or not usual.isdisjoint(columns[at:]):
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
        self.indicator = _first((*INDICATORS, named.measure), present)
        self.place = _first(_PLACES, present)
        self.unit = _first(_UNITS, present)
        self.collection = _first(_COLLECTIONS, present)
        self.comment = _first(_COMMENTS, present)
        self.time = _first(_TIMES, present)
        self.frequency = _first(_FREQUENCIES, present)
        self.multiplier = _first(_MULTIPLIERS, present)
        self.status = _first(_STATUS_COLUMNS, present)
        taken = {self.indicator, self.place, self.unit, self.collection, self.comment, self.time, self.frequency}
        taken |= {self.multiplier, self.status, "OBS_VALUE", "DECIMALS", "ACTION", START_DAY}
        self.splits_unit = self.unit in named.dimensions
        """Whether the unit is a dimension: then one code stands for an indicator in each unit."""
        sure = named.dimensions if named.whole else named.dimensions | _BREAKDOWNS
        free = [name for name in present if name not in taken and name not in _NEVER_CATEGORIES]
        self.breakdowns = [name for name in free if name in sure]
        self.perhaps = [
            name
            for name in free
            if name in named.perhaps and name not in sure and name not in KNOWN_ATTRIBUTES and _ID.fullmatch(name)
        ]
        categories = set(self.breakdowns)
        self.notes = [name for name in present if name not in taken and name not in categories]
        if named.whole:
            self.key = tuple(sorted(name for name in present if name in named.dimensions or name == self.time))
        else:
            self.key = tuple(
                sorted(name for name in present if name in named.dimensions or name not in _OF_OBSERVATIONS)
            )
        """What tells two observations apart; without a structure, everything but the value and what qualifies it."""


def _first(wanted: Iterable[str], present: Collection[str]) -> str:
    return next((name for name in wanted if name and name in present), "")


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
