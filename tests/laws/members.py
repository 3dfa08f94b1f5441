"""A strategy for members of an interval."""

from __future__ import annotations

from decimal import Context, Decimal

from hypothesis import strategies as st

from aseansc import Interval

WIDE = Context(prec=400, Emin=-99999, Emax=99999)
"""A context that computes every sum and product of the tests without rounding."""

_STEPS = 64


@st.composite
def members(draw: st.DrawFn, interval: Interval, *, not_negative: bool = False) -> Decimal:
    """Draw a member of an interval, including its closed ends."""
    low, high = interval.lower, interval.upper
    if not_negative and (low is None or low < 0):
        low = Decimal(0)
    if low is not None and high is not None:
        first = int(interval.lower_open and low == interval.lower)
        step = draw(st.integers(first, _STEPS - int(interval.upper_open)))
        width = WIDE.subtract(high, low)
        return WIDE.add(low, WIDE.divide(WIDE.multiply(width, Decimal(step)), Decimal(_STEPS)))
    distance = Decimal(draw(st.integers(0, 10**9))).scaleb(draw(st.integers(-9, 9)), context=WIDE)
    if low is not None:
        beyond = distance if not (interval.lower_open and low == interval.lower) or distance else Decimal(1)
        return WIDE.add(low, beyond)
    if high is not None:
        beyond = distance if not interval.upper_open or distance else Decimal(1)
        return WIDE.subtract(high, beyond)
    return distance if draw(st.booleans()) else -distance
