"""What may be doubtful in a draft or a review that is filled in."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, cast, final

from attrs import frozen

from aseansc.codelists import Absent, CodeList
from aseansc.drafts import PartialRecord
from aseansc.observations import Observation
from aseansc.targets import Target
from aseansc.texts import Text


@final
class DoubtCode(CodeList):
    """Why a figure that is filled in may be recorded wrongly.

    - ``goal_as_observation``: its sentence states a goal, or its time is after the period of the report, and it is an
      observation without the status planned.
    - ``span_of_change``: the change of several years, or of each year, is recorded as that of another time.
    - ``indicators_alike``: two indicators have the same unit and nearly the same name.
    - ``part_beside_whole``: the sentence calls it a part of the figure before it, and nothing in the review does.
    - ``unstated_average``: it is an average or an amount each year, and its sentence does not say so, or the other way
      round.
    - ``attainment_of_part``: a percent of a plan is said of a part after *trong đó*, and may be that of the whole.
    - ``plan_or_whole``: two numbers with a stroke between them; the second may be a plan or how many there are.
    - ``actual_as_target``: it is a target, and its words state neither a goal nor a plan.
    - ``other_indicator``: the words beside it name another indicator in the same unit.
    - ``other_category``: the words beside it name another category than its breakdown.
    - ``time_of_level``: a change, or a percent of a plan, has another time than the level that it is said of.
    - ``parts_above_whole``: parts that may overlap are together more than their whole.
    - ``kind_and_name``: the name of the indicator says stock and its kind is flow, or the other way round.
    - ``direction_and_name``: the name says that less is better, and the direction is up, or the other way round.
    - ``ratio_of_others``: a percent whose numerator has another unit than its denominator, or another subject than
      its name.
    - ``part_of_year``: the words name months or a quarter, and it is recorded for another time, such as the whole year.
    - ``assumed_time``: its time is assumed, and the words before it name another one, such as a season or a term.
    - ``other_value``: a change or a target of the indicator at the same time has another value.
    - ``same_figure``: another indicator has the same value, unit and time, so that both may be one figure said twice.
    - ``growth_of_rate``: a relative change is recorded as one of a rate of growth, and may be that growth itself.
    - ``change_from_plan``: a change is one from a plan, a mean or another place, and recorded as one from an earlier
      time.
    - ``unit_and_name``: the name of the indicator counts something else than its unit.
    - ``change_of_other``: a change or percent of a plan follows two figures, and may be said of the first.
    """

    GOAL_AS_OBSERVATION = "goal_as_observation"
    SPAN_OF_CHANGE = "span_of_change"
    INDICATORS_ALIKE = "indicators_alike"
    PART_BESIDE_WHOLE = "part_beside_whole"
    UNSTATED_AVERAGE = "unstated_average"
    ATTAINMENT_OF_PART = "attainment_of_part"
    PLAN_OR_WHOLE = "plan_or_whole"
    ACTUAL_AS_TARGET = "actual_as_target"
    OTHER_INDICATOR = "other_indicator"
    OTHER_CATEGORY = "other_category"
    TIME_OF_LEVEL = "time_of_level"
    PARTS_ABOVE_WHOLE = "parts_above_whole"
    KIND_AND_NAME = "kind_and_name"
    DIRECTION_AND_NAME = "direction_and_name"
    RATIO_OF_OTHERS = "ratio_of_others"
    PART_OF_YEAR = "part_of_year"
    ASSUMED_TIME = "assumed_time"
    OTHER_VALUE = "other_value"
    SAME_FIGURE = "same_figure"
    GROWTH_OF_RATE = "growth_of_rate"
    CHANGE_FROM_PLAN = "change_from_plan"
    UNIT_AND_NAME = "unit_and_name"
    CHANGE_OF_OTHER = "change_of_other"


@final
@frozen(kw_only=True)
class DoubtfulRecord:
    """A record that is filled in and still doubtful.

    Args:
        location: where it is in the review or draft, such as ``observations[3]``.
        id: its id.
        code: the kind of doubt.
        reason: what is doubtful, in English and Vietnamese.
        context: its sentence, with the figure in ``【】``; empty for an indicator.
    """

    location: str
    id: str
    code: DoubtCode
    reason: Text
    context: str


Reason = tuple[DoubtCode, str, str]
"""A code, and what is doubtful in English and Vietnamese."""


def record_type_of(record: Any) -> type:
    """Return the class of a record or of a partial record."""
    return record.record_type if isinstance(record, PartialRecord) else type(record)


def is_level(record: Any) -> bool:
    """Return whether a record or partial record is an observation or a target."""
    return record_type_of(record) in (Observation, Target)


def value_in(record: Any, name: str) -> object:
    """Return a field of a record or of a partial record; `None` if it is missing."""
    found = (
        cast("Mapping[str, object]", record).get(name)
        if isinstance(record, PartialRecord)
        else getattr(record, name, None)
    )
    return None if isinstance(found, Absent) else found


def vietnamese_in(name: object) -> str:
    """Return the Vietnamese of a text, or an empty string."""
    found = value_in(name, "vi")
    return found if isinstance(found, str) else ""
