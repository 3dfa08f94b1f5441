"""What quantities can be, narrowed by sums and products that tie them together, until nothing changes.

Each variable starts from its bounds, and each tie narrows its members by the others. Every step is rounded outward, so
nothing true is lost; where nothing remains, what led there cannot all be true. It knows nothing of reviews.
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
"""What sort of quantity it is, what it is of, and when."""

_STEPS_EACH: Final = 40
"""How often a tie may be looked at again: narrowing by ever smaller steps ends nowhere."""
_EXACT_DIGITS: Final = 30
_NOTHING: Final = Interval.point(0)


@frozen(eq=False)
class Sum:
    """whole = parts, or whole ≥ parts where some are not told."""

    whole: Variable
    parts: tuple[Variable, ...]
    exact: bool

    @property
    def members(self) -> tuple[Variable, ...]:
        return (self.whole, *self.parts)


@frozen(eq=False)
class Product:
    """left × right = scale × product."""

    left: Variable
    right: Variable
    product: Variable
    scale: Interval

    @property
    def members(self) -> tuple[Variable, ...]:
        return self.left, self.right, self.product


@frozen(eq=False)
class Conflict:
    """A variable of which nothing remains: what it could be, what else it should be, and the figures behind both.

    Where ``whole`` is true, something remains, and no whole number is in it.
    """

    variable: Variable
    known: Interval
    other: Interval
    because: frozenset[str]
    whole: bool = False


class Narrowing:
    """Variables, what each can be and because of which figures, and the ties between them."""

    def __init__(self) -> None:
        self.possible: dict[Variable, Interval] = {}
        self.because: dict[Variable, frozenset[str]] = {}
        self.conflicts: list[Conflict] = []
        self._whole: set[Variable] = set()
        self._ties: list[Sum | Product] = []
        self._of: defaultdict[Variable, list[int]] = defaultdict(list)
        self._broken: set[Variable] = set()
        self._changed: set[Variable] = set()

    def add(self, variable: Variable, bounds: Interval, *, whole: bool = False) -> None:
        """A variable within bounds, of which only whole numbers may be possible; once is enough."""
        if variable not in self.possible:
            self.possible[variable] = bounds
            self.because[variable] = frozenset()
            if whole:
                self._whole.add(variable)

    def tie(self, tie: Sum | Product) -> None:
        for variable in tie.members:
            self._of[variable].append(len(self._ties))
        self._ties.append(tie)

    def narrow(self, variable: Variable, interval: Interval, because: frozenset[str]) -> None:
        """Leave of a variable only what is in an interval, because of some figures."""
        known = self.possible[variable]
        if variable in self._broken or interval.contains(known):
            return
        reasons = self.because[variable] | because
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
        if both != known:
            self.possible[variable] = both
            self.because[variable] = reasons
            self._changed.add(variable)

    def run(self) -> None:
        """Look at every tie, and again at those of what was narrowed, until nothing changes."""
        queue = deque(range(len(self._ties)))
        waiting = set(queue)
        looks = [0] * len(self._ties)
        self._changed.clear()
        while queue:
            number = queue.popleft()
            waiting.discard(number)
            if looks[number] >= _STEPS_EACH:
                continue
            looks[number] += 1
            tie = self._ties[number]
            if isinstance(tie, Sum):
                self._narrow_sum(tie)
            else:
                self._narrow_product(tie)
            for variable in self._changed:
                for other in self._of[variable]:
                    if other not in waiting:
                        waiting.add(other)
                        queue.append(other)
            self._changed.clear()

    def _reasons(self, variables: Iterable[Variable]) -> frozenset[str]:
        return frozenset[str]().union(*(self.because[variable] for variable in variables))

    def _narrow_sum(self, tie: Sum) -> None:
        parts = [self.possible[part] for part in tie.parts]
        before = [_NOTHING, *accumulate(parts)]
        total = before[-1] if tie.exact else _at_least(before[-1])
        if not total.contains(self.possible[tie.whole]):
            self.narrow(tie.whole, total, self._reasons(tie.parts))
        if before[-1].is_point:
            return  # nothing is left to be narrowed of the parts
        after = [_NOTHING, *accumulate(reversed(parts))]
        after.reverse()
        whole = self.possible[tie.whole]
        for number, one in enumerate(tie.parts):
            left = whole - (before[number] + after[number + 1])
            if not tie.exact:
                left = _at_most(left)
            if not left.contains(self.possible[one]):
                self.narrow(one, left, self._reasons(item for item in tie.members if item is not one))

    def _narrow_product(self, tie: Product) -> None:
        left, right, product = (self.possible[name] for name in tie.members)
        made = left * right / tie.scale
        if not made.contains(product):
            self.narrow(tie.product, made, self._reasons((tie.left, tie.right)))
        for target, other in ((tie.left, tie.right), (tie.right, tie.left)):
            divisor, known = self.possible[other], self.possible[target]
            if known.is_point:
                continue  # the product has been narrowed by it
            if (divisor.lower is not None and divisor.lower > 0) or (divisor.upper is not None and divisor.upper < 0):
                left_over = self.possible[tie.product] * tie.scale / divisor
                if not left_over.contains(known):
                    self.narrow(target, left_over, self._reasons((tie.product, other)))


def _at_least(interval: Interval) -> Interval:
    return Interval(lower=interval.lower, lower_open=interval.lower_open and interval.lower is not None)


def _at_most(interval: Interval) -> Interval:
    return Interval(upper=interval.upper, upper_open=interval.upper_open and interval.upper is not None)


def whole_numbers(interval: Interval) -> Interval | None:
    """The whole numbers of an interval, as far as they can be told exactly."""
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
