"""The results of an audit: checks with a code, a verdict, and everything a person needs to repeat them by hand."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, final

from attrs import field, frozen

from aseansc._attrs import Record, as_tuple, instance_of, tuple_of
from aseansc.audit._numbers import show
from aseansc.codelists import Absent, CodeList
from aseansc.errors import FieldError, FieldTypeError
from aseansc.indicators import Indicator
from aseansc.intervals import Interval
from aseansc.labels import Lang
from aseansc.periods import Time
from aseansc.reviews import Review

if TYPE_CHECKING:
    from aseansc.audit._bounds import Bound
    from aseansc.audit._repair_results import Repair
    from aseansc.frames import Backend


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
@frozen(kw_only=True, eq=False, repr=False)
class Assumption(Record):
    """An assumption that is not printed in the document.

    Args:
        kind: the kind of assumption.
        figures: ids of the figures it is about.
        time: the time it is about, if any.
        years: the number of years, for ``fewer_years``.
    """

    kind: AssumptionKind = field(validator=instance_of(AssumptionKind))
    figures: tuple[str, ...] = field(default=(), converter=as_tuple, validator=tuple_of(str))
    time: Time | Absent = field(default=Absent.NOT_APPLICABLE)
    years: int | Absent = field(default=Absent.NOT_APPLICABLE)


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
    FRACTION = "fraction"
    BY_MULTIPLE = "by_multiple"
    MEAN_OF_RATES = "mean_of_rates"
    DISTINCT_SUBJECTS = "distinct_subjects"
    CONVENTION = "convention"


@final
@frozen(kw_only=True, eq=False, repr=False)
class Reading(Record):
    """A way to read the figures that differs from the print, and its result.

    Args:
        kind: the kind of reading.
        fits: whether the figures can all be true in this reading.
        quantity: the result of the computation in this reading.
        convention: the name of the convention, for the kind ``convention``.
    """

    kind: ReadingKind = field(validator=instance_of(ReadingKind))
    fits: bool = field(default=True, validator=instance_of(bool))
    quantity: Interval | Absent = field(default=Absent.NOT_APPLICABLE, validator=instance_of(Interval, Absent))
    convention: str | Absent = field(default=Absent.NOT_APPLICABLE, validator=instance_of(str))


@final
class MissingKind(CodeList):
    """The reason why a check is undetermined.

    - ``figure``: a figure that the check needs is not stated.
    - ``attainment``: the report does not state how far the plan was met.
    - ``plan``: the plan is not stated as a number.
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
@frozen(kw_only=True, eq=False, repr=False)
class Missing(Record):
    """What an undetermined check lacks.

    Args:
        kind: the reason.
        name: id of the indicator, target or figure it is about; the code of a unit of time for ``span``.
    """

    kind: MissingKind = field(validator=instance_of(MissingKind))
    name: str | Absent = field(default=Absent.NOT_APPLICABLE, validator=instance_of(str))


@final
@frozen(kw_only=True, eq=False, repr=False)
class Implied(Record):
    """The possible values of a quantity that is not stated, derived from the figures of a check.

    Args:
        name: id of the indicator or target.
        interval: its possible values.
        unit: code of its unit.
    """

    name: str = field(validator=instance_of(str))
    interval: Interval = field(validator=instance_of(Interval))
    unit: str = field(validator=instance_of(str))


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


@final
@frozen(kw_only=True, eq=False, repr=False)
class Computation(Record):
    """A computation with intervals that a person can repeat by hand.

    Args:
        expression: the formula, with numbers and intervals.
        computed: its result.
        relation: the relation that must hold between `computed` and `stated`.
        stated: the quantity that the document states, or absent.
        unit: code of the unit of both.

    >>> print(Computation(
    ...     expression="28 + 8", computed=Interval.point(36), stated=Interval.point(36), unit="project"
    ... ))
    28 + 8 = 36; stated: 36 project
    """

    expression: str = field(validator=instance_of(str))
    computed: Interval | Absent = field(default=Absent.NOT_APPLICABLE, validator=instance_of(Interval, Absent))
    relation: Relation = field(default=Relation.EQUAL, validator=instance_of(Relation))
    stated: Interval | Absent = field(default=Absent.NOT_APPLICABLE, validator=instance_of(Interval, Absent))
    unit: str = field(validator=instance_of(str))

    def __str__(self) -> str:
        return self.text("stated", self.unit)

    def text(self, stated: str, unit: str) -> str:
        """Return the computation as one line, with given words for "stated" and for the unit."""
        text = self.expression
        if not isinstance(self.computed, Absent) and show(self.computed) != self.expression:
            text += f" = {show(self.computed)}"
        if isinstance(self.stated, Absent):
            return f"{text} {unit}"
        join = f"; {stated}: " if self.relation is Relation.EQUAL else f" {self.relation.value} "
        return f"{text}{join}{show(self.stated)} {unit}"


@final
@frozen(kw_only=True, eq=False, repr=False)
class Evidence(Record):
    """A figure that a check uses, with its citation.

    Args:
        id: id of the figure, or for example ``mention:4626`` for a mention that starts at position 4626.
        printed: its text in the document, or absent if it has no citation.
        document: id of the document.
        start: position of its first character in the document.
    """

    id: str = field(validator=instance_of(str))
    printed: str | Absent = field(default=Absent.NOT_STATED, validator=instance_of(str))
    document: str | Absent = field(default=Absent.NOT_STATED, validator=instance_of(str))
    start: int | Absent = field(default=Absent.NOT_STATED, validator=instance_of(int, Absent))


@final
@frozen(kw_only=True, eq=False, repr=False)
class Check(Record):
    """One check of some figures of a review, and its answer.

    Args:
        code: which check it is.
        verdict: the answer.
        evidence: the figures that the check uses, as printed.
        computation: what was compared.
        assumption: the assumption that a conditional verdict depends on.
        consistent_if: the assumption under which the figures are consistent.
        alternative: another reading in which the figures agree, or the answer under a convention.
        implied: the possible values of a quantity that is not stated.
        missing: what an undetermined check lacks.
        nature: what kind of error explains a contradiction; not applicable to other verdicts.
    """

    code: CheckCode = field(validator=instance_of(CheckCode))
    verdict: Verdict = field(validator=instance_of(Verdict))
    evidence: tuple[Evidence, ...] = field(converter=as_tuple, validator=tuple_of(Evidence))
    computation: Computation = field(validator=instance_of(Computation))
    assumption: Assumption | Absent = field(default=Absent.NOT_APPLICABLE)
    consistent_if: Assumption | Absent = field(default=Absent.NOT_APPLICABLE)
    alternative: Reading | Absent = field(default=Absent.NOT_APPLICABLE)
    implied: Implied | Absent = field(default=Absent.NOT_APPLICABLE)
    missing: Missing | Absent = field(default=Absent.NOT_APPLICABLE)
    nature: Nature | Absent = field(default=Absent.NOT_APPLICABLE, validator=instance_of(Nature, Absent))

    @property
    def is_note(self) -> bool:
        """Whether the figures differ only as they usually do in true reports, so that nobody needs to ask."""
        return isinstance(self.missing, Missing) and self.missing.kind is MissingKind.USUAL

    @property
    def figures(self) -> tuple[str, ...]:
        """The ids of the figures that the check uses, sorted."""
        return tuple(sorted({item.id for item in self.evidence}))

    def message(self, lang: Lang = "en") -> str:
        """Describe the check in English or Vietnamese, so that a person can repeat it by hand.

        The message gives the rule, the figures as printed, the computation, the verdict, and what would make the
        figures consistent. Numbers are rounded and grouped; `computation` has them in full.

        Raises:
            FieldError: if `lang` is not ``en`` or ``vi``.
        """
        from aseansc.audit._messages import message

        return message(self, lang)


@final
@frozen(kw_only=True, eq=False)
class Audit(Record):
    """The result of an audit: all checks, and views of them by verdict.

    Args:
        review: id of the review.
        checks: every check, in the order of the rules.
    """

    review: str = field(validator=instance_of(str))
    checks: tuple[Check, ...] = field(converter=as_tuple, validator=tuple_of(Check))
    _source: Review | None = field(default=None, eq=False, repr=False, alias="source")

    def bounds(
        self,
        indicator: str | Indicator,
        *,
        time: Time | None = None,
        place: str | None = None,
        breakdown: tuple[str, ...] = (),
    ) -> tuple[Bound, ...]:
        """Return what all figures of the review together leave possible for an indicator, also where it is not stated.

        Args:
            indicator: the indicator, or its id.
            time: only moments and periods within this time.
            place: the place; by default that of the review.
            breakdown: the categories.

        Raises:
            FieldError: if the result was not made by `audit`.
            FieldTypeError: if `time` is not a `Period` or an `AsOf`.
            UnknownNameError: if there is no such indicator.

        >>> from aseansc import Period
        >>> from aseansc.audit import audit
        >>> from aseansc.datasets import lai_chau
        >>> (found,) = audit(lai_chau.load()).bounds("households", time=Period.year(2018))
        >>> print(found.interval, *(item.printed for item in found.evidence))
        [96798, 96838] 24.737 hộ nghèo 25,55%
        """
        from aseansc.audit._bounds import bounds_of

        if self._source is None:
            raise FieldError(
                "the figures are not known", where="Audit.bounds", got=self, expected="the result of audit(review)"
            )
        return bounds_of(self._source, indicator, time, place, breakdown)

    def _with(self, verdict: Verdict) -> tuple[Check, ...]:
        return tuple(check for check in self.checks if check.verdict is verdict)

    def of_nature(self, nature: Nature) -> tuple[Check, ...]:
        """Return the contradicted checks of one nature.

        Raises:
            FieldTypeError: if the argument is not a `Nature`.

        >>> from aseansc.audit import audit
        >>> from aseansc.datasets import lai_chau
        >>> result = audit(lai_chau.load())
        >>> [check.code.value for check in result.of_nature(Nature.WORDING)]
        ['change-levels', 'share-unit']
        >>> result.of_nature(Nature.ARITHMETIC)
        ()
        """
        if not isinstance(nature, Nature):
            raise FieldTypeError("wrong type", where="Audit.of_nature", got=nature, expected="a Nature")
        return tuple(check for check in self.checks if check.nature is nature)

    @property
    def contradicted(self) -> tuple[Check, ...]:
        """The checks whose figures cannot all be true as printed, of any nature."""
        return self._with(Verdict.CONTRADICTED)

    @property
    def conditional(self) -> tuple[Check, ...]:
        """The checks whose figures cannot all be true if the stated assumption holds."""
        return self._with(Verdict.CONDITIONAL)

    @property
    def undetermined(self) -> tuple[Check, ...]:
        """The checks without an answer, because a figure is missing or too vague. Notes are among them."""
        return self._with(Verdict.UNDETERMINED)

    @property
    def notes(self) -> tuple[Check, ...]:
        """The undetermined checks whose figures differ only as they usually do in true reports."""
        return tuple(check for check in self.checks if check.is_note)

    @property
    def consistent(self) -> tuple[Check, ...]:
        """The checks whose figures can all be true."""
        return self._with(Verdict.CONSISTENT)

    def repairs(self, *, conditional: bool = False) -> tuple[Repair, ...]:
        """Return the smallest corrections with which the contradicted figures agree, the most likely first.

        Each figure of a contradicted check is tried in turn with another reading, sign, unit or scale, with the number
        that another place prints for it, with two neighbouring digits swapped, and with one other digit. If none of
        these is enough, pairs are tried. A repair contradicts no other figure of the review. A figure that is printed
        twice alike is the last suspect. The repairs are questions for the authors: nothing is changed, and the true
        error may be another one. Checks of times, and those explained by rounding, are not repaired. If nothing else
        is found, a correction may leave a check conditional.

        Args:
            conditional: whether conditional checks are repaired, too, as if their assumption held.

        Returns:
            the repairs, by contradiction and rank. Figures that contradict each other directly or through others are
            one contradiction. At most 20 single corrections or 10 pairs are returned for each, and the search ends
            after a fixed amount of work.

        Raises:
            FieldError: if the result was not made by `audit`.

        >>> from aseansc.audit import audit
        >>> from aseansc.datasets import lai_chau
        >>> first = audit(lai_chau.load()).repairs()[0]
        >>> [correction] = first.corrections
        >>> print(correction.printed, correction.kind.value, correction.reading.value, *correction.values)
        4,95%/năm reading points -4.95 percentage_point/year
        """
        from aseansc.audit._repairs import repairs

        if self._source is None:
            raise FieldError(
                "the figures are not known", where="Audit.repairs", got=self, expected="the result of audit(review)"
            )
        return repairs(self._source, self.checks, conditional=conditional)

    def to_frame(self, backend: Backend = "pandas", *, lang: Lang = "en") -> Any:
        """Return a table of pandas, polars or pyarrow with a row for each check: see `aseansc.frames.checks_frame`."""
        from aseansc.frames import checks_frame

        return checks_frame(self, backend, lang=lang)

    def __repr__(self) -> str:
        counts = ", ".join(f"{len(self._with(verdict))} {verdict.value}" for verdict in Verdict)
        return f"<Audit of {self.review!r}: {counts}>"
