"""Read from the words around a figure whether it is a stock or a flow, and the direction that is an improvement."""

from __future__ import annotations

import re
from typing import Final

from aseansc.indicators import Direction, IndicatorKind
from aseansc.periods import AsOf
from aseansc.units import Unit, UnitKind, household, person
from aseansc.vietnamese._figure import PrintedFigure
from aseansc.vietnamese._lexicon import drafting as lexicon, places, said_of, whole_names
from aseansc.vietnamese._name_forms import key_of
from aseansc.vietnamese._name_parts import Head, read_name
from aseansc.vietnamese._naming import Words

RATES: Final = (UnitKind.SHARE, UnitKind.SHARE_POINT, UnitKind.QUOTIENT)
"""The kinds of units of rates, from which the kind of an indicator follows."""
_FLAGS: Final = re.IGNORECASE
_AREA: Final = re.compile(lexicon.AREAS, _FLAGS)
_LAND: Final = re.compile(lexicon.LAND, _FLAGS)
_STOCK_VERBS: Final = re.compile(lexicon.STOCK_VERBS, _FLAGS)
_STOCK_NAMES: Final = re.compile(lexicon.STOCK_NAMES, _FLAGS)
_FLOW: Final = re.compile(lexicon.FLOW_WORDS, _FLAGS)
_COUNTED_THERE: Final = re.compile(said_of.COUNTED_THERE, _FLAGS)
_THERE: Final = re.compile(said_of.THERE, _FLAGS)
_SUMMED: Final = re.compile(said_of.SUMMED, _FLAGS)
_EVENT: Final = re.compile(lexicon.EVENTS, _FLAGS)
_RATE: Final = re.compile(said_of.RATE_NAMES, _FLAGS)
_PRICE: Final = re.compile(said_of.PRICE, _FLAGS)
_FOR_EACH: Final = re.compile(said_of.FOR_EACH, _FLAGS)
_FOREST: Final = re.compile(said_of.FOREST, _FLAGS)
_SOWN_AREA: Final = re.compile(said_of.SOWN_AREA, _FLAGS)
_BECAME: Final = re.compile(lexicon.BECAME, _FLAGS)
_DOWN: Final = re.compile(lexicon.DOWN, _FLAGS)
_UP: Final = re.compile(lexicon.UP, _FLAGS)
_SPENDS: Final = re.compile(said_of.SPENDS, _FLAGS)
_NUMBER_WORDS: Final = re.compile(rf"^{lexicon.NUMBER_WORDS}", _FLAGS)
_ESCAPED: Final = re.compile(lexicon.ESCAPED, _FLAGS)
_NOT_ACTED: Final = re.compile(said_of.NOT_ACTED, _FLAGS)
_ACTING: Final = re.compile(whole_names.ACTING, _FLAGS)
_HARMED: Final = re.compile(rf"(?:{lexicon.HARM})$", _FLAGS)
_HAS_DONE: Final = re.compile(lexicon.HAS_DONE, _FLAGS)
_BECAME_LATER: Final = re.compile(lexicon.BECAME_LATER, _FLAGS)
_DONE_TO: Final = re.compile(lexicon.DONE_TO, _FLAGS)
_SOON_DONE: Final = re.compile(rf"(?:[^\W\d]+ ){{0,4}}?{lexicon.FLOW_WORDS}", _FLAGS)
_WITH: Final = re.compile(lexicon.ONLY_WITH, _FLAGS)
_NOT_OWED: Final = re.compile(lexicon.NOT_OWED, _FLAGS)
_LASTS: Final = re.compile(said_of.LASTS, _FLAGS)
_COMMISSIONED: Final = re.compile(said_of.COMMISSIONED, _FLAGS)
_HAS_NUMBER: Final = re.compile(said_of.HAS_NUMBER, _FLAGS)
_NOT_YET: Final = re.compile(said_of.NOT_YET, _FLAGS)
_ANSWER: Final = re.compile(said_of.ANSWER, _FLAGS)
_DOES_NOW: Final = re.compile(said_of.DOES_NOW, _FLAGS)
_HELPED: Final = re.compile(lexicon.HELPED, _FLAGS)
_PREPOSITION: Final = re.compile(lexicon.PREPOSITIONS, _FLAGS)
_DID: Final = re.compile(lexicon.DID, _FLAGS)
_MEAN: Final = re.compile(lexicon.MEAN, _FLAGS)
_CASES: Final = re.compile(lexicon.CASES, _FLAGS)
_THERE_STILL: Final = re.compile(said_of.THERE_STILL, _FLAGS)
_MEMBERS: Final = re.compile(said_of.MEMBERS, _FLAGS)
_OF_MEMBERS: Final = re.compile(said_of.OF_MEMBERS, _FLAGS)
_CAPACITY: Final = re.compile(said_of.CAPACITIES, _FLAGS)
_NOT_FALLEN: Final = re.compile(said_of.NOT_FALLEN, _FLAGS)
_MAY_HAPPEN: Final = re.compile(said_of.MAY_HAPPEN, _FLAGS)
_MADE_NOUN: Final = re.compile(said_of.MADE_NOUN, _FLAGS)
_REST: Final = re.compile(said_of.REST, _FLAGS)
_UP_TO: Final = re.compile(said_of.UP_TO, _FLAGS)
_WITHIN_TIME: Final = re.compile(said_of.WITHIN_TIME, _FLAGS)
_PLACE_HAS: Final = re.compile(said_of.PLACE_HAS, _FLAGS)
_OF_STATE: Final = re.compile(said_of.OF_STATE, _FLAGS)
_SURELY_THERE: Final = re.compile(said_of.SURELY_THERE, _FLAGS)
_MADE: Final = re.compile(lexicon.OF_MONEY, _FLAGS)
_LEFT_NOW: Final = re.compile(said_of.LEFT_NOW, _FLAGS)
_AT_PRESENT: Final = re.compile(said_of.AT_PRESENT, _FLAGS)
_PHYSICAL: Final = (UnitKind.MASS, UnitKind.VOLUME, UnitKind.ENERGY)
_FLOWS: Final = (UnitKind.MONEY, *_PHYSICAL)
_LASTING: Final = (
    *places.PLACES,
    *(
        "person",
        "cooperative",
        "classroom",
        "study_class",
        "organisation",
        "industrial_park",
        "language",
        "ethnic_group",
    ),
    *("works", "dwelling", "mine_site", "vehicle", "animal", "bed", "farm", "storey"),
)
"""Units of what is there from one day to the next, if no word says that something happened to it."""
RECEIVED: Final = ("dossier", "incident", "disease_case", "petition", "complaint")
"""Units of what comes in to be dealt with, of which nobody plans how many there are."""


def kind_of(name: str, words: Words, unit: Unit | None) -> IndicatorKind | None:
    """Return the kind of an indicator, if its unit or the words say it."""
    if _RATE.match(name) if unit is None else unit.kind in RATES:
        return IndicatorKind.RATE
    if _says_no_kind(name, unit) or _ANSWER.match(words.tail) or _is_price(words, unit):
        return None
    if unit is None and not words.noun and not words.tail:
        return IndicatorKind.FLOW if _SUMMED.match(name) else None  # what grew by a percent may be an index
    kind = _kind_said(name, words, unit)
    is_there = _STOCK_VERBS.search(words.verb) is not None
    if kind is IndicatorKind.STOCK and not is_there and _is_sown(name, unit):
        return IndicatorKind.FLOW
    if _FOREST.match(name) and not is_there:
        return None  # there, or planted
    is_open = _may_happen(name, words, unit) if kind is IndicatorKind.STOCK else _may_last(words, unit)
    return None if is_open else kind


def _is_price(words: Words, unit: Unit | None) -> bool:
    return unit is not None and unit.kind is UnitKind.MONEY and _PRICE.match(words.clause.strip()) is not None


def _is_sown(name: str, unit: Unit | None) -> bool:
    return unit is not None and unit.kind is UnitKind.AREA and _SOWN_AREA.search(name) is not None


def _says_no_kind(name: str, unit: Unit | None) -> bool:
    """Return whether an amount is of no kind: days, thu nhập tăng ít nhất 1,8 lần, giá trị sản phẩm trên 1 ha đất."""
    is_open = unit is not None and unit.kind in (UnitKind.DURATION, UnitKind.MULTIPLE)
    return is_open or _FOR_EACH.search(name) is not None


def _may_last(words: Words, unit: Unit | None) -> bool:
    """Return whether an amount may be one of a moment, although its words say that something is done.

    So are one that goes on, hiện cấp nước cho 2.300 hộ, and what is not done yet.
    """
    if _NOT_YET.search(f"{words.subject} {words.tail}"):
        return True
    return (_is_count(unit) or _is_extent(unit)) and _DOES_NOW.search(words.clause) is not None


def _may_happen(name: str, words: Words, unit: Unit | None) -> bool:
    """Return whether what is counted may have been done in a period, or before: có 142 hộ được nâng mức vay.

    So may all that does not last, and parts: có 9 hồ sơ. In a list, the verb may be that of an earlier item: kiểm tra
    tại 6 sở và 3 huyện.
    """
    after = words.tail if words.noun else words.tail.partition(" ")[2]  # 44 TTHC được rút ngắn
    if unit is not None and not _is_count(unit):
        return False
    is_there = words.moment is not None or _PLACE_HAS.search(words.clause) is not None  # cả tỉnh có 187 chợ
    is_there = is_there or (unit is not None and unit.code in _LASTING)
    is_there = is_there and _MADE_NOUN.match(words.noun) is None
    is_bare = not words.subject and (words.is_part or (words.joint == "," and not words.verb))
    may_be_done = not is_there or is_bare or _MAY_HAPPEN.match(name) is not None
    may_be_done = may_be_done or _WITHIN_TIME.search(words.clause) is not None
    is_done = may_be_done and not _SURELY_THERE.search(f"{words.subject} {words.verb} {words.tail}")
    is_done = is_done and not lasts(words, unit)
    return is_done or _BECAME.match(after) is not None or _BECAME_LATER.search(after) is not None


def kind_of_part(words: Words, whole: IndicatorKind | None) -> IndicatorKind | None:
    """Return the kind of a part from that of its whole, unless its own words say how it is at a moment."""
    is_of_state = whole is IndicatorKind.FLOW and _OF_STATE.match(words.tail) is not None
    return IndicatorKind.STOCK if is_of_state else whole


def _kind_said(name: str, words: Words, unit: Unit | None) -> IndicatorKind | None:
    """Return the kind that the first words say, in the order of how sure they are."""
    is_stock = _names_stock(name, words, unit)
    is_done = _is_done(words, unit)
    is_changed = _is_count(unit) and (is_done or _happens_after(words, unit))
    summed = _kind_of_sum(name, words, unit, is_stock=is_stock)
    is_there = not _is_physical(unit) and _STOCK_VERBS.search(words.verb) is not None
    if lasts(words, unit):
        return IndicatorKind.STOCK
    if is_unclear(words, unit):
        return _kind_of_sum(name, words, unit, is_stock=False)
    says: tuple[tuple[object, IndicatorKind | None], ...] = (
        (words.adds and _is_count(unit), IndicatorKind.FLOW),
        (_COMMISSIONED.match(words.clause) and not is_at_present(words), None),  # đóng điện dự án công suất 50 MW
        (_CAPACITY.search(name) or is_at_hand(words, unit), IndicatorKind.STOCK),
        (_is_count(unit) and _OF_STATE.match(words.tail), IndicatorKind.STOCK),  # 90 lượt hộ còn dư nợ
        (_counts_cases(name, words, unit), IndicatorKind.FLOW),
        (is_stock and not (is_changed or _may_flow(name)), IndicatorKind.STOCK),
        (summed, summed),
        (_is_worked(name), IndicatorKind.FLOW),
        (is_done, IndicatorKind.FLOW),
        (_FLOW.search(words.subject), None),
        (is_there, IndicatorKind.STOCK),
        (_happens_after(words, unit), IndicatorKind.FLOW),
        (is_stock, IndicatorKind.STOCK),
    )
    return next((kind for is_said, kind in says if is_said), None)


def is_flow_said(name: str, unit: Unit) -> bool:
    """Return whether the words of a name are those of a flow; a volume or mass alone may be there at a moment, too."""
    return kind_of_label(name, None if unit.kind in _PHYSICAL else unit) is IndicatorKind.FLOW


def is_at_hand(words: Words, unit: Unit | None) -> bool:
    """Return whether the words say how much of something there is at a moment, in a unit of amounts.

    A production or payment may have fallen, too, to what is left of it: sản lượng chỉ còn 50 tấn.
    """
    if _CAPACITY.search(words.subject):
        return True
    if unit is not None and unit.kind is UnitKind.POWER:
        return is_at_present(words)  # hiện nay đưa vào vận hành 3.250 MW
    if not _is_summed(unit) or _FLOW.search(words.subject):
        return False
    is_left = _is_physical(unit) and words.subject != "" and _NOT_FALLEN.search(words.verb) is not None
    return is_left or _LEFT_NOW.search(words.verb) is not None


def lasts(words: Words, unit: Unit | None) -> bool:
    """Return whether the words before a number say that what it counts goes on: đang điều trị 45 bệnh nhân."""
    return (unit is None or _is_count(unit)) and _LASTS.search(words.clause) is not None


def says_there(words: Words) -> bool:
    """Return whether the words around a number say that what it counts is there: có 16 dự án, 12 dự án còn hiệu lực."""
    said = f"{words.subject} {words.verb} {words.tail}"
    return _STOCK_VERBS.search(words.verb) is not None or _SURELY_THERE.search(said) is not None


def is_at_present(words: Words) -> bool:
    """Return whether the clause of a figure says that it is that of the present moment."""
    return _AT_PRESENT.search(words.clause) is not None


def _names_stock(name: str, words: Words, unit: Unit | None) -> bool:
    if unit is not None and unit.kind is UnitKind.MONEY and _NOT_OWED.match(name):
        return False  # số kế hoạch vốn
    said = name or (words.subject if words.is_vague else "")
    if unit is None or unit.kind is UnitKind.COUNT:
        said = name if words.is_vague else words.subject
        return _COUNTED_THERE.match(said) is not None or any(map(_THERE.match, (said, key_of(name))))
    return _STOCK_NAMES.search(said if _has_subject(words) else key_of(name)) is not None


def _is_worked(name: str) -> bool:
    """Return whether a name is that of an area on which something is done: diện tích lúa đã thu hoạch."""
    return _LAND.match(name) is not None and _AREA.match(name) is None


def is_sum_sure(figure: PrintedFigure, words: Words) -> bool:
    """Return whether what the words call an amount of a period is surely one.

    An average is not, and money up to a day is one only if the words say what was done: tổng nguồn vốn đến 30/6.
    """
    collection = figure.collection
    is_repeated = collection is not None and collection.is_repeated
    if _MEAN.search(f"{words.subject} {words.verb}") and not is_repeated:
        return False
    is_money = figure.unit is not None and figure.unit.kind is UnitKind.MONEY
    is_at_day = isinstance(figure.time, AsOf) or (collection is not None and collection.is_point)
    if not is_money or not is_at_day:
        return True
    said = f"{words.subject} {words.verb} {words.tail}"
    return any(one.search(said) for one in (_FLOW, _EVENT, _DID))


def _kind_of_sum(name: str, words: Words, unit: Unit | None, *, is_stock: bool) -> IndicatorKind | None:
    """Return the kind of an amount of money or a number of turns, if the words say it.

    How much water or rice there is, is a stock; such units say nothing.
    """
    if not _is_summed(unit) or _is_physical(unit):
        return None
    said = name or words.subject
    is_named = _names_sum(said, is_vague=words.is_vague and not name)
    is_made = is_turn(unit) or is_named or _acts_on(words, unit) or read_name(said).kind is Head.DONE
    return IndicatorKind.STOCK if is_stock else IndicatorKind.FLOW if is_made else None


def _names_sum(said: str, *, is_vague: bool) -> bool:
    """Return whether words name an amount that is added up over a period; a vague word like *vốn* alone does not."""
    return _SUMMED.match(said) is not None or (not is_vague and _MADE.match(said) is not None)


def _counts_cases(name: str, words: Words, unit: Unit | None) -> bool:
    """Return whether what is counted happens: turns, cases, accidents."""
    return is_turn(unit) or any(map(_CASES.match, (words.noun, key_of(name))))


def _is_physical(unit: Unit | None) -> bool:
    return unit is not None and unit.kind in _PHYSICAL


def _happens_after(words: Words, unit: Unit | None) -> bool:
    """Return whether the words after a number say what was done to what it counts; a mass may also be of what was made.

    In 45 doanh nghiệp hiện xuất khẩu, they only say which ones are counted.
    """
    return (_SOON_DONE if _is_physical(unit) else _DONE_TO).match(words.tail) is not None


def _has_subject(words: Words) -> bool:
    return words.subject != "" and _PREPOSITION.fullmatch(words.subject) is None


def _is_done(words: Words, unit: Unit | None) -> bool:
    """Return whether the words around a number say what was done or what happened to what it counts."""
    is_up_to = words.moment is not None or _UP_TO.search(words.clause) is not None  # số người được cấp sổ đến 31/5
    is_counted = any(one.match(words.subject) for one in (_NUMBER_WORDS, _THERE))  # đàn lợn xuất chuồng
    happens = (
        _DID.search(words.verb),
        _EVENT.search(_HAS_NUMBER.sub("", words.tail)),
        _ESCAPED.search(words.noun),
        _HARMED.search(words.subject),
        _EVENT.search(words.subject) if is_counted and not is_up_to else None,
    )
    return any(happens) or _acts_on(words, unit)


def _acts_on(words: Words, unit: Unit | None) -> bool:
    """Return whether the words before a number say what was done to what it counts, and not only to something near it.

    The verb begins or ends them: xây mới 16 trạm bơm, tặng bằng khen cho 5 tập thể. In xây mới khối nhà 4 tầng, the
    number says how a thing is made up, whatever is done to it.
    """
    is_made_up = unit is not None and (unit.code in lexicon.OF_STRUCTURE or words.noun in lexicon.LENGTHS_OF_TIME)
    if is_made_up or _LASTS.search(words.clause) or _WITH.search(words.verb):
        return False
    if not (_is_count(unit) or _is_extent(unit)) and _names_sum(words.subject, is_vague=words.is_vague):
        return True
    if _NOT_ACTED.search(words.verb):
        return False
    is_after = words.verb in lexicon.DONE_VERBS and _HAS_DONE.search(words.clause) is not None
    return is_after or _ACTING.search(words.subject) is not None


def kind_of_label(label: str, unit: Unit | None, printed: str = "") -> IndicatorKind | None:
    """Return the kind of what the label of a row of a table names, if its words or its unit say it.

    Args:
        label: the label.
        unit: the unit, if it is known.
        printed: the unit as printed, such as *học sinh*.
    """
    if unit is not None and unit.kind in RATES:
        return IndicatorKind.RATE
    if is_turn(unit):
        return IndicatorKind.FLOW
    is_stock = _STOCK_NAMES.search(label) is not None
    if _ESCAPED.search(label):
        return IndicatorKind.FLOW
    if _THERE_STILL.search(label) or _CAPACITY.search(label):
        return IndicatorKind.STOCK
    if is_stock and not _may_flow(label):
        return IndicatorKind.STOCK
    if _is_summed(unit) or _FLOW.search(label) or _EVENT.search(label) or _CASES.match(key_of(label)):
        return None if is_stock else IndicatorKind.FLOW
    is_place = unit is not None and unit.code in places.PLACES
    return IndicatorKind.STOCK if is_place or _counts_members(label, unit, printed) else None


def _counts_members(label: str, unit: Unit | None, printed: str) -> bool:
    """Return whether what is counted, by the label or the printed unit, are pupils or other members of something."""
    is_named = any(map(_MEMBERS.match, (key_of(label), printed.strip())))
    return _is_count(unit) and is_named and may_be_part(label)


def may_be_part(label: str) -> bool:
    """Return whether a label that states no kind may name some of what its whole counts, such as *nữ*.

    Args:
        label: the label.

    >>> may_be_part("Trong đó: nữ"), may_be_part("Trong đó: bỏ học")
    (True, False)
    """
    return _OF_MEMBERS.search(label) is None


def _may_flow(name: str) -> bool:
    """Return whether a name has words of what is done; after *số*, only words of what happens count."""
    if _AREA.match(name) or _LAND.match(name):
        return _AREA.match(name) is None
    return _EVENT.search(name) is not None or (not _NUMBER_WORDS.match(name) and _FLOW.search(name) is not None)


def _is_summed(unit: Unit | None) -> bool:
    """Return whether amounts in a unit are usually added up over a period."""
    return unit is not None and (unit.kind in _FLOWS or is_turn(unit))


def is_unclear(words: Words, unit: Unit | None) -> bool:
    """Return whether the verbs around a number are not said of what it counts: tại 45 xã, 27 tỷ đồng/98 hộ."""
    is_count = _is_count(unit)
    last = words.clause.casefold().split()[-1:] if is_count else words.subject.split()[-1:]
    inside = lexicon.INSIDE | lexicon.GROUPS if is_count else lexicon.INSIDE
    if words.verb == said_of.AS_MANY_AS and unit in (household, person):
        return False  # hỗ trợ tới 1.200 hộ
    is_rest = is_count and _REST.match(words.tail) is not None  # 19 dự án còn lại đa phần mới được công bố
    return is_rest or words.joint in ("/", lexicon.FOR) or not inside.isdisjoint(last)


def _is_extent(unit: Unit | None) -> bool:
    return unit is not None and unit.kind in (UnitKind.AREA, UnitKind.LENGTH)


def is_turn(unit: Unit | None) -> bool:
    """Return whether a unit counts turns, each of which happens."""
    return unit is not None and unit.code.rpartition("_")[2] == "turn"


def _is_count(unit: Unit | None) -> bool:
    return unit is not None and unit.kind is UnitKind.COUNT


def better_of(name: str) -> Direction | None:
    """Return the direction in which an indicator improves, if its name says it, also after a topic: Vụ Mùa: ….."""
    topic, _, rest = name.partition(": ")
    is_of_topic = topic != "" and read_name(topic).kind is not Head.DONE  # hỗ trợ gạo: số hộ nghèo
    return _better(name) or (_better(rest) if rest and is_of_topic else None)


def _better(name: str) -> Direction | None:
    if _DOWN.search(name) and not _ESCAPED.search(name):
        return None if _HELPED.search(name) else Direction.DOWN
    is_better = (_UP.search(name) and not _SPENDS.search(name)) or _ESCAPED.search(name)
    return Direction.UP if is_better else None
