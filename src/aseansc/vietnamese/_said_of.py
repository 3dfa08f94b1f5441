"""Find the level that a change, a percent or a plan is said of, where its own words do not name one."""

from __future__ import annotations

import re
from collections.abc import Iterable
from decimal import Decimal
from itertools import islice
from typing import Final

from attrs import evolve

from aseansc.indicators import Direction, IndicatorKind
from aseansc.units import Unit, UnitKind, per_mille, percent, percentage_point
from aseansc.values import Attainment, Change, RelativeChange, RelativeForm, Value
from aseansc.vietnamese._figure import Doubt, FigureKind, PrintedFigure
from aseansc.vietnamese._item import Item, Measured
from aseansc.vietnamese._lexicon import drafting as lexicon, fragments, said_of as said
from aseansc.vietnamese._name_forms import folded, key_of
from aseansc.vietnamese._names import name_of
from aseansc.vietnamese._naming import Words, starts_with_action

_COMPARED_TAIL: Final = re.compile(said.COMPARED_TAIL, re.IGNORECASE)
_RATES: Final = re.compile(lexicon.RATES, re.IGNORECASE)
_OF_PLAN: Final = re.compile(said.OF_PLAN, re.IGNORECASE)
_PLANNED_AMOUNT: Final = re.compile(said.PLANNED_AMOUNT, re.IGNORECASE)
_QUOTA: Final = re.compile(said.QUOTA, re.IGNORECASE)
_NEGATED: Final = re.compile(said.NEGATED, re.IGNORECASE)
_CARRIED_OUT: Final = re.compile(said.CARRIED_OUT, re.IGNORECASE)
_PLAN_NAME: Final = re.compile(said.PLAN_NAME, re.IGNORECASE)
_OF_ALL: Final = re.compile(said.OF_ALL, re.IGNORECASE)
_IN_TURN: Final = re.compile(said.IN_TURN, re.IGNORECASE)
_ONLY_TIME: Final = re.compile(said.ONLY_TIME, re.IGNORECASE)
_SOWN: Final = re.compile(said.SOWN, re.IGNORECASE)
_PLANTS: Final = re.compile(said.PLANTS, re.IGNORECASE)
_NAMED_BEFORE: Final = re.compile(said.NAMED_BEFORE, re.IGNORECASE)
_NOT_PERCENT: Final = re.compile(said.NOT_PERCENT, re.IGNORECASE)
_SPENT: Final = re.compile(said.SPENT, re.IGNORECASE)
_REACHED: Final = re.compile(said.REACHED_PLAN, re.IGNORECASE)
_GROWTH_COMPARED: Final = re.compile(said.GROWTH_COMPARED, re.IGNORECASE)
_SHARE_BEFORE: Final = re.compile(said.SHARE_BEFORE, re.IGNORECASE)
_MOVED_BEFORE: Final = re.compile(said.MOVED_BEFORE, re.IGNORECASE)
_CONTRIBUTED: Final = re.compile(said.CONTRIBUTED, re.IGNORECASE)
_FELL: Final = re.compile(said.FELL, re.IGNORECASE)
_OF_SOMETHING: Final = re.compile(said.OF_SOMETHING, re.IGNORECASE)
_DOES: Final = re.compile(fragments.DOES, re.IGNORECASE)
_LIMITED: Final = re.compile(fragments.LIMITED, re.IGNORECASE)
_RAISES: Final = re.compile(said.RAISES, re.IGNORECASE)
_MEAN_OF_YEARS: Final = re.compile(said.MEAN_OF_YEARS, re.IGNORECASE)
_GROWTH: Final = re.compile(lexicon.GROWTH, re.IGNORECASE)
_THERE_IS: Final = re.compile(lexicon.THERE_IS, re.IGNORECASE)
_ABOUT_AMOUNT: Final = re.compile(said.ABOUT_AMOUNT, re.IGNORECASE)
_MOVED: Final = re.compile(lexicon.MOVED, re.IGNORECASE)
_MOST_TIMES: Final = 3
"""How many times a growth its plan may be, or the growth the plan, so that it is surely a growth."""
_NEARLY: Final = 5
_EXACTLY: Final = 100
"""The part of a percent by which the same change may be printed differently."""
_FEW_POINTS: Final = Decimal(2)
"""Percent below which a change of a share may be in points."""
_MOST_PLANNED: Final = 40
"""Most percent of a planned growth; what is more may be the percent of the plan that was reached."""
_AMOUNTS: Final = (UnitKind.MONEY, UnitKind.AREA, UnitKind.MASS, UnitKind.VOLUME, UnitKind.ENERGY)


def is_amount(unit: Unit | None) -> bool:
    """Return whether a percent by which something in a unit changed cannot mean percentage points."""
    return unit is not None and unit.kind in _AMOUNTS


def words_of_change(words: Words) -> Words:
    """Return the words of a change without those after it that say only with what it is compared, and *về*.

    Bằng 98,7% vụ mùa năm trước; giảm 30,6% về số doanh nghiệp.
    """
    if _COMPARED_TAIL.match(words.tail):
        return evolve(words, tail="", goes_on=words.goes_on or (not words.subject and not words.is_apart))
    moved = _MOVED_BEFORE.match(words.clause) if words.in_bracket and not words.subject else None
    if moved is not None:
        return evolve(words, subject=moved["what"], goes_on=False)  # nuôi trồng thủy sản tăng khá (+2,5%)
    named = _NAMED_BEFORE.match(words.clause) if words.in_bracket and not words.subject else None
    if named is not None and (words.closes_bracket or not words.goes_on):
        return evolve(words, subject=named["what"], goes_on=False)  # gạo (tăng 23,2%), rau quả (tăng 17,1%)
    is_about = words.tail.casefold().startswith(said.ABOUT_ITS)
    return evolve(words, tail=words.tail[len(said.ABOUT_ITS) :]) if is_about else words


def names_own(words: Words) -> bool:
    """Return whether the words of a change in a bracket name what changed: dịch vụ (tăng 23%); (tăng 9% về số hộ)."""
    return words.tail != "" or (words.subject != "" and (words.closes_bracket or not words.is_vague))


def is_per_year(value: RelativeChange) -> bool:
    """Return whether a change is one a year."""
    return any(one.kind is UnitKind.DURATION for one in value.unit.denominators)


def says_rate(words: Words) -> bool:
    """Return whether the words of a change name a rate."""
    named = words.subject or words.tail
    return name_of(words, percent) != "" and _RATES.match(named) is not None and _NOT_PERCENT.match(named) is None


def unit_of_change(item: Item) -> Unit | None:
    """Return the unit in which what changed is measured, and keep only what grew of *tốc độ tăng trưởng của*."""
    is_relative = isinstance(item.value, RelativeChange) and not is_per_year(item.value)
    growth = _GROWTH.match(item.words.subject) if isinstance(item.value, RelativeChange) else None
    if growth is not None and not _MOVED.search(item.words.verb):
        what = _MEAN_OF_YEARS.sub("", item.words.subject[growth.end() :]).strip()
        is_of_all = not what and lexicon.ECONOMY in growth[0].casefold()
        item.words = evolve(item.words, subject=lexicon.OF_ECONOMY if is_of_all else what)
        return item.unit
    may_be_rate = item.unit is None and (is_relative or item.figure.kind is FigureKind.CHANGE)
    return percent if may_be_rate and says_rate(item.words) else item.unit


def is_of_plan(item: Item, last: Item | None, level: Item | None) -> bool:
    """Return whether a percent may be one of a plan that is not named: gieo 500 ha đạt 91%; thu nội địa đạt 52%."""
    words, value = item.words, item.value
    if words.of_all:
        return False
    if value is None and item.figure.doubt is Doubt.NUMBER and _OF_PLAN.search(item.figure.printed):
        return item.unit == percent  # đạt 103,% chỉ tiêu
    if level is not None and words.goes_on and _may_be_attainment(item.figure, words):
        return True
    if not isinstance(value, Value) or value.unit != percent or words.noun or words.tail or item.figure.doubt:
        return False
    if words.verb.split()[-1:] != [lexicon.REACHES] or item.is_plan:
        return False
    if level is not None and last is not None and level in (last, last.level):
        is_counted = level.unit not in (None, percent) and level.figure.kind is not FigureKind.RATIO
        return words.goes_on and is_counted and not _is_of_all(level)
    is_next = level is None and last is not None and last.is_attainment and not words.is_apart
    return is_next and words.subject != "" and _RATES.match(words.subject) is None


def read_share(item: Item) -> None:
    """Read a percent as a share if the words after it say of what: chiếm 3% so với tổng số hộ; bằng 18% số thu."""
    number, figure, words = item.figure.magnitude, item.figure, item.words
    is_said = words.of_all != "" and lexicon.SHARE_VERB in words.verb.split()
    is_equal = words.verb.split()[-1:] in ([said.EQUAL], [lexicon.REACHES])
    is_share = is_said or (is_equal and _OF_SOMETHING.match(words.after) is not None)
    if (
        is_share
        and item.unit == percent
        and figure.doubt is Doubt.MEANING
        and isinstance(number, Decimal)
        and item.value is None
    ):
        item.value = Value(magnitude=number, unit=percent, qualifier=figure.qualifier)
        item.words = words if is_said else evolve(words, is_cut=True)  # its name needs what makes up the share


def words_of_rate(words: Words) -> Words:
    """Return the words of a percent in a bracket with the rate that the words before the bracket name."""
    named = _SHARE_BEFORE.match(words.clause) if words.in_bracket and not words.subject else None
    return words if named is None else evolve(words, subject=named["what"], goes_on=False)


def is_share_beside(level: Item) -> bool:
    """Return whether a level is only the share of something that an amount makes up: thu 50 tỷ đồng, chiếm 67,6%."""
    is_share = level.unit == percent and level.words.goes_on and lexicon.SHARE_VERB in level.words.verb.split()
    return is_share and level.measured is not None and not level.measured.name


def is_share_of_change(item: Item, last: Item | None) -> bool:
    """Return whether a percent goes on with an amount that changed, whose share it is: tăng 137 hộ, chiếm 0,04%."""
    verb = item.words.verb
    is_share = lexicon.SHARE_VERB in verb.split() or verb == lexicon.OF_RATE.casefold()  # tăng 73 vụ, tỷ lệ 4,15%
    is_percent = item.unit == percent and item.words.goes_on and is_share
    return is_percent and last is not None and isinstance(last.value, Change)


def repeat_change(item: Item, last: Item | None) -> None:
    """Read a percent as the change before it, which it repeats: giảm 16 vụ (tương đương 42%); giảm 5 vụ, chiếm 20%.

    After the verb of a share, it must be as large as the change was of the earlier level.
    """
    number, words = item.figure.magnitude, item.words
    is_bare = item.unit == percent and isinstance(number, Decimal) and not words.noun and not words.tail
    if last is None or not isinstance(last.value, Change) or not is_bare or not isinstance(number, Decimal):
        return
    is_equal = words.in_bracket and not words.subject and words.verb.startswith(said.EQUALS)
    moved_by = _in_percent(last) if words.goes_on and words.verb == lexicon.SHARE_VERB else None
    if is_equal or (moved_by is not None and abs(moved_by - number) * _EXACTLY <= number):
        signed = -number if last.value.magnitude < 0 else number
        item.value = RelativeChange(
            form=RelativeForm.BY, magnitude=signed, unit=percent, qualifier=item.figure.qualifier
        )


def read_planned_change(item: Item, last: Item | None) -> None:
    """Read the plan in a bracket after a growth as a planned growth: tăng 9,65% (KH cả năm 8,3%).

    After a growth of a rate it may be a level, and a percent of another size may be one of the plan.
    """
    number, words = item.figure.magnitude, item.words
    is_plan = item.is_plan and words.in_bracket and folded(words.subject) in said.PLAN_HEADS and not words.tail
    is_percent = item.unit == percent and isinstance(number, Decimal) and not words.noun
    if last is None or not isinstance(last.value, RelativeChange) or not is_plan or not isinstance(number, Decimal):
        return
    if is_percent and last.value.form is RelativeForm.BY and not _is_of_rate(last) and _is_near(number, last.value):
        item.value = RelativeChange(
            form=RelativeForm.BY, magnitude=number, unit=percent, qualifier=item.figure.qualifier
        )


def _is_of_rate(change: Item) -> bool:
    """Return whether a change is, or may be, one of a rate, of which a percent is also a level."""
    of_level = change.level is not None and change.level.unit in (percent, per_mille)
    return of_level or change.figure.doubt is Doubt.POINTS


def _is_near(number: Decimal, growth: RelativeChange) -> bool:
    """Return whether a number can be the plan of a growth, and not a percent of the plan."""
    grew = growth.magnitude
    return 0 < grew <= number * _MOST_TIMES and number <= grew * _MOST_TIMES and number <= _MOST_PLANNED


def is_of_another(item: Item, level: Item) -> bool:
    """Return whether a percent of a plan is of another time or plan than a level: bằng 20% dự toán thu NSNN."""
    planned, name = named_plan(item), "" if level.measured is None else level.measured.name
    is_other_time = item.words.in_bracket and item.figure.time not in (None, level.figure.time)
    return is_other_time or (planned != "" and not {*key_of(planned).split()} <= {*key_of(name).split()})


def named_plan(item: Item) -> str:
    """Return the words after a percent of a plan that name what is planned, or an empty string."""
    is_named = isinstance(item.value, Attainment) and _PLANNED_AMOUNT.match(item.words.tail) is not None
    return item.words.tail if is_named else ""


def is_named_plan(item: Item) -> bool:
    """Return whether the words before an amount name a plan: tổng kế hoạch vốn đến nay là 13.733 tỷ đồng."""
    words = item.words
    is_named = _PLAN_NAME.match(words.subject) is not None or _QUOTA.match(words.clause) is not None
    is_named = is_named and _CARRIED_OUT.search(words.clause) is None  # thực hiện dự toán chi là 7 tỷ đồng
    return is_named and item.unit != percent and isinstance(item.value, Value)


def better_by_plan(item: Item, measured: Measured) -> Direction | None:
    """Return that more is better of what was done or taken in if a plan of it was reached: nhập 500 tấn, đạt 96%.

    Of what was spent, and of what there is, it depends on what it is.
    """
    says = f"{item.words.verb} {item.figure.printed}"
    is_done = measured.kind is IndicatorKind.FLOW and _SPENT.search(f"{measured.name} {item.words.clause}") is None
    return Direction.UP if is_done and _REACHED.search(says) else None


def is_plan_of(item: Item, level: Item | None) -> bool:
    """Return whether a plan in a bracket is that of the level before it: còn 17% (KH 16,5%)."""
    is_beside = item.words.in_bracket or item.words.subject != ""  # 16.133 con/KH 16.200 con
    if level is None or level.is_plan or not item.is_plan or not is_beside:
        return False
    return level.unit == item.unit and folded(item.words.subject) in said.PLAN_HEADS


def named_after(item: Item, levels: Iterable[Item]) -> Item | None:
    """Return the level that the words after a change name: 902 tỷ đồng, tăng 15% về số doanh nghiệp."""
    key = key_of(item.words.tail)
    found = [
        one for one in levels if one.measured is not None and any(f"{of} ".startswith(f"{key} ") for of in _keys(one))
    ]
    return found[0] if key and len(found) == 1 else None


def _keys(level: Item) -> tuple[str, ...]:
    """Return what a level may be called: its name, its subject, or what it counts."""
    name = "" if level.measured is None else level.measured.name
    return key_of(name), key_of(level.words.subject), folded(level.words.noun)


def whole_of_share(item: Item, share: Item | None, levels: Iterable[Item]) -> Item | None:
    """Return the amount that a change after its share is said of: 2,1 tỷ đồng, chiếm 75% tổng mức và tăng 11,7%."""
    words = item.words
    if share is None or share.unit != percent or not _says_share(share.words):
        return None
    joined = lexicon.AND_WORD in words.verb.split() and not words.is_apart and not words.in_bracket
    if not words.goes_on and not joined:
        return None
    level = next((one for one in levels if one is not share), None)
    if _may_be_points(item.value, share.value):
        item.figure = evolve(item.figure, doubt=Doubt.POINTS)
        return None  # nợ xấu 25 tỷ đồng, chiếm 0,8% tổng dư nợ, giảm 0,2%
    return level if level is not None and is_amount(level.unit) else None


def _may_be_points(moved: object, share: object) -> bool:
    """Return whether a small percent may be by how many points a small share changed."""
    if not isinstance(moved, RelativeChange) or not isinstance(share, Value):
        return False
    return moved.magnitude.copy_abs() < min(_FEW_POINTS, share.magnitude.copy_abs())


def _says_share(words: Words) -> bool:
    """Return whether the words of a percent say of what it is a share: chiếm 75%; bằng 33,5% GDP."""
    return words.verb.startswith(lexicon.SHARE_VERB) or _OF_SOMETHING.match(words.after) is not None


def counted_alike(item: Item, levels: Iterable[Item]) -> Item | None:
    """Return the level that counts the noun of a change without a unit: 187 vụ cháy, tăng 6 vụ."""
    figure, noun, tail = item.figure, folded(item.words.noun), folded(item.words.tail)
    if figure.kind is not FigureKind.CHANGE or figure.doubt is not Doubt.UNIT or not noun:
        return None
    same_noun = (one for one in levels if f"{folded(one.words.noun)} ".startswith(f"{noun} "))
    # 35 điểm thi, tăng 1 điểm thi: without a unit, too, if all words are the same
    alike = (one for one in same_noun if (folded(one.words.tail) == tail if tail else one.unit is not None))
    first = next(alike, None)
    return None if first is not None and is_joined(first, next(alike, None)) else first


def is_joined(level: Item, before: Item | None) -> bool:
    """Return whether a change after a level may be one of that before it, too: 187 vụ cháy và 12 vụ tai nạn."""
    is_other = before is not None and before.sentence == level.sentence and before.measured is not level.measured
    return is_other and level.words.joint == "," and not level.words.subject


def is_sown(words: Words, done: str) -> bool:
    """Return whether what was sown or planted cannot be what a number counts: gieo 500 ha lúa, 20 khách sạn."""
    return _SOWN.match(done) is not None and _PLANTS.match(words.noun) is None


def goes_on_naming(item: Item, level: Item) -> bool:
    """Return whether the words before a change are the rest of what is counted, which they are added to then.

    342 hộ buôn bán, dịch vụ, tăng 5 hộ.
    """
    words, of = item.words, level.measured
    if of is None or of.first is not level or not are_counts(level.unit) or level.words.joint or words.in_bracket:
        return False
    if not level.words.lists_more:
        return False
    is_rest = f"{words.subject}, {words.verb}".casefold() == words.clause.casefold() and not words.is_apart
    if not is_rest or item.unit not in (None, level.unit) or words.is_part or name_of(words, percent):
        return False
    of.name = of.name and f"{of.name}, {words.subject}"
    return True


def read_short_amount(item: Item, level: Item | None) -> None:
    """Read a change without a unit in the money of the level before it: đạt 67,5 triệu đồng/người, tăng 4 triệu."""
    is_open = item.value is None and item.figure.doubt is Doubt.UNIT and item.figure.kind is FigureKind.CHANGE
    unit = None if level is None or level.measured is None else level.measured.unit
    is_short = is_open and item.words.goes_on and not item.words.noun and not item.words.tail and item.figure.scale
    if is_short and unit is not None and unit.numerator.kind is UnitKind.MONEY:
        item.value = change_in(unit, item)


def is_addition(last: Item, item: Item) -> bool:
    """Return whether a number was added to reach the next one: đạt 50 tiêu chí, nâng tổng số lên 404 tiêu chí."""
    if not last.is_level or last.unit != item.unit or not are_counts(item.unit):
        return False
    if last.measured is None or last.measured.kind is IndicatorKind.FLOW:
        return False  # kết nạp 45 đảng viên, nâng tổng số lên 720 đảng viên
    return _RAISES.search(item.words.clause) is not None


def is_beside(words: Words, name: str) -> bool:
    """Return whether a change may be said of the level before it: its words, also in a bracket, name nothing else."""
    if words.goes_on or not words.in_bracket:
        return words.goes_on
    return not words.subject or words.is_vague or folded(name).startswith(folded(words.subject))


def is_of_counted(item: Item, level: Item) -> bool:
    """Return whether a percent is by how much some counted things grew, and not their number: 4 ngành tăng 11%."""
    is_named = level.words.subject != "" or level.words.verb not in ("", lexicon.AND_WORD)
    return not is_named and isinstance(item.value, RelativeChange) and folded(level.words.noun) in said.THAT_GROW


def is_compared_growth(words: Words) -> bool:
    """Return whether the growth before is compared with one: tăng 8,6%, cao hơn mức tăng 6,5% của năm 2017."""
    return _GROWTH_COMPARED.search(words.clause) is not None


def growth_compared(item: Item, before: Iterable[Item]) -> Item | None:
    """Return the growth that is compared with a later one of the same at another time; `None` if it may be of others.

    The time of the later one is left open if it is only named by another, such as *của năm trước*.

    Args:
        item: the later one.
        before: the figures of the sentence before it, the nearest first.
    """
    growth = next((one for one in before if one.is_change), None)
    if growth is None or not item.words.is_before_time:
        return None
    if (item.figure.time or item.named_time) == (growth.figure.time or growth.named_time):
        item.figure = evolve(item.figure, time=None, time_basis=None)
        item.named_time, item.named_at = None, item.start
    return growth


def is_contribution(words: Words) -> bool:
    """Return whether a percent is what something adds to the growth of a whole: (đóng góp tăng 0,12%)."""
    return _CONTRIBUTED.search(words.clause) is not None


def is_in_turn(words: Words) -> bool:
    """Return whether the figures from one on are given in the order of what they are said of: tăng lần lượt là 3%."""
    return _IN_TURN.search(words.verb) is not None


def repeats_list(item: Item, listed: Item) -> bool:
    """Return whether levels in turn are those of a list before at another time, or its plan: (năm trước lần lượt …).

    Args:
        item: the first of them.
        listed: the first of the list.
    """
    words = _IN_TURN.split(item.words.clause)[0]
    is_other = item.circumstances != listed.circumstances
    return is_other and not item.words.is_part and _ONLY_TIME.fullmatch(words) is not None


def change_in(unit: Unit | None, item: Item) -> Change | None:
    """Return the change of a figure without a unit in the unit of the level that it is said of."""
    figure, number = item.figure, item.figure.magnitude
    if unit is None or not isinstance(number, Decimal):
        return None
    falls = _FELL.search(f"{item.words.verb} {figure.printed}") is not None
    return Change(magnitude=-number if falls else number, unit=unit, qualifier=figure.qualifier)


def contradicts(item: Item, change: Item) -> bool:
    """Return whether a percent cannot be the change before it in percent: còn 1.256 hộ, giảm 512 hộ (giảm 7,4%)."""
    quotient, percent_moved = _in_percent(change), item.value
    if quotient is None or not isinstance(percent_moved, RelativeChange):
        return False
    return abs(abs(percent_moved.magnitude) - quotient) * _NEARLY > quotient


def _in_percent(change: Item) -> Decimal | None:
    """Return the size of a change in percent of the level before it, if this level is known."""
    level, moved = change.level, change.value
    if level is None or not isinstance(level.value, Value) or not isinstance(moved, Change):
        return None
    base = level.value.magnitude - moved.magnitude
    return abs(moved.magnitude / base * 100) if base and moved.unit == level.value.unit else None


def is_rate_of(level: Item, change: Item) -> bool:
    """Return whether a level is the share of what changed: 1.256 hộ nghèo, chiếm 17,2%."""
    return level.unit == percent and level.measured is not None and level.measured.numerator is change.measured


def name_left(item: Item, change: Item | None) -> str:
    """Return the name of what is left after a change in its unit: số hộ nghèo giảm 125 hộ, còn 560 hộ."""
    words = item.words
    if change is None or change.measured is None or not change.is_change or change.level is not None:
        return ""
    is_bare = words.goes_on and not words.tail and not words.in_bracket and words.verb.split()[-1:] == [said.LEFT]
    is_same = is_bare and item.unit is not None and change.unit == item.unit
    return change.measured.name if is_same and folded(words.noun) in lexicon.GENERIC_NOUNS else ""


def amount_changed(words: Words) -> tuple[str, UnitKind | None]:
    """Return the amount of which a change is, by the words after it, and the kind of its unit: 5% về giá trị."""
    found = _ABOUT_AMOUNT.match(words.after)
    if found is None:
        return "", None
    return found["mass"] or found["money"], UnitKind.MASS if found["mass"] else UnitKind.MONEY


def may_count(item: Item, level: Item) -> bool:
    """Return whether the counted noun of a figure may be that of a level: (609 hộ), and not (311 hộ thoát nghèo)."""
    noun, name = folded(item.words.noun), "" if level.measured is None else level.measured.name
    if _NEGATED.search(name) and not _NEGATED.search(item.words.verb) and item.words.verb:
        return False  # còn 3 tiêu chí chưa đạt; phấn đấu đạt 19 tiêu chí
    if starts_with_action(name) and _THERE_IS.search(item.words.verb) and not item.words.in_bracket:
        return False  # thành lập mới 5 doanh nghiệp, lũy kế có 72 doanh nghiệp
    return noun in lexicon.GENERIC_NOUNS or noun in folded(f"{level.words.noun} {name}")


def points_between(reached: Item, change: Item, before: Item) -> Change | None:
    """Return the points between a percent of a plan and an earlier one, if a change states exactly them.

    Args:
        reached: the percent of the plan.
        change: the change after it.
        before: the earlier percent.
    """
    value, moved, number = reached.value, change.value, before.figure.magnitude
    is_percent = before.unit == percent and isinstance(number, Decimal)
    if not isinstance(value, Attainment) or not isinstance(moved, RelativeChange) or not is_percent:
        return None
    of_plan = value.of_plan.magnitude
    if not isinstance(of_plan, Decimal) or not isinstance(number, Decimal) or of_plan - number != moved.magnitude:
        return None
    return Change(magnitude=moved.magnitude, unit=percentage_point, qualifier=moved.qualifier)


def named_above(item: Item, name: str, levels: Iterable[Item]) -> Item | None:
    """Return the only level of a paragraph whose name begins with that of a change: 696 người chết. Tăng 42 người chết.

    Args:
        item: the change.
        name: its name.
        levels: the levels of the paragraph before it, the nearest first.
    """
    key = f"{key_of(name)} "
    found: dict[int, Item] = {}
    for one in levels:
        if one.measured is not None and one.unit == item.unit and f"{key_of(one.measured.name)} ".startswith(key):
            found.setdefault(id(one.measured), one)
    return next(iter(found.values())) if key.strip() and item.unit is not None and len(found) == 1 else None


def are_counts(*units: Unit | None) -> bool:
    """Return whether all of some units count things."""
    return all(unit is not None and unit.kind is UnitKind.COUNT for unit in units)


def _is_of_all(level: Item) -> bool:
    """Return whether a percent after a level is rather its share of all: có 45 xã đạt chuẩn, đạt 45%."""
    measured = level.measured
    if measured is None or measured.kind is IndicatorKind.STOCK:
        return True
    return _OF_ALL.search(f"{level.words.subject} {level.words.verb} {measured.name}") is not None


def _may_be_attainment(figure: PrintedFigure, words: Words) -> bool:
    """Return whether a percent that could not be interpreted may be one of a plan."""
    if _says_share(words):
        return False
    is_number = figure.value is None and isinstance(figure.magnitude, Decimal)
    is_number = is_number and figure.kind is not FigureKind.CHANGE  # tăng lên 12,98%
    return is_number and figure.unit == percent and figure.doubt is Doubt.MEANING


def counted(level: Item | None) -> Measured | None:
    """Return the indicator of a level, if it counts something and its name is known."""
    measured = None if level is None else level.measured
    is_count = measured is not None and measured.unit is not None and measured.unit.kind is UnitKind.COUNT
    return measured if is_count and measured is not None and measured.name else None


def is_share_of_all(words: Words, level: Item | None) -> bool:
    """Return whether a percent is a share of all that the count before it names: 95 xã đạt chuẩn, đạt 99% xã."""
    noun = "" if level is None else folded(level.words.noun)
    is_same = noun != "" and folded(f"{words.noun} {words.tail}".strip()).startswith(noun)
    return words.goes_on and is_same and words.verb.split()[-1:] == [lexicon.REACHES]


def is_limited(words: Words) -> bool:
    """Return whether the words after a counted noun limit all of what is counted: 19/19 hộ thuộc diện được hỗ trợ."""
    return _LIMITED.match(words.tail) is not None


def is_bare_beside(words: Words, level: Item | None) -> bool:
    """Return whether a number only counts what an amount before it is for: nợ 8 tỷ đồng, với 5 dự án."""
    is_amount = level is not None and level.unit is not None and level.unit.kind is UnitKind.MONEY
    is_some = level is not None and _DOES.search(level.words.tail) is not None  # 118 xã đã có đội với 350 người
    return (is_amount or is_some) and words.joint == lexicon.WITH and not (words.subject or words.tail or words.limit)


def only_counts(words: Words, level: Item | None, last: Item | None) -> bool:
    """Return whether the words of a number do not say alone what it counts."""
    return is_bare_beside(words, level) or _is_listed_after_unnamed(words, last)


def _is_listed_after_unnamed(words: Words, last: Item | None) -> bool:
    """Return whether a number goes on with a list whose first number has no name: tại 6 đơn vị và 3 trường."""
    is_unnamed = last is not None and last.is_level and last.measured is not None and last.measured.name == ""
    return is_unnamed and words.joint == "," and not words.subject and _DOES.search(words.tail) is None


def is_of_several(item: Item, level: Item, levels: Iterable[Item]) -> bool:
    """Return whether a total may be that of several figures before it: xây 12 nhà, sửa 5 nhà, tổng kinh phí ….

    `level` is the one right before it, the first of `levels`.
    """
    before = next(islice(levels, 1, None), None)
    is_total = item.words.subject.casefold().startswith(lexicon.TOTALS)
    return is_total and before is not None and not level.words.is_apart and not level.words.is_part
