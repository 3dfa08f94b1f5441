"""Drafts: a review with gaps, on its way from another system's file or from prose to a `Review`.

What is known is typed already; what is not is a `Gap` that says why. A record with gaps is a `PartialRecord`, and so is
a statement inside it: "60.000" of a unit that nobody names is a value of which the unit is to be filled in.
`Draft.finish` gives the review, or every gap and every problem with its place.

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
from aseansc.drafts._partials import PARTIAL_TYPES, Gap, PartialRecord, fields_of

__all__ = ["PARTIAL_TYPES", "RECORD_TYPES", "Draft", "Gap", "PartialRecord", "fields_of"]
