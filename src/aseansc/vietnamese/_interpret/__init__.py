"""Interpret a quantity from the words around it: level, percent, points, multiple, attainment or ratio."""

from __future__ import annotations

from collections.abc import Callable
from itertools import takewhile
from typing import Final

from aseansc.units import Unit, UnitKind, percent as percent_unit, times
from aseansc.values import Qualifier
from aseansc.vietnamese._around import base_at, moves_before
from aseansc.vietnamese._candidates import Candidate
from aseansc.vietnamese._figure import Doubt, FigureKind
from aseansc.vietnamese._interpret._level import level
from aseansc.vietnamese._interpret._match import PLACES, Match, read_qualifier, read_sign, set_numbers, set_unit
from aseansc.vietnamese._interpret._per import said_per
from aseansc.vietnamese._interpret._percent import percent
from aseansc.vietnamese._interpret._ratio import multiple, points, rate, ratio
from aseansc.vietnamese._lexicon import around as lexicon
from aseansc.vietnamese._sides import Quantity
from aseansc.vietnamese._tokens import Tokens
from aseansc.vietnamese._units import UnitReader
from aseansc.vietnamese._windows import last_but

__all__ = ["PLACES", "interpreted"]

_NEAR: Final = 12
_ENDS: Final = frozenset(".!?")


def interpreted(
    tokens: Tokens,
    quantity: Quantity,
    units: UnitReader,
    *,
    previous_end: int,
    search_start: int,
    plan_said: bool,
    before: Candidate | None,
    earlier: Candidate | None,
    base_said: bool,
    turns: Unit | None,
) -> Candidate:
    """Return the candidate for a quantity, with kind, number, unit, qualifier and value.

    Args:
        tokens: the tokens of the passage.
        quantity: the number or numbers with their unit.
        units: the reader of the units.
        previous_end: end of the figure before it.
        search_start: end of the last figure before it that is not a date.
        plan_said: whether a plan is named since then.
        before: the figure before it.
        earlier: the last figure before it that is not a time.
        base_said: whether an earlier percent of the sentence is one of an earlier figure, such as the same period.
        turns: the unit of the last figure that counts turns of persons or households.
    """
    said = plan_said, before, earlier, base_said, turns
    match = Match(tokens, quantity, units, previous_end, search_start, *said, quantity.start, quantity.end)
    candidate = match.candidate
    read_sign(match)
    read_qualifier(match)
    said_per(match)
    set_numbers(match)
    set_unit(match)
    _interpretation(match)(match)
    if quantity.is_range:
        _interpret_range(match)
    for note, may_be in _DOUBTS.items():
        if may_be(match):
            candidate.doubt(note)
    if quantity.doubt:
        candidate.doubt(quantity.doubt)
    for side in (quantity.low, quantity.high):
        if side is not None and side.read.sure:
            candidate.remark(side.read.note)
        elif side is not None:
            candidate.doubt(side.read.note, Doubt.NUMBER)
    if candidate.doubted is not None:
        candidate.value = candidate.out_of = None
    candidate.start, candidate.end = match.start, match.end
    candidate.quotient = _quotient_of(match)
    return candidate


def _interpret_range(match: Match) -> None:
    candidate, quantity, words = match.candidate, match.quantity, match.tokens.words
    candidate.kind = FigureKind.RANGE
    if words[quantity.low.end + 1] == lexicon.BELOW_END:
        candidate.remark("the upper end itself is not included")
    until = words[quantity.low.end] in lexicon.UP_TO
    if quantity.with_from and until and moves_before(match.tokens, quantity.start):
        candidate.doubt("may be the start and end of a change, or the size of it")


def _may_be_ranked(match: Match) -> bool:
    """Return whether *ít nhất* or *nhiều nhất* may rank a change: huyện A giảm ít nhất 0,49%, xã giảm ít nhất là 1."""
    words, at = match.tokens.words, match.start
    bound = match.candidate.qualifier in (Qualifier.AT_LEAST, Qualifier.AT_MOST) and words[at + 1] == lexicon.MOST_IS[0]
    if not bound or at <= match.search_start or words[at - 1] not in lexicon.MOVED:
        return False
    return words[at + 2] == lexicon.IS or lexicon.MOST_IS[0] in (*words[:at], *words[at + 2 :])


def _may_be_bound(match: Match) -> bool:
    """Return whether *cao hơn* or *nhỏ hơn* has no base of comparison: nợ xấu đang thấp hơn 5%, cá nhỏ hơn 30 kg."""
    tokens, words, at = match.tokens, match.tokens.words, match.quantity.start
    adjectives = lexicon.UPWARDS | lexicon.DOWNWARDS
    known = match.known
    if known is None or known.kind is UnitKind.SHARE_POINT or match.candidate.qualifier is not Qualifier.EXACT:
        return False
    if at < 2 or words[at - 1] != lexicon.MORE or words[at - 2] not in adjectives:
        return False
    before = match.earlier
    if words[at - 3] in (",", ";", "(") and before is not None and (before.unit == known or before.has_moved):
        return False
    head = at
    while head > match.search_start and words[head - 1] not in lexicon.SENTENCE_SIGNS:
        head -= 1
    tail = [*takewhile(lambda word: word not in _ENDS, words[match.quantity.end :][:_NEAR])]
    return lexicon.COMPARED not in (*words[head:at], *tail) and not base_at(tokens, match.quantity.end)


def _may_be_denied(match: Match) -> bool:
    """Return whether *không* or *chưa* stands before the rise or fall: không cắt giảm 2 triệu tấn, chưa tăng 5%."""
    words, at = match.tokens.words, match.start - 1
    if match.candidate.kind is not FigureKind.CHANGE:
        return False
    while at >= match.search_start and words[at] not in lexicon.DIRECTIONS:
        if words[at] in lexicon.CLAUSE_SIGNS:
            return False
        at -= 1
    at = last_but(words, max(at, 0), lexicon.BETWEEN_DENIAL)
    return at >= match.search_start and words[at] in lexicon.DENIES and words[at + 1] not in lexicon.NOT_DENIED


_DOUBTS: Final[dict[str, Callable[[Match], bool]]] = {
    "may be a bound, or the smallest or largest change among several": _may_be_ranked,
    "may be a bound, or the difference from a figure that is not stated nearby": _may_be_bound,
    "the words before it may deny the change": _may_be_denied,
}


def _quotient_of(match: Match) -> Unit | None:
    """Return the unit of a quotient that the figure states, or whose change in percent it states."""
    unit, before = match.candidate.unit, match.before
    if unit is not None and unit.denominators:
        return unit
    moved = match.candidate.kind is FigureKind.CHANGE and unit == percent_unit
    return before.quotient if moved and before is not None and not match.names_subject else None


def _interpretation(match: Match) -> Callable[[Match], None]:
    if match.quantity.is_rate:
        return rate
    if match.quantity.high is not None and not match.quantity.is_range:
        return ratio
    kind = match.known.numerator.kind if match.known is not None else None
    if kind is UnitKind.SHARE:
        return percent
    if kind is UnitKind.SHARE_POINT:
        return points
    return multiple if match.known == times else level
