"""Recognise the words around a figure: qualifiers, directions, plans and bases of comparison."""

from __future__ import annotations

from collections.abc import Container, Iterator
from itertools import product
from typing import Final

from attrs import define

from aseansc.values import Qualifier
from aseansc.vietnamese._lexicon import around as lexicon
from aseansc.vietnamese._lexicon.dates import COMPARED, CROP_SEASONS, PARTS, PARTS_OF_CROP_YEAR, SEASON
from aseansc.vietnamese._lexicon.scope import PARTS_FOLLOW
from aseansc.vietnamese._tokens import Tokens
from aseansc.vietnamese._windows import back_from, last_but, near_before

_LAST_WORDS: Final = frozenset(words[-1] for words in lexicon.QUALIFIERS) | {lexicon.AMOUNT}
_TIME_BREAKS: Final = frozenset(",;.(:")
_NEAR_TIME: Final = 16
_FAR: Final = 24
_FARTHEST: Final = _FAR + 16
"""How far the name of a change may be; a sign and qualifiers before a number are also part of the figure."""
_CHANGES: Final = lexicon.DIRECTIONS.keys() | {lexicon.MORE, lexicon.EXCEEDS}
_NEAR: Final = 10
_WAYS: Final = {lexicon.UPWARD: lexicon.UP, lexicon.DOWNWARD: lexicon.DOWN}
"""The verbs of change that each word for a way goes with: tăng lên, giảm xuống."""
_RELATIVE: Final = {*product(lexicon.PERIODS | PARTS.keys(), lexicon.LAST | lexicon.PERIODS), *lexicon.SAME_PERIODS}
"""Words of times that are said from another one: năm trước, quý trước, đầu năm, cuối năm, cùng kỳ."""
_NOT_OF_BASE: Final = _CHANGES | lexicon.CHOICES | lexicon.PERIODS
"""First words of a bracket that is not about the base before it: so với năm trước (tăng 5%)."""
_BEFORE_BASES: Final = {lexicon.COMPARED, lexicon.MORE}
"""Words before a base: so với năm trước, thấp hơn cùng kỳ."""
_PLAN_STARTS: Final = {lexicon.COMPARED, lexicon.SHORT_PLAN, lexicon.SHORT_BUDGET} | {
    words[0] for words in (*lexicon.WHOLE_PLANS, *lexicon.AIMS)
}


@define
class Qualified:
    """A qualifier before a figure and the index of its first token."""

    qualifier: Qualifier
    start: int


def qualifier_before(tokens: Tokens, at: int, previous_end: int) -> Qualified | None:
    """Return the qualifier right before a token and after `previous_end`, the end of the previous figure, if any."""
    words = tokens.words
    if at <= previous_end or words[at - 1] not in _LAST_WORDS:
        return _bound_before(words, at, previous_end)
    for length in (4, 3, 2):
        found = lexicon.QUALIFIERS.get(tuple(words[at - length : at])) if at - length >= previous_end else None
        if found is not None:
            return Qualified(found, at - length)
    before = words[at - 2]
    if words[at - 1] == lexicon.AMOUNT:
        at_level = lexicon.AT_LEVEL.get(before) if at - 2 >= previous_end else None
        return Qualified(at_level, at - 2) if at_level is not None else None
    one = None if _is_other_word(tokens, at, before) else lexicon.QUALIFIERS.get((words[at - 1],))
    return Qualified(one, at - 1) if one is not None else None


def _bound_before(words: list[str], at: int, previous_end: int) -> Qualified | None:
    """Return the bound before what is reached: tối thiểu đạt 45 tỷ đồng, but not lương tối thiểu đạt 4 triệu đồng."""
    start = at - 3
    if words[at - 1] not in lexicon.REACHED or start < previous_end or words[start - 1] in lexicon.HAVE_BOUNDS:
        return None
    found = lexicon.QUALIFIERS.get(tuple(words[start : at - 1]))
    return Qualified(found, start) if found is Qualifier.AT_LEAST or found is Qualifier.AT_MOST else None


def _is_other_word(tokens: Tokens, at: int, before: str) -> bool:
    """Return whether the word before a number forms another word or an arrow with the one before it."""
    words = tokens.words
    if words[at - 1] == lexicon.MORE:  # cao hơn 6,7 điểm: a difference
        compares = _comparative(before) != 0 or before in lexicon.COMPARATIVES
        return compares and not (before in lexicon.DEGREES and words[at - 3] in lexicon.MOVED)  # tăng mạnh hơn 62%
    if words[at - 1] == lexicon.BEYOND:
        return before in lexicon.NO_BOUND
    if words[at - 1] == lexicon.NEAR:
        return before in lexicon.YOUNG
    return words[at - 1] == ">" and before in ("=", "-", "–") and tokens.glued(at - 1)  # 5% => 7%


# -- directions


def before_time(tokens: Tokens, at: int) -> int:
    """Return where the time at a token begins with its preposition: trong 2 năm, sau năm 2016."""
    return at - 1 if tokens.words[at - 1] in lexicon.DURING else at


def has_change(tokens: Tokens, at: int, search_start: int) -> bool:
    """Return whether a word of a change or comparison is near before a token, so that it is worth a search."""
    return not _CHANGES.isdisjoint(near_before(tokens.words, at, _FARTHEST, search_start))


def _comparative(adjective: str) -> int:
    """Return the direction of an adjective before `MORE`: 1 for *cao hơn*, -1 for *ít hơn*, 0 for other words."""
    return 1 if adjective in lexicon.UPWARDS else -1 if adjective in lexicon.DOWNWARDS else 0


def _back(tokens: Tokens, at: int, search_start: int, most: int) -> Iterator[tuple[int, str, str]]:
    """Yield the tokens before one, from the nearest to the farthest: position, word, and the word before it.

    A hyphen inside a word or between two years ends no clause (*In-đô-nê-xi-a*, *2021-2025*) and is left out.
    """
    words = tokens.words
    for back in back_from(at, most, search_start):
        if words[back] not in lexicon.HYPHENS or not _is_within(tokens, back):
            yield back, words[back], words[back - 1]


def _is_within(tokens: Tokens, at: int) -> bool:
    """Return whether a hyphen is inside a word or between two numbers."""
    if tokens.glued(at) and tokens.glued(at + 1):
        return True
    return tokens.words[at - 1][:1].isdecimal() and tokens.words[at + 1][:1].isdecimal()


def direction_before(tokens: Tokens, at: int, search_start: int, *, in_clause: bool) -> int:
    """Return the direction that the words before a figure give to it: 1 for a rise, -1 for a fall, 0 for neither.

    Args:
        tokens: the tokens of the passage.
        at: index of the first token of the figure.
        search_start: end of the figure before it; words before that belong to the earlier figure.
        in_clause: whether the direction may be anywhere earlier in the clause, as for percents:
            "giảm tỷ lệ hộ nghèo 3%/năm".
    """
    words = tokens.words
    if _is_base_of_rate(words, at):
        return 0
    for back, word, before in _back(tokens, at, search_start, _FAR):
        if word == lexicon.FURTHER and back > search_start and before in lexicon.DOWN:
            continue  # "giảm thêm" is a further decrease
        if word in lexicon.DIRECTIONS:
            direction = _moved_at(words, back, at, in_clause)
        else:
            direction = _not_moved_at(words, back, in_clause)
        if direction is not None:
            return direction
    return 0


def is_of_moving(tokens: Tokens, at: int, search_start: int) -> bool:
    """Return whether *là* at a token says by how much something is raised, or more than a base: giảm chi là 35 tỷ đồng.

    The clause begins with the verb, or compares: thu tăng so với dự toán là 35 tỷ đồng.
    """
    words, head = tokens.words, at
    while head > search_start and words[head - 1] not in lexicon.CLAUSE_SIGNS:
        head -= 1
        if words[head] in lexicon.DIRECTIONS and words[head + 1] == lexicon.COMPARED:
            return True
    return words[head] in lexicon.DIRECTIONS and words[head + 1] not in lexicon.STRENGTHENS


def _is_base_of_rate(words: list[str], at: int) -> bool:
    """Return whether a rate is the base of a comparison: giảm so với tỷ lệ 3,6% của năm 2014, so với con số 8%."""
    at -= 2 * ([words[at - 2], words[at - 1]] in lexicon.SAME)  # con số tương ứng 61%
    pair = words[at - 2], words[at - 1]
    if pair == lexicon.NUMBER:
        return words[at - 3] in (lexicon.MORE, lexicon.AGAINST)  # cao hơn con số 25,9%
    compared = words[at - 3] == lexicon.MORE or (words[at - 4], words[at - 3]) == (lexicon.COMPARED, lexicon.AGAINST)
    return compared and pair in lexicon.RATE_NAMES


def named_change_before(tokens: Tokens, at: int, search_start: int, *, of_amount: bool = False) -> int:
    """Return the direction of the name of a change earlier in the clause, such as *mức giảm* or *tăng trưởng*, or 0.

    With `of_amount`, only names of an amount count: *mức tăng*, but not *tốc độ tăng* or *tăng trưởng*.
    """
    words = tokens.words
    if at > search_start and words[at - 1] in lexicon.WITHIN:
        return 0  # mức giảm nhiều nhất trong 63 tỉnh
    for back, word, _ in outside_brackets(tokens, at, search_start):
        direction = lexicon.DIRECTIONS.get(word, 0)
        if direction and _names_change(words, back, at, _has_name(words, back, of_amount), of_amount):
            return direction
        if _ends_name(words, back, at):
            return 0
    return 0


def _ends_name(words: list[str], back: int, at: int) -> bool:
    """Return whether a word ends what the name of a change is said of; *lên đến* does not: mức giảm lên đến 2,82%."""
    if words[back] == lexicon.UPWARD and words[back + 1] in lexicon.UP_TO:
        return False
    return words[back] in lexicon.AWAY_OR_BUT or (words[back] in lexicon.CLAUSE_SIGNS and not _leads(words, back, at))


def _has_name(words: list[str], back: int, of_amount: bool) -> bool:
    """Return whether the word before a rise or fall makes it a name: tốc độ tăng, tỷ lệ giảm; mức tăng of an amount."""
    before = words[back - 1]
    if of_amount:
        return before in lexicon.AMOUNTS and words[back + 1] != lexicon.GROWTH
    return before in lexicon.PACES or _is_rate_of_change(words, back)


def _leads(words: list[str], sign: int, at: int) -> bool:
    """Return whether a sign leads to what has changed: tốc độ tăng: nông nghiệp 4%; mức tăng cao, lần lượt là 4%."""
    if words[sign] == ",":
        return (words[sign + 1], words[sign + 2]) == lexicon.IN_TURN
    return words[sign] == ":" and lexicon.RATES.isdisjoint(words[sign:at])


def outside_brackets(tokens: Tokens, at: int, search_start: int) -> Iterator[tuple[int, str, str]]:
    """Yield the tokens before one like `_back`, without brackets that are closed before it."""
    closed, words = False, tokens.words
    for back, word, before in _back(tokens, at, search_start, _FARTHEST):
        if word == ")" and "(" in near_before(words, back, _FARTHEST, search_start):
            closed = True
        elif not closed:
            yield back, word, before
        closed = closed and word != "("


def _is_rate_of_change(words: list[str], back: int) -> bool:
    """Return whether a rate is that of a rise or fall: tỷ lệ tăng đạt 9,9%, tỷ lệ giảm hộ nghèo đạt 2%."""
    if not back or words[back - 1] != lexicon.RATE:
        return False
    after = words[back + 1]
    return after in lexicon.STATES or (after.isalpha() and after not in lexicon.NO_RATE_OF_CHANGE)


def reduced_rate_before(tokens: Tokens, at: int, search_start: int) -> bool:
    """Return whether *là* or a colon follows the reduction of a rate: giảm tỷ lệ hộ nghèo năm 2022 là 0,47%."""
    words = tokens.words
    if at <= search_start or words[at - 1] not in lexicon.SAYS:
        return False
    for back, word, before in outside_brackets(tokens, at - 1, search_start):
        if (word, words[back + 1]) in lexicon.RATE_NAMES and before not in lexicon.NO_FALL:
            return before in lexicon.DOWN
        if word in lexicon.CLAUSE_SIGNS or word in lexicon.LEVELS:
            return False
    return False


def contribution_before(tokens: Tokens, at: int, search_start: int) -> bool:
    """Return whether a figure is about a contribution to growth: đóng góp của TFP vào tăng trưởng đạt 45%."""
    words = tokens.words
    for back, word, before in outside_brackets(tokens, at, search_start):
        if word in lexicon.DIRECTIONS:
            name = back - (before in lexicon.PACES)
            name -= words[name - 1] == lexicon.PACE
            into = words[name - 1] in lexicon.INTO
            return into and lexicon.CONTRIBUTES in near_before(words, name, _FAR, search_start)
        if word in lexicon.CLAUSE_SIGNS:
            return False
    return False


def product_before(tokens: Tokens, at: int, search_start: int) -> bool:
    """Return whether a figure is said of a gross product itself: GRDP năm 2019 đạt 8,5%, but not so với GDP đạt 8%."""
    words = tokens.words
    for back, word, before in outside_brackets(tokens, at, search_start):
        if word in lexicon.PRODUCTS or (word, words[back + 1]) == lexicon.PRODUCT:
            return before not in lexicon.OF_PRODUCT
        if word in lexicon.CLAUSE_SIGNS or word in lexicon.AWAY:
            return False
    return False


def pace_before(tokens: Tokens, at: int, search_start: int) -> bool:
    """Return whether a figure is said of a pace of development: tốc độ phát triển kinh tế đạt 7,36%."""
    words = tokens.words
    for back, word, before in outside_brackets(tokens, at, search_start):
        if (word, words[back + 1]) == lexicon.DEVELOPMENT and before in lexicon.PACES:
            return True
        if word in lexicon.CLAUSE_SIGNS or word in lexicon.AWAY:
            return False
    return False


def lent_before(tokens: Tokens, at: int) -> bool:
    """Return whether a percent per year or month may be that of interest or a fee: lãi 6,5%/năm."""
    return not lexicon.INTEREST.isdisjoint(near_before(tokens.words, at, _FAR))


def rises_to_before(tokens: Tokens, at: int, search_start: int) -> bool:
    """Return whether *tăng lên* or *giảm xuống* stands right before a figure."""
    words = tokens.words
    if at - 2 < search_start:
        return False
    verb, way = words[at - 2], words[at - 1]
    return verb in _WAYS.get(way, ())


def _names_change(words: list[str], back: int, at: int, named: bool, of_amount: bool) -> bool:
    """Return whether the name of a change begins here: *tốc độ tăng*, *tăng trưởng*, *giảm nghèo* before a figure.

    Growth that is followed by the name of a rate is not what the figure measures.
    """
    after = words[back + 1]
    if named:
        return after not in lexicon.NO_RISE and (after not in lexicon.NO_FALL or after == lexicon.POOR)
    if of_amount:
        return False
    if words[back] in lexicon.UP:
        if after in lexicon.PRODUCTS or (after, words[back + 2]) == lexicon.PRODUCT:
            return True
        watched = words[back - 1] in lexicon.NO_GROWTH_AFTER
        return (
            after == lexicon.GROWTH and not watched and not any(word in lexicon.RATES for word in words[back + 2 : at])
        )
    return after == lexicon.POOR and all(word in lexicon.FILLERS for word in words[back + 2 : at])


def moved_before_bracket(tokens: Tokens, at: int, search_start: int) -> int:
    """Return the direction right before the bracket in which a figure begins: tăng rất mạnh (6,38%)."""
    words = tokens.words
    if at <= search_start or words[at - 1] != "(":
        return 0
    back = last_but(words, at - 1, lexicon.DEGREES)
    return lexicon.DIRECTIONS.get(words[back], 0) if back >= search_start else 0


def is_of_rate(tokens: Tokens, at: int, search_start: int) -> bool:
    """Return whether a figure is about a rate, such as *tỷ lệ hộ nghèo*, so that percents of it may mean points.

    If no words but verbs and times stand between it and the figure before it, it is about the same thing as that.
    """
    if _has_rate(tokens, at, search_start):
        return True
    return not names_subject(tokens, at, search_start) and _has_rate(tokens, search_start, 0)


def names_subject(tokens: Tokens, at: int, search_start: int) -> bool:
    """Return whether words between two figures name what the second one is about."""
    words = tokens.words[search_start:at]
    if words[:1] == ["("] and ")" in words:  # 88% (không tính thí sinh tự do), tăng 5%
        words = words[words.index(")") :]
    return any(word.isalpha() and word not in lexicon.FILLERS and word not in lexicon.NO_SUBJECT for word in words)


def _has_rate(tokens: Tokens, at: int, search_start: int) -> bool:
    words = tokens.words
    for back, word, _ in _back(tokens, at, search_start, 2 * _FAR):
        if (word, words[back + 1]) in lexicon.RATE_NAMES:
            return True
        if word in lexicon.SENTENCE_SIGNS and not (word == ":" and back + 1 == at):
            return False
    return False


def _moved_at(words: list[str], back: int, at: int, in_clause: bool) -> int | None:
    """Return the direction of a rise or fall, 0 if it is part of another word, `None` if an earlier word decides."""
    before, after, ends = words[back - 1], words[back + 1], back + 1 == at
    rises = words[back] in lexicon.UP
    if words[back] == lexicon.SHORT and before in lexicon.BEFORE_SHORT:
        return 0
    if rises and (after in lexicon.NO_RISE or near_before(words, back, 4) in lexicon.TAXES):
        return 0
    if not rises and after in lexicon.NO_FALL and not ends and not (after in lexicon.DEGREES and back + 2 == at):
        return None if in_clause else 0
    if before in lexicon.PACES:
        return 0
    if before in lexicon.RATES and any(word not in lexicon.FILLERS for word in words[back + 1 : at]):
        return 0
    return 1 if rises else -1


def _is_of_time(words: list[str], at: int) -> bool:
    """Return whether a token begins the time of a change: giảm trong năm 500 hộ, giảm trong 2 năm là 500 hộ."""
    if words[at][:1].isdecimal():
        return words[at - 1] in lexicon.DURING and words[at + 1] in lexicon.PERIODS_OF_CHANGE
    if words[at] == lexicon.AGO and words[at - 1] in lexicon.PERIODS_OF_CHANGE:
        return True
    after = at + 1 + words[at + 1][:1].isdecimal()
    return words[at] in lexicon.DURING and words[after] in lexicon.PERIODS_OF_CHANGE


def _not_moved_at(words: list[str], back: int, in_clause: bool) -> int | None:
    """Return the direction that another word gives, 0 if no earlier word can give one, `None` if it may."""
    word, after = words[back], words[back + 1]
    if word == lexicon.MORE and back and (direction := _comparative(words[back - 1])):
        return direction
    if word == lexicon.EXCEEDS:
        return 0 if _is_reached(words, back) or after in lexicon.NO_EXCESS else 1
    if word in lexicon.CLAUSE_SIGNS:
        goes_on = word == "," and (after, words[back + 2]) == lexicon.IN_TURN
    elif word in lexicon.LEVELS and not _is_of_time(words, back):
        goes_on = word == lexicon.IS and tuple(near_before(words, back, 2)) == lexicon.IN_TURN
    else:
        goes_on = (in_clause and word not in lexicon.BUT) or word in lexicon.FILLERS or _is_of_time(words, back)
    return None if goes_on else 0


def _is_reached(words: list[str], at: int) -> bool:
    """Return whether *đạt và* stands before *vượt*: đạt và vượt kế hoạch 30 chỉ tiêu."""
    return words[at - 1] in lexicon.ALSO and words[at - 2] in lexicon.COMPLETED


def up_to_before(tokens: Tokens, at: int, search_start: int) -> int:
    """Return the direction of a verb before *tới* or *đến*, or 0: "giảm tới 66,7 %" may mean by or to that number."""
    words = tokens.words
    back = at - 1
    if back - 1 < search_start or words[back] not in lexicon.UP_TO:
        return 0
    return lexicon.DIRECTIONS.get(words[last_but(words, back, lexicon.STRONGLY)], 0)


def either_way_before(tokens: Tokens, at: int, search_start: int) -> bool:
    """Return whether both directions are printed before a figure as a choice: tăng/giảm, tăng (giảm), tăng (+)."""
    up = down = parted = False
    for _, word, _ in _back(tokens, at, search_start, _NEAR):
        up, down = up or word in lexicon.UP, down or word in lexicon.DOWN
        if word in lexicon.CHOICES:
            parted = parted or up or down  # "giảm thêm" is a single direction
        elif word not in lexicon.DIRECTIONS:
            break
    return up and down and parted


def comparison_before(tokens: Tokens, at: int, search_start: int) -> int:
    """Return the direction of *cao hơn* or *ít hơn* earlier in the clause of a figure, or 0."""
    for back, word, before in _back(tokens, at, search_start, _FAR):
        if word == lexicon.MORE and (direction := _comparative(before)):
            return direction
        if (before, word) == lexicon.MORE_THAN_LEVEL and any(one.isdecimal() for one in tokens.words[back:at]):
            continue  # cao hơn mức thu năm 2016 khoảng 18 tỷ đồng
        if word in lexicon.CLAUSE_SIGNS or (word in lexicon.LEVELS and word != lexicon.IS):
            return 0
    return 0


def difference_before(tokens: Tokens, at: int, search_start: int) -> bool:
    """Return whether words before a figure with a sign mark it as a difference: tăng, so với, chênh lệch."""
    at -= tokens.words[at - 1] == ":"
    for _, word, _ in _back(tokens, at, search_start, _FAR):
        if word in lexicon.DIFFERENCES or word in lexicon.DIRECTIONS:
            return True
        if word in lexicon.CLAUSE_SIGNS:
            return False
    return False


def moves_before(tokens: Tokens, at: int) -> bool:
    """Return whether a verb of change comes before a token, with only adverbs between."""
    verb = tokens.words[last_but(tokens.words, at, lexicon.STRONGLY)]
    return verb in lexicon.DIRECTIONS or verb == lexicon.RAISE


def exceeds_before(tokens: Tokens, at: int, search_start: int) -> bool:
    """Return whether a verb for exceeding occurs earlier in the clause of a figure."""
    for _, word, _ in _back(tokens, at, search_start, _FAR):
        if word in lexicon.CLAUSE_SIGNS or word == lexicon.EXCEEDS:
            return word == lexicon.EXCEEDS
    return False


def is_mean_of_one(words: list[str], at: int) -> bool:
    """Return whether *một* or 1 means each: bình quân 1 hộ đạt 5 triệu đồng, giá trị trên 1 ha đạt 95 triệu đồng."""
    if at < 2 or words[at] not in lexicon.ONES:
        return False
    return (words[at - 2], words[at - 1]) in lexicon.MEANS or _is_yield(words, at)


def _is_yield(words: list[str], at: int) -> bool:
    """Return whether *trên 1 ha* is the base of what is earned or grown on land."""
    if words[at - 1] != lexicon.OVER or words[at + 1] not in lexicon.LAND:
        return False
    return not lexicon.EARNED.isdisjoint(near_before(words, at - 1, _NEAR))


def is_directly_before(tokens: Tokens, at: int, choices: Container[str]) -> bool:
    """Return whether one of these words comes before a token, with only filler words between."""
    return tokens.words[last_but(tokens.words, at, lexicon.BARELY)] in choices


# -- plans


def plan_at(tokens: Tokens, at: int) -> int:
    """Return where the name of a plan that begins at a token ends, or 0: *kế hoạch*, *so với dự toán*."""
    words = tokens.words
    if words[at] not in _PLAN_STARTS:
        return 0
    start = at
    if words[at] == lexicon.COMPARED:
        start = at + 2 if words[at + 1] == lexicon.AGAINST else at + 1
    start += next((len(whole) for whole in lexicon.WHOLE_PLANS if tokens.follows(start, *whole)), 0)
    if _is_short_plan(tokens, start):
        end = start + 1
    elif (words[start], words[start + 1]) in lexicon.AIMS:
        end = start + 2
    else:
        return 0
    if words[end] == lexicon.YEAR and not words[end + 1][:1].isdecimal():
        end += 1
    return end


def _is_short_plan(tokens: Tokens, at: int) -> bool:
    """Return whether an abbreviation means a plan; that of the budget, unless more words say so, means an area."""
    words = tokens.words
    short = words[at] == lexicon.SHORT_PLAN or (words[at] == lexicon.SHORT_BUDGET and words[at + 1] in lexicon.GIVES)
    return short and tokens.raw(at).isupper()


def is_sure_plan(tokens: Tokens, at: int) -> bool:
    """Return whether the words at a token always mean a plan; *chỉ tiêu* may also be a counted noun (15 chỉ tiêu)."""
    words = tokens.words
    at += next((len(whole) for whole in lexicon.WHOLE_PLANS if tokens.follows(at, *whole)), 0)
    return (words[at], words[at + 1]) in lexicon.SURE_PLANS or words[at] in lexicon.SURE_PLAN_STARTS


def plan_before(tokens: Tokens, at: int, previous_end: int) -> int | None:
    """Return where the name of a plan that ends right before a token begins, if any."""
    words = tokens.words
    back = last_but(words, at, lexicon.PLAN_TAIL)
    if back - 1 < previous_end:
        return None
    if (words[back - 1], words[back]) in lexicon.PLANS:
        start = back - 1
    elif _is_short_plan(tokens, back):
        start = back
    else:
        return None
    for against in ((lexicon.COMPARED, lexicon.AGAINST), (lexicon.COMPARED,)):
        if start - len(against) >= previous_end and tokens.precedes(start, *against):
            return start - len(against)
    return start


def outcome_over_plan_before(tokens: Tokens, at: int, previous_end: int) -> bool:
    """Return whether a percent is labelled as outcome over plan: TH/KH: 94%."""
    back = last_but(tokens.words, at, lexicon.BEFORE_LABELLED) + 1
    return back - 3 >= previous_end and tokens.precedes(back, *lexicon.OUTCOME_OVER_PLAN)


# -- bases of comparison


def base_at(tokens: Tokens, at: int) -> int:
    """Return where the words for a base of comparison end, or 0: *so với cùng kỳ*, *năm trước*."""
    words = tokens.words
    word, after = words[at], words[at + 1]
    if word == lexicon.COMPARED and after in lexicon.COMPARED_WITH:
        return at + 2
    if word in lexicon.SHORT_BASES and tokens.raw(at).isupper():
        return at + 1
    if (word, after) in lexicon.SAME_PERIODS or (word in lexicon.PERIODS and after in lexicon.LAST):
        return at + 2
    if word == lexicon.YEAR and after[:1].isdecimal():
        return at + 2
    return at + 1 if word == lexicon.SEASON else 0


def is_compared(tokens: Tokens, at: int, previous_end: int) -> bool:
    """Return whether a time is a base of comparison: so với năm 2015, cùng kỳ năm 2018, cao hơn năm trước."""
    for word in reversed(near_before(tokens.words, at, _NEAR_TIME, previous_end)):
        if word in COMPARED or word in _TIME_BREAKS:
            return word in COMPARED
    return False


def is_after_base(tokens: Tokens, at: int) -> bool:
    """Return whether a bracket at a token follows a base without its own time: thấp hơn năm trước (583 tỷ đồng).

    A change in the bracket, or what is said of a part, is not that of the base.
    """
    words = tokens.words
    first = words[at + 1]
    if first in _NOT_OF_BASE or (first, words[at + 2]) in PARTS_FOLLOW:
        return False
    for back in back_from(at, _NEAR):
        if words[back] in _BEFORE_BASES:
            return any((words[each], words[each + 1]) in _RELATIVE for each in range(back + 1, at - 1))
        if not words[back].isalpha():
            return False
    return False


def moves_in_clause(tokens: Tokens, at: int) -> bool:
    """Return whether a verb of change comes shortly before a token in its clause."""
    words = tokens.words
    for back in back_from(at, _NEAR):
        word, after = words[back], words[back + 1]
        if word in _TIME_BREAKS:
            return False
        rises, falls = word in lexicon.UP or word == lexicon.RAISE, word in lexicon.DOWN
        if (rises and after not in lexicon.NO_RISE) or (falls and after not in lexicon.NO_FALL):
            return True
    return False


STARTS_OF_SEASONS: Final = frozenset({SEASON, *(first for first, _ in CROP_SEASONS)})
"""First words of the seasons of crops."""


def season_at(words: list[str], at: int) -> tuple[str, str] | str | None:
    """Return the season of a crop that is named at a token: vụ hè thu, vụ mùa."""
    first = at + (words[at] == SEASON)
    pair = words[first], words[first + 1]
    if pair in CROP_SEASONS:
        return pair
    return words[first] if first > at and words[first] in PARTS_OF_CROP_YEAR else None
