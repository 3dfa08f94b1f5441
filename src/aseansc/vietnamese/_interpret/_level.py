"""Levels, and changes in the unit of a level."""

from __future__ import annotations

from itertools import pairwise, takewhile
from typing import Final

from aseansc._decimals import is_power_of_ten
from aseansc.errors import bug
from aseansc.mentions import MentionKind
from aseansc.units import Unit, UnitKind, person
from aseansc.values import (
    Change,
    Qualifier,
    Value,
)
from aseansc.vietnamese._around import (
    base_at,
    comparison_before,
    difference_before,
    either_way_before,
    moves_before,
    plan_at,
    up_to_before,
)
from aseansc.vietnamese._figure import Doubt, FigureKind
from aseansc.vietnamese._governing import AFTER_CHANGE
from aseansc.vietnamese._interpret._match import (
    BY_OR_LEVEL,
    EITHER_WAY,
    FROM_PLAN,
    PLACES,
    UP_TO,
    Match,
    goes_on,
    goes_with_change,
    planned,
)
from aseansc.vietnamese._lexicon import around as lexicon
from aseansc.vietnamese._units import UnitRead
from aseansc.vietnamese._windows import back_from, near_before

_TAIL: Final = 6
_LONG: Final = 10
_SENTENCE: Final = 40
_FIRST_YEAR: Final = 1990
_LAST_YEAR: Final = 2050
_YEAR_SIZE: Final = 4


def level(match: Match) -> None:
    """Interpret an amount: a level, a change, an age or a duration."""
    candidate, direction = match.candidate, _direction_of_level(match)
    mention = _age_or_duration(match, direction)
    if mention is not None:
        candidate.mention = mention
        candidate.remark("an age" if mention is MentionKind.AGE else "a duration")
    elif not direction and (doubt := _may_have_moved(match)):
        candidate.kind = FigureKind.CHANGE
        candidate.doubt(doubt)
        candidate.unit = match.known
        return
    elif direction and not _is_level_with_sign(match):
        _change(match, direction)
        return
    elif direction:
        _signed_level(match)
    if match.known is not None:
        _plain_level(match)
    is_over = candidate.qualifier is Qualifier.OVER and match.tokens.words[match.start] == lexicon.OVER
    if is_over and (doubt := _doubt_of_over(match, match.unit)):
        candidate.doubt(doubt, Doubt.MEANING if match.known is not None else Doubt.UNIT)


def _age_or_duration(match: Match, direction: int) -> MentionKind | None:
    if _is_indicator(match):
        return None
    if match.unit is not None and match.unit.age:
        return None if _is_change_of_duration(match, direction) else MentionKind.AGE
    is_duration = match.known is not None and match.known.kind is UnitKind.DURATION and not match.sign
    return MentionKind.DURATION if is_duration and not _is_change_of_duration(match, direction) else None


def _is_indicator(match: Match) -> bool:
    """Return whether an age or a duration is what the sentence measures: tuổi thọ trung bình đạt 74,5 tuổi."""
    words, start = match.tokens.words, match.start
    if match.known is None or match.known.kind is not UnitKind.DURATION:
        return False
    for back in back_from(start, 2 * _LONG, match.search_start):
        if (words[back], words[back + 1]) in lexicon.LIVED:
            return words[back] != lexicon.COUNTED or words[back - 1] == lexicon.WHOLE
        if (words[back], words[back + 1]) in lexicon.HEALTHY:
            return words[back - 1] == lexicon.YEAR  # số năm sống khỏe, but not người cao tuổi sống khỏe
        if words[back] in lexicon.CLAUSE_SIGNS - {":"}:
            return False
    return False


def _change(match: Match, direction: int) -> None:
    candidate, known = match.candidate, match.known
    candidate.direction = direction
    candidate.kind = FigureKind.LEVEL if match.sign and known is None else FigureKind.CHANGE
    if known is not None:
        candidate.unit = known
        match.state(Change, known, direction if not match.sign else 1)
        end = _behind_bracket(match)
        if plan_at(match.tokens, end):
            candidate.remark(FROM_PLAN)
        elif match.is_after(lexicon.EXCEEDS) and not base_at(match.tokens, end) and not match.plan_said:
            candidate.doubt(BY_OR_LEVEL)  # kim ngạch đã vượt 1 tỷ USD
        elif _is_in_name(match) or (direction < 0 and _may_be_granted(match, known)):
            candidate.doubt(BY_OR_LEVEL)


def _behind_bracket(match: Match) -> int:
    """Return the end of a figure with the bracket after it: vượt 6 tỷ USD (tăng 2%) so với năm trước."""
    after = match.tokens.words[match.end : match.end + 2 * _LONG]
    return match.end + after.index(")") + 1 if after[:1] == ["("] and ")" in after else match.end


def _is_in_name(match: Match) -> bool:
    """Return whether the rise before an amount belongs to its name: vốn cấp mới và tăng thêm 298 triệu USD."""
    words = match.tokens.words
    verb = next((at for at in range(match.start - 1, match.search_start, -1) if words[at] not in lexicon.MOVED), 0)
    return (words[verb - 1], words[verb]) == lexicon.ALSO_ADDED


def _direction_of_level(match: Match) -> int:
    if match.search(either_way_before) or _is_new(match):
        return 0
    direction = match.sign or match.moves(in_clause=False) or match.named_change(of_amount=True)
    if not direction and match.before is not None and match.between in lexicon.SAME and goes_on(match):
        return match.before.direction
    return direction


def _is_new(match: Match) -> bool:
    """Return whether *thêm* says that things are counted that were not there before, and not by how much more.

    Trong tháng có thêm 109 doanh nghiệp thành lập mới; kết nạp thêm 20 đảng viên, but not *thêm … so với năm trước*.
    """
    words, at = match.tokens.words, match.start
    if (words[at - 2], words[at - 1]) != lexicon.HAS_MORE:
        is_done = words[at - 1] == lexicon.FURTHER and words[at - 2] in lexicon.DONE_MORE
        return is_done and not base_at(match.tokens, match.end) and lexicon.COMPARED not in _after(match)
    after = _after(match)
    return lexicon.NEW in after and lexicon.RURAL not in after  # xã đạt chuẩn nông thôn mới


def _after(match: Match) -> list[str]:
    """Return the words after a figure up to the next sign."""
    return [*takewhile(str.isalpha, match.tokens.words[match.end : match.end + _TAIL])]


def _plain_level(match: Match) -> None:
    candidate, unit = match.candidate, match.unit
    if unit is None:
        raise bug(unit)
    candidate.per = unit.each
    if _may_be_year(match):
        candidate.doubt("may be a count or a year")
    planned(match)
    if _is_the_same(match):
        candidate.remark("the same as the figure before it, in another unit: not a further amount")
        if match.before is not None and match.before.has_moved:
            candidate.direction = match.before.direction
            candidate.doubt(AFTER_CHANGE)
    if candidate.doubted is None:
        match.state(Value, unit.counted)


def _doubt_of_over(match: Match, unit: UnitRead | None) -> str:
    """Return why *trên* before an amount may not mean "more than", or an empty string."""
    before, last = match.tokens.words[match.start - 1] if match.start else "", match.before
    if before == lexicon.BASED:
        return lexicon.IN_OR_OVER  # dựa trên 5 lĩnh vực
    if unit is None or (counted := unit.counted) is None:
        return lexicon.IN_OR_OVER * (before in lexicon.ON_LAND)
    if _may_be_base(match, counted, unit.bare):
        return "" if before in lexicon.BEFORE_OVER else lexicon.PER_OR_OVER
    if match.quantity.low.numeral.power:
        return ""  # trồng trên 41,8 nghìn ha
    follows = last is not None and last.takes_time and last.end == match.start  # giảm 5% trên 3 tiêu chí
    if counted.code in PLACES or (follows and counted.kind is UnitKind.COUNT):
        return lexicon.IN_OR_OVER
    return _on_or_over(match, before, counted)


def _on_or_over(match: Match, before: str, counted: Unit) -> str:
    """Return the same for what is done on persons or land: khảo sát trên 509 trẻ, trồng trên 12 ha."""
    if before not in lexicon.BEFORE_OVER and _is_of_study(match):
        return lexicon.IN_OR_OVER
    return lexicon.ON_OR_OVER if counted.kind is UnitKind.AREA and before in lexicon.ON_LAND else ""


def _may_be_base(match: Match, counted: Unit, bare: str) -> bool:
    """Return whether a round number of persons may be the base of a rate: tử vong trên 1 triệu dân."""
    words, end = match.tokens.words, match.end
    # trên 100.000 người dân là 12 vụ
    is_stated = words[end] in lexicon.BEFORE_RATES and match.tokens.is_number(end + 1)
    is_base = bare == lexicon.PEOPLE or (counted == person and (match.is_of_rate or is_stated))
    return is_base and is_power_of_ten(match.quantity.low.magnitude)


def _is_of_study(match: Match) -> bool:
    """Return whether the sentence before an amount names a study: nghiên cứu cắt ngang trên 509 trẻ."""
    near = near_before(match.tokens.words, match.start, _SENTENCE)
    before = takewhile(lambda word: word not in lexicon.SENTENCE_SIGNS, reversed(near))
    return not lexicon.STUDIES.isdisjoint(before)


def _is_the_same(match: Match) -> bool:
    """Return whether words such as *trị giá* say that the amount is that of the figure before it in another unit."""
    between = match.between
    if len(between) > _LONG:
        return False
    at = next((at for at, pair in enumerate(pairwise(between)) if pair in lexicon.EQUIVALENTS), _LONG)
    if at > _TAIL:
        return False
    # "500 lượt người, cấp thuốc trị giá 5 triệu đồng": of the medicine
    return not any(word in lexicon.CLAUSE_SIGNS for word in between[: at - 1]) if at else True


def _may_be_year(match: Match) -> bool:
    low, known = match.quantity.low.numeral, match.known
    return (
        known is not None
        and known.kind is UnitKind.COUNT
        and match.candidate.qualifier is Qualifier.EXACT
        and not low.power
        and len(low.digits) == _YEAR_SIZE
        and low.digits.isdecimal()
        and not low.blanks
        and _FIRST_YEAR <= int(low.digits) <= _LAST_YEAR
    )


def _is_level_with_sign(match: Match) -> bool:
    """Return whether the sign may belong to a level, because no word nearby marks the figure as a change."""
    tokens, start, before = match.tokens, match.start, match.before
    if not match.sign or difference_before(tokens, start, match.search_start) or base_at(tokens, match.end):
        return False
    if not tokens.precedes(start, "(") or before is None or not before.takes_time:
        return True
    between = match.between[:-1]
    return len(between) > _TAIL or not all(map(str.isalpha, between))


def _signed_level(match: Match) -> None:
    """Withhold the value unless the figure is certainly a level below zero."""
    sign, before = match.tokens.words[match.start], match.tokens.words[match.start - 1]
    if match.sign > 0:
        match.candidate.doubt("may be a change, or a level with a sign")
    elif match.known is not None and match.known.kind is UnitKind.COUNT:
        match.candidate.doubt("may be a decrease, or a count after a dash")
    elif sign == "-" and before not in lexicon.BEFORE_A_MINUS:
        match.candidate.doubt("the dash before it may be a minus sign or punctuation")


def _may_be_granted(match: Match, unit: Unit) -> bool:
    """Return whether money may be what was granted by lower prices: giảm 847 tỷ đồng cho khách hàng sinh hoạt."""
    return unit.kind is UnitKind.MONEY and match.tokens.words[match.end] in lexicon.GRANTED


def _may_have_moved(match: Match) -> str:
    """Return why a level may be a change, or an empty string."""
    if match.tokens.precedes(match.start, *lexicon.NUMBER):
        return ""  # cao hơn con số 7 tỷ đồng
    if match.search(comparison_before):
        return "may be the difference, or the number that it is compared with"
    if match.search(either_way_before):
        return EITHER_WAY
    if match.search(up_to_before):
        return UP_TO
    if match.moves(in_clause=True) or match.named_change() or match.states_change or _moved_before_sign(match):
        return BY_OR_LEVEL
    near = near_before(match.tokens.words, match.start, _LONG, match.search_start)
    within = match.tokens.words[match.start - 1] in lexicon.WITHIN  # mức tăng của 12 xã
    if not within and not lexicon.AMOUNTS.isdisjoint(near) and match.moved_in_clause(match.start):
        return BY_OR_LEVEL  # giá tăng mạnh với mức 200 đồng/kg
    return AFTER_CHANGE if goes_with_change(match, lexicon.WITH_CHANGE) else ""


def _moved_before_sign(match: Match) -> bool:
    """Return whether a comma is between a rise and an amount that is compared: giảm mạnh, tới 10 tỷ đồng so với …."""
    words = match.tokens.words
    at = match.start - (words[match.start - 1] in lexicon.UP_TO)
    is_compared = match.may_change and words[match.end] == lexicon.COMPARED
    return is_compared and at > match.search_start + 1 and words[at - 1] == "," and moves_before(match.tokens, at - 1)


def _is_change_of_duration(match: Match, direction: int) -> bool:
    """Return whether a duration is the change of another duration, not the time that something took."""
    words = match.tokens.words
    return bool(direction) and words[match.start - 1] in lexicon.MOVED and words[match.end] not in lexicon.IN_A_ROW
