"""Read the units in the heads, unit columns, labels and titles of tables."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Mapping
from decimal import Decimal
from functools import lru_cache
from typing import Final

from aseansc.errors import AseanscError
from aseansc.periods import Frequency
from aseansc.units import (
    Unit,
    UnitKind,
    commune,
    day,
    disease_case,
    district,
    household,
    index_point,
    month,
    percent,
    person,
    province,
    quarter,
    times,
    turn,
    village,
)
from aseansc.values import Value
from aseansc.vietnamese._characters import Passage
from aseansc.vietnamese._head_texts import vietnamese_letters, without_prices
from aseansc.vietnamese._lexicon import table_labels, table_times, table_units
from aseansc.vietnamese._nouns import NO_UNIT, Noun
from aseansc.vietnamese._parse import parse
from aseansc.vietnamese._tokens import Tokens
from aseansc.vietnamese._units import reader_of

_UNIT_LINE, _BILINGUAL_UNIT, _RATE = (
    re.compile(pattern) for pattern in (table_units.UNIT_LINE, table_units.BILINGUAL_UNIT, table_labels.RATE_LABEL)
)
_ANIMALS: Final = re.compile(table_units.ANIMALS)
_COUNTED: Final = re.compile(table_labels.COUNTED)
PART_OF: Final = re.compile(table_labels.PART_OF)
_OTHER_BASE: Final = re.compile(table_times.OTHER_BASE)
_PER_MILLE: Final = re.compile(table_units.PER_MILLE)
_COUNTED_BY_LABEL: Final = tuple((unit, re.compile(label), more) for unit, label, more in table_units.COUNTED_BY_LABEL)
_ROUND: Final = re.compile(r"\(([^()]+)\)")
_DASHED_UNIT: Final = re.compile(r"[^\W\d_].*\s[-–]\s+([^-–]+)")
_AREAS: Final = (province, district, commune, village)
_DIGIT: Final = re.compile(r"(?<![^\W\d_])\d")
"""A digit that is not the exponent of a unit, as in *m3*."""
_THOUSAND: Final = re.compile(r"1[.,]?000\s*(?=[^\W\d_])")
_IN_ENGLISH_TOO: Final = re.compile(r"(.{1,40}?)\s+[-–/]\s+([a-z][a-z .²³23/%]*)")
_PER: Final[Mapping[Frequency | None, Unit]] = {Frequency.MONTH: month, Frequency.QUARTER: quarter}
_POWER_APART: Final = re.compile(r"(?<=m) (?=[23²³](?!\d))")
_PHYSICAL: Final = (UnitKind.MASS, UnitKind.AREA, UnitKind.LENGTH, UnitKind.VOLUME)
_OTHER_THINGS: Final = re.compile(rf"(?!(?:{table_units.NOT_THINGS})\b)\(?[^\W\d_]+(?: [^\W\d_]+){{0,2}}\)?")
_SHARE_OF, _NOT_SHARE_OF = re.compile(table_units.SHARE_OF), re.compile(table_units.NOT_SHARE_OF)
_CASES, _VICTIMS, _OF_CASES = map(re.compile, (table_units.CASES, table_units.VICTIMS, table_units.OF_CASES))
_PERCENT: Final = re.compile(table_units.PERCENT)
_PERCENT_SIGN: Final = re.compile(r"(?<!\d)(?<!\d )%")
_DAYS: Final = re.compile(r"\d{1,2}/\d{1,2}(?:/\d{4})?")
_MULTIPLE: Final = re.compile(table_units.MULTIPLE)
_NAMED_UNIT: Final = re.compile(r"[^\W\d_]+(?: [^\W\d_]+){0,2} ?[=:] ?")
"""What is measured, before its unit in a list."""

_UNREAD: Final = re.compile(table_units.MAY_BE_UNIT)
_LONGEST_UNIT: Final = 60
_NUMBERED: Final = re.compile(table_labels.NUMBERED_TITLE)
_ABOUT_TITLE: Final = re.compile(rf"\A(?:{table_units.ABOUT_TITLE})")
_PART_IN_TITLE: Final = re.compile(rf"(?:(?:{table_units.PARTS_IN_TITLE}|{table_units.BESIDE_PARTS})(?!\w)[ ,;:()-]*)+")
_ANY_PART: Final = re.compile(rf"(?<!\w)(?:{table_units.PARTS_IN_TITLE})(?!\w)", re.IGNORECASE)
_BESIDE_PARTS: Final = re.compile(rf"(?:(?:{table_units.BESIDE_PARTS})(?!\w)[ ,;:()-]*)+")
_SOME_PERSONS: Final = re.compile(table_units.SOME_PERSONS)
_POPULATION: Final = re.compile(table_units.POPULATION)
_PLAIN_DASH: Final = re.compile(r"\s[-–]\s")
_RATE_OF: Final = re.compile(table_units.RATE_OF)
_NOT_COUNTED, _MAY_BE_SHARE = re.compile(table_units.NOT_COUNTED), re.compile(table_units.MAY_BE_SHARE)
_WORDS_IN_SHORT: Final = tuple(
    (re.compile(rf"(?<![^\W\d_]){printed}(?![^\W\d_])"), word) for printed, word in table_units.SPELLED
)
_SCALE_WORDS: Final = tuple(
    (re.compile(rf"(?:{pattern})(?:\s+|(?<=[.\d])\s*)(?=[^\W\d])"), word) for pattern, word in table_units.SCALES
)


@lru_cache(maxsize=4096)
def read_unit(text: str) -> tuple[Unit, Decimal] | None:
    """Return the unit that a unit column or head states, and the number that one of its cells is multiplied by.

    All words must be understood. An amount per month is a quotient, and one per year is not: the time of the figure
    states the year. The unit may be printed in English too, and behind a physical unit may be what is measured.

    Args:
        text: the unit as printed, such as *Ngh. tỷ đồng* or *1.000 lượt*.

    >>> read_unit("Tr. USD")
    (Unit.parse('USD'), Decimal('1000000'))
    >>> read_unit("Tấn thóc")
    (Unit.parse('tonne'), Decimal('1'))
    >>> read_unit("tấn/ha/vụ") is None
    True
    """
    shown = _shown(text)
    return _read_vietnamese(shown) or _read(_in_vietnamese(shown)) or _read_twice(shown)


def _read_twice(shown: str) -> tuple[Unit, Decimal] | None:
    """Return a unit in Vietnamese and then, perhaps on the next line, the same one in English."""
    parts = shown.split()
    for at in range(1, len(parts)):
        found = _read(_in_vietnamese(" ".join(parts[at:])))
        if found is not None:
            return found if found == _read(" ".join(parts[:at])) else None
    return None


def _read_vietnamese(shown: str) -> tuple[Unit, Decimal] | None:
    return _read(shown) or percent_of(shown) or _read_first(shown)


def _in_vietnamese(shown: str) -> str:
    """Return a unit that is printed in English in Vietnamese; an empty text if a word is not known."""
    words_of = re.sub(r"1[.,]?000(?= )", "thous", shown.replace("/", " / ")).split()
    known = [word if word == "/" else table_units.ENGLISH.get(word.replace(".", ""), "") for word in words_of]
    return " ".join(known).replace(" / ", "/") if all(known) else ""


def _shown(text: str) -> str:
    shown = vietnamese_letters(" ".join(unicodedata.normalize("NFC", text).split()).casefold())
    shown = _PER_MILLE.sub("‰", without_prices(shown)).strip(" ().:,-–")
    return shown if len(shown) <= _LONGEST_UNIT else ""


def _read(shown: str) -> tuple[Unit, Decimal] | None:
    """Return a unit all of whose words are one."""
    if not shown or shown in table_units.AMBIGUOUS_UNITS:
        return None
    for printed, word in _WORDS_IN_SHORT:
        shown = printed.sub(word, shown)
    spelled = _spelled(_POWER_APART.sub("", shown))
    if any(spelled.endswith(f" {unit}") for unit in table_units.AMBIGUOUS_UNITS):
        return None
    try:
        figure = parse(f"1 {spelled}")
    except AseanscError:
        return None
    if not isinstance(figure.value, Value) or _is_work(figure.value.unit):
        return None
    per = _PER.get(figure.per)
    return figure.value.unit if per is None else figure.value.unit / per, figure.value.magnitude


def percent_of(shown: str) -> tuple[Unit, Decimal] | None:
    """Return percent for a share whose whole is named, such as *% số hộ*; ``None`` for *% so với kế hoạch*."""
    is_share = _SHARE_OF.fullmatch(shown) is not None and _NOT_SHARE_OF.search(shown) is None
    return (percent, Decimal(1)) if is_share else None


def _read_first(shown: str) -> tuple[Unit, Decimal] | None:
    """Return a unit that is printed before its English name, or a physical one before what is measured."""
    match = _IN_ENGLISH_TOO.fullmatch(shown)
    if match is not None:
        found, other = _read(match[1]), _read(match[2])
        return found if other in (None, found) else None
    parts = shown.split()
    sizes = range(len(parts) - 1, 0, -1)  # *mét khối* before *mét*
    size, found = next(((size, found) for size in sizes if (found := _read(" ".join(parts[:size])))), (0, None))
    rest = " ".join(parts[size:])
    if found is None or _OTHER_THINGS.fullmatch(rest) is None or any(map(_read, rest.strip("()").split())):
        return None
    return found if found[0].kind in _PHYSICAL else None


def is_share(printed: str) -> bool:
    """Return whether a unit is one of shares, such as *%* or *‰*."""
    unit = read_unit(printed)
    return unit is not None and unit[0].kind is UnitKind.SHARE


def has_percent_sign(line: str) -> bool:
    """Return whether a line has a sign of percent that is not one of a number: *Số hộ đạt 100% tiêu chí* has none.

    >>> has_percent_sign("Tỷ lệ (%)"), has_percent_sign("Số xã đạt 100% tiêu chí")
    (True, False)
    """
    return _PERCENT_SIGN.search(line) is not None


def states_percent(line: str) -> bool:
    """Return whether a line states that ratios are percentages: *So với cùng kỳ (%)*, *Chỉ số giá*."""
    return has_percent_sign(line) or _PERCENT.search(line.casefold()) is not None


def _is_work(unit: Unit) -> bool:
    """Return whether a quotient is printed for a product: *tấn/km* and *HK/km* are tonne-km and passenger-km."""
    per_length = any(each.kind is UnitKind.LENGTH for each in unit.denominators)
    return per_length and unit.numerator.kind in (UnitKind.MASS, UnitKind.COUNT)


def may_name_things(line: str) -> bool:
    """Return whether a line that may be a unit may also only name things: *Học sinh*, not *(học sinh)* or *Nghìn hộ*.

    >>> may_name_things("Hộ nghèo"), may_name_things("(Hộ)"), may_name_things("Nghìn hộ"), may_name_things("Triệu đồng")
    (True, False, False, False)
    """
    is_name = not line.strip().casefold().startswith(("(", table_units.OCCASION))
    found = read_unit(line) if is_name else None
    return found is not None and found[0].numerator.kind is UnitKind.COUNT and found[1] == 1


def is_unit_alone(line: str) -> bool:
    """Return whether a line is only a unit, and not also a noun that may name what a table is about.

    >>> is_unit_alone("Người"), is_unit_alone("Nghìn ha"), is_unit_alone("Lượt khách"), is_unit_alone("Học sinh")
    (True, True, True, False)
    """
    is_counter = line.strip(" ().:").casefold() in table_units.COUNTERS
    return is_unit(line) and (is_counter or not may_name_things(line))


def is_unit(line: str) -> bool:
    """Return whether a line is only a unit, such as *Nghìn ha* or *1.000 m3*."""
    shown = _shown(line)
    return _is_plain(line) and (_read(shown) or _read(_in_vietnamese(shown))) is not None


def _is_plain(line: str) -> bool:
    """Return whether a line has no number beside a scale, and no base of a comparison."""
    shown = _PER_MILLE.sub("‰", _THOUSAND.sub("", line.strip().casefold()))
    return _DIGIT.search(shown) is None and _OTHER_BASE.search(shown) is None


def counted_in(label: str, *titles: str) -> tuple[Unit, Decimal] | None:
    """Return the unit of a label that begins with what it counts, such as *Số hộ nghèo* or *Tổng số dự án mới*.

    Args:
        label: the label.
        titles: lines above, which may complete it: *Số vụ* below *Tai nạn giao thông*.
    """
    shown = PART_OF.sub("", label.casefold().strip(" -+*.:"))
    for short, word in table_labels.SHORT_NOUNS:
        shown = re.sub(short, word, shown)
    if _MEAN_DAYS.match(shown) is not None:
        return day, Decimal(1)
    match = _COUNTED.match(shown) or _COUNTED.match(_last_line(label))
    if match is None or is_rate(label) or "/" in label or has_percent_sign(label):
        return None
    noun, counted = _noun_at(Tokens(Passage(match[1], 0, True)), 0), match[1].split()
    if noun is not None and noun.code == NO_UNIT:  # *nhà máy* is not *nhà*
        return read_unit_of(counted[0], label, *titles) if noun.end == 1 else None
    sizes = range(min(3, len(counted)), 0, -1)
    read = filter(None, (read_unit(" ".join(counted[:size])) for size in sizes))
    found = next((unit for unit in read if unit[0] != index_point), None)  # *Số điểm* counts places, or points
    completed = read_unit_of(counted[0], label, *titles) if found is None or found[0] == turn else None
    return completed or found  # *Số lượt khám* has persons


def case_in(label: str, titles: Iterable[str]) -> Unit | None:
    """Return the unit of the cases of diseases or the victims that a label names, if a title names what they are of.

    >>> case_in("Mắc", ["Tình hình dịch bệnh"]), case_in("Chết", ["Tai nạn lao động"]), case_in("Chết", ["Chăn nuôi"])
    (Unit.parse('disease_case'), Unit.parse('person'), None)
    """
    shown = label.strip(" -+*.:").casefold()
    unit = disease_case if _CASES.fullmatch(shown) else person if _VICTIMS.fullmatch(shown) else None
    return unit if any(_OF_CASES.search(title.casefold()) for title in titles) else None


def counted_alone(title: str) -> tuple[Unit, Decimal] | None:
    """Return the unit of a title that counts one kind of things: *9. Số lao động công nghiệp*."""
    return None if _SEVERAL.search(title.casefold()) else counted_in(_NUMBERING.sub("", title))


_MEAN_DAYS: Final = re.compile(table_units.MEAN_DAYS)
_NUMBERING: Final = re.compile(r"\A(?:\d{1,3}|[IVXLC]{1,5})(?:\.\d{1,3})*[.):/ ]\s*")
_SEVERAL: Final = re.compile(table_labels.SEVERAL_COUNTED)


def is_short_for(printed: str, label: str) -> bool:
    """Return whether a unit has the first letters or the first word of what a label counts: *BN* beside *Số bệnh nhân*.

    >>> is_short_for("BN", "Số bệnh nhân"), is_short_for("Lần", "Số lần khám")
    (True, True)
    """
    short, shown = printed.strip(" .").casefold(), PART_OF.sub("", label.casefold().strip(" -+*.:"))
    match = _COUNTED.match(shown)
    noun = [] if match is None else match[1].split()[: len(short)]
    if noun[:1] == [short] and read_unit(printed) is None:
        return True
    return len(short) > 1 and "".join(word[0] for word in noun) == short and read_unit(" ".join(noun)) is not None


@lru_cache(maxsize=4096)
def named_count(label: str) -> tuple[Unit, bool] | None:
    """Return the unit of the things that a label names without *Số*, and whether it says nothing else about them.

    Args:
        label: the label, such as *Bác sĩ* or *Trạm y tế xã*; not one of money, areas, shares or means.

    >>> named_count("Dược sĩ cao cấp"), named_count("Doanh thu của doanh nghiệp")
    ((Unit.parse('person'), False), None)
    """
    shown = _NUMBERED.sub("", PART_OF.sub("", " ".join(label.split()).casefold().strip(" -+*•.:")))
    first = re.split(r"\s[-–]\s|[(;:]", shown)[0].strip()
    if not first or _NOT_COUNTED.search(shown) is not None:
        return None
    tokens = Tokens(Passage(first, 0, True))
    found = _noun(tokens, 0)
    if found is None:
        return None
    unit, end = found
    is_number = unit not in (person, household) and end < tokens.size and tokens.words[end].isdigit()
    return None if is_number else (unit, end >= tokens.size)  # *Lớp 6* has persons; *Hộ 1 người* is a household


def names_one(label: str) -> bool:
    """Return whether a label is the name of one thing, so that its numbers do not count such things.

    >>> names_one("Trường Mầm non Xuân Sơn"), names_one("Trường Mầm non"), names_one("Trạm Y tế xã")
    (True, False, False)
    """
    shown = " ".join(label.split()).strip(" -+*•.:")
    found = None if shown.isupper() else _noun(Tokens(Passage(shown.casefold(), 0, True)), 0)
    rest = [] if found is None else shown.split()[found[1] :]
    return any(word[:1].isupper() for word in _ANY_PART.sub(" ", " ".join(rest)).split())


def _noun_at(tokens: Tokens, at: int) -> Noun | None:
    return reader_of(()).noun_at(tokens, at)


def _noun(tokens: Tokens, at: int) -> tuple[Unit, int] | None:
    """Return the unit of the noun at a token that may be counted in a table, and the token after it."""
    units = reader_of(())
    noun = units.counted_at(tokens, at)
    return (units.unit_of(noun), noun.end) if noun is not None and noun.code in table_units.COUNTED_KINDS else None


@lru_cache(maxsize=1024)
def counts_of(title: str) -> tuple[frozenset[Unit], frozenset[Unit]] | None:
    """Return the units of the things that a title says are counted, and those of the other things in it.

    *Số lao động trong các doanh nghiệp* counts persons, and only names enterprises. ``None`` if the title states
    something else, such as money.
    """
    shown = _DAYS.sub(" ", _NUMBERED.sub("", " ".join(title.split()).casefold()))
    if not shown or _NOT_COUNTED.search(shown) is not None:
        return None
    tokens = Tokens(Passage(shown, 0, True))
    counted, others = set[Unit](), set[Unit]()
    at = 0
    while at < tokens.size:
        found = _noun(tokens, at)
        if found is not None and found[0] not in _AREAS:
            before = tokens.words[at - 1] if at else ","
            (counted if before in table_units.BEFORE_COUNTED else others).add(found[0])
        at = at + 1 if found is None else found[1]
    return frozenset(counted), frozenset(others - counted)


def rate_in(label: str) -> tuple[Unit, Decimal] | None:
    """Return the unit of a rate that a label states: *Số bác sĩ/vạn dân* is per 10,000 persons."""
    match = _RATE_OF.search(label.casefold())
    return (
        None
        if match is None
        else _read(table_labels.PER_INHABITANTS.format(match[1].removeprefix("1 ").replace(table_labels.ONE, "")))
    )


def counted_by_title(title: str) -> Unit | None:
    """Return the unit of a title of the number of one kind of things: *Số học sinh phổ thông*, or only *Hộ nghèo*."""
    found, named = counts_of(title), named_count(title)
    if named is not None and named[1]:
        return named[0]
    shown = _ABOUT_TITLE.sub("", _NUMBERED.sub("", " ".join(title.split()).casefold()))
    is_number = found is not None and len(found[0]) == 1 and _COUNTED.match(shown) is not None
    return next(iter(found[0])) if found is not None and is_number else None


def is_part_in_title(label: str) -> bool:
    """Return whether a label only names a part of the persons or things that a title counts: *Tiểu học*, *Nữ*.

    >>> is_part_in_title("- Trong đó: Nữ - Female"), is_part_in_title("Sĩ số")
    (True, False)
    """
    shown = _NUMBERED.sub("", PART_OF.sub("", " ".join(label.split()).casefold().strip(" -+*•.:")))
    first = _PLAIN_DASH.split(shown)[0].strip(" -+*•.:")
    return _PART_IN_TITLE.fullmatch(first) is not None and _BESIDE_PARTS.fullmatch(first) is None


def names_persons(label: str) -> bool:
    """Return whether a label names a part of persons by sex, age or people: *Nữ*, *Dưới 15 tuổi*.

    >>> names_persons("Trong đó: nữ"), names_persons("Trong đó: đất lúa")
    (True, False)
    """
    return _SOME_PERSONS.search(label.casefold()) is not None


def names_population(label: str) -> bool:
    """Return whether a label names the persons who live somewhere.

    >>> names_population("Tổng dân số"), names_population("Mật độ dân số")
    (True, False)
    """
    return _POPULATION.match(label.strip(" -+*•").casefold()) is not None


def may_be_shares(label: str) -> bool:
    """Return whether small numbers of a label may be percentages: *Lao động qua đào tạo*."""
    return _MAY_BE_SHARE.search(label.casefold()) is not None


def _last_line(label: str) -> str:
    """Return the last words of a head that begin with a capital letter, if they name what is counted: *Số hộ*."""
    start = max(label.rfind(words_before) for words_before in table_labels.COUNTED_LINES)
    return label[start:].strip().casefold() if start > 0 else ""


def _spelled(shown: str) -> str:
    """Return a unit with its scale words written in full."""
    spelled = ""
    for _ in range(2):
        for pattern, word in _SCALE_WORDS:
            match = pattern.match(shown)
            if match is not None:
                spelled, shown = f"{spelled}{word} ", shown[match.end() :]
                break
    return f"{spelled}{table_units.SCALED_UNITS.get(shown, shown) if spelled else shown}"


def unit_in_line(text: str) -> str:
    """Return the unit that a line states, such as *triệu đồng* in *ĐVT: triệu đồng*; else ``""``.

    A line of a yearbook may have only the unit, in two languages: *Người - Person*.
    """
    shown = " ".join(text.split()).casefold()
    match = _UNIT_LINE.search(shown)
    if match is None and _is_list_of_units(shown):
        return shown
    if match is not None:
        stated = match[1].strip(" ().;")
        return stated if _may_be_unit(stated) else _without_english(stated)
    match = _BILINGUAL_UNIT.fullmatch(shown)
    is_stated = match is not None and (is_unit(match[1]) or is_animal_unit(match[1]))
    return match[1].strip() if match is not None and is_stated else ""


def units_in_list(line: str) -> tuple[str, ...]:
    """Return the units of a line that states several: *Nghìn tấn; Triệu USD*, *Lượng: tấn; giá trị: triệu USD*."""
    parts = _parts_of_list(line)
    return parts if _is_list_of_units(line) else ()


def _parts_of_list(line: str) -> tuple[str, ...]:
    return tuple(_NAMED_UNIT.sub("", part.strip()) for part in re.split(r"[;,]", line))


def _is_list_of_units(line: str) -> bool:
    parts = _parts_of_list(line)
    return len(parts) > 1 and all(map(is_unit, parts))


def _may_be_unit(stated: str) -> bool:
    return _read(_shown(stated)) is not None or is_animal_unit(stated)


def is_animal_unit(stated: str) -> bool:
    """Return whether a unit is *con*, perhaps with a scale, which counts animals if a label or a title names them."""
    return (
        _spelled(" ".join(stated.casefold().split())).split()[-1:] == [table_units.ANIMAL] and len(stated.split()) <= 2
    )


def _without_english(stated: str) -> str:
    """Return a unit without its English name, if it has one: *nghìn ha* of *nghìn ha - thous. ha*."""
    first = re.split(r"\s*[-–/]\s+|\s+[-–/]\s*", stated, maxsplit=1)[0].strip(" ().;")
    return first if _may_be_unit(first) else stated


def _is_named(unit: str) -> bool:
    """Return whether a word behind a dash may be a part of a name: *Tỷ giá VND - USD*, *Cấp huyện - xã*."""
    found = read_unit(unit)
    return found is not None and found[1] == 1 and (found[0].kind is UnitKind.MONEY or found[0] in _AREAS)


def _is_counted(unit: str, label: str) -> bool:
    """Return whether a unit behind a dash is only the second of two names: *Dân cư - Lao động*, not *Số lớp - Lớp*."""
    found = read_unit(unit)
    return (
        found is not None
        and found[0].kind is UnitKind.COUNT
        and found[1] == 1
        and counted_in(label.rpartition(unit)[0]) != found
        and not (unit in table_units.COUNTERS or f" {unit} " in f" {label.rpartition(unit)[0]} ")
    )


@lru_cache(maxsize=4096)
def unit_in_brackets(text: str) -> str:
    """Return the last unit in brackets in a label or title: *ha* in *Diện tích (ha)*; else ``""``.

    It may also be printed behind a dash, if it ends a line: *Số lớp - Lớp*.
    """
    found = _ROUND.findall(" ".join(text.split()).casefold())
    ends = (_DASHED_UNIT.fullmatch(line.strip()) for line in text.casefold().splitlines())
    dashed = [m[1] for m in ends if m is not None and not _is_named(m[1]) and not _is_counted(m[1], m[0])]
    listed = [unit.strip() for unit in (*reversed(found), *dashed) if _is_plain(unit)]
    known = [unit for unit in listed if read_unit(unit) or read_unit_of(unit, text) or animal_unit(unit, text)]
    return next((unit for unit in known if not is_english_unit(unit)), known[0] if known else "")


def is_english_unit(unit: str) -> bool:
    """Return whether a unit is printed only in English: *Thous. tons*."""
    shown = _shown(unit)
    return _read_vietnamese(shown) is None and _in_vietnamese(shown) != ""


def has_unsure_unit(label: str) -> bool:
    """Return whether a label states in brackets a unit that is not certain, so that no line above states its unit.

    It has several meanings, or begins with a scale word or is a product, and is not known.

    >>> has_unsure_unit("Chênh lệch thu nhập (Lần) Income gap (Times)"), has_unsure_unit("Luân chuyển (triệu tấn.giờ)")
    (True, True)
    """
    bracketed = [unit.strip() for unit in _ROUND.findall(label.casefold())]
    unsure = [unit for unit in bracketed if unit in table_units.AMBIGUOUS_UNITS or _is_unread(unit, label)]
    return any(animal_unit(unit, label) is None for unit in unsure)


def _is_unread(bracketed: str, label: str) -> bool:
    """Return whether words in brackets of a label look like a unit, but are not read as one."""
    return _UNREAD.match(bracketed) is not None and not (read_unit(bracketed) or read_unit_of(bracketed, label))


def multiple_in(label: str) -> tuple[Unit, Decimal] | None:
    """Return the unit of a label in *lần* that compares two amounts, so that no occasions are meant.

    >>> multiple_in("Chênh lệch thu nhập (lần)"), multiple_in("Số cuộc họp (lần)")
    ((Unit.parse('times'), Decimal('1')), None)
    """
    return (times, Decimal(1)) if _MULTIPLE.match(label.casefold()) is not None else None


def is_rate(label: str) -> bool:
    """Return whether a label is that of a rate per 1,000 or 10,000 persons, whose unit column is not its unit."""
    return _RATE.search(label.casefold()) is not None


def animal_unit(printed: str, label: str) -> tuple[Unit, Decimal] | None:
    """Return the unit of *con* or *1.000 con* beside a label of animals, such as *Đàn trâu*; else ``None``."""
    spelled = _spelled(" ".join(printed.casefold().split()))
    scale = spelled.removesuffix(table_units.ANIMAL)
    is_animal = scale != spelled and _ANIMALS.search(label.casefold()) is not None
    return read_unit(f"{scale}{table_units.ANIMAL_IN_FULL}") if is_animal else None


def read_unit_of(printed: str, *labels: str) -> tuple[Unit, Decimal] | None:
    """Return the unit that is printed for a label, as by `read_unit`.

    *Nghìn lượt* beside *Khách du lịch* is *lượt người*. *Lượt* or *đơn vị* beside labels that do not name what is
    counted leaves the unit open.

    Args:
        printed: the unit as printed.
        labels: the label, and then lines that complete it, such as titles; the first that names what is counted decides
            alone.
    """
    ends = [(more, pattern) for unit, pattern, more in _COUNTED_BY_LABEL if printed.casefold().endswith(unit)]
    named = (more for label in labels for more, pattern in ends if pattern.search(label.casefold()))
    more = next(named, None) if ends else ""
    found = None if more is None else read_unit(printed + more)
    return found if found is None or more or not _begins_other_noun(printed, found[0], *labels[:1]) else None


def _begins_other_noun(printed: str, unit: Unit, *labels: str) -> bool:
    """Return whether the word of a unit begins the noun of another thing in a label: *nhà* in *Số nhà văn hóa*."""
    for label in labels if unit.kind is UnitKind.COUNT or unit == index_point else ():
        if unit == index_point and _COUNTED.match(PART_OF.sub("", label.casefold().strip(" -+*.:"))) is not None:
            return True  # *Số điểm phục vụ*
        tokens = Tokens(Passage(label.casefold(), 0, True))
        nouns = (
            _noun_at(tokens, at) for at in range(tokens.size) if tokens.words[at] == printed.casefold().strip(" .")
        )
        found = [noun for noun in nouns if noun is not None]
        return bool(found) and all(noun.code != unit.code for noun in found)
    return False
