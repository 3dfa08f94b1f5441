"""Constructors of indicators, named by their kind."""

from __future__ import annotations

from typing import Final, TypedDict, Unpack

from attrs import evolve

from aseansc.authoring._checks import check_options, refer
from aseansc.authoring._passages import Passages
from aseansc.codelists import Absent
from aseansc.errors import require
from aseansc.indicators import Breakdown, Direction, Indicator, IndicatorKind, PriceBasis, Statistic
from aseansc.intervals import NOT_NEGATIVE, UNBOUNDED, Interval
from aseansc.periods import Period
from aseansc.texts import Text
from aseansc.units import Unit, percent

_SHARE: Final = Interval(lower=0, upper=100)


class IndicatorOptions(TypedDict, total=False):
    """Optional arguments of an indicator: the fields of `Indicator` with the same names."""

    better: Direction | Absent
    bounds: Interval
    breakdowns: tuple[Breakdown, ...]
    inflows: tuple[str, ...]
    outflows: tuple[str, ...]
    flows_complete: bool
    structure_stated: bool
    price_basis: PriceBasis | Absent
    price_period: Period | Absent
    base_period: Period | Absent
    standard: str | Absent
    net: bool
    statistic: Statistic | Absent
    codes: tuple[str, ...]
    note: Text


class Indicators(Passages):
    """Base of `ReportPart`: constructors of indicators, one for each kind."""

    def stock(self, id: str, unit: Unit, *, en: str, vi: str, **options: Unpack[IndicatorOptions]) -> Indicator:  # noqa: A002
        """Add an indicator of an amount at a moment, such as the number of poor households."""
        return self._indicator(id, unit, IndicatorKind.STOCK, en, vi, options)

    def flow(self, id: str, unit: Unit, *, en: str, vi: str, **options: Unpack[IndicatorOptions]) -> Indicator:  # noqa: A002
        """Add an indicator of an amount over a period, such as the number of medical examinations."""
        return self._indicator(id, unit, IndicatorKind.FLOW, en, vi, options)

    def rate(
        self,
        id: str,  # noqa: A002
        unit: Unit,
        *,
        of: Indicator | None = None,
        among: Indicator | None = None,
        en: str,
        vi: str,
        **options: Unpack[IndicatorOptions],
    ) -> Indicator:
        """Add an indicator that is a ratio, with ``of`` as numerator and ``among`` as denominator."""
        return self._indicator(id, unit, IndicatorKind.RATE, en, vi, options, of, among)

    def share(
        self,
        id: str,  # noqa: A002
        *,
        of: Indicator | None = None,
        among: Indicator | None = None,
        en: str,
        vi: str,
        **options: Unpack[IndicatorOptions],
    ) -> Indicator:
        """Add a rate in percent, bounded by 0 and 100."""
        options.setdefault("bounds", _SHARE)
        return self._indicator(id, percent, IndicatorKind.RATE, en, vi, options, of, among)

    def _indicator(
        self,
        id: str,  # noqa: A002
        unit: Unit,
        kind: IndicatorKind,
        en: str,
        vi: str,
        options: IndicatorOptions,
        of: Indicator | None = None,
        among: Indicator | None = None,
    ) -> Indicator:
        check_options(options, IndicatorOptions.__optional_keys__, f"indicator {id!r}")
        require(unit, Unit, where=f"unit of indicator {id!r}")
        net = options.get("net", False)
        indicator = Indicator(
            id=id,
            name=Text(en=en, vi=vi),
            unit=unit,
            kind=kind,
            better=options.get("better", Absent.NOT_STATED),
            bounds=options.get("bounds", NOT_NEGATIVE if unit.is_never_negative and not net else UNBOUNDED),
            numerator=refer(of, Indicator, where=f"indicator {id!r}, of"),
            denominator=refer(among, Indicator, where=f"indicator {id!r}, among"),
            breakdowns=options.get("breakdowns", ()),
            inflows=options.get("inflows", ()),
            outflows=options.get("outflows", ()),
            flows_complete=options.get("flows_complete", False),
            structure_stated=options.get("structure_stated", False),
            base_period=options.get("base_period", Absent.NOT_APPLICABLE),
            standard=options.get("standard", Absent.NOT_STATED),
            net=net,
            statistic=options.get("statistic", Absent.NOT_STATED),
            section=self._section(),
            codes=options.get("codes", self.codes),
            note=options.get("note", Absent.NOT_APPLICABLE),
        )
        if "price_basis" in options or "price_period" in options:
            indicator = evolve(
                indicator,
                price_basis=options.get("price_basis", indicator.price_basis),
                price_period=options.get("price_period", indicator.price_period),
            )
        self.indicators.append(indicator)
        return indicator
