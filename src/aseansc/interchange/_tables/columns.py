"""Derive the tables and columns of the tabular formats from the classes of the model.

A record is a row. A column is the path of a field in the record, such as ``value.unit``. A list of simple values is in
one cell; the breakdowns of indicators, which are records themselves, have a table of their own.
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

from aseansc._attrs import TEXT, Rule, rule_of
from aseansc.citations import Span
from aseansc.codelists import Absent, CodeList
from aseansc.drafts import RECORD_TYPES, fields_of
from aseansc.extras import Extra
from aseansc.indicators import Breakdown
from aseansc.interchange._document.json_schema import published_schema
from aseansc.interchange._document.scalars import CHANGE_FORM, CLAIM_TYPES, FIELDS
from aseansc.labels import label
from aseansc.reviews import Review
from aseansc.units import Unit
from aseansc.values import Change, Value

Path = tuple[str, ...]


class Form(Enum):
    """The form of the string in a cell."""

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

    __hash__ = object.__hash__  # quicker than that of Enum; forms are looked up for every cell


@frozen(kw_only=True)
class Column:
    """A column of a table.

    Args:
        name: the name in the header, such as ``value.unit``.
        path: the path of the field in the record.
        form: the form of the strings in its cells.
        required: whether every record must have a value.
        pattern: the pattern that each string must match; "" if any string is allowed.
        codes: the codes of its code list.
        meanings: those codes that have a label, each with its Vietnamese label.
        default: the meaning of an empty cell; "" if the field then has no value.
        absent: the allowed kinds of absence, of the field or of the group whose first column this is.
        absent_at: the path in the record at which an absence is stored.
        description: the meaning of the field.
    """

    name: str
    path: Path
    form: Form
    required: bool
    pattern: str = ""
    codes: tuple[str, ...] = ()
    meanings: tuple[tuple[str, str], ...] = ()
    default: str = ""
    absent: tuple[str, ...] = ()
    absent_at: Path = ()
    description: str = ""

    @property
    def is_figure(self) -> bool:
        """Whether the column holds the numbers of figures, which people compute with."""
        return self.form is Form.DECIMAL and self.path[-1] in ("magnitude", "upper", "lower")


@frozen(kw_only=True)
class Table:
    """A table: one kind of record.

    Args:
        name: the name of a list of the review, ``review`` for the review itself, ``breakdowns`` or ``long_texts``.
        columns: the columns in their order.
        refers: for each column with ids of records of a table, the name of that table.
    """

    name: str
    columns: tuple[Column, ...]
    refers: Mapping[str, str]

    def column(self, name: str) -> Column:
        """Return the column with this name."""
        return next(column for column in self.columns if column.name == name)


_REFERS: Final[Mapping[str, Mapping[str, str]]] = {
    "sections": {"broader": "sections"},
    "indicators": {"numerator": "indicators", "denominator": "indicators", "section": "sections"},
    "breakdowns": {"indicator": "indicators"},
    "observations": {"indicator": "indicators", "revises": "observations"},
    "targets": {"indicator": "indicators", "baseline": "observations", "revises": "targets"},
    "claims": {
        "revises": "claims",
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
    """Return the tables by name, in the order in which they are shown.

    Those of a draft also have the columns `PROPOSED` and `ORIGIN`, those with figures begin with `CONTEXT`, and those
    whose rows may belong to each other have `RECORD` after the id.
    """
    if draft:
        return {
            name: table if name == "units" else evolve(table, columns=_of_draft(table))
            for name, table in tables().items()
        }
    made = {"review": _table("review", (Review,))}
    for name, classes in RECORD_TYPES.items():
        made[name] = _table(name, classes)
        if name == "indicators":
            of = made[name].column("id")
            parts = _table("breakdowns", (Breakdown,))
            whole = evolve(
                of,
                name="indicator",
                path=("indicator",),
                description="id of the indicator that is broken down into the parts.",
            )
            made["breakdowns"] = evolve(parts, columns=(whole, *parts.columns))
    return made


def _of_draft(table: Table) -> tuple[Column, ...]:
    """Return the columns of a table of a draft."""
    ident, *fields = table.columns
    before = [CONTEXT] * (table.name in _IN_CONTEXT)
    return (*before, ident, *[RECORD] * (table.name in RECORD_TABLES.values()), *fields, PROPOSED, ORIGIN)


ORIGIN: Final = Column(
    name="origin",
    path=("origin",),
    form=Form.TRANSLATIONS,
    required=False,
    description="in a draft: the source of the record and of its fields, by field name.",
)
"""The last column of every table of a draft, except units."""

CONTEXT: Final = Column(
    name="context",
    path=("context",),
    form=Form.TEXT,
    required=False,
    description="in a draft: the words around the figure, which is in 【】. Only to read.",
)
"""The first column of the tables of a draft that have figures."""

PROPOSED: Final = Column(
    name="proposed",
    path=("proposed",),
    form=Form.TRANSLATIONS,
    required=False,
    description="in a draft: what the program proposes, by field name. Change the cells of the fields, not this one.",
)
"""The column that states which cells are proposals: those that still have the content that is given here."""

RECORD_TABLES: Final[Mapping[str, str]] = {"observation": "observations", "target": "targets", "claim": "claims"}
"""The tables of the codes of `RECORD`."""

RECORD: Final = Column(
    name="record",
    path=("record",),
    form=Form.CODE,
    required=False,
    codes=tuple(RECORD_TABLES),
    meanings=(
        ("observation", "số liệu thực hiện"),
        ("target", "mục tiêu, kế hoạch"),
        ("claim", "thay đổi, tỷ lệ"),
    ),
    description="in a draft: whether the figure was observed, is planned, or is a claim. Choose one to move the row.",
)
"""The column of the figures that states which of them a row is; an empty cell means that of its sheet."""

_IN_CONTEXT: Final = frozenset({"indicators", "observations", "targets", "claims", "mentions"})

LONG: Final = Table(
    name=LONG_TEXTS,
    columns=(
        Column(
            name="text",
            path=("text",),
            form=Form.INT,
            required=True,
            description="the number after the arrow in the cell.",
        ),
        Column(
            name="part", path=("part",), form=Form.INT, required=True, description="the number of the part, from 1."
        ),
        Column(name="words", path=("words",), form=Form.TEXT, required=True, description="the characters of the part."),
    ),
    refers={},
)
"""The table of strings that are too long for a cell, in parts."""


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
                description="the type of the claim: a change, an attainment of a plan, or a share of a whole.",
            ),
            *columns,
        )
    refers = dict(_REFERS.get(name, {}))
    refers.update((column.name, "documents") for column in columns if column.name == "citation.document")
    return Table(name=name, columns=columns, refers=refers)


def _columns(cls: type, path: Path = (), *, required: bool = True) -> Iterator[Column]:
    """Yield the columns of the fields of a class."""
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
    """Return the description of each field of each class from the published JSON Schema.

    The docstrings have the same descriptions, but ``python -OO`` removes them, and equal reviews must give equal bytes.
    """
    published = plain_json.loads(published_schema())
    return {
        name: {field: schema.get("description", "") for field, schema in definition["properties"].items()}
        for name, definition in {"Review": published, **published["$defs"]}.items()
        if "properties" in definition
    }


def _field(attribute: Any, path: Path, required: bool, described: str, default: str) -> Iterator[Column]:
    rule = rule_of(attribute.validator)
    members = _members(attribute.type)
    ways = tuple(way.value for way in rule.absent)
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
            return  # a list of records has a table of its own
        else:
            groups.append(_group(member, path, required, described))
    if {Value, Change} <= set(members):
        groups.append(
            (
                Column(
                    name=f"{column.name}.form",
                    path=(*path, "form"),
                    form=Form.CODE,
                    required=False,
                    codes=(CHANGE_FORM,),
                    description="change if it is a change and not a value; empty for a value.",
                ),
            )
        )
    merged = _merged(groups)
    if ways and merged[0].path != path:  # the first column of the group holds the absence
        merged = (evolve(merged[0], absent=ways, absent_at=path, default=default), *merged[1:])
    yield from merged


def _group(cls: type, path: Path, required: bool, described: str) -> tuple[Column, ...]:
    """Return the columns of an object in a field; each description also has that of the field itself."""
    columns = tuple(_columns(cls, path, required=required))
    return tuple(
        evolve(column, description=f"{described} {column.name.removeprefix(f'{path[-1]}.')}: {column.description}")
        if column.description
        else evolve(column, description=described)
        for column in columns
    )


_OF_SEVERAL: Final = {Form.TEXT: "text", Form.INT: "number"}


def _leaf(column: Column, kind: Any, form: Form, rule: Rule, *, several: bool) -> Column:
    code_list = _code_list(kind)
    codes = tuple(code.value for code in code_list) if code_list is not None else ()
    meanings = tuple((code.value, _meaning(code)) for code in code_list or ())
    name = f"{column.name}.{_OF_SEVERAL[form]}" if several else column.name
    pattern = "" if rule.pattern == TEXT else rule.pattern
    return evolve(column, name=name, form=form, codes=codes, meanings=meanings, pattern=pattern)


def _meaning(code: CodeList) -> str:
    """Return the Vietnamese label of a code, of any period if it is that of an average."""
    return label(code, "vi").replace("{per}", "kỳ")


def _merged(groups: Iterable[tuple[Column, ...]]) -> tuple[Column, ...]:
    """Merge the columns of several classes in one table; a column is required only if all of the classes require it."""
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
                    meanings=tuple(dict((*known.meanings, *column.meanings)).items()),
                )
            found[column.name] = column
    counts = Counter(column.name for columns in listed for column in columns)
    return tuple(
        column if counts[column.name] == len(listed) else evolve(column, required=False) for column in found.values()
    )


def _members(kind: Any) -> tuple[Any, ...]:
    """Return the types of a field other than `Absent` and None."""
    if get_origin(kind) in (Union, UnionType):
        return tuple(member for member in get_args(kind) if member not in (Absent, type(None)))
    return (kind,)


def group_class(cls: type, name: str, found: Iterable[str]) -> type | None:
    """Return the class of the object in a field, chosen by the names of its known fields; None for other fields."""
    if name not in attrs.fields_dict(cls):
        return None  # a column of another class of the table; the converter reports it
    kinds = [kind for kind in _members(attrs.fields_dict(cls)[name].type) if _form(kind) is None]
    members: list[type] = [kind for kind in kinds if isinstance(kind, type)]
    known = {key for key in found if key not in ("partial", "origin")}
    fitting = [kind for kind in members if known <= set(fields_of(kind))]
    if "form" not in known:  # then prefer a class without this field
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
    """Return the form of the cells of a type; None for an object or a list of records."""
    found = _FORMS.get(kind)
    if found is None and _code_list(kind):
        return Form.CODE if isinstance(kind, type) else Form.LIST
    return found


def _code_list(kind: Any) -> type[CodeList] | None:
    inner = get_args(kind)[0] if get_origin(kind) is tuple else kind
    return inner if isinstance(inner, type) and issubclass(inner, CodeList) else None


_ABSENCE: Final = re.compile(r"Absent\.([A-Z_]+)")


def _plain(words: str) -> str:
    """Return a description with the absences as they are written in a cell."""
    return _ABSENCE.sub(lambda match: match[1].lower(), words)


def _default(default: Any) -> str:
    """Return the meaning of an empty cell for a default."""
    return str(default.value) if isinstance(default, CodeList) else default if isinstance(default, str) else ""
