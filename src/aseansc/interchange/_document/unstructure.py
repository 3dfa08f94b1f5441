"""Convert reviews, drafts and their parts to plain data: dicts, lists, strings, integers and booleans.

The data is that of the JSON document. Fields that have their default are omitted.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping
from decimal import Decimal
from functools import cache
from typing import Any, Final, TypeAlias, cast, get_args

import attrs
from cattrs import Converter
from cattrs.gen import make_dict_unstructure_fn, override

from aseansc._decimals import is_power_of_ten, plain
from aseansc.codelists import Absent, CodeList
from aseansc.drafts import Draft, Gap, PartialRecord
from aseansc.extras import Extra
from aseansc.interchange._document.scalars import CHANGE_FORM, CLAIM_TYPES, Data
from aseansc.reviews import Review
from aseansc.texts import Text
from aseansc.units import Unit
from aseansc.values import Attainment, Change, Qualifier, RelativeChange, Value

Unstructure: TypeAlias = Callable[[Any], Any]


def unstructure(review: Review | Draft) -> Data:
    """Return the fields of the document of a review or a draft, without ``schema`` and ``version``."""
    data: Data = {}
    for name in [attribute.name for attribute in attrs.fields(Review) if attribute.init]:
        value: Any = getattr(review, name)
        if value not in NOTHING:
            data[name] = [unit_definition(unit) for unit in value] if name == "units" else unstructure_part(value)
    return data


NOTHING: Final = ((), Absent.NOT_APPLICABLE, Extra())
"""Values that are omitted: an empty list, no note, no extra data."""


def unstructure_part(value: Any) -> Any:
    """Return the data of a value or a record inside a review or a draft; a unit becomes its code."""
    kind = value.__class__
    hook = _HOOKS.get(kind)
    if hook is None:
        hook = _HOOKS[kind] = _new_hook(kind)
    return hook(value)


def number(value: Decimal) -> str:
    """Return the digits of a decimal without trailing zeros, for fields in which they have no meaning."""
    digits = plain(value)
    if "." in digits:
        digits = digits.rstrip("0").rstrip(".")
    return "0" if digits == "-0" else digits


class Resolutions(dict[Decimal, str]):
    """A cache of what is written for a resolution: empty if the digits of the magnitude show it.

    Three decimals in a unit counted in whole numbers do not show it; see `Statement.shows_resolution`.
    """

    def __init__(self, *, is_whole: bool, written: str) -> None:
        self.is_whole, self.written = is_whole, written

    def __missing__(self, resolution: Decimal) -> str:
        shown = resolution <= 1 and is_power_of_ten(resolution) and not (self.is_whole and resolution == _THOUSANDTH)
        text = "" if shown else self.written.format(number(resolution))
        if len(self) < _MOST_KEPT:
            self[resolution] = text
        return text


_MOST_KEPT: Final = 1000
_THOUSANDTH: Final = Decimal("0.001")
_RESOLUTIONS: Final = [Resolutions(is_whole=is_whole, written="{}") for is_whole in (False, True)]


def _statement(value: Value | Change | RelativeChange | Attainment) -> Data:
    data: Data = {"magnitude": f"{value.magnitude:f}", "unit": value.unit.code}
    if value.qualifier is not Qualifier.EXACT:
        data["qualifier"] = value.qualifier.value
    resolution = _RESOLUTIONS[value.unit.is_whole][value.resolution]
    if resolution:
        data["resolution"] = resolution
    if value.upper is not None:
        data["upper"] = f"{value.upper:f}"
    return data


def _formed(value: RelativeChange | Attainment) -> Data:
    return {"form": value.form.value, **_statement(value)}


def is_value_or_change(kind: Any) -> bool:
    """Return whether a field may hold a `Value` or a `Change`, so that the data of a change needs its form."""
    return {Value, Change} <= set(get_args(kind))


@cache
def _formed_fields(cls: type) -> frozenset[str]:
    """Return the fields that may hold a `Value` or a `Change`."""
    attrs.resolve_types(cls)
    return frozenset(item.name for item in attrs.fields(cls) if is_value_or_change(item.type))


def _value_or_change(value: Any) -> Any:
    data = unstructure_part(value)
    return {"form": CHANGE_FORM, **data} if value.__class__ is Change else data


def _text(value: Text) -> Data:
    data: Data = {"en": value.en}
    if value.others:
        data["others"] = dict(value.others)
    if not isinstance(value.vi, Absent):
        data["vi"] = value.vi
    return data


def unit_definition(unit: Unit) -> Data:
    """Return the definition of a custom unit."""
    data: Data = {name: str(getattr(unit, name)) for name in ("code", "dimension", "en", "kind", "plural", "vi")}
    if unit.factor != 1:
        data["factor"] = number(unit.factor)
    return data


def _partial(record: PartialRecord) -> Data:
    formed = _formed_fields(record.record_type)
    data: Data = {
        name: _value_or_change(value) if name in formed else unstructure_part(value) for name, value in record.items()
    }
    for name in ("magnitude", "upper"):
        value = record.get(name)
        if isinstance(value, Decimal):
            data[name] = plain(value)  # trailing zeros are significant here
    if record.record_type is Text and isinstance(record.get("others"), tuple):
        data["others"] = dict(cast("Any", record["others"]))
    data["partial"] = record.record_type.__name__
    if record.origin:
        data["origin"] = record.origin
    return data


def _unchanged(value: Any) -> Any:
    return value


def _items(values: tuple[Any, ...]) -> list[Any]:
    return [unstructure_part(value) for value in values]


def _code(code: CodeList) -> str:
    return code.value


_HOOKS: Final[dict[type, Unstructure]] = {
    str: _unchanged,
    int: _unchanged,
    bool: _unchanged,
    tuple: _items,
    Absent: lambda value: {"absent": value.value},
    Attainment: _formed,
    Change: _statement,
    Decimal: number,
    Extra: dict,
    Gap: lambda gap: {"gap": unstructure_part(gap.reason)},
    PartialRecord: _partial,
    RelativeChange: _formed,
    Text: _text,
    Unit: lambda unit: unit.code,
    Value: _statement,
    dt.date: dt.date.isoformat,
}
"""The function that converts values of each class; classes not in the table are added when they are met."""


def _new_hook(kind: Any) -> Unstructure:
    """Return the function for a class that was not used yet: a code list, a subclass of str or int, or a record."""
    if issubclass(kind, CodeList):
        return _code
    if issubclass(kind, str | int):
        return cast("Unstructure", str if issubclass(kind, str) else int)
    return _record_hook(kind)


_CONVERTER: Final = Converter(omit_if_default=True)


@cache
def _record_hook(cls: type) -> Unstructure:
    """Return the function that converts a record to the fields that differ from their default."""
    attrs.resolve_types(cls)
    hooks: dict[str, Any] = {}
    for attribute in attrs.fields(cls):
        kind: Any = attribute.type
        known = _HOOKS.get(kind, unstructure_part) if isinstance(kind, type) else unstructure_part
        if is_value_or_change(kind):
            known = _value_or_change
        hooks[attribute.name] = override(unstruct_hook=known)
    make: Any = make_dict_unstructure_fn
    fields: Unstructure = make(cls, _CONVERTER, _cattrs_omit_if_default=True, **hooks)
    name = _TYPE_OF_CLAIM.get(cls)
    return fields if name is None else lambda claim: {"type": name, **fields(claim)}


_TYPE_OF_CLAIM: Final[Mapping[type, str]] = {cls: name for name, cls in CLAIM_TYPES.items()}
