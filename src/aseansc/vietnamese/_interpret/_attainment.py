"""Percents of a plan."""

from __future__ import annotations

from decimal import Decimal
from functools import partial
from typing import Final

from attrs import define

from aseansc.values import (
    Attainment,
    AttainmentForm,
    Qualifier,
    RelativeChange,
    Value,
)
from aseansc.vietnamese._around import (
    is_sure_plan,
    outcome_over_plan_before,
    plan_at,
    plan_before,
)
from aseansc.vietnamese._figure import FigureKind
from aseansc.vietnamese._interpret._match import (
    Match,
)
from aseansc.vietnamese._lexicon import around as lexicon
from aseansc.vietnamese._windows import near_before

_NEAR: Final = 3
_HUNDRED: Final = Decimal(100)
_HALF: Final = Decimal(50)
"""A smaller percent without *đạt* is more likely a difference from the plan."""
_OF_OR_FROM: Final = "may be a percent of the plan, or a percent over or under it"
_TO_OR_OVER: Final = "may be the excess over the plan or the percent of the plan"
OF_OR_PART: Final = "may be a percent of the plan, or a part of what is planned"
_WHOLES: Final = frozenset(words[0] for words in lexicon.WHOLE_PLANS)
_MAKES_UP: Final = (["(", lexicon.MAKES_UP], [",", lexicon.MAKES_UP])
_POINTS_OR_PERCENT: Final = "said of a rate: may be percentage points from the plan, or a percent of the plan"


@define
class _Verb:
    """The verb before a percent or before the plan that is named before it."""

    start: int
    end: int
    exceeds: bool
    rises: bool
    falls: bool
    compares: int


def _verb_before(match: Match, end: int) -> _Verb:
    words = match.tokens.words
    verb = words[end - 1] if end > match.previous_end else ""
    by_amount = verb == lexicon.AMOUNT and end > 1 and words[end - 2] == lexicon.EXCEEDS
    beside = words[end - 2] if verb == lexicon.MORE and end - 2 >= match.previous_end else ""
    return _Verb(
        start=end - 1 - by_amount,
        end=end,
        exceeds=verb == lexicon.EXCEEDS or by_amount,
        rises=verb == lexicon.ROSE,
        falls=verb in lexicon.FELL,
        compares=1 if beside in lexicon.ABOVE else -1 if beside in lexicon.BELOW else 0,
    )


def attainment(match: Match) -> bool:
    """Interpret a percent of a plan; return whether it is one."""
    tokens, candidate = match.tokens, match.candidate
    if lexicon.MAKES_UP in near_before(tokens.words, match.start, _NEAR, match.previous_end):
        return _makes_up_plan(match)
    after, before = plan_at(tokens, match.end), plan_before(tokens, match.start, match.previous_end)
    verb = _verb_before(match, match.start if before is None else before)
    form = _form_of(match, verb, after) if after or before is not None else None
    form = form or _form_of_label(match, verb)
    if form is None:
        return _is_compared(match, verb, after) or _is_of_unclear_plan(match, verb, before)
    candidate.kind = FigureKind.ATTAINMENT
    match.end = after or match.end
    _read_bound_after_plan(match)
    if form is AttainmentForm.OVER_PLAN and verb.exceeds:
        match.start = verb.start
        form = _exceeded(match, before)
    elif verb.compares or (before is not None and not after):
        match.start = verb.end - (2 if verb.compares else 1)
    if form is not AttainmentForm.OF_PLAN and _may_be_points(match):
        candidate.doubt(_POINTS_OR_PERCENT)
    # The form already includes the sign: (-3,5% KH) is 3.5 percent under the plan.
    match.sign = 0
    match.state(partial(Attainment, form=form), candidate.unit)
    return True


def _makes_up_plan(match: Match) -> bool:
    """Interpret a percent after *chiếm* before the name of a plan and nothing else of it; return whether it is one.

    It is a percent of the plan right after an amount: 129.426 tấn (chiếm 89,5% kế hoạch năm). Otherwise it may be a
    share of what is planned.
    """
    after, before = plan_at(match.tokens, match.end), match.before
    words = match.tokens.words
    if not after or words[match.end] in _WHOLES:
        return False  # chiếm 20% tổng dự toán
    is_set = words[after] in lexicon.PLAN_TAIL or match.tokens.raw(after)[:1].isupper()
    if words[after][:1].isalnum() and not is_set:
        return False  # chiếm 53,3% dự toán thu nội địa
    match.candidate.kind, match.end = FigureKind.ATTAINMENT, after
    if before is not None and before.is_amount and match.between in _MAKES_UP and not is_set:
        match.state(partial(Attainment, form=AttainmentForm.OF_PLAN), match.candidate.unit)
    else:
        match.candidate.doubt(OF_OR_PART)
    return True


def _may_be_points(match: Match) -> bool:
    """Return whether a difference from a plan is said of a rate: chiếm 35,1% lực lượng lao động, thấp hơn 0,4% …."""
    before = match.earlier
    if match.is_of_rate or before is None:
        return match.is_of_rate
    is_share = before.kind is FigureKind.PERCENT and isinstance(before.value, Value)
    # tăng trưởng đạt 15%, tăng 0,1% so với nghị quyết
    is_share |= before.kind is FigureKind.CHANGE and isinstance(before.value, RelativeChange)
    if match.tokens.words[match.start - 1] == "(":
        return is_share or isinstance(before.value, RelativeChange)  # tăng 7,36% (vượt mục tiêu 0,36%)
    if not is_share:
        return False
    between = match.tokens.words[before.end : match.start]
    if between[-1:] and between[-1] in lexicon.MOVED and lexicon.SENTENCE_SIGNS.isdisjoint(between):
        return lexicon.AMOUNT_NAMES.isdisjoint(between)  # 95% hộ đạt chuẩn, tăng 0,6% so với nghị quyết
    if "," not in between or not lexicon.SENTENCE_SIGNS.isdisjoint(between):
        return False
    return not any(map(str.isalpha, between[len(between) - between[::-1].index(",") :]))


def _read_bound_after_plan(match: Match) -> None:
    """Read *trở lên* after the name of a plan: đạt 100% chỉ tiêu trở lên."""
    words = match.tokens.words
    bound = lexicon.AND_MORE.get((words[match.end], words[match.end + 1]))
    if bound is not None and match.candidate.qualifier is Qualifier.EXACT:
        match.candidate.qualifier, match.end = bound, match.end + 2


def _is_compared(match: Match, verb: _Verb, after: int) -> bool:
    """Withhold a percent that is compared with a plan without a verb; return whether it is one."""
    if not after or match.tokens.words[match.end] != lexicon.COMPARED or verb.exceeds:
        return False
    match.candidate.kind, match.end = FigureKind.ATTAINMENT, after
    match.candidate.doubt(_OF_OR_FROM)
    return True


def _form_of_label(match: Match, verb: _Verb) -> AttainmentForm | None:
    """Return the form of a percent after a plan that is named earlier, or after the label TH/KH."""
    said = not verb.exceeds and match.plan_said and match.is_after(lexicon.REACHES, lexicon.EQUALS)
    said = said and match.tokens.words[match.end] not in lexicon.TOTALS
    labelled = outcome_over_plan_before(match.tokens, match.start, match.previous_end)
    return AttainmentForm.OF_PLAN if said or labelled else None


def _form_of(match: Match, verb: _Verb, after: int) -> AttainmentForm | None:
    """Return the form of a percent beside the name of a plan, which ends at `after` if it follows the percent."""
    if verb.exceeds or verb.rises or verb.compares > 0 or match.sign > 0:
        return AttainmentForm.OVER_PLAN
    if verb.compares < 0 or verb.falls or match.sign < 0:
        return AttainmentForm.UNDER_PLAN
    if match.is_after(*lexicon.REACHED):
        return AttainmentForm.OF_PLAN if after else None
    if after and match.tokens.words[match.end] == lexicon.COMPARED:
        return _form_of_comparison(match)
    return AttainmentForm.OF_PLAN if after and is_sure_plan(match.tokens, match.end) else None


def _form_of_comparison(match: Match) -> AttainmentForm | None:
    """Return the form of a percent that is compared with a plan without *đạt*: tăng thu 5% so với dự toán."""
    before = match.tokens.words[match.start - 1] if match.start > match.previous_end else ""
    direction = match.moves(in_clause=True)
    if direction and before in lexicon.BUDGET and match.tokens.words[match.start - 2] in lexicon.MOVED_BUDGET:
        return AttainmentForm.OVER_PLAN if direction > 0 else AttainmentForm.UNDER_PLAN
    is_small = before.isalpha() and match.quantity.low.magnitude < _HALF
    return None if direction or is_small or before in lexicon.BUDGET else AttainmentForm.OF_PLAN


def _is_of_unclear_plan(match: Match, verb: _Verb, before: int | None) -> bool:
    """Interpret a percent that exceeds something, or is compared with a plan; return whether it is one."""
    candidate = match.candidate
    if verb.exceeds:
        match.start = verb.start
        match.state(partial(Attainment, form=AttainmentForm.OVER_PLAN), candidate.unit)
        if not match.plan_said:
            candidate.doubt("what was exceeded is not stated nearby")
        elif match.quantity.low.magnitude >= _HUNDRED:
            candidate.doubt(_TO_OR_OVER)
    elif before is not None and match.tokens.words[before] == lexicon.COMPARED:
        candidate.doubt(_OF_OR_FROM)
    else:
        return False
    candidate.kind = FigureKind.ATTAINMENT
    return True


def _exceeded(match: Match, before: int | None) -> AttainmentForm:
    """Return the form of a percent after *vượt* (exceed): 5 % over the plan, or of the plan.

    After *đạt và* (reach and), a percent of 100 or more is a percentage of the plan: "đạt và vượt 105 %" means at
    least 105 % of the plan. If both forms are possible, the value is withheld.
    """
    candidate, words, verb = match.candidate, match.tokens.words, match.start
    if before is not None:
        if match.quantity.low.magnitude >= _HUNDRED:  # vượt kế hoạch 102%
            candidate.doubt(_TO_OR_OVER)
        return AttainmentForm.OVER_PLAN
    joined = verb - 2 >= match.previous_end and words[verb - 1] in lexicon.ALSO
    reached = joined and words[verb - 2] in lexicon.COMPLETED
    if match.quantity.low.magnitude < _HUNDRED:
        if reached:
            candidate.doubt(_TO_OR_OVER)
        return AttainmentForm.OVER_PLAN
    if not reached or candidate.qualifier not in (Qualifier.EXACT, Qualifier.OVER, Qualifier.AT_LEAST):
        candidate.doubt(_TO_OR_OVER)
        return AttainmentForm.OVER_PLAN
    match.start = verb - 2 - match.tokens.precedes(verb - 1, *lexicon.COMPLETE)
    if candidate.qualifier is Qualifier.EXACT:
        candidate.qualifier = Qualifier.AT_LEAST
    return AttainmentForm.OF_PLAN
