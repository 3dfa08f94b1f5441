"""Recognise where a plan is stated, and where its outcome begins: kế hoạch năm 2018 trồng 850 ha, thực hiện 902 ha."""

from __future__ import annotations

from typing import Final

from aseansc.vietnamese._lexicon import scope as lexicon
from aseansc.vietnamese._lexicon.around import AIMS, QUALIFIERS
from aseansc.vietnamese._lexicon.dates import OF
from aseansc.vietnamese._tokens import Tokens
from aseansc.vietnamese._windows import back_from, near_before

BREAKS: Final = frozenset(',;.:!?…()[]-–+•*“”"')
_BEFORE_ITEM: Final = frozenset(".;:)…")
_FAR: Final = 12
_AFTER: Final = 6
_YEAR_DIGITS: Final = 4
_YEARS_OF_PLAN: Final = 5
"""Goals are for the years at the end of five-year plans: 2020, 2025."""
_CENTURIES: Final = ("19", "20")
_SUBJECT: Final = 4
"""A short subject may come before *đã* at the head of a clause: đề ra mục tiêu, huyện đã hỗ trợ 45 hộ."""


def plan_stated_at(tokens: Tokens, at: int, head: int) -> int:
    """Return where the name of a plan that begins at a token and is stated there ends, or 0.

    The name of a plan after words such as *thực hiện* or *so với* states none.
    """
    words, pair = tokens.words, (tokens.words[at], tokens.words[at + 1])
    if pair in lexicon.TASKS and at <= head and _has_colon(words, at + 2):
        return at + 2
    if pair in lexicon.SET or pair in lexicon.PROGRAMMES:
        return at + 2 if _begins_goal(words, at + 2, is_set=pair in lexicon.SET) else 0
    end = _plan_end(tokens, at)
    if end and words[at - 1] in lexicon.SUBMITS and _contains(words, end):
        return end
    if not end or words[end] in lexicon.NO_PLAN or end in tokens.special or _is_joined(tokens, end):
        return 0
    return end if _states_plan(tokens, at, end, head) else 0


def _states_plan(tokens: Tokens, at: int, end: int, head: int) -> bool:
    """Return whether the name of a plan states it, by its place or a following *là*."""
    words, pair = tokens.words, (tokens.words[at], tokens.words[at + 1])
    heads = _heads(tokens, at, head) and _has_figure(tokens, end)
    before = words[at - 1]
    if before == lexicon.COMPARED_WITH and words[at - 2] not in lexicon.BEFORE_COMPARED_SET:
        return words[end] in lexicon.AIMED_AT and _is_number_near(tokens, end)  # với mục tiêu có 250.000 người
    if heads and (pair != lexicon.INDICATOR or words[end] in lexicon.GIVEN or before in lexicon.GIVING):
        return True
    signs = lexicon.IS - {":"} if pair == lexicon.INDICATOR else lexicon.IS
    sets = (words[at - 2], before) == lexicon.BUILDS  # xây dựng dự toán thu năm 2014 là 782 tỷ đồng
    if before == lexicon.FOR or (before in lexicon.BEFORE_ATTAINED and not sets):
        return False  # dành cho mục tiêu giảm nghèo là 542 tỷ đồng
    # mục tiêu lạm phát của quốc gia là 4%, but not các chỉ tiêu của cùng kỳ năm trước là 29 tỷ đồng
    return _is_said(
        tokens, end, signs, lexicon.BEFORE_ATTAINED - {OF} if pair in lexicon.GOALS else lexicon.BEFORE_ATTAINED
    )


def _contains(words: list[str], at: int) -> bool:
    """Return whether what a plan sets follows: kế hoạch kinh doanh năm 2022 gồm doanh thu 11.059 tỷ đồng."""
    for after in range(at, at + _FAR):
        word = words[after]
        if word in BREAKS or word in lexicon.NO_PLAN:
            return False
        is_amount = word[:1].isdecimal() and len(word) != _YEAR_DIGITS and words[after + 1] != lexicon.YEAR
        if word in lexicon.CONTAINS or is_amount:
            return True
    return False


def _is_number_near(tokens: Tokens, at: int) -> bool:
    """Return whether a number follows after a few words."""
    return any(tokens.is_number(after) for after in range(at, at + _SUBJECT))


def _begins_goal(words: list[str], at: int, *, is_set: bool) -> bool:
    """Return whether a goal follows: đề ra mục tiêu; đề án đến năm 2020."""
    if is_set:
        compared = words[at - 5] in lexicon.BEFORE_COMPARED_SET
        while words[at] in lexicon.SOME_AFTER_SET:
            at += 1
        return words[at] in lexicon.AFTER_SET or (words[at] in lexicon.VERBS_AFTER_SET and not compared)
    far = at + (_FAR // 2 if words[at - 3] == lexicon.ACCORDING else 1)
    for after in range(at, far):
        if (words[after], words[after + 1]) == (lexicon.UP_TO, lexicon.YEAR):
            return True
        if words[after] == lexicon.DONE:
            return False
    return False


def _has_colon(words: list[str], at: int) -> bool:
    """Return whether a colon follows before any word for what is done."""
    for word in words[at : at + _FAR]:
        if word == ":" or word in lexicon.BEFORE_ATTAINED or word == ".":
            return word == ":"
    return False


def _heads(tokens: Tokens, at: int, head: int) -> bool:
    """Return whether a plan begins a clause or follows a verb that sets it."""
    words = tokens.words
    before = words[at - 1]
    if before in lexicon.BEFORE_PLAN:
        return True
    at -= before in lexicon.OPENS_PLAN
    return at <= head or words[at - 1] in BREAKS


def _is_joined(tokens: Tokens, at: int) -> bool:
    """Return whether an abbreviation goes on after a sign: KH-CN."""
    return (
        tokens.glued(at) and not tokens.words[at].isalnum() and tokens.words[at + 1].isalpha() and tokens.glued(at + 1)
    )


def _has_figure(tokens: Tokens, at: int) -> bool:
    """Return whether what is planned follows in the clause, or after its time: kế hoạch năm 2018, trồng 850 ha."""
    words = tokens.words
    by_office = words[at] == OF and at > 2 and words[at - 3] == lexicon.ACCORDING
    for after in range(at, min(at + _FAR, tokens.size)):
        word = words[after]
        if by_office and word == ",":
            return True  # theo kế hoạch của ngành nông nghiệp, vụ này toàn tỉnh gieo trồng 45 ha
        if word == lexicon.FINISHED:
            return False
        if word == ":" or (tokens.is_number(after) and len(word) != _YEAR_DIGITS):
            return True
        if word in BREAKS:
            return after == at or tokens.is_number(after - 1)
    return any(word in lexicon.TOLD for word in words[at : at + _FAR])


def _plan_end(tokens: Tokens, at: int) -> int:
    words = tokens.words
    if (words[at], words[at + 1]) in lexicon.PLANS:
        return at + 2
    return at + 1 if words[at] == lexicon.SHORT_PLAN and tokens.raw(at).isupper() else 0


def _is_said(tokens: Tokens, at: int, signs: frozenset[str], ends: frozenset[str]) -> bool:
    """Return whether *là* or a colon and a figure follow in the same clause."""
    words = tokens.words
    for after in range(at, min(at + 2 * _FAR, tokens.size)):
        if words[after] in signs:
            return tokens.is_number(after + 1) or tokens.is_number(after + 2)
        if words[after] in BREAKS or words[after] in ends:
            return False
        if (words[after], words[after + 1]) in lexicon.WITHIN_TERM:
            return False  # chỉ tiêu lợi nhuận trong kỳ là 10 tỷ đồng
    return False


def outcome_begins(tokens: Tokens, at: int, *, goal: bool, stated: bool, listed: bool) -> bool:
    """Return whether the outcome of a plan begins at a token.

    Args:
        tokens: the tokens of the passage.
        at: index of the token.
        goal: whether the plan is a goal, such as *phấn đấu*.
        stated: whether a figure of the plan is already printed.
        listed: whether a colon begins a list of what is planned.
    """
    words = tokens.words
    if words[at] == lexicon.DONE:
        if goal and _is_relative(words, at):
            return False
        clear = stated or not goal or not BREAKS.isdisjoint(near_before(words, at, _SUBJECT))
        return clear and words[at + 1] not in lexicon.NOT_DONE
    if not stated:
        return False
    if words[at] == ",":
        return not goal and _is_outcome(words, at + 1, listed=listed)
    short = words[at] == lexicon.SHORT_OUTCOME and tokens.raw(at).isupper()
    if (words[at], words[at + 1]) == lexicon.CARRY_OUT and (
        _is_to_carry_out(words, at) or (words[at - 1].isalpha() and _is_verb(tokens, at + 2))
    ):
        return False
    return short or (words[at], words[at + 1]) in lexicon.OUTCOMES


def _is_to_carry_out(words: list[str], at: int) -> bool:
    """Return whether *thực hiện* at a token is not about an outcome: tiếp tục thực hiện, vốn thực hiện Chương trình."""
    before, after = words[at - 1], words[at + 2]
    of_means = before in lexicon.MEANS_FOR and after in lexicon.APPROVED
    until = (after, words[at + 3]) == lexicon.UNTIL_END
    promised = before in lexicon.PROMISES and after not in lexicon.AFTER_CARRIED_OUT
    return of_means or until or promised or before in lexicon.TO_CARRY_OUT or after in lexicon.HOW_CARRIED_OUT


def may_be_outcome(tokens: Tokens, at: int, *, goal: bool) -> bool:
    """Return whether *thực hiện* and a verb at a token do not show if it was done: tỉnh thực hiện hỗ trợ 480 hộ."""
    words = tokens.words
    if (words[at], words[at + 1]) != lexicon.CARRY_OUT or not at or _is_to_carry_out(words, at):
        return False
    moves = goal and words[at + 2] in lexicon.MOVES  # mục tiêu …; thực hiện giảm 500 hộ nghèo
    return words[at - 1] not in lexicon.NO_SUBJECTS and (moves or _is_verb(tokens, at + 2))


def is_carried_out(tokens: Tokens, at: int) -> bool:
    """Return whether *thực hiện* at a token states an outcome by what follows: huyện thực hiện gần 902 ha."""
    words = tokens.words
    is_said = (words[at], words[at + 1]) == lexicon.CARRY_OUT and not _is_to_carry_out(words, at)
    return is_said and not _is_verb(tokens, at + 2)


def _is_verb(tokens: Tokens, at: int) -> bool:
    """Return whether the word after *thực hiện* states no outcome, as *được*, *đạt*, a qualifier or a number does."""
    words = tokens.words
    if not words[at].isalpha() or words[at] in lexicon.AFTER_CARRIED_OUT:
        return False
    return not any(tuple(words[at:end]) in QUALIFIERS and tokens.is_number(end) for end in (at + 1, at + 2))


def _is_relative(words: list[str], at: int) -> bool:
    """Return whether *đã* describes things that are named inside a clause: duy trì tiêu chí tại các xã đã đạt chuẩn."""
    for back in back_from(at, _FAR // 2):
        if not words[back].isalpha():
            return False
        if words[back] in lexicon.OF_SOME:
            return words[back - 1].isalpha() and words[back - 1] not in lexicon.BEFORE_SOME
    return False


def is_of_some(tokens: Tokens, start: int, end: int) -> bool:
    """Return whether a figure may describe the things that a goal is about: tại các xã có tỷ lệ trên 25% giảm 4%."""
    words = tokens.words
    if words[end] not in lexicon.VERBS_AFTER_SET:
        return False
    for back in back_from(start, _FAR):
        if words[back] in lexicon.OF_SOME:
            return words[back - 1].isalpha() and lexicon.HAVING in words[back:start]
        if not words[back].isalpha():
            return False
    return False


def is_promised(tokens: Tokens, at: int) -> bool:
    """Return whether *đăng ký* at a token promises the number right after it: đăng ký 12 xã về đích."""
    words = tokens.words
    if (words[at], words[at + 1]) != lexicon.REGISTERS or not tokens.is_number(at + 2):
        return False
    return words[at - 1] != lexicon.CAPITAL


def _is_outcome(words: list[str], at: int, *, listed: bool) -> bool:
    """Return whether the words after a comma state an outcome: đạt 902 ha, thu được 5 tỷ, giải ngân 4 tỷ."""
    if (words[at], words[at + 1]) == lexicon.DISBURSED:
        return not listed or words[at + 2] == ":"
    obtained = words[at + 1] == lexicon.OBTAINED and words[at + 2] not in lexicon.NOT_DONE
    if words[at] == lexicon.OBTAINED and not any(word[:1].isdecimal() for word in words[at + 1 : at + _SUBJECT]):
        return False  # chỉ tiêu đến năm 2020, được Đại hội thông qua là 10%
    return obtained or words[at] in lexicon.OUTCOMES_AFTER_COMMA


def may_be_expected(tokens: Tokens, at: int, pair: tuple[str, str]) -> bool:
    """Return whether what follows two words may be planned or expected: thời gian tới, một số chỉ tiêu chủ yếu."""
    after = tokens.words[at + 2]
    if pair in lexicon.EXPECTED_ONLY:
        return after in lexicon.EXPECTED_ONLY[pair]
    if pair in lexicon.REQUESTS and _is_made(tokens.words, at):
        return False
    if pair in lexicon.ENSURES and tokens.words[at - 1] == lexicon.WAS and tokens.words[at - 2] not in lexicon.MUST_BE:
        return False  # trật tự được đảm bảo, tỷ lệ điều tra khám phá án đạt 95%
    main = pair == lexicon.INDICATOR and after == lexicon.MAIN
    strives = pair == lexicon.STRIVES and after == lexicon.BECOMES
    if main or strives or pair in lexicon.EXPECTS or (pair in lexicon.PLANS and _is_aimed_at(tokens, at)):
        return True
    return is_promised(tokens, at) or is_designed(tokens, at)


def _is_made(words: list[str], at: int) -> bool:
    """Return whether a request at a token was made, and says what was to be handled: kiến nghị thu hồi 12 tỷ đồng."""
    return words[at - 1] in lexicon.BEFORE_MADE or (words[at + 2], words[at + 3]) in lexicon.HANDLED


def _is_aimed_at(tokens: Tokens, at: int) -> bool:
    """Return whether a plan at a token is set, or is stated where it is attained: gần đạt mục tiêu cả năm là 45 ha."""
    before = tokens.words[at - 1]
    if before == lexicon.SOME_GOALS and tokens.words[at - 2] == lexicon.HAVING:
        return True
    if before == lexicon.SETS_PLAN or tokens.words[at + 2] in lexicon.IS - {":"}:
        return True
    return before in lexicon.REACHES_PLAN and _is_said(tokens, at + 2, lexicon.IS - {":"}, lexicon.BEFORE_ATTAINED)


def is_approved(tokens: Tokens, at: int, pair: tuple[str, str]) -> bool:
    """Return whether goals follow: vừa ký quyết định phê duyệt Chương trình …, chỉ tiêu chủ yếu đến năm 2020 …."""
    words = tokens.words
    if pair == lexicon.INDICATOR and words[at + 2] == lexicon.MAIN:
        return any(_is_up_to_year(words, after) for after in range(at + 3, at + _AFTER))
    is_news = pair == lexicon.APPROVES and words[at - 1] in lexicon.APPROVING
    return is_news and words[at + 2] in lexicon.APPROVED


def sets_aims(tokens: Tokens, at: int) -> bool:
    """Return whether a verb at a token sets the goals, the plan or the means named after it: thông qua 8 chỉ tiêu."""
    words = tokens.words
    aims = lexicon.SETS_AIMS.get((words[at], words[at + 1]), frozenset())
    if (words[at], words[at + 1]) == lexicon.CARRIES_ON and at and words[at - 1] not in BREAKS:
        return False
    if (words[at], words[at + 1]) == lexicon.APPROVES and words[at + 2] in lexicon.WITH_MEANS:
        return True
    for after in range(at + 2, at + 2 + _AFTER if aims else 0):
        if (words[after], words[after + 1]) in aims:
            return True
        if words[after] in BREAKS:
            return False
    return False


def is_of_vote(tokens: Tokens, end: int) -> bool:
    """Return whether a figure that ends at a token counts votes for what is adopted: với 417 đại biểu tán thành."""
    words = tokens.words
    return any((words[at], words[at + 1]) in lexicon.VOTES for at in range(max(end - 2, 0), end + _SUBJECT))


def counts_aims(tokens: Tokens, end: int) -> bool:
    """Return whether a figure that ends at a token counts what is set: thông qua 8 chỉ tiêu."""
    return (tokens.words[end - 2], tokens.words[end - 1]) == lexicon.INDICATOR


def is_revised(tokens: Tokens, at: int) -> bool:
    """Return whether a forecast at a token is revised: hạ dự báo tăng trưởng từ 6,5% xuống 5,8%."""
    return not lexicon.REVISING.isdisjoint(near_before(tokens.words, at, 2))


def is_set_or_adjusted(tokens: Tokens, at: int, head: int) -> bool:
    """Return whether a resolution sets something at a token, as in *nghị quyết xác định*."""
    words = tokens.words
    start = max(head, at - _FAR)
    sets = (words[at], words[at + 1]) in lexicon.SETTING
    is_set = sets and any((words[one], words[one + 1]) in lexicon.SETTERS for one in range(start, at))
    return is_set or is_adjusted(tokens, at, head)


def is_adjusted(tokens: Tokens, at: int, head: int) -> bool:
    """Return whether *điều chỉnh* at a token may revise a forecast of growth or inflation."""
    words = tokens.words
    start = max(head, at - 2 * _FAR)
    return (words[at], words[at + 1]) == lexicon.ADJUSTED and not lexicon.OFTEN_FORETOLD.isdisjoint(words[start:at])


def is_designed(tokens: Tokens, at: int) -> bool:
    """Return whether a clause begins with *theo* and a design, whose figures may not exist yet: theo quy hoạch, …."""
    words = tokens.words
    if (words[at], words[at + 1]) not in lexicon.DESIGNS or words[at - 1] != lexicon.ACCORDING:
        return False
    return at == 1 or words[at - 2] in BREAKS


def is_item_number(tokens: Tokens, at: int) -> bool:
    """Return whether the number of an item of a list in running text is at a token: 18,2%. 5. Giá trị sản phẩm …."""
    words = tokens.words
    is_short = tokens.is_number(at) and len(words[at]) < _YEAR_DIGITS - 1
    return is_short and words[at - 1] in _BEFORE_ITEM and words[at + 1] == "."


def is_of_event(tokens: Tokens, start: int, end: int) -> bool:
    """Return whether words between two tokens are about a meeting or an award, not about a goal: bầu 15 đồng chí."""
    words = tokens.words
    return any(words[at] in lexicon.EVENTS or (words[at], words[at + 1]) in lexicon.EVENTS for at in range(start, end))


def is_compared_part(tokens: Tokens, at: int) -> bool:
    """Return whether the part of a sentence from a token compares with an earlier time: tăng 7% so cùng kỳ."""
    words = tokens.words
    for after in range(at, min(at + 4 * _FAR, tokens.size)):
        if words[after] in lexicon.ENDS_OF_PART:
            return False
        if (words[after], words[after + 1]) in lexicon.SAME_PERIODS:
            return True
    return False


def holds_outcome(tokens: Tokens, at: int) -> bool:
    """Return whether the first figure of a bracket at a token is reached: vượt kế hoạch (lúa đạt 920 ha/KH 890 ha)."""
    for after in range(at + 1, min(at + _FAR, tokens.size)):
        if tokens.is_number(after):
            return tokens.words[after - 1] == lexicon.REACHED and after > at + 2
    return False


def exceeded_before(tokens: Tokens, at: int) -> bool:
    """Return whether a plan that is exceeded, missed or compared with is named shortly before a bracket.

    Examples: vượt chỉ tiêu giảm nghèo (3%), cao hơn nghị quyết đề ra (4%/năm), so với chỉ tiêu giao của tỉnh (850 ha).
    """
    return _before_aim(tokens, at) in lexicon.BEYOND_PLAN


def reached_before(tokens: Tokens, at: int) -> bool:
    """Return whether a plan that is reached is named shortly before a bracket, with its goal or its outcome in it."""
    return _before_aim(tokens, at) in lexicon.REACHES_PLAN


def _before_aim(tokens: Tokens, at: int) -> str:
    """Return the word before the name of a plan that comes shortly before a bracket, or nothing."""
    words = tokens.words
    for back in back_from(at - 1, _FAR):
        if not (words[back + 1].isalpha() or words[back + 1] == ",") or words[back + 1] == lexicon.EXCEEDED:
            return ""
        if (words[back], words[back + 1]) in AIMS:
            return words[back - 1]
    return ""


def is_now(tokens: Tokens, at: int) -> bool:
    """Return whether *hiện* at a token means now, and is not part of another word: thực hiện, hiện đại."""
    before = tokens.words[at - 1]
    return before not in lexicon.NO_NOW_AFTER and tokens.words[at + 1] not in lexicon.NO_NOW_BEFORE


def is_forecast(tokens: Tokens, at: int) -> bool:
    """Return whether a forecast at a token is stated, and not only compared with: giảm mạnh hơn dự kiến, đạt 4,2%."""
    words = tokens.words
    if words[at - 1] not in lexicon.BEFORE_FORECAST:
        return True
    after = next((word for word in words[at + 2 : at + _AFTER] if word in BREAKS or word[:1].isdecimal()), "")
    return after not in BREAKS or not after


def is_answer(tokens: Tokens, start: int, end: int, at: int) -> bool:
    """Return whether a forecast at a token is that of a share between two others: 38% số doanh nghiệp dự báo tăng."""
    words = tokens.words
    return not lexicon.RESPONDENTS.isdisjoint(words[start:at]) and all(map(str.isalpha, words[end:at]))


def is_compared_rate(tokens: Tokens, start: int) -> bool:
    """Return whether a figure at a token is a rate that is compared with: thấp hơn mức tăng 7,8% của tháng Bảy."""
    words = tokens.words
    for back in back_from(start, _AFTER):
        if words[back] == lexicon.LEVEL_OF:
            return words[back - 1] in lexicon.BEFORE_LEVEL
        if not words[back].isalpha() or words[back] in lexicon.FORETELLS:
            return False
    return False


def is_striven(tokens: Tokens, at: int) -> bool:
    """Return whether *phấn đấu* at a token states a goal."""
    before = tokens.words[at - 1]
    if (tokens.words[at + 2], tokens.words[at + 3]) == lexicon.UNCEASINGLY or _is_over(tokens.words, at):
        return False
    return before not in lexicon.NOT_STRIVEN_AFTER and tokens.words[at + 2] not in lexicon.NOT_STRIVEN_BEFORE


def may_be_striven(tokens: Tokens, at: int) -> bool:
    """Return whether *phấn đầu* at a token may be a misprint of *phấn đấu*; *lứa phấn đầu vụ* is not."""
    words = tokens.words
    if (words[at], words[at + 1]) != lexicon.MISPRINTED or words[at + 2] in lexicon.FIRST_OF:
        return False
    return words[at - 1] not in lexicon.POLLEN and is_striven(tokens, at)


def _is_over(words: list[str], at: int) -> bool:
    """Return whether the time of what was striven for is over: sau một năm phấn đấu, qua 3 năm phấn đấu."""
    if words[at - 1] not in lexicon.PERIODS:
        return False
    return not lexicon.OVER_AFTER.isdisjoint(near_before(words, at - 1, _SUBJECT))


def _is_up_to_year(words: list[str], at: int) -> bool:
    """Return whether the time up to a year begins at a token, but not that of a document: giai đoạn đến 2020."""
    if words[at] != lexicon.UP_TO:
        return False
    year = words[at + 1]
    is_bare = len(year) == _YEAR_DIGITS and year.isdecimal() and words[at - 1] != lexicon.STAGE[1]
    return year == lexicon.YEAR or is_bare


def _is_past(tokens: Tokens, start: int, end: int) -> bool:
    """Return whether words between two tokens show that something is past; *phát hiện* does not."""
    words = tokens.words
    end = min(end, tokens.size)
    for at in range(start, end):
        if words[at] == lexicon.FROM and words[at + 1] == lexicon.YEAR:
            return True  # từ năm 2016 đến năm 2018
        if words[at] in lexicon.PAST and (words[at] != lexicon.NOW or is_now(tokens, at)):
            return True
        if (words[at], words[at + 1]) in lexicon.PAST_PAIRS:
            return True
    if lexicon.MAY_BE_PAST.isdisjoint(words[start:end]):
        return False
    reports = any((words[at], words[at + 1]) in lexicon.REPORTS for at in range(start, end))
    return reports or _is_up_to_past_year(words, start, end)


def _is_up_to_past_year(words: list[str], start: int, end: int) -> bool:
    """Return whether a later year than that after *đến năm* is printed in the passage, or it ends no five-year plan."""
    until = [
        _year_at(words, at + 1) or _year_at(words, at + 2) for at in range(start, end) if _is_up_to_year(words, at)
    ]
    last = max(until, default=0)
    return bool(last % _YEARS_OF_PLAN) or any(_year_at(words, at) > last > 0 for at in range(len(words)))


def _year_at(words: list[str], at: int) -> int:
    """Return the year that is printed at a token, also in a date: năm 2018, 9/2018; or 0."""
    word, year = words[at], words[at][-_YEAR_DIGITS:]
    if len(year) < _YEAR_DIGITS or not year.isdecimal() or year[:2] not in _CENTURIES:
        return 0
    is_bare = word == year and words[at - 1] in lexicon.BEFORE_YEAR
    return int(year) if is_bare or "/" in word else 0


def may_be_goal(tokens: Tokens, head: int, at: int, *, known: bool) -> str:
    """Return why the figure at a token may be a goal by the words of its sentence, which say nothing of its status.

    The sentence, which begins at `head`, is about the time up to a year, or calls for something to be done. `known` is
    true if this holds for a figure before it in the sentence.
    """
    words = tokens.words
    while head < at and words[head] in lexicon.BEFORE_UP_TO:
        head += 1
    names_year = lexicon.UP_TO in words[head:at] and any(_is_up_to_year(words, one) for one in range(head, at))
    if known or names_year:
        is_past = words[at - 1] == lexicon.OBTAINED or _is_past(tokens, head, at + _AFTER)
        return "" if is_past else lexicon.MAY_BE_GOAL
    calls = (words[head], words[head + 1]) in lexicon.CALLS and words[head + 2].isalpha()
    return lexicon.MAY_BE_CALLED_FOR if calls and lexicon.PAST_CALLS.isdisjoint(words[head : at + _AFTER]) else ""
