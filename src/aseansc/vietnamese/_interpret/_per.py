"""Denominators that are said elsewhere than after the unit: mỗi xã, bình quân đầu người, 500 hộ mỗi năm."""

from __future__ import annotations

from itertools import pairwise
from typing import Final

from attrs import evolve

from aseansc.errors import AseanscError, bug
from aseansc.periods import Frequency
from aseansc.units import (
    Unit,
    UnitKind,
    day,
    household_turn,
    index_point,
    month,
    percentage_point,
    person,
    person_turn,
    quarter,
    turn,
    year,
)
from aseansc.vietnamese._around import is_mean_of_one, names_subject
from aseansc.vietnamese._figure import FigureKind
from aseansc.vietnamese._interpret._match import Match
from aseansc.vietnamese._lexicon import around as lexicon
from aseansc.vietnamese._lexicon.dates import FREQUENCIES, MONTH
from aseansc.vietnamese._lexicon.numbers import EVERY
from aseansc.vietnamese._lexicon.scope import EACH
from aseansc.vietnamese._nouns import NO_UNIT, Noun
from aseansc.vietnamese._relative_times import is_goods
from aseansc.vietnamese._windows import back_from, near_before

_KINDS: Final = frozenset(
    {UnitKind.COUNT, UnitKind.MONEY, UnitKind.MASS, UnitKind.VOLUME, UnitKind.ENERGY, UnitKind.AREA, UnitKind.LENGTH}
)
_PERIODS: Final = {Frequency.MONTH: month, Frequency.QUARTER: quarter, Frequency.YEAR: year}
_EACH_OR_MEAN: Final = lexicon.EACH_OF | lexicon.ONES | {end for _, end in lexicon.MEANS}
_MEANT: Final = (UnitKind.COUNT, UnitKind.MASS, UnitKind.VOLUME, UnitKind.AREA)
"""Kinds of units of which a mean is one for each of other things; a height or an amount of rain is not."""
_TURNS: Final = {"person": person_turn, "household": household_turn}
_PAIRED: Final = [*lexicon.ON_THE_WAY, [lexicon.COMPARED, lexicon.AGAINST]]
"""Words between two amounts of the same: từ 470 USD/người lên 915 USD, 8,1 triệu đồng/người so với 5,9 triệu đồng."""
_FAR: Final = 24
_TAIL: Final = 4


def said_per(match: Match) -> None:
    """Add the denominators that the words around a figure give to its unit, or doubt the figure."""
    _turns_of(match)
    _points_of(match)
    _short_of(match)
    known, quantity = match.known, match.quantity
    if known is None or known.numerator.kind not in _KINDS or quantity.is_rate:
        return
    if quantity.high is not None and not quantity.is_range:
        below = _head_before(match)
        if below is not None and below not in known.denominators:
            _divide(match, below)
        return
    _per_year_after(match)
    if _continues(match):
        return
    below = _head_before(match) or _each_before(match)
    if below is not None and not _is_per(known, below):
        _divide(match, below)
    spell = _spell_before(match)
    if spell is not None:
        _divide(match, spell)
    elif below is None:
        _doubt_mean(match)


def _doubt_mean(match: Match) -> None:
    if match.unit is not None and _may_be_mean(match):
        match.take(evolve(match.unit, unit=None, problem=lexicon.MEAN_OF_UNSTATED))


def _may_be_mean(match: Match) -> bool:
    """Return whether a count or a mass is a mean, and what it is per is not stated: bình quân chung đạt 14 tiêu chí."""
    words, known = match.tokens.words, match.known
    if known is None or known.denominators or known.kind not in _MEANT or known == index_point:
        return False
    if words[match.start - 1] == "(":
        return False  # thu nhập trung bình của một hộ (4 người)
    for back in back_from(match.start, _FAR, match.search_start):
        if words[back] in lexicon.CLAUSE_SIGNS - {"(", ")"} or words[back] in FREQUENCIES or words[back] == lexicon.PER:
            return False
        if (words[back - 1], words[back]) in lexicon.MEANS:
            before = tuple(near_before(words, back - 1, 2))
            return before != lexicon.POPULATION and words[back + 1] not in lexicon.MEDIUM and not _is_each(words, back)
    return False


def _is_each(words: list[str], at: int) -> bool:
    """Return whether *mỗi tháng* or the like is said before a token: mỗi tháng bán bình quân 900 xe."""
    near = near_before(words, at, _FAR)
    return any(first in EACH and second in FREQUENCIES for first, second in pairwise(near))


def _spell_before(match: Match) -> Unit | None:
    """Return the month or year of a mean that is named before an amount: bình quân người/tháng, bình quân tháng."""
    words, known = match.tokens.words, match.known
    if known is None or known.numerator.kind is not UnitKind.MONEY:
        return None
    if any(one.kind is UnitKind.DURATION for one in known.denominators):
        return None
    for back in back_from(match.start, _FAR, match.search_start):
        if _ends_scope(match, match.start, back):
            return None
        if (words[back - 1], words[back]) in lexicon.MEANS:
            return _spell_of_mean(match, back + 1)
    return None


def _spell_of_mean(match: Match, at: int) -> Unit | None:
    """Return the month or year after *bình quân*, and after the persons that may be named between."""
    words, first = match.tokens.words, at
    if words[at : at + 2] == [*lexicon.PER_HEAD]:
        at += 2
    else:
        at += words[at] == lexicon.PER
        at += words[at] in lexicon.ONES
        noun = match.units.noun_at(match.tokens, at)
        at = noun.end if noun is not None and noun.code in _TURNS else at
    spell = _spell_at(words, at, match.start)[0]
    if (
        spell is None
        and at == first
        and words[at] == MONTH
        and (not words[at + 1][:1].isdecimal() or at + 1 == match.start)
    ):
        return month  # thu nhập bình quân tháng đạt 10 triệu đồng/người
    return spell


def _spell_at(words: list[str], at: int, start: int = 0) -> tuple[Unit | None, int]:
    """Return the month or year below a stroke or after *một* at a token, and where it ends: /tháng, một (1) tháng.

    The number at `start` is that of the amount, not of a month: 1 người 1 tháng 2 triệu đồng.
    """
    end = at
    while words[end] in lexicon.BEFORE_SPELL:
        end += 1
    per = FREQUENCIES.get(words[end]) if end > at and (not words[end + 1][:1].isdecimal() or end + 1 == start) else None
    return (None, at) if per is None else (_PERIODS[per], end + 1)


def _is_per(unit: Unit, below: Unit) -> bool:
    """Return whether a unit is already per another, or per something that is counted: mỗi xã 21 triệu đồng/dự án."""
    counted = any(one.kind is UnitKind.COUNT for one in unit.denominators)
    return below in unit.denominators or (counted and below.kind is UnitKind.COUNT)


def _turns_of(match: Match) -> None:
    """Read bare *lượt* as turns of what the clause names: khách du lịch đạt 8,6 triệu lượt."""
    if match.unit is None or match.unit.bare.lower() != lexicon.TURN or match.known != turn:
        return
    before = match.earlier
    words, start = match.tokens.words, match.start
    is_other = words[match.end] in lexicon.TURNS_OF_OTHERS or words[start - 1] == lexicon.RECEIVES
    is_other = is_other or tuple(words[start - 2 : start]) in lexicon.BROADCASTS
    if is_other or (before is not None and before.unit == turn):
        return
    of = _turn_before(match)
    if of is not None:
        match.take(evolve(match.unit, unit=of))


def _points_of(match: Match) -> None:
    """Read bare *điểm* as points of a rate: tỷ lệ 67,5%, tăng 3,4 điểm; doubt it if nothing names an index."""
    unit, words, start = match.unit, match.tokens.words, match.start
    if unit is None or match.known != index_point or unit.bare.lower() != lexicon.POINT:
        return
    if not match.moves(in_clause=True):
        return
    head = start
    while head > max(0, start - 3 * _FAR) and words[head - 1] not in lexicon.SENTENCE_SIGNS:
        head -= 1
    is_index = not lexicon.INDICES.isdisjoint(words[head:start])
    if match.is_of_rate and not is_index:
        match.take(evolve(unit, unit=percentage_point))
    elif not is_index and not lexicon.PERCENT_WORDS.isdisjoint(words) and lexicon.INDICES.isdisjoint(words):
        match.take(evolve(unit, unit=None, problem=lexicon.POINTS_OR_INDEX))


def _short_of(match: Match) -> None:
    """Read a bare noun as the longer one of the figure before: 24 đơn vị cấp huyện, tăng chín đơn vị."""
    unit, earlier, words = match.unit, match.earlier, match.tokens.words
    if unit is None or not unit.bare or match.known == turn or unit.end != unit.noun_end:
        return
    if (
        earlier is None
        or earlier.unit is None
        or earlier.unit == match.known
        or earlier.unit.kind is not UnitKind.COUNT
    ):
        return
    noun, printed = unit.bare.lower().split(), words[earlier.start : earlier.end]
    longer = any(printed[at : at + len(noun)] == noun for at in range(len(printed) - len(noun)))
    clause = match.start
    while clause > earlier.end and words[clause - 1] != ",":
        clause -= 1
    if longer and not names_subject(match.tokens, match.start, clause) and match.moves(in_clause=False):
        match.take(evolve(unit, unit=earlier.unit))


def _turn_before(match: Match) -> Unit | None:
    """Return the turns of the persons or households that a sentence names, or of which earlier figures count turns."""
    tokens, start, found = match.tokens, match.start, None
    for back in back_from(start, 2 * _FAR):
        if tokens.words[back] in lexicon.SENTENCE_SIGNS - {":"}:
            break
        pair = tokens.words[back - 1], tokens.words[back]
        if pair[1] in lexicon.OTHER_TURNS and pair not in lexicon.NO_OTHER_TURNS:
            return None
        noun = match.units.noun_at(tokens, back) if found is None else None
        found = found or (_TURNS.get(noun.code) if noun is not None else None)
    return found or match.turns


def _divide(match: Match, below: Unit) -> None:
    unit = match.unit
    if unit is None:
        raise bug(unit)
    if unit.unit is None:
        raise bug(unit.unit)
    try:
        match.take(evolve(unit, unit=unit.unit / below, each=None))
    except AseanscError as refused:
        match.candidate.doubt(refused.problem)


def _continues(match: Match) -> bool:
    """Give the unit of a quotient to the change of it: 27 triệu đồng/người, tăng 2 triệu đồng."""
    before, unit = match.earlier, match.unit
    if unit is None:
        raise bug(unit)
    if before is None or before.quotient is None:
        return False
    if before.quotient.numerator != unit.unit:
        return _is_in_other_currency(match, before.quotient)
    if match.between in _PAIRED or _equals_change(match):
        match.take(evolve(unit, unit=before.quotient, each=None))
        return True
    is_beside = match.between[:1] in (["("], ["/"])  # 55,3 triệu đồng/người/KH 55 triệu đồng
    bracketed = is_beside and all(word in lexicon.SAME_IN_BRACKET for word in match.between[1:])
    moved = not match.names_subject and match.moves(in_clause=False)
    if not (bracketed or moved or match.between in lexicon.SAME or _is_at_another_time(match)):
        return False
    match.take(evolve(unit, unit=before.quotient, each=None))
    return True


def _equals_change(match: Match) -> bool:
    """Return whether an amount is the change that the percent before it states: tăng 6,8%, tương ứng tăng 451 đồng."""
    before, between = match.before, match.between
    words = between[between[:1] in ([","], ["("]) :]
    if before is None or before.kind is not FigureKind.CHANGE or tuple(words[:2]) not in lexicon.EQUIVALENTS:
        return False
    return all(word in lexicon.MOVED for word in words[2:])


def _is_in_other_currency(match: Match, quotient: Unit) -> bool:
    """Give the denominators of an amount to the same one in another currency: 45 triệu đồng/người (1.900 USD)."""
    unit, between = match.unit, match.between
    if unit is None or unit.unit is None or match.earlier is not match.before:
        return False
    if unit.unit.kind is not UnitKind.MONEY or quotient.numerator.kind is not UnitKind.MONEY:
        return False
    words = between[between[:1] in ([","], ["("]) :]
    if between != ["("] and words not in lexicon.SAME and not (len(words) <= _TAIL and _is_equal(words)):
        return False
    for below in quotient.denominators:
        _divide(match, below)
    return True


def _is_equal(words: list[str]) -> bool:
    return tuple(words[:2]) in lexicon.EQUIVALENTS and all(
        word in lexicon.NO_SUBJECT | lexicon.BARELY for word in words[2:]
    )


def _is_at_another_time(match: Match) -> bool:
    """Return whether only another time stands between two amounts: đến năm 2020 đạt 5 USD/người, đến năm 2030 đạt 9."""
    earlier, before = match.earlier, match.before
    if earlier is None or before is None or before is earlier or not before.is_time or match.names_subject:
        return False
    between = match.tokens.words[earlier.end : match.start]
    return lexicon.SENTENCE_SIGNS.isdisjoint(between[1:]) and not {",", ";", lexicon.AND}.isdisjoint(between)


def _head_before(match: Match) -> Unit | None:
    """Return persons if *bình quân đầu người* is said before the figure."""
    tokens, words, start = match.tokens, match.tokens.words, match.start
    if match.known is not None and match.known.numerator.kind is UnitKind.COUNT and match.known.numerator != turn:
        return None
    first = match.search_start
    if match.before is not None and match.is_equivalent:
        # GRDP bình quân đầu người tăng gấp 1,7 lần so với năm 2020 (tương đương 3.434 USD)
        start, first = match.before.end, 0
    for back in back_from(start, _FAR, first):
        if words[back : back + 2] == [*lexicon.PER_HEAD]:
            return person
        if _ends_scope(match, start, back):
            return None
        if words[back] in lexicon.CLAUSE_SIGNS and names_subject(tokens, start, back):
            return None
    return None


def _ends_scope(match: Match, start: int, back: int) -> bool:
    """Return whether a token ends what *bình quân đầu người* or *mỗi* before it applies to."""
    word = match.tokens.words[back]
    if word == ":" and not names_subject(match.tokens, start, back):
        return False
    whole = word in lexicon.ALL_OF and match.tokens.words[back + 1] not in lexicon.WHOLE_PLACES  # chung cả nước
    return word in lexicon.SENTENCE_SIGNS or whole


def _each_before(match: Match) -> Unit | None:
    """Return the unit of the noun after *mỗi* before the figure; withhold the value if other figures come between."""
    words, start = match.tokens.words, match.start
    if _EACH_OR_MEAN.isdisjoint(near_before(words, start, _FAR)):
        return None
    for back in back_from(start, _FAR):
        if _ends_scope(match, start, back):
            return None
        if (words[back - 1], words[back]) in lexicon.MEANS and (below := _mean_of(match, back)) is not None:
            return below
        is_one = is_mean_of_one(words, back) or (words[back] in lexicon.ONES and words[back - 1] == EVERY)
        if is_one or words[back] in lexicon.EACH_OF:
            return _each_at(match, back, is_one=is_one)
    return None


def _each_at(match: Match, at: int, *, is_one: bool) -> Unit | None:
    """Return the unit of the noun after *mỗi* or *bình quân một* at a token; doubt a figure if it is not known."""
    words = match.tokens.words
    noun = match.units.noun_at(match.tokens, at + 1)
    if noun is None and is_one and at >= match.search_start and words[at + 1].isalpha():
        match.candidate.doubt(f"may be for each of the things named after “{words[at]}”, or in all")
    return None if noun is None or noun.end > match.start else _each_of(match, noun, at)


def _mean_of(match: Match, at: int) -> Unit | None:
    """Return the unit of the noun after *bình quân*: bình quân/xã, bình quân xã, bình quân của người lao động."""
    words, start = match.tokens.words, match.start
    if tuple(near_before(words, at - 1, 2)) in lexicon.BODY_MEASURES:
        return None
    of_people = words[at + 1] == lexicon.OF
    if at < match.search_start:  # bình quân của thành viên đạt 4 triệu đồng và của người lao động là 3 triệu đồng
        at = next((one for one in range(match.search_start, start) if of_people and words[one] == lexicon.OF), start)
    else:
        at += words[at + 1] in lexicon.MEAN_OF
    unit = _counted_at(match, at + 1)
    return None if of_people and unit != person else unit  # thu nhập bình quân của gia đình anh A


def _counted_at(match: Match, at: int) -> Unit | None:
    """Return the unit of the counted noun at a token before the figure, unless the figure itself counts it."""
    noun, words = match.units.noun_at(match.tokens, at), match.tokens.words
    if noun is None or noun.code == NO_UNIT or noun.end > match.start:
        return None
    unit, own = match.units.unit_of(noun), match.known.numerator if match.known is not None else None
    if words[noun.end] == lexicon.PER and _spell_at(words, noun.end)[0] is None:
        return _counted_at(match, noun.end + 1) if unit == own else None  # bình quân học sinh/lớp: per class
    return unit if unit.kind is UnitKind.COUNT and unit != own else None


def _each_of(match: Match, noun: Noun, at: int) -> Unit | None:
    """Return the unit of a noun after *mỗi*, or doubt the figure if it may be for each of them or in all."""
    words = match.tokens.words
    spell, end = _spell_at(words, noun.end)
    if words[noun.end] in lexicon.ONE_PRODUCT and spell is None:
        return None
    unit = None if noun.code == NO_UNIT else match.units.unit_of(noun)
    is_frequency = unit is not None and unit.kind is UnitKind.DURATION and unit != day  # mỗi ngày has no frequency
    if unit is not None and (is_frequency or (match.known is not None and unit == match.known.numerator)):
        return None
    if match.known is not None and unit in match.known.denominators:
        return None  # trên 1 ha … đạt 115 triệu đồng, tăng 48 triệu đồng/ha
    between = words[end : match.start]
    apart = at < match.search_start or "/" in between or not _is_one_list(between)
    if apart or unit is None or (unit.kind not in _KINDS and unit != day):
        match.candidate.doubt(f"may be for each of the things named after “{words[at]}”, or in all")
        return None
    return unit


def _is_one_list(words: list[str]) -> bool:
    """Return whether commas only separate things of one kind: trên 1 ha đất trồng trọt, đất nuôi trồng thủy sản."""
    return all(after == words[0] for word, after in pairwise(words) if word == ",")


def _per_year_after(match: Match) -> None:
    """Read *mỗi năm* or *hằng năm* after a counted noun as its frequency: 500 hộ thoát nghèo mỗi năm."""
    unit, words = match.unit, match.tokens.words
    if unit is None:
        raise bug(unit)
    if unit.unit is None or unit.unit.denominators or match.quantity.is_range:
        return
    at = match.end
    while at - match.end < 2 * _TAIL and words[at].isalpha() and words[at] not in EACH and words[at] != lexicon.AND:
        at += 1
    if not lexicon.RECEIVED.isdisjoint(words[match.end : at]):
        return  # 500 người hưởng trợ cấp hằng tháng
    per = FREQUENCIES.get(words[at + 1]) if words[at] in EACH and not is_goods(words, at) else None
    after = words[at + 2]
    if per is None or (after[:1].isalnum() and after not in lexicon.AFTER_SPELL):
        return
    match.take(evolve(unit, unit=unit.unit / _PERIODS[per], each=per))
    if at == match.end:
        match.end = at + 2
