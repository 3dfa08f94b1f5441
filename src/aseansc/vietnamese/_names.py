"""Make a name of what a figure measures from the words around it."""

from __future__ import annotations

import re
from typing import Final

from attrs import evolve

from aseansc.units import VND, Unit, UnitKind, country, percent
from aseansc.vietnamese._fragments import is_fragment
from aseansc.vietnamese._lexicon import drafting as lexicon, fragments, places, said_of
from aseansc.vietnamese._name_forms import folded, key_of, lowered
from aseansc.vietnamese._name_parts import Head, read_name, without_predicate
from aseansc.vietnamese._naming import Words
from aseansc.vietnamese.tables import counted_in

_FLAGS: Final = re.IGNORECASE
_RATE: Final = re.compile(rf"(?<!\w){lexicon.RATES}(?!\w)", _FLAGS)
_SHARE: Final = re.compile(rf"{lexicon.OF_RATE}|{lexicon.OF_SHARE}", _FLAGS)
_MAKES_UP: Final = re.compile(rf"(?<!\w){lexicon.MAKES_UP}(?!\w)", _FLAGS)
_AMOUNT: Final = re.compile(rf"(?:{lexicon.NUMBER_WORDS})?{lexicon.AMOUNTS}", _FLAGS)
_FLOW: Final = re.compile(lexicon.FLOW_WORDS, _FLAGS)
_MEAN: Final = re.compile(lexicon.MEAN, _FLAGS)
_OF_MONEY: Final = re.compile(lexicon.OF_MONEY, _FLAGS)
_TRADE: Final = re.compile(lexicon.TRADE, _FLAGS)
_PREPOSITION: Final = re.compile(rf"{lexicon.PREPOSITIONS}(?!\w)", _FLAGS)
_MOST_WORDS: Final = 18
_MOST_OF_LIST: Final = 26
"""Most words of a name with a list: trong lĩnh vực đất đai, môi trường, khoáng sản và tài nguyên."""
_FEWEST: Final = 2
_DID: Final = re.compile(lexicon.DID, _FLAGS)
_ACTOR: Final = re.compile(lexicon.ACTORS, _FLAGS)
_MAKER: Final = re.compile(lexicon.MAKERS, _FLAGS)
_VERBAL: Final = re.compile(lexicon.VERBAL, _FLAGS)
_ACTION: Final = re.compile(rf"{lexicon.ACTIONS}(?: {lexicon.AFTER_ACTION})?", _FLAGS)
_ABOUT: Final = re.compile(rf"\s+{lexicon.ABOUT}$", _FLAGS)
_PERSONS: Final = re.compile(lexicon.PERSONS, _FLAGS)
_LAST_ACTION: Final = re.compile(rf".+\b(?P<action>{lexicon.ACTIONS}(?: {lexicon.AFTER_ACTION})?)", _FLAGS)
_ACTION_ON: Final = re.compile(rf"(?!{lexicon.ORGANISE}){lexicon.ACTIONS}\b (?!{lexicon.AFTER_ACTION}$)", _FLAGS)
_MOST_OF_PLACE: Final = 6
_MOST_OF_SUBJECT: Final = 14
_MOST_OF_TAIL: Final = 12
_HARMED: Final = re.compile(lexicon.HARMED, _FLAGS)
_HARM: Final = re.compile(lexicon.HARM, _FLAGS)
_NUMBER_WORDS: Final = re.compile(rf"^{lexicon.NUMBER_WORDS}", _FLAGS)
_THERE_IS: Final = re.compile(lexicon.THERE_IS, _FLAGS)
_PREPOSITION_END: Final = re.compile(rf"(?<!\w){lexicon.PREPOSITIONS}$", _FLAGS)
_UNCLEAR: Final = re.compile(lexicon.UNCLEAR, _FLAGS)
_OF_WHOLE: Final = re.compile(lexicon.OF_WHOLE, _FLAGS)
_SAID_OF_ALL: Final = re.compile(lexicon.PREDICATE, _FLAGS)
_NO_PLACE: Final = re.compile(places.NOT_PLACE, _FLAGS)
_ONLY_ACTION: Final = re.compile(rf"{lexicon.ACTIONS}|{lexicon.GROW}", _FLAGS)
_MOST_COUNTED: Final = 3
"""Most words of a name that says only what is counted."""
_PLACE_AT_END: Final = re.compile(places.PLACE_AT_END, _FLAGS)
_TIME_AT_END: Final = re.compile(said_of.TIME_AT_END, _FLAGS)
_SEASON_OF: Final = re.compile(lexicon.SEASON_OF, _FLAGS)
_CLASS_END: Final = re.compile(rf"\d{lexicon.CLASSES_AFTER}$", _FLAGS)
_RESPECTIVELY: Final = re.compile(lexicon.RESPECTIVELY, _FLAGS)
_DONE_ONLY: Final = re.compile(fragments.DONE_ONLY, _FLAGS)
_KEPT_OR_GREW: Final = re.compile(fragments.KEPT_OR_GREW, _FLAGS)
_AREA: Final = re.compile(fragments.AREA, _FLAGS)
_OWNER: Final = re.compile(fragments.OWNERS, _FLAGS)
_KEPT_AT_END: Final = re.compile(fragments.KEPT_AT_END, _FLAGS)
_ADDED: Final = re.compile(fragments.ADDED, _FLAGS)
_GROWS: Final = re.compile(lexicon.GROWS, _FLAGS)
_ONLY_CROP: Final = re.compile(said_of.CROP, _FLAGS)
_MOST_OF_CROP: Final = 5
_GREW: Final = re.compile(said_of.GREW, _FLAGS)
_EXAMPLE: Final = re.compile(lexicon.EXAMPLES, _FLAGS)
_SUCH_AS: Final = re.compile(lexicon.SUCH_AS, _FLAGS)
_SECTOR: Final = re.compile(lexicon.SECTOR, _FLAGS)
_SUPERLATIVE: Final = re.compile(said_of.SUPERLATIVE, _FLAGS)
_BORROWED: Final = re.compile(said_of.BORROWED, _FLAGS)
_LEVEL: Final = re.compile(said_of.LEVEL, _FLAGS)
_WHERE: Final = [[one] for one in fragments.WHERE]
_OR_MORE: Final = re.compile(fragments.OR_MORE, _FLAGS)
_COUNTED: Final = re.compile(fragments.COUNTED, _FLAGS)
_REACHED: Final = [[one] for one in fragments.REACHED]
_CAUSE: Final = re.compile(fragments.CAUSE, _FLAGS)
_MOVES: Final = re.compile(lexicon.MOVED, _FLAGS)
_RATIO: Final = re.compile(lexicon.RATIOS, _FLAGS)
_FLOWS: Final = (UnitKind.MONEY, UnitKind.MASS, UnitKind.VOLUME, UnitKind.ENERGY)
_MEASURED: Final = frozenset(
    {*_FLOWS, UnitKind.AREA, UnitKind.LENGTH, UnitKind.POWER, UnitKind.DURATION, UnitKind.QUOTIENT}
)


def name_of(words: Words, unit: Unit | None, topic: str = "") -> str:
    """Return a name of what a level or a change of a level measures, or an empty string if the words do not say it.

    Args:
        words: the words around the figure.
        unit: the unit of the level, if known.
        topic: what the paragraph is about, if its first clause says so: *Cây ngô:*.
    """
    words = evolve(words, subject=_EXAMPLE.sub("", words.subject))
    season = _SEASON_OF.match(words.subject)
    if season is not None:
        words, topic = evolve(words, subject=season["what"]), season["topic"]
    if _is_place(words.subject):
        words = evolve(words, subject="")  # Thái Thụy 192 ha
    if _RESPECTIVELY.search(words.verb):
        return ""  # tỷ trọng các ngành nông - công nghiệp - dịch vụ lần lượt là 64% - 29% - 7%
    name = without_predicate(_trimmed(_name_of_kind(words, unit)))
    if topic and name and folded(topic) not in folded(name):
        name = f"{topic}: {lowered(name)}"
    is_sure = name != "" and _is_clear(name, unit) and not is_fragment(name, unit)
    is_sure = is_sure and not _is_added(words, name, unit)
    return name[0].upper() + name[1:] if is_sure else ""


def _name_of_kind(words: Words, unit: Unit | None) -> str:
    """Return the name that the words give to a figure with a kind of unit: a rate, an amount or a count."""
    if unit is not None and unit.kind is UnitKind.SHARE:
        return _name_of_rate(words)
    if unit is not None and unit.kind is UnitKind.MONEY and not words.tail and folded(words.subject) in said_of.TRADED:
        return f"{said_of.TRADE_OF} {folded(words.subject)}"
    if unit is not None and unit.kind in _MEASURED:
        of_land = _name_of_held_area(words, unit) or _name_of_crop(words, unit) or _name_of_yield(words, unit)
        return of_land or _name_of_mean(words, unit) or _name_of_area(words, unit)
    if unit is None and folded(words.noun) in said_of.CURRENCIES:
        return _name_of_amount(words)  # giá trứng gà 900 đồng/quả
    return _name_of_count(words, unit)


def _is_added(words: Words, name: str, unit: Unit | None) -> bool:
    """Return whether a count is added to a total that follows, and has its name: 50 tiêu chí, nâng tổng số lên 404."""
    return (
        words.adds
        and unit is not None
        and unit.kind is UnitKind.COUNT
        and _ADDED.search(name) is None
        and read_name(name).kind is not Head.DONE  # kết nạp 50 đảng viên
    )


def _is_clear(name: str, unit: Unit | None) -> bool:
    """Return whether a name says enough, and fits the unit: not *Tỷ lệ trẻ có trọng lượng dưới* for 2500 gram."""
    kind = None if unit is None else unit.kind
    is_rate = kind in (None, UnitKind.SHARE, UnitKind.QUOTIENT)
    if kind is UnitKind.MULTIPLE or (_SHARE.match(name) and not is_rate) or _UNCLEAR.match(name):
        return False
    if not lexicon.THAT.isdisjoint(name.split()[-1:]) or _is_place(name):
        return False  # tỷ lệ này; Sang Mỹ
    if _SUPERLATIVE.search(name):
        return False  # xã có số hộ nghèo cao nhất
    if _ONLY_ACTION.fullmatch(name) or _counts_other(name, unit):
        return False  # phát triển; hộ gia đình, for persons
    if not any(map(str.isalpha, name.split()[-1])) and not name.endswith("%"):
        return False  # tỷ lệ …, but xã có tỷ lệ hộ nghèo dưới 5%
    most = _MOST_OF_LIST if "," in name else _MOST_WORDS
    return 1 < len(name.split()) <= most and folded(name) not in lexicon.VAGUE


def _counts_other(name: str, unit: Unit | None) -> bool:
    """Return whether a name is only that of what another unit counts: *Hộ gia đình* for persons."""
    if unit is None or unit.kind is not UnitKind.COUNT or len(name.split()) > _MOST_COUNTED:
        return False
    counted = counted_in(f"{lexicon.NUMBER_OF} {key_of(name)}")
    return counted is not None and counted[1] == 1 and not unit.code.startswith(counted[0].code)


def _is_place(name: str) -> bool:
    """Return whether a name is only that of a place: Tây Nguyên, Thái Thụy, Hoa Kỳ."""
    is_short = 1 < len(name.split()) <= _MOST_OF_PLACE
    return is_short and name.istitle() and _NO_PLACE.match(name) is None


def _trimmed(name: str) -> str:
    """Return a name without a preposition at its end."""
    name = " ".join(name.split()).replace(" ,", ",").strip(" ,=…")
    if name.count("“") > name.count("”"):
        name += "”"
    elif name.count("”") > name.count("“"):
        name = name.replace("”", "")
    name = _PLACE_AT_END.sub("", _ABOUT.sub("", _TIME_AT_END.sub("", name)))
    name = _KEPT_AT_END.sub("", name)
    while (found := _PREPOSITION_END.search(name)) is not None:
        name = name[: found.start()].rstrip(" ,")
    return name


def unit_of_name(name: str) -> Unit | None:
    """Return the unit of what a name counts or values: *hộ nghèo*, *tổng sản phẩm*."""
    if _OF_MONEY.match(name):
        return None if _TRADE.search(name) else VND
    if _SHARE.match(name):
        return percent
    if key_of(name).startswith(lexicon.CASE):
        return None
    counted = counted_in(f"{lexicon.NUMBER_OF} {key_of(name)}")
    is_clear = counted is not None and counted[1] == 1 and counted[0] != country  # nước máy
    return counted[0] if counted is not None and is_clear else None


def _name_of_rate(words: Words) -> str:
    found = _RATE.search(words.subject)
    counted = f"{words.noun} {words.tail}".strip()
    if words.is_cut and words.tail:
        return ""
    if found is not None:
        name = words.subject[found.start() :]
        return f"{name} {counted}" if len(name.split()) <= 2 else name  # tỷ lệ đạt 12% hộ nghèo
    if _RATE.match(counted):
        return counted
    if _OF_WHOLE.match(counted) and words.verb.split()[-1:] == [lexicon.REACHES] and not _SAID_OF_ALL.search(counted):
        return ""  # 8.650 hội viên, đạt 82% số hộ nông nghiệp
    if words.tail and lexicon.SHARE_VERB not in words.verb:
        done = f"{lowered(words.subject)} " if _ACTION.fullmatch(words.subject) else ""  # giải quyết 98% đơn thư
        return f"{lexicon.OF_RATE} {done}{counted}" if not _NUMBER_WORDS.match(words.subject) else words.subject
    return "" if words.goes_on else _rate_of_subject(words)


def _rate_of_subject(words: Words) -> str:
    """Return the name of a percent by its subject: học sinh hoàn thành chương trình tiểu học đạt 98%."""
    if words.verb.split()[-1:] in _REACHED and _COUNTED.match(words.subject):
        return f"{lexicon.OF_RATE} {lowered(words.subject)}"
    is_share = words.subject != "" and lexicon.SHARE_VERB in words.verb.split()
    return f"{lexicon.OF_SHARE} {lowered(words.subject)}" if is_share else ""


def _name_of_mean(words: Words, unit: Unit) -> str:
    """Return the name of an amount, with the word for a mean of money: mức thu nhập bình quân 5 triệu đồng/người."""
    name, mean = _name_of_amount(words), _MEAN.search(words.verb)
    is_money = mean is not None and unit.kind is UnitKind.QUOTIENT and unit.numerator.kind is UnitKind.MONEY
    return f"{name} {mean[0]}" if mean is not None and is_money and name and not _MEAN.search(name) else name


def _name_of_amount(words: Words) -> str:
    subject, tail = words.subject, words.tail
    if folded(subject) in lexicon.PENALTIES:
        return f"{lexicon.MONEY_OF} {folded(subject)}"
    if words.lead and _AMOUNT.match(words.lead) and _FLOW.fullmatch(subject):
        return f"{words.lead}, {lowered(subject)}"  # sản lượng thủy sản nuôi trồng, khai thác
    if words.lead:
        return f"{words.lead}: {lowered(subject)}"  # trợ cấp một lần, số tiền 5,2 tỷ đồng
    is_apart = _PREPOSITION.match(tail) is not None or _VERBAL.match(tail) is not None
    if _MAKER.match(subject):
        return ""  # nhà máy đang sản xuất
    if not subject or (is_apart and folded(subject) in lexicon.WORTHS):
        return ""  # trị giá 360 triệu đồng cho người nghèo
    is_short = folded(subject) in lexicon.VAGUE or _PREPOSITION_END.search(subject) is not None
    goes_on = words.verb in lexicon.DONE_VERBS and tail not in subject and not is_apart
    tail = "" if _VERBAL.match(tail) else _OR_MORE.sub("", tail)  # tổng mức đầu tư 9 tỷ đồng được phê duyệt
    return f"{subject} {tail}".strip() if is_short or goes_on else subject  # trồng mới 500 ha rừng


def _name_of_held_area(words: Words, unit: Unit) -> str:
    """Return the name of an area that somebody has or keeps: gia đình có 1 ha lúa; duy trì 120 ha diện tích chè."""
    subject, tail = words.subject, words.tail
    if unit.kind is not UnitKind.AREA:
        return ""
    if _DONE_ONLY.fullmatch(subject) and _AREA.match(tail):
        return tail
    grew = _KEPT_OR_GREW.fullmatch(subject)
    if grew is not None and words.verb.endswith(fragments.IS):
        return grew["what"] if _AREA.match(grew["what"]) else f"{lexicon.AREA_OF} {grew['what']}"
    is_owned = _OWNER.match(subject) is not None and _THERE_IS.search(words.verb) is not None
    return f"{lexicon.AREA_OF} {tail} {fragments.OF_OWNER} {lowered(subject)}" if is_owned and tail else ""


def _name_of_crop(words: Words, unit: Unit) -> str:
    """Return the name of an area by what grows on it: ngô 15.155 ha; lúa xuân 4.050 ha."""
    subject = words.subject
    return f"{lexicon.AREA_OF} {lowered(subject)}" if names_crop(words, unit) else ""


def _name_of_yield(words: Words, unit: Unit) -> str:
    """Return the name of a yield of which only the crop is named: cây ngô đạt 4 tấn/ha."""
    is_yield = unit.numerator.kind is UnitKind.MASS and any(one.kind is UnitKind.AREA for one in unit.denominators)
    is_crop = is_yield and _ONLY_CROP.fullmatch(words.subject) is not None
    return f"{said_of.YIELD_OF} {lowered(words.subject)}" if is_crop else ""


def names_crop(words: Words, unit: Unit | None) -> bool:
    """Return whether the subject of an area is only what grows on it, and not what is done: ngô 15.155 ha."""
    subject = words.subject
    if unit is None or unit.kind is not UnitKind.AREA or words.head or folded(subject) in lexicon.VAGUE:
        return False
    if words.tail and not _PREPOSITION.match(words.tail) and not _VERBAL.match(words.tail):
        return False  # hủy hoại 10 ha keo lai
    said = _GROWS.search(subject) or _FLOW.search(subject) or _PREPOSITION_END.search(subject)
    return said is None and 0 < len(subject.split()) <= _MOST_OF_CROP


def _name_of_area(words: Words, unit: Unit) -> str:
    """Return the name of an area by the words after it: thực hiện 85 ha lúa ra dư."""
    is_said = unit.kind is UnitKind.AREA and words.tail and not words.subject and not words.is_part and not words.joint
    is_noun = not (_PREPOSITION.match(words.tail) or _VERBAL.match(words.tail) or _FLOW.match(words.tail))
    return f"{lexicon.AREA_OF} {words.tail}" if is_said and is_noun else ""


def _name_of_count(words: Words, unit: Unit | None) -> str:
    harmed = _HARMED.fullmatch(words.subject)
    if folded(words.noun) == lexicon.PERSON and harmed is not None:
        harm = _HARM.match(words.tail)
        said = harm[0] if harm is not None else harmed["harm"]
        return f"{lexicon.NUMBER_OF} {lexicon.PERSON} {said}" if said else _name_of_other_count(words, unit)
    return _name_of_other_count(words, unit)


def _name_of_other_count(words: Words, unit: Unit | None) -> str:
    if unit is not None and unit.code in places.PLACES and folded(words.subject) in lexicon.INSIDE:
        return ""  # 125 hộ của 35 thôn, thuộc 7 huyện
    words = _with_subject_of_count(words)
    is_count = unit is not None and unit.kind is UnitKind.COUNT
    if is_count and not words.verb and _BORROWED.match(words.subject):
        return ""  # tổng dư nợ 17 chương trình đạt 3.500 tỷ đồng
    noun = f"{words.noun} {words.tail or words.limit}".strip()
    if not noun and _RATE.match(words.subject):
        return words.subject  # tỷ suất sinh thô đạt 17,45
    if words.noun and is_count and folded(words.subject) in lexicon.SUMS:
        return f"{lexicon.TOTAL_OF} {words.noun} {words.tail}"
    if _is_vague_count(words, noun, unit):
        return ""
    return _count_with(words, noun)


def _count_with(words: Words, noun: str) -> str:
    """Return the name of a count from its subject and the counted noun."""
    if not noun:
        return words.subject if len(words.subject.split()) > 1 else ""
    if not words.subject:
        is_met = words.verb.split()[-1:] == [lexicon.REACHES] and " ".join(noun.split()[:2]) in lexicon.MET_OF
        return f"{lexicon.NUMBER_OF} {noun} {lexicon.REACHES}" if is_met else f"{lexicon.NUMBER_OF} {noun}"
    if words.noun and folded(words.noun) in folded(words.subject):
        return _name_with_noun(words)
    return words.subject if _is_named_by_subject(words) else _name_with_action(words.subject, noun)


def _is_named_by_subject(words: Words) -> bool:
    """Return whether the subject of a count names it without the counted noun: dân số là 578 nghìn người."""
    if words.tail:
        return False
    if folded(words.noun) in lexicon.GENERIC_NOUNS and _names_count(words.subject):
        return True
    is_reached = words.verb.split()[-1:] in _REACHED
    if is_reached and (read_name(words.subject).kind is Head.AMOUNT or folded(words.noun) in fragments.BARE_COUNTS):
        return True  # doanh số bán hàng đạt 450 xe
    return _NUMBER_WORDS.match(f"{words.subject} ") is not None and len(words.subject.split()) > 1


def _name_with_action(subject: str, noun: str) -> str:
    """Return the name of a count whose subject says what is done: tuyển dạy nghề 500 người."""
    if level_in(subject):
        return f"{lexicon.NUMBER_OF} {noun} {level_in(subject)}"  # bậc tiểu học có 54 trường đạt chuẩn
    if folded(noun) in lexicon.INCIDENTS and not _ACTION.fullmatch(subject):
        return f"{lexicon.NUMBER_OF} {folded(noun)} {lowered(subject)}"  # phá rừng trái phép 27 vụ
    is_done = folded(noun) == lexicon.PERSON and _ACTION_ON.match(subject) is not None
    if is_done and not _PREPOSITION_END.search(subject):
        return f"{lexicon.NUMBER_OF} {noun} {lowered(subject)}"
    return f"{subject} {noun}"


def _name_with_noun(words: Words) -> str:
    """Return the name of a count whose subject has the counted noun: xã đạt chuẩn 4/5 xã."""
    subject = words.subject
    begins = folded(subject).startswith(f"{folded(words.noun)} ")
    return f"{lexicon.NUMBER_OF} {lowered(subject)}" if begins else subject


def _with_subject_of_count(words: Words) -> Words:
    """Return words without a subject that is not part of a name, or with the last verb of one that is too long."""
    subject = words.subject
    if _PREPOSITION.fullmatch(subject) and len(words.tail.split()) <= _MOST_OF_TAIL:
        return evolve(words, subject="")
    if words.verb.endswith(said_of.HAPPENED) and folded(words.noun).startswith(lexicon.INCIDENT):
        return evolve(words, subject="")  # tình hình tai nạn giao thông, trên địa bàn xảy ra 6 vụ tai nạn giao thông
    is_counted = words.noun != "" and folded(subject).startswith(folded(words.noun))
    is_actor = not is_counted and not words.verb.endswith(lexicon.CONSISTS) and _ACTOR.match(f"{subject} ") is not None
    if is_actor and (_DID.search(words.verb) or not _FLOW.search(subject)):
        return evolve(words, subject="")  # đoàn thanh niên các cấp thực hiện 540 công trình
    done = _LAST_ACTION.fullmatch(subject)
    is_no_name = _UNCLEAR.match(subject) is not None or len(subject.split()) > _MOST_OF_SUBJECT
    return evolve(words, subject=done["action"]) if done is not None and is_no_name else words


def _names_count(subject: str) -> bool:
    """Return whether a subject says what is counted without the counted noun: *dân số*, *xuất khẩu lao động*."""
    is_noun = not _FLOW.search(subject) or _PERSONS.search(subject) is not None
    return is_noun and not _PREPOSITION_END.search(subject)


def level_in(subject: str) -> str:
    """Return a subject that is a level of schools or offices, whose things are counted after it: bậc tiểu học."""
    return lowered(subject) if _LEVEL.match(subject) else ""


def without_number(name: str) -> str:
    """Return a name without *số* at its beginning, and with a small first letter: *hộ nghèo*, *THCS*."""
    return lowered(_NUMBER_WORDS.sub("", name))


def names_category(words: Words, unit: Unit | None) -> bool:
    """Return whether the words of a part only say which of the persons or things counted before it: Kinh 2 hộ."""
    is_bare = unit is not None and unit.kind is UnitKind.COUNT and not words.tail and words.subject != ""
    is_generic = folded(words.noun) in lexicon.GENERIC_NOUNS and not words.limit
    return (
        is_bare
        and is_generic
        and folded(words.noun) not in folded(words.subject)
        and not _PERSONS.search(words.subject)
    )


def _is_vague_count(words: Words, noun: str, unit: Unit | None) -> bool:
    """Return whether the words do not say what is counted: only *người*, or *6 xã* of *6 xã đạt 19/19 tiêu chí*."""
    if not noun.removeprefix(words.tail) and _VERBAL.match(words.tail):
        return True
    is_for_others = words.joint == lexicon.FOR and not words.tail
    is_inside = is_for_others or not (lexicon.INSIDE | places.AT).isdisjoint(words.subject.split()[-1:])
    is_inside = is_inside or _ends_with_place(words)
    is_cut = words.is_cut or noun.startswith(lexicon.TENS)
    if is_inside or is_cut or (unit is None and len(noun.split()) < _FEWEST):
        return True
    if words.subject:
        return noun != "" and _has_many(words)
    is_generic = not words.tail and not words.limit and folded(words.noun) in lexicon.GENERIC_NOUNS
    return is_generic and (words.joint != "" or not _THERE_IS.search(words.verb))


def _has_many(words: Words) -> bool:
    """Return whether the subject has what is counted: Ban Chấp hành gồm 25 đồng chí; khách sạn 3 sao có 12 phòng."""
    return words.verb.endswith(lexicon.CONSISTS) or _CLASS_END.search(words.subject) is not None


def _ends_with_place(words: Words) -> bool:
    """Return whether a number says where something else is or is done: điều tra các trang trại ở 27/27 huyện."""
    last = words.verb.split()[-1:]
    is_inside = words.subject != "" or len(words.clause.split()) > len(words.verb.split()) or last in _WHERE
    return is_inside and not places.AT.isdisjoint(last)


def category_of(words: Words) -> str:
    """Return the category of a part of a whole: *nữ* is ``sex:female``; an empty string for another part."""
    return lexicon.CATEGORIES.get(folded(f"{words.noun} {words.tail}".strip() or words.subject), "")


def is_share_of_count(words: Words, *, in_bracket: bool) -> bool:
    """Return whether a percent is the share that the count before it makes up: 2.473 hộ nghèo, chiếm 25,55%."""
    return words.goes_on and ((in_bracket and not words.verb) or _MAKES_UP.match(words.verb) is not None)


def name_of_relative(words: Words) -> str:
    """Return the name of what changed by a percent: sản lượng tăng 7%, giảm 6% tỷ lệ hộ nghèo."""
    of = read_name(words.tail)
    is_object = of.kind in (Head.AMOUNT, Head.SHARE) and of.what != "" and _MOVES.search(words.verb) is not None
    said = words.tail if is_object else words.subject or words.tail  # dự án giảm 50% tiền thuê đất
    name = _TIME_AT_END.sub("", _SUCH_AS.sub("", _GREW.sub("", _CAUSE.sub("", said))))
    rate = _RATIO.search(name)
    name = name[rate.start() :] if rate else name  # qua rà soát tỷ lệ hộ nghèo giảm 0,97%
    if not name or _UNCLEAR.match(name) or len(name.split()) > 18 or name.casefold() in lexicon.VAGUE:
        return ""
    if _SECTOR.match(name):
        return f"{lexicon.ADDED_VALUE} {lowered(name)}"
    return name[0].upper() + name[1:]
