"""Make a name of a figure whose own words say too little from the figures before it."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final

from attrs import evolve

from aseansc.indicators import IndicatorKind
from aseansc.units import Unit, UnitKind
from aseansc.vietnamese._interpret import PLACES
from aseansc.vietnamese._item import Item, Measured
from aseansc.vietnamese._kinds import is_at_hand, is_sum_sure, kind_of, kind_of_label, lasts
from aseansc.vietnamese._lexicon import drafting as lexicon, said_of
from aseansc.vietnamese._name_forms import folded, key_of, lowered
from aseansc.vietnamese._name_parts import Head, read_name
from aseansc.vietnamese._names import name_of, name_of_relative, names_category, names_crop
from aseansc.vietnamese._naming import Words, starts_with_action

_FLAGS: Final = re.IGNORECASE
_CONTRIBUTES: Final = re.compile(lexicon.CONTRIBUTES, _FLAGS)
_PROPORTION: Final = re.compile(lexicon.PROPORTION, _FLAGS)
_SEASON: Final = re.compile(said_of.SEASON, _FLAGS)
_GROWN: Final = re.compile(lexicon.GROWN, _FLAGS)
_UNCLEAR: Final = re.compile(lexicon.UNCLEAR, _FLAGS)
_INDEX: Final = re.compile(lexicon.INDEX, _FLAGS)
_FLOW: Final = re.compile(lexicon.FLOW_WORDS, _FLAGS)
_HARM_END: Final = re.compile(rf"(?:{lexicon.HARM})$", _FLAGS)
_HARM: Final = re.compile(lexicon.HARM, _FLAGS)
_INCIDENTS: Final = re.compile(rf"^.*?\b{lexicon.INCIDENT}(?:(?:{lexicon.HARM}) {lexicon.BECAUSE} )?", _FLAGS)
_HARMED: Final = re.compile(lexicon.HARMED, _FLAGS)
_YIELDS: Final = (UnitKind.MASS, UnitKind.VOLUME, UnitKind.QUOTIENT)
_GROWN_ON: Final = (UnitKind.AREA, UnitKind.COUNT, UnitKind.MASS)
_BRANCH: Final = re.compile(said_of.BRANCH, _FLAGS)
_PRODUCTS: Final = re.compile(said_of.PRODUCTS, _FLAGS)
_SOURCE: Final = re.compile(said_of.SOURCE_OF_MONEY, _FLAGS)
_GREW_TO: Final = re.compile(lexicon.GREW_TO, _FLAGS)
_CROP: Final = re.compile(rf"\b{said_of.CROP}", _FLAGS)
_PLANTED: Final = re.compile(said_of.PLANTED, _FLAGS)
_MOST_OF_BRANCH: Final = 26
_MOST_OF_PART: Final = 9
"""Most words of a part of a list: khu vực nông thôn."""


def name_after(item: Item, last: Item | None, level: Item | None) -> str:
    """Return the name of a figure whose own words do not give it, or an empty string.

    Args:
        item: the figure.
        last: the figure before it in its sentence.
        level: the level before it in its sentence, or else the last one of the sentence before.
    """
    unit = item.unit
    kind = None if unit is None else unit.kind
    if kind is UnitKind.SHARE_POINT and _CONTRIBUTES.search(item.words.subject):
        return name_of_contribution(last)
    if item.words.is_vague and kind in _YIELDS:
        return _of_yield(item, level)
    if item.words.is_vague and starts_with_action(item.words.subject):
        head = {UnitKind.AREA: lexicon.AREA_OF, UnitKind.MONEY: lexicon.MONEY_OF}.get(kind) if kind else None
        return f"{head} {item.words.subject.lower()}" if head else ""
    if kind is UnitKind.MONEY and item.words.joint == lexicon.WITH and not item.words.subject and _is_count(last):
        return _of(lexicon.SUM, last)  # cho vay 48 dự án với 14 tỷ đồng
    return _of_crop(item, level) or _of_list(item, level) or _of_change(item, last)


def _is_count(item: Item | None) -> bool:
    """Return whether a figure is a level that counts something."""
    return item is not None and item.is_level and item.unit is not None and item.unit.kind is UnitKind.COUNT


def part_of_index(item: Item, before: list[Item], name: str, unit: Unit | None) -> tuple[str, Unit | None]:
    """Return the name and the unit of a part of an index: chỉ số sản xuất tăng 11%, trong đó ngành khai khoáng 67%.

    Args:
        item: the change.
        before: the figures before it, the nearest last.
        name: its name otherwise.
        unit: its unit otherwise.
    """
    before_it = item.words.clause.replace(item.words.subject, "")  # sản xuất giấy và các sản phẩm từ giấy
    is_product = _PRODUCTS.search(before_it) is not None  # trong đó một số sản phẩm tăng khá như: bia
    index = _index_above(item, before) if unit is None and not is_product else None
    branch = _branch(item.words)
    subject = branch or item.words.subject
    is_short = 0 < len(subject.split()) <= (_MOST_OF_BRANCH if branch else _MOST_OF_PART)
    if index is None or not is_short or _INDEX.match(subject):
        return name, unit
    return name_of_level(index.name.partition(": ")[0], subject), index.unit


def _index_above(item: Item, before: list[Item]) -> Measured | None:
    """Return the index of which a change may be that of a part: the last one, if its parts are announced after it."""
    is_listed = item.words.is_part
    for last in reversed(before):
        index = last.measured
        if index is None or (last.paragraph != item.paragraph and not is_listed):
            return None  # the paragraph of an index may end before: Trong đó, ngành khai khoáng tăng 61,8%
        if last.words.in_bracket and last.sentence != item.sentence:
            continue
        if _is_change_of_index(last):
            is_listed |= _lists_parts(index, is_near=last.sentence == item.sentence)
            return index if is_listed else None
        if not _is_branch_before(last, item):
            return None
        is_listed |= last.words.is_part  # trong đó ngành chế biến đạt 94,3%; ngành điện tăng 1,2%
    return None


def _is_change_of_index(item: Item) -> bool:
    """Return whether a figure is the change of an index: chỉ số sản xuất tăng 11%."""
    return item.is_change and item.measured is not None and _INDEX.match(item.measured.name) is not None


def _lists_parts(index: Measured, *, is_near: bool) -> bool:
    """Return whether an index in the sentence of a change is that of a part, so that the change may be of another."""
    return is_near and ": " in index.name


def _is_branch_before(last: Item, item: Item) -> bool:
    """Return whether a figure is that of a branch of industry before another in the same sentence."""
    return last.sentence == item.sentence and _branch(last.words) != ""


def begins_topic(words: Words, topic: str) -> bool:
    """Return whether the words before a colon are what the figures after it are about, and no longer the topic before.

    Args:
        words: the words around the first figure after the colon.
        topic: what the paragraph is about, if it is said.
    """
    if not words.head or words.in_bracket:
        return False
    return (topic != "" and words.is_apart) or _CROP.fullmatch(words.head) is not None


def _branch(words: Words) -> str:
    """Return the branch of industry before a change, with all its commas: sản xuất và phân phối điện, khí đốt."""
    found = _BRANCH.fullmatch(words.clause)
    return "" if found is None else found["what"]


def kind_of_new(item: Item, name: str, unit: Unit | None) -> IndicatorKind | None:
    """Return the kind of a new indicator; one without a name is not said to be a stock."""
    if names_crop(item.words, unit):
        return None  # sown or there
    kind = kind_of(name, item.words, unit) if name or not item.is_change else None
    if item.words.adds and kind is IndicatorKind.FLOW:
        return kind
    if kind is IndicatorKind.FLOW and not is_sum_sure(item.figure, item.words):
        return None
    if not name and unit is not None and (unit.code in PLACES or _GREW_TO.fullmatch(item.words.subject)):
        return None  # địa phương đầu tiên trong 7 xã; phát triển 40.000 ha
    if not name and unit is not None and unit.kind is UnitKind.LENGTH:
        return None  # thi công 3 tuyến lộ với chiều dài 610m
    is_there = name or lasts(item.words, unit) or is_at_hand(item.words, unit)
    return kind if is_there or kind is not IndicatorKind.STOCK else None


def name_of_growth(item: Item, before: Iterable[Item]) -> str:
    """Return the name of what changed by a percent; sectors may be parts of an output that the paragraph names before.

    Args:
        item: the change.
        before: the figures before it.
    """
    name = name_of_relative(item.words)
    if not name.startswith(lexicon.ADDED_VALUE):
        return name
    named = (one.measured.name for one in before if one.paragraph == item.paragraph and one.measured is not None)
    is_output = any(lexicon.OUTPUT in one.casefold() for one in named)
    return f"{lexicon.OUTPUT.capitalize()}{name.removeprefix(lexicon.ADDED_VALUE)}" if is_output else name


def name_of_level(subject: str, name: str) -> str:
    """Return the name of an amount that is said of a level: its own words, and the name of the level."""
    subject = lexicon.SUM if subject.casefold() in lexicon.SUMS else subject
    if folded(name) in folded(subject):
        return ""  # it would only say the same again
    return f"{subject[0].upper()}{subject[1:]}: {lowered(name)}"


def name_in_whole(item: Item, name: str) -> str:
    """Return the name of a part that has only its own words, with that of the whole of which it is a part.

    Cấp tỉnh tiếp nhận 7.744 hồ sơ (có 6.488 hồ sơ được giải quyết đúng hạn).
    """
    whole, words = item.whole, item.words
    of = None if whole is None else whole.measured
    if whole is None or of is None or not name or not of.name or words.subject:
        return name
    counted, all_of = (folded(f"{one.noun} {one.tail}".strip()) for one in (words, whole.words))
    is_same = counted.split()[:1] == all_of.split()[:1] and len(counted.split()) > 1
    is_said = folded(key_of(of.name)) in counted  # 1.200 lượt khách, trong đó 300 lượt khách quốc tế
    return name_of_level(of.name, f"{words.noun} {words.tail}".strip()) if is_same and not is_said else name


def named_part(words: Words, unit: Unit, whole: Measured) -> str | None:
    """Return the name of a part; empty if it is chosen, and `None` if the words are rather those of something else."""
    is_category = names_category(words, unit)  # tuyển sinh 786 người (cao đẳng 170 người)
    is_open = is_category or _SEASON.match(words.subject) is not None  # trong đó diện tích vụ đông xuân
    name = "" if is_open else name_of(words, unit)
    is_source = _SOURCE.match(words.subject) is not None and not is_open  # kinh phí 21 tỷ, trong đó ngân sách xã 3 tỷ
    if unit.kind is UnitKind.MONEY and (is_source or read_name(name).kind is not Head.AMOUNT):
        name = name_of_part(words, whole.name) or name  # xuất khẩu thủy sản 1,8 tỷ USD, trong đó cá tra 0,4 tỷ USD
    name = name or name_of_part(words, whole.name)
    says_flow = (
        _FLOW.search(f"{words.verb} {words.subject or name}") is not None
    )  # còn 16 triệu m3 nước, trong đó hồ A 9 triệu m3
    is_flow = says_flow and kind_of_label(name, unit) is IndicatorKind.FLOW
    is_flow = is_flow or _PLANTED.fullmatch(words.subject) is not None
    is_other = is_flow and whole.kind is IndicatorKind.STOCK  # diện tích chuối 203 ha, trong đó trồng mới 3 ha
    is_other = is_other or _CONTRIBUTES.search(words.subject) is not None
    return None if is_other or not (name or is_category) else name


def of_incident(item: Item, name: str, levels: Iterable[Item]) -> str:
    """Return the name of a number of persons with what harmed them: 5 vụ tai nạn đường sắt làm 3 người chết.

    Args:
        item: the number.
        name: its name.
        levels: the levels of the sentence before it, the nearest first.
    """
    if not _HARM_END.search(name) or not _HARMED.fullmatch(item.words.subject):
        return name
    after = item
    for other in levels:
        of = "" if other.measured is None else key_of(other.measured.name)
        if after.words.is_apart:
            return name  # 2 vụ cháy; dịch bệnh làm 4 người tử vong
        if of.startswith(lexicon.INCIDENT):
            cause = _INCIDENTS.sub("", other.measured.name) if other.measured else ""
            return name if _HARM.match(cause) else f"{name} {lexicon.BECAUSE} {cause}"
        after = other
    return name


def name_of_part(words: Words, whole: str) -> str:
    """Return the name of a part whose own words are too short to name it: tổng diện tích gieo trồng, trong đó lúa."""
    is_other = folded(words.subject) not in folded(whole)
    return f"{whole}: {lowered(words.subject)}" if whole and words.subject and is_other else ""


def name_of_contribution(of: Item | None) -> str:
    """Return the name of what a figure contributes to a whole, or an empty string if it has no name."""
    return _of(lexicon.CONTRIBUTION, of)


def _of(what: str, other: Item | None) -> str:
    """Return what is said of the indicator of another figure."""
    return (
        ""
        if other is None or other.measured is None or not other.measured.name
        else name_of_level(what, other.measured.name)
    )


def _of_yield(item: Item, level: Item | None) -> str:
    """Return the name of a harvest or a yield: 90 ha cây thuốc lá, sản lượng 135 tấn."""
    if level is None or level.measured is None or level.measured.unit is None or not level.measured.name:
        return ""
    if level.measured.unit.kind not in (*_GROWN_ON, UnitKind.QUOTIENT) or level.paragraph != item.paragraph:
        return ""
    thing = _GROWN.sub("", level.words.tail or level.measured.name.rpartition(": ")[2]).strip()
    is_said = thing != "" and folded(thing) not in lexicon.VAGUE | lexicon.HERDS
    return name_of_level(item.words.subject, thing) if is_said else ""


def _of_crop(item: Item, level: Item | None) -> str:
    """Return the name of what is measured of another crop: sản lượng lúa 146 tấn; bắp đạt 32 tấn."""
    if level is None or level.measured is None or level.unit != item.unit or level.sentence != item.sentence:
        return ""
    name, crop = level.measured.name, level.words.subject
    ends = _CROP.search(name)
    if _CROP.fullmatch(item.words.subject) is None or ends is None or not folded(crop).endswith(folded(ends[0])):
        return ""
    return f"{name[: ends.start()]}{lowered(item.words.subject)}" if ends.start() else ""


def _of_list(item: Item, level: Item | None) -> str:
    """Return the name of a later part of a list of parts or shares: thành thị là 3,18%; nông thôn là 1,86%."""
    words = item.words
    is_part = words.subject != "" and not words.tail and not words.verb.startswith(lexicon.SHARE_VERB)
    if level is None or level.measured is None or not is_part or item.unit is None or level.unit != item.unit:
        return ""
    if level.sentence != item.sentence:
        return ""  # doanh nghiệp đóng 22% mức lương. Trong khi đó, Malaysia đóng 13%
    is_short = len(words.subject.split()) <= _MOST_OF_PART and folded(words.subject) not in lexicon.VAGUE
    is_outside = words.closes_bracket and not words.in_bracket  # (trong đó nữ 20 người); đoàn viên 30 người
    if not is_short or is_outside or _UNCLEAR.match(words.subject) or level.words.joint == "/":
        return ""
    whole = level.whole.measured if level.whole is not None else None
    before, _, part = level.measured.name.rpartition(": ")
    of = whole.name if whole is not None else before if folded(part) == folded(level.words.subject) else ""
    if of:
        return name_of_level(of, words.subject)
    shares = _PROPORTION.match(level.measured.name) if item.unit.kind is UnitKind.SHARE else None
    return name_of_level(shares["of"], words.subject) if shares else ""


def _of_change(item: Item, last: Item | None) -> str:
    """Return the name of a level from or to which the change before it leads: giảm 0,97%, từ 7,57% xuống còn 6,60%."""
    is_same = last is not None and last.is_change and last.measured is not None and last.measured.unit == item.unit
    return last.measured.name if is_same and last is not None and last.measured and item.words.goes_on else ""


def with_full_noun(item: Item, last: Item | None) -> Words:
    """Return the words of a figure with the noun of the one before it: xây 12 căn nhà, sửa chữa 5 căn."""
    words = item.words
    noun = words.noun.casefold()
    is_short = noun in lexicon.GENERIC_NOUNS and " " not in noun and noun != "" and not words.tail
    is_same = is_short and last is not None and last.words.noun.casefold().startswith(f"{noun} ")
    return evolve(words, noun=last.words.noun) if is_same and last is not None else words
