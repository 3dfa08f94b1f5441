"""Build reviews from the data of a document, with one strict converter for every format.

Each record is first read by a quick reader, which only calls the constructor of the class and stops at the first
problem. If that fails, the record is read again by a thorough reader, which checks every field and collects all
problems. So a valid record is read only once.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from decimal import Decimal
from functools import cache
from sys import intern
from types import UnionType
from typing import Any, Final, TypeVar, Union, cast, get_args, get_origin

import attrs
from cattrs import Converter
from cattrs.errors import BaseValidationError
from cattrs.gen import make_dict_structure_fn, override

from aseansc._attrs import as_tuple
from aseansc._creation import creation_of, name_in
from aseansc._generated import run_generated
from aseansc.citations import Citation, Document, Span
from aseansc.claims import AttainmentClaim, ChangeClaim, Claim, ShareClaim
from aseansc.codelists import Absent, CodeList
from aseansc.errors import AseanscError, DocumentError, FieldError
from aseansc.extras import Extra
from aseansc.findings import Finding, Instrument, Section
from aseansc.indicators import Breakdown, Indicator
from aseansc.interchange._document import scalars
from aseansc.interchange._document.problems import NOT_A_REVIEW, problems_of, refusal, with_repeated_ids
from aseansc.interchange._document.scalars import Data, Hook
from aseansc.intervals import Interval
from aseansc.mentions import Mention, MentionContent
from aseansc.observations import Observation, SamplingError, Status
from aseansc.periods import Period, Time
from aseansc.reviews import Review
from aseansc.targets import Target
from aseansc.texts import Text
from aseansc.units import Unit
from aseansc.values import Attainment, Change, RelativeChange, Value

T = TypeVar("T")

RECORDS: Final[tuple[type, ...]] = (
    Text,
    Document,
    Span,
    Citation,
    Section,
    Instrument,
    Breakdown,
    Indicator,
    SamplingError,
    Observation,
    Target,
    ChangeClaim,
    AttainmentClaim,
    ShareClaim,
    Mention,
    Finding,
    Review,
)
"""The classes that are read as objects with the fields of the class; a class comes after the classes of its fields."""


def structure(data: Data) -> Review:
    """Return the review for the fields of a document of the present version.

    Args:
        data: the fields, without ``schema`` and ``version``.

    Raises:
        DocumentError: if they are not a valid review; lists every problem with its JSON path.
    """
    try:
        return structured(lambda: structure_part(data, Review), data)
    except DocumentError as error:
        raise with_repeated_ids(error, data) from None


def structure_part(data: Data, cls: type[T]) -> T:
    """Return a record for its data, inside `one_document`.

    Raises:
        AseanscError: for an invalid field.
        BaseValidationError: for several problems, which `problems_of` lists.
    """
    return converter(thorough=True).structure(data, cls)


def structure_record(data: Data, cls: type[T]) -> T:
    """Return a record for its data; inside `one_document`, with the custom units of the document.

    Raises:
        DocumentError: if they are not a valid record; the path of each problem begins at the record, as in ``.value``.
    """
    return structured(lambda: structure_part(data, cls), data, root="")


def structured(read: Callable[[], T], data: Data, root: str = "$") -> T:
    """Return the result of a function that reads the data of a document.

    Raises:
        DocumentError: if it raises an error of the converter.
    """
    try:
        with scalars.one_document():
            return read()
    except (AseanscError, BaseValidationError) as error:
        raise refusal(NOT_A_REVIEW, problems_of(error, root, data)) from None


@cache
def converter(*, thorough: bool) -> Converter:
    """Return the shared converter: the thorough one collects every problem, the quick one stops at the first."""
    made = Converter(detailed_validation=thorough, forbid_extra_keys=True)
    for kind, hook in _READERS.items():
        made.register_structure_hook(kind, hook)
    for code_list in CodeList.__subclasses__():
        made.register_structure_hook(code_list, scalars.code_reader(code_list))
    for union, hook in (_UNIONS if thorough else {**_UNIONS, **_QUICK_UNIONS}).items():
        made.register_structure_hook_func(_union_of_same_types(union), hook)
    if not thorough:
        made.register_structure_hook(Value, scalars.read_quick_value)

    def absent_or(union: Any) -> Hook:
        return _absent_or(union, made)

    def items(kind: Any) -> Hook:
        return _list_hook(made.get_structure_hook(get_args(kind)[0]), thorough=thorough)

    made.register_structure_hook_factory(_may_be_absent, absent_or)
    made.register_structure_hook_factory(_is_tuple, items)
    for cls in RECORDS if thorough else RECORDS[:-1]:
        special_hooks = _special_hooks(made, cls, thorough=thorough)
        hook = _object_hook(made, cls, special_hooks) if thorough else _quick_hook(made, cls, special_hooks)
        made.register_structure_hook(cls, hook)
        if cls is ShareClaim:
            made.register_structure_hook_func(_union_of_same_types(Claim), _claim_hook(made))
    return made


def _is_tuple(kind: object) -> bool:
    return get_origin(kind) is tuple


def _is_union(kind: object) -> bool:
    return get_origin(kind) in (Union, UnionType)


def _may_be_absent(kind: object) -> bool:
    return _is_union(kind) and Absent in get_args(kind)


def _union_of_same_types(union: object) -> Callable[[object], bool]:
    """Return a predicate that tests whether a type is a union of the same types."""
    members = set(get_args(union))
    return lambda kind: _is_union(kind) and set(get_args(kind)) == members


# -- reading

_READERS: Final[dict[type, Hook]] = {
    str: scalars.read_text,
    int: scalars.read_int,
    bool: scalars.read_bool,
    Decimal: scalars.read_decimal,
    dt.date: scalars.read_day,
    Unit: scalars.read_unit,
    Interval: scalars.read_interval,
    Period: scalars.read_period,
    Value: scalars.read_value,
    Attainment: scalars.read_attainment,
    Extra: scalars.read_extra,
}

_UNIONS: Final[dict[Any, Hook]] = {
    Time: scalars.read_time,
    Change | RelativeChange: scalars.read_any_change,
    Value | Change: scalars.read_value_or_change,
    Value | Change | RelativeChange: scalars.read_value_or_any_change,
    MentionContent: scalars.read_mention_content,
}
_QUICK_UNIONS: Final[dict[Any, Hook]] = {
    Time: scalars.read_quick_time,
    Value | Change: scalars.read_quick_value,
    Value | Change | RelativeChange: scalars.read_quick_value,
}
"""Other readers of the quick converter; they may refuse what is valid, but unusual."""


def _absent_or(union: Any, made: Converter) -> Hook:
    """Return a hook that reads ``{"absent": "not_stated"}`` or one of the other types of a union."""
    wanted = _stated(union)
    hook: Hook = made.get_structure_hook(wanted)

    def read(data: Any, _type: Any = None) -> Any:
        if data.__class__ is dict and "absent" in data:
            return scalars.read_absent(data)
        return hook(data, wanted)

    return read


def _stated(union: Any) -> Any:
    """Return a union without `Absent`."""
    rest = tuple(kind for kind in get_args(union) if kind is not Absent)
    return rest[0] if len(rest) == 1 else Union[rest]  # noqa: UP007  # a union built at run time


def _list_hook(read_item: Hook, *, thorough: bool) -> Hook:
    """Return a hook that reads a list.

    Args:
        read_item: reads an item.
        thorough: whether to collect the problems of all items.
    """

    def read(data: Any, _type: Any = None) -> tuple[Any, ...]:
        if data.__class__ is not list:
            raise scalars.wrong_type(data, "a list")
        if thorough:
            return scalars.read_items(data, read_item)
        return tuple([read_item(item, None) for item in data])

    return read


def _quick_first(quick: Hook, thorough: Hook) -> Hook:
    """Return a hook that calls the thorough hook, which collects all problems, only if the quick one fails."""

    def read(data: Any, kind: Any) -> Any:
        try:
            return quick(data, kind)
        except _REFUSALS:
            pass
        return thorough(data, kind)

    return read


_REFUSALS: Final = (AseanscError, BaseValidationError, ArithmeticError, AttributeError, KeyError, TypeError, ValueError)
"""The errors of the quick reader for data that it does not accept; others are mistakes in its code."""


def _unique_items(hook: Hook) -> Hook:
    """Return a hook that refuses a list with repeated items, which the class would silently drop."""

    def read(data: Any, kind: Any = None) -> Any:
        items = hook(data, kind)
        if len(set(items)) != len(items):
            raise FieldError("the same item appears twice", got=data, expected="each item once")
        return items

    return read


def _special_hooks(made: Converter, cls: type, *, thorough: bool) -> dict[str, Hook]:
    """Return the hooks of fields that cannot be chosen by the type of the field alone."""
    if cls is Text:
        return {"others": scalars.read_translations}
    if cls is Review:
        definition = _object_hook(made, Unit, {}, omit=("parts",))
        hooks: dict[str, Hook] = {"units": _declared_units(_list_hook(definition, thorough=thorough))}
        for attribute in attrs.fields(attrs.resolve_types(Review)):
            if attribute.name not in hooks and _is_tuple(attribute.type):
                kind = get_args(attribute.type)[0]
                quick = converter(thorough=False).get_structure_hook(kind)
                item = _quick_first(quick, made.get_structure_hook(kind))
                hooks[attribute.name] = _list_hook(item, thorough=thorough)
        return hooks
    if hasattr(cls, "statuses"):
        return {"statuses": _unique_items(_list_hook(made.get_structure_hook(Status), thorough=thorough))}
    return {}


def _declared_units(hook: Hook) -> Hook:
    """Return a hook that reads the custom units of a document and registers them for the rest of the document."""

    def read(data: Any, kind: Any) -> Any:
        units = hook(data, kind)
        scalars.UNITS.get().update((unit.code, unit) for unit in units)
        return units

    return read


def _object_hook(made: Converter, cls: type, special_hooks: dict[str, Hook], *, omit: tuple[str, ...] = ()) -> Hook:
    """Return a hook that reads an object with the fields of a class."""
    hooks = _field_hooks(made, cls, special_hooks)
    for name in omit:
        del hooks[name]
    overrides: dict[str, Any] = {name: override(omit=True) for name in omit}
    overrides |= {name: override(struct_hook=hook) for name, hook in hooks.items()}
    make: Any = make_dict_structure_fn
    build: Hook = make(cls, made, **overrides)

    def read(data: Any, kind: Any) -> Any:
        scalars.require_object(data)
        return build(data, kind)

    return read


def _quick_hook(made: Converter, cls: type, special_hooks: dict[str, Hook]) -> Hook:
    """Return a hook that reads an object with the fields of a class, and stops at the first problem.

    Its code is generated. It counts the fields that it has not found to be valid; at the end, none may be left.
    """
    known: dict[str, Any] = {"require_object": scalars.require_object, "read_absent": scalars.read_absent}
    tests, creation = creation_of(cls, known)
    lines, required = list[str](), list[str]()
    for attribute in attrs.fields(attrs.resolve_types(cls)):
        name = attribute.name
        put = f"{name} = {_quick_field(made, attribute, special_hooks.get(name), known)}"
        if attribute.default is attrs.NOTHING:
            required.append(f"({tests[name]})")
            lines.append(put)
        else:
            default = name_in(known, attribute.default)
            lines += [f"if {name!r} in data:", f"    {put}", f"    if {tests[name]}: left -= 1"]
            lines.append(f"else: {name} = {default}")
    lines = [
        "if data.__class__ is not dict: require_object(data)",
        f"left = len(data) - {len(required)}",
        *lines,
        f"if left or not ({' and '.join(required)}): raise TypeError(data)",
        *creation,
        "return made",
    ]
    source = "def read(data, _kind=None):\n    " + "\n    ".join(lines)
    return cast("Hook", run_generated(source, cls, known, "read"))


def _quick_field(made: Converter, attribute: Any, special: Hook | None, known: dict[str, Any]) -> str:
    """Return the code that reads a field from ``data``, and leaves to the class what that checks anyway."""
    whole = f"data[{attribute.name!r}]"
    if not _may_be_absent(attribute.type):
        return _quick_item(made, attribute, attribute.type, special, known).format(whole)
    read = _quick_item(made, attribute, _stated(attribute.type), special, known).format("item")
    return f"read_absent(item) if (item := {whole}).__class__ is dict and 'absent' in item else {read}"


def _quick_item(made: Converter, attribute: Any, kind: Any, special: Hook | None, known: dict[str, Any]) -> str:
    """Return the code that reads a field that is not absent, with ``{}`` for its data."""
    repeated, converter = attribute.name in _REPEATED, attribute.converter
    if kind in (str, int):
        return f"{name_in(known, intern)}({{}})" if repeated else "{}"
    if isinstance(kind, type) and issubclass(kind, CodeList):
        return f"{name_in(known, {code.value: code for code in kind})}[{{}}]"
    read = special or made.get_structure_hook(kind)
    if converter not in (None, as_tuple):
        read = _converted(read, converter)
    return f"{name_in(known, scalars.kept_once(read) if repeated else read)}({{}})"


def _converted(read: Hook, converter: Callable[[Any], Any]) -> Hook:
    """Return a hook that also runs the converter of a field."""

    def read_converted(data: Any, _type: Any = None) -> Any:
        return converter(read(data, None))

    return read_converted


_REPEATED: Final = ("breakdown", "document", "indicator", "note", "place", "standard", "statuses")
"""Fields whose few values are repeated in many records; each value is kept in memory once."""


def _field_hooks(made: Converter, cls: type, special_hooks: dict[str, Hook]) -> dict[str, Hook]:
    """Return the hook of each field of a class, which also runs the validator of the field."""
    attrs.resolve_types(cls)
    hooks: dict[str, Hook] = {}
    for attribute in attrs.fields(cls):
        if attribute.init:
            hook = special_hooks.get(attribute.name) or made.get_structure_hook(attribute.type)
            hooks[attribute.name] = _validated(hook, attribute)
    return hooks


@cache
def field_hooks(cls: type) -> dict[str, Hook]:
    """Return the thorough hook of each field of a class, for objects that have only some of the fields."""
    if cls in scalars.FIELDS:
        return scalars.FIELDS[cls]
    made = converter(thorough=True)
    return _field_hooks(made, cls, _special_hooks(made, cls, thorough=True))


class _Unbuilt:
    """Placeholder that validators receive as the instance, which does not exist yet."""


def _validated(hook: Hook, attribute: Any) -> Hook:
    """Return a hook that also runs the converter and the validator of the field."""

    def read(data: Any, kind: Any) -> Any:
        value = hook(data, kind)
        converted = value if attribute.converter is None else attribute.converter(value)
        attribute.validator(_Unbuilt(), attribute, converted)
        return value

    return read


def _claim_hook(made: Converter) -> Hook:
    """Return a hook that reads a claim as the class that its field ``type`` names."""
    hooks = {name: (cls, made.get_structure_hook(cls)) for name, cls in scalars.CLAIM_TYPES.items()}

    def read(data: Any, _type: Any) -> Any:
        scalars.require_object(data)
        name = data.get("type")
        if name.__class__ is not str or name not in hooks:
            error = FieldError("unknown type of claim", got=name, expected=f"one of {', '.join(hooks)}")
            raise scalars.class_error([scalars.with_field_name(error, ChangeClaim, "type")], ChangeClaim)
        cls, hook = hooks[name]
        return hook({key: item for key, item in data.items() if key != "type"}, cls)

    return read
