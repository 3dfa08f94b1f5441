"""How the figures of a draft are aggregated over their time, where that follows from the kind of their indicator."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any, Final

from aseansc.codelists import Absent
from aseansc.drafts._partials import PartialRecord
from aseansc.drafts._templates import unchecked
from aseansc.indicators import IndicatorKind
from aseansc.periods import AsOf, TimeCollection

FOLLOWING: Final = ("place", "time_collection", "time", "time_basis")
"""The required fields of figures that may be empty, because they follow from other fields or figures."""


def kinds_of(indicators: Iterable[Any]) -> Mapping[object, object]:
    """Return the kinds of indicators by their ids; a kind may be a gap."""
    pairs = (
        (item.get("id"), item.get("kind")) if isinstance(item, PartialRecord) else (item.id, item.kind)
        for item in indicators
    )
    return {ident: kind for ident, kind in pairs if isinstance(ident, str)}


def with_collection(record: Any, kinds: Mapping[object, object]) -> Any:
    """Return an observation or a target with the time collection that follows, unless it has one, or a gap of its own.

    While its time or the kind of its indicator is a gap, it has a stand-in, so that only the other field is asked.
    """
    if not isinstance(record, PartialRecord) or "time_collection" in record or "time" not in record:
        return record
    of = record.get("indicator")
    collection = _collection(record["time"], kinds[of]) if isinstance(of, str) and of in kinds else None
    if collection is None:
        return record
    return unchecked(record.record_type, {**record, "time_collection": collection}, record.origin)


def _collection(time: object, kind: object) -> object:
    if isinstance(time, Absent):
        return Absent.NOT_STATED
    if kind is IndicatorKind.FLOW:
        return None if isinstance(time, AsOf) else TimeCollection.TOTAL
    return TimeCollection.AT if isinstance(time, AsOf) else TimeCollection.END
