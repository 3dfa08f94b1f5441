"""The codes of an audit: checks, verdicts, natures, assumptions, readings and what is missing."""

from __future__ import annotations

from typing import final

from aseansc.codelists import CodeList


@final
class Verdict(CodeList):
    """The answer to a check.

    - ``consistent``: the figures can all be true.
    - ``contradicted``: as printed, the figures cannot all be true, without any assumption.
    - ``conditional``: the figures cannot all be true if `Check.assumption` holds.
    - ``undetermined``: a figure is missing or too vague; `Check.implied` has what the other figures imply, if anything.
    """

    CONSISTENT = "consistent"
    CONTRADICTED = "contradicted"
    CONDITIONAL = "conditional"
    UNDETERMINED = "undetermined"


@final
class Nature(CodeList):
    """What kind of error explains a contradiction.

    - ``arithmetic``: no known reading of the figures agrees.
    - ``wording``: the figures agree in another usual reading, which is `Check.alternative`: percent said for points.
    - ``rounding``: the figures agree if one of them was cut after its last digit, or if its last zero is not exact. A
      count with all its digits was not cut.
    """

    ARITHMETIC = "arithmetic"
    WORDING = "wording"
    ROUNDING = "rounding"


@final
class FindingGroup(CodeList):
    """The part of the first screen of an audit in which a finding is shown.

    - ``arithmetic``: no known reading of the figures agrees.
    - ``to_ask``: the figures agree or not depending on what the authors answer.
    - ``wording``: the figures agree in another usual reading, or with all their digits.
    - ``not_stated``: a figure is not stated, or a plan has no number. Other figures may limit it.
    """

    ARITHMETIC = "arithmetic"
    TO_ASK = "to_ask"
    WORDING = "wording"
    NOT_STATED = "not_stated"


@final
class CheckCode(CodeList):
    """The code of a check. Codes are stable; the page "Audit checks" explains each."""

    PARTS_SUM = "parts-sum"
    PARTS_WITHIN = "parts-within"
    PARTS_COVER = "parts-cover"
    CATEGORY_WITHIN = "category-within"
    CATEGORY_SUM = "category-sum"
    PLACE_SUM = "place-sum"
    SHARES_SUM = "shares-sum"
    SHARES_WITHIN = "shares-within"
    RATE_RATIO = "rate-ratio"
    RATE_SUBGROUP = "rate-subgroup"
    RATE_DENOMINATORS = "rate-denominators"
    RATE_BETWEEN = "rate-between"
    RATE_COUNT = "rate-count"
    RANK_WITHIN = "rank-within"
    CHANGE_LEVELS = "change-levels"
    CHANGE_BOUNDS = "change-bounds"
    CHANGE_CHAIN = "change-chain"
    CHANGE_WORDS = "change-words"
    PLAN_ATTAINMENT = "plan-attainment"
    PLAN_WAYS = "plan-ways"
    PLAN_PARTS = "plan-parts"
    PLAN_ACTUAL = "plan-actual"
    FLOW_AVERAGE = "flow-average"
    FLOW_EACH = "flow-each"
    FLOW_SPANS = "flow-spans"
    FLOW_TO_DATE = "flow-to-date"
    STOCK_FLOWS = "stock-flows"
    STOCK_EACH = "stock-each"
    SHARE_CLAIM = "share-claim"
    SHARE_UNIT = "share-unit"
    SHARE_BOUNDS = "share-bounds"
    RESTATEMENT = "restatement"
    LIST_COUNT = "list-count"
    DURATION_PERIOD = "duration-period"
    ESTIMATE_OVER = "estimate-over"
    TIME_OUTSIDE = "time-outside"
    TIME_AHEAD = "time-ahead"
    DOCUMENT_DATES = "document-dates"
    JOINT_BOUNDS = "joint-bounds"


@final
class AssumptionKind(CodeList):
    """The kind of an `Assumption`.

    A conditional verdict has two assumptions. The figures cannot all be true under the first (`Check.assumption`), and
    they agree under the second, which excludes the first (`Check.consistent_if`). The pairs are:

    - ``same_time``: a figure without a printed time is for the time that the review assumes.
      ``other_time``: it is for another time. ``fewer_years`` instead of ``other_time``: a total covers fewer years.
    - ``document_date``: the report was written on the date given in the document.
      ``written_before``: it was written earlier, not after the last day of the time for which it gives estimates.
      ``written_later``: it was written later, not before the end of the time for which it gives results.
    - ``review_period``: the figure is for the period of the review.
      ``comparison``: it is for another period and given for comparison, or its time is a misprint.
    - ``same_span``: a duration and the period printed after it refer to the same time.
      ``other_span``: they refer to different times.
    - ``counted_once``: nothing is counted in more than one of the periods.
      ``counted_again``: some items are counted in several periods, such as a household that gets support in two years.
    - ``same_prices``: a percentage is calculated from the printed amounts, without conversion to constant prices.
      ``other_prices``: it is calculated from amounts in constant prices, which are not printed.
    - ``same_basis``: a figure without a stated standard, or without stated prices, has those of the other figures.
      ``other_basis``: it has others.
    - ``level_denominator``: the denominator of a rate is the printed level.
      ``average_denominator``: it is the average over the period, which is not printed.
    - ``one_category``: everything that is counted is in exactly one of the stated categories.
      ``other_categories``: some is in none of them, such as not recorded, or in two, such as after a move.
    - ``places_add``: everything that is counted for the larger place is in exactly one of the smaller places.
      ``places_differ``: some is in two of them, or in none, such as a hospital that the province runs.
    - ``all_counted``: a percentage is that of a complete count, without weights.
      ``weighted``: it is estimated from a sample, or its whole is not exactly the stated one.
    - ``nothing_removed``: what was counted once is still counted later.
      ``removed``: some was removed or corrected.
    - ``all_flows``: the stock changes by the stated flows alone.
      ``other_flows``: it also changes in other ways, such as by a new count or another standard.
    - ``year_end``: the stock of each year is that at its end.
      ``other_day``: it is that on another day, or an average.
    - ``same_series``: changes and findings are about the same thing, over the time of the figures.
      ``other_series``: one is about a part of it, or another time.
    - ``same_document``: both dates are of one document.
      ``other_document``: they are of two documents with the same number.
    - ``same_structure``: indicators are calculated from one another as the review declares.
      ``other_structure``: a rate has another numerator or denominator, or there are more parts.
    - ``no_sampling_error``: the figures of a survey are free of sampling error.
      ``sampling_error``: they differ from the truth by no more than the stated sampling error.
    """

    SAME_TIME = "same_time"
    OTHER_TIME = "other_time"
    FEWER_YEARS = "fewer_years"
    DOCUMENT_DATE = "document_date"
    WRITTEN_BEFORE = "written_before"
    REVIEW_PERIOD = "review_period"
    COMPARISON = "comparison"
    SAME_SPAN = "same_span"
    OTHER_SPAN = "other_span"
    COUNTED_ONCE = "counted_once"
    COUNTED_AGAIN = "counted_again"
    SAME_PRICES = "same_prices"
    OTHER_PRICES = "other_prices"
    SAME_BASIS = "same_basis"
    OTHER_BASIS = "other_basis"
    LEVEL_DENOMINATOR = "level_denominator"
    AVERAGE_DENOMINATOR = "average_denominator"
    WRITTEN_LATER = "written_later"
    ONE_CATEGORY = "one_category"
    OTHER_CATEGORIES = "other_categories"
    PLACES_ADD = "places_add"
    PLACES_DIFFER = "places_differ"
    ALL_COUNTED = "all_counted"
    WEIGHTED = "weighted"
    NOTHING_REMOVED = "nothing_removed"
    REMOVED = "removed"
    ALL_FLOWS = "all_flows"
    OTHER_FLOWS = "other_flows"
    YEAR_END = "year_end"
    OTHER_DAY = "other_day"
    SAME_SERIES = "same_series"
    OTHER_SERIES = "other_series"
    SAME_DOCUMENT = "same_document"
    OTHER_DOCUMENT = "other_document"
    SAME_STRUCTURE = "same_structure"
    OTHER_STRUCTURE = "other_structure"
    NO_SAMPLING_ERROR = "no_sampling_error"
    SAMPLING_ERROR = "sampling_error"


@final
class ReadingKind(CodeList):
    """The kind of a `Reading`.

    - ``points``: percentage points, where percent is printed.
    - ``percent``: percent of the earlier level, where percentage points are printed.
    - ``in_all``: the change over the whole period, where a change per year is printed.
    - ``per_year``: a change per year, where no *per year* is printed.
    - ``opposite``: a change in the opposite direction.
    - ``of_plan``, ``over_plan``, ``under_plan``: a percentage of the plan, above it or below it, where another form is
      printed.
    - ``plan_by_actual``, ``twice_less_actual``, ``of_reduction``: an attainment where less is better, as plan ÷ actual
      figure, as 2 − actual figure ÷ plan, or as achieved ÷ planned reduction from the baseline.
    - ``several_ways``: attainments of one document where less is better, in more than one of these ways.
    - ``fraction``: "N times" for a decrease to one Nth.
    - ``by_multiple``: "N times" for an increase by N times the earlier level.
    - ``mean_of_rates``: the arithmetic mean of yearly growth rates, instead of the compound rate.
    - ``distinct_subjects``: a share in which every turn is a different person or household.
    - ``convention``: the figures under a named convention on what *gần* (nearly) or *khoảng* (about) usually means.
    """

    POINTS = "points"
    PERCENT = "percent"
    IN_ALL = "in_all"
    PER_YEAR = "per_year"
    OPPOSITE = "opposite"
    OF_PLAN = "of_plan"
    OVER_PLAN = "over_plan"
    UNDER_PLAN = "under_plan"
    PLAN_BY_ACTUAL = "plan_by_actual"
    TWICE_LESS_ACTUAL = "twice_less_actual"
    OF_REDUCTION = "of_reduction"
    SEVERAL_WAYS = "several_ways"
    FRACTION = "fraction"
    BY_MULTIPLE = "by_multiple"
    MEAN_OF_RATES = "mean_of_rates"
    DISTINCT_SUBJECTS = "distinct_subjects"
    CONVENTION = "convention"


@final
class MissingKind(CodeList):
    """The reason why a check is undetermined.

    - ``figure``: a figure that the check needs is not stated.
    - ``attainment``: the report does not state how far the plan was met.
    - ``plan``: the plan is not stated as a number.
    - ``link``: the attainment does not name its plan, and one target agrees with it.
    - ``moment``: the figures refer to unknown days of a period, which may differ.
    - ``revision``: the figures differ in status (for example estimated and final) or are stated more than once, so one
      may have been revised.
    - ``bound``: an approximate figure sets no limits.
    - ``zero``: the divisor may be zero or negative.
    - ``collection``: the figure and its plan are aggregated over time differently (e.g. a yearly average and a total).
    - ``span``: the time between two figures is not known in the unit of the change.
    - ``likeness``: the figures differ, or may differ, in place, boundaries, categories, unit or aggregation over time.
    - ``documents``: two documents state different figures. Neither is known to revise the other.
    - ``usual``: true reports usually state figures in this way, so the difference is only a note (`Audit.notes`).
    - ``standard``: one figure is for the end of a year and the other for the beginning of the next, when another
      standard (such as a poverty line) or other boundaries may apply.
    - ``basis``: the figures were counted by different standards, or are in different prices.
    - ``reading``: one of the readings of the words gives no size, such as "on four occasions".
    """

    FIGURE = "figure"
    ATTAINMENT = "attainment"
    PLAN = "plan"
    LINK = "link"
    MOMENT = "moment"
    REVISION = "revision"
    BOUND = "bound"
    ZERO = "zero"
    COLLECTION = "collection"
    SPAN = "span"
    LIKENESS = "likeness"
    DOCUMENTS = "documents"
    USUAL = "usual"
    STANDARD = "standard"
    BASIS = "basis"
    READING = "reading"


@final
class Relation(CodeList):
    """The relation that must hold between the computed and the stated quantity.

    ``EQUAL`` can hold if the two intervals have a value in common, ``AT_MOST`` and ``AT_LEAST`` if two of their values
    have this order. ``UNEQUAL`` marks two different results for the same quantity, each from some of the figures.
    """

    EQUAL = "="
    AT_MOST = "≤"
    AT_LEAST = "≥"
    UNEQUAL = "≠"
