"""Recognise times that are named without their year, seasons, and how often something is done."""

from __future__ import annotations

from typing import Final, NamedTuple

from aseansc.periods import Frequency, TimeCollection
from aseansc.vietnamese._around import STARTS_OF_SEASONS, is_compared, season_at
from aseansc.vietnamese._lexicon import scope as lexicon
from aseansc.vietnamese._lexicon.around import IN_TURN
from aseansc.vietnamese._lexicon.dates import FREQUENCIES, OF
from aseansc.vietnamese._plans import BREAKS
from aseansc.vietnamese._scopes import Mark
from aseansc.vietnamese._tokens import Tokens
from aseansc.vietnamese._windows import near_before

FAR: Final = 80


_FAR: Final = 10
"""Words between *hưởng* and the frequency of what somebody gets."""


class Repeat(NamedTuple):
    """How often something is done, as stated by words such as *bình quân mỗi năm*."""

    per: Frequency
    collection: TimeCollection
    mark: Mark


def repeat_at(tokens: Tokens, at: int) -> Repeat | None:
    """Return the frequency that *mỗi*, *hằng* or the stroke of *bình quân/năm* at a token states, if any."""
    words = tokens.words
    per = FREQUENCIES.get(words[at + 1])
    if per is None or tuple(words[at : at + 3]) in lexicon.NOT_EACH or is_goods(words, at):
        return None
    near = near_before(words, at, 4)
    if per is Frequency.YEAR and lexicon.CROP in near and lexicon.PERENNIAL.isdisjoint(near):
        return None  # cây công nghiệp hàng năm
    is_paid = tuple(words[at - 2 : at]) in lexicon.PAID_MONTHLY or lexicon.GETS in near_before(words, at, _FAR)
    if is_paid and words[at + 2] in lexicon.ENDS_NAME:
        return None  # 3.245 người hưởng trợ cấp hằng tháng, 15.680 người hưởng một lần
    is_mean = (words[at - 2], words[at - 1]) in lexicon.MEANS
    collection = TimeCollection.AVERAGE if is_mean else TimeCollection.EACH
    return Repeat(per, collection, Mark(at - 2 if is_mean else at, at + 2))


def is_goods(words: list[str], at: int) -> bool:
    """Return whether a word for each forms another one with the word before it: bán hàng, but not thu nhập hàng tháng.

    After *mức cao*, it names the highest or lowest level of the period.
    """
    before = words[at - 1]
    if before in lexicon.HIGHS:
        return True  # giá đạt mức cao hàng năm
    if words[at] != lexicon.GOODS_OR_EACH or before not in lexicon.GOODS:
        return False
    return at < 2 or (words[at - 2], before) != lexicon.INCOME


def words_state(tokens: Tokens, at: int) -> bool:
    """Return whether figures follow after the words for an earlier year: (của cùng kỳ) năm trước lần lượt là 29 tỷ."""
    words = tokens.words
    at += 2 * (words[at] == lexicon.YEAR)
    return words[at] in lexicon.IS or (words[at], words[at + 1]) == IN_TURN


def is_relative_time(tokens: Tokens, at: int, pair: tuple[str, str], previous_end: int) -> bool:
    """Return whether two words name a time that is not compared with and not part of another one.

    `previous_end` is the end of the last figure.
    """
    before = tokens.words[at - 1]
    if 0 < at == previous_end and tokens.words[at + 2] in lexicon.MOVED_ON:
        return False  # giảm từ 32% đầu năm xuống còn 28%
    same = pair in lexicon.SAME_PERIODS
    other = pair[0] in lexicon.PERIODS and pair[1] in lexicon.OTHER_PERIODS
    if not (same or other or pair in lexicon.TERM_PARTS) or before in lexicon.NO_PART_AFTER:
        return False
    if same and before == OF and words_state(tokens, at + 2):
        return True
    if same and before and before not in BREAKS:
        return False
    return not is_compared(tokens, at, previous_end)


def leaves_season(tokens: Tokens, head: int, estimated_to: int, at: int) -> bool:
    """Return whether another season is named before a token than that of the first figure after *ước*.

    `head` is the start of the sentence, `estimated_to` the end of that figure.
    """
    words = tokens.words
    if STARTS_OF_SEASONS.isdisjoint(words[estimated_to:at]):
        return False
    own = {season_at(words, back) for back in range(max(head, estimated_to - FAR), estimated_to)}
    return any(
        (season := season_at(words, back)) is not None
        and season not in own
        and not is_compared(tokens, back, estimated_to)
        for back in range(estimated_to, at)
    )
