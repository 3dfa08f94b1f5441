"""Find the role of each column in data of other publishers: dimensions, candidates for dimensions, attributes."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from typing import Final, NamedTuple

from aseansc.interchange.sdmx._other_cells import START_DAY

INDICATORS: Final = ("INDICATOR", "SERIES", "MEASURE")
"""Common names of the dimension for the indicator; the first one present is used."""

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
"""Dimensions of the global data structures; used if the data does not distinguish dimensions from attributes."""

_OF_OBSERVATIONS: Final = frozenset(
    {"OBS_VALUE", "UNIT_MULT", "UNIT_MULTIPLIER", "DECIMALS", "OBS_STATUS", "OBS_FLAG", "CONF_STATUS", "OBS_CONF"}
    | {"CONF_STATUS_OBS", "COMMENT", "COMMENT_OBS", "OBS_COM", "PRE_BREAK_VALUE", "OBS_PRE_BREAK", "ACTION"}
)
"""The value and attributes of single observations, which are never part of a key."""

KNOWN_ATTRIBUTES: Final = _OF_OBSERVATIONS | {
    *("TITLE", "TITLE_COMPL", "TIME_FORMAT", "COMMENT_TS", "CONTACT", "BASE_PER", "EMBARGO_TIME", START_DAY),
    *_COLLECTIONS,
}
"""Names that are attributes in every data structure, or that are read in another way."""

_ID: Final = re.compile(r"[A-Za-z][A-Za-z0-9_@$-]*")


class Roles(NamedTuple):
    """The known roles of columns.

    Args:
        dimensions: the names of dimensions.
        candidates: the names that may be dimensions or attributes.
        measure: the name of the measure dimension, if the data or its structure defines one.
        complete: whether `dimensions` contains all dimensions.
    """

    dimensions: frozenset[str]
    candidates: frozenset[str] = frozenset()
    measure: str = ""
    complete: bool = False


def roles_from_columns(columns: tuple[str, ...]) -> Roles:
    """Return the roles of the columns of a table by their order: dimensions come before the value.

    If a place, indicator, frequency or other common dimension comes after the value, the table does not follow this
    order, and every column is a candidate.
    """
    at = columns.index("OBS_VALUE") if "OBS_VALUE" in columns else 0
    usual = {*INDICATORS, *_PLACES, *_FREQUENCIES, *_BREAKDOWNS}
    before = frozenset(columns[:at]) - _OF_OBSERVATIONS
    if at == 0 or not usual.isdisjoint(columns[at:]):
        return Roles(frozenset(), frozenset(columns))
    return Roles(frozenset({name for name in before if _ID.fullmatch(name)} | {"TIME_PERIOD"}))


class Columns:
    """The columns of some rows by their role.

    Args:
        names: the names of the columns.
        roles: their known roles.
    """

    def __init__(self, names: Iterable[str], roles: Roles) -> None:
        present = dict.fromkeys(names)
        self.indicator = _first((*INDICATORS, roles.measure), present)
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
        self.unit_is_dimension = self.unit in roles.dimensions
        """Whether the unit is a dimension; if so, each unit of an indicator code is an indicator of its own."""
        sure = roles.dimensions if roles.complete else roles.dimensions | _BREAKDOWNS
        free = [name for name in present if name not in taken and name not in _NEVER_CATEGORIES]
        self.breakdowns = [name for name in free if name in sure]
        self.candidates = [
            name
            for name in free
            if name in roles.candidates and name not in sure and name not in KNOWN_ATTRIBUTES and _ID.fullmatch(name)
        ]
        categories = set(self.breakdowns)
        self.notes = [name for name in present if name not in taken and name not in categories]
        if roles.complete:
            self.key = tuple(sorted(name for name in present if name in roles.dimensions or name == self.time))
        else:
            self.key = tuple(
                sorted(name for name in present if name in roles.dimensions or name not in _OF_OBSERVATIONS)
            )
        """The columns that distinguish observations; without a structure, all but the value and its attributes."""


def _first(wanted: Iterable[str], present: Collection[str]) -> str:
    return next((name for name in wanted if name and name in present), "")


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


_MEASURE: Final = ("MEASURE", "OBS_MEASURE", "MEASURE_ID")


def add_measure_dimension(roles: Roles) -> Roles:
    """Return the roles with the measure dimension that `split_measures` adds to the rows."""
    measure = next(name for name in _MEASURE if name not in roles.dimensions)
    return roles._replace(dimensions=roles.dimensions | {measure}, measure=measure)


def split_measures(
    rows: Iterable[tuple[str, Mapping[str, str]]], measures: Collection[str], roles: Roles
) -> Iterator[tuple[str, Mapping[str, str]]]:
    """Yield a row for each measure of each row, since an observation of SDMX 3.0 may have several values."""
    name = add_measure_dimension(roles).measure
    for where, cells in rows:
        rest = {key: value for key, value in cells.items() if key not in measures}
        for measure in [key for key in measures if cells.get(key)] or [""]:
            yield where, {**rest, name: measure, "OBS_VALUE": cells.get(measure, "")}
