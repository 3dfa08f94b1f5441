"""Decide whether a proposed name is whole: one that does not say of what or whose it is, is asked."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence, Set
from typing import Final

from attrs import evolve

from aseansc.units import VND, UnitKind, criterion
from aseansc.values import RelativeChange
from aseansc.vietnamese._item import Item, Measured
from aseansc.vietnamese._left_over import is_amount_of_last, left_over, with_rest
from aseansc.vietnamese._lexicon import drafting, whole_names as lexicon
from aseansc.vietnamese._lexicon.fragments import BARE_COUNTS, DOES
from aseansc.vietnamese._lexicon.places import PLACES
from aseansc.vietnamese._lexicon.said_of import SOURCE_OF_MONEY
from aseansc.vietnamese._name_after import name_of_level
from aseansc.vietnamese._name_forms import folded, key_of, lowered
from aseansc.vietnamese._name_parts import Head, Name, read_name
from aseansc.vietnamese._names import unit_of_name
from aseansc.vietnamese._naming import Words
from aseansc.vietnamese._offices import without_office
from aseansc.vietnamese._own_units import is_custom
from aseansc.vietnamese._windows import near_before

_FLAGS: Final = re.IGNORECASE
_RUNS_INTO: Final = re.compile(lexicon.RUNS_INTO, _FLAGS)
_THERE_IS: Final = re.compile(drafting.THERE_IS, _FLAGS)
_NOT_OF_WHAT: Final = re.compile(lexicon.NOT_OF_WHAT, _FLAGS)
_ONLY_VERB: Final = re.compile(lexicon.ONLY_VERB, _FLAGS)
_MEAN: Final = re.compile(drafting.MEAN, _FLAGS)
_ONLY_DONE: Final = re.compile(lexicon.ONLY_DONE, _FLAGS)
_WHERE: Final = re.compile(lexicon.WHERE, _FLAGS)
_INSIDE: Final = re.compile(lexicon.INSIDE, _FLAGS)
_DOES: Final = re.compile(DOES, _FLAGS)
_GROWTH: Final = re.compile(drafting.GROWTH, _FLAGS)
_ENDS_DONE: Final = re.compile(rf"\b{drafting.ACTIONS}$", _FLAGS)
_TRADED: Final = re.compile(lexicon.TRADED, _FLAGS)
_OF_GOODS: Final = re.compile(lexicon.OF_GOODS, _FLAGS)
_SOURCE: Final = re.compile(SOURCE_OF_MONEY, _FLAGS)
_BARE_AMOUNT: Final = re.compile(lexicon.BARE_AMOUNTS, _FLAGS)
_OBJECT_FOR: Final = re.compile(lexicon.OBJECT_FOR, _FLAGS)
_SAID_BEFORE: Final = re.compile(lexicon.SAID_BEFORE, _FLAGS)


def is_whole(measured: Measured) -> bool:
    """Return whether the name of an indicator says what it is, and of what, or whose."""
    measured = evolve(measured, name=without_office(measured.name))
    if _is_of_some(measured.first) or _is_first_of_list(measured) or _runs_on(measured):
        return False
    if _RUNS_INTO.search(measured.name) or _leaves_out(measured) or left_over(measured.first, measured.name):
        return False
    of, colon, said = measured.name.partition(": ")
    name = read_name(of)
    is_other = _is_level_in_percent(measured) and name.kind in (Head.COUNT, Head.DONE)
    if ": " in said or len(said.split()) > _MOST_DONE or is_other:
        return False
    if colon:  # Cây ngô: năng suất
        return _are_whole(measured, name, read_name(said))
    return _IS_WHOLE[name.kind](measured, name)


def _are_whole(measured: Measured, of: Name, said: Name) -> bool:
    """Return whether the name of a level and what is said of it are whole together: Cây ngô: năng suất."""
    if said.kind is Head.SHARE and _NOT_OF_WHAT.match(said.what):
        return False  # chính sách đầu tư: tỷ lệ trong vòng 6 tháng
    if of.kind is Head.SHARE and not _is_level_in_percent(measured) and said.kind is Head.COUNT:
        return False  # hỗ trợ 70% chi phí cho 1.200 hộ
    return of.kind is not Head.UNKNOWN or said.kind is not Head.UNKNOWN


def _leaves_out(measured: Measured) -> bool:
    """Return whether the words right before or after a figure limit what it counts more than its name says."""
    item, words = measured.first, measured.first.words
    said = _SAID_BEFORE.search(words.clause)
    is_said = said is None or folded(said["done"] or said["which"]) in folded(measured.name)
    return not item.is_whole and (not is_said or words.is_cut)


def _is_level_in_percent(measured: Measured) -> bool:
    is_percent = measured.unit is not None and measured.unit.kind is UnitKind.SHARE
    return is_percent and measured.first.is_level


def _is_whole_count(measured: Measured, name: Name) -> bool:
    if measured.unit is not None and measured.unit.kind is not UnitKind.COUNT:
        is_sum = name.head.casefold().endswith(drafting.NUMBER_OF.casefold())
        return is_sum and read_name(name.what).kind in (Head.AMOUNT, Head.DONE)  # số giải ngân 5 tỷ đồng
    words, is_short = measured.first.words, len(measured.name.split()) <= _LEAST
    if words.goes_on and _DOES.match(words.tail):
        return False  # kê khai có 35.033 người, 1 trường hợp bị xử lý kỷ luật
    is_read = measured.unit is not None or ("/" not in name.what and not is_short)  # (12 định kỳ)
    is_bare = folded(name.what) in drafting.INCIDENTS and words.subject == ""  # xảy ra 112 vụ
    is_vague = folded(name.what) in BARE_COUNTS and folded(name.what) not in folded(words.subject)
    is_named = name.what != "" and not is_bare and not is_vague and not _is_limited(words)
    return is_read and is_named and not (_is_of_unknown(measured) and _is_bare(measured, name))


def _is_limited(words: Words) -> bool:
    """Return whether a count is only of some, or of where or whose others are: 8 hộ ở tổ 4; tại 5 xã; của 5 xã."""
    is_some = not words.tail and _WHERE.match(words.after) is not None
    return (is_some and not words.subject) or _INSIDE.search(words.clause) is not None


def _is_of_unknown(measured: Measured) -> bool:
    """Return whether a counted noun is not in the catalogue, or no word is before it: 8 dự án có tổng vốn 5 tỷ đồng."""
    words = measured.first.words
    is_alone = not (words.clause or words.joint or words.part or measured.first.is_whole)
    return is_custom(measured.unit) or (is_alone and measured.better is None)


def _is_whole_share(measured: Measured, name: Name) -> bool:
    words = measured.first.words
    counted = folded(f"{words.noun} {words.tail}".strip())
    if words.goes_on and counted and words.tail:
        return False  # huyện hỗ trợ 40%, 60% hộ dân tự lo
    is_bare = len(counted.split()) == _SYLLABLES and folded(name.what) == counted  # triển khai ở 100% chi hội
    if _ONLY_DONE.fullmatch(f"{name.head} {name.what}") or (is_bare and measured.better is None):
        return False
    is_long = len(f"{name.head} {name.what} {name.whose}".split()) >= _LEAST
    return (name.what != "" or name.whose != "") and not _NOT_OF_WHAT.match(name.what) and is_long


def _is_whole_amount(measured: Measured, name: Name) -> bool:
    is_money = measured.unit is not None and measured.unit.kind is UnitKind.MONEY
    is_bare = name.whose == "" and _BARE_AMOUNT.fullmatch(f"{name.head} {name.what}".strip()) is not None
    is_count = measured.unit is not None and measured.unit.kind is UnitKind.COUNT
    if is_bare or (is_count and unit_of_name(measured.name) == VND):
        return False  # người kê khai tài sản, thu nhập là 350 người
    is_mean = _MEAN.search(measured.first.words.verb) is not None
    is_said = is_mean or name.what != "" or name.head.casefold() != lexicon.EARNINGS  # thu nhập mỗi năm 40 triệu đồng
    return not (is_money and name.whose == "" and (_ONLY_VERB.fullmatch(name.what) or not is_said))


def _runs_on(measured: Measured) -> bool:
    """Return whether the last word of a name is rather said of the next figure: 68 đơn vị nộp 5 tỷ đồng."""
    words = measured.first.words
    return words.runs_on and words.tail != "" and measured.name.endswith(words.tail)


def _is_of_some(item: Item) -> bool:
    """Return whether a number is how many of the counted things something is or has: chiếm 26/28 lượt."""
    return item.has_whole and item.words.verb.split()[-1:] in ([drafting.SHARE_VERB], [drafting.IS.strip()])


def _is_first_of_list(measured: Measured) -> bool:
    """Return whether a name ends with the first of several words of a list: 342 hộ kinh doanh dịch vụ, may mặc."""
    words = measured.first.words
    last = words.tail or words.noun
    goes_on = words.after.split()[:1] == [drafting.AND_WORD]  # 22 quận, huyện và trung tâm tổ chức đấu giá
    has_all = ("," in last and not goes_on) or last.startswith(f"{drafting.AND_WORD} ")  # hộ nghèo và cận nghèo
    return words.lists_more and last != "" and not has_all and measured.name.endswith(last)


def _is_bare(measured: Measured, name: Name) -> bool:
    """Return whether a name counts a noun without more, and not that it is there: giải tán 2 tốp."""
    words = measured.first.words
    is_said = folded(name.what) in folded(words.subject) or _THERE_IS.search(words.verb) is not None
    return len(name.what.split()) == len(words.noun.split() or [""]) and not is_said


_NEAR: Final = 6
"""Indicators before one in which a narrower kind of the same things is looked for."""
_NEAR_NAMES: Final = 24
"""Indicators before one in which a longer name that begins with its own is looked for."""
_MOST_DONE: Final = 16
"""Most words of a name that says what was done: longer ones have other statements, too."""
_SYLLABLES: Final = 2
"""Syllables of a counted noun that says nothing more."""
_LEAST: Final = 3
"""Fewer words do not say of what a rate is."""
_MOST_OF_THING: Final = 14


def _is_thing(measured: Measured, _: Name) -> bool:
    """Return whether a name needs no word for what is measured: dịch vụ tăng 6%; gạo tẻ 25 tấn; parts of a whole."""
    words, whole = measured.first.words, measured.first.whole
    kind = None if measured.unit is None else measured.unit.kind
    if whole is not None and kind is not UnitKind.COUNT:
        is_said = whole.measured is not None and whole.measured.name != ""
    elif kind is UnitKind.AREA:
        is_said = _ENDS_DONE.search(measured.name) is not None
    else:
        is_grown = measured.first.is_change and read_name(_GROWTH.sub("", measured.name)).kind is not Head.UNKNOWN
        is_said = is_grown or (kind is UnitKind.MASS and not (words.subject and words.tail))
    return is_said and len(measured.name.split()) <= _MOST_OF_THING and not _NOT_OF_WHAT.match(measured.name)


def _has_object(measured: Measured, name: Name) -> bool:
    """Return whether what was done is followed by what it was done to, and the figure counts this.

    A count after another object may be of something else: cấp giấy chứng nhận 12 xã.
    """
    unit, words = measured.unit, measured.first.words
    if len(measured.name.split()) > _MOST_DONE:
        return False
    if not name.what:
        return "," in name.head and unit is not None and unit.kind is UnitKind.MONEY  # vận động, quyên góp 5 tỷ đồng
    noun = folded(words.noun)
    is_count = unit is not None and unit.kind is UnitKind.COUNT and noun != ""
    what = folded(name.what)
    what = what.removeprefix(f"{drafting.FOR} ") if _ONLY_VERB.fullmatch(name.head) else what
    if is_count and what in BARE_COUNTS and noun != drafting.INCIDENT.strip():
        return False  # thanh tra 3 cuộc, bắt 5 đối tượng
    if unit is None or not is_count or unit.code.startswith(_PERSONS) or folded(name.what).startswith(noun):
        return True
    before = name.what[: folded(name.what).find(noun)].rstrip()
    return unit.code not in PLACES and (_OBJECT_FOR.search(before) is not None or noun in folded(words.subject))


_IS_WHOLE: Final[Mapping[Head, Callable[[Measured, Name], bool]]] = {
    Head.COUNT: _is_whole_count,
    Head.SHARE: _is_whole_share,
    Head.AMOUNT: _is_whole_amount,
    Head.DONE: _has_object,
    Head.UNKNOWN: _is_thing,
}
"""How a name of each kind is whole."""
_PERSONS: Final = ("person", "household")


def _is_made_from(measured: Measured, unsure: Sequence[Measured], named: Set[str]) -> bool:
    """Return whether a name needs that of another indicator that may not be whole: a rate, a part, or money spent."""
    is_money = measured.unit is not None and measured.unit.kind is UnitKind.MONEY
    of, colon, said = measured.name.partition(": ")
    is_part = colon != "" and (lowered(of) in named or (is_money and lowered(said) in named))
    return is_part or measured.numerator in unsure or (not colon and _needs_whole(measured, unsure))


def _needs_whole(measured: Measured, unsure: Sequence[Measured]) -> bool:
    """Return whether a part says only which of the counted things, or whose money, of a whole without a sure name."""
    item, whole = measured.first, measured.first.whole
    if whole is None or whole.measured is None or (whole.measured.name and whole.measured not in unsure):
        return False
    if measured.unit is not None and measured.unit.kind is UnitKind.MONEY:
        return read_name(measured.name).kind is not Head.AMOUNT or _SOURCE.match(measured.name) is not None
    noun = folded(item.words.noun).split()[:1]
    return noun != [] and noun == folded(whole.words.noun).split()[:1]


def _ask_goods(found: Sequence[Measured]) -> None:
    """Ask whether goods of a sentence on exports are those exported: xuất khẩu gạo tăng 5%; cá tăng 7%."""
    last, trade = None, ""
    for one in found:
        item, said = one.first, _TRADED.search(one.first.words.clause)
        if not said and not (last is not None and _goes_on(item, last)):
            trade = ""
        trade, last = said["trade"] if said else trade, item
        is_goods = one.name != "" and ": " not in one.name and read_name(one.name).kind is Head.UNKNOWN
        if trade and is_goods and isinstance(item.value, RelativeChange) and not _TRADED.search(one.name):
            one.unit = None if one.is_unit_proposed else one.unit
            one.is_unit_proposed = False
            traded = f"{trade.capitalize()} {lowered(one.name)}"
            one.name, one.name_choices = "", (traded, one.name, *one.name_choices)


def _goes_on(item: Item, last: Item) -> bool:
    """Return whether what was said of trade may go on: in the sentence that names goods, or for announced parts."""
    if item.sentence == last.sentence:
        return _OF_GOODS.search(last.words.clause) is not None or not _TRADED.search(last.words.clause)
    return item.words.is_part and item.paragraph == last.paragraph


def _ask_kinds(found: Sequence[Measured]) -> None:
    """Ask whether counted things are of a kind that is counted before: 2 dự án điện gió, 16 dự án được khai thác."""
    for at, one in enumerate(found):
        noun, name = folded(one.first.words.noun), folded(one.name)
        is_count = noun != "" and read_name(one.name).kind is Head.COUNT and not one.first.is_whole
        said = f"{name} ".partition(f"{noun} ")[2]
        if is_count and (not said or _DOES.match(said)):
            kinds = (_kind_counted(other, one) for other in found[max(0, at - _NEAR) : at])
            if any(kind not in name for kind in kinds):
                one.name, one.name_choices = "", (one.name, *one.name_choices)


def _kind_counted(measured: Measured, like: Measured) -> str:
    """Return the one or two words after the counted noun of another indicator: điện gió of dự án điện gió."""
    unit, words = measured.unit, measured.first.words
    is_same = unit == like.unit and measured.first.paragraph == like.first.paragraph
    if (
        not is_same
        or unit is None
        or unit.kind is not UnitKind.COUNT
        or unit.code.startswith((*_PERSONS, criterion.code))
    ):
        return ""
    said = folded(f"{words.noun} {words.tail} ").partition(f"{folded(like.first.words.noun)} ")[2].strip()
    return "" if _DOES.match(said) or len(said.split()) > _SYLLABLES else said


def ask_unsure(found: Sequence[Measured]) -> None:
    """Make the names of indicators that may not be whole the first answers to the question for their names.

    So are the names that are made from them: of rates, and of money.
    """
    _ask_goods(found)
    _ask_kinds(found)
    unsure = [one for one in found if one.name and not is_whole(one)]
    named = {lowered(one.name) for one in unsure}
    unsure += [one for one in found if one.name and one not in unsure and _is_made_from(one, unsure, named)]
    for at, one in enumerate(found):
        if one in unsure:
            before = near_before(found, at, _NEAR_NAMES)
            last = before[-1] if before else None
            names = (_of_last(one, last), _longer(one, before), with_rest(one.first, one.name), one.name)
            one.name, one.name_choices = "", tuple(filter(None, dict.fromkeys((*names, *one.name_choices))))


def _longer(measured: Measured, before: Sequence[Measured]) -> str:
    """Return the name of an indicator before in the paragraph that begins with a short one: chi trả tiền bồi thường."""
    key = f"{key_of(measured.name)} "
    like = (one for one in reversed(before) if one.unit == measured.unit and key_of(one.name).startswith(key))
    found = next((one for one in like if one.first.paragraph == measured.first.paragraph), None)
    return "" if found is None else found.name


def _of_last(measured: Measured, last: Measured | None) -> str:
    """Return the name of an amount of what the number before it counts: Tổng vốn đăng ký: số dự án."""
    if last is None or last.first.sentence != measured.first.sentence or not is_amount_of_last(measured.first):
        return ""
    of = last.name or next(iter(last.name_choices), "")
    is_count = measured.unit is None or measured.unit.kind is UnitKind.COUNT  # 77 hộ với 289 con bò
    return name_of_level(measured.name, of) if of and ":" not in measured.name and not is_count else ""
