"""Read data of other publishers as drafts: known components become fields, missing ones gaps, all others notes."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from typing import Any, Final, cast

from aseansc.codelists import Absent
from aseansc.drafts import Draft, Gap, PartialRecord, unchecked
from aseansc.errors import AseanscError, FieldError
from aseansc.extras import Extra
from aseansc.indicators import Indicator
from aseansc.interchange._document.problems import refusal
from aseansc.interchange._document.scalars import MOST_PROBLEMS
from aseansc.interchange._ids import Numbered
from aseansc.interchange.sdmx._data_structure import UNREADABLE
from aseansc.interchange.sdmx._foreign_cells import (
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
    category_of,
    gap_showing,
    identifier,
    is_filler,
    note_of,
    parse_time,
    unit_of,
    value_of,
)
from aseansc.interchange.sdmx._foreign_columns import INDICATORS, Columns, Roles, add_measure_dimension, split_measures
from aseansc.interchange.sdmx._read_labels import Labels
from aseansc.interchange.sdmx._read_structure import Definition, name_of, no_language
from aseansc.observations import Observation
from aseansc.texts import Text
from aseansc.units import Unit

_TOTALS: Final = frozenset({"_T", "_Z", ""})
"""Codes of a dimension that are not a category: total, and not applicable."""

_CODES_OF_STATUS: Final = re.compile(r"[A-Z0-9_]+")
_IDENTITY: Final = ("indicator", "place", "time", "time_collection", "breakdown")
_MOST_INDICATORS: Final = 20_000
"""How many indicators a draft of one document has; each takes about two kilobytes."""
_MOST_KINDS: Final = 2_000
"""The largest number of different sets of attributes that the rows of a document may have."""


class _RowReader:
    """A reader of the rows of one structure."""

    def __init__(
        self,
        structure: str,
        definition: Definition | None,
        roles: Roles,
        columns: Iterable[str],
        name: str,
        labels: Labels | None,
    ) -> None:
        self.structure = structure
        self.problems: list[AseanscError] = []
        self.observations: list[PartialRecord] = []
        self.units: dict[str, set[Unit | None]] = {}
        """The units of the rows of each indicator."""
        self.codes: dict[str, tuple[str, str]] = {}
        """The component and the code of each indicator in the file."""
        self._definition = definition
        self._name = name
        self._labels = labels
        self._roles = roles
        self._columns: dict[tuple[str, ...], Columns] = {}
        self._all = Columns(columns, roles) if columns else None
        self._ids = Numbered()
        self._ids_of_indicators = Numbered()
        self._indicator_ids: dict[tuple[str, str, str], str] = {}
        self._keys: dict[tuple[tuple[str, ...], tuple[str, ...]], str] = {}
        self._values: dict[str, str] = {}
        """One copy of each value, to save memory: most values are codes that repeat."""
        self._missing_statuses: dict[str, bool] = {}
        self._first: dict[tuple[object, ...], int] = {}
        """The index of the first observation with an indicator, place, time and breakdown."""
        self._read: list[tuple[Columns, tuple[str, ...]]] = []
        """The columns and the key of each observation."""

    def read(self, where: str, cells: Mapping[str, str]) -> None:
        """Read the observation of a row, or report its problems."""
        columns = self._all or self._columns_of(where, tuple(cells))
        shared = self._values.setdefault
        values = tuple([shared(cells[name], cells[name]) for name in columns.key])
        key = (columns.key, values)
        if self._keys.setdefault(key, where) is not where:
            hint = f"The first one is {self._keys[key]}."
            self._problem(
                where,
                "",
                FieldError(
                    "two rows have the same key",
                    got=", ".join(values),
                    expected="a different key for each row",
                    hint=hint,
                ),
            )
            return
        try:
            fields = self._fields(cells, columns)
        except AseanscError as error:
            self._problem(where, error.where, error)
            return
        _require_few_indicators(len(self.codes))
        self._read.append((columns, values))
        self._distinguish(fields)
        self.observations.append(unchecked(Observation, fields, where))

    def _columns_of(self, where: str, names: tuple[str, ...]) -> Columns:
        columns = self._columns.get(names)
        if columns is None:
            if len(self._columns) >= _MOST_KINDS:
                problem = FieldError("the rows have too many different combinations of columns", where=where)
                problem.expected = f"at most {_MOST_KINDS:,} in one document"
                problem.hint = "Split the file by the columns that its rows have, and load each part separately."
                raise refusal(UNREADABLE, [*self.problems, problem], where="sdmx.loads")
            columns = self._columns[names] = Columns(names, self._roles)
        return columns

    def _distinguish(self, fields: dict[str, object]) -> None:
        """Replace the breakdown by a gap if another series has the same indicator, place, time and breakdown."""
        identity = tuple([fields[name] for name in _IDENTITY])
        number = self._first.setdefault(identity, len(self.observations))
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
            self.observations[number] = unchecked(Observation, changed, other.origin)

    def _problem(self, where: str, inside: str, error: AseanscError) -> None:
        error.where = f"{where}, {inside}" if inside else where
        self.problems.append(error)
        if len(self.problems) > MOST_PROBLEMS:
            raise refusal(UNREADABLE, self.problems, where="sdmx.loads") from None

    def _fields(self, cells: Mapping[str, str], columns: Columns) -> dict[str, object]:
        """Return the fields of an observation, in the order of the class and with the right types."""
        comment = cells[columns.comment].strip() if columns.comment else ""
        kept: list[str] = [comment] if comment else []
        component = columns.indicator
        unit_code = cells[columns.unit] if columns.unit else ""
        indicator = self._indicator(
            component, cells[component] if component else "", unit_code if columns.unit_is_dimension else ""
        )
        unit = unit_of(unit_code)
        self.units[indicator].add(unit if isinstance(unit, Unit) else None)
        id_part, time, collection, needs_per, unread = parse_time(
            cells[columns.time] if columns.time else "", cells[columns.frequency] if columns.frequency else "",
            columns.collection, cells[columns.collection] if columns.collection else "", cells.get(START_DAY, ""),
            columns.frequency,
        )  # fmt: skip
        kept += unread
        status = cells[columns.status] if columns.status else ""
        missing = self._missing(columns.status, status, cells.get("OBS_VALUE", ""))
        value = value_of(cells, unit, kept, missing)
        statuses = STATUSES.get(status.strip().upper())
        if statuses is None:
            kept.append(f"{columns.status}={status}")
            statuses = ()
        breakdown = _breakdown(cells, columns, kept)
        for name in columns.notes:
            if cells[name] and cells[name].strip():
                kept.append(f"{name}={cells[name].strip()}")
        fields: dict[str, object] = {
            "id": self._ids.once(f"{indicator}.{id_part}"),
            "indicator": indicator,
            "place": area_of(cells[columns.place] if columns.place else ""),
            "value": value,
            "time": time,
            "time_basis": NO_BASIS,
            "time_collection": collection,
        }
        if needs_per:
            fields["per"] = NO_PER
        fields["statuses"] = statuses
        fields["breakdown"] = breakdown
        fields["citation"] = NO_CITATION
        fields["note"] = note_of("; ".join(kept).strip()) if kept else Absent.NOT_APPLICABLE
        return fields

    def _missing(self, component: str, status: str, text: str) -> Gap | None:
        """Return a gap if the status of a row marks its value as missing, even if the cell is filled."""
        if not status or not text.strip():
            return None
        codes = set(_CODES_OF_STATUS.findall(status.partition(":")[0].upper()))
        if MISSING.isdisjoint(codes) and not self._is_named_missing(component, status):
            return None
        if codes <= {*ELSEWHERE, *STATUSES} and not is_filler(text):
            return None
        return gap_showing(
            "the status marks the value as missing",
            "trạng thái cho biết thiếu giá trị",
            f"{component}={status}, OBS_VALUE={text}",
        )

    def _is_named_missing(self, component: str, status: str) -> bool:
        """Return whether the name of a status in the structure message, or else its code, starts with "missing"."""
        if status not in self._missing_statuses:
            element = self._definition.codes(component).get(status) if self._definition is not None else None
            name = name_of(element) if element is not None else None
            words = name.en if isinstance(name, Text) else status
            is_missing = words.strip().casefold().startswith("missing")
            self._missing_statuses[status] = is_missing
        return self._missing_statuses[status]

    def _indicator(self, component: str, code: str, unit: str) -> str:
        ident = self._indicator_ids.get((component, code, unit))
        if ident is None:
            if component and not CODE.fullmatch(code):
                note_of(f"{component}={code}".strip())  # report an invalid text here, where the row is known
            base = identifier(code or self.structure.partition(":")[2].partition("(")[0])
            ident = self._ids_of_indicators.once(base)
            self._indicator_ids[component, code, unit] = ident
            self.codes[ident] = (component, code)
            self.units[ident] = set()
        return ident

    def indicators(self) -> list[PartialRecord]:
        """Return the indicators of the rows, as far as they are known."""
        return [self._defined(ident, *self.codes[ident]) for ident in self.codes]

    def _defined(self, ident: str, component: str, code: str) -> PartialRecord:
        units = self.units[ident]
        unit = next(iter(units)) if len(units) == 1 else None
        element = self._definition.codes(component).get(code) if self._definition is not None and component else None
        name = name_of(element) if element is not None else None
        if not component:
            name = _name_of_structure(self._definition, self._name)
        elif name is None and self._labels is not None and self._labels.of(component, code):
            name = _text_without_language(self._labels.of(component, code))
        fields: dict[str, object] = {
            "id": ident,
            "name": name or NO_NAME,
            "unit": unit or NO_UNIT,
            "kind": NO_KIND,
        }
        if component and CODE.fullmatch(code):
            fields["codes"] = (f"{component}:{code}",)
        elif component:
            fields["note"] = note_of(f"{component}={code}".strip())
        return PartialRecord(Indicator, fields, origin=f"{component} {code}".strip())


def _require_few_indicators(count: int) -> None:
    """Refuse more indicators than a draft is made for.

    Raises:
        DocumentError: for more than `_MOST_INDICATORS`.
    """
    if count > _MOST_INDICATORS:
        problem = FieldError("too many indicators", got=count, expected=f"at most {_MOST_INDICATORS} in one document")
        problem.hint = "Split it, and load each part by itself."
        raise refusal(UNREADABLE, [problem], where="sdmx.loads")


def _breakdown(cells: Mapping[str, str], columns: Columns, kept: list[str]) -> tuple[str, ...] | Gap:
    """Return the breakdown of a row, or a gap if a category is not a code or may be an attribute."""
    codes: list[str] = []
    unclear: list[str] = []
    for name in columns.breakdowns:
        code = cells[name]
        if code not in _TOTALS:
            category = category_of(name, code)
            (codes if category else unclear).append(category or f"{name}={code}")
    if unclear:
        kept += unclear
        return _unknown_breakdown("a category is not a code", "phân tổ không phải là mã", [*unclear, *codes])
    empty = [*columns.lacking, *(name for name in columns.breakdowns if not cells[name])]
    if empty:
        return _unknown_breakdown(
            "the file has no codes for these dimensions",
            "tệp không có mã cho các chiều phân tổ này",
            [*empty, *codes],
        )
    candidates = [f"{name}={cells[name]}" for name in columns.candidates if cells[name].strip() not in _TOTALS]
    if candidates:
        return _unknown_breakdown(
            "the file does not state which of these are dimensions; add its structure message",
            "tệp không cho biết đâu là chiều phân tổ; hãy bổ sung thông điệp cấu trúc",
            [*candidates, *codes],
        )
    return tuple(codes)


def _undistinguished(before: object, differing: list[str], cells: Mapping[str, str]) -> Gap:
    """Return a gap for the breakdown of a series that differs from another only in components with unknown roles."""
    codes = cast("tuple[str, ...]", before) if isinstance(before, tuple) else ()
    differences = [f"{name}={cells[name]}" for name in differing if cells.get(name)]
    return _unknown_breakdown(
        "another series in the file has the same indicator, place, time and categories; this series has",
        "một chuỗi khác trong tệp có cùng chỉ tiêu, địa bàn, thời gian và phân tổ; chuỗi này có",
        [*(differences or ["none of " + ", ".join(differing)]), *codes],
    )


def _unknown_breakdown(en: str, vi: str, items: list[str]) -> Gap:
    return gap_showing(en, vi, ", ".join(items[:_MOST_SHOWN]), _LONGEST_SHOWN)


_MOST_SHOWN: Final = 20
_LONGEST_SHOWN: Final = 300


def draft_from_rows(
    structure: str,
    rows: Iterable[tuple[str, Mapping[str, str]]],
    definition: Definition | None,
    problems: list[AseanscError],
    *,
    roles: Roles,
    columns: tuple[str, ...] = (),
    name: str = "",
    labels: Labels | None = None,
    unread: Sequence[dict[str, Any]] = (),
) -> Draft:
    """Return a draft of the rows of another publisher.

    Args:
        structure: the reference of the structure in the data, such as ``ECB:EXR(1.0)``.
        rows: the location and the cells of each row.
        definition: the structure message, if there is one.
        problems: the problems of the table; it is complete when all rows are read.
        roles: the roles of the columns, if the definition does not give them.
        columns: the columns, if all rows have the same.
        name: the name of the structure in the data.
        labels: the labels of codes; complete when all rows are read.
        unread: the parts of a message that do not belong to a row; complete when all rows are read.

    Raises:
        DocumentError: with every problem.
    """
    if definition is not None and definition.dimensions:
        roles = Roles(frozenset(definition.dimensions), measure=definition.measure_dimension, complete=True)
        roles = roles._replace(everywhere=roles.dimensions)
        if len(definition.measures) > 1:
            rows, roles, columns = split_measures(rows, definition.measures, roles), add_measure_dimension(roles), ()
    reader = _RowReader(structure, definition, roles, columns, name, labels)
    for where, cells in rows:
        reader.read(where, cells)
    if problems or reader.problems:
        raise refusal(UNREADABLE, [*problems, *reader.problems], where="sdmx.loads")
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
    """Return the name of a structure from its message, or else from the data, which does not state its language."""
    defined = definition.name() if definition is not None else None
    return defined or (_text_without_language(name) if name else None)


def _text_without_language(words: str) -> PartialRecord:
    return PartialRecord(Text, {"en": no_language(words)})


def draft_from_structure(definition: Definition) -> Draft:
    """Return a draft with the indicators that a structure message of another publisher defines, without figures."""
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
        raise refusal(UNREADABLE, [error], where="sdmx.loads") from None
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
        raise refusal(UNREADABLE, [error], where="sdmx.loads") from None
