"""Read data of other publishers as drafts: known components become fields, missing ones gaps, all others notes."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from operator import itemgetter
from typing import Any, Final, cast

from aseansc.codelists import Absent
from aseansc.drafts import Draft, Gap, Numbered, PartialRecord, unchecked
from aseansc.errors import AseanscError, FieldError
from aseansc.indicators import Indicator
from aseansc.interchange._document.problems import refusal
from aseansc.interchange.sdmx._data_structure import UNREADABLE
from aseansc.interchange.sdmx._foreign_cells import (
    ABSENCES,
    CONFIDENTIALITIES,
    ELSEWHERE,
    MISSING,
    NO_BASIS,
    NO_CITATION,
    NO_INDICATOR_COLUMN,
    NO_KIND,
    NO_NAME,
    NO_PER,
    NO_PLACE,
    NO_PLACE_COLUMN,
    NO_UNIT,
    NO_UNIT_COLUMN,
    STATUSES,
    ParsedTime,
    area_of,
    gap_showing,
    identifier,
    is_filler,
    is_unscaled,
    note_of,
    plain_values,
    repeated,
    unit_of,
    value_of,
)
from aseansc.interchange.sdmx._foreign_columns import (
    Columns,
    ForeignRows,
    Key,
    Names,
    Parts,
    Picker,
    Roles,
    Series,
    Structure,
    add_measure_dimension,
    breakdown_of,
    split_measures,
    undistinguished,
)
from aseansc.interchange.sdmx._foreign_indicators import (
    coded,
    draft_of,
    name_of_structure,
    refused,
    require_few_indicators,
    text_without_language,
)
from aseansc.limits import in_force
from aseansc.observations import Confidentiality, Observation, Status
from aseansc.texts import Text
from aseansc.units import Unit
from aseansc.values import Value

_CODES_OF_STATUS: Final = re.compile(r"[A-Z0-9_]+")
_identity_of: Final = itemgetter("indicator", "place", "time", "time_collection", "breakdown")
_MISSING: Final = "missing"
_WORD_OF: Final = {
    Confidentiality.FREE: "free",
    Confidentiality.NOT_FOR_PUBLICATION: "not for publication",
    Confidentiality.CONFIDENTIAL: "confidential",
    Confidentiality.SECONDARY: "secondary",
}
"""A word in the name that the code of each confidentiality has in the lists of publishers."""
_MOST_KINDS: Final = 2_000
"""The largest number of different sets of attributes that the rows of a document may have."""
_MOST_SERIES: Final = 1_200
"""How many series are remembered; there may be as many as rows."""


class _RowReader:
    """A reader of the rows of one structure."""

    def __init__(
        self,
        structure: str,
        definition: Structure | None,
        roles: Roles,
        name: str,
        labels: Names | None,
    ) -> None:
        self.structure = structure
        self.problems: list[AseanscError] = []
        self.observations: list[PartialRecord] = []
        self.places: set[str | Gap] = set()
        self.units: dict[str, dict[str, Unit | None]] = {}
        """The units of the rows of each indicator, by their codes."""
        self.codes: dict[str, tuple[str, str]] = {}
        """The component and the code of each indicator in the file."""
        self._definition = definition
        self._name = name
        self._labels = labels
        self._roles = roles
        self._columns: dict[tuple[str, ...], Columns] = {}
        self._series_remembered = 0
        self._ids = Numbered()
        self._ids_of_indicators = Numbered()
        self._indicator_ids: dict[tuple[str, str, str], str] = {}
        self._values: dict[str, str] = {}
        """One copy of each value, to save memory: most values are codes that repeat."""
        self._numbers: defaultdict[tuple[str, ...], dict[tuple[str, ...], int]] = defaultdict(dict)
        """The number of each series, by the names and by the values of its key without the time."""
        self._columns_of_series: list[Columns] = []
        self._cells_of_series: list[tuple[str, ...]] = []
        """The values of the key of each series without the time."""
        self._first_rows: list[str] = []
        """The time and the location of the first row of each series."""
        self._rows: dict[int, dict[str, str]] = {}
        """The locations of the rows of series with several, by their times; most series of some files have only one."""
        self._series_of_rows: list[int] = []
        """The number of the series of each observation."""
        self._identities: list[int | None] = []
        """The hash of the indicator, place and breakdown of each series."""
        self._texts: dict[int, str] = {}
        """The first text of each time, by the hash of the time."""
        self._may_repeat = False
        """Whether rows of one series may have the same time, or different indicators, places or breakdowns."""
        self._words: dict[tuple[str, str], str] = {}
        """The results of `_name_of`."""

    def read(self, found: Iterable[ForeignRows]) -> None:
        """Read the observations of rows, and report their problems."""
        for rows in found:
            columns = self._columns.get(rows.names) or self._columns_of(rows.where[0], rows.names)
            parts = columns.parts_after(len(rows.shared))
            if parts is None:
                parts, shared = columns.parts_after(0), rows.shared
                rows = ForeignRows(rows.names, (), rows.where, [(*shared, *cells) for cells in rows.cells])
            self._read_together(rows, columns, *cast("tuple[Picker, Parts]", parts))
            require_few_indicators(len(self.codes))

    def _read_together(self, rows: ForeignRows, columns: Columns, others_of: Picker, parts_of: Parts) -> None:
        """Read the observations of some rows; those of one series usually follow each other."""
        add, once = self.observations.append, self._ids.once
        add_series = self._series_of_rows.append
        series: Any = None
        of_series: dict[str, str] = {}
        before: tuple[str, ...] | None = None
        for where, cells, others in zip(rows.where, rows.cells, map(others_of, rows.cells), strict=True):
            try:
                if others != before:
                    found = self._series_of((*rows.shared, *cells), columns)
                    self._keep(series, of_series)
                    series, of_series, before = found, self._rows_of(found.number), others
                text, status, number = parts_of(cells)
                read = series.times.get(text) or self._read_time(text, series, columns)
                first = of_series.setdefault(read.text, where)
                if first is not where:
                    self._report_repeated(where, columns, (series.number, read.text), first)
                    continue
                unread = read.unread
                statuses = STATUSES.get(status)
                value: object = series.plain_value(number)
                if value is None or statuses is None:
                    kept = [*unread]
                    value, statuses = self._unusual_value((*rows.shared, *cells), columns, status, series, kept)
                    unread = tuple(kept)
                ident = once(f"{series.indicator}.{read.id_part}")
                own: tuple[object, ...] = (ident, value, read.time, read.collection, statuses)
                kind: int = read.needs_per
                if unread:
                    own = (*own, _note([*series.comment, *unread, *series.notes]))
                    kind += 2
                add_series(series.number)
                template = series.templates[kind]
                add(series.first_record(kind, own, where) if template is None else template.record(own, where))
            except AseanscError as error:
                self._problem(where, error.where, error)
        self._keep(series, of_series)

    def _series_of(self, cells: tuple[str, ...], columns: Columns) -> Series:
        """Return what the rows of a series state; it is remembered for rows with the same cells."""
        of_series = columns.series_of(cells)
        return columns.series.get(of_series) or self._remembered(of_series, cells, columns)

    def _rows_of(self, number: int) -> dict[str, str]:
        """Return the locations of the rows of a series that were read before, by their times."""
        time, first = self._first_rows[2 * number : 2 * number + 2]
        return self._rows.get(number) or ({time: first} if first else {})

    def _keep(self, series: Series | None, rows: dict[str, str]) -> None:
        """Keep the locations of the rows of a series; for one row, without a dictionary."""
        if series is None or not rows:
            return
        if len(rows) > 1:
            self._rows[series.number] = rows
        else:
            self._first_rows[2 * series.number : 2 * series.number + 2] = next(iter(rows.items()))

    def _read_time(self, text: str, series: Series, columns: Columns) -> ParsedTime:
        """Read the time of a row, and notice if its series may have the same time in other words."""
        read = columns.read_time(series, text)
        if self._texts.setdefault(read.identity, read.text) != read.text:
            self._may_repeat = True
        return read

    def _number_of(self, columns: Columns, cells: tuple[str, ...]) -> int:
        """Return the number of the series with a key."""
        numbers = self._numbers[columns.key]
        found = numbers.get(cells)
        if found is None:
            shared = self._values.setdefault
            cells = tuple(map(shared, cells, cells))  # one copy of each
            found = numbers[cells] = len(self._cells_of_series)
            self._columns_of_series.append(columns)
            self._cells_of_series.append(cells)
            self._first_rows += ["", ""]
            self._identities.append(None)
        return found

    def _values_of(self, key: Key) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """Return the names and the values of a key."""
        columns = self._columns_of_series[key[0]]
        return columns.key, columns.values_of(self._cells_of_series[key[0]], key[1])

    def _columns_of(self, where: str, names: tuple[str, ...]) -> Columns:
        if len(self._columns) >= _MOST_KINDS:
            problem = FieldError("the rows have too many different combinations of columns", where=where)
            problem.expected = f"at most {_MOST_KINDS:,} in one document"
            problem.hint = "Split the file by the columns that its rows have, and load each part separately."
            raise refusal(UNREADABLE, [*self.problems, problem], where="sdmx.loads")
        columns = self._columns[names] = Columns(names, self._roles)
        return columns

    def distinguish(self) -> None:
        """Replace the breakdowns of series with the same indicator, place, time and breakdown by gaps.

        This is the last step, without the objects that only `read` needs: there may be very many rows.
        """
        self._values.clear()
        self._numbers.clear()
        counts = Counter(self._identities)
        if len(counts) == len(self._identities) and not self._may_repeat:
            return
        every = range(len(self._identities))
        times = [iter(self._rows.get(number) or self._first_rows[2 * number : 2 * number + 1]) for number in every]
        keys = [(number, next(times[number])) for number in self._series_of_rows]
        alike = [at for at, (number, _) in enumerate(keys) if self._may_repeat or counts[self._identities[number]] > 1]
        identities: dict[tuple[object, ...], int] = {}
        for number in alike:
            first = identities.setdefault(_identity_of(self.observations[number]), number)
            if first != number:
                differing = self._differing(keys[number], keys[first])
                self._set_apart(number, differing, 1)
                self._set_apart(first, differing, 2)

    def _differing(self, key: Key, first: Key) -> list[tuple[str, str, str]]:
        """Return the components that differ between two observations, with the values of both."""
        (names, mine), (other_names, theirs) = map(self._values_of, (key, first))
        if names != other_names:
            own, others = dict(zip(names, mine, strict=True)), dict(zip(other_names, theirs, strict=True))
            names = tuple(others | own)
            mine, theirs = tuple([own.get(name, "") for name in names]), tuple([others.get(name, "") for name in names])
        return [item for item in zip(names, mine, theirs, strict=True) if item[1] != item[2]]

    def _set_apart(self, number: int, differing: list[tuple[str, str, str]], at: int) -> None:
        """Replace the breakdown of an observation by a gap; its value is at the index `at` of each component."""
        observation = self.observations[number]
        codes = observation["breakdown"]
        if isinstance(codes, tuple):
            reason = undistinguished(cast("tuple[str, ...]", codes), [(item[0], item[at]) for item in differing])
            self.observations[number] = unchecked(
                Observation, {**observation.fields, "breakdown": reason}, observation.origin
            )

    def _report_repeated(self, where: str, columns: Columns, key: Key, first: str) -> None:
        """Report a row with the key of another one; without a column for the time, only the first such row."""
        if not columns.time and columns.has_repeats:
            return
        columns.has_repeats = True
        problem = repeated(self._values_of(key)[1], first)
        if columns.unnamed:
            names = " and no column ".join(columns.unnamed)
            problem.hint += f" The rows have no column {names}, which may distinguish them."
        self._problem(where, "", problem)

    def _problem(self, where: str, inside: str, error: AseanscError) -> None:
        error.where = f"{where}, {inside}" if inside else where
        self.problems.append(error)
        if len(self.problems) > in_force().problems:
            raise refusal(UNREADABLE, self.problems, where="sdmx.loads") from None

    def _remembered(self, of_series: tuple[str, ...], cells: Sequence[str], columns: Columns) -> Series:
        """Read what the cells other than time, value and status state, and remember it for rows with the same cells."""
        self._series_remembered += 1
        if self._series_remembered > _MOST_SERIES:
            self._series_remembered = 1
            for other in self._columns.values():
                other.series.clear()
                other.times.clear()
        plain = [*map(str.strip, cells)]
        number = self._number_of(columns, columns.key_of(plain))
        series = columns.series[of_series] = self._series(plain, columns, number)
        if self._identities[number] not in (None, series.identity):
            self._may_repeat = True
        self._identities[number] = series.identity
        return series

    def _series(self, row: Sequence[str], columns: Columns, number: int) -> Series:
        code, place, unit_code, frequency, collected, confidentiality, comment, start_day, *scale = columns.read(row)
        indicator = self._indicator(columns.indicator, code, unit_code if columns.unit_is_dimension else "")
        unit = unit_of(unit_code) if columns.unit else NO_UNIT_COLUMN
        known_unit = unit if isinstance(unit, Unit) else None
        self.units[indicator][unit_code] = known_unit
        kept: list[str] = []
        breakdown = breakdown_of(row, columns, kept)
        confidential = confidentiality.strip()
        known = self._confidentiality(columns.confidentiality, confidential, kept) if confidential else None
        kept += [f"{name}={words}" for name in columns.notes if (words := columns.cell(row, name).strip())]
        area = area_of(place) if columns.place else NO_PLACE_COLUMN
        self.places.add(area)
        comments = (words,) if (words := comment.strip()) else ()
        fields: dict[str, object] = {
            "id": "",
            "indicator": indicator,
            "place": area,
            "value": None,
            "time": None,
            "time_basis": NO_BASIS,
            "time_collection": None,
            "per": NO_PER,
            "statuses": (),
            "breakdown": breakdown,
        }
        if known is not None:
            fields["confidentiality"] = known
        fields["citation"] = NO_CITATION
        fields["note"] = _note([*comments, *kept])
        return Series(
            number=number,
            fields=fields,
            times=columns.times.setdefault((frequency, collected, start_day), {}),
            identity=hash((indicator, area, breakdown)),
            indicator=indicator,
            unit_code=unit_code,
            unit=unit,
            frequency=frequency,
            collected=collected,
            start_day=start_day,
            plain_value=plain_values(unit_code) if is_unscaled(*scale) else plain_values(""),
            comment=comments,
            notes=tuple(kept),
        )

    def _unusual_value(
        self, row: Sequence[str], columns: Columns, status: str, series: Series, kept: list[str]
    ) -> tuple[Value | PartialRecord | Gap | Absent, tuple[Status, ...]]:
        """Return the value of a row and its statuses; cells that are not understood are added to `kept`."""
        cells, component, unit = columns.row(row), columns.status, series.unit
        statuses = STATUSES.get(status) or STATUSES.get(status.strip().upper())
        if statuses is not None:
            return value_of(cells, unit, kept), statuses
        text = cells.get("OBS_VALUE", "")
        absence = None if cells.get("RANGE_LOWER") else self._absence(component, status, text)
        if absence is None:
            value = value_of(cells, unit, kept, self._missing(component, status, text))
            kept.append(f"{component}={status}")
            return value, ()
        if ABSENCES[status.strip().upper()] is not absence:
            kept.append(f"{component}={status}")
        absent = value_of(cells, unit, kept, Absent.NOT_STATED)
        if series.unit_code:
            kept.append(f"{columns.unit}={series.unit_code}")
        return absent, (absence,)

    def _absence(self, component: str, status: str, text: str) -> Status | None:
        """Return the status of an observation without a value, whose cell is empty or holds a placeholder.

        The codes are those of CL_OBS_STATUS. If the file gives them names, these must agree: some publishers use ``M``
        for every missing value.
        """
        absence = ABSENCES.get(status.strip().upper())
        if absence is None or not is_filler(text):
            return None
        words = self._name_of(component, status)
        if words and not words.startswith(_MISSING):
            return None
        return Status.MISSING if absence is Status.NOT_EXISTING and words and "exist" not in words else absence

    def _missing(self, component: str, status: str, text: str) -> Gap | None:
        """Return a gap if the status of a row marks its value as missing, even if the cell is filled."""
        if not text.strip():
            return None
        codes = set(_CODES_OF_STATUS.findall(status.partition(":")[0].upper()))
        words = self._name_of(component, status) or status.strip().casefold()
        if MISSING.isdisjoint(codes) and not words.startswith(_MISSING):
            return None
        if codes <= {*ELSEWHERE, *STATUSES} and not is_filler(text):
            return None
        return gap_showing(
            "the status marks the value as missing",
            "trạng thái cho biết thiếu giá trị",
            f"{component}={status}, OBS_VALUE={text}",
        )

    def _confidentiality(self, component: str, code: str, kept: list[str]) -> Confidentiality | None:
        """Return the confidentiality of a row; an unknown code, or one with another name, is added to `kept`."""
        known = CONFIDENTIALITIES.get(code)
        words = self._name_of(component, code)
        if known is None or (words and _WORD_OF[known] not in words):
            kept.append(f"{component}={code}")
            return None
        return known

    def _name_of(self, component: str, code: str) -> str:
        """Return the English name of a code, or its label in the data, in lower case; ``""`` if it has none."""
        words = self._words.get((component, code))
        if words is None:
            name = self._definition.name_of(component, code) if self._definition is not None else None
            label = self._labels.of(component, code) if self._labels is not None else ""
            words = name.en if isinstance(name, Text) else label
            words = self._words[component, code] = words.strip().casefold()
        return words

    def _indicator(self, component: str, code: str, unit: str) -> str:
        ident = self._indicator_ids.get((component, code, unit))
        if ident is None:
            if component:
                note_of(f"{component}={code}".strip())  # report an invalid text here, where the row is known
            base = identifier(code or self.structure.rpartition(":")[2].partition("(")[0])
            ident = self._ids_of_indicators.once(base)
            self._indicator_ids[component, code, unit] = ident
            self.codes[ident] = (component, code)
            self.units[ident] = {}
        return ident

    def indicators(self) -> list[PartialRecord]:
        """Return the indicators of the rows, as far as they are known."""
        return [self._defined(ident, *self.codes[ident]) for ident in self.codes]

    def _defined(self, ident: str, component: str, code: str) -> PartialRecord:
        units = {id(unit): unit for unit in self.units[ident].values()}  # their hashes take long
        unit = next(iter(units.values())) if len(units) == 1 else None
        name = self._definition.name_of(component, code) if self._definition is not None and component else None
        if not component:
            name = name_of_structure(self._definition, self._name)
        elif name is None and self._labels is not None and self._labels.of(component, code):
            name = text_without_language(self._labels.of(component, code))
        fields: dict[str, object] = {
            "id": ident,
            "name": name or (NO_NAME if component else NO_INDICATOR_COLUMN),
            "unit": unit or NO_UNIT,
            "kind": NO_KIND,
        }
        if component:
            fields |= coded(component, code)
        if "codes" in fields:
            return unchecked(Indicator, fields, f"{component} {code}")
        return PartialRecord(Indicator, fields, origin=f"{component} {code}".strip())


def _note(kept: list[str]) -> Text | Absent:
    return note_of("; ".join(kept).strip()) if kept else Absent.NOT_APPLICABLE


def draft_from_rows(
    structure: str,
    rows: Iterable[ForeignRows],
    definition: Structure | None,
    problems: list[AseanscError],
    *,
    roles: Roles,
    name: str = "",
    labels: Names | None = None,
    unread: Sequence[dict[str, Any]] = (),
) -> Draft:
    """Return a draft of the rows of another publisher.

    Args:
        structure: the reference of the structure in the data, such as ``ECB:EXR(1.0)``.
        rows: the rows.
        definition: the structure, if a message or the data defines it.
        problems: the problems of the table; it is complete when all rows are read.
        roles: the roles of the columns, if the definition does not give them.
        name: the name of the structure in the data.
        labels: the labels of codes; complete when all rows are read.
        unread: the parts of a message that do not belong to a row; complete when all rows are read.

    Raises:
        DocumentError: with every problem.
    """
    if definition is not None and definition.dimensions:
        known = frozenset(definition.dimensions)
        roles = Roles(known, frozenset(), definition.measure_dimension, True, known, roles.place, roles.time)
        if len(definition.measures) > 1:
            rows, roles = split_measures(rows, definition.measures, roles), add_measure_dimension(roles)
    reader = _RowReader(structure, definition, roles, name, labels)
    reader.read(rows)
    if problems or reader.problems:
        raise refusal(UNREADABLE, [*problems, *reader.problems], where="sdmx.loads")
    reader.distinguish()
    place = next(iter(reader.places)) if len(reader.places) == 1 else None
    kept: dict[str, Any] = {"structure": structure, "name": name}
    kept |= {"labels": labels.kept() if labels is not None else {}, "unread": list(unread)}
    with refused():
        return draft_of(
            {key: item for key, item in kept.items() if item},
            name_of_structure(definition, name),
            indicators=reader.indicators(),
            observations=reader.observations,
            place=place or NO_PLACE,
        )
