"""Gaps, and partial records, which contain gaps."""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator, Mapping
from decimal import Decimal
from functools import cache
from typing import TYPE_CHECKING, Any, Final, cast, final, get_args, get_origin

import attrs
from attrs import field, frozen

from aseansc._attrs import Record, as_tuple, instance_of, is_text, lines, refuse_type
from aseansc._decimals import EXACT, POWERS_OF_TEN, ZERO, as_decimal, place_of, plain
from aseansc._hypothesis_plugin import offer
from aseansc.citations import Citation, Document, Span
from aseansc.claims import AttainmentClaim, ChangeClaim, ShareClaim
from aseansc.drafts._locations import at_location
from aseansc.errors import AseanscError, FieldError, FieldTypeError, require, unknown_name
from aseansc.findings import Finding, Instrument, Section
from aseansc.indicators import Breakdown, Indicator
from aseansc.intervals import Interval
from aseansc.mentions import Mention
from aseansc.observations import Observation, SamplingError
from aseansc.periods import AsOf, MonthDay, Period, TimeCollection
from aseansc.targets import Target
from aseansc.texts import Text
from aseansc.units import Unit
from aseansc.values import Attainment, AttainmentForm, Change, Qualifier, RelativeChange, RelativeForm, Value

if TYPE_CHECKING:
    from aseansc.drafts._templates import Template


@final
@frozen(kw_only=True, eq=False, repr=False)
class Gap(Record):
    """A missing value that has to be filled in.

    Args:
        reason: why it is missing, for the person who fills it in.
        choices: answers that the source suggests, the most likely first, as they are written in the cell of a
            workbook: a name, a code, or a time such as 2018-01-01/2018-12-31. Another answer may be right. Each is a
            printable line of at most 255 characters.

    Raises:
        FieldTypeError: if a field is of the wrong type.
        FieldError: if a choice is empty, repeated, too long, or not a printable line.

    >>> Gap(reason=Text(en="no day is printed", vi="không in ngày")).reason.vi
    'không in ngày'
    """

    reason: Text = field(validator=instance_of(Text))
    choices: tuple[str, ...] = field(default=(), converter=as_tuple, validator=lines)


NOT_GIVEN: Final = Gap(reason=Text(en="not given", vi="chưa có"))
"""The gap of a required field that is not given."""

_NO_ENGLISH: Final = Gap(reason=Text(en="the English is not given", vi="chưa có tiếng Anh"))

PARTIAL_TYPES: Final[tuple[type, ...]] = (
    AsOf,
    Attainment,
    AttainmentClaim,
    Breakdown,
    Change,
    ChangeClaim,
    Citation,
    Document,
    Finding,
    Indicator,
    Instrument,
    Interval,
    Mention,
    MonthDay,
    Observation,
    Period,
    RelativeChange,
    SamplingError,
    Section,
    ShareClaim,
    Span,
    Target,
    Text,
    Value,
)
"""The classes that may be partial: every record, and the values inside records."""

_REQUIRED: Final[Mapping[type, tuple[str, ...]]] = {
    Attainment: ("form", "magnitude", "unit"),
    Change: ("magnitude", "unit"),
    RelativeChange: ("form", "magnitude", "unit"),
    Value: ("magnitude", "unit"),
}
"""The required fields of classes whose constructors are written by hand."""

_set: Final = object.__setattr__


_WITH_DIGITS: Final = ("magnitude", "upper")
"""Fields of numbers whose trailing zeros have a meaning; 1.50 and 1.5 are one sampling error."""


@cache
def fields_of(of: type) -> Mapping[str, bool]:
    """Return the names of the fields of a class, in order, and whether each is required."""
    required = _REQUIRED.get(of)
    return {
        attribute.name: attribute.default is attrs.NOTHING if required is None else attribute.name in required
        for attribute in attrs.fields(of)
        if attribute.init
    }


@final
class PartialRecord(Mapping[str, object]):
    """A record with missing fields: a class of the model, and the values of some of its fields.

    It is a mapping of field names to values: a value that the class allows in this field, a `Gap`, or another
    `PartialRecord`. A required field that is not given counts as a gap. Partial records are immutable, hashable, and
    equal if their contents are.

    Args:
        record_type: the class, one of `PARTIAL_TYPES`.
        fields: the known values, by field name.
        origin: where the record was found in its source, such as ``Observations!C7`` or ``line 12``.
        context: the words around it in its source, with the figure in ``【】``, for the person who fills in the gaps.
        proposed: names of the fields whose values are proposals, which a person should confirm.

    Raises:
        FieldTypeError: if the class cannot be partial, or a value is of the wrong type.
        FieldError: if the class does not allow a value, or `origin` or `context` is not a printable line.
        UnknownNameError: for a field that the class does not have, or a proposed field that is not given.

    >>> part = PartialRecord(AsOf, {"date": Gap(reason=Text(en="no day is printed"))})
    >>> [where for where, _ in part.gaps]
    ['date']
    """

    __slots__ = ("_fields", "_own", "_template", "context", "origin", "proposed", "record_type")
    record_type: type
    origin: str
    context: str
    proposed: tuple[str, ...]
    _fields: dict[str, object]
    _template: Template
    _own: tuple[object, ...] | None

    def __init__(
        self,
        record_type: type,
        fields: Mapping[str, object],
        *,
        origin: str = "",
        context: str = "",
        proposed: Iterable[str] = (),
    ) -> None:
        if record_type not in PARTIAL_TYPES:
            expected = ", ".join(kind.__name__ for kind in PARTIAL_TYPES)
            raise FieldTypeError(
                "the class cannot be partial",
                where="PartialRecord.record_type",
                got=record_type,
                expected=expected,
            )
        require(fields, Mapping, where="PartialRecord.fields", expected="a mapping of field names to values")
        _require_line("origin", origin, "'line 12'")
        _require_line("context", context, "'còn 【900 hộ nghèo】'")
        known = fields_of(record_type)
        for name in fields:
            if name not in known:
                raise unknown_name(f"field of {record_type.__name__}", name, known, where="PartialRecord.fields")
        given = _checked(
            record_type, {name: _frozen_item(fields[name]) for name in known if fields.get(name) is not None}
        )
        _set(self, "record_type", record_type)
        _set(self, "origin", origin)
        _set(self, "context", context)
        _set(self, "proposed", _proposed(proposed, given))
        _set(self, "_fields", given)

    if not TYPE_CHECKING:

        def __getattr__(self, name: str) -> object:
            """Make the fields of a record of a `Template` when they are first needed."""
            if name != "_fields":
                raise AttributeError(f"'PartialRecord' object has no attribute {name!r}", name=name, obj=self)
            own = self._own
            if own is None:  # another thread has made them
                return object.__getattribute__(self, "_fields")
            fields = self._template.fields_with(own)
            _set(self, "_fields", fields)
            _set(self, "_own", None)
            return fields

    @property
    def fields(self) -> Mapping[str, object]:
        """The known fields and their values, in the order of the class."""
        return dict(self._fields)

    @property
    def gaps(self) -> tuple[tuple[str, Gap], ...]:
        """All gaps with their locations, such as ``value.unit``, in the order of the fields."""
        return tuple(gaps_in(self, ""))

    def __getitem__(self, name: str) -> object:
        return self._fields[name]

    def __contains__(self, name: object) -> bool:
        return name in self._fields

    def __iter__(self) -> Iterator[str]:
        return iter(self._fields)

    def __len__(self) -> int:
        return len(self._fields)

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, PartialRecord):
            return NotImplemented
        if (self._marks(), self._fields) != (other._marks(), other._fields):
            return False
        return self._digits() == other._digits()

    def _marks(self) -> tuple[object, ...]:
        return self.record_type, self.origin, self.context, self.proposed

    def _digits(self) -> list[str]:
        """Return the numbers whose last digit has a meaning as strings; Decimal("60.0") == Decimal("60") ignores it."""
        return [plain(item) for name in _WITH_DIGITS if isinstance(item := self._fields.get(name), Decimal)]

    def __hash__(self) -> int:
        return hash((self._marks(), tuple(self._fields.items())))

    def __setattr__(self, name: str, value: object) -> None:
        raise AttributeError(f"PartialRecord is immutable; build a new one instead of setting {name!r}")

    def __delattr__(self, name: str) -> None:
        raise AttributeError(f"PartialRecord is immutable; build a new one instead of deleting {name!r}")

    def __reduce__(self) -> tuple[Any, ...]:
        return _rebuilt, (self.record_type, self._fields, self.origin, self.context, self.proposed)

    def __repr__(self) -> str:
        marks = [f", {name}={mark!r}" for name in ("origin", "context", "proposed") if (mark := getattr(self, name))]
        return f"PartialRecord({self.record_type.__name__}, {self._fields!r}{''.join(marks)})"

    def with_fields(self, fields: Mapping[str, object], *, proposed: Iterable[str] | None = None) -> PartialRecord:
        """Return a copy with other fields, and the same origin and context.

        Args:
            fields: all fields of the copy.
            proposed: names of the fields that are proposals; by default those of this record that are unchanged.

        Raises:
            FieldError: as for a new partial record.
        """
        if proposed is None:
            proposed = [name for name in self.proposed if fields.get(name) == self._fields[name]]
        return PartialRecord(self.record_type, fields, origin=self.origin, context=self.context, proposed=proposed)


def _rebuilt(
    of: type, fields: Mapping[str, object], origin: str, context: str = "", proposed: tuple[str, ...] = ()
) -> PartialRecord:
    return PartialRecord(of, fields, origin=origin, context=context, proposed=proposed)


def _require_line(name: str, words: object, example: str) -> None:
    if not isinstance(words, str):
        raise FieldTypeError(
            f"{name} is of the wrong type",
            where=f"PartialRecord.{name}",
            got=words,
            expected=f"a string, such as {example}",
        )
    if words and not is_text(words):
        raise FieldError(
            f"{name} begins or ends with a blank, or has a control character",
            where=f"PartialRecord.{name}",
            got=words,
            expected=f"a string such as {example}, or an empty string",
        )


def _proposed(names: Iterable[str], given: Mapping[str, object]) -> tuple[str, ...]:
    """Return the names of proposed fields in the order of the class.

    Raises:
        UnknownNameError: if one is not given, or is a gap.
    """
    if not names:
        return ()
    wanted = tuple(names)
    values = [name for name, value in given.items() if not isinstance(value, Gap)]
    for name in wanted:
        if name not in values:
            raise unknown_name("field with a value", name, values, where="PartialRecord.proposed")
    return tuple(name for name in values if name in wanted)


def _frozen_item(item: object) -> object:
    """Convert lists to tuples, and partial records without gaps to records."""
    if isinstance(item, list | tuple):
        return tuple(simplified(part) for part in cast("list[object]", item))
    return simplified(item)


def _checked(of: type, fields: dict[str, object]) -> dict[str, object]:
    """Convert and validate the fields as the class does; fields with gaps are not converted.

    Raises:
        FieldError: if the class does not allow a value.
    """
    if of in _REQUIRED:
        return _statement(of, fields)
    stand_in, attributes = _validators_of(of)
    for name, value in fields.items():
        if not is_open(value):
            fields[name] = checked(stand_in, attributes[name], value)
        elif not isinstance(value, Gap):
            _check_parts(stand_in, attributes[name], value)
    return fields


@cache
def _validators_of(of: type) -> tuple[object, Mapping[str, attrs.Attribute[Any]]]:
    """Return an empty stand-in, whose class name validators print in errors, and the attrs fields by name."""
    return type(of.__name__, (), {})(), attrs.fields_dict(attrs.resolve_types(of))


def _check_parts(instance: object, attribute: attrs.Attribute[Any], value: object) -> None:
    """Check a field that contains gaps: its partial records must be of the right class, its other items valid.

    Raises:
        FieldError: if they are not.
    """
    several = get_origin(attribute.type) is tuple
    kinds: tuple[object, ...] = get_args(attribute.type) or (attribute.type,)
    items = cast("tuple[object, ...]", value if several and isinstance(value, tuple) else (value,))
    for item in items:
        if _is_misplaced(item, kinds):
            expected = " or ".join(getattr(kind, "__name__", str(kind)) for kind in kinds if kind is not Ellipsis)
            raise refuse_type(instance, attribute, item, expected)
    if several:
        checked(instance, attribute, tuple(item for item in items if not isinstance(item, Gap | PartialRecord)))


def _is_misplaced(item: object, kinds: tuple[object, ...]) -> bool:
    return isinstance(item, tuple) or (isinstance(item, PartialRecord) and item.record_type not in kinds)


def checked(instance: object, attribute: attrs.Attribute[Any], value: object) -> object:
    """Convert and validate the value of one field.

    Raises:
        FieldError: if the validator of the field rejects it.
    """
    of_field: Any = attribute
    held = value if of_field.converter is None else of_field.converter(value)
    if of_field.validator is not None:
        of_field.validator(instance, attribute, held)
    return held


def is_open(value: object) -> bool:
    """Return whether a value is a gap or a partial record, or a tuple that contains one."""
    if isinstance(value, tuple):
        return any(map(is_open, cast("tuple[object, ...]", value)))
    return type(value) is Gap or type(value) is PartialRecord  # isinstance is slow for a class with an ABCMeta


def _statement(of: type, fields: dict[str, object]) -> dict[str, object]:
    """Convert and validate the fields of a value, change or attainment; "378E3" is 378000 with resolution 1000."""
    for name, value in fields.items():
        if not isinstance(value, Gap):
            fields[name] = _statement_field(of, name, value)
    magnitude = fields.get("magnitude")
    if isinstance(magnitude, Decimal) and "resolution" not in fields and place_of(magnitude) > 0:
        fields["magnitude"] = EXACT.add(magnitude, ZERO)
        fields["resolution"] = POWERS_OF_TEN[place_of(magnitude)]
    return {name: fields[name] for name in fields_of(of) if name in fields}


def _statement_field(of: type, name: str, value: object) -> object:
    if name == "unit":
        if isinstance(value, Unit):
            return value
        raise FieldTypeError("not a unit", where=f"{of.__name__}.unit", got=value, expected="a Unit, or a Gap")
    if name in ("magnitude", "upper", "resolution"):
        number = as_decimal(cast("Any", value), where=f"{of.__name__}.{name}")
        return number if number else number.copy_abs()  # no negative zero
    codes: Any = _FORMS[of] if name == "form" else Qualifier
    return codes(value)


_FORMS: Final[Mapping[type, Any]] = {Attainment: AttainmentForm, RelativeChange: RelativeForm}


def simplified(item: object) -> object:
    """Convert a valid partial record without gaps, origin, context and proposals; return everything else unchanged."""
    if type(item) is not PartialRecord or item.origin or item.context or item.proposed:
        return item
    if next(gaps_in(item, ""), None) is not None or is_untranslated(item):
        return item
    try:
        return item.record_type(**item.fields)
    except AseanscError:
        return item  # finish() reports the error


# -- gaps and complete records


def gaps_in(item: object, where: str) -> Iterator[tuple[str, Gap]]:
    """Yield the gaps in a value with their locations."""
    if isinstance(item, Gap):
        yield where, item
    elif isinstance(item, PartialRecord):
        yield from _gaps_in_record(item, where)
    elif isinstance(item, tuple):
        for number, part in enumerate(cast("tuple[object, ...]", item)):
            yield from gaps_in(part, f"{where}[{number}]")


def _gaps_in_record(record: PartialRecord, where: str) -> Iterator[tuple[str, Gap]]:
    later = ("en",) if is_untranslated(record) else ()
    for name, needed in fields_of(record.record_type).items():
        location = f"{where}.{name}" if where else name
        if name in record:
            yield from gaps_in(record[name], location)
        elif (needed and name not in later) or (name == "per" and _lacks_per(record)):
            yield location, NOT_GIVEN


def _required_fields(record: PartialRecord) -> list[str]:
    required = [name for name, needed in fields_of(record.record_type).items() if needed]
    return [*required, "per"] if _lacks_per(record) else required


def _lacks_per(record: PartialRecord) -> bool:
    """Return whether an average or an amount for each period has no unit of time, which is then required."""
    collection = record.get("time_collection")
    return isinstance(collection, TimeCollection) and collection.is_repeated


def is_untranslated(item: object) -> bool:
    """Return whether a text is given or asked for in Vietnamese, and its English is not given and not a gap either."""
    if type(item) is not PartialRecord or item.record_type is not Text or "en" in item:
        return False
    return isinstance(item.get("vi"), str | Gap)


def untranslated_in(item: object, where: str) -> Iterator[str]:
    """Yield the locations of the texts in a value that have no English."""
    if is_untranslated(item):
        yield where
    elif isinstance(item, PartialRecord):
        for name, part in item.items():
            yield from untranslated_in(part, f"{where}.{name}" if where else name)
    elif isinstance(item, tuple):
        for number, part in enumerate(cast("tuple[object, ...]", item)):
            yield from untranslated_in(part, f"{where}[{number}]")


def in_vietnamese_only(item: object) -> object:
    """Return a value in which the Vietnamese is also used for English that is not given."""
    if is_untranslated(item):
        text = cast("PartialRecord", item)
        return text if isinstance(text["vi"], Gap) else text.with_fields({**text, "en": text["vi"]})
    if isinstance(item, tuple):
        return tuple(map(in_vietnamese_only, cast("tuple[object, ...]", item)))
    if type(item) is PartialRecord and any(untranslated_in(item, "")):
        return item.with_fields({name: in_vietnamese_only(part) for name, part in item.items()}, proposed=())
    return item


def proposals_in(item: object, where: str) -> Iterator[tuple[str, object]]:
    """Yield the proposed values in a value with their locations."""
    if isinstance(item, PartialRecord):
        for name, part in item.items():
            location = f"{where}.{name}" if where else name
            if name in item.proposed:
                yield location, part
            else:
                yield from proposals_in(part, location)
    elif isinstance(item, tuple):
        for number, part in enumerate(cast("tuple[object, ...]", item)):
            yield from proposals_in(part, f"{where}[{number}]")


def confirmed(item: object, where: str, wanted: Container[str]) -> object:
    """Return a value in which the proposals at some locations are known."""
    if isinstance(item, tuple):
        parts = cast("tuple[object, ...]", item)
        return tuple(confirmed(part, f"{where}[{number}]", wanted) for number, part in enumerate(parts))
    if not isinstance(item, PartialRecord):
        return item
    at = {name: f"{where}.{name}" for name in item}
    fields = {name: confirmed(part, at[name], wanted) for name, part in item.items()}
    return item.with_fields(fields, proposed=[name for name in item.proposed if at[name] not in wanted])


def finished(item: object, where: str, problems: list[AseanscError], origin: str = "") -> Any:
    """Return a value with its partial records completed; or add its problems to ``problems`` and return ``None``."""
    if isinstance(item, Gap):
        problems.append(_gap(item, where, origin))
    elif isinstance(item, PartialRecord):
        return _completed(item, where, problems, origin)
    elif isinstance(item, tuple):
        parts = cast("tuple[object, ...]", item)
        return tuple(finished(part, f"{where}[{number}]", problems, origin) for number, part in enumerate(parts))
    else:
        return item
    return None


def _completed(part: PartialRecord, where: str, problems: list[AseanscError], origin: str) -> object:
    origin = part.origin or origin
    before = len(problems)
    fields = {name: finished(item, f"{where}.{name}", problems, origin) for name, item in part.items()}
    if is_untranslated(part):
        if not isinstance(part["vi"], Gap):  # otherwise, it is one question for both languages
            problems.append(_gap(_NO_ENGLISH, f"{where}.en", origin))
        return None
    missing = [name for name in _required_fields(part) if name not in fields]
    problems.extend(_gap(NOT_GIVEN, f"{where}.{name}", origin) for name in missing)
    if len(problems) == before:
        try:
            return part.record_type(**fields)
        except AseanscError as error:
            location = f"{where} ({error.where})" if error.where else where
            problems.append(at_location(error, location, origin))
    return None


def _gap(gap: Gap, where: str, origin: str) -> AseanscError:
    problem = FieldError(f"a gap: {gap.reason.en}")
    return at_location(problem, where, origin)


def _as_partial(item: Any) -> PartialRecord | None:
    """Convert a record to a partial record; return ``None`` for anything else."""
    for of in PARTIAL_TYPES:
        if item.__class__ is of:
            return PartialRecord(of, {name: getattr(item, name) for name in fields_of(of)})
    return None


def put(item: object, steps: list[str | int], value: object, where: str) -> object:
    """Return a copy of an item with the value at the location given by ``steps`` replaced."""
    if not steps:
        return value
    step, *rest = steps
    if isinstance(item, tuple) and isinstance(step, int):
        parts = list(cast("tuple[object, ...]", item))
        if step >= len(parts):
            raise unknown_name("item", step, (), where=where)
        parts[step] = put(parts[step], rest, value, where)
        return tuple(parts)
    record = item if isinstance(item, PartialRecord) else _as_partial(item)
    if record is not None and isinstance(step, str):
        known = fields_of(record.record_type)
        if step not in known:
            raise unknown_name(f"field of {record.record_type.__name__}", step, known, where=where)
        fields = {**record, step: put(record.get(step, NOT_GIVEN), rest, value, where)}
        kept = [name for name in record.proposed if name != step]
        return simplified(record.with_fields(fields, proposed=kept))
    raise unknown_name("location in the draft", step, (), where=where)


offer(Gap, PartialRecord)
