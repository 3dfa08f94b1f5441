"""Recognise where a plan is stated, and where its outcome begins: kế hoạch năm 2018 trồng 850 ha, thực hiện 902 ha."""

from __future__ import annotations

from typing import Final

from aseansc.vietnamese._lexicon import scope as lexicon
from aseansc.vietnamese._tokens import Tokens

BREAKS: Final = frozenset(',;.:!?…()[]-–+•*“”"')
_FAR: Final = 12


def plan_stated_at(tokens: Tokens, at: int, head: int) -> int:
    """Return where the name of a plan that begins at a token and is stated there ends, or 0.

    The name of a plan after words such as *thực hiện* or *so với* states none.
    """
    if (tokens.words[at], tokens.words[at + 1]) in lexicon.SET:
        return at + 2 if tokens.words[at + 2] in lexicon.AFTER_SET else 0
    end = _plan_end(tokens, at)
    if not end or tokens.words[end] in lexicon.NO_PLAN or end in tokens.special:
        return 0
    before = tokens.words[at - 1] if at else ""
    heads = at == head or not before or before in BREAKS or before in lexicon.BEFORE_PLAN
    certain = (tokens.words[at], tokens.words[at + 1]) != lexicon.UNCERTAIN_PLAN
    if heads and (certain or tokens.words[end] in lexicon.GIVEN):
        return end
    return end if before not in lexicon.BEFORE_ATTAINED and _is_said(tokens, end) else 0


def _plan_end(tokens: Tokens, at: int) -> int:
    words = tokens.words
    if (words[at], words[at + 1]) in lexicon.PLANS:
        return at + 2
    return at + 1 if words[at] == lexicon.SHORT_PLAN and tokens.raw(at).isupper() else 0


def _is_said(tokens: Tokens, at: int) -> bool:
    """Return whether *là* and a figure follow in the same clause."""
    words = tokens.words
    for after in range(at, min(at + _FAR, tokens.size)):
        if words[after] in lexicon.IS:
            return tokens.is_number(after + 1) or tokens.is_number(after + 2)
        if words[after] in BREAKS or words[after] in lexicon.BEFORE_ATTAINED:
            return False
    return False


def outcome_begins(tokens: Tokens, at: int, *, goal: bool, stated: bool) -> bool:
    """Return whether the outcome of a plan begins at a token.

    Args:
        tokens: the tokens of the passage.
        at: index of the token.
        goal: whether the plan is a goal, such as *phấn đấu*.
        stated: whether a figure of the plan is already printed.
    """
    words = tokens.words
    if words[at] == lexicon.DONE:
        return (stated or not goal) and words[at + 1] not in lexicon.NOT_DONE
    if not stated:
        return False
    if words[at] == ",":
        return not goal and words[at + 1] in lexicon.OUTCOMES_AFTER_COMMA
    short = words[at] == lexicon.SHORT_OUTCOME and tokens.raw(at).isupper()
    return short or (words[at], words[at + 1]) in lexicon.OUTCOMES


def is_now(tokens: Tokens, at: int) -> bool:
    """Return whether *hiện* at a token means now, and is not part of another word: thực hiện, hiện đại."""
    before = tokens.words[at - 1] if at else ""
    return before not in lexicon.NO_NOW_AFTER and tokens.words[at + 1] not in lexicon.NO_NOW_BEFORE
