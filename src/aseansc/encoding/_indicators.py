"""What a part measures: constructors of indicators, named by their kind."""

from __future__ import annotations

from typing import Final, TypedDict, Unpack

from aseansc.codelists import Absent
from aseansc.encoding._passages import Passages, check_options
from aseansc.indicators import Breakdown, Direction, Indicator, IndicatorKind
from aseansc.intervals import NOT_NEGATIVE, UNBOUNDED, Interval
from aseansc.texts import Text
from aseansc.units import Unit, percent

_SHARE: Final = Interval(lower=0, upper=100)


class IndicatorOptions(TypedDict, total=False):
    """What an indicator may be given beside its names and its unit."""

    better: Direction | Absent
    bounds: Interval
    breakdowns: tuple[Breakdown, ...]
    codes: tuple[str, ...]
    note: Text


class Indicators(Passages):
    """The indicators of a part."""

    def stock(self, id: str, unit: Unit, *, en: str, vi: str, **options: Unpack[IndicatorOptions]) -> Indicator:  # noqa: A002
        """An indicator of how many there are at a moment."""
        return self._indicator(id, unit, IndicatorKind.STOCK, en, vi, options)

    def flow(self, id: str, unit: Unit, *, en: str, vi: str, **options: Unpack[IndicatorOptions]) -> Indicator:  # noqa: A002
        """An indicator of how many came about over a period."""
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
        """An indicator that is a ratio: ``of`` stands above the stroke, ``among`` below it."""
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
        """A rate in percent that lies within 0 and 100."""
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
        indicator = Indicator(
            id=id,
            name=Text(en=en, vi=vi),
            unit=unit,
            kind=kind,
            better=options.get("better", Absent.NOT_STATED),
            bounds=options.get("bounds", NOT_NEGATIVE if unit.is_never_negative else UNBOUNDED),
            numerator=Absent.NOT_STATED if of is None else of.id,
            denominator=Absent.NOT_STATED if among is None else among.id,
            breakdowns=options.get("breakdowns", ()),
            section=self._section(),
            codes=options.get("codes", self.codes),
            note=options.get("note", Absent.NOT_APPLICABLE),
        )
        self.indicators.append(indicator)
        return indicator
