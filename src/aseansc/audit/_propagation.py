"""Interval constraint propagation with sums and products.

Each variable starts with its bounds, and each constraint narrows its variables by one another until nothing changes.
Every step is rounded outward, so no possible value is lost. If no value of a variable remains, the figures behind it
cannot all be true. This module does not depend on reviews.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Collection, Iterable
from itertools import accumulate
from typing import Final, TypeAlias

from attrs import define, field, frozen

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


@define(eq=False)
class _State:
    """What is known of a variable.

    Args:
        variable: the variable.
        possible: its possible values.
        whole: whether it is a whole number.
        because: ids of the figures that its possible values follow from.
        constraints: the numbers of its constraints.
        broken: whether no value remains.
    """

    variable: Variable
    possible: Interval
    whole: bool
    because: frozenset[str] = frozenset()
    constraints: list[int] = field(factory=list)
    broken: bool = False


class Narrowing:
    """Variables, the possible values of each, the figures that they follow from, and the constraints between them.

    A constraint is stored with the states of its variables, so that these are looked up once.
    """

    def __init__(self) -> None:
        self.conflicts: list[Conflict] = []
        self._states: dict[Variable, _State] = {}
        self._constraints: list[tuple[Sum | Product, tuple[_State, ...]]] = []
        self._changed: dict[_State, None] = {}

    @property
    def variables(self) -> Collection[Variable]:
        """The variables."""
        return self._states.keys()

    def __contains__(self, variable: Variable) -> bool:
        """Return whether a variable exists."""
        return variable in self._states

    def possible(self, variable: Variable) -> Interval:
        """Return the possible values of a variable."""
        return self._states[variable].possible

    def because(self, variable: Variable) -> frozenset[str]:
        """Return the ids of the figures that the possible values of a variable follow from."""
        return self._states[variable].because

    def add(self, variable: Variable, bounds: Interval, *, whole: bool = False) -> None:
        """Add a variable with its bounds, unless it exists already; `whole` restricts it to whole numbers."""
        if variable not in self._states:
            self._states[variable] = _State(variable, bounds, whole)

    def add_constraint(self, constraint: Sum | Product) -> None:
        states = tuple([self._states[variable] for variable in constraint.members])
        for state in states:
            state.constraints.append(len(self._constraints))
        self._constraints.append((constraint, states))

    def narrow(self, variable: Variable, interval: Interval, because: frozenset[str]) -> None:
        """Restrict a variable to an interval that follows from some figures. Record a conflict if no value remains."""
        self._narrow(self._states[variable], interval, because)

    def _narrow(self, state: _State, interval: Interval, because: frozenset[str]) -> None:
        known = state.possible
        if state.broken or interval.contains(known):
            return
        own = state.because
        reasons = because if own <= because else own | because  # shared by all parts of a long sum
        if not known.overlaps(interval):
            self._break(state, interval, reasons)
            return
        both = known.intersection(interval)
        if state.whole:
            whole = whole_numbers(both)
            if whole is None:
                self._break(state, both, reasons, whole=True)
                return
            both = whole
        state.possible = both
        state.because = reasons
        self._changed[state] = None

    def _break(self, state: _State, other: Interval, reasons: frozenset[str], *, whole: bool = False) -> None:
        state.broken = True
        self.conflicts.append(Conflict(state.variable, state.possible, other, reasons, whole))

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
            constraint, states = self._constraints[number]
            if isinstance(constraint, Sum):
                self._narrow_sum(constraint, *states)
            else:
                self._narrow_product(constraint, *states)
            for state in self._changed:
                for other in state.constraints:
                    if other not in waiting:
                        waiting.add(other)
                        queue.append(other)
            self._changed.clear()

    def _narrow_sum(self, constraint: Sum, whole: _State, *parts: _State) -> None:
        values = [part.possible for part in parts]
        before = [_ZERO, *accumulate(values)]
        total = before[-1] if constraint.exact else _at_least(before[-1])
        if not total.contains(whole.possible):
            self._narrow(whole, total, _reasons(parts))
        if before[-1].is_point:
            return  # every part is a single value already
        after = [_ZERO, *accumulate(reversed(values))]
        after.reverse()
        known = whole.possible
        reasons = _reasons((whole, *parts))  # `narrow` adds those of the part itself anyway
        for number, part in enumerate(parts):
            left = known - (before[number] + after[number + 1])
            if not constraint.exact:
                left = _at_most(left)
            if not left.contains(part.possible):
                self._narrow(part, left, reasons)

    def _narrow_product(self, constraint: Product, left: _State, right: _State, product: _State) -> None:
        made = left.possible * right.possible / constraint.scale
        if not made.contains(product.possible):
            self._narrow(product, made, _reasons((left, right)))
        for target, other in ((left, right), (right, left)):
            divisor, known = other.possible, target.possible
            if known.is_point:
                continue  # the product is narrowed above
            if (divisor.lower is not None and divisor.lower > 0) or (divisor.upper is not None and divisor.upper < 0):
                left_over = product.possible * constraint.scale / divisor
                if not left_over.contains(known):
                    self._narrow(target, left_over, _reasons((product, other)))


def _reasons(states: Iterable[_State]) -> frozenset[str]:
    return frozenset[str]().union(*(state.because for state in states))


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
