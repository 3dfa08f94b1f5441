"""Recognise figures that go on with the parts of a whole: 902 ha, trong đó lúa 500 ha, ngô 300 ha."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import Final

from aseansc._decimals import EXACT
from aseansc.values import Value
from aseansc.vietnamese._item import Item
from aseansc.vietnamese._lexicon import drafting as lexicon
from aseansc.vietnamese._name_forms import folded
from aseansc.vietnamese._naming import Words
from aseansc.vietnamese._said import Said

_ENDS_BRACKET: Final = re.compile(r"[^()]*\)\s*(?:[.;]|$)")


def lists_in_brackets(said: Said, item: Item) -> bool:
    """Return whether a figure is one of all parts of a whole, each in a bracket after its name."""
    whole, is_list = said.whole, said.part.removesuffix(":") in lexicon.ALL_PARTS
    return item.words.in_bracket and whole is not None and is_list and whole.unit == item.unit


def has_parts(said: Said, item: Item) -> bool:
    """Return whether a part in a bracket only says how many it has: trong đó chuyển sang 18 vụ, khởi tố gồm 8 vụ."""
    return (
        said.is_whole_of_bracket
        and said.in_bracket
        and item.words.part == lexicon.CONSISTS
        and item.words.subject != ""
    )


def ends_bracket(words: Words) -> bool:
    """Return whether a figure is in a bracket at the end of its sentence, so that the next one is not about it."""
    return _ENDS_BRACKET.match(words.after) is not None


def is_of_other_time(item: Item, whole: Item) -> bool:
    """Return whether a figure is of another time than its whole: tiêm 190 liều, trong đó ngày 24/2 tiêm 4 liều."""
    return None not in (item.figure.time, whole.figure.time) and item.figure.time != whole.figure.time


def goes_on_with_parts(said: Said, item: Item, whole: Item, *, is_first: bool) -> bool:
    """Return whether a figure is the next of several parts, which together are not more than their whole.

    Args:
        said: what the words of its sentence say.
        item: the figure.
        whole: the whole.
        is_first: whether it is the first figure of its sentence.
    """
    words = item.words
    if is_first or (said.is_whole_of_bracket and not said.in_bracket):
        return False  # 12 công trình (gồm 5 công trình giao thông), duy tu 9 công trình
    if words.goes_on or said.makes_up_whole(item, whole):
        return True
    is_counted = folded(words.noun).split()[:1] == folded(whole.words.noun).split()[:1] != []
    if words.noun and words.subject and not is_counted:
        return False  # kiểm tra 15 đảng viên, quyết định kỷ luật 4 đồng chí
    is_listed = said.part.endswith(":") or said.in_bracket or (is_counted and not words.subject)
    if (words.is_apart and not is_listed) or words.subject.casefold().startswith(lexicon.TOTALS):
        return said.in_bracket
    total = said.total_of_parts(item, whole)
    if total is None or not isinstance(whole.value, Value):
        return said.in_bracket
    rounded = EXACT.multiply(whole.value.resolution, Decimal(2))
    return said.part in lexicon.ALL_PARTS or total <= whole.value.magnitude + rounded
