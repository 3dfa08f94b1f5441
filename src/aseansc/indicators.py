"""Indicators: what is measured, in which unit, and the relations between indicators."""

from __future__ import annotations

from typing import Final, final

from attrs import Factory, field, frozen

from aseansc._attrs import (
    Record,
    as_tuple,
    identifier,
    identifier_or_absent,
    identifiers,
    identifiers_or_codes,
    instance_of,
    instance_or_absent,
    scheme_code,
    scheme_codes,
    text_or_absent,
    tuple_of,
)
from aseansc._hypothesis_plugin import offer
from aseansc.codelists import Absent, CodeList
from aseansc.errors import FieldError
from aseansc.intervals import UNBOUNDED, Interval
from aseansc.periods import Period
from aseansc.texts import Text
from aseansc.units import Unit, UnitKind, rank

__all__ = ["Breakdown", "Direction", "Indicator", "IndicatorKind", "PriceBasis", "Statistic"]


@final
class IndicatorKind(CodeList):
    """The kind of quantity, which decides the possible `TimeCollection` of its figures.

    - ``stock``: an amount at a moment, such as the number of poor households (*số hộ nghèo*).
    - ``flow``: an amount over a period, such as the number of medical examinations (*số lượt khám*).
    - ``rate``: a share, a ratio or a yield (*tỷ lệ*, *năng suất*).
    """

    STOCK = "stock"
    FLOW = "flow"
    RATE = "rate"


@final
class Direction(CodeList):
    """The direction in which an indicator moves or should move: up, down, or steady (no change)."""

    UP = "up"
    DOWN = "down"
    STEADY = "steady"


@final
class PriceBasis(CodeList):
    """The prices of an amount of money: current prices, or constant prices of a base period (*giá so sánh*)."""

    CURRENT = "current"
    CONSTANT = "constant"


@final
class Statistic(CodeList):
    """What the figures of an indicator are a statistic of: a mean, a median, or another point of a distribution.

    Only a mean is consistent with totals: medians and percentiles of parts say nothing about the whole.

    - ``mean``: *bình quân*, *trung bình*.
    - ``median``: *trung vị*.
    - ``percentile_10`` to ``percentile_90``: the value below which 10 to 90 percent of the cases are (*phân vị*).
    """

    MEAN = "mean"
    MEDIAN = "median"
    PERCENTILE_10 = "percentile_10"
    PERCENTILE_20 = "percentile_20"
    PERCENTILE_25 = "percentile_25"
    PERCENTILE_75 = "percentile_75"
    PERCENTILE_80 = "percentile_80"
    PERCENTILE_90 = "percentile_90"


@final
@frozen(kw_only=True, eq=False, repr=False)
class Breakdown(Record):
    """A division of an indicator into parts: other indicators, or categories of one scheme.

    Args:
        parts: ids of the indicators that are the parts, or categories of the indicator itself, with their scheme, such
            as ``sex:female`` and ``sex:male``.
        complete: whether the parts make up the whole.
        disjoint: whether the parts do not overlap.

    Raises:
        FieldError: if there are no parts, or they are not all indicators or all categories of one scheme.
    """

    parts: tuple[str, ...] = field(converter=as_tuple, validator=identifiers_or_codes)
    complete: bool = field(validator=instance_of(bool))
    disjoint: bool = field(validator=instance_of(bool))

    def __attrs_post_init__(self) -> None:
        if not self.parts:
            raise FieldError(
                "the breakdown has no parts", where="Breakdown.parts", got=self.parts, expected="at least one part"
            )
        if len({part.rpartition(":")[0] for part in self.parts}) > 1:
            raise FieldError(
                "the parts are not of one sort",
                where="Breakdown.parts",
                got=self.parts,
                expected="only ids of indicators, or only categories of one scheme",
                hint="Give the indicator one breakdown for each scheme.",
            )

    @property
    def is_of_categories(self) -> bool:
        """Whether the parts are categories of the indicator itself."""
        return bool(self.parts) and ":" in self.parts[0]


_RATES: Final = (UnitKind.SHARE, UnitKind.QUOTIENT)


def _price_basis(indicator: Indicator) -> Absent:
    return Absent.NOT_STATED if _is_money(indicator.unit) else Absent.NOT_APPLICABLE


def _is_money(unit: object) -> bool:
    return isinstance(unit, Unit) and unit.numerator.kind is UnitKind.MONEY


@final
@frozen(kw_only=True, eq=False, repr=False)
class Indicator(Record):
    """What is measured: its name, unit and kind, and its relations to other indicators.

    The relations (numerator, denominator, breakdowns) let an audit check figures against one another. A population that
    is mentioned but never counted is an indicator without observations.

    Args:
        id: unique id within the review; reviews that share an indicator use the same id.
        name: its name, in the words of the dataset's author.
        unit: the unit of its values.
        kind: stock, flow or rate; an indicator in percent or in a quotient of units must be a rate.
        better: the direction that is an improvement; absent if there is none or it is not stated.
        bounds: the range of its values, such as 0 to 100 for a share.
        numerator: id of the indicator that is the numerator, for a rate.
        denominator: id of the indicator that is the denominator, for a rate.
        breakdowns: the divisions into parts.
        inflows: ids of the flows that add to a stock, such as births to the population.
        outflows: ids of the flows that take from a stock, such as deaths.
        flows_complete: whether the stock changes by these flows alone.
        structure_stated: whether the document itself states the numerator, the denominator and that the parts are
            complete. By default the person who records the figures assumes them, and the audit says so. A check is
            free of this assumption only if all indicators of its figures state it, also the parts and the whole.
        price_basis: current or constant prices, for money; ``Absent.NOT_STATED`` if the report does not state it.
        price_period: the base period of constant prices.
        base_period: the period that an index number is relative to, such as 2010 for "2010 = 100".
        standard: the code of the standard that defines it, with its scheme, such as
            ``VN-POVERTY:2016-2020``, if one standard applies to all figures and not to single observations.
        net: whether it is the difference of two flows, such as net migration. Its figures are then a `Change`, which
            may be negative.
        statistic: what its figures are a statistic of; ``Absent.NOT_STATED`` for a plain count, amount or rate.
        section: id of the section of the document in which it is reported.
        codes: codes of classifications, with their scheme, such as ``ASCC-2025:B.1``. They may differ from the section
            in which the document reports it.
        note: remarks for readers of its figures.

    Raises:
        FieldError: if the fields do not match the unit or the kind, such as a numerator for a stock.

    >>> from aseansc.units import percent
    >>> rate = Indicator(
    ...     id="poverty-rate",
    ...     name=Text(en="Poverty rate", vi="Tỷ lệ hộ nghèo"),
    ...     unit=percent,
    ...     kind=IndicatorKind.RATE,
    ...     better=Direction.DOWN,
    ...     bounds=Interval(lower=0, upper=100),
    ...     numerator="poor-households",
    ...     denominator="households",
    ... )
    >>> rate.better
    Direction.DOWN
    """

    id: str = field(validator=identifier)
    name: Text = field(validator=instance_of(Text))
    unit: Unit = field(validator=instance_of(Unit))
    kind: IndicatorKind = field(validator=instance_of(IndicatorKind))
    better: Direction | Absent = field(
        default=Absent.NOT_STATED,
        validator=instance_or_absent(Direction, absent=(Absent.NOT_STATED, Absent.NOT_APPLICABLE)),
    )
    bounds: Interval = field(default=UNBOUNDED, validator=instance_of(Interval))
    numerator: str | Absent = field(default=Absent.NOT_STATED, validator=identifier_or_absent(Absent.NOT_STATED))
    denominator: str | Absent = field(default=Absent.NOT_STATED, validator=identifier_or_absent(Absent.NOT_STATED))
    breakdowns: tuple[Breakdown, ...] = field(
        default=(), converter=as_tuple, validator=tuple_of(Breakdown, unique=True)
    )
    inflows: tuple[str, ...] = field(default=(), converter=as_tuple, validator=identifiers)
    outflows: tuple[str, ...] = field(default=(), converter=as_tuple, validator=identifiers)
    flows_complete: bool = field(default=False, validator=instance_of(bool))
    structure_stated: bool = field(default=False, validator=instance_of(bool))
    price_basis: PriceBasis | Absent = field(
        default=Factory(_price_basis, takes_self=True),
        validator=instance_or_absent(PriceBasis, absent=(Absent.NOT_STATED, Absent.NOT_APPLICABLE)),
    )
    price_period: Period | Absent = field(
        default=Absent.NOT_APPLICABLE,
        validator=instance_or_absent(Period, absent=(Absent.NOT_STATED, Absent.NOT_APPLICABLE)),
    )
    base_period: Period | Absent = field(
        default=Absent.NOT_APPLICABLE,
        validator=instance_or_absent(Period, absent=(Absent.NOT_STATED, Absent.NOT_APPLICABLE)),
    )
    standard: str | Absent = field(default=Absent.NOT_STATED, validator=text_or_absent(scheme_code, Absent.NOT_STATED))
    net: bool = field(default=False, validator=instance_of(bool))
    statistic: Statistic | Absent = field(
        default=Absent.NOT_STATED, validator=instance_or_absent(Statistic, absent=(Absent.NOT_STATED,))
    )
    section: str | Absent = field(default=Absent.NOT_STATED, validator=identifier_or_absent(Absent.NOT_STATED))
    codes: tuple[str, ...] = field(default=(), converter=as_tuple, validator=scheme_codes)
    note: Text | Absent = field(
        default=Absent.NOT_APPLICABLE, validator=instance_or_absent(Text, absent=(Absent.NOT_APPLICABLE,))
    )

    def __attrs_post_init__(self) -> None:
        if self.unit.kind in _RATES and self.kind is not IndicatorKind.RATE:
            raise self._wrong(
                "kind", f"an indicator in {self.unit.code} must be a rate", self.kind, "IndicatorKind.RATE"
            )
        if self.net and self.kind is not IndicatorKind.FLOW:
            raise self._wrong("net", "only a flow can be net", self.kind, "IndicatorKind.FLOW")
        self._check_operands()
        self._check_relations()
        self._check_prices()

    def _check_operands(self) -> None:
        for name in ("numerator", "denominator"):
            other: str | Absent = getattr(self, name)
            if isinstance(other, Absent):
                continue
            if self.kind is not IndicatorKind.RATE:
                raise self._wrong(name, f"only a rate can have a {name}", other, "Absent.NOT_STATED")
            if other == self.id:
                raise self._wrong(name, f"an indicator cannot be its own {name}", other, "another indicator")

    def _check_relations(self) -> None:
        for name in ("inflows", "outflows"):
            if getattr(self, name) and self.kind is not IndicatorKind.STOCK:
                raise self._wrong(name, f"only a stock can have {name}", getattr(self, name), "no flows")
        if self.flows_complete and not (self.inflows or self.outflows):
            raise self._wrong("flows_complete", "the stock has no flows", True, "inflows or outflows, or False")
        for breakdown in self.breakdowns:
            if self.id in breakdown.parts:
                raise self._wrong("breakdowns", "an indicator cannot be a part of itself", self.id, "other indicators")

    def _check_prices(self) -> None:
        if (self.price_basis is Absent.NOT_APPLICABLE) is _is_money(self.unit):
            raise self._wrong(
                "price_basis",
                "an indicator needs a price basis if, and only if, it is in money",
                self.price_basis,
                "a PriceBasis or Absent.NOT_STATED for money, Absent.NOT_APPLICABLE otherwise",
            )
        if (self.price_period is Absent.NOT_APPLICABLE) is (self.price_basis is PriceBasis.CONSTANT):
            raise self._wrong(
                "price_period",
                "an indicator needs a base period if, and only if, it is in constant prices",
                self.price_period,
                "a Period or Absent.NOT_STATED for constant prices, Absent.NOT_APPLICABLE otherwise",
            )

    @property
    def improvement(self) -> Direction | Absent:
        """The direction that is an improvement: `better`, or down for a rank, whose first place is the best."""
        return Direction.DOWN if isinstance(self.better, Absent) and self.unit == rank else self.better

    def _wrong(self, name: str, problem: str, got: object, expected: str) -> FieldError:
        return FieldError(problem, where=f"Indicator.{name} of {self.id!r}", got=got, expected=expected)


offer(Breakdown, Indicator)
