"""Percentage points, multiples, and parts of a whole."""

from __future__ import annotations

from decimal import Decimal
from functools import partial
from typing import Final

from aseansc._decimals import is_power_of_ten
from aseansc.errors import AseanscError, bug
from aseansc.units import percent, times
from aseansc.values import (
    Change,
    Qualifier,
    RelativeChange,
    RelativeForm,
    Value,
)
from aseansc.vietnamese._around import (
    either_way_before,
    plan_at,
    qualifier_before,
    up_to_before,
)
from aseansc.vietnamese._figure import FigureKind
from aseansc.vietnamese._interpret._match import (
    EITHER_WAY,
    FROM_PLAN,
    PLACES,
    TWO_QUALIFIERS,
    Match,
)
from aseansc.vietnamese._lexicon import around as lexicon
from aseansc.vietnamese._sides import PER

_THOUSAND: Final = Decimal(1000)
_TEN: Final = Decimal(10)
_FEW: Final = Decimal(5)
_FAR_ABOVE: Final = Decimal(2)
"""How many times its plan or whole an amount hardly is."""


def points(match: Match) -> None:
    """Interpret percentage points: a change, or a difference whose direction is not stated."""
    candidate, known = match.candidate, match.known
    candidate.kind, candidate.unit = FigureKind.PERCENTAGE_POINT, known
    direction = match.sign or match.moves(in_clause=True) or match.named_change() or match.search(up_to_before)
    if match.search(either_way_before):
        candidate.doubt(EITHER_WAY)
    elif direction:
        candidate.direction = direction
        match.state(Change, known, direction if not match.sign else 1)
        if plan_at(match.tokens, match.end):
            candidate.remark(FROM_PLAN)
    else:
        candidate.remark("no word nearby states whether it rose or fell")
        match.state(Value, known)


def multiple(match: Match) -> None:
    """Interpret a number of times: a multiple, or occasions."""
    candidate, tokens = match.candidate, match.tokens
    candidate.kind = FigureKind.RATIO
    multiplied = partial(RelativeChange, form=RelativeForm.TIMES)
    of_plan = plan_at(tokens, match.end)
    if tokens.precedes(match.start, lexicon.MULTIPLIES) and not of_plan:
        outer = qualifier_before(tokens, match.start - 1, match.previous_end)
        if outer is not None and candidate.qualifier not in (Qualifier.EXACT, outer.qualifier):
            candidate.doubt(TWO_QUALIFIERS)
        elif outer is not None and not match.quantity.is_range:  # gần gấp 3 lần
            candidate.qualifier, match.start = outer.qualifier, outer.start
            match.state(multiplied, times)
            return
    if of_plan:
        candidate.kind = FigureKind.ATTAINMENT
        candidate.doubt("a multiple of the plan, or by which the plan was exceeded; it is not printed in percent")
    elif match.is_after(lexicon.MULTIPLIES, lexicon.EQUALS):
        match.state(multiplied, times)
    elif match.moves(in_clause=False):
        candidate.doubt(lexicon.N_TIMES)
    else:
        candidate.kind, candidate.unit = FigureKind.LEVEL, None
        candidate.doubt(lexicon.OCCASIONS)


def rate(match: Match) -> None:
    """Interpret a rate: a single value, whose unit states the denominator, or a number of times."""
    candidate, low, high = match.candidate, match.quantity.low, match.quantity.high
    if high is None:
        raise bug(high)
    if high.unit is None:
        raise bug(high.unit)
    candidate.kind, candidate.note = FigureKind.RATIO, ""
    candidate.number, candidate.magnitude, candidate.scale = low.read.number, low.magnitude, low.numeral.scale
    candidate.qualifier = match.quantity.qualifier or candidate.qualifier
    above, below = low.unit.bare if low.unit is not None else "", high.unit.bare
    candidate.remark(f"a rate: {above} per {high.magnitude:f} {below}".replace("  ", " "))
    if match.moves(in_clause=True):
        candidate.kind = FigureKind.CHANGE
        candidate.doubt("may be the change of a rate, or the rate itself")
        return
    unit, magnitude, resolution = PER.get(high.magnitude), low.magnitude, None
    if unit is None and low.magnitude == 1 and above.partition(" ")[0] != below.partition(" ")[0]:
        unit, magnitude = times, high.magnitude
    elif high.magnitude == _TEN and low.unit is not None and low.unit.unit == high.unit.unit:
        unit, magnitude, resolution = percent, low.magnitude * _TEN, _TEN
    if unit is None:
        candidate.doubt("not per a round number")
        return
    candidate.unit = unit
    try:
        candidate.value = Value(magnitude=magnitude, unit=unit, qualifier=candidate.qualifier, resolution=resolution)
    except AseanscError as refused:
        candidate.doubt(refused.problem)


def ratio(match: Match) -> None:
    """Interpret a part and its whole."""
    candidate, unit, high, low = match.candidate, match.unit, match.quantity.high, match.quantity.low
    candidate.kind = FigureKind.RATIO
    if unit is None:
        candidate.note = ""
        candidate.remark("a ratio whose unit is not printed")
    if unit is None or unit.unit is None or high is None:
        return
    match.state(Value, unit.counted)
    may_be_fraction = high.magnitude <= _FEW and unit.unit.code not in PLACES and low.magnitude < high.magnitude
    if unit.unit.denominators and unit.each is None and match.quantity.unit is unit:
        candidate.doubt("may be two prices or amounts, such as buying and selling")  # 23.941/26.355 đồng/USD
    elif high.unit is None and low.unit is not None and high.magnitude * _FAR_ABOVE < low.magnitude:
        candidate.doubt("the number after the stroke may count something else")  # diện tích 1.877,4 ha/253
    elif candidate.qualifier is not Qualifier.EXACT or may_be_fraction:
        candidate.doubt("may be a fraction, or a count out of a total")
    elif high.magnitude >= _THOUSAND and is_power_of_ten(high.magnitude):
        candidate.doubt("may be a rate per round number, or a count out of a total")
    elif isinstance(candidate.value, Value):
        try:
            candidate.out_of = Value(magnitude=high.magnitude, unit=candidate.value.unit)
        except AseanscError as refused:
            candidate.doubt(refused.problem)
