"""Find the figures of a text by their numbers, for claims without a quote."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from decimal import Decimal
from typing import Final, final

from aseansc._decimals import EXACT, HALF_EVEN, HUNDRED
from aseansc.units import Unit
from aseansc.values import Change, Value
from aseansc.verification._read import NOT_FIGURES
from aseansc.verification._stated import Stated
from aseansc.vietnamese import Doubt, PrintedFigure

_FEW: Final = 5
_LONGEST: Final = 18
"""Digits of a number for which figures are looked for that differ by a slip."""


@final
class NumberIndex:
    """The figures of a text by their numbers, without signs."""

    def __init__(self, figures: Iterable[PrintedFigure]) -> None:
        self._by_number: dict[Decimal, list[PrintedFigure]] = defaultdict(list)
        self._by_digits: dict[tuple[int, ...], list[PrintedFigure]] = defaultdict(list)
        self._by_dimension: dict[object, list[tuple[PrintedFigure, Value | Change]]] = defaultdict(list)
        self._in_unit: dict[Unit, dict[Decimal, list[PrintedFigure]]] = {}
        self._found: dict[tuple[Decimal, Unit | None], list[PrintedFigure]] = {}
        for figure in figures:
            self._add(figure)

    def _add(self, figure: PrintedFigure) -> None:
        value, magnitude = figure.value, figure.magnitude
        if isinstance(value, Value | Change):
            self._by_dimension[value.unit.dimension].append((figure, value))
        for number in magnitude if isinstance(magnitude, tuple) else (magnitude,):
            if number is not None:
                self._by_number[number.copy_abs()].append(figure)
                self._by_digits[EXACT.normalize(number).as_tuple().digits].append(figure)
        if isinstance(magnitude, tuple) and figure.doubt is Doubt.MEANING:
            for share in _shares(*magnitude):
                self._by_number[share].append(figure)

    def with_number(self, stated: Stated) -> list[PrintedFigure]:
        """Return the figures with the number that is stated, also in another unit (350 ha for 3.5 km²).

        Those with the unit that is stated come first.
        """
        key = stated.number.copy_abs(), stated.unit
        if key not in self._found:
            converted = [] if stated.unit is None else self._converted(stated.unit).get(key[0], [])
            found = {figure.start: figure for figure in (*self._by_number.get(key[0], ()), *converted)}
            self._found[key] = sorted(found.values(), key=lambda figure: (figure.unit != stated.unit, figure.start))
        return self._found[key]

    def _converted(self, unit: Unit) -> dict[Decimal, list[PrintedFigure]]:
        """Return the figures that have another unit of the same dimension, by their numbers in a unit."""
        if unit not in self._in_unit:
            found: dict[Decimal, list[PrintedFigure]] = defaultdict(list)
            for figure, value in self._by_dimension.get(unit.dimension, ()):
                if value.unit != unit:
                    found[value.to(unit).magnitude.copy_abs()].append(figure)
            self._in_unit[unit] = found
        return self._in_unit[unit]

    def near(self, stated: Stated) -> list[PrintedFigure]:
        """Return figures whose number differs by a slip: its scale, one digit, or two neighbouring digits swapped.

        Those of another unit are left out, if a unit is stated.
        """
        digits = EXACT.normalize(stated.number).as_tuple().digits
        if len(digits) == 1:
            return []
        found = {figure.start: figure for figure in self._by_digits.get(digits, [])}
        for number in _slips(stated.number.copy_abs()):
            found.update((figure.start, figure) for figure in self._by_number.get(number, []))
        units = (None, stated.unit)
        return [
            figure
            for figure in found.values()
            if figure.kind not in NOT_FIGURES
            and figure.doubt is not Doubt.MEANING
            and (stated.unit is None or figure.unit in units)
        ]


def _shares(part: Decimal, whole: Decimal) -> set[Decimal]:
    """Return what a fraction such as 2/3 is as a number and in percent, rounded to few digits."""
    if not Decimal(0) < part <= whole:
        return set()
    share = HALF_EVEN.divide(part, whole)
    steps = [EXACT.scaleb(Decimal(1), -digits) for digits in range(_FEW)]
    percent = HALF_EVEN.multiply(share, HUNDRED)
    return {HALF_EVEN.quantize(share, step) for step in steps[1:]} | {
        HALF_EVEN.quantize(percent, step) for step in steps
    }


def _slips(number: Decimal) -> Iterator[Decimal]:
    """Yield the numbers with one other digit, one less, one more, or two neighbouring digits swapped."""
    _, digits, exponent = number.as_tuple()
    if isinstance(exponent, int) and 0 < exponent <= _LONGEST:
        digits, exponent = digits + (0,) * exponent, 0
    if not isinstance(exponent, int) or len(digits) > _LONGEST:
        return
    for at, digit in enumerate(digits):
        others = (other for other in range(10) if other != digit)
        yield from (Decimal((0, (*digits[:at], other, *digits[at + 1 :]), exponent)) for other in others)
        yield Decimal((0, digits[:at] + digits[at + 1 :], exponent))
        yield from (Decimal((0, (*digits[: at + 1], more, *digits[at + 1 :]), exponent)) for more in range(10))
    for at in range(len(digits) - 1):
        swapped = (*digits[:at], digits[at + 1], digits[at], *digits[at + 2 :])
        yield Decimal((0, swapped, exponent))
