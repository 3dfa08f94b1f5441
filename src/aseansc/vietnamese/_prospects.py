"""Doubt the status of figures of the latest year of a passage that a plan earlier in it may govern.

A figure without a word of status counts as actual. Where the passage names a plan before it, nothing since then says
that something was done, and no later year is mentioned, the plan may go on: *HĐND tỉnh đề ra 27 nhiệm vụ năm 2018.
Đáng chú ý là thu ngân sách 5.455 tỷ đồng; …*.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import chain, pairwise, takewhile
from typing import Final

from aseansc.periods import AsOf, Period, TimeBasis, days_of
from aseansc.vietnamese._candidates import Candidate
from aseansc.vietnamese._dates import has_whole_years
from aseansc.vietnamese._lexicon import scope as lexicon
from aseansc.vietnamese._plans import is_carried_out, is_now
from aseansc.vietnamese._scopes import MAY_BE_PLANNED
from aseansc.vietnamese._tokens import Tokens
from aseansc.vietnamese._windows import back_from

_AFTER: Final = 12
"""Tokens after a figure in which a comparison or a result may follow."""
_BEFORE: Final = 12
"""Tokens before the name of a plan in which it may be said to be exceeded."""


def doubt_prospects(tokens: Tokens, found: Sequence[Candidate]) -> None:
    """Doubt the status of the figures of a passage that a plan before them may govern."""
    if lexicon.PROSPECTS.isdisjoint(pairwise(tokens.words)):
        return
    inside = {at for one in found for at in range(one.start, one.end)}
    plans = [at for at in range(tokens.size) if at not in inside and _turns_to_plan(tokens, at)]
    latest = max((_last_year(one) for one in found), default=0)
    for one in found:
        open_status = one.takes_time and one.value is not None and not one.statuses and not one.may_be_planned
        if (
            open_status
            and has_whole_years(one.time)
            and _last_year(one) >= latest
            and _is_after_plan(tokens, plans, one)
        ):
            one.doubt_status(MAY_BE_PLANNED)


def _last_year(one: Candidate) -> int:
    """Return the last year of a date, or of the time of a figure; 0 without one."""
    time = one.time if one.takes_time else one.value
    return days_of(time)[1].year if isinstance(time, Period | AsOf) else 0


def _turns_to_plan(tokens: Tokens, at: int) -> bool:
    """Return whether a plan is named at a token; *phê duyệt 05 điểm mỏ* counts what was approved."""
    pair, after = (tokens.words[at], tokens.words[at + 1]), tokens.words[at + 2]
    if (
        pair not in lexicon.PROSPECTS
        or tokens.is_number(at + 2)
        or (pair in lexicon.GOALS and after == lexicon.NATIONAL)
    ):
        return False
    return not _is_exceeded(tokens.words, at)


def _is_exceeded(words: Sequence[str], at: int) -> bool:
    """Return whether a plan at a token is compared with: vượt các chỉ tiêu đề ra, đạt 108% kế hoạch."""
    for back in back_from(at, _BEFORE):
        if words[back] == lexicon.EXCEEDED:
            return True
        if not words[back].isalpha() and words[back] != ",":
            return words[back] == "%" and words[back + 1] != ","
    return False


def _is_after_plan(tokens: Tokens, plans: Sequence[int], one: Candidate) -> bool:
    """Return whether a plan is named before a figure, and nothing after it says that something was done.

    A year that is stated in a later sentence than the plan ends it: các chỉ tiêu: …. Năm 2021 trồng 15 ha chè.
    """
    words = tokens.words
    last = max((at for at in plans if at < one.start), default=None)
    if last is None or (one.time_basis is TimeBasis.STATED and "." in words[last + 2 : one.end]):
        return False
    after = takewhile(lambda at: words[at] not in ".;", range(one.end, one.end + _AFTER))
    return not any(_is_result(tokens, at) for at in chain(range(last + 2, one.end), after))


def _is_result(tokens: Tokens, at: int) -> bool:
    """Return whether words at a token say that something was reached or compared; *cùng với*, *thực hiện* do not."""
    word, after = tokens.words[at], tokens.words[at + 1]
    if word == lexicon.DONE:
        return after != lexicon.THROUGH
    if word == lexicon.NOW:
        return is_now(tokens, at)
    is_amount = word in lexicon.BEFORE_RESULT and tokens.is_number(at + 1)
    return is_amount or is_carried_out(tokens, at) or word == lexicon.EXCEEDED or (word, after) in lexicon.RESULTS
