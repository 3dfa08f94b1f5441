"""Figures that were extracted by a program, a model or a person, and the JSON that they are exchanged in."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from decimal import Decimal
from typing import Any, Final, cast, final

from attrs import field, frozen

from aseansc._attrs import LARGEST_INT, Record, as_tuple, instance_of, offset, tuple_of
from aseansc._decimals import POWERS_OF_TEN, as_decimal
from aseansc.codelists import CodeList
from aseansc.errors import AseanscError, DocumentError, FieldError, FieldTypeError, ParseError, nearest_names, require
from aseansc.limits import Limits, limited, require_size
from aseansc.observations import Status
from aseansc.periods import AsOf, Period, Time
from aseansc.units import UnitKind
from aseansc.values import Attainment, Change, Qualifier, RelativeChange, Value

_NONE: Final = type(None)


@final
class ExtractedKind(CodeList):
    """The kind of a figure, by the words around it.

    - ``level``: a quantity that is not a share (*60.000 lượt hộ*).
    - ``share``: a percentage of a whole, or a rate in percent or per mille (*25,55 %*).
    - ``change``: an increase or decrease in the unit of the levels (*tăng 350 ha*).
    - ``points``: a difference of shares in percentage points (*3,7 điểm %*).
    - ``relative_change``: a change in percent of a base (*giảm 4,95 %/năm*).
    - ``relative_level``: a level in percent of a base (*bằng 102 % so với cùng kỳ*).
    - ``multiple``: a level as a multiple of a base (*gấp 2 lần*).
    - ``increase_times``: *tăng 2 lần*, which may mean to 2 times the base or by 2 times it.
    - ``decrease_times``: *giảm 2 lần*.
    - ``of_plan``: a percentage of a plan (*đạt 81 % kế hoạch*).
    - ``over_plan``: a percentage above a plan (*vượt kế hoạch 25,5 %*).
    - ``under_plan``: a percentage below a plan.
    """

    LEVEL = "level"
    SHARE = "share"
    CHANGE = "change"
    POINTS = "points"
    RELATIVE_CHANGE = "relative_change"
    RELATIVE_LEVEL = "relative_level"
    MULTIPLE = "multiple"
    INCREASE_TIMES = "increase_times"
    DECREASE_TIMES = "decrease_times"
    OF_PLAN = "of_plan"
    OVER_PLAN = "over_plan"
    UNDER_PLAN = "under_plan"


_RELATIVE: Final = {
    "by": ExtractedKind.RELATIVE_CHANGE,
    "to": ExtractedKind.RELATIVE_LEVEL,
    "times": ExtractedKind.MULTIPLE,
}


def kind_of(value: Value | Change | RelativeChange | Attainment) -> ExtractedKind:
    """Return the kind of a statement."""
    if isinstance(value, Attainment):
        return ExtractedKind(value.form.value)
    if isinstance(value, RelativeChange):
        return _RELATIVE.get(value.form.value) or ExtractedKind(value.form.value)
    above = value.unit.numerator.kind
    if above is UnitKind.SHARE_POINT:
        return ExtractedKind.POINTS
    if isinstance(value, Change):
        return ExtractedKind.CHANGE
    return ExtractedKind.SHARE if above is UnitKind.SHARE else ExtractedKind.LEVEL


@final
class Scale(CodeList):
    """A scale word after a number: *nghìn*, *triệu*, *tỷ*."""

    THOUSAND = "thousand"
    MILLION = "million"
    BILLION = "billion"

    @property
    def factor(self) -> Decimal:
        """The number that it multiplies by."""
        return POWERS_OF_TEN[{"thousand": 3, "million": 6, "billion": 9}[self.value]]


def _to_decimal(number: Any) -> Any:
    if isinstance(number, float):
        number = repr(number)  # the shortest decimal, which is the one in the JSON that it was read from
    try:
        return as_decimal(number, where="ExtractedFigure")
    except AseanscError:
        return number  # None, or what the validator refuses


def _is_number(instance: object, attribute: Any, value: Any) -> None:
    as_decimal(value, where=f"ExtractedFigure.{attribute.name}")


def _may_be(check: Callable[[Any, Any, Any], None]) -> Callable[[Any, Any, Any], None]:
    def checked(instance: object, attribute: Any, value: Any) -> None:
        if value is not None:
            check(instance, attribute, value)

    return checked


def _to_statuses(statuses: Any) -> Any:
    return statuses if statuses is None else as_tuple(statuses)


@final
@frozen(kw_only=True, eq=False, repr=False)
class ExtractedFigure(Record):
    """A figure that was extracted from a text, to be compared with it. Only what is given is compared.

    Args:
        number: the number, negative for a decrease; multiplied by the scale word unless `scale` is given. A range has
            its lower end here.
        upper: the upper end of a range.
        scale: the scale word, if `number` does not include it: 458.6 with million, or 458600000 without.
        unit: code of the unit, such as household_turn, VND or percent/year, or the words for it as printed, such as
            *lượt hộ* or *triệu đồng*.
        qualifier: the meaning of the word before the number; exact states that there is none.
        kind: what kind of figure it is.
        statuses: such as estimated; an empty tuple states that there are none.
        time: a period or day.
        out_of: the whole, if the number is a part: 108 for *36/108 xã*.
        quote: the words of the text that contain it, copied from the text.
        start: position of its first character in the text.
        end: position after its last character.
        id: any id, to find it again in the result.
        label: what it measures, in any words. It is not compared.

    Raises:
        FieldError: if a field is of the wrong type, the number is not finite, a quote or unit is blank, `upper` is
            below `number`, or `start` is missing or not before `end`.

    >>> ExtractedFigure(number="4.95", unit="percent/year", quote="giảm 4,95%/năm").number
    Decimal('4.95')
    """

    number: Decimal = field(converter=_to_decimal, validator=_is_number)
    upper: Decimal | None = field(default=None, converter=_to_decimal, validator=_may_be(_is_number))
    scale: Scale | None = field(default=None, validator=instance_of(Scale, _NONE))
    unit: str | None = field(default=None, validator=instance_of(str, _NONE))
    qualifier: Qualifier | None = field(default=None, validator=instance_of(Qualifier, _NONE))
    kind: ExtractedKind | None = field(default=None, validator=instance_of(ExtractedKind, _NONE))
    statuses: tuple[Status, ...] | None = field(
        default=None, converter=_to_statuses, validator=_may_be(tuple_of(Status))
    )
    time: Time | None = field(default=None, validator=instance_of(Period, AsOf, _NONE))
    out_of: Decimal | None = field(default=None, converter=_to_decimal, validator=_may_be(_is_number))
    quote: str | None = field(default=None, validator=instance_of(str, _NONE))
    start: int | None = field(default=None, validator=_may_be(offset))
    end: int | None = field(default=None, validator=_may_be(offset))
    id: str | None = field(default=None, validator=instance_of(str, _NONE))
    label: str | None = field(default=None, validator=instance_of(str, _NONE))

    def __attrs_post_init__(self) -> None:
        if self.quote is not None and not self.quote.strip():
            raise FieldError("the quote is blank", where="ExtractedFigure.quote", got=self.quote, expected="a text")
        if self.unit is not None and not self.unit.strip():
            raise FieldError("the unit is blank", where="ExtractedFigure.unit", got=self.unit, expected="a unit")
        if self.upper is not None and self.upper < self.number:
            raise FieldError(
                "the upper end is below the number",
                where="ExtractedFigure.upper",
                got=self.upper,
                expected=f"at least {self.number}",
                hint="The lower end of a range is the number, also of negative ones: -0.33 to -0.25.",
            )
        if self.end is not None and self.start is None:
            raise FieldError("start is missing", where="ExtractedFigure.start", expected="a position before end")
        if self.end is not None and self.start is not None and self.start >= self.end:
            raise FieldError(
                "start is not before end",
                where="ExtractedFigure.end",
                got=(self.start, self.end),
                expected="start < end",
            )


def _time(text: object) -> Time:
    try:
        return Period.parse(cast("str", text))
    except ParseError:
        return AsOf.parse(cast("str", text))


def _codes(kind: type[CodeList]) -> dict[str, object]:
    return {"enum": [member.value for member in kind]}


def _statuses_of(codes: object) -> tuple[Status, ...]:
    require(codes, list, tuple, where="statuses", expected="a list of codes")
    return tuple(map(Status, cast("Iterable[str]", codes)))


_NUMBER: Final[dict[str, object]] = {
    "type": ["number", "string"],
    "pattern": "^-?[0-9]+([.][0-9]+)?([Ee][-+]?[0-9]+)?$",
}
_POSITION: Final[dict[str, object]] = {"type": "integer", "minimum": 0, "maximum": LARGEST_INT}
_SCHEMAS: Final[dict[str, tuple[dict[str, object], str, Callable[[Any], object] | None]]] = {
    "number": (_NUMBER, "The number in digits with a decimal point; negative for a decrease.", None),
    "upper": (_NUMBER, "The upper end, if the text prints a range.", None),
    "scale": (_codes(Scale), "The scale word, if the number does not include it.", Scale),
    "unit": ({"type": "string", "minLength": 1}, "Code of the unit, or its words as printed.", None),
    "qualifier": (_codes(Qualifier), "The word before the number; exact if there is none.", Qualifier),
    "kind": (_codes(ExtractedKind), "The kind of figure, by the words around it.", ExtractedKind),
    "statuses": (
        {"type": "array", "items": {"enum": [status.value for status in Status if not status.is_absence]}},
        "Statuses such as estimated; an empty list if the text states none.",
        _statuses_of,
    ),
    "time": ({"type": "string"}, "Period or day in ISO 8601 or SDMX: 2018, 2018-Q3, 2018-12-31, 2016/2018.", _time),
    "out_of": (_NUMBER, "The whole, if the number is a part of it: 108 for 36/108.", None),
    "quote": ({"type": "string", "minLength": 1}, "The words that contain the figure, copied from the text.", None),
    "start": (_POSITION, "Position of its first character in the text.", None),
    "end": (_POSITION, "Position after its last character.", None),
    "id": ({"type": "string"}, "Any id.", None),
    "label": ({"type": "string"}, "What the figure measures. Not compared.", None),
}
"""For each field: its JSON Schema, its description and what reads its JSON."""


def claims_schema() -> str:
    """Return the JSON Schema (2020-12) of extracted figures, as a string. A model can be asked to fill it."""
    properties = {name: {**schema, "description": words} for name, (schema, words, _) in _SCHEMAS.items()}
    claim = {"type": "object", "properties": properties, "required": ["number"], "additionalProperties": False}
    schema = {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": "urn:aseansc:claims:1",
        "title": "Figures extracted from a text",
        "type": "object",
        "properties": {"claims": {"type": "array", "items": claim}},
        "required": ["claims"],
        "additionalProperties": False,
    }
    return json.dumps(schema, ensure_ascii=False, indent=2) + "\n"


@limited
def loads_claims(content: str | bytes, *, limits: Limits | None = None) -> tuple[ExtractedFigure, ...]:
    """Return the extracted figures in a JSON document: ``{"claims": [...]}``, or the list alone.

    Args:
        content: the document.
        limits: how much is read; `Limits()` by default.

    Raises:
        LimitError: if the input is larger than `limits` allow.
        DocumentError: if the document is not JSON or does not follow the schema; lists every problem with its path.

    >>> loads_claims('{"claims": [{"number": 36, "out_of": 108, "quote": "36/108 xã"}]}')[0].out_of
    Decimal('108')
    """
    require(content, str, bytes, where="loads_claims, content", expected="a string or bytes")
    require_size(len(content), "loads_claims", "bytes" if isinstance(content, bytes) else "characters")
    try:
        text = content.decode("utf-8-sig") if isinstance(content, bytes) else content
        document: Any = json.loads(text, parse_float=str, parse_constant=str, object_pairs_hook=_without_repeats)
    except DocumentError:
        raise
    except (ValueError, RecursionError) as error:
        raise DocumentError(
            "the claims are not JSON", where="$", expected="a JSON document", hint=f"The reader says: {error}."
        ) from None
    if document.__class__ is dict and document.keys() == {"claims"}:
        document = document["claims"]
    if document.__class__ is not list:
        expected = 'a list, or an object with the list "claims"'
        raise DocumentError("the claims are not a list", where="$", got=document, expected=expected)
    return claims_of(document, "$")


def _without_repeats(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    fields = dict(pairs)
    if len(fields) < len(pairs):
        counts = Counter(name for name, _ in pairs)
        repeated = counts.most_common()[0][0]
        raise DocumentError("an object has a key twice", where="$", got=repeated, expected="each key once in an object")
    return fields


def claims_of(claims: Iterable[ExtractedFigure | Mapping[str, Any]], where: str) -> tuple[ExtractedFigure, ...]:
    """Return extracted figures, made from mappings where needed.

    Raises:
        DocumentError: if a mapping is not valid; lists every problem with its path.
    """
    problems: list[AseanscError] = []
    read: list[ExtractedFigure] = []
    for number, claim in enumerate(claims):
        if isinstance(claim, ExtractedFigure):
            read.append(claim)
        else:
            found = list(_read(claim, f"{where}[{number}]"))
            problems += (item for item in found if isinstance(item, AseanscError))
            read += (item for item in found if isinstance(item, ExtractedFigure))
    if problems:
        raise DocumentError(
            f"{len(problems)} of the claims cannot be read" if len(problems) > 1 else "a claim cannot be read",
            problems=tuple(problems),
        )
    return tuple(read)


def _read(claim: object, where: str) -> Iterator[ExtractedFigure | AseanscError]:
    """Yield the extracted figure of a mapping, or its problems."""
    if not isinstance(claim, Mapping):
        yield FieldTypeError("a claim is not an object", where=where, got=claim, expected='{"number": 36, ...}')
        return
    given: dict[str, Any] = {}
    problems: list[AseanscError] = []
    for name, value in cast("Mapping[str, Any]", claim).items():
        try:
            if value is not None:
                given[name] = _read_field(name, value)
        except AseanscError as error:
            error.where = f"{where}.{name}"
            problems.append(error)
    if "number" not in given:
        problems.append(FieldError("the number is missing", where=f"{where}.number", expected="a number"))
    try:
        if not problems:
            yield ExtractedFigure(**given)
    except AseanscError as error:
        error.where = f"{where}.{error.where.rpartition('.')[2]}" if "." in error.where else where
        problems.append(error)
    yield from problems


def _read_field(name: str, value: object) -> object:
    if name not in _SCHEMAS:
        nearest = nearest_names(name, _SCHEMAS)
        raise FieldError(
            "unknown field",
            got=name,
            expected=f"one of {', '.join(_SCHEMAS)}",
            hint=f"Did you mean {nearest[0]!r}?" if nearest else "",
        )
    reader = _SCHEMAS[name][2]
    return value if reader is None else reader(value)
