"""Read rows that this library wrote as figures.

A valid row is read in one step. If that fails, it is read again field by field to report all its problems.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from operator import itemgetter
from typing import Any, Final, NamedTuple, cast

import attrs

from aseansc._creation import constructor_of
from aseansc.claims import AttainmentClaim, ChangeClaim, ShareClaim
from aseansc.codelists import Absent
from aseansc.drafts import Gap, PartialRecord
from aseansc.errors import AseanscError, FieldError
from aseansc.interchange._document.problems import NOT_A_REVIEW, refusal
from aseansc.interchange.sdmx._data_structure import COLUMNS, KEY, NOT_APPLICABLE, TOTAL, Row
from aseansc.interchange.sdmx._read_cells import (
    BASES,
    CHANGE,
    CONFIDENTIALITIES,
    PERS,
    PRICE_BASES,
    WHOLE_NUMBER,
    Field,
    Units,
    UnknownUnitCodeError,
    base_period_of,
    cell_error,
    code_in,
    id_in,
    read_attainment,
    read_base_period,
    read_baseline,
    read_breakdown,
    read_change,
    read_citation,
    read_citation_or_absent,
    read_collection,
    read_lists,
    read_note,
    read_observed_value,
    read_sampling_error,
    read_statement,
    read_statuses,
    read_target_value,
    read_time,
    read_value,
    reference_in,
    text_in,
)
from aseansc.limits import in_force
from aseansc.observations import Observation
from aseansc.periods import Period
from aseansc.reviews import Figure
from aseansc.targets import Target
from aseansc.texts import Text
from aseansc.units import Unit, UnitKind
from aseansc.values import Attainment, Change, RelativeChange, Value


class FigureType(NamedTuple):
    """A type of figure: its class, its fields, and the columns that must be empty in its rows."""

    cls: type
    create: Callable[..., Any]
    fields: tuple[Field, ...]
    own: tuple[tuple[str, Callable[[Row, Units], Any]], ...]
    """The fields that depend on columns of `_OWN`; all others are the same in rows with the same other cells."""
    empty: tuple[str, ...]
    must_be_empty: Callable[[Row], Iterable[str]]
    value: Callable[[Row], type]
    """The class of the value of a row."""
    placeholder: object
    """An object whose class has the name of `cls`, which validators show in messages."""


_OPTIONAL: Final = COLUMNS[COLUMNS.index("PER") : COLUMNS.index("CITED_DOCUMENT")]


def _figure_type(
    cls: type, fields: tuple[Field, ...], own: tuple[str, ...], value: Callable[[Row], type]
) -> FigureType:
    """Define a type of figure; `own` are the optional columns that its rows may use."""
    empty = tuple(column for column in (*_OPTIONAL, "TIME_PER_COLLECT") if column not in own)
    must_be_empty = itemgetter(*map(COLUMNS.index, empty))
    of_row = tuple((field.name, field.read) for field in fields if field.column in _OWN)
    placeholder = type(cls.__name__, (), {})()
    return FigureType(cls, constructor_of(cls), fields, of_row, empty, must_be_empty, value, placeholder)


_OWN: Final = frozenset(
    {"REF_AREA", "INDICATOR", "FREQ", "TIME_PERIOD", "OBS_VALUE", "UNIT_MEASURE", "UNIT_MULT", "DECIMALS"}
    | {"RANGE_LOWER", "RANGE_UPPER", "RESOLUTION", "FIGURE_ID", "COMMENT_OBS", "COMMENT_OBS_VI", "COMMENT_OBS_OTHERS"}
    | {*COLUMNS[COLUMNS.index("CITED_DOCUMENT") :]}
)
"""The columns that differ in nearly every row. Only the field of the value also reads others."""
_form_of: Final = itemgetter(*(at for at, column in enumerate(COLUMNS) if column not in _OWN))
_MOST_FORMS: Final = 1_000
"""How many combinations of the other cells are remembered."""

_COMMON: Final = (
    Field("id", "FIGURE_ID", text_in("FIGURE_ID")),
    Field("place", "REF_AREA", id_in("REF_AREA")),
    Field("time", "TIME_PERIOD", read_time),
    Field("statuses", "STATUSES", read_statuses),
    Field("note", "COMMENT_OBS", read_note),
    Field("revises", "REVISES", reference_in("REVISES", Absent.NOT_APPLICABLE)),
)
_OF_INDICATOR: Final = Field("indicator", "INDICATOR", id_in("INDICATOR"))
_BASIS_FIELD: Final = Field("time_basis", "TIME_BASIS", code_in("TIME_BASIS", BASES))
_COLLECTED: Final = (
    Field("time_collection", "TIME_COLLECTION", read_collection),
    Field("per", "PER", code_in("PER", PERS)),
    Field("breakdown", "COMPOSITE_BREAKDOWN", read_breakdown),
)
_CITED: Final = Field("citation", "CITED_DOCUMENT", read_citation)


def _always(cls: type) -> Callable[[Row], type]:
    return lambda row: cls


def _any_type(row: Row) -> type:
    if not row.value_form:
        return Value
    return Change if row.value_form == CHANGE else RelativeChange


FIGURE_TYPES: Final[Mapping[str, FigureType]] = {
    "observation": _figure_type(
        Observation,
        (
            *_COMMON,
            _OF_INDICATOR,
            Field("value", "OBS_VALUE", read_observed_value),
            Field("time_basis", "TIME_BASIS", code_in("TIME_BASIS", BASES)),
            *_COLLECTED,
            Field("lists", "LISTS", read_lists),
            Field("standard", "STANDARD", reference_in("STANDARD")),
            Field("sampling_error", "SAMPLING_ERR", read_sampling_error),
            Field("confidentiality", "CONF_STATUS", code_in("CONF_STATUS", CONFIDENTIALITIES)),
            _CITED,
        ),
        ("PER", "LISTS", "TIME_PER_COLLECT", "STANDARD", "SAMPLING_ERR", "CONF_STATUS", "REVISES", "BASE_PER"),
        _any_type,
    ),
    "target": _figure_type(
        Target,
        (
            *_COMMON,
            _OF_INDICATOR,
            Field("value", "OBS_VALUE", read_target_value),
            _BASIS_FIELD,
            *_COLLECTED,
            Field("baseline", "BASELINE", read_baseline),
            Field("citation", "CITED_DOCUMENT", read_citation_or_absent),
        ),
        ("PER", "BASELINE", "TIME_PER_COLLECT", "REVISES", "BASE_PER"),
        _any_type,
    ),
    "change": _figure_type(
        ChangeClaim,
        (
            *_COMMON,
            _OF_INDICATOR,
            Field("value", "OBS_VALUE", read_change),
            _BASIS_FIELD,
            Field("start", "CHANGE_START", reference_in("CHANGE_START")),
            Field("end", "CHANGE_END", reference_in("CHANGE_END")),
            Field("price_basis", "PRICE_BASIS", code_in("PRICE_BASIS", PRICE_BASES)),
            Field("price_period", "BASE_PER", read_base_period),
            _CITED,
        ),
        ("CHANGE_START", "CHANGE_END", "REVISES", "PRICE_BASIS", "BASE_PER"),
        _any_type,
    ),
    "attainment": _figure_type(
        AttainmentClaim,
        (
            *_COMMON,
            Field("value", "OBS_VALUE", read_attainment),
            _BASIS_FIELD,
            Field("actual", "ACTUAL", reference_in("ACTUAL")),
            Field("target", "TARGET", reference_in("TARGET")),
            _CITED,
        ),
        ("ACTUAL", "TARGET", "REVISES"),
        _always(Attainment),
    ),
    "share": _figure_type(
        ShareClaim,
        (
            *_COMMON,
            Field("value", "OBS_VALUE", read_value),
            _BASIS_FIELD,
            Field("part", "PART", reference_in("PART")),
            Field("whole", "WHOLE", text_in("WHOLE")),
            _CITED,
        ),
        ("PART", "WHOLE", "REVISES"),
        _always(Value),
    ),
}
"""The types of figures by their codes of FIGURE_TYPE."""

_HAS_COLLECTION: Final = ("observation", "target")
_KEY_LENGTH: Final = len(KEY)


class Reader:
    """A reader of rows; it collects their problems in `problems`.

    Args:
        units: the units by their codes.
        defined: whether a structure message defines the units. If not, an unknown unit becomes a gap.
    """

    def __init__(self, units: Units, *, defined: bool) -> None:
        self.units = units
        self.defined = defined
        self.problems: list[AseanscError] = []
        self.indicators: dict[str, tuple[str, str]] = {}
        """The code of INDICATOR and the location of each attainment and share, by id."""
        self.bases: dict[tuple[str, Period], tuple[str, bool]] = {}
        """For each base period of an indicator, the location of its first row, and whether the row is not in money."""
        self._keys: dict[str, str] = {}
        self._forms: dict[tuple[str, ...], dict[str, Any]] = {}
        """The fields that rows share, by the cells that they share."""
        self._form: tuple[str, ...] = ()
        self._fields: dict[str, Any] = {}
        """The cells and fields that the row before shares with others."""

    def read(self, row: Row, where: str) -> Figure | PartialRecord | None:
        """Return the figure of a row; if the row has problems, add them to `problems` and return ``None``.

        The figure is a partial record if its unit is unknown and no structure message defines it.
        """
        key = "\0".join(row[:_KEY_LENGTH])  # it takes less memory than the cells
        if self._keys.setdefault(key, where) is not where:
            problem = FieldError(
                "two rows have the same key",
                got=key.replace("\0", ", "),
                expected="a different key for each row",
                hint=f"The first one is {self._keys[key]}. For a repeated statement, set STATEMENT to 2.",
            )
            self._report(problem, where, "STATEMENT")
        kind = FIGURE_TYPES.get(row.figure_type)
        if kind is None:
            expected = f"one of {', '.join(FIGURE_TYPES)}"
            self._report(cell_error("FIGURE_TYPE", "unknown code", row.figure_type, expected), where, "FIGURE_TYPE")
            return None
        form = _form_of(row)
        as_before = form == self._form  # often, and a comparison is faster than a look-up
        if not as_before and form not in self._forms and not self._uses_only_its_cells(row, kind, where):
            self._read_by_field(row, kind, where)
            return None
        try:
            fields = (self._fields if as_before else self._shared(row, kind, form)).copy()
            for name, read in kind.own:
                fields[name] = read(row, self.units)
            record = kind.create(**fields)
        except AseanscError:
            return self._read_by_field(row, kind, where)
        if row.figure_type in ("attainment", "share"):
            self.indicators[record.id] = (row.indicator, where)
        elif row.base_per and row.figure_type in _HAS_COLLECTION:
            return self._with_base(record, row, where)
        return cast("Figure", record)

    def _shared(self, row: Row, kind: FigureType, form: tuple[str, ...]) -> dict[str, Any]:
        """Return the fields of a row that others share, and remember them."""
        shared = self._forms.get(form)
        if shared is None:
            if len(self._forms) >= _MOST_FORMS:
                self._forms.clear()
            shared = {field.name: field.read(row, self.units) for field in kind.fields if field.column not in _OWN}
            self._forms[form] = shared
        self._form, self._fields = form, shared
        return shared

    def _with_base(self, figure: Observation | Target, row: Row, where: str) -> Figure | None:
        """Return a figure, and remember the base period of its indicator."""
        try:
            base = base_period_of(row.base_per)
        except AseanscError as error:
            self._report(error, where, "BASE_PER")
            return None
        value = figure.value
        is_index = not isinstance(value, Absent) and value.unit.numerator.kind is not UnitKind.MONEY
        self.bases.setdefault((figure.indicator, base), (where, is_index))
        return figure

    def _uses_only_its_cells(self, row: Row, kind: FigureType, where: str) -> bool:
        """Report cells that are filled although their column does not apply to the type of figure of a row.

        Also report a STATEMENT that is not a positive whole number. It numbers figures that have the same key, because
        the document states them several times: 1 for the first.
        """
        before = len(self.problems)
        if not WHOLE_NUMBER.fullmatch(row.statement) or row.statement == "0":
            problem = cell_error("STATEMENT", "not a positive whole number", row.statement, "1 or more")
            self._report(problem, where, "STATEMENT")
        for column in kind.empty if any(kind.must_be_empty(row)) else ():
            if row.cell(column):
                problem = cell_error(
                    column,
                    f"the column does not apply to figures of type {row.figure_type}",
                    row.cell(column),
                    "an empty cell",
                )
                self._report(problem, where, column)
        if row.figure_type in _HAS_COLLECTION:
            return len(self.problems) == before
        if row.composite_breakdown != TOTAL:
            problem = cell_error("COMPOSITE_BREAKDOWN", "claims have no breakdown", row.composite_breakdown, TOTAL)
            self._report(problem, where, "")
        if row.time_collection != NOT_APPLICABLE:
            problem = cell_error(
                "TIME_COLLECTION", "claims have no time collection", row.time_collection, NOT_APPLICABLE
            )
            self._report(problem, where, "")
        return len(self.problems) == before

    def _read_by_field(self, row: Row, kind: FigureType, where: str) -> Figure | PartialRecord | None:
        """Read a row field by field and report every problem; return a partial record if the unit is a gap."""
        before = len(self.problems)
        attributes = attrs.fields_dict(kind.cls)
        fields: dict[str, Any] = {}
        partial = False
        for name, column, read in kind.fields:
            try:
                fields[name] = self._partial_value(row, kind, where) if name == "value" else read(row, self.units)
                attribute = cast("Any", attributes[name])
                if isinstance(fields[name], PartialRecord):
                    partial = True
                else:
                    held = fields[name] if attribute.converter is None else attribute.converter(fields[name])
                    attribute.validator(kind.placeholder, attribute, held)
            except AseanscError as error:
                self._report(error, where, column)
        if len(self.problems) > before:
            return None
        try:
            return PartialRecord(kind.cls, fields, origin=where) if partial else kind.cls(**fields)
        except AseanscError as error:
            self._report(error, where, "")
            return None

    def _partial_value(self, row: Row, kind: FigureType, where: str) -> Any:
        """Return the value of a row, with a gap for a unit that no structure message defines."""
        read = next(field.read for field in kind.fields if field.name == "value")
        try:
            return read(row, self.units)
        except UnknownUnitCodeError:
            if self.defined:
                raise
        reason = Text(
            en=f"the unit {row.unit_measure} is defined in the structure message, which is missing",
            vi=f"đơn vị tính {row.unit_measure} được định nghĩa trong thông điệp cấu trúc, hiện không có",
        )
        cls = kind.value(row)
        units = Units()
        units[row.unit_measure] = _PLACEHOLDER_UNIT
        fields = {**read_statement(row, units), "unit": Gap(reason=reason)}
        if cls in (RelativeChange, Attainment):
            fields["form"] = row.value_form
        return PartialRecord(cls, fields)

    def _report(self, error: AseanscError, where: str, column: str) -> None:
        inside = error.where if error.where in COLUMNS else column
        self.problems.append(error.at(f"{where}, {inside}" if inside else where))
        if len(self.problems) > in_force().problems:
            raise refusal(NOT_A_REVIEW, self.problems, where="sdmx.loads") from None


_PLACEHOLDER_UNIT: Final = Unit.parse("turn")
