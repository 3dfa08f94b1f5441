"""Join the rows of tables with the prose: the same name and unit is proposed as one indicator."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from attrs import evolve

from aseansc.drafts import PartialRecord
from aseansc.indicators import Breakdown
from aseansc.units import Unit
from aseansc.vietnamese.proposals import key_of


def same_indicators(prose: Iterable[Any], rows: Iterable[PartialRecord]) -> dict[str, str]:
    """Return the ids of indicators of rows, with those of the indicators of the prose that have their name and unit.

    An indicator of a row whose name or unit is a gap is not joined, and neither is one with another kind.

    Args:
        prose: the indicators of the prose.
        rows: the indicators of the rows of tables.
    """
    known = {key: indicator for indicator in prose if (key := _key(indicator)) is not None}
    found: dict[str, str] = {}
    for row in rows:
        key = _key(row)
        same = None if key is None else known.get(key)
        if same is not None and same.get("kind") == row.get("kind"):
            found[str(row["id"])] = str(same["id"])
    return found


def _key(indicator: Any) -> tuple[str, str] | None:
    name, unit = indicator.get("name"), indicator.get("unit")
    shown = name.get("vi") if isinstance(name, PartialRecord) else None
    return (key_of(shown), unit.code) if isinstance(shown, str) and isinstance(unit, Unit) else None


def joined(record: PartialRecord, same: dict[str, str]) -> PartialRecord:
    """Return a record that refers to indicators of the prose in place of those of rows."""
    fields = dict(record.items())
    old = fields.get("indicator")
    if old not in same:
        return record
    fields["indicator"] = same[str(old)]
    return record.with_fields(fields, proposed=(*record.proposed, "indicator"))


def with_parts(indicator: PartialRecord, same: dict[str, str], of_rows: Iterable[PartialRecord]) -> PartialRecord:
    """Return an indicator with the breakdowns of the rows that were joined with it.

    Args:
        indicator: an indicator of the prose, or of a row that was not joined.
        same: the ids of the indicators of rows that were joined, with those that they were joined with.
        of_rows: the indicators of rows that were joined.
    """
    found: list[Breakdown] = list(indicator.get("breakdowns", ()))  # type: ignore[call-overload]
    for row in of_rows:
        if same[str(row["id"])] == indicator["id"]:
            found += row.get("breakdowns", ())  # type: ignore[arg-type]
    parts = [evolve(each, parts=tuple(same.get(part, part) for part in each.parts)) for each in found]
    breakdowns = tuple(dict.fromkeys(parts))
    if breakdowns == tuple(indicator.get("breakdowns", ())):  # type: ignore[arg-type]
        return indicator
    proposed = dict.fromkeys((*indicator.proposed, "breakdowns"))
    return indicator.with_fields({**indicator, "breakdowns": breakdowns}, proposed=tuple(proposed))
