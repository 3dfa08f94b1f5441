"""Data that others wrote, as drafts: what SDMX says is typed, what it leaves open is a gap, and nothing is dropped."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any, Final

from aseansc.codelists import Absent
from aseansc.drafts import Draft, PartialRecord
from aseansc.drafts._partials import known
from aseansc.errors import AseanscError, FieldError
from aseansc.extras import Extra
from aseansc.indicators import Indicator
from aseansc.interchange._ids import Numbered
from aseansc.interchange._scalars import MOST_PROBLEMS
from aseansc.interchange.sdmx._definitions import Definition, name_of, no_language
from aseansc.interchange.sdmx._labels import Labels
from aseansc.interchange.sdmx._other_cells import (
    CODE,
    NO_BASIS,
    NO_CITATION,
    NO_KIND,
    NO_NAME,
    NO_PER,
    NO_PLACE,
    NO_REVIEW,
    NO_UNIT,
    START_DAY,
    STATUSES,
    area_of,
    category_of,
    identifier,
    noted,
    timed,
    unit_of,
    value_of,
)
from aseansc.interchange.sdmx._reviews import no_review
from aseansc.observations import Observation
from aseansc.texts import Text
from aseansc.units import Unit

_INDICATORS: Final = ("INDICATOR", "SERIES", "MEASURE")
"""Dimensions that say what is measured, the first that there is."""

_PLACES: Final = ("REF_AREA", "GEO", "COUNTRY")
_UNITS: Final = ("UNIT_MEASURE", "UNIT")
_COLLECTIONS: Final = ("TIME_PER_COLLECT", "COLLECTION")
_STATUS_COLUMNS: Final = ("OBS_STATUS", "OBS_FLAG")
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
        self.status = _first(_STATUS_COLUMNS, present)
        taken |= {"TIME_PERIOD", "OBS_VALUE", "DECIMALS", "FREQ", "ACTION", self.status, START_DAY}
        taken.add(_first(("UNIT_MULT", "UNIT_MULTIPLIER"), present))
        given = set(dimensions)
        self.breakdowns = [name for name in present if name not in taken and (name in given or name in _BREAKDOWNS)]
        self.notes = [name for name in present if name not in taken and name not in self.breakdowns]
        self.key = [name for name in present if given and (name in given or name == "TIME_PERIOD")]


def _first(wanted: Iterable[str], present: list[str]) -> str:
    return next((name for name in wanted if name in present), "")


class _Foreign:
    """Reads the rows of one structure."""

    def __init__(
        self,
        structure: str,
        definition: Definition | None,
        dimensions: Iterable[str],
        columns: Iterable[str],
        name: str,
        labels: Labels | None,
    ) -> None:
        self.structure = structure
        self.problems: list[AseanscError] = []
        self.units: dict[str, set[Unit | None]] = {}
        """The units that the rows of each indicator are in."""
        self.codes: dict[str, tuple[str, str]] = {}
        """Of each indicator, the component and the code that it is in the file."""
        self._definition = definition
        self._name = name
        self._labels = labels
        self._dimensions = tuple(dimensions)
        self._columns: dict[tuple[str, ...], _Columns] = {}
        self._all = _Columns(columns, self._dimensions) if columns else None
        self._ids = Numbered()
        self._ids_of_indicators = Numbered()
        self._indicator_ids: dict[tuple[str, str], str] = {}
        self._keys: dict[tuple[str, ...], str] = {}

    def read(self, where: str, cells: Mapping[str, str]) -> PartialRecord | None:
        """The observation of a row; nothing where something is wrong with it."""
        columns = self._all
        if columns is None:
            names = tuple(cells)
            columns = self._columns.get(names)
            if columns is None:
                columns = self._columns[names] = _Columns(names, self._dimensions)
        key = tuple([cells[name] for name in columns.key])
        if key and self._keys.setdefault(key, where) is not where:
            hint = f"The first is {self._keys[key]}."
            self._problem(where, "", FieldError("two rows have one key", got=", ".join(key), hint=hint))
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
        unit = unit_of(cells[columns.unit] if columns.unit else "")
        self.units[indicator].add(unit if isinstance(unit, Unit) else None)
        text = cells.get("TIME_PERIOD", "")
        stem, time, collection, per, unread = timed(
            text, cells.get("FREQ", ""), columns.collection, cells[columns.collection] if columns.collection else "",
            cells.get(START_DAY, ""),
        )  # fmt: skip
        kept += unread
        value = value_of(cells, unit, kept)
        status = cells[columns.status] if columns.status else ""
        statuses = STATUSES.get(status.upper())
        if statuses is None:
            kept.append(f"{columns.status}={status}")
            statuses = ()
        breakdown: list[str] = []
        for name in columns.breakdowns:
            code = cells[name]
            if code in _WHOLE:
                continue
            category = category_of(name, code)
            (breakdown if category else kept).append(category or f"{name}={code}")
        for name in columns.notes:
            if cells[name] and cells[name].strip():
                kept.append(f"{name}={cells[name].strip()}")
        stem = f"{indicator}.{stem}"
        fields: dict[str, object] = {
            "id": self._ids.once(stem),
            "indicator": indicator,
            "place": area_of(cells[columns.place] if columns.place else ""),
            "value": value,
            "time": time,
            "time_basis": NO_BASIS,
            "time_collection": collection,
        }
        if per:
            fields["per"] = NO_PER
        fields["statuses"] = statuses
        fields["breakdown"] = tuple(breakdown)
        fields["citation"] = NO_CITATION
        if kept:
            fields["note"] = noted("; ".join(kept).strip())
        return fields

    def _indicator(self, component: str, code: str) -> str:
        ident = self._indicator_ids.get((component, code))
        if ident is None:
            if component and not CODE.fullmatch(code):
                noted(f"{component}={code}".strip())  # refuses here, at its row, what is no text
            stem = identifier(code or self.structure.partition(":")[2].partition("(")[0])
            ident = self._ids_of_indicators.once(stem)
            self._indicator_ids[component, code] = ident
            self.codes[ident] = (component, code)
            self.units[ident] = set()
        return ident

    def indicators(self) -> list[PartialRecord]:
        """What is known of the indicators that the rows are of."""
        return [self._defined(ident, *self.codes[ident]) for ident in self.codes]

    def _defined(self, ident: str, component: str, code: str) -> PartialRecord:
        units = self.units[ident]
        unit = next(iter(units)) if len(units) == 1 else None
        element = self._definition.codes(component).get(code) if self._definition is not None and component else None
        name = name_of(element) if element is not None else None
        if not component:
            name = _name_of_structure(self._definition, self._name)
        elif name is None and self._labels is not None and self._labels.of(component, code):
            name = _unsaid(self._labels.of(component, code))
        fields: dict[str, object] = {
            "id": ident,
            "name": name or NO_NAME,
            "unit": unit or NO_UNIT,
            "kind": NO_KIND,
        }
        if component and CODE.fullmatch(code):
            fields["codes"] = (f"{component}:{code}",)
        elif component:
            fields["note"] = noted(f"{component}={code}".strip())
        return PartialRecord(Indicator, fields, origin=f"{component} {code}".strip())


def foreign_draft(
    structure: str,
    rows: Iterable[tuple[str, Mapping[str, str]]],
    definition: Definition | None,
    problems: list[AseanscError],
    *,
    columns: tuple[str, ...] = (),
    name: str = "",
    labels: Labels | None = None,
    unread: Sequence[dict[str, Any]] = (),
) -> Draft:
    """A draft of what others wrote.

    Args:
        structure: what the data says that it is of: ``ECB:EXR(1.0)``.
        rows: the rows, with their places.
        definition: what its structure message says.
        problems: what is found wrong with the table by the time that all its rows are read.
        columns: what every row has, when all have the same: then those before the value are the dimensions, unless the
            definition says which are.
        name: what the data says that its structure is called.
        labels: the names that stand beside codes, by the time that all rows are read.
        unread: what of a message is of no row, likewise.

    Raises:
        DocumentError: with every problem.
    """
    before = columns[: columns.index("OBS_VALUE")] if "OBS_VALUE" in columns else ()
    dimensions = definition.dimensions if definition is not None and definition.dimensions else before
    reader = _Foreign(structure, definition, dimensions, columns, name, labels)
    observations = [found for where, cells in rows if (found := reader.read(where, cells)) is not None]
    if problems or reader.problems:
        raise no_review([*problems, *reader.problems])
    places = {observation["place"] for observation in observations}
    place = next(iter(places)) if len(places) == 1 else None
    kept: dict[str, Any] = {"structure": structure, "name": name}
    kept |= {"labels": labels.kept() if labels is not None else {}, "unread": list(unread)}
    return _draft(
        {key: item for key, item in kept.items() if item},
        _name_of_structure(definition, name),
        indicators=reader.indicators(),
        observations=observations,
        place=place or NO_PLACE,
    )


def _name_of_structure(definition: Definition | None, name: str) -> Text | PartialRecord | None:
    """What its message calls a structure; or else what the data does, in a language that is not said."""
    defined = definition.name() if definition is not None else None
    return defined or (_unsaid(name) if name else None)


def _unsaid(words: str) -> PartialRecord:
    return PartialRecord(Text, {"en": no_language(words)})


def draft_of_structure(definition: Definition) -> Draft:
    """A draft of the indicators that a structure message defines; it has no figures."""
    component = next((name for name in _INDICATORS if definition.codes(name)), "")
    ids = Numbered()
    fields = [
        {
            "id": ids.once(identifier(code)),
            "name": name_of(element) or NO_NAME,
            "unit": NO_UNIT,
            "kind": NO_KIND,
            **({"codes": (f"{component}:{code}",)} if CODE.fullmatch(code) else {}),
        }
        for code, element in definition.codes(component).items()
    ]
    try:
        indicators = [PartialRecord(Indicator, known, origin=f"{component} {known['id']}") for known in fields]
    except AseanscError as error:
        raise no_review([error]) from None
    return _draft({}, definition.name(), indicators=indicators, observations=[], place=NO_PLACE)


def _draft(kept: dict[str, Any], name: Text | PartialRecord | None, **known: Any) -> Draft:
    try:
        return Draft(
            id=NO_REVIEW,
            title=name or NO_NAME,
            programme=NO_REVIEW,
            period=NO_REVIEW,
            note=Absent.NOT_APPLICABLE,
            extra=Extra({"sdmx": kept} if kept else {}),
            **known,
        )
    except AseanscError as error:
        raise no_review([error]) from None
