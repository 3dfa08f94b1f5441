"""The units of values of a draft that are those of their indicators, so that a unit is asked only once."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any, Final

from aseansc.drafts._match_figures import value_of
from aseansc.drafts._partials import NOT_GIVEN, Gap, PartialRecord
from aseansc.drafts._templates import unchecked
from aseansc.units import Unit, UnitKind
from aseansc.values import Change, Value

_LEVELS: Final = (Value, Change)
_RATES: Final = (UnitKind.SHARE, UnitKind.SHARE_POINT)


def units_of(indicators: Iterable[Any]) -> Mapping[str, object]:
    """Return the units of indicators by their ids; a unit may be a gap."""
    pairs = ((value_of(item, "id"), value_of(item, "unit")) for item in indicators)
    return {ident: NOT_GIVEN if unit is None else unit for ident, unit in pairs if isinstance(ident, str)}


def with_unit(record: Any, units: Mapping[str, object]) -> tuple[Any, bool]:
    """Return a figure whose value has the unit of its indicator, unless it has one, and whether that unit is asked.

    A change of a share does not follow: it may be in percent or in points.
    """
    value = record.get("value") if isinstance(record, PartialRecord) else None
    if not isinstance(value, PartialRecord) or value.record_type not in _LEVELS or "unit" in value:
        return record, False
    unit = units.get(str(record.get("indicator")))
    if not isinstance(unit, Unit | Gap) or (_is_rate(unit) and value.record_type is Change):
        return record, False
    whole = {**record, "value": value.with_fields({**value, "unit": unit})}
    return unchecked(record.record_type, whole, record.origin), isinstance(unit, Gap)


def _is_rate(unit: Unit | Gap) -> bool:
    return isinstance(unit, Unit) and unit.kind in _RATES
