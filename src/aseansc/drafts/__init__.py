"""Drafts: incomplete reviews, for example read from the file of another system or from prose.

A `Gap` takes the place of a missing value and gives the reason why it is missing. A record with gaps is a
`PartialRecord`; values inside a record can be partial, too, such as 60.000 without a known unit. `Draft.finish` returns
the completed `Review`, or reports every gap and every problem with its location.

>>> from aseansc import Observation, Period, Text, Value
>>> from aseansc.drafts import Draft, Gap, PartialRecord
>>> from aseansc.units import household
>>> why = Gap(reason=Text(en="the file gives no unit", vi="tệp không cho đơn vị"))
>>> value = PartialRecord(Value, {"magnitude": "60000", "qualifier": "over", "unit": why}, origin="line 12")
>>> draft = Draft(id="huyen-a", title=Text(en="A review"), period=Period.year(2018), observations=[
...     PartialRecord(Observation, {"id": "supported.2018", "value": value})])
>>> [where for where, _ in draft.gaps][:3]
['programme', 'place', 'observations[0].indicator']
>>> filled = draft.fill("observations[0].value.unit", household)
>>> filled.observations[0]["value"]["unit"]
Unit.parse('household')
>>> [where for where, _ in filled.gaps if "value" in where]
[]
"""

from aseansc.drafts._draft import RECORD_TYPES, Draft
from aseansc.drafts._ids import Numbered
from aseansc.drafts._known import Known
from aseansc.drafts._partials import NOT_GIVEN, PARTIAL_TYPES, Gap, PartialRecord, fields_of
from aseansc.drafts._taken_times import TakenTime
from aseansc.drafts._templates import Template, unchecked
from aseansc.drafts._update import Update, updated

__all__ = [
    "NOT_GIVEN",
    "PARTIAL_TYPES",
    "RECORD_TYPES",
    "Draft",
    "Gap",
    "Known",
    "Numbered",
    "PartialRecord",
    "TakenTime",
    "Template",
    "Update",
    "fields_of",
    "unchecked",
    "updated",
]
