"""Slips that are planted in every record of a few drafts, and the doubts that they raise, as recorded.

A recorded doubt may be right or not; the lines show where a condition of a doubt changes. `test_doubts` says what is right.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice
from typing import Any, Final

import attrs

from aseansc import Period, TimeCollection, Value
from aseansc.drafts import Draft, PartialRecord
from aseansc.indicators import Direction, IndicatorKind
from aseansc.observations import Observation, Status
from aseansc.targets import Target
from aseansc.values import RelativeChange
from aseansc.vietnamese import doubtful_records, draft
from tests._recorded import require_recorded
from tests.vietnamese.test_neighbours import readings

_PARTS: Final = 8
"""Texts of one draft."""
_EVERY: Final = 41
"""One of so many texts is used."""
_FIELDS: Final[dict[str, tuple[object, ...]]] = {
    "time": (Period.year(2021), Period.parse("2016-01-01/P5Y"), Period.month(2018, 3)),
    "time_collection": (TimeCollection.END, TimeCollection.TOTAL, TimeCollection.AVERAGE),
    "statuses": ((), (Status.PLANNED,)),
    "breakdown": (("sex:male",),),
    "kind": tuple(IndicatorKind),
    "better": tuple(Direction),
}
"""Other values of each field."""
_BORROWED: Final = {"indicator": "id", "unit": "unit", "name": "name", "numerator": "id", "denominator": "id"}
"""Fields that take the value of a field of another indicator."""


def drafts() -> Iterator[Draft]:
    texts = iter([*readings()][::_EVERY])
    while part := list(islice(texts, _PARTS)):
        yield draft("\n".join(part), place="XX-MM", period=Period.year(2018))


def slips(found: Draft) -> Iterator[tuple[str, Draft]]:
    """Yield drafts in which one field of one record has another value, and what it is."""
    for table in ("observations", "targets", "claims", "indicators"):
        records: Any = getattr(found, table)
        for at, record in enumerate(records):
            for name, fields in changed(found, record, at):
                others = [*records[:at], record.with_fields(fields), *records[at + 1 :]]
                yield f"{table}[{at}].{name}", attrs.evolve(found, **{table: others})
            of = {"observations": Target, "targets": Observation}.get(table)
            if of is not None and not isinstance(record.get("value"), RelativeChange):
                to = "targets" if of is Target else "observations"
                known: Any = getattr(found, to)
                moved = PartialRecord(of, {**record}, context=record.context)
                left = [*records[:at], *records[at + 1 :]]
                yield f"{table}[{at}] in {to}", attrs.evolve(found, **{table: left, to: [*known, moved]})


def changed(found: Draft, record: Any, at: int) -> Iterator[tuple[str, dict[str, object]]]:
    """Yield the fields of a record with another value of one of them."""
    for field, values in _FIELDS.items():
        for value in values:
            if field in record and value != record[field]:
                yield f"{field} {value}", {**record, field: value}
    other: Any = found.indicators[(at + 1) % len(found.indicators)]
    for field, source in _BORROWED.items():
        if field in record and source in other:
            yield f"{field} {other['id']}", {**record, field: other[source]}
    if isinstance(record.get("value"), Value):
        yield "value", {**record, "value": Value(magnitude=record["value"].magnitude * 10, unit=record["value"].unit)}


def test_the_doubts_about_planted_slips_are_as_recorded() -> None:
    lines: list[str] = []
    for found in drafts():
        usual = set(map(shown, doubtful_records(found)))
        lines += sorted(usual)
        for slip, draft_with_slip in slips(found):
            raised = [one for one in map(shown, doubtful_records(draft_with_slip)) if one not in usual]
            lines += [f"{slip}: {', '.join(raised)}"] if raised else []
    require_recorded("slips.txt", lines)


def shown(doubt: Any) -> str:
    return f"{doubt.id} {doubt.code.value}"
