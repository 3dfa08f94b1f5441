"""Join the rows of tables with the prose: the same name and unit is proposed as one indicator."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import cast

from attrs import evolve

from aseansc.drafts import PartialRecord
from aseansc.indicators import Breakdown
from aseansc.units import Unit
from aseansc.vietnamese.proposals import key_of


def same_indicators(prose: Iterable[object], rows: Iterable[PartialRecord]) -> dict[str, str]:
    """Return the ids of indicators of rows, with those of the indicators of the prose that have their name and unit.

    An indicator of a row whose name or unit is a gap is not joined, and neither is one with another kind.

    Args:
        prose: the indicators of the prose.
        rows: the indicators of the rows of tables.
    """
    partial = [each for each in prose if isinstance(each, PartialRecord)]
    known = {key: indicator for indicator in partial if (key := _key(indicator)) is not None}
    found: dict[str, str] = {}
    for row in rows:
        key = _key(row)
        same = None if key is None else known.get(key)
        if same is not None and same.get("kind") == row.get("kind"):
            found[str(row["id"])] = str(same["id"])
    return found


def _key(indicator: PartialRecord) -> tuple[str, str] | None:
    name, unit = indicator.get("name"), indicator.get("unit")
    shown = name.get("vi") if isinstance(name, PartialRecord) else None
    return (key_of(shown), unit.code) if isinstance(shown, str) and isinstance(unit, Unit) else None


def joined(record: PartialRecord, same: Mapping[str, str]) -> PartialRecord:
    """Return a record that refers to indicators of the prose in place of those of rows."""
    old = str(record.get("indicator"))
    if old not in same:
        return record
    fields: dict[str, object] = {**record, "indicator": same[old]}
    return record.with_fields(fields, proposed=(*record.proposed, "indicator"))


def with_parts(indicator: PartialRecord, same: Mapping[str, str], of_rows: Iterable[PartialRecord]) -> PartialRecord:
    """Return an indicator with the breakdowns of the rows that were joined with it.

    A breakdown is left out if two of its parts, or a part and the whole, were joined with one indicator.

    Args:
        indicator: an indicator of the prose, or of a row that was not joined.
        same: the ids of the indicators of rows that were joined, with those that they were joined with.
        of_rows: the indicators of the rows that were joined with it.
    """
    before = _breakdowns(indicator)
    after: dict[Breakdown, None] = {}
    for each in (*before, *(each for row in of_rows for each in _breakdowns(row))):
        parts = [same.get(part, part) for part in each.parts]
        if len({*parts, str(indicator["id"])}) == len(parts) + 1:
            after[evolve(each, parts=tuple(parts))] = None
    if tuple(after) == before:
        return indicator
    fields: dict[str, object] = {**indicator, "breakdowns": tuple(after)}
    return indicator.with_fields(fields, proposed=tuple(dict.fromkeys((*indicator.proposed, "breakdowns"))))


def _breakdowns(indicator: PartialRecord) -> tuple[Breakdown, ...]:
    found = indicator.get("breakdowns")
    return cast("tuple[Breakdown, ...]", found) if isinstance(found, tuple) else ()
