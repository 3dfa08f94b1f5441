"""Interval constraint propagation with sums and products.

Each variable starts with its bounds, and each constraint narrows its variables by one another until nothing changes.
Every step is rounded outward, so no possible value is lost. If no value of a variable remains, the figures behind it
cannot all be true. This module does not depend on reviews.
"""

from __future__ import annotations

from collections import defaultdict, deque
from collections.abc import Iterable
from itertools import accumulate
from typing import Final, TypeAlias

from attrs import frozen

from aseansc._decimals import CEILING, FLOOR, ONE, PLACE_CEILING, PLACE_FLOOR
from aseansc.intervals import Interval

Variable: TypeAlias = tuple[str, str, object]
"""The kind of a quantity, the id of its indicator or claim, and its time."""

_MAX_STEPS: Final = 40
"""How often a constraint may be applied; without a limit, ever smaller steps would never end."""
_EXACT_DIGITS: Final = 30
_ZERO: Final = Interval.point(0)


@frozen(eq=False)
class Sum:
    """The constraint whole = sum of parts, or whole ≥ sum of parts if not all parts are given."""

    whole: Variable
    parts: tuple[Variable, ...]
    exact: bool

    @property
    def members(self) -> tuple[Variable, ...]:
        return (self.whole, *self.parts)


@frozen(eq=False)
class Product:
    """The constraint left × right = scale × product."""

    left: Variable
    right: Variable
    product: Variable
    scale: Interval

    @property
    def members(self) -> tuple[Variable, ...]:
        return self.left, self.right, self.product


@frozen(eq=False)
class Conflict:
    """A variable for which no value remains.

    Attributes:
        variable: the variable.
        known: its possible values from some of the figures.
        other: its possible values from the other figures; if `whole` is true, the remaining values.
        because: ids of the figures behind both.
        whole: whether values remain, none of which is a whole number.
    """

    variable: Variable
    known: Interval
    other: Interval
    because: frozenset[str]
    whole: bool = False


class Narrowing:
    """Variables, the possible values of each, the figures that they follow from, and the constraints between them."""

    def __init__(self) -> None:
        self.possible: dict[Variable, Interval] = {}
        self.because: dict[Variable, frozenset[str]] = {}
        self.conflicts: list[Conflict] = []
        self._whole: set[Variable] = set()
        self._constraints: list[Sum | Product] = []
        self._by_variable: defaultdict[Variable, list[int]] = defaultdict(list)
        self._broken: set[Variable] = set()
        self._changed: dict[Variable, None] = {}

    def add(self, variable: Variable, bounds: Interval, *, whole: bool = False) -> None:
        """Add a variable with its bounds, unless it exists already; `whole` restricts it to whole numbers."""
        if variable not in self.possible:
            self.possible[variable] = bounds
            self.because[variable] = frozenset()
            if whole:
                self._whole.add(variable)

    def add_constraint(self, constraint: Sum | Product) -> None:
        for variable in constraint.members:
            self._by_variable[variable].append(len(self._constraints))
        self._constraints.append(constraint)

    def narrow(self, variable: Variable, interval: Interval, because: frozenset[str]) -> None:
        """Restrict a variable to an interval that follows from some figures. Record a conflict if no value remains."""
        known = self.possible[variable]
        if variable in self._broken or interval.contains(known):
            return
        own = self.because[variable]
        reasons = because if own <= because else own | because  # shared by all parts of a long sum
        if not known.overlaps(interval):
            self._broken.add(variable)
            self.conflicts.append(Conflict(variable, known, interval, reasons))
            return
        both = known.intersection(interval)
        if variable in self._whole:
            whole = whole_numbers(both)
            if whole is None:
                self._broken.add(variable)
                self.conflicts.append(Conflict(variable, known, both, reasons, whole=True))
                return
            both = whole
        self.possible[variable] = both
        self.because[variable] = reasons
        self._changed[variable] = None

    def run(self) -> None:
        """Apply every constraint; repeat those of variables that were narrowed until nothing changes."""
        queue = deque(range(len(self._constraints)))
        waiting = set(queue)
        steps = [0] * len(self._constraints)
        self._changed.clear()
        while queue:
            number = queue.popleft()
            waiting.discard(number)
            if steps[number] >= _MAX_STEPS:
                continue
            steps[number] += 1
            constraint = self._constraints[number]
            if isinstance(constraint, Sum):
                self._narrow_sum(constraint)
            else:
                self._narrow_product(constraint)
            for variable in self._changed:
                for other in self._by_variable[variable]:
                    if other not in waiting:
                        waiting.add(other)
                        queue.append(other)
            self._changed.clear()

    def _reasons(self, variables: Iterable[Variable]) -> frozenset[str]:
        return frozenset[str]().union(*(self.because[variable] for variable in variables))

    def _narrow_sum(self, constraint: Sum) -> None:
        parts = [self.possible[part] for part in constraint.parts]
        before = [_ZERO, *accumulate(parts)]
        total = before[-1] if constraint.exact else _at_least(before[-1])
        if not total.contains(self.possible[constraint.whole]):
            self.narrow(constraint.whole, total, self._reasons(constraint.parts))
        if before[-1].is_point:
            return  # every part is a single value already
        after = [_ZERO, *accumulate(reversed(parts))]
        after.reverse()
        whole = self.possible[constraint.whole]
        reasons = self._reasons(constraint.members)  # `narrow` adds those of the part itself anyway
        for number, one in enumerate(constraint.parts):
            left = whole - (before[number] + after[number + 1])
            if not constraint.exact:
                left = _at_most(left)
            if not left.contains(self.possible[one]):
                self.narrow(one, left, reasons)

    def _narrow_product(self, constraint: Product) -> None:
        left, right, product = (self.possible[name] for name in constraint.members)
        made = left * right / constraint.scale
        if not made.contains(product):
            self.narrow(constraint.product, made, self._reasons((constraint.left, constraint.right)))
        for target, other in ((constraint.left, constraint.right), (constraint.right, constraint.left)):
            divisor, known = self.possible[other], self.possible[target]
            if known.is_point:
                continue  # the product is narrowed above
            if (divisor.lower is not None and divisor.lower > 0) or (divisor.upper is not None and divisor.upper < 0):
                left_over = self.possible[constraint.product] * constraint.scale / divisor
                if not left_over.contains(known):
                    self.narrow(target, left_over, self._reasons((constraint.product, other)))


def _at_least(interval: Interval) -> Interval:
    return Interval(lower=interval.lower, lower_open=interval.lower_open and interval.lower is not None)


def _at_most(interval: Interval) -> Interval:
    return Interval(upper=interval.upper, upper_open=interval.upper_open and interval.upper is not None)


def whole_numbers(interval: Interval) -> Interval | None:
    """Narrow an interval to whole numbers, or return ``None`` if it has none. Leave ends beyond 30 digits."""
    low, high = interval.lower, interval.upper
    if low is not None and abs(low.adjusted()) < _EXACT_DIGITS:
        up = PLACE_CEILING.to_integral_value(low)
        low = FLOOR.add(up, ONE) if interval.lower_open and up == low else up
    if high is not None and abs(high.adjusted()) < _EXACT_DIGITS:
        down = PLACE_FLOOR.to_integral_value(high)
        high = CEILING.subtract(down, ONE) if interval.upper_open and down == high else down
    if low is not None and high is not None and low > high:
        return None
    return Interval(lower=low, upper=high)
