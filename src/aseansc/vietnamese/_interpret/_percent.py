"""Percents that are not of a plan: changes, percents of another figure, shares and rates."""

from __future__ import annotations

from decimal import Decimal
from functools import partial
from itertools import pairwise, takewhile
from typing import Final

from aseansc.observations import Status
from aseansc.units import UnitKind, percent as percent_unit
from aseansc.values import Change, RelativeChange, RelativeForm, Value
from aseansc.vietnamese._around import (
    base_at,
    contribution_before,
    either_way_before,
    exceeds_before,
    moved_before_bracket,
    outside_brackets,
    plan_at,
    reduced_rate_before,
    rises_to_before,
    up_to_before,
)
from aseansc.vietnamese._figure import FigureKind
from aseansc.vietnamese._governing import AFTER_CHANGE, OF_RATE
from aseansc.vietnamese._interpret._attainment import OF_OR_PART, attainment
from aseansc.vietnamese._interpret._match import (
    BY_OR_LEVEL,
    EITHER_WAY,
    UP_TO,
    Match,
    goes_on,
    goes_with_change,
    listed,
    listed_by_time,
    planned,
)
from aseansc.vietnamese._lexicon import around as lexicon
from aseansc.vietnamese._nouns import Noun
from aseansc.vietnamese._windows import back_from, near_before

_OF_UNSTATED: Final = "a percent of another figure that is not stated nearby"
_OF_OR_SHARE: Final = "said of a rate: may be the rate itself, or a percent of an earlier rate"
_OVER_UNSTATED: Final = "over 100 percent of a plan or another figure that is not stated nearby"
_AFTER_AMOUNT: Final = "after an amount: may be a percent of a plan that is not stated nearby, or a share"
_OVER_OR_CHANGE: Final = "may be a difference from the plan, or a change since an earlier time"
GROWTH_OR_SHARE: Final = "may be growth or a share: neither is stated"
_FAR: Final = 12
_LIST: Final = 40
_TAIL: Final = 6
_VERBS: Final = lexicon.NEW_CLAUSE | lexicon.TO_BE | lexicon.LEVELS
_NOT_MOVED: Final = lexicon.NO_RISE | lexicon.NO_FALL
"""Words that make the word before them no verb of change: tăng cường, giảm nghèo."""
_NAMES: Final = lexicon.NO_GROWTH_AFTER | {lexicon.RATE}
"""Words that make the word after them a part of a name: theo dõi tăng trưởng, tỷ lệ tăng dân số."""
_SENTENCE_ENDS: Final = lexicon.SENTENCE_SIGNS - {";", ":"}
_HUNDRED: Final = Decimal(100)
_LISTED: Final = ([","], [lexicon.AND], ["&"])
_JOINED: Final = (
    [",", lexicon.REACHES],
    ["(", lexicon.REACHES],
    *([sign, lexicon.REACHES, *rate] for sign in ",(" for rate in lexicon.RATIOS),
)


def percent(match: Match) -> None:
    """Interpret a percent: of a plan, of another figure, a change, or a share or rate."""
    candidate, tokens = match.candidate, match.tokens
    candidate.kind, candidate.unit = FigureKind.PERCENT, match.known
    noun = match.units.counted_at(tokens, match.end)
    if _may_move_either_way(match) or attainment(match):
        return
    if not match.sign and match.search(contribution_before):
        _contribution(match)
        return
    direction = match.sign or match.moves(in_clause=False) or (noun is None and _direction_in_clause(match))
    if direction and not match.sign and match.search(exceeds_before):
        candidate.kind = FigureKind.ATTAINMENT
        candidate.doubt("what was exceeded, and whether this is a percent of it, is not stated")
        return
    direction = direction or (_continued_direction(match) if noun is None else 0)
    if direction:
        _relative_change(match, direction)
    else:
        _without_direction(match, noun)


def _without_direction(match: Match, noun: Noun | None) -> None:
    """Interpret a percent without words for a rise or fall."""
    if noun is None and (_is_listed_in_bracket(match) or _is_doubted_change(match)):
        return
    if noun is not None and (direction := _listed_direction(match)):
        match.candidate.doubt(AFTER_CHANGE)
        match.candidate.direction = direction
        return
    if noun is None and _may_be_growth_in_bracket(match):
        return
    if _is_in_bracket_of_change(match) or _is_of_another(match, counts=noun is not None):
        return
    if noun is None and (match.may_be_growth or _is_in_list_of_growth(match)):
        match.candidate.doubt(GROWTH_OR_SHARE)
    else:
        _share(match, noun)


def _listed_direction(match: Match) -> int:
    """Return the direction of the percent before, with which a list goes on: giảm 18% số lượt, 12% số đơn."""
    before = match.before
    if before is None or before.unit != match.known or match.between[-1:] not in _LISTED:
        return 0
    return before.direction if goes_with_change(match, lexicon.WITH_CHANGE) else 0


def _is_in_list_of_growth(match: Match) -> bool:
    """Return whether growth is named earlier in the sentence, and no share since: dự báo tăng trưởng … ở mức 4,7%."""
    words = match.tokens.words
    if match.is_of_rate or match.is_after(lexicon.MAKES_UP, lexicon.CONTRIBUTES) or words[match.end] in lexicon.WHOLES:
        return False
    for back in back_from(match.start, 4 * _LIST):
        pair = words[back], words[back + 1]
        if pair in lexicon.GROWTHS and words[back - 1] not in lexicon.NO_GROWTH_AFTER:
            return True
        if pair in lexicon.RATE_NAMES or words[back] in lexicon.OF_SHARES or words[back] in _SENTENCE_ENDS:
            return False
    return False


def _share(match: Match, noun: Noun | None) -> None:
    """State a share or rate, with the noun that is counted."""
    match.end = noun.end if noun is not None else match.end
    planned(match)
    match.state(Value, match.known)
    if doubt := _may_be_of_plan(match) or ("" if noun is not None else _may_be_no_share(match)):
        match.candidate.doubt(doubt)


def _may_be_no_share(match: Match) -> str:
    """Return why a percent without a counted noun may be no share, or an empty string.

    A rise or fall earlier in its clause, or growth earlier in the paragraph, speaks against a share unless the words
    name a rate, a whole, or what the percent is a share of.
    """
    if match.quantity.low.magnitude > _HUNDRED and match.is_after(lexicon.REACHES, lexicon.RATE):
        return _OVER_UNSTATED
    if match.is_after(lexicon.MAKES_UP, *lexicon.OF_SHARES) or _names_whole(match):
        return ""
    if _compares_with_doubted(match):
        return GROWTH_OR_SHARE
    words, first = match.tokens.words, max(0, match.start - 2 * _LIST)
    found = next((one for one in outside_brackets(match.tokens, match.start, first) if _decides(words, *one)), None)
    if found is None:
        return ""
    at, word, _ = found
    if word in _SENTENCE_ENDS:
        return GROWTH_OR_SHARE if _has_grown(match, at) else ""
    if word in lexicon.PRODUCTS:
        return GROWTH_OR_SHARE
    return _may_have_moved(match, at) if _moves(words, at) else ""


def _decides(words: list[str], at: int, word: str, before: str) -> bool:
    """Return whether a word before a percent shows what it states, or that nothing before it does."""
    pair = word, words[at + 1]
    if pair in lexicon.RATE_NAMES:
        return words[at + 2] != lexicon.THIS
    if word in lexicon.PRODUCTS:
        return before not in lexicon.OF_PRODUCT
    return word == ";" or word in _SENTENCE_ENDS or word in lexicon.OF_SHARES or _moves(words, at)


def _may_have_moved(match: Match, verb: int) -> str:
    """Return why a percent after a verb of change may be the size of the change, or an empty string."""
    words = match.tokens.words
    named = [*pairwise(words[verb : match.start + 1])]
    if not words[match.start - 1].isalpha() or any(word in lexicon.REACHED_BY for word, _ in named):
        return ""
    if any(word == lexicon.FROM and after[:1].isdecimal() for word, after in named):
        return ""
    if match.is_of_rate and not any(after == lexicon.THIS for _, after in named):
        return ""
    match.candidate.direction = lexicon.DIRECTIONS.get(words[verb], -1)
    return BY_OR_LEVEL


def _compares_with_doubted(match: Match) -> bool:
    """Return whether a percent is the base of a doubted one: tỷ lệ tăng trưởng giảm còn 6,2% so với 6,6%."""
    earlier = match.earlier
    if earlier is None or earlier.doubted is None or earlier.unit != match.known:
        return False
    return lexicon.COMPARED in near_before(match.tokens.words, match.start, _TAIL, earlier.end)


def _goes_on_with_sector(match: Match, before: int) -> bool:
    """Return whether a name alone follows the sentence of a change: nông nghiệp tăng 3%. Công nghiệp 5%."""
    earlier, words = match.earlier, match.tokens.words
    if earlier is None or not earlier.has_moved or earlier.unit != match.known or earlier.end != before:
        return False
    named = words[before + 1 : match.start]
    return 0 < len(named) <= _TAIL and all(word.isalpha() and word not in _VERBS for word in named)


def _moves(words: list[str], at: int) -> bool:
    """Return whether a word is a verb of change, and not part of a name: theo dõi tăng trưởng, tỷ lệ tăng dân số."""
    if words[at] not in lexicon.MOVED or words[at + 1] in _NOT_MOVED:
        return False
    return words[at - 1] not in _NAMES


def _names_whole(match: Match) -> bool:
    """Return whether the word after a percent begins the name of its whole: 22% đáp viên, 5% GDP."""
    after = match.tokens.words[match.end]
    return after in lexicon.WHOLES or after == lexicon.IS or (after.isalpha() and after not in lexicon.NO_WHOLE)


def _has_grown(match: Match, before: int) -> bool:
    """Return whether growth in percent is the last rate before a token: GDP tăng trưởng 6%. Quý II vọt lên 6,9%."""
    words = match.tokens.words
    if _goes_on_with_sector(match, before):
        return True
    has_percent = False
    for back in back_from(before + 1, 3 * _LIST):
        has_percent = has_percent or words[back] in lexicon.PERCENT_WORDS
        pair = words[back], words[back + 1]
        if pair in lexicon.GROWN:
            return has_percent
        if pair in lexicon.RATE_NAMES or words[back] == lexicon.MAKES_UP:
            return False
    return False


def _may_be_of_plan(match: Match) -> str:
    """Return why a share may be a percent of a plan, or an empty string."""
    words, at = match.tokens.words, match.start
    following = takewhile(str.isalpha, words[match.quantity.end : match.quantity.end + _FAR])
    after = [*pairwise(following)]
    if after[:1] == [lexicon.AIM] or any(
        word in (lexicon.BY, lexicon.AGAINST) and pair in lexicon.SURE_PLANS for (word, _), pair in pairwise(after)
    ):
        return OF_OR_PART  # tương đương 50% diện tích theo kế hoạch
    if not match.is_after(lexicon.REACHES) or match.is_of_rate:
        return ""
    if words[match.end] == lexicon.AND and words[match.end + 1] in lexicon.MOVED:
        return _AFTER_AMOUNT  # chi thường xuyên ước đạt 25% và giảm 19%
    named = [*takewhile(str.isalpha, reversed(near_before(words, at, _FAR, match.previous_end)))][::-1]
    return _AFTER_AMOUNT if lexicon.AMOUNT_PAIRS & {*pairwise(named)} else ""  # giá trị đầu tư đạt 58%


def _contribution(match: Match) -> None:
    """State what something contributes to growth as a share of the growth, if a verb says so."""
    if match.is_after(lexicon.REACHES, lexicon.MAKES_UP, *lexicon.SAYS):
        match.state(Value, match.known)
    else:
        match.candidate.doubt("may be a share of the growth or the growth itself")


def _direction_in_clause(match: Match) -> int:
    words, at = match.tokens.words, match.start
    if words[at - 1] == lexicon.AND and words[at - 2] in lexicon.DIRECTIONS:
        return 0  # 9% số doanh nghiệp dự báo giảm và 35% dự báo ổn định
    return match.moves(in_clause=True) or match.named_change() or -match.search(reduced_rate_before)


def _may_move_either_way(match: Match) -> bool:
    """Withhold a percent after words for both directions or for *up to*; return whether there are any."""
    up_to = _ends_range(match) or match.search(up_to_before) or (match.search(rises_to_before) and not match.is_of_rate)
    if not up_to and not match.search(either_way_before):
        return False
    match.candidate.kind = FigureKind.CHANGE
    match.candidate.doubt(UP_TO if up_to else EITHER_WAY)
    return True


def _ends_range(match: Match) -> bool:
    """Return whether the percent ends a range whose first number has no unit: tăng từ 1 đến gần 13%."""
    words, before, at = match.tokens.words, match.before, match.start - 1
    if before is None or words[at] not in lexicon.UP_TO or before.end != at or before.unit is not None:
        return False
    return before.magnitude is not None and words[before.start - 1] == lexicon.FROM


def _continued_direction(match: Match) -> int:
    """Return the direction of the change before, if the percent certainly continues it."""
    if match.before is None:
        return 0
    closed = match.tokens.words[match.end] == ")" or base_at(match.tokens, match.end)
    impossible = match.before.direction < 0 and match.quantity.low.magnitude > _HUNDRED
    if match.before.unit == match.known or impossible:
        closed = False  # giảm 0,15% (100%): of a plan
    branches = listed(match)
    of_rate = match.is_of_rate or match.before.may_be_points
    grown = bool(branches) and not of_rate and all(word in lexicon.SECTORS for word in branches)
    continues = goes_on(match) or (closed and goes_with_change(match, _BRACKET)) or grown
    return match.before.direction if continues else 0


_BRACKET: Final = frozenset("(")


def _is_doubted_change(match: Match) -> bool:
    """Withhold a percent that may continue the change before it; return whether it may."""
    before, between = match.before, match.between
    if match.states_change:
        match.candidate.kind = FigureKind.CHANGE
        match.candidate.doubt(BY_OR_LEVEL)
        return True
    if before is None or match.tokens.words[match.start - 1] == lexicon.CONTRIBUTES:
        return False
    if direction := _priced_before(match):
        match.candidate.doubt(BY_OR_LEVEL)
        match.candidate.direction = direction
        return True
    if match.earlier is not None and _goes_with_growth(match):
        match.candidate.doubt(AFTER_CHANGE)
        match.candidate.direction = match.earlier.direction
        return True
    same = before.has_moved and between[between[:1] == [","] :] in lexicon.SAME
    change = match.earlier if listed_by_time(match) or _goes_on_with_change(match) else None
    if not (change or same or listed(match) or goes_with_change(match, lexicon.WITH_CHANGE)):
        return False
    match.candidate.doubt(AFTER_CHANGE)
    match.candidate.direction = (change or before).direction
    return True


def _goes_on_with_change(match: Match) -> bool:
    """Return whether only verbs stand between a change in percent and the figure: tăng 6,5%, phấn đấu đạt 7%."""
    earlier, words = match.earlier, match.tokens.words
    if earlier is None or not earlier.has_moved or earlier.unit != match.known or match.is_of_rate:
        return False
    between = words[earlier.end : match.start]
    if not lexicon.SENTENCE_SIGNS.isdisjoint(between) or lexicon.MAKES_UP in between or "(" in between:
        return False
    return all(not word.isalpha() or word in lexicon.GOES_ON for word in between)


def _priced_before(match: Match) -> int:
    """Return the direction of the prices of things that are listed, or 0: nhóm hàng giảm giá là bưu chính 1%."""
    words, at = match.tokens.words, match.start
    if not words[at - 1].isalpha() or words[at - 1] in lexicon.NEW_CLAUSE:
        return 0
    for back in back_from(at, _LIST, match.search_start):
        if words[back] in lexicon.SENTENCE_SIGNS - {":"}:
            return 0
        if words[back] == lexicon.PRICE and words[back + 1] in lexicon.SAYS and back:
            return lexicon.DIRECTIONS.get(words[back - 1], 0)
    return 0


def _goes_with_growth(match: Match) -> bool:
    """Return whether a percent may be growth, as an earlier one: tăng cao nhất với 14%, thứ hai là tỉnh A với 13%."""
    words, at, earlier = match.tokens.words, match.start - 1, match.earlier
    if earlier is None or earlier.kind not in (FigureKind.CHANGE, FigureKind.PERCENT) or match.is_of_rate:
        return False
    if not earlier.direction or earlier.unit != match.known:
        return False
    ranked = words[at] == lexicon.AGAINST and words[at - 1] != lexicon.COMPARED
    between = words[earlier.end : match.start]
    # thứ ba là nhóm may mặc 1,08%
    ranked = ranked or (lexicon.RANKED in between and words[at].isalpha() and not lexicon.AWAY & {words[at]})
    return ranked or words[at] in lexicon.AMOUNTS


def _relative_change(match: Match, direction: int) -> None:
    candidate, known = match.candidate, match.known
    candidate.kind, candidate.direction = FigureKind.CHANGE, direction
    if _may_be_against_plan(match):
        candidate.doubt(_OVER_OR_CHANGE)
    elif known is not None and known.numerator == percent_unit:
        match.state(RelativeChange, known, direction if not match.sign else 1)
        if any(of_rate(match) for of_rate in (_is_of_rate, _equals_rate, _is_of_pace, _is_among, _is_of_share)):
            candidate.may_be_points = True
            candidate.remark(OF_RATE)
    else:
        candidate.doubt("may be a change in per mille of a base, or in per mille points")


def _may_be_against_plan(match: Match) -> bool:
    """Return whether a change may be one against a plan that is named right before it: 8.568 ha/kế hoạch 7.500 ha."""
    before, words = match.before, match.tokens.words
    if base_at(match.tokens, match.quantity.end):
        return False
    if (
        before is not None
        and Status.PLANNED in before.statuses
        and not isinstance(before.value, RelativeChange)
        and "/" in words[max(0, before.start - _TAIL) : before.end]
    ):
        return lexicon.SENTENCE_SIGNS.isdisjoint(match.between)
    compared = near_before(words, match.start, _FAR, match.search_start)
    if lexicon.MORE not in compared:
        return False
    return not lexicon.AIMS.isdisjoint(pairwise(compared[compared.index(lexicon.MORE) :]))  # cao hơn chỉ tiêu đề ra 8%


def _is_of_rate(match: Match) -> bool:
    words, end = match.tokens.words, match.quantity.end
    return match.is_of_rate or (words[end], words[end + 1]) in lexicon.POOR_HOUSEHOLDS  # giảm 4% hộ nghèo


def _is_of_share(match: Match) -> bool:
    """Return whether a change follows a share in its clause, or a share that it led to follows in a bracket.

    Examples: 84,5% hộ gia đình đạt chuẩn, tăng 20%; chiếm 79% tổng số (giảm 3%); tăng thêm 8% (đạt khoảng 90%).
    """
    words, end = match.tokens.words, match.quantity.end
    inside = [*takewhile(lambda word: word != ")", words[end + 1 : end + 1 + _FAR])] if words[end] == "(" else []
    led = not lexicon.LED_TO.isdisjoint(inside[:2]) and not lexicon.PERCENT_WORDS.isdisjoint(inside)
    if led and lexicon.AIMS.isdisjoint(pairwise(inside)):
        return True
    before, between = match.before, match.between
    if before is None or before.kind is not FigureKind.PERCENT or not isinstance(before.value, Value):
        return False
    signs = [word for word in between if not word.isalpha()]
    if between[-1] not in lexicon.MOVED:
        return False
    if signs == ["("] or (signs == [")", ","] and between[between.index(")") + 1] != ","):
        return True
    return signs == [","] and lexicon.AMOUNT_NAMES.isdisjoint(between)


def _is_among(match: Match) -> bool:
    """Return whether a change in percent is that of a part of what a rate is about: trong đó huyện nghèo giảm 4%."""
    before = match.before
    if before is None or not before.may_be_points:
        return False
    if match.between[:1] in ([";"], [","]) and _names_part(match.between):
        return True  # tỷ lệ đạt chuẩn ở cấp tiểu học tăng 2%; cấp trung học cơ sở tăng 1%
    return any(word in lexicon.AMONG for word in match.between) and lexicon.SENTENCE_SIGNS.isdisjoint(match.between)


def _names_part(between: list[str]) -> bool:
    """Return whether a few words after a sign name a part of what a rate is about, rather than an amount."""
    words = between[1:]
    return 0 < len(words) <= _FAR // 2 and all(word.isalpha() and word not in lexicon.AMOUNT_NAMES for word in words)


def _is_of_pace(match: Match) -> bool:
    """Return whether a change in percent is that of a growth rate: tốc độ tăng đạt 11%, tăng 0,26% so với năm 2022."""
    words, before, end = match.tokens.words, match.before, match.quantity.end
    if base_at(match.tokens, end) and words[end + 2] in lexicon.PACES | {lexicon.PACE, lexicon.FORETOLD}:
        return True  # tăng 1,91%, thấp hơn 7,44% so với mức tăng của cùng kỳ
    if base_at(match.tokens, end) and (words[end + 2], words[end + 3]) in lexicon.RATE_NAMES:
        return True  # cao hơn 0,4% so với tỷ lệ của cả nước
    if before is None or not isinstance(before.value, RelativeChange) or match.names_subject:
        return False
    if match.between[:1] != [","]:
        return False
    for back in back_from(before.start, _FAR):
        if words[back] == lexicon.PACE or words[back] in lexicon.SENTENCE_SIGNS:
            return words[back] == lexicon.PACE
    return False


def _equals_rate(match: Match) -> bool:
    """Return whether a change in percent may be that of a rate: 8,56%, giảm 456 hộ (tương ứng giảm 3,21%)."""
    before, words = match.before, match.tokens.words
    if before is None or not isinstance(before.value, Change) or before.value.unit.kind is not UnitKind.COUNT:
        return False
    if lexicon.PERCENT_WORDS.isdisjoint(near_before(words, before.start, _FAR)):
        return False
    return match.between == ["("] or any(pair in lexicon.EQUIVALENTS for pair in pairwise(match.between))


def _is_in_bracket_of_change(match: Match) -> bool:
    """Interpret a percent in a bracket right after a change; return whether it is one: tăng mạnh (6,38%) so với …."""
    direction = match.search(moved_before_bracket)
    if direction and base_at(match.tokens, match.end + 1):
        _relative_change(match, direction)
    elif direction:
        match.candidate.doubt("in a bracket after a change: may be the change or the new level")
    return direction != 0


def _is_listed_in_bracket(match: Match) -> bool:
    """Interpret a percent in a bracket of named percents right after a rise or fall; return whether it is one.

    With a base after the bracket it is a change: đàn gia súc đều tăng (trâu 0,34%, bò 0,94%) so với năm trước.
    """
    words, at = match.tokens.words, match.start
    opened = next((back for back in back_from(at, _LIST) if words[back] in "()"), 0)
    if not opened or words[opened] != "(":
        return False
    direction = lexicon.DIRECTIONS.get(words[opened - 1], 0)
    named = words[opened + 1].isalpha() and words[at - 1].isalpha()
    if not direction or not named or any(word in lexicon.NEW_CLAUSE for word in words[opened:at]):
        return False
    closed = next((after for after in range(match.end, match.end + _LIST) if words[after : after + 1] == [")"]), 0)
    if closed and base_at(match.tokens, closed + 1):
        _relative_change(match, direction)
    else:
        match.candidate.doubt("in a bracket after a change: may be the change or the new level")
    return True


def _may_be_growth_in_bracket(match: Match) -> bool:
    """Withhold a percent in a bracket after a clause about growth: tăng thấp hơn toàn ngành (chỉ đạt 2,74%)."""
    words, first = match.tokens.words, max(match.search_start, match.start - _FAR)
    inside = words[first : match.start]
    if "(" not in inside or words[match.end] != ")" or match.is_of_rate:
        return False
    opened = first + len(inside) - 1 - inside[::-1].index("(")
    if words[match.start - 1] not in lexicon.STATES or not match.moved_in_clause(opened):
        return False
    match.candidate.doubt("in a bracket after a change: may be the change or the new level")
    return True


def _is_of_base(match: Match, *, reached: bool, said_before: bool) -> bool:
    """Interpret a percent before a base of comparison; return whether it is one: bằng 110% so với năm 2014."""
    words = match.tokens.words
    if not base_at(match.tokens, match.end) and not said_before:
        return False
    whole = match.end + 1 + (words[match.end + 1] == lexicon.AGAINST)
    if reached and (words[whole], words[whole + 1]) in lexicon.ALL_COMPARED:
        return False  # tỷ lệ tham gia đạt 60,23% so với dân số
    if reached and match.is_of_rate and not match.is_after(lexicon.EQUALS):
        match.candidate.doubt(_OF_OR_SHARE)  # tỷ lệ bao phủ đạt 13,5% so với lực lượng lao động
        return True
    if reached:
        match.state(partial(RelativeChange, form=RelativeForm.TO), match.known)
        return True
    if words[match.end] != lexicon.COMPARED:
        return False
    match.candidate.doubt("a percent of another figure: whether it is the change or the new level is not stated")
    return True


def _has_base_elsewhere(match: Match) -> bool:
    """Return whether the words before, or the end of a list, say what a percent after *bằng* is compared with."""
    if _is_after_base(match):
        return True
    return not match.plan_said and (match.base_said or _is_listed_before_base(match))


def _is_after_base(match: Match) -> bool:
    """Return whether an earlier time, with which it is compared, is before the verb: so cùng kỳ năm trước bằng 80%."""
    words = match.tokens.words
    for at in back_from(match.start, _FAR, match.search_start):
        if words[at] in lexicon.CLAUSE_SIGNS:
            return False
        if words[at] == lexicon.COMPARED:
            base = at + 1 + (words[at + 1] == lexicon.AGAINST)
            return base_at(match.tokens, base) > base
    return False


def _is_listed_before_base(match: Match) -> bool:
    """Return whether the end of a list says what all are compared with: ngô bằng 98,8%; lạc bằng 92,9% so với năm 2015.

    Each item of the list has a percent after *bằng* or a change, and no plan is named.
    """
    tokens, words = match.tokens, match.tokens.words
    if words[match.end] != ";":
        return False
    equals = False
    for at in range(match.end, min(match.end + 4 * _LIST, len(words))):
        if words[at] in _SENTENCE_ENDS or plan_at(tokens, at):
            return False
        equals = words[at] == lexicon.EQUALS or (
            equals and words[at] not in lexicon.SENTENCE_SIGNS | lexicon.DIRECTIONS.keys()
        )
        if equals and words[at] == lexicon.COMPARED and base_at(tokens, at):
            return True
    return False


def _joined(between: list[str]) -> list[str]:
    """Return what joins a percent in a bracket to the amount before it, without what is counted."""
    noun = [*takewhile(str.isalpha, between[:_TAIL])]
    return between[len(noun) :] if between[len(noun) :][:1] == ["("] else between


def _is_of_another(match: Match, *, counts: bool) -> bool:
    """Interpret a percent of another figure; return whether it is one.

    Args:
        match: the match.
        counts: whether a counted noun follows it, of which it may be a share.
    """
    candidate = match.candidate
    equal = match.is_after(lexicon.EQUALS)
    reached = equal or match.is_after(lexicon.REACHES)
    said_before = equal and not counts and _has_base_elsewhere(match)
    if _is_of_base(match, reached=reached, said_before=said_before):
        return True
    reached = reached or match.tokens.words[match.start - 1] == "("
    bare = match.unit.bare if match.unit is not None else ""
    over = match.quantity.low.magnitude > _HUNDRED and bare in lexicon.PERCENT_WORDS
    after_amount = match.before is not None and match.before.is_amount and _joined(match.between) in _JOINED
    if counts or not (equal or after_amount or (reached and over)):
        return False
    candidate.doubt(_OF_UNSTATED if equal else _OVER_UNSTATED if over else _AFTER_AMOUNT)
    if over:
        candidate.kind = FigureKind.ATTAINMENT
    return True
