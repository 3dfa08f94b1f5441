"""Write the canonical JSON document of a review directly from its objects.

Keys are sorted, lists keep their order, and fields that have their default are omitted. Each field of a record is on a
line of its own, so that a diff of two documents shows only the fields that changed.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from decimal import Decimal
from functools import cache
from json import JSONEncoder, loads
from json.encoder import encode_basestring
from typing import Any, Final, TypeAlias, cast, get_args

import attrs

from aseansc._decimals import is_power_of_ten, plain
from aseansc._generated import run_generated
from aseansc.codelists import Absent, CodeList
from aseansc.drafts import Draft, Gap, PartialRecord
from aseansc.extras import Extra
from aseansc.interchange._document.scalars import CHANGE_FORM, CLAIM_TYPES, Data
from aseansc.periods import Period
from aseansc.reviews import Review
from aseansc.texts import Text
from aseansc.units import Unit
from aseansc.values import Attainment, Change, Qualifier, RelativeChange, Value

Write: TypeAlias = Callable[[Any], str]

_quoted: Final[Callable[[str], str]] = encode_basestring
"""Quote a string: the function of the JSON encoder, which is implemented in C where available."""

_encode: Final[Callable[[Any], str]] = JSONEncoder(ensure_ascii=False, sort_keys=True, allow_nan=False).encode


# -- values on one line


def write(value: Any) -> str:
    """Return the JSON of a value on one line."""
    kind = value.__class__
    writer = _WRITERS.get(kind)
    if writer is None:
        writer = _WRITERS[kind] = _new_writer(kind)
    return writer(value)


def _new_writer(kind: Any) -> Write:
    """Return the writer for a class not used yet: a code list, a subclass of str or int, or a record."""
    if issubclass(kind, CodeList):
        return _CODES.__getitem__
    if issubclass(kind, str):
        return _quoted
    return int.__repr__ if issubclass(kind, int) else _record_writer(kind)


class _Codes(dict[CodeList, str]):
    """A cache of quoted codes."""

    def __missing__(self, code: CodeList) -> str:
        text = self[code] = f'"{code.value}"'
        return text


_CODES: Final = _Codes()


class _Resolutions(dict[Decimal, str]):
    """A cache of what is written for a resolution: empty if the digits of the magnitude show it.

    Three decimals in a unit counted in whole numbers do not show it; see `Statement.shows_resolution`.
    """

    def __init__(self, *, is_whole: bool) -> None:
        self.is_whole = is_whole

    def __missing__(self, resolution: Decimal) -> str:
        shown = resolution <= 1 and is_power_of_ten(resolution) and not (self.is_whole and resolution == _THOUSANDTH)
        text = "" if shown else f', "resolution": "{number(resolution)}"'
        if len(self) < _MOST_KEPT:
            self[resolution] = text
        return text


_MOST_KEPT: Final = 1000
_THOUSANDTH: Final = Decimal("0.001")
_RESOLUTIONS: Final = [_Resolutions(is_whole=is_whole) for is_whole in (False, True)]


def number(value: Decimal) -> str:
    """Return the digits of a decimal without trailing zeros, for fields in which they have no meaning."""
    digits = plain(value)
    if "." in digits:
        digits = digits.rstrip("0").rstrip(".")
    return "0" if digits == "-0" else digits


def _statement(value: Value | Change | RelativeChange | Attainment) -> str:
    qualifier = "" if value.qualifier is Qualifier.EXACT else f', "qualifier": {_CODES[value.qualifier]}'
    upper = "" if value.upper is None else f', "upper": "{value.upper:f}"'
    return (
        f'{{"magnitude": "{value.magnitude:f}"{qualifier}{_RESOLUTIONS[value.unit.is_whole][value.resolution]}, '
        f'"unit": "{value.unit.code}"{upper}}}'
    )


def _formed(value: RelativeChange | Attainment) -> str:
    return f'{{"form": {_CODES[value.form]}, {_statement(value)[1:]}'


def _period(value: Period) -> str:
    return f'{{"end": "{value.end.isoformat()}", "start": "{value.start.isoformat()}"}}'


def _choices(value: Gap) -> str:
    return f'"choices": {_encode(value.choices)}, ' if value.choices else ""


def _text(value: Text) -> str:
    fields = [f'"en": {_quoted(value.en)}']
    if value.others:
        fields.append(f'"others": {_encode(dict(value.others))}')
    if not isinstance(value.vi, Absent):
        fields.append(f'"vi": {_quoted(value.vi)}')
    return f"{{{', '.join(fields)}}}"


def _partial(record: PartialRecord) -> str:
    return f"{{{', '.join(_partial_fields(record))}}}"


def _partial_fields(record: PartialRecord) -> list[str]:
    """Return the fields of a partial record, sorted by name."""
    cls = record.record_type
    attrs.resolve_types(cls)
    kinds = {attribute.name: attribute.type for attribute in attrs.fields(cls)}
    fields = {
        name: (_value_or_change if _is_value_or_change(kinds[name]) else write)(value) for name, value in record.items()
    }
    for name in ("magnitude", "upper"):  # their trailing zeros have a meaning
        value = record.get(name)
        if isinstance(value, Decimal):
            fields[name] = _quoted(plain(value))
    others = record.get("others")
    if cls is Text and isinstance(others, tuple):
        fields["others"] = _encode(dict(cast("Any", others)))
    fields["partial"] = _quoted(cls.__name__)
    if record.origin:
        fields["origin"] = _quoted(record.origin)
    if record.context:
        fields["context"] = _quoted(record.context)
    if record.proposed:
        fields["proposed"] = _encode(record.proposed)
    return [f'"{name}": {fields[name]}' for name in sorted(fields)]


_WRITERS: Final[dict[type, Write]] = {
    str: _quoted,
    int: str,
    bool: _encode,
    Decimal: lambda value: f'"{number(value)}"',
    dt.date: lambda value: f'"{value.isoformat()}"',
    Absent: lambda value: f'{{"absent": "{value.value}"}}',
    Attainment: _formed,
    Change: _statement,
    Extra: lambda value: _encode(dict(value)),
    Period: _period,
    RelativeChange: _formed,
    Text: _text,
    Unit: lambda value: f'"{value.code}"',
    Value: _statement,
    tuple: lambda value: f"[{', '.join([write(item) for item in value])}]",
    Gap: lambda value: f'{{{_choices(value)}"gap": {write(value.reason)}}}',
    PartialRecord: _partial,
}


@cache
def _writer_of(kind: Any) -> Write:
    """Return the writer of a field: that of its type, or `write` for a union."""
    if _is_value_or_change(kind):
        return _value_or_change
    return _WRITERS.get(kind, write) if isinstance(kind, type) else write


def _is_value_or_change(kind: Any) -> bool:
    """Return whether a field may hold a `Value` or a `Change`, so that the data of a change needs its form."""
    return {Value, Change} <= set(get_args(kind))


def _value_or_change(value: Any) -> str:
    return f'{{"form": "{CHANGE_FORM}", {_statement(value)[1:]}' if value.__class__ is Change else write(value)


@cache
def fields_writer(cls: type) -> Callable[[Any], list[str]]:
    """Return a function that writes the fields of a record that differ from their default, sorted by name.

    Its source code is generated from the fields of the class. The code that cattrs generates takes 1.35
    times as long (on the Lai Châu review and on 3,000 figures), and writing by way of plain data 1.7 to 2 times.
    """
    attrs.resolve_types(cls)
    lines: dict[str, str] = {}
    known: dict[str, Any] = {"write": write}
    for attribute in attrs.fields(cls):
        name: str = attribute.name
        default: Any = attribute.default
        known[f"write_{name}"], known[f"default_{name}"] = _writer_of(attribute.type), default
        put = f"found.append('\"{name}\": ' + write_{name}(value))"
        if default is attrs.NOTHING:
            lines[name] = f"value = record.{name}; {put}"
            continue
        if hasattr(default, "factory"):
            known[f"default_{name}"] = default.factory
            test = f"value != default_{name}({'record' if default.takes_self else ''})"
        else:
            test = f"value is not default_{name} and value != default_{name}"
        lines[name] = f"value = record.{name}\n    if {test}: {put}"
    for name, claim in CLAIM_TYPES.items():
        if claim is cls:
            lines["type"] = f'found.append(\'"type": "{name}"\')'
    body = "\n    ".join(lines[name] for name in sorted(lines))
    source = f"def fields(record):\n    found = []\n    {body}\n    return found"
    made: Callable[[Any], list[str]] = run_generated(source, cls, known, "fields")
    return made


def _record_writer(cls: type) -> Write:
    fields = fields_writer(cls)
    return lambda record: f"{{{', '.join(fields(record))}}}"


# -- the document

_NOTHING: Final = ((), Absent.NOT_APPLICABLE, Extra())
"""Values that are omitted: an empty list, no note, no extra data."""


def unstructure(review: Review | Draft) -> Data:
    """Return the document of a review or a draft, without ``schema`` and ``version``, as plain data.

    The data are those of the JSON document: dicts, lists, strings, integers and booleans.
    """
    return cast("Data", loads(text_of(review, {})))


def text_of(review: Review | Draft, envelope: Data) -> str:
    """Return the JSON document of a review or draft as a string.

    Args:
        review: the review or draft.
        envelope: the fields ``schema`` and ``version``, which are added to those of the review.
    """
    fields = {name: f'"{name}": {_encode(value)}' for name, value in envelope.items()}
    for name in [attribute.name for attribute in attrs.fields(Review) if attribute.init]:
        value: Any = getattr(review, name)
        if value in _NOTHING:
            continue
        if value.__class__ is tuple:
            in_lines: Write = write_definition if name == "units" else _in_lines
            fields[name] = f'"{name}": {_listed([in_lines(record) for record in value])}'
        else:
            fields[name] = f'"{name}": {write(value)}'
    if isinstance(review, Draft) and review.proposed:
        fields["proposed"] = f'"proposed": {_encode(review.proposed)}'
    lines = ",\n  ".join(fields[name] for name in sorted(fields))
    return f"{{\n  {lines}\n}}\n"


def write_definition(unit: Unit) -> str:
    """Return the JSON of the definition of a custom unit."""
    data: Data = {name: str(getattr(unit, name)) for name in ("code", "dimension", "en", "kind", "plural", "vi")}
    if unit.factor != 1:
        data["factor"] = number(unit.factor)
    return _encode(data)


def _in_lines(record: Any) -> str:
    fields = _partial_fields if isinstance(record, PartialRecord) else fields_writer(record.__class__)
    lines = ",\n      ".join(fields(record))
    return f"{{\n      {lines}\n    }}"


def _listed(records: list[str]) -> str:
    lines = ",\n    ".join(records)
    return f"[\n    {lines}\n  ]"
