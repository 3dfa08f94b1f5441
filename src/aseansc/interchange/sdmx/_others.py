"""Data that others wrote, as drafts: what SDMX says is typed, what it leaves open is a gap, and nothing is dropped."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any, Final, cast

from aseansc.codelists import Absent
from aseansc.drafts import Draft, Gap, PartialRecord
from aseansc.drafts._partials import known
from aseansc.errors import AseanscError, FieldError
from aseansc.extras import Extra
from aseansc.indicators import Indicator
from aseansc.interchange._ids import Numbered
from aseansc.interchange._scalars import MOST_PROBLEMS
from aseansc.interchange.sdmx._definitions import Definition, name_of, no_language
from aseansc.interchange.sdmx._identity import INDICATORS, Columns, Named, by_measure, named_by_measure
from aseansc.interchange.sdmx._labels import Labels
from aseansc.interchange.sdmx._other_cells import (
    CODE,
    ELSEWHERE,
    MISSING,
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
    because,
    category_of,
    identifier,
    is_filler,
    noted,
    timed,
    unit_of,
    value_of,
)
from aseansc.interchange.sdmx._reviews import no_review
from aseansc.observations import Observation
from aseansc.texts import Text
from aseansc.units import Unit

_WHOLE: Final = frozenset({"_T", "_Z", ""})
"""Codes of a dimension that confine a figure to nothing: the total, and not applicable."""

_IDENTITY: Final = ("indicator", "place", "time", "time_collection", "breakdown")
_MOST_INDICATORS: Final = 20_000
"""How many indicators a draft of one document has; each takes about two kilobytes."""
_MOST_KINDS: Final = 2_000
"""More different sets of attributes than this, rows of one structure do not have."""


class _Foreign:
    """Reads the rows of one structure."""

    def __init__(
        self,
        structure: str,
        definition: Definition | None,
        named: Named,
        columns: Iterable[str],
        name: str,
        labels: Labels | None,
    ) -> None:
        self.structure = structure
        self.problems: list[AseanscError] = []
        self.observations: list[PartialRecord] = []
        self.units: dict[str, set[Unit | None]] = {}
        """The units that the rows of each indicator are in."""
        self.codes: dict[str, tuple[str, str]] = {}
        """Of each indicator, the component and the code that it is in the file."""
        self._definition = definition
        self._name = name
        self._labels = labels
        self._named = named
        self._columns: dict[tuple[str, ...], Columns] = {}
        self._all = Columns(columns, named) if columns else None
        self._ids = Numbered()
        self._ids_of_indicators = Numbered()
        self._indicator_ids: dict[tuple[str, str, str], str] = {}
        self._keys: dict[tuple[tuple[str, ...], tuple[str, ...]], str] = {}
        self._values: dict[str, str] = {}
        """One copy of each value of a key, since most values are codes that repeat."""
        self._missing_statuses: dict[str, bool] = {}
        self._met: dict[tuple[object, ...], int] = {}
        """Where each series and time was met first: the number of its observation."""
        self._read: list[tuple[Columns, tuple[str, ...]]] = []
        """The columns and the key of each observation."""

    def read(self, where: str, cells: Mapping[str, str]) -> None:
        """Read the observation of a row; report what is wrong with it."""
        columns = self._all or self._columns_of(where, tuple(cells))
        one = self._values.setdefault
        values = tuple([one(cells[name], cells[name]) for name in columns.key])
        key = (columns.key, values)
        if self._keys.setdefault(key, where) is not where:
            hint = f"The first is {self._keys[key]}."
            self._problem(where, "", FieldError("two rows have one key", got=", ".join(values), hint=hint))
            return
        try:
            fields = self._fields(cells, columns)
        except AseanscError as error:
            self._problem(where, error.where, error)
            return
        _require_few_indicators(len(self.codes))
        self._read.append((columns, values))
        self._tell_apart(fields)
        self.observations.append(known(Observation, fields, where))

    def _columns_of(self, where: str, names: tuple[str, ...]) -> Columns:
        columns = self._columns.get(names)
        if columns is None:
            if len(self._columns) >= _MOST_KINDS:
                problem = FieldError("too many different sets of attributes", where=where)
                problem.expected = f"at most {_MOST_KINDS} in one document"
                raise no_review([*self.problems, problem])
            columns = self._columns[names] = Columns(names, self._named)
        return columns

    def _tell_apart(self, fields: dict[str, object]) -> None:
        """Make the breakdown a gap where another series has the same indicator, place, time and breakdown."""
        identity = tuple([fields[name] for name in _IDENTITY])
        number = self._met.setdefault(identity, len(self.observations))
        if number == len(self.observations):
            return
        theirs, mine = (
            dict(zip(columns.key, key, strict=True)) for columns, key in (self._read[number], self._read[-1])
        )
        differing = [name for name in {**theirs, **mine} if mine.get(name, "") != theirs.get(name, "")]
        other = self.observations[number]
        fields["breakdown"] = _undistinguished(fields["breakdown"], differing, mine)
        if not isinstance(other["breakdown"], Gap):
            changed = {**other.fields, "breakdown": _undistinguished(other["breakdown"], differing, theirs)}
            self.observations[number] = known(Observation, changed, other.origin)

    def _problem(self, where: str, inside: str, error: AseanscError) -> None:
        error.where = f"{where}, {inside}" if inside else where
        self.problems.append(error)
        if len(self.problems) > MOST_PROBLEMS:
            raise no_review(self.problems) from None

    def _fields(self, cells: Mapping[str, str], columns: Columns) -> dict[str, object]:
        """The fields of an observation, in the order of the class; all of their types."""
        comment = cells[columns.comment].strip() if columns.comment else ""
        kept: list[str] = [comment] if comment else []
        component = columns.indicator
        unit_code = cells[columns.unit] if columns.unit else ""
        indicator = self._indicator(
            component, cells[component] if component else "", unit_code if columns.splits_unit else ""
        )
        unit = unit_of(unit_code)
        self.units[indicator].add(unit if isinstance(unit, Unit) else None)
        stem, time, collection, per, unread = timed(
            cells[columns.time] if columns.time else "", cells[columns.frequency] if columns.frequency else "",
            columns.collection, cells[columns.collection] if columns.collection else "", cells.get(START_DAY, ""),
            columns.frequency,
        )  # fmt: skip
        kept += unread
        status = cells[columns.status] if columns.status else ""
        missing = self._missing(columns.status, status, cells.get("OBS_VALUE", ""))
        value = value_of(cells, unit, kept, missing)
        statuses = STATUSES.get(status.upper())
        if statuses is None:
            kept.append(f"{columns.status}={status}")
            statuses = ()
        breakdown = _breakdown(cells, columns, kept)
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
        fields["breakdown"] = breakdown
        fields["citation"] = NO_CITATION
        fields["note"] = noted("; ".join(kept).strip()) if kept else Absent.NOT_APPLICABLE
        return fields

    def _missing(self, component: str, status: str, text: str) -> Gap | None:
        """Why a row has no value where its status says so, whatever fills its cell."""
        if not status or not text.strip():
            return None
        if status.upper() not in MISSING and not self._is_named_missing(component, status):
            return None
        if status.upper() in ELSEWHERE and not is_filler(text):
            return None
        return because(
            "the status says that the value is missing",
            "trạng thái cho biết thiếu giá trị",
            f"{component}={status}, OBS_VALUE={text}",
        )

    def _is_named_missing(self, component: str, status: str) -> bool:
        """Whether the structure calls a status of its own code list a missing value."""
        if status not in self._missing_statuses:
            element = self._definition.codes(component).get(status) if self._definition is not None else None
            name = name_of(element) if element is not None else None
            says_so = isinstance(name, Text) and name.en.casefold().startswith("missing")
            self._missing_statuses[status] = says_so
        return self._missing_statuses[status]

    def _indicator(self, component: str, code: str, unit: str) -> str:
        ident = self._indicator_ids.get((component, code, unit))
        if ident is None:
            if component and not CODE.fullmatch(code):
                noted(f"{component}={code}".strip())  # refuses here, at its row, what is no text
            stem = identifier(code or self.structure.partition(":")[2].partition("(")[0])
            ident = self._ids_of_indicators.once(stem)
            self._indicator_ids[component, code, unit] = ident
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


def _require_few_indicators(count: int) -> None:
    """Refuse more indicators than a draft is made for.

    Raises:
        DocumentError: for more than `_MOST_INDICATORS`.
    """
    if count > _MOST_INDICATORS:
        problem = FieldError("too many indicators", got=count, expected=f"at most {_MOST_INDICATORS} in one document")
        problem.hint = "Split it, and load each part by itself."
        raise no_review([problem])


def _breakdown(cells: Mapping[str, str], columns: Columns, kept: list[str]) -> tuple[str, ...] | Gap:
    """The categories that a row is confined to; a gap where some of them cannot be told."""
    codes: list[str] = []
    unclear: list[str] = []
    for name in columns.breakdowns:
        code = cells[name]
        if code not in _WHOLE:
            category = category_of(name, code)
            (codes if category else unclear).append(category or f"{name}={code}")
    if unclear:
        kept += unclear
        return _uncertain(
            "a category of the file is not a code", "phân tổ của tệp không phải là mã", [*unclear, *codes]
        )
    perhaps = [f"{name}={cells[name]}" for name in columns.perhaps if cells[name].strip() not in _WHOLE]
    if perhaps:
        return _uncertain(
            "the file does not say which of these are dimensions; give its structure message",
            "tệp không cho biết đâu là chiều phân tổ; hãy kèm thông điệp cấu trúc",
            [*perhaps, *codes],
        )
    return tuple(codes)


def _undistinguished(before: object, differing: list[str], cells: Mapping[str, str]) -> Gap:
    """The breakdown of one of several series that are the same in everything that is understood."""
    codes = cast("tuple[str, ...]", before) if isinstance(before, tuple) else ()
    said = [f"{name}={cells[name]}" for name in differing if cells.get(name)]
    return _uncertain(
        "another series of the file has the same indicator, place, time and categories; this one has",
        "chuỗi khác trong tệp có cùng chỉ tiêu, địa bàn, thời gian và phân tổ; chuỗi này có",
        [*(said or ["none of " + ", ".join(differing)]), *codes],
    )


def _uncertain(en: str, vi: str, said: list[str]) -> Gap:
    return because(en, vi, ", ".join(said[:_MOST_SHOWN]), _LONGEST_SHOWN)


_MOST_SHOWN: Final = 20
_LONGEST_SHOWN: Final = 300


def foreign_draft(
    structure: str,
    rows: Iterable[tuple[str, Mapping[str, str]]],
    definition: Definition | None,
    problems: list[AseanscError],
    *,
    named: Named,
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
        named: which names are dimensions, unless the definition says it.
        columns: what every row has, when all have the same.
        name: what the data says that its structure is called.
        labels: the names that stand beside codes, by the time that all rows are read.
        unread: what of a message is of no row, likewise.

    Raises:
        DocumentError: with every problem.
    """
    if definition is not None and definition.dimensions:
        named = Named(frozenset(definition.dimensions), measure=definition.measure_dimension, whole=True)
        if len(definition.measures) > 1:
            rows, named, columns = by_measure(rows, definition.measures, named), named_by_measure(named), ()
    reader = _Foreign(structure, definition, named, columns, name, labels)
    for where, cells in rows:
        reader.read(where, cells)
    if problems or reader.problems:
        raise no_review([*problems, *reader.problems])
    observations = reader.observations
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
    component = next((name for name in (*INDICATORS, definition.measure_dimension) if definition.codes(name)), "")
    _require_few_indicators(len(definition.codes(component)))
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
