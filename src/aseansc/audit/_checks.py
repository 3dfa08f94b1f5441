"""What an audit finds: checks with a stable code, a verdict, and all that a person needs to do them by hand."""

from __future__ import annotations

from typing import Literal, TypeAlias, final

from attrs import field, frozen

from aseansc._attrs import Record, as_tuple, instance_of, tuple_of
from aseansc._decimals import CEILING_12, FLOOR_12, plain
from aseansc.codelists import Absent, CodeList
from aseansc.intervals import Interval
from aseansc.periods import Time

Lang: TypeAlias = Literal["en", "vi"]


@final
class Verdict(CodeList):
    """What an audit can say of some figures.

    - ``consistent``: they can all be true.
    - ``contradicted``: as printed they cannot all be true, and nothing is assumed to say so.
    - ``conditional``: they cannot all be true if something assumed holds.
    - ``undetermined``: something is missing, or bounds nothing; there may be an implied quantity.
    """

    CONSISTENT = "consistent"
    CONTRADICTED = "contradicted"
    CONDITIONAL = "conditional"
    UNDETERMINED = "undetermined"


@final
class CheckCode(CodeList):
    """Which check it is; the codes are stable, and the reference page of checks explains each."""

    PARTS_SUM = "parts-sum"
    PARTS_WITHIN = "parts-within"
    PARTS_COVER = "parts-cover"
    CATEGORY_WITHIN = "category-within"
    SHARES_SUM = "shares-sum"
    SHARES_WITHIN = "shares-within"
    RATE_RATIO = "rate-ratio"
    RATE_SUBGROUP = "rate-subgroup"
    RATE_DENOMINATORS = "rate-denominators"
    CHANGE_LEVELS = "change-levels"
    CHANGE_BOUNDS = "change-bounds"
    PLAN_ATTAINMENT = "plan-attainment"
    PLAN_PARTS = "plan-parts"
    FLOW_AVERAGE = "flow-average"
    FLOW_EACH = "flow-each"
    FLOW_SPANS = "flow-spans"
    SHARE_CLAIM = "share-claim"
    SHARE_UNIT = "share-unit"
    SHARE_BOUNDS = "share-bounds"
    RESTATEMENT = "restatement"
    LIST_COUNT = "list-count"
    DURATION_PERIOD = "duration-period"
    ESTIMATE_OVER = "estimate-over"
    TIME_OUTSIDE = "time-outside"
    TOGETHER = "together"


@final
class AssumptionKind(CodeList):
    """What a conditional verdict rests on, or what would make the figures consistent.

    - ``same_time``: figures whose time is not printed are of the time assumed for them.
    - ``other_time``: they are of another time.
    - ``fewer_years``: a total is of fewer years than assumed.
    - ``document_date``: the date that the document gives is the day on which the report was written.
    - ``written_before``: the report was written before that time was over.
    - ``review_period``: the review reports on its own period.
    - ``comparison``: the figure is there for comparison, or its time is a misprint.
    - ``same_span``: a duration and the period printed after it are of one span.
    - ``other_span``: they are not.
    - ``counted_once``: nothing that is counted is counted again in another span of time.
    - ``counted_again``: something is: the same household may be helped, or the same forest tended, in two years.
    - ``same_prices``: a percent is of amounts in the prices in which they are printed.
    - ``other_prices``: it is of amounts in constant prices, which are not printed.
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


@final
@frozen(kw_only=True, repr=False)
class Assumption(Record):
    """Something that is not printed, and taken to hold.

    Args:
        kind: which.
        figures: ids of the figures it is of.
        time: the time it speaks of, where it speaks of one.
        years: the number of years it speaks of, likewise.
    """

    kind: AssumptionKind = field(validator=instance_of(AssumptionKind))
    figures: tuple[str, ...] = field(default=(), converter=as_tuple, validator=tuple_of(str))
    time: Time | Absent = field(default=Absent.NOT_APPLICABLE)
    years: int | Absent = field(default=Absent.NOT_APPLICABLE)


@final
class ReadingKind(CodeList):
    """Another way to read a figure, by which it would fit.

    - ``points``: percent is printed where percentage points are meant.
    - ``percent``: points are printed where percent of the base is meant.
    - ``in_all``: *per year* is printed of the change in all.
    - ``per_year``: *per year* is missing.
    - ``opposite``: the change went the other way.
    - ``of_plan``, ``over_plan``, ``under_plan``: the share of a plan is of another form.
    - ``each_another``: each turn was that of another person or household.
    - ``convention``: a named convention on what *gần* or *khoảng* usually means.
    """

    POINTS = "points"
    PERCENT = "percent"
    IN_ALL = "in_all"
    PER_YEAR = "per_year"
    OPPOSITE = "opposite"
    OF_PLAN = "of_plan"
    OVER_PLAN = "over_plan"
    UNDER_PLAN = "under_plan"
    EACH_ANOTHER = "each_another"
    CONVENTION = "convention"


@final
@frozen(kw_only=True, repr=False)
class Reading(Record):
    """A reading of the figures other than as printed, and what follows from it.

    Args:
        kind: which.
        fits: whether the figures can all be true when read so.
        quantity: what it makes of the figure, or implies.
        convention: name of the convention, for that kind.
    """

    kind: ReadingKind = field(validator=instance_of(ReadingKind))
    fits: bool = field(default=True, validator=instance_of(bool))
    quantity: Interval | Absent = field(default=Absent.NOT_APPLICABLE, validator=instance_of(Interval, Absent))
    convention: str | Absent = field(default=Absent.NOT_APPLICABLE, validator=instance_of(str))


@final
class MissingKind(CodeList):
    """Why a check is undetermined.

    - ``figure``: a figure that the check needs is not stated.
    - ``plan``: the number of the plan is not stated.
    - ``moment``: the figures are of some moment in a period, which need not be the same.
    - ``revision``: they are of unlike standing, and one may have been revised.
    - ``bound``: an approximate figure bounds nothing.
    - ``zero``: a divisor may be zero.
    - ``collection``: the figure and its plan fill their times in unlike ways, as so much each year and a total.
    - ``span``: how much time lies between two figures cannot be told in the unit of the change.
    - ``likeness``: two figures are of unlike places, boundaries, categories, units or ways of filling their time, and
      may or may not be set against one another.
    - ``standard``: one figure is of the end of a year and one of the beginning of the next, from when on another
      poverty line or another boundary may hold.
    """

    FIGURE = "figure"
    PLAN = "plan"
    MOMENT = "moment"
    REVISION = "revision"
    BOUND = "bound"
    ZERO = "zero"
    COLLECTION = "collection"
    SPAN = "span"
    LIKENESS = "likeness"
    STANDARD = "standard"


@final
@frozen(kw_only=True, repr=False)
class Missing(Record):
    """What is missing.

    Args:
        kind: which.
        name: id of the indicator or target whose figure is not stated, where that is what is missing.
    """

    kind: MissingKind = field(validator=instance_of(MissingKind))
    name: str | Absent = field(default=Absent.NOT_APPLICABLE, validator=instance_of(str))


@final
@frozen(kw_only=True, repr=False)
class Implied(Record):
    """What the figures imply of something that is not stated.

    Args:
        name: id of the indicator or target.
        interval: what it can be.
        unit: code of its unit.
    """

    name: str = field(validator=instance_of(str))
    interval: Interval = field(validator=instance_of(Interval))
    unit: str = field(validator=instance_of(str))


@final
class Relation(CodeList):
    """How what is computed should stand to what is stated; or, unequal, what some figures give and what others do."""

    EQUAL = "="
    AT_MOST = "≤"
    AT_LEAST = "≥"
    UNEQUAL = "≠"


@final
@frozen(kw_only=True, repr=False)
class Computation(Record):
    """A computation over intervals, to be done again by hand.

    Args:
        expression: what is computed, in numbers and intervals.
        computed: its result.
        relation: how it should stand to what is stated.
        stated: what is stated; absent where nothing is.
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
        """The computation with words of one's own for what is stated and for the unit."""
        text = self.expression
        if not isinstance(self.computed, Absent) and show(self.computed) != self.expression:
            text += f" = {show(self.computed)}"
        if isinstance(self.stated, Absent):
            return f"{text} {unit}"
        join = f"; {stated}: " if self.relation is Relation.EQUAL else f" {self.relation.value} "
        return f"{text}{join}{show(self.stated)} {unit}"


@final
@frozen(kw_only=True, repr=False)
class Evidence(Record):
    """A figure that takes part in a check, as printed and where.

    Args:
        id: of the figure; ``mention:4626`` for a mention that starts there.
        printed: its characters in the document; absent where it is not cited.
        document: id of the document.
        start: index of its first character there.
    """

    id: str = field(validator=instance_of(str))
    printed: str | Absent = field(default=Absent.NOT_STATED, validator=instance_of(str))
    document: str | Absent = field(default=Absent.NOT_STATED, validator=instance_of(str))
    start: int | Absent = field(default=Absent.NOT_STATED, validator=instance_of(int, Absent))


@final
@frozen(kw_only=True, repr=False)
class Check(Record):
    """One question that the structure of a review lets one ask of its figures, and the answer.

    Args:
        code: which check.
        verdict: the answer.
        evidence: the figures that take part, each as printed.
        computation: what was compared.
        assumption: what a conditional verdict rests on.
        consistent_if: what would make the figures consistent.
        otherwise: a reading by which they would fit, or a convention's word on an undetermined check.
        implied: what they imply of something that is not stated.
        missing: what an undetermined check lacks.
    """

    code: CheckCode = field(validator=instance_of(CheckCode))
    verdict: Verdict = field(validator=instance_of(Verdict))
    evidence: tuple[Evidence, ...] = field(converter=as_tuple, validator=tuple_of(Evidence))
    computation: Computation = field(validator=instance_of(Computation))
    assumption: Assumption | Absent = field(default=Absent.NOT_APPLICABLE)
    consistent_if: Assumption | Absent = field(default=Absent.NOT_APPLICABLE)
    otherwise: Reading | Absent = field(default=Absent.NOT_APPLICABLE)
    implied: Implied | Absent = field(default=Absent.NOT_APPLICABLE)
    missing: Missing | Absent = field(default=Absent.NOT_APPLICABLE)

    @property
    def figures(self) -> tuple[str, ...]:
        """The ids of the figures that take part, sorted."""
        return tuple(sorted({item.id for item in self.evidence}))

    def message(self, lang: Lang = "en") -> str:
        """The check in words, to be done again by hand: the figures as printed, the computation, what would mend it.

        Raises:
            FieldError: for a language other than en and vi.
        """
        from aseansc.audit._messages import message

        return message(self, lang)


def show(interval: Interval) -> str:
    """An interval as a person writes it: a point as its number, ends cut to twelve digits, outward."""
    if interval.is_point and interval.lower is not None:
        return plain(interval.lower)
    return str(_cut(interval))


def _cut(interval: Interval) -> Interval:
    return Interval(
        lower=None if interval.lower is None else FLOOR_12.plus(interval.lower),
        upper=None if interval.upper is None else CEILING_12.plus(interval.upper),
        lower_open=interval.lower_open,
        upper_open=interval.upper_open,
    )
