"""The tables that a review is laid out in, for the formats that have rows and columns; derived from the classes.

A record is a row. A column is a place in the record: ``value.unit``. Lists of small things stand in one cell; the
breakdowns of indicators, which are records themselves, have a table of their own.
"""

from __future__ import annotations

import datetime as dt
import json as plain_json
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from decimal import Decimal
from enum import Enum
from functools import cache
from types import UnionType
from typing import Any, Final, Union, get_args, get_origin

import attrs
from attrs import evolve, frozen

from aseansc._attrs import TEXT, rule_of
from aseansc.citations import Span
from aseansc.codelists import Absent, CodeList
from aseansc.drafts import RECORD_TYPES, fields_of
from aseansc.extras import Extra
from aseansc.indicators import Breakdown
from aseansc.interchange import json
from aseansc.interchange._converter import CLAIM_TYPES
from aseansc.interchange._scalars import FIELDS
from aseansc.reviews import Review
from aseansc.units import Unit

Path = tuple[str, ...]


class Form(Enum):
    """What the text of a cell is."""

    TEXT = "text"
    DECIMAL = "decimal"
    INT = "int"
    BOOL = "bool"
    DAY = "day"
    CODE = "code"
    UNIT = "unit"
    LIST = "list"
    SPANS = "spans"
    TRANSLATIONS = "translations"
    JSON = "json"


@frozen(kw_only=True)
class Column:
    """A column of a table.

    Args:
        name: what stands at its head: ``value.unit``.
        path: where its cells go in the record.
        form: what the text of its cells is.
        required: whether every record has it.
        pattern: what each text of it must match; "" for any text.
        codes: the codes of its code list.
        default: what an empty cell says; "" where that is nothing.
        absent: the ways in which it, or the group that it is the first of, may be absent.
        absent_at: where an absence goes in the record.
        description: what it means.
    """

    name: str
    path: Path
    form: Form
    required: bool
    pattern: str = ""
    codes: tuple[str, ...] = ()
    default: str = ""
    absent: tuple[str, ...] = ()
    absent_at: Path = ()
    description: str = ""

    @property
    def is_figure(self) -> bool:
        """Whether it holds numbers that people reckon with."""
        return self.form is Form.DECIMAL and self.path[-1] in ("magnitude", "upper", "lower")


@frozen(kw_only=True)
class Table:
    """A table: one kind of record.

    Args:
        name: of the list of the review that it holds, or of what it holds beside.
        columns: in their order.
        refers: the columns that name a record of another table.
    """

    name: str
    columns: tuple[Column, ...]
    refers: Mapping[str, str]

    def column(self, name: str) -> Column:
        """The column with this name."""
        return next(column for column in self.columns if column.name == name)


_REFERS: Final[Mapping[str, Mapping[str, str]]] = {
    "sections": {"broader": "sections"},
    "indicators": {"numerator": "indicators", "denominator": "indicators", "section": "sections"},
    "breakdowns": {"indicator": "indicators"},
    "observations": {"indicator": "indicators"},
    "targets": {"indicator": "indicators", "baseline": "observations"},
    "claims": {
        "indicator": "indicators",
        "start": "observations",
        "end": "observations",
        "actual": "observations",
        "target": "targets",
        "part": "observations",
        "whole": "indicators",
    },
    "findings": {"indicator": "indicators", "document": "documents", "section": "sections"},
}

LONG_TEXTS: Final = "long_texts"


@cache
def tables(*, draft: bool = False) -> Mapping[str, Table]:
    """Every table by its name, in the order in which they are shown; those of a draft say where things were found."""
    if draft:
        return {
            name: table if name == "units" else evolve(table, columns=(*table.columns, ORIGIN))
            for name, table in tables().items()
        }
    made = {"review": _table("review", (Review,))}
    for name, classes in RECORD_TYPES.items():
        made[name] = _table(name, classes)
        if name == "indicators":
            of = made[name].column("id")
            parts = _table("breakdowns", (Breakdown,))
            whole = evolve(
                of, name="indicator", path=("indicator",), description="id of the whole, which falls into the parts."
            )
            made["breakdowns"] = evolve(parts, columns=(whole, *parts.columns))
    return made


ORIGIN: Final = Column(
    name="origin",
    path=("origin",),
    form=Form.TRANSLATIONS,
    required=False,
    description="of a draft: where the record was found, and parts of it, by the names of their fields.",
)
"""Of drafts, a last column of every record."""

LONG: Final = Table(
    name=LONG_TEXTS,
    columns=(
        Column(name="text", path=("text",), form=Form.INT, required=True, description="the number after the arrow."),
        Column(name="part", path=("part",), form=Form.INT, required=True, description="which part of it, from 1."),
        Column(name="words", path=("words",), form=Form.TEXT, required=True, description="the words of this part."),
    ),
    refers={},
)
"""Texts that no cell holds, in parts."""


def _table(name: str, classes: tuple[type, ...]) -> Table:
    columns = _merged([tuple(_columns(cls)) for cls in classes])
    if name == "claims":
        columns = (
            Column(
                name="type",
                path=("type",),
                form=Form.CODE,
                required=True,
                codes=tuple(CLAIM_TYPES),
                description="what it claims: a change, an attainment of a plan, or a share of a whole.",
            ),
            *columns,
        )
    refers = dict(_REFERS.get(name, {}))
    refers.update((column.name, "documents") for column in columns if column.name == "citation.document")
    return Table(name=name, columns=columns, refers=refers)


def _columns(cls: type, path: Path = (), *, required: bool = True) -> Iterator[Column]:
    """The columns of a class's fields."""
    attrs.resolve_types(cls)
    special = FIELDS.get(cls)
    described = _described().get(cls.__name__, {})
    for attribute in attrs.fields(cls):
        name: str = attribute.name
        if special is None and (not attribute.init or (cls is Unit and name == "parts")):
            continue
        needed = name in special.required if special is not None else attribute.default is attrs.NOTHING
        default = "" if needed else _default(attribute.default)
        yield from _field(attribute, (*path, name), required and needed, _plain(described.get(name, "")), default)


@cache
def _described() -> Mapping[str, Mapping[str, str]]:
    """Return what each field of each class means, as the published JSON Schema describes it.

    Not from the docstrings, which ``python -OO`` leaves out: equal reviews give equal bytes however Python runs.
    """
    published = plain_json.loads(json.schema())
    return {
        name: {field: schema.get("description", "") for field, schema in definition["properties"].items()}
        for name, definition in {"Review": published, **published["$defs"]}.items()
        if "properties" in definition
    }


def _field(attribute: Any, path: Path, required: bool, described: str, default: str) -> Iterator[Column]:
    rule = rule_of(attribute.validator)
    members = _members(attribute.type)
    ways = tuple(way.value for way in rule.get("absent", ()))
    column = Column(
        name=".".join(path),
        path=path,
        form=Form.TEXT,
        required=required,
        description=described,
        absent=ways,
        absent_at=path,
        default=default,
    )
    groups: list[tuple[Column, ...]] = []
    several = len(members) > 1
    for member in members:
        form = _form(member)
        if form is not None:
            groups.append((_leaf(column, member, form, rule, several=several),))
        elif get_origin(member) is tuple:
            return  # a list of records is a table of its own
        else:
            groups.append(_group(member, path, required, described))
    merged = _merged(groups)
    if ways and merged[0].path != path:  # the first column of the group says that it is absent
        merged = (evolve(merged[0], absent=ways, absent_at=path, default=default), *merged[1:])
    yield from merged


def _group(cls: type, path: Path, required: bool, described: str) -> tuple[Column, ...]:
    """The columns of an object in a field; each says what the field is and what the object's own field is."""
    columns = tuple(_columns(cls, path, required=required))
    if not described:
        return columns
    return tuple(
        evolve(column, description=f"{described} {column.name.removeprefix(f'{path[-1]}.')}: {column.description}")
        if column.description
        else evolve(column, description=described)
        for column in columns
    )


_OF_SEVERAL: Final = {Form.TEXT: "text", Form.INT: "number"}


def _leaf(column: Column, kind: Any, form: Form, rule: Mapping[str, Any], *, several: bool) -> Column:
    pattern = rule.get("pattern", "")
    code_list = _code_list(kind)
    codes = tuple(code.value for code in code_list) if code_list is not None else ()
    name = f"{column.name}.{_OF_SEVERAL[form]}" if several else column.name
    return evolve(column, name=name, form=form, codes=codes, pattern="" if pattern == TEXT.pattern else pattern)


def _merged(groups: Iterable[tuple[Column, ...]]) -> tuple[Column, ...]:
    """The columns of several classes that stand in one table; what not all of them need is not required."""
    listed = list(groups)
    found: dict[str, Column] = {}
    for columns in listed:
        for column in columns:
            known = found.get(column.name)
            if known is not None:
                column = evolve(
                    known,
                    required=known.required and column.required,
                    codes=tuple(dict.fromkeys((*known.codes, *column.codes))),
                )
            found[column.name] = column
    counts = Counter(column.name for columns in listed for column in columns)
    return tuple(
        column if counts[column.name] == len(listed) else evolve(column, required=False) for column in found.values()
    )


def _members(kind: Any) -> tuple[Any, ...]:
    """What a field may hold, absences apart."""
    if get_origin(kind) in (Union, UnionType):
        return tuple(member for member in get_args(kind) if member not in (Absent, type(None)))
    return (kind,)


def group_class(cls: type, name: str, found: Iterable[str]) -> type | None:
    """The class of the object in a field, by the names of what is known of it; None where it holds no object."""
    kinds = [kind for kind in _members(attrs.fields_dict(cls)[name].type) if _form(kind) is None]
    members: list[type] = [kind for kind in kinds if isinstance(kind, type)]
    telling = {key for key in found if key not in ("partial", "origin")}
    fitting = [kind for kind in members if telling <= set(fields_of(kind))]
    if "form" not in telling:  # what may have one and has none is the other
        fitting = [kind for kind in fitting if "form" not in fields_of(kind)] or fitting
    return next(iter([*fitting, *members]), None)


_FORMS: Final[Mapping[Any, Form]] = {
    str: Form.TEXT,
    Decimal: Form.DECIMAL,
    int: Form.INT,
    bool: Form.BOOL,
    dt.date: Form.DAY,
    Unit: Form.UNIT,
    Extra: Form.JSON,
    tuple[str, ...]: Form.LIST,
    tuple[Span, ...]: Form.SPANS,
    tuple[tuple[str, str], ...]: Form.TRANSLATIONS,
}


def _form(kind: Any) -> Form | None:
    """What a cell of this type is; None for an object, or a list of records."""
    found = _FORMS.get(kind)
    if found is None and _code_list(kind):
        return Form.CODE if isinstance(kind, type) else Form.LIST
    return found


def _code_list(kind: Any) -> type[CodeList] | None:
    inner = get_args(kind)[0] if get_origin(kind) is tuple else kind
    return inner if isinstance(inner, type) and issubclass(inner, CodeList) else None


_ABSENCE: Final = re.compile(r"Absent\.([A-Z_]+)")


def _plain(words: str) -> str:
    """What a docstring says, with absences as they stand in a cell."""
    return _ABSENCE.sub(lambda match: match[1].lower(), words)


def _default(default: Any) -> str:
    """What an empty cell says."""
    return str(default.value) if isinstance(default, CodeList) else default if isinstance(default, str) else ""
