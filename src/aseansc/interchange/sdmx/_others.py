"""Data that others wrote, as drafts: what SDMX says is typed, what it leaves open is a gap, and nothing is dropped."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from decimal import Decimal
from functools import lru_cache
from typing import Any, Final, NamedTuple

from aseansc._decimals import EXACT, POWERS_OF_TEN, as_decimal, place_of
from aseansc.codelists import Absent
from aseansc.drafts import Draft, Gap, Partial
from aseansc.drafts._partials import known
from aseansc.errors import AseanscError, FieldError
from aseansc.extras import Extra
from aseansc.indicators import Indicator
from aseansc.interchange._scalars import MOST_PROBLEMS
from aseansc.interchange.sdmx._cells import time_of
from aseansc.interchange.sdmx._codes import frequency
from aseansc.interchange.sdmx._definitions import Definition, name_of
from aseansc.interchange.sdmx._figures import COLLECTION_CODES, STATUS_CODES
from aseansc.interchange.sdmx._reviews import no_review
from aseansc.observations import Observation, Status
from aseansc.periods import AsOf, Time, TimeCollection
from aseansc.texts import Text
from aseansc.units import Unit, catalogue
from aseansc.values import Value

_INDICATORS: Final = ("INDICATOR", "SERIES", "MEASURE")
"""Dimensions that say what is measured, the first that there is."""

_PLACES: Final = ("REF_AREA", "GEO", "COUNTRY")
_UNITS: Final = ("UNIT_MEASURE", "UNIT")
_COLLECTIONS: Final = ("TIME_PER_COLLECT", "COLLECTION")
_COMMENTS: Final = ("COMMENT_OBS", "OBS_COM", "COMMENT")
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
"""Dimensions that confine a figure to a category, where no structure tells dimensions from attributes."""

_WHOLE: Final = frozenset({"_T", "_Z", ""})
"""Codes of a dimension that confine a figure to nothing: the total, and not applicable."""

_OTHER_UNIT_CODES: Final = {
    "PT": "percent",
    "PC": "percent",
    "PERCENT": "percent",
    "PS": "person",
    "HA": "hectare",
    "KM2": "square_kilometre",
    "KG": "kilogram",
}
"""Codes of the global data structures (national accounts, goals) that cannot be taken for anything else."""

_KNOWN_UNITS: Final[dict[str, Unit]] = {unit.code: unit for unit in catalogue()}
_STATUSES: Final[dict[str, tuple[Status, ...]]] = {
    "": (),
    "A": (),
    **{code: (it,) for it, code in STATUS_CODES.items()},
}
_COLLECTED: Final = {code: collection for collection, code in COLLECTION_CODES.items()}
_CODE: Final = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]*")
_NOT_IN_IDS: Final = re.compile(r"[^a-z0-9]+")
_MULTIPLIER: Final = re.compile(r"-?[0-9]{1,2}")
_DECIMALS: Final = re.compile(r"[0-9]{1,2}")
_NO_NUMBERS: Final = frozenset({"", "NaN", "nan", "NA", ":"})


def _why(en: str, vi: str) -> Gap:
    return Gap(reason=Text(en=en, vi=vi))


_NO_BASIS: Final = _why("the file does not say how the time is known", "tệp không cho biết căn cứ của thời gian")
_NO_COLLECTION: Final = _why(
    "the file does not say how the figure fills its time", "tệp không cho biết số liệu gắn với thời gian thế nào"
)
_NO_PER: Final = _why("the file does not say what the average is per", "tệp không cho biết bình quân theo gì")
_NO_CITATION: Final = _why("the file cites no document", "tệp không trích dẫn tài liệu")
_NO_PLACE: Final = _why("the file gives no place", "tệp không cho biết địa bàn")
_NO_UNIT: Final = _why("the file gives no unit", "tệp không cho đơn vị")
_NO_VALUE: Final = _why("the file gives no value", "tệp không cho giá trị")
_NO_KIND: Final = _why(
    "the file does not say stock, flow or rate", "tệp không cho biết là số dư, số phát sinh hay tỷ lệ"
)
_NO_NAME: Final = _why("the file gives no name in English", "tệp không có tên tiếng Anh")
_NO_REVIEW: Final = _why("the file is of no review", "tệp không thuộc báo cáo nào")


@lru_cache(maxsize=1024)
def _because(en: str, vi: str, said: str) -> Gap:
    """A gap for something that the file says in a way that is not understood."""
    shown = " ".join("".join(character if character.isprintable() else " " for character in said[:120]).split())
    return _why(f"{en}: {shown}" if shown else en, f"{vi}: {shown}" if shown else vi)


@lru_cache(maxsize=4096)
def _identifier(code: str) -> str:
    """A code as an id within a review: in lower case, with hyphens for all that is no letter or digit."""
    return _NOT_IN_IDS.sub("-", code.casefold()).strip("-") or "x"


class _Columns:
    """Which of the columns of some rows say what."""

    def __init__(self, names: Iterable[str], dimensions: Iterable[str]) -> None:
        present = list(names)
        self.indicator = _first(_INDICATORS, present)
        self.place = _first(_PLACES, present)
        self.unit = _first(_UNITS, present)
        self.collection = _first(_COLLECTIONS, present)
        self.comment = _first(_COMMENTS, present)
        taken = {self.indicator, self.place, self.unit, self.collection, self.comment}
        taken |= {"TIME_PERIOD", "OBS_VALUE", "UNIT_MULT", "DECIMALS", "OBS_STATUS", "FREQ", "ACTION"}
        given = set(dimensions)
        self.breakdowns = [name for name in present if name not in taken and (name in given or name in _BREAKDOWNS)]
        self.notes = [name for name in present if name not in taken and name not in self.breakdowns]
        self.key = [name for name in present if name in given]


def _first(wanted: Iterable[str], present: list[str]) -> str:
    return next((name for name in wanted if name in present), "")


class _Foreign:
    """Reads the rows of one structure."""

    def __init__(
        self, structure: str, definition: Definition | None, dimensions: Iterable[str], columns: Iterable[str]
    ) -> None:
        self.structure = structure
        self.problems: list[AseanscError] = []
        self.units: dict[str, set[Unit | None]] = {}
        """The units that the rows of each indicator are in."""
        self.codes: dict[str, tuple[str, str]] = {}
        """Of each indicator, the component and the code that it is in the file."""
        self._definition = definition
        self._dimensions = tuple(dimensions)
        self._columns: dict[tuple[str, ...], _Columns] = {}
        self._all = _Columns(columns, self._dimensions) if columns else None
        self._ids: dict[str, int] = {}
        self._indicator_ids: dict[tuple[str, str], str] = {}
        self._keys: dict[tuple[str, ...], str] = {}

    def read(self, where: str, cells: Mapping[str, str]) -> Partial | None:
        """The observation of a row; nothing where something is wrong with it."""
        columns = self._all
        if columns is None:
            names = tuple(cells)
            columns = self._columns.get(names)
            if columns is None:
                columns = self._columns[names] = _Columns(names, self._dimensions)
        key = tuple([cells[name] for name in columns.key])
        if key and self._keys.setdefault(key, where) is not where:
            way_out = f"The first is {self._keys[key]}."
            self._problem(where, "", FieldError("two rows have one key", got=", ".join(key), way_out=way_out))
            return None
        try:
            return known(Observation, self._fields(cells, columns), where)
        except AseanscError as error:
            self._problem(where, error.where, error)
            return None

    def _problem(self, where: str, inside: str, error: AseanscError) -> None:
        error.where = f"{where}, {inside}" if inside else where
        self.problems.append(error)
        if len(self.problems) > MOST_PROBLEMS:
            raise no_review(self.problems) from None

    def _fields(self, cells: Mapping[str, str], columns: _Columns) -> dict[str, object]:
        """The fields of an observation, in the order of the class; all of their types."""
        comment = cells[columns.comment].strip() if columns.comment else ""
        kept: list[str] = [comment] if comment else []
        component = columns.indicator
        indicator = self._indicator(component, cells[component] if component else "")
        unit = _unit(cells[columns.unit] if columns.unit else "")
        self.units[indicator].add(unit if isinstance(unit, Unit) else None)
        text = cells.get("TIME_PERIOD", "")
        stem, time, collection, per, unread = _time(
            text, cells.get("FREQ", ""), columns.collection, cells[columns.collection] if columns.collection else ""
        )
        kept += unread
        value = _value(cells, unit, kept)
        status = cells.get("OBS_STATUS", "")
        statuses = _STATUSES.get(status)
        if statuses is None:
            kept.append(f"OBS_STATUS={status}")
            statuses = ()
        breakdown: list[str] = []
        for name in columns.breakdowns:
            code = cells[name]
            if code in _WHOLE:
                continue
            category = _category(name, code)
            (breakdown if category else kept).append(category or f"{name}={code}")
        for name in columns.notes:
            if cells[name] and cells[name].strip():
                kept.append(f"{name}={cells[name].strip()}")
        stem = f"{indicator}.{stem}"
        number = self._ids[stem] = self._ids.get(stem, 0) + 1
        fields: dict[str, object] = {
            "id": stem if number == 1 else f"{stem}.{number}",
            "indicator": indicator,
            "place": _place(cells[columns.place] if columns.place else ""),
            "value": value,
            "time": time,
            "time_basis": _NO_BASIS,
            "time_collection": collection,
        }
        if per:
            fields["per"] = _NO_PER
        fields["statuses"] = statuses
        fields["breakdown"] = tuple(breakdown)
        fields["citation"] = _NO_CITATION
        if kept:
            fields["note"] = _note("; ".join(kept).strip())
        return fields

    def _indicator(self, component: str, code: str) -> str:
        ident = self._indicator_ids.get((component, code))
        if ident is None:
            if component and not _CODE.fullmatch(code):
                _note(f"{component}={code}".strip())  # refuses here, at its row, what is no text
            stem = _identifier(code or self.structure.partition(":")[2].partition("(")[0])
            ident, number = stem, 1
            while ident in self.codes:
                number += 1
                ident = f"{stem}.{number}"
            self._indicator_ids[component, code] = ident
            self.codes[ident] = (component, code)
            self.units[ident] = set()
        return ident

    def indicators(self) -> list[Partial]:
        """What is known of the indicators that the rows are of."""
        return [self._defined(ident, *self.codes[ident]) for ident in self.codes]

    def _defined(self, ident: str, component: str, code: str) -> Partial:
        units = self.units[ident]
        unit = next(iter(units)) if len(units) == 1 else None
        element = self._definition.codes(component).get(code) if self._definition is not None and component else None
        name = name_of(element) if element is not None else None
        if not component and self._definition is not None:
            name = self._definition.name()
        fields: dict[str, object] = {
            "id": ident,
            "name": name or _NO_NAME,
            "unit": unit or _NO_UNIT,
            "kind": _NO_KIND,
        }
        if component and _CODE.fullmatch(code):
            fields["codes"] = (f"{component}:{code}",)
        elif component:
            fields["note"] = _note(f"{component}={code}".strip())
        return Partial(Indicator, fields, origin=f"{component} {code}".strip())


@lru_cache(maxsize=4096)
def _note(text: str) -> Text:
    return Text(en=text)


@lru_cache(maxsize=4096)
def _category(name: str, code: str) -> str:
    """A code of a dimension as a category that a figure is confined to; "" when it cannot be one."""
    return f"{name}:{code}" if _CODE.fullmatch(code) and _CODE.fullmatch(name) and "." not in name else ""


@lru_cache(maxsize=4096)
def _unit(code: str) -> Unit | Gap:
    unit = _KNOWN_UNITS.get(_OTHER_UNIT_CODES.get(code, code))
    if unit is not None:
        return unit
    return (
        _because("the file's code of the unit is not known", "không rõ mã đơn vị của tệp", code) if code else _NO_UNIT
    )


class _Timed(NamedTuple):
    """What the cells of time say."""

    stem: str
    """How the time stands in an id."""
    time: Time | Gap
    collection: TimeCollection | Gap
    per: bool
    """Whether it is per something that is not said."""
    unread: tuple[str, ...]


@lru_cache(maxsize=4096)
def _time(text: str, freq: str, component: str, code: str) -> _Timed:
    unread: list[str] = []
    collection = _COLLECTED.get(code)
    try:
        time: Time | Gap = time_of(text)
    except AseanscError:
        time = _because("the file's time is not understood", "không hiểu thời gian của tệp", text)
        unread += [f"TIME_PERIOD={text.strip()}"] if text.strip() else []
    if freq and (isinstance(time, Gap) or freq != frequency(time, str(time))):
        unread.append(f"FREQ={freq}")
    if code and (collection is None or isinstance(time, AsOf)):
        unread.append(f"{component}={code}")
    if isinstance(time, AsOf):
        return _Timed(_identifier(text), time, TimeCollection.AT, False, tuple(unread))
    per = collection is not None and collection.is_repeated
    return _Timed(_identifier(text), time, collection or _NO_COLLECTION, per, tuple(unread))


@lru_cache(maxsize=4096)
def _place(code: str) -> str | Gap:
    if _CODE.fullmatch(code):
        return code
    return (
        _because("the file's code of the place is none", "mã địa bàn của tệp không hợp lệ", code) if code else _NO_PLACE
    )


_is_plain: Final = re.compile(r"-?[0-9]{1,40}(?:\.[0-9]{1,40})?").fullmatch


def _value(cells: Mapping[str, str], unit: Unit | Gap, kept: list[str]) -> Value | Partial | Gap:
    """The value of a row as far as it is known; what is not understood is kept as it stands."""
    text, multiplier, decimals = cells.get("OBS_VALUE", ""), cells.get("UNIT_MULT", ""), cells.get("DECIMALS", "")
    if text in _NO_NUMBERS:
        kept += [f"{name}={cells[name]}" for name in ("UNIT_MULT", "DECIMALS") if cells.get(name)]
        return known(Value, {"magnitude": _NO_VALUE, "unit": unit}, "")
    try:
        if _is_plain(text) and multiplier in ("", "0") and not decimals:
            number = Decimal(text)
        else:
            number = _scaled(text, multiplier, decimals)
        if isinstance(unit, Unit):
            return Value(magnitude=number, unit=unit)
        return Partial(Value, {"magnitude": number, "unit": unit})
    except AseanscError as error:
        kept += [f"{name}={cells[name].strip()}" for name in _OF_VALUE if cells.get(name, "").strip()]
        return _because(
            "the file's value is not understood", "không hiểu giá trị của tệp", f"{text[:60]}; {error.problem}"
        )


_OF_VALUE: Final = ("OBS_VALUE", "UNIT_MULT", "DECIMALS")


def _scaled(text: str, multiplier: str, decimals: str) -> Decimal:
    """The number that a value, its multiplier and its decimals make."""
    if multiplier and not _MULTIPLIER.fullmatch(multiplier):
        raise FieldError("not a multiplier", got=multiplier)
    number = as_decimal(text)
    if _DECIMALS.fullmatch(decimals) and place_of(number) > -int(decimals):
        number = EXACT.quantize(number, POWERS_OF_TEN.get(-int(decimals), Decimal(1)))
    return as_decimal(EXACT.scaleb(number, int(multiplier or 0)))


def foreign_draft(
    structure: str,
    rows: Iterable[tuple[str, Mapping[str, str]]],
    definition: Definition | None,
    problems: list[AseanscError],
    columns: tuple[str, ...] = (),
) -> Draft:
    """A draft of what others wrote.

    Args:
        structure: what the data says that it is of: ``ECB:EXR(1.0)``.
        rows: the rows, with their places.
        definition: what its structure message says.
        problems: what is found wrong with the table by the time that all its rows are read.
        columns: what every row has, when all have the same: then those before the value are the dimensions, unless the
            definition says which are.

    Raises:
        DocumentError: with every problem.
    """
    before = columns[: columns.index("OBS_VALUE")] if "OBS_VALUE" in columns else ()
    dimensions = definition.dimensions if definition is not None and definition.dimensions else before
    reader = _Foreign(structure, definition, dimensions, columns)
    observations = [found for where, cells in rows if (found := reader.read(where, cells)) is not None]
    if problems or reader.problems:
        raise no_review([*problems, *reader.problems])
    places = {observation["place"] for observation in observations}
    place = next(iter(places)) if len(places) == 1 else None
    return _draft(
        structure, definition, indicators=reader.indicators(), observations=observations, place=place or _NO_PLACE
    )


def draft_of_structure(definition: Definition) -> Draft:
    """A draft of the indicators that a structure message defines; it has no figures."""
    component = next((name for name in _INDICATORS if definition.codes(name)), "")
    fields = [
        {
            "id": _identifier(code),
            "name": name_of(element) or _NO_NAME,
            "unit": _NO_UNIT,
            "kind": _NO_KIND,
            **({"codes": (f"{component}:{code}",)} if _CODE.fullmatch(code) else {}),
        }
        for code, element in definition.codes(component).items()
    ]
    try:
        indicators = [Partial(Indicator, known, origin=f"{component} {known['id']}") for known in fields]
    except AseanscError as error:
        raise no_review([error]) from None
    return _draft("", definition, indicators=indicators, observations=[], place=_NO_PLACE)


def _draft(structure: str, definition: Definition | None, **known: Any) -> Draft:
    name = definition.name() if definition is not None else None
    try:
        return Draft(
            id=_NO_REVIEW,
            title=name or _NO_NAME,
            programme=_NO_REVIEW,
            period=_NO_REVIEW,
            note=Absent.NOT_APPLICABLE,
            extra=Extra({"sdmx": {"structure": structure}} if structure else {}),
            **known,
        )
    except AseanscError as error:
        raise no_review([error]) from None
