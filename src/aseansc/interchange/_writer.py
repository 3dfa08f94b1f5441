"""The canonical text of a review, written straight from its objects.

Keys are sorted, lists keep their order, fields that have their default are left out. Each field of a record has a
line of its own, so that a difference between two documents shows the field that changed and no more.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator
from decimal import Decimal
from functools import cache
from json import JSONEncoder
from typing import Any, Final, TypeAlias

import attrs

from aseansc._decimals import is_power_of_ten, plain
from aseansc.codelists import Absent, CodeList
from aseansc.extras import Extra
from aseansc.interchange._converter import CLAIM_TYPES
from aseansc.periods import Period
from aseansc.reviews import Review
from aseansc.texts import Text
from aseansc.units import Unit
from aseansc.values import Attainment, Change, Qualifier, RelativeChange, Value

Write: TypeAlias = Callable[[Any], str]

_encode: Final[Callable[[Any], str]] = JSONEncoder(ensure_ascii=False, sort_keys=True, allow_nan=False).encode


def number(value: Decimal) -> str:
    """A decimal whose trailing zeros say nothing."""
    digits = plain(value)
    if "." in digits:
        digits = digits.rstrip("0").rstrip(".")
    return "0" if digits == "-0" else digits


# -- in one line


def write(value: Any) -> str:
    """A value in one line."""
    kind = value.__class__
    writer = _WRITERS.get(kind)
    if writer is None:
        writer = _WRITERS[kind] = _code if issubclass(kind, CodeList) else _record
    return writer(value)


def _code(value: CodeList) -> str:
    return f'"{value.value}"'


def _record(value: Any) -> str:
    return f"{{{', '.join(_fields(value))}}}"


def _statement(value: Value | Change | RelativeChange | Attainment) -> str:
    text = f'{{"magnitude": "{plain(value.magnitude)}"'
    if value.qualifier is not Qualifier.EXACT:
        text += f', "qualifier": "{value.qualifier.value}"'
    if value.resolution > 1 or not is_power_of_ten(value.resolution):  # else the digits show it
        text += f', "resolution": "{number(value.resolution)}"'
    text += f', "unit": "{value.unit.code}"'
    return f'{text}, "upper": "{plain(value.upper)}"}}' if value.upper is not None else f"{text}}}"


def _formed(value: RelativeChange | Attainment) -> str:
    return f'{{"form": "{value.form.value}", {_statement(value)[1:]}'


def _period(value: Period) -> str:
    return f'{{"end": "{value.end.isoformat()}", "start": "{value.start.isoformat()}"}}'


def _text(value: Text) -> str:
    fields = [f'"en": {_encode(value.en)}']
    if value.others:
        fields.append(f'"others": {_encode(dict(value.others))}')
    if not isinstance(value.vi, Absent):
        fields.append(f'"vi": {_encode(value.vi)}')
    return f"{{{', '.join(fields)}}}"


def _definition(unit: Unit) -> str:
    fields = {name: getattr(unit, name) for name in ("code", "dimension", "en", "kind", "plural", "vi")}
    if unit.factor != 1:
        fields["factor"] = number(unit.factor)
    return _encode(fields)


_WRITERS: Final[dict[type, Write]] = {
    str: _encode,
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
}


@cache
def _plan(cls: type) -> tuple[tuple[str, str, Any], ...]:
    """The fields of a class in the order of their names, each with its start and its default."""
    plan = [
        (attribute.name, f'"{attribute.name}": ', attribute.default)
        for attribute in attrs.fields(cls)
        if attribute.init
    ]
    plan += [("", f'"type": "{name}"', attrs.NOTHING) for name, claim in CLAIM_TYPES.items() if claim is cls]
    return tuple(sorted(plan, key=lambda field: field[1]))


def _fields(record: Any) -> Iterator[str]:
    """The fields of a record that differ from their default."""
    for name, start, default in _plan(record.__class__):
        if not name:
            yield start
            continue
        value = getattr(record, name)
        if value is default:
            continue
        if default is not attrs.NOTHING and value == _default(default, record):
            continue
        yield start + write(value)


def _default(default: Any, record: Any) -> Any:
    if isinstance(default, attrs.Factory):  # type: ignore[arg-type]  # a class at run time
        factory: Any = default
        return factory.factory(record) if factory.takes_self else factory.factory()
    return default


# -- in lines


def text_of(review: Review, envelope: dict[str, str | int]) -> str:
    """The whole document."""
    fields = {name: f'"{name}": {_encode(value)}' for name, value in envelope.items()}
    for name, start, default in _plan(Review):
        value = getattr(review, name)
        if name == "units" and value:
            fields[name] = start + _listed([_definition(unit) for unit in value])
        elif value.__class__ is tuple and value:
            fields[name] = start + _listed([_in_lines(record) for record in value])
        elif value and value != default:
            fields[name] = start + write(value)
    lines = ",\n  ".join(fields[name] for name in sorted(fields))
    return f"{{\n  {lines}\n}}\n"


def _in_lines(record: Any) -> str:
    lines = ",\n      ".join(_fields(record))
    return f"{{\n      {lines}\n    }}"


def _listed(records: list[str]) -> str:
    lines = ",\n    ".join(records)
    return f"[\n    {lines}\n  ]"
