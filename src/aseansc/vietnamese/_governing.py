"""Recognise figures of a list that a verb of change at its head may govern: các huyện giảm nghèo: A 4%; B 3%.

The head is in the sentence of the list, in a sentence that the list goes on with (*Cụ thể, …*), or in the line above.
How far such a verb reaches is not certain, so the figures are left open.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise
from typing import Final

from attrs import define

from aseansc.units import UnitKind
from aseansc.values import RelativeChange, Value
from aseansc.vietnamese._candidates import Candidate
from aseansc.vietnamese._figure import FigureKind
from aseansc.vietnamese._lexicon import around as lexicon
from aseansc.vietnamese._lexicon.lists import BULLETS, DASHES, IN_DETAIL, LETTER
from aseansc.vietnamese._tokens import Tokens
from aseansc.vietnamese._windows import back_from

_FAR: Final = 120
"""Tokens before a figure that are searched for the head of its list."""
_LONG_LIST: Final = 60
"""Tokens before a share in which the head of its list may be."""
_LONG: Final = 12
"""Words that may name an item of a list."""
_LONGEST_ITEM: Final = 160
_LONGEST_LEAD: Final = 400
_WORD: Final = re.compile(r"[^\W\d_]+|[^\w\s]")
_MOVES: Final = re.compile(lexicon.MOVING, re.IGNORECASE)
_MARK: Final = re.compile(rf"\s*(?:[{DASHES}{BULLETS}]|[0-9]{{1,2}}[./)](?!\d)|[a-z{LETTER}]\))")
_DETAIL: Final = re.compile(rf"\W*(?:{'|'.join(IN_DETAIL)})\b", re.IGNORECASE)
_SENTENCE: Final = re.compile(r"[.!?…]\s+(?=\S)")
_DETAILS: Final = frozenset(tuple(words.split()) for words in IN_DETAIL)
_SIGNS: Final = frozenset(",;:()")
_ENDS: Final = lexicon.SENTENCE_SIGNS - {";", ":"}
_JOINS: Final = frozenset({lexicon.AND, lexicon.COMPARED})
AFTER_CHANGE: Final = "may be another change, like the figure before it, or a level"
OF_RATE: Final = "a percent said of a rate, read as printed: a relative change; percentage points are the usual meaning"
_COMPARED: Final = "after a comparison: may be a percent of another figure, a change or a share"


@define
class Leads:
    """The sentence at the head of a list, while the lines of a document are read in order."""

    lead: str = ""
    before: str = ""

    def over(self, line: str) -> str:
        """Return the sentence with a verb of change that a line goes on with, or an empty string."""
        shown = line.strip()
        if not shown:
            return ""
        if _DETAIL.match(shown):
            self.lead = self.lead or _moving(self.before)
        elif not _MARK.match(shown) and len(shown) > _LONGEST_ITEM:
            self.lead = ""
        found = self.lead
        self.before = shown[-_LONGEST_LEAD:]
        if shown.endswith(":"):
            self.lead = _moving(self.before)
        return found


def _moving(line: str) -> str:
    """Return the last sentence of a line if it has a verb of change, or an empty string."""
    starts = [found.end() for found in _SENTENCE.finditer(line)]
    sentence = line[starts[-1] if starts else 0 :]
    return sentence if _MOVES.search(sentence) else ""


def doubt_listed(candidate: Candidate, tokens: Tokens, found: Sequence[Candidate], lead: str) -> None:
    """Withhold a figure of a list without a verb of its own that a verb of change or comparison may govern."""
    if isinstance(candidate.value, RelativeChange):
        if _names_rate(lead) and lexicon.AMOUNT_NAMES.isdisjoint(tokens.words[: candidate.start]):
            candidate.may_be_points = True
            candidate.remark(OF_RATE)
        return
    if not isinstance(candidate.value, Value) or _has_own_meaning(candidate, tokens, found):
        return
    item = _item_start(tokens, candidate, found)
    if item is None:
        return
    if candidate.value.unit.kind is UnitKind.SHARE:
        direction = _governing(candidate, tokens, found, item, lead)
    else:
        direction = _of_same(candidate, found, tokens.words, item)
    if direction is not None:
        candidate.direction = direction
        candidate.doubt(AFTER_CHANGE if direction else _COMPARED)


def _has_own_meaning(candidate: Candidate, tokens: Tokens, found: Sequence[Candidate]) -> bool:
    """Return whether the words around a figure show what it is, so that the head of its list does not govern it."""
    if candidate.direction or candidate.mention is not None:
        return True
    if _is_plan_in_bracket(candidate, tokens.words, found) or _goes_on(tokens.words, candidate.end):
        return True
    return candidate.is_share and _is_in_list_of_shares(tokens, candidate.start)


def _is_in_list_of_shares(tokens: Tokens, at: int) -> bool:
    """Return whether a figure is in the list after a structure and a colon: cơ cấu kinh tế: nông nghiệp 35%; …."""
    words, colon = tokens.words, 0
    for back in back_from(at, _LONG_LIST):
        word = words[back]
        if word == ":" and not colon:
            colon = back
        elif colon and (word, words[back + 1]) in lexicon.STRUCTURES:
            return True
        elif word in lexicon.DIRECTIONS or word in (lexicon.CLAUSE_SIGNS if colon else _ENDS):
            return False
    return False


def _is_plan_in_bracket(candidate: Candidate, words: list[str], found: Sequence[Candidate]) -> bool:
    """Return whether a figure is the plan that was compared with: vượt 1% so với chỉ tiêu (38%)."""
    last = next((one for one in reversed(found) if one.mention is None), None)
    return words[candidate.start - 1] == "(" and last is not None and last.kind is FigureKind.ATTAINMENT


def _goes_on(words: list[str], end: int) -> bool:
    """Return whether the words after a figure show that it is a level: 9% số hộ; xã B 15%, tăng 2%."""
    moved = words[end] == "," and words[end + 1] in lexicon.DIRECTIONS
    return moved or (words[end].isalpha() and words[end] not in _JOINS and words[end] not in lexicon.BECAUSE)


def _governing(candidate: Candidate, tokens: Tokens, found: Sequence[Candidate], item: int, lead: str) -> int | None:
    """Return the direction of the head that governs a percent of a list, 0 for a comparison, `None` without a head."""
    first = max(0, candidate.start - _FAR)
    spans = {one.end - 1: one for one in found}
    at = item
    while at >= first:
        one = spans.get(at)
        if one is not None:
            if _decides(one, candidate, tokens):
                return _direction_after(one)
            at = one.start
        else:
            direction = _moved_at(tokens.words, at)
            if direction is not None:
                return direction
            if _ends_sentence(tokens, at):
                return None
        at -= 1
    return _direction_of(lead) if first == 0 else None


def _decides(one: Candidate, candidate: Candidate, tokens: Tokens) -> bool:
    """Return whether an earlier figure shows what governs the list, or that nothing does."""
    if one.kind is FigureKind.ATTAINMENT or (one.is_base and tokens.words[one.end] == "("):
        return True
    return one.takes_time and one.unit is not None and one.unit.numerator == candidate.unit


def _direction_after(one: Candidate) -> int | None:
    """Return what governs a percent after an earlier figure of its list."""
    if one.kind is FigureKind.ATTAINMENT:
        return 0  # thuế đạt 45% dự toán; phí 50%
    if one.is_base:
        return None  # giảm so với đầu năm 2016 (36.094 hộ, 40,40%)
    return one.direction or (0 if _COMPARED in one.note else None)


def _of_same(candidate: Candidate, found: Sequence[Candidate], words: list[str], item: int) -> int | None:
    """Return the direction of a change of the same unit, or at the head of the list, with which an amount goes on."""
    before = words[candidate.start - 1]
    if not before.isalpha() or before in lexicon.LEVELS:
        return None
    for one in reversed(found):
        if one.takes_time and one.unit == candidate.unit:
            between = words[one.end : candidate.start]
            return one.direction or None if _ENDS.isdisjoint(between) else None
    return _announced(words, item)


def _announced(words: list[str], item: int) -> int | None:
    """Return the direction of the verb of change before a colon and the first item: giảm ở các huyện: A 120 tấn."""
    if words[item] != ":":
        return None
    for at in back_from(item, 2 * _LONG):
        if not words[at].isalpha():
            return None
        if (direction := _moved_at(words, at)) is not None:
            return direction or None
    return None


def _item_start(tokens: Tokens, candidate: Candidate, found: Sequence[Candidate]) -> int | None:
    """Return the token before the words that name an item, or `None` if they have a verb or name a rate."""
    words, start, last = tokens.words, candidate.start, found[-1].end if found else 0
    for at in back_from(start, _LONG, last):
        word = words[at]
        if word in _SIGNS:
            if at < start - 1 or word in ",;":
                return at
        elif _is_mark(words, at):
            return -1
        elif _leads(words, at, start):
            return at
        elif word == lexicon.REACHES and at == start - 1 and _has_reached(words, found):
            continue
        elif not _may_name(tokens, at, start):
            return None
    return last - 1 if start - last <= _LONG else None


def _may_name(tokens: Tokens, at: int, start: int) -> bool:
    """Return whether a word before a number may be part of the name of an item."""
    is_word = tokens.words[at].isalpha() or tokens.words[at] in DASHES or _is_abbreviated(tokens, at)
    return is_word and not _is_verb(tokens.words, at, start)


def _is_mark(words: list[str], at: int) -> bool:
    """Return whether the mark of a line of a list ends at a token."""
    return at < 2 and (words[at] in DASHES or words[at] in BULLETS or (words[at] == "." and words[at - 1].isdecimal()))


def _leads(words: list[str], at: int, start: int) -> bool:
    """Return whether a word leads to an item: tăng cao nhất là đường bộ với 25%; đã tăng đối với A (15,3%)."""
    moves = words[at] in lexicon.DIRECTIONS and words[start - 1] == "("
    ranked = (words[at - 1], words[at]) == lexicon.MOST_IS  # giảm nhiều nhất là xã A 5,22%
    return moves or ranked or (at == start - 1 and _is_with(words, at))


def _is_with(words: list[str], at: int) -> bool:
    return words[at] == lexicon.AGAINST and words[at - 1] != lexicon.COMPARED


def _has_reached(words: list[str], found: Sequence[Candidate]) -> bool:
    """Return whether a growth before is stated with *đạt*, too: tốc độ tăng đạt 9%, trong đó dịch vụ đạt 6%."""
    return any(one.has_moved and words[one.start - 1] == lexicon.REACHES for one in found[-_LONG:])


def _is_abbreviated(tokens: Tokens, at: int) -> bool:
    """Return whether a full stop ends an abbreviation: TP. Đồng Hới."""
    return tokens.words[at] == "." and tokens.raw(at - 1).isupper()


def _is_verb(words: list[str], at: int, start: int) -> bool:
    """Return whether a word before a number gives it a meaning of its own."""
    word = words[at]
    pair = word, words[at + 1]
    if pair in lexicon.RATE_NAMES or pair in lexicon.PLANS or word in lexicon.OWN_VERBS:
        return True
    if word in lexicon.DIRECTIONS or (word in lexicon.NEW_CLAUSE and not _is_with(words, at)):
        return True
    is_in = word == lexicon.IN and (at < start - 1 or words[at - 1] == lexicon.HOME)
    return word in lexicon.TO_BE and not is_in


def _ends_sentence(tokens: Tokens, at: int) -> bool:
    """Return whether a sign ends what governs a list: a new sentence that does not begin with *cụ thể*."""
    words = tokens.words
    if words[at] not in _ENDS or _is_abbreviated(tokens, at):
        return False
    return (words[at + 1], words[at + 2]) not in _DETAILS


def _moved_at(words: list[str], at: int) -> int | None:
    """Return the direction of the word at a token, 0 if a comparison begins there, or `None`."""
    word, after = words[at], words[at + 1]
    if (word, after) == (lexicon.COMPARED, lexicon.AGAINST):
        return None if words[at - 1] in lexicon.DIRECTIONS else 0
    if word in lexicon.UP and after not in lexicon.NO_RISE:
        return 1
    if word in lexicon.DOWN and (after not in lexicon.NO_FALL or after == lexicon.POOR):
        return -1
    return None


def _direction_of(lead: str) -> int | None:
    """Return the direction of the last verb of change of a sentence, or `None`."""
    words = [*_WORD.findall(lead.lower()), "", ""]
    moves = (_moved_at(words, at) for at in reversed(range(len(words) - 2)))
    return next((direction for direction in moves if direction), None)


def _names_rate(lead: str) -> bool:
    return not lexicon.RATE_NAMES.isdisjoint(pairwise(_WORD.findall(lead.lower()))) if lead else False
