"""Find the figures of a text by their numbers, for claims without a quote."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from decimal import Decimal
from typing import Final, final

from aseansc._decimals import EXACT, HALF_EVEN, HUNDRED
from aseansc.units import Unit
from aseansc.values import Change, Value
from aseansc.verification._read import NOT_FIGURES
from aseansc.verification._stated import Stated
from aseansc.vietnamese import Doubt, PrintedFigure

_STEPS: Final = tuple(map(Decimal, ("1", "0.1", "0.01", "0.001", "0.0001")))
"""What a share and its percentage are rounded to."""
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

        They are in the order of the text. Those of another unit are left out, if a unit is stated.
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
            for _, figure in sorted(found.items())
            if figure.kind not in NOT_FIGURES
            and figure.doubt is not Doubt.MEANING
            and (stated.unit is None or figure.unit in units)
        ]


def _shares(part: Decimal, whole: Decimal) -> set[Decimal]:
    """Return what a fraction such as 2/3 is as a number and in percent, rounded to few digits."""
    if not Decimal(0) < part <= whole:
        return set()
    share = HALF_EVEN.divide(part, whole)
    percent = HALF_EVEN.multiply(share, HUNDRED)
    return {HALF_EVEN.quantize(share, step) for step in _STEPS[1:]} | {
        HALF_EVEN.quantize(percent, step) for step in _STEPS
    }


def _slips(number: Decimal) -> set[Decimal]:
    """Return the numbers with one other digit, one less, one more, or two neighbouring digits swapped."""
    whole, _, decimals = f"{number:f}".partition(".")
    digits = whole + decimals
    if len(digits) > _LONGEST:
        return set()
    found: set[str] = set()
    for at, digit in enumerate(digits):
        before, after = digits[:at], digits[at + 1 :]
        found |= {before + after, before + after[:1] + digit + after[1:]}
        found.update(before + kept + other + after for kept in ("", digit) for other in "0123456789")
    return {EXACT.scaleb(Decimal(slip), -len(decimals)) for slip in found}
