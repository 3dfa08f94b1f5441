"""Recognise times that are not those of figures: of documents, laws, events, holidays and prices."""

from __future__ import annotations

from typing import Final

from aseansc.periods import MonthDay, Period, TimeCollection
from aseansc.vietnamese._candidates import Candidate
from aseansc.vietnamese._dates import year_of
from aseansc.vietnamese._figure import FigureKind
from aseansc.vietnamese._lexicon import dates as lexicon
from aseansc.vietnamese._tokens import Tokens, by_last_word
from aseansc.vietnamese._windows import back_from, last_but

_NEAR: Final = 8
_FAR: Final = 16
_BASES: Final = by_last_word(lexicon.BASES_OF_PRICES)
_EVENTS: Final = by_last_word(lexicon.PAST_EVENTS)
_RULES: Final = by_last_word(lexicon.RULES)
_HOLIDAYS: Final = by_last_word(lexicon.HOLIDAYS)
_NAMES: Final = by_last_word((*lexicon.RULES, *lexicon.PRODUCTS))
_PROGRAMMES: Final = by_last_word((*lexicon.RULES, *lexicon.PROGRAMMES, *lexicon.PLANS))
_PLANS: Final = by_last_word(lexicon.PLANS)
_ENDS: Final = frozenset(".;!?")


def is_of_holiday(candidate: Candidate, tokens: Tokens) -> bool:
    """Return whether a year names the days of a holiday or festival: dịp Tết Nguyên đán Quý Mão 2023."""
    if not isinstance(candidate.value, Period) or candidate.value != year_of(candidate.value):
        return False
    for end in back_from(candidate.start + 1, _NEAR):
        if tokens.precedes_one(end, _HOLIDAYS):
            return True
        if _ends_name(tokens.words[end - 1], tokens.words[end]):
            return False
    return False


def is_base_of_prices(tokens: Tokens, start: int) -> bool:
    at = start + (tokens.words[start] == lexicon.YEAR)
    return tokens.precedes_one(start, _BASES) or tokens.precedes_one(at, _BASES)


def is_of_something_else(candidate: Candidate, tokens: Tokens, last: Candidate | None) -> bool:
    """Return whether a date is that of a document, an event or a law, not of figures."""
    if _is_of_document(candidate, tokens, last) or _is_of_event(candidate, tokens):
        return True
    if tokens.words[candidate.end : candidate.end + 2] == list(lexicon.LUNAR):
        return True
    if (tokens.words[candidate.end], tokens.words[candidate.end + 1]) in lexicon.CARRIED_OVER:
        return True
    if candidate.collection is TimeCollection.AT and _is_deadline(tokens, candidate.start):
        return True
    return _is_in_name(candidate, tokens) or _is_of_meeting(candidate, tokens)


def _is_deadline(tokens: Tokens, start: int) -> bool:
    """Return whether a day is one before which something is to be done: hoàn thành trước ngày 30/7/2024."""
    return tokens.words[start - 1 - (tokens.words[start - 1] == lexicon.DAY)] == lexicon.BEFORE


def _is_of_document(candidate: Candidate, tokens: Tokens, last: Candidate | None) -> bool:
    """Return whether a date is that of a document: Quyết định 12/QĐ-UBND ngày 5/6/2018, báo cáo ngày 15/3/2018."""
    words, start = tokens.words, candidate.start
    at = start - (words[start - 1] in lexicon.BEFORE_A_TIME)
    is_after = words[at - 1] == ","  # theo Chỉ thị 12-CT/TU, ngày 13/2/2018
    if last is not None and last.kind is FigureKind.DOCUMENT_NUMBER and last.end >= at - is_after:
        return True
    is_day = candidate.collection is TimeCollection.AT or isinstance(candidate.value, MonthDay)
    if is_day and _is_numbered_document(tokens, at):
        return True
    # Nghị quyết 12/2018
    numbered = tokens.special.get(start) == "month"
    at -= numbered and words[at - 1] == lexicon.NUMBER
    return (is_day or numbered) and (words[at - 2], words[at - 1]) in lexicon.DATED


def _is_numbered_document(tokens: Tokens, end: int) -> bool:
    """Return whether the number of a document ends at a token, also in an unusual form: công văn số 1179/STCVP."""
    for at in back_from(end, _NEAR):
        if tokens.words[at] == lexicon.NUMBER:
            return (tokens.words[at - 2], tokens.words[at - 1]) in lexicon.DATED
        if tokens.words[at] in _ENDS or tokens.words[at] == ",":
            return False
    return False


def limits_event(tokens: Tokens, start: int) -> bool:
    """Return whether a time is that of an event from or before which something is counted.

    Từ khi mở cổng (21/3/2022); trước thời điểm ban hành công điện ngày 18/11/2023; but not *từ khi mở cổng đến 2022*.
    """
    words = tokens.words
    if words[start - 1] in lexicon.UNTIL_A_TIME or words[start - 1] == lexicon.UP_TO_END:
        return False
    for at in back_from(start, _FAR):
        if words[at] in _ENDS or words[at] == ",":
            return False
        if (words[at], words[at + 1]) in lexicon.SINCE_EVENT:
            return True
    return False


def _is_of_event(candidate: Candidate, tokens: Tokens) -> bool:
    """Return whether a time is that of a past event: thành lập năm 1990, sinh năm 1990."""
    words = tokens.words
    at = last_but(words, candidate.start, lexicon.BEFORE_EVENT_TIME) + 1
    if words[at] == lexicon.ON and (words[at - 2], words[at - 1]) in lexicon.FORETOLD:
        return True
    numbered = at - (words[at - 1] == lexicon.YEAR)
    if tokens.is_number(numbered - 1) and words[numbered - 2] in lexicon.NUMBERED_EVENTS:
        return True  # tiếp nhận máu đợt 7 năm 2017
    born = words[at - 1] == lexicon.BORN and words[at - 2] not in lexicon.NOT_BORN
    return born or tokens.precedes_one(at, _EVENTS)


def _is_of_meeting(candidate: Candidate, tokens: Tokens) -> bool:
    """Return whether a day at the head of a sentence is that of a decision or news: ngày 15/6/2021, tỉnh ban hành …."""
    words = tokens.words
    start = last_but(words, candidate.start, lexicon.BEFORE_A_DAY) + 1
    if start and words[start] in lexicon.DAY_PARTS and words[start - 1] not in lexicon.UNTIL_A_TIME:
        return True  # tại hội nghị, chiều 29/12
    if candidate.collection is not TimeCollection.AT or (start and words[start - 1] not in _ENDS):
        return False
    for at in range(candidate.end, min(candidate.end + 2 * _NEAR, tokens.size)):
        if words[at] in _ENDS or words[at][:1].isdecimal():
            return False
        if (words[at], words[at + 1]) in lexicon.MEETINGS:
            return not words[at + 2][:1].isdecimal()
    return False


def _is_in_name(candidate: Candidate, tokens: Tokens) -> bool:
    """Return whether a time belongs to the name of a law, standard or product: Luật Đất đai năm 2013."""
    if tokens.words[candidate.end] in lexicon.CLOSING_QUOTES and tokens.words[candidate.start - 1].isalpha():
        return True  # Đề án “Sản xuất nông sản an toàn giai đoạn 2020-2023”
    if tokens.precedes(candidate.start, *lexicon.SPAN_UP_TO):
        return True
    names = _NAMES if tokens.is_number(candidate.start) else _RULES
    names = _PROGRAMMES if candidate.kind is FigureKind.RANGE and names is _RULES else names
    is_programme = names is _PROGRAMMES
    start = candidate.start - (is_programme and tokens.words[candidate.start - 1] == ",")
    for end in back_from(start + 1, _FAR if is_programme else _NEAR):
        word = tokens.words[end - 1]
        if tokens.precedes_one(end, names):
            return _names(tokens, end)
        if _ends_name(word, tokens.words[end]):
            return False
    return False


def _ends_name(word: str, after: str) -> bool:
    """Return whether a word is not part of a name, as a verb or a sign; in *kế hoạch 5 năm*, the number is."""
    if not word.isalpha():
        return not word.isdecimal() or after != lexicon.YEAR
    return word in lexicon.VERBS and (word, after) not in lexicon.NO_VERBS


def _names(tokens: Tokens, end: int) -> bool:
    """Return whether the name that ends at a token is that of a law, programme or plan."""
    if tokens.precedes_one(end, _PLANS):
        return tokens.words[end - 3] in lexicon.CARRIED_OUT
    return not any(tokens.precedes(end, *name) for name in lexicon.NO_RULE)
