"""Mark the records of a draft as partial, so that they may have gaps."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from aseansc.claims import ChangeClaim
from aseansc.drafts import RECORD_TYPES, fields_of
from aseansc.errors import AseanscError, FieldError
from aseansc.indicators import Breakdown
from aseansc.interchange._document.scalars import CHANGE_FORM, CLAIM_TYPES, Data
from aseansc.interchange._tables import Locate, Row, Rows
from aseansc.interchange._tables.cells import Unreadable
from aseansc.interchange._tables.columns import CONTEXT, ORIGIN, PROPOSED, Column, group_class, tables
from aseansc.interchange._tables.locations import cell_problem
from aseansc.interchange._tables.read_cells import read
from aseansc.interchange._tables.write_rows import field_shown, rows_shown
from aseansc.reviews import Review
from aseansc.values import Change


def mark_partial(data: Data, rows: Rows, locate: Locate) -> Iterator[AseanscError]:
    """Mark the records in the data of a draft, and the objects in them, as partial; yield the problems."""
    for table in RECORD_TYPES:
        if table != "units":
            for record, row in zip(data.get(table, ()), rows[table], strict=True):
                yield from _mark(record, table, row, locate)
    yield from _mark(data, "review", rows["review"][0] if rows["review"] else Row(0, {}), locate)


def _mark(record: Data, table: str, row: Row, locate: Locate) -> Iterator[AseanscError]:
    problems: list[AseanscError] = []
    origins = _pairs(row, ORIGIN, table, locate, problems)
    proposed = _pairs(row, PROPOSED, table, locate, problems)
    yield from problems
    cls = RECORD_TYPES.get(table, (Review,))[0]
    if table == "claims":
        kind = record.pop("type", None)
        cls = CLAIM_TYPES.get(kind if isinstance(kind, str) else "", ChangeClaim)
        yield from _claim_problems(kind, locate("claims", row.number, "type"))
    for breakdown in record.get("breakdowns", ()) if table == "indicators" else ():
        if breakdown.__class__ is dict:  # otherwise a key of the gap in place of all breakdowns
            breakdown["partial"] = Breakdown.__name__
    for name, part in record.items():
        if part.__class__ is dict and "gap" not in part and "absent" not in part and name != "extra":
            _mark_object(part, _class_of(part, cls, name, table), origins.get(name), of_review=cls is Review)
    if cls is not Review:
        record.update(_mark_of(cls, origins.get("record")))
    record.update(_context(row))
    record.update(_unchanged(proposed, record, row, table))


def _class_of(part: Data, cls: type, name: str, table: str) -> type | None:
    """Return the class of the object in a field; remove the form of a change, which its class says."""
    if part.get("form") == CHANGE_FORM and table != "claims":
        del part["form"]
        return Change
    return group_class(cls, name, part)


def _pairs(row: Row, column: Column, table: str, locate: Locate, problems: list[AseanscError]) -> Mapping[str, str]:
    """Return the names and words in a cell of the columns `ORIGIN` and `PROPOSED`; append the problem of the cell."""
    cell = row.cells.get(column.name)
    pairs: Mapping[str, str] | Unreadable = (read(cell, column) if isinstance(cell, str) else cell) or {}
    if isinstance(pairs, Unreadable):
        problems.append(cell_problem(pairs, locate(table, row.number, column.name)))
        return {}
    return pairs


def _context(row: Row) -> Data:
    context = row.cells.get(CONTEXT.name)
    return {"context": " ".join(context.split())} if isinstance(context, str) and context.strip() else {}


def _unchanged(proposed: Mapping[str, str], record: Data, row: Row, table: str) -> Data:
    """Return the names of the fields whose cells still have what was proposed."""
    if not proposed:
        return {}
    columns = tables()[table].columns
    cells = [(column, cell) for column in columns if isinstance(cell := row.cells.get(column.name, ""), str)]
    shown = {name: field_shown(name, cells) or rows_shown(record.get(name)) for name in proposed}
    names = [name for name, words in proposed.items() if words and shown[name] == words]
    return {"proposed": names} if names else {}


def _claim_problems(kind: object, where: str) -> Iterator[AseanscError]:
    if isinstance(kind, Unreadable):
        yield cell_problem(kind, where)
    elif not isinstance(kind, str) or kind not in CLAIM_TYPES:
        expected = f"one of {', '.join(CLAIM_TYPES)}"
        yield FieldError("unknown type of claim", where=where, got=kind, expected=expected)


def _mark_object(part: Data, cls: type | None, origin: str | None, *, of_review: bool) -> None:
    is_known = of_review and cls is not None and origin is None and _is_whole(part, cls)
    if cls is not None and not is_known:  # a complete object of the review itself is not marked
        part.update(_mark_of(cls, origin))


def _mark_of(cls: type, origin: str | None) -> Mapping[str, Any]:
    return {"partial": cls.__name__} if origin is None else {"partial": cls.__name__, "origin": origin}


def _is_whole(part: Data, cls: type) -> bool:
    needed = {name for name, needed in fields_of(cls).items() if needed}
    return needed <= set(part) and not any(item.__class__ is dict and "gap" in item for item in part.values())
