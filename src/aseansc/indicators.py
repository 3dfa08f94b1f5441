"""Indicators: what is measured, in which unit, and how one indicator hangs together with others."""

from __future__ import annotations

from typing import Final, final

from attrs import Factory, field, frozen

from aseansc._attrs import (
    Record,
    as_tuple,
    identifier,
    identifier_or_absent,
    identifiers,
    instance_of,
    instance_or_absent,
    scheme_codes,
    tuple_of,
)
from aseansc._hypothesis_plugin import offer
from aseansc.codelists import Absent, CodeList
from aseansc.errors import FieldError
from aseansc.intervals import UNBOUNDED, Interval
from aseansc.periods import Period
from aseansc.texts import Text
from aseansc.units import Unit, UnitKind


@final
class IndicatorKind(CodeList):
    """What sort of quantity an indicator is, which decides how it can fill a time.

    - ``stock``: how many there are at a moment (*số hộ nghèo*).
    - ``flow``: how many came about over a period (*số lượt khám*).
    - ``rate``: a share, a ratio or a yield (*tỷ lệ*, *năng suất*).
    """

    STOCK = "stock"
    FLOW = "flow"
    RATE = "rate"


@final
class Direction(CodeList):
    """Which way something goes, or should go."""

    UP = "up"
    DOWN = "down"
    STEADY = "steady"


@final
class PriceBasis(CodeList):
    """Whose prices an amount of money is in: those of its own time, or those of a base period (*giá so sánh*)."""

    CURRENT = "current"
    CONSTANT = "constant"


@final
@frozen(kw_only=True, repr=False)
class Breakdown(Record):
    """One way in which a whole falls into parts, each an indicator of its own.

    Args:
        parts: ids of the parts.
        complete: whether the parts make up the whole.
        disjoint: whether nothing is counted in two of them.
    """

    parts: tuple[str, ...] = field(converter=as_tuple, validator=identifiers)
    complete: bool = field(validator=instance_of(bool))
    disjoint: bool = field(validator=instance_of(bool))

    def __attrs_post_init__(self) -> None:
        if not self.parts:
            raise FieldError(
                "a breakdown has no parts", where="Breakdown.parts", got=self.parts, expected="at least one part"
            )


_RATES: Final = (UnitKind.SHARE, UnitKind.QUOTIENT)


def _price_basis(indicator: Indicator) -> Absent:
    return Absent.NOT_STATED if _is_money(indicator.unit) else Absent.NOT_APPLICABLE


def _is_money(unit: object) -> bool:
    return isinstance(unit, Unit) and unit.numerator.kind is UnitKind.MONEY


@final
@frozen(kw_only=True, repr=False)
class Indicator(Record):
    """What is measured: its names, unit and kind, and the structure by which figures can be checked.

    A population that a text names and never counts is an indicator without observations.

    Args:
        id: names it within a review, and across reviews that share it.
        name: in our own words.
        unit: what its values are in.
        kind: stock, flow or rate; a share or a quotient is a rate.
        better: the direction that is an improvement; ``Absent`` where there is none, or none is stated.
        bounds: what its quantities lie within, such as 0 to 100 for a share.
        numerator: of a rate, the indicator above the stroke.
        denominator: of a rate, the indicator below it.
        breakdowns: of a whole, the ways in which it falls into parts.
        price_basis: of money, whose prices; ``Absent.NOT_STATED`` where a report does not say.
        price_period: of constant prices, their base period.
        section: the section of the document that reports it, as printed there.
        codes: codes of classifications it falls under, with their scheme: ``ASCC-2025:B.1``. They may differ from
            where the document prints it.
        note: anything a reader of its figures should know.

    Raises:
        FieldError: for structure that its kind cannot have.

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
    <Direction.DOWN: 'down'>
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
    price_basis: PriceBasis | Absent = field(
        default=Factory(_price_basis, takes_self=True),
        validator=instance_or_absent(PriceBasis, absent=(Absent.NOT_STATED, Absent.NOT_APPLICABLE)),
    )
    price_period: Period | Absent = field(
        default=Absent.NOT_APPLICABLE,
        validator=instance_or_absent(Period, absent=(Absent.NOT_STATED, Absent.NOT_APPLICABLE)),
    )
    section: str | Absent = field(default=Absent.NOT_STATED, validator=identifier_or_absent(Absent.NOT_STATED))
    codes: tuple[str, ...] = field(default=(), converter=as_tuple, validator=scheme_codes)
    note: Text | Absent = field(
        default=Absent.NOT_APPLICABLE, validator=instance_or_absent(Text, absent=(Absent.NOT_APPLICABLE,))
    )

    def __attrs_post_init__(self) -> None:
        if self.unit.kind in _RATES and self.kind is not IndicatorKind.RATE:
            raise self._wrong("kind", f"an indicator in {self.unit.code} is a rate", self.kind, "IndicatorKind.RATE")
        for name in ("numerator", "denominator"):
            other: str | Absent = getattr(self, name)
            if isinstance(other, Absent):
                continue
            if self.kind is not IndicatorKind.RATE:
                raise self._wrong(name, f"only a rate has a {name}", other, "Absent.NOT_STATED")
            if other == self.id:
                raise self._wrong(name, f"an indicator is not its own {name}", other, "another indicator")
        for breakdown in self.breakdowns:
            if self.id in breakdown.parts:
                raise self._wrong("breakdowns", "a whole is not a part of itself", self.id, "other indicators")
        if (self.price_basis is Absent.NOT_APPLICABLE) is _is_money(self.unit):
            raise self._wrong(
                "price_basis",
                "money has a price basis, and nothing else has",
                self.price_basis,
                "a PriceBasis or Absent.NOT_STATED for money, Absent.NOT_APPLICABLE for all else",
            )
        if (self.price_period is Absent.NOT_APPLICABLE) is (self.price_basis is PriceBasis.CONSTANT):
            raise self._wrong(
                "price_period",
                "constant prices have a base period, and no others have",
                self.price_period,
                "a Period or Absent.NOT_STATED for constant prices, Absent.NOT_APPLICABLE for all else",
            )

    def _wrong(self, name: str, problem: str, got: object, expected: str) -> FieldError:
        return FieldError(problem, where=f"Indicator.{name} of {self.id!r}", got=got, expected=expected)


offer(__name__)
