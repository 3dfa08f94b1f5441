"""Figures that begin with a number in digits."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from typing import Final

from attrs import evolve

from aseansc.mentions import MentionKind
from aseansc.vietnamese import _dates as dates, _days as days, _decoys as decoys
from aseansc.vietnamese._around import is_mean_of_one
from aseansc.vietnamese._candidates import Candidate
from aseansc.vietnamese._figure import FigureKind, Number
from aseansc.vietnamese._interpret import PLACES
from aseansc.vietnamese._lexicon import around as around_words, dates as date_words, numbers as lexicon
from aseansc.vietnamese._numerals import MOST_DIGITS
from aseansc.vietnamese._reading import Reading, numbered, of_date, skipped
from aseansc.vietnamese._sides import BASES, PER, Quantity, Side
from aseansc.vietnamese._tokens import Tokens
from aseansc.vietnamese._windows import back_from

_BEGINNING: Final = 20
_NAMED_RATE: Final = "may be the rate that is named before it, or a number"
_SERIAL_SIZE: Final = 3
_LONG_NOUN: Final = 8
_FAR: Final = 16
_ENDS: Final = frozenset(";.")
_SHORT_PHONE: Final = 6
_MOST_PHONE_TOKENS: Final = 8


def figure_in_digits(reading: Reading, at: int) -> Candidate:
    """Return the figure that begins with the digits at a token, or a skipped one."""
    for rule in _RULES:
        candidate = rule(reading, at)
        if candidate is not None:
            return candidate
    return _quantity(reading, at)


def _whole(reading: Reading, at: int) -> Candidate | None:
    """Read an expression that the scanner recognised as a whole, or skip a table."""
    tokens = reading.tokens
    table = decoys.table_end(tokens, at)
    if table:
        return skipped(at, table)
    kind = tokens.special.get(at)
    if kind == "legal":
        return numbered(FigureKind.DOCUMENT_NUMBER, at, at + 1)
    if kind == "phone":
        return numbered(FigureKind.PHONE, at, at + 1)
    if kind == "day":
        return of_date(dates.span_of_days(tokens, at) or days.day_at(tokens, at))
    named = days.month_year(tokens, at, at) if kind == "month" else None
    if named is not None:
        return of_date(named)
    return skipped(at, at + 1) if kind in ("cited", "month") else None


def _code(reading: Reading, at: int) -> Candidate | None:
    """Skip a road distance, and a number that letters before it make a code."""
    tokens, words = reading.tokens, reading.tokens.words
    milestone = decoys.milestone_end(tokens, at)
    if milestone:
        return skipped(at, milestone)
    glued = tokens.glued(at) and words[at - 1][-1:].isalpha() and words[at - 1] not in lexicon.GLUED
    named = words[at - 1] in days.DASHES and words[at - 2] in lexicon.VIRUSES
    return skipped(at, at + 1) if glued or named else None


def _phone(reading: Reading, at: int) -> Candidate | None:
    """Read a telephone number that words before it announce."""
    tokens, end = reading.tokens, at + 1
    if not decoys.is_phone_word(tokens, at):
        return None
    words = tokens.words
    while end - at < _MOST_PHONE_TOKENS and tokens.is_number(end + (words[end] in ("-", "."))):
        end += 1
    digits = sum(len(word) for word in words[at:end])
    return numbered(FigureKind.PHONE, at, end) if digits > _SHORT_PHONE else None


def _date(reading: Reading, at: int) -> Candidate | None:
    """Read a date, unless a qualifier before it shows that it is a quantity."""
    tokens = reading.tokens
    if dates.is_of_standard(tokens, at) or dates.term_number_at(tokens, at):
        return skipped(at, at + 1)
    within = days.days_of_month(tokens, at)
    if within is not None:
        return of_date(within)
    with_stroke = _with_stroke(reading, at)
    if with_stroke is not None:
        return with_stroke
    year = dates.bare_year(tokens, at) if _is_listed(reading, at) else None
    if year is not None:
        return of_date(year)
    date = dates.date_in_digits(tokens, at) or days.day_after_its_word(tokens, at)
    return of_date(date) if date is not None and not reading.is_qualified(at) else None


def _with_stroke(reading: Reading, at: int) -> Candidate | None:
    """Read a day and its month, or days, with a stroke between them; as a name after what is named by its day."""
    tokens = reading.tokens
    if tokens.words[at + 1] != "/" or not tokens.is_number(at + 2):
        return None
    if decoys.is_named_by_day(tokens, at) and days.day_and_month(tokens, at, after_a_day=False, has_unit=False):
        return Candidate(at, at + 3, FigureKind.LEVEL, mention=MentionKind.NAME)
    span = dates.span_of_days(tokens, at)
    return of_date(span) if span is not None else _day_and_month(reading, at)


def _is_listed(reading: Reading, at: int) -> bool:
    """Return whether a year and a comma or *và* come before a token, as in "các năm 2016, 2017 và 2018"."""
    last = reading.last
    return (
        last is not None
        and last.end == at - 1
        and reading.tokens.words[at - 1] in date_words.ALSO
        and last.kind is FigureKind.DATE
        and isinstance(last.number, Decimal)
    )


def _day_and_month(reading: Reading, at: int) -> Candidate | None:
    """Read 22/4 as a day and month, or skip what only looks like one."""
    tokens, words = reading.tokens, reading.tokens.words
    if f"{words[at]}/{words[at + 2]}" in decoys.PAIRED and not tokens.precedes(at, date_words.DAY):
        return skipped(at, at + 3)
    if words[at + 3] == "/" and tokens.is_number(at + 4):
        return skipped(at, at + 5)
    if len(words[at]) > 2 or len(words[at + 2]) > 2:
        return None
    has_unit = reading.quantities.units.unit_at(tokens, at + 3) is not None or words[at + 3] in lexicon.SCALES
    if has_unit and tokens.is_number(at + 2) and words[at - 1] in date_words.UP_TO_DAY:
        has_unit = not _is_more(words[at], words[at + 2])  # đến 15/9 xã: no part is more than its whole
    after_a_day = _is_after_a_day(reading, at)
    date = days.day_and_month(tokens, at, after_a_day=after_a_day, has_unit=has_unit)
    if date is None and words[at + 3] in date_words.RANGE_OF_DAYS and words[at + 5] == "/" and not has_unit:
        # 5/6 - 10/6: the second one shows that the first is a date
        second = days.day_and_month(tokens, at + 4, after_a_day=False, has_unit=False)
        date = days.day_and_month(tokens, at, after_a_day=True, has_unit=False) if second is not None else None
    return of_date(date) if date is not None else None


def _is_more(part: str, whole: str) -> bool:
    return part.isdecimal() and whole.isdecimal() and int(part) > int(whole)


def _is_after_a_day(reading: Reading, at: int) -> bool:
    last = reading.last
    if last is None or last.kind is not FigureKind.DATE or last.end + 1 < at:
        return False
    return last.end == at or reading.tokens.words[last.end] in date_words.BETWEEN_DAYS


def _before_year(reading: Reading, at: int) -> Candidate | None:
    """Skip a number before a year: đợt 1 năm 2025, quý 3 và 4 năm 2022, but not trong 2 năm 2016, 2017."""
    tokens, words = reading.tokens, reading.tokens.words
    year = days.year_at(tokens, at + 2) if words[at + 1] == lexicon.FIVE else None
    if year is None or not at or len(words[at]) > 2 or words[at - 1] in around_words.DURING:
        return None
    several = words[at + 3] in date_words.ALSO or words[at + 3] in days.DASHES or words[at + 3] in lexicon.UNTIL
    return None if several or reading.is_qualified(at) else skipped(at, at + 1)


def _serial(reading: Reading, at: int) -> Candidate | None:
    """Skip the serial number of a table row: 1 Xã A 1.234 321 26,01."""
    tokens = reading.tokens
    heads = at == 0 or (at == 1 and tokens.words[0] in around_words.SERIALS)
    if not heads or reading.alone or not tokens.passage.begins or not tokens.raw(at + 1)[:1].isupper():
        return None
    if not tokens.words[at].isdecimal() or len(tokens.words[at]) > _SERIAL_SIZE:
        return None
    in_row = any(tokens.is_number(one) and tokens.is_number(one + 1) for one in range(1, tokens.size))
    return skipped(at, at + 1) if in_row else None


def _document(reading: Reading, at: int) -> Candidate | None:
    """Read the number of a document that its day follows: Thông tư 01 ngày 19/2/2020."""
    tokens = reading.tokens
    start = decoys.document_before(tokens, at) if tokens.words[at + 1] == date_words.DAY else None
    if start is None or start < reading.previous_end or not _is_day(tokens, at + 2):
        return None
    return numbered(FigureKind.DOCUMENT_NUMBER, start, at + 1)


def _is_day(tokens: Tokens, at: int) -> bool:
    return tokens.is_number(at) or tokens.special.get(at) == "day"


def _rank(reading: Reading, at: int) -> Candidate | None:
    """Read a place in a ranking: vị trí 44/131 quốc gia, xếp hạng 46/132."""
    tokens, words = reading.tokens, reading.tokens.words
    pair = (words[at - 2], words[at - 1])
    if pair not in around_words.RANKINGS or not words[at].isdecimal():
        return None
    number = Decimal(words[at])
    if words[at + 1] == "/" and words[at + 2].isdecimal():
        noun = reading.quantities.units.noun_at(tokens, at + 3)
        if noun is not None and noun.code not in around_words.RANKED_PLACES:
            return None
        end = noun.end if noun is not None else at + 3
        return _ordinal(at, end, (number, Decimal(words[at + 2])))
    is_one = pair == around_words.PLACE and (words[at + 1] in date_words.FREQUENCIES or not words[at + 1].isalpha())
    return _ordinal(at, at + 1, number) if is_one and not tokens.glued(at + 1) else None


def _ordinal(start: int, end: int, number: Number) -> Candidate:
    return Candidate(start, end, FigureKind.ORDINAL, number=number, magnitude=number, mention=MentionKind.ORDINAL)


def _mean(reading: Reading, at: int) -> Candidate | None:
    """Skip "1 hộ" in "bình quân 1 hộ đạt 5 triệu đồng"; read "bình quân 100 dân có 85 máy" as a rate."""
    tokens, words = reading.tokens, reading.tokens.words
    if at < 2 or not (is_mean_of_one(words, at) or (words[at - 2], words[at - 1]) in around_words.MEANS):
        return None
    noun = reading.quantities.units.noun_at(tokens, at + 1)
    if is_mean_of_one(words, at) and noun is not None:
        # bình quân 1 người 1 tháng
        also = words[noun.end] in around_words.ONES and words[noun.end + 1] in date_words.FREQUENCIES
        return skipped(at, noun.end + 2 * also)
    quantity = (
        reading.quantities.every_at(tokens, at, at) if noun is not None and words[noun.end] == lexicon.HAS else None
    )
    return reading.figure_of(quantity) if quantity is not None and quantity.is_rate else None


def base_before(reading: Reading, at: int) -> Candidate | None:
    """Skip the base of a rate that is named before its number: số bác sĩ/1 vạn dân: 14,3."""
    tokens, words = reading.tokens, reading.tokens.words
    before = words[at - 1]
    per = before == around_words.PER and words[at - 2].isalpha()
    if not per and before not in around_words.BEFORE_BASES:
        return None
    side = reading.quantities.side_at(tokens, at)
    if side is None or side.unit is None or not side.unit.is_whole or side.magnitude not in BASES:
        return None
    if not per:
        end, counts = _after_bracket(words, side.end), _is_number_of(reading, at)
        if words[end] != ":" and not (words[end] in around_words.BEFORE_RATES and counts):
            # số giường bệnh trên 10.000 dân tăng
            return skipped(at, end) if counts and end == side.end else None
    reading.base = side
    return skipped(at, side.end)


def _after_bracket(words: list[str], end: int) -> int:
    """Return the end of words in brackets at a token, or the token."""
    if words[end] != "(":
        return end
    while words[end].isalpha() or words[end] == "(":
        end += 1
    return end + (words[end] == ")")


def _is_number_of(reading: Reading, at: int) -> bool:
    """Return whether a base follows what is counted: số giường bệnh trên một vạn dân, bác sĩ bình quân 1 vạn dân."""
    words = reading.tokens.words
    if (words[at - 2], words[at - 1]) in around_words.MEANS:
        return True
    for back in back_from(at - 2, _LONG_NOUN):
        if words[back] in around_words.NUMBER_OF:
            noun = reading.quantities.units.noun_at(reading.tokens, back + 1)
            return noun is not None and noun.end == at - 1
    return False


def _scale_before(reading: Reading, at: int) -> Side | None:
    """Return a base without a number that is named before a figure: số bác sĩ/vạn dân đạt 8 bác sĩ."""
    words = reading.tokens.words
    for back in back_from(at - 1, _FAR, reading.search_start):
        if words[back] in lexicon.PER_SIGNS and words[back + 1] in lexicon.SCALES and _is_number_of(reading, back + 1):
            side = reading.quantities.below(reading.tokens, back + 1)
            return side if side is not None and side.magnitude in PER else None
    return None


def _name(reading: Reading, at: int) -> Candidate | None:
    """Skip two numbers of a name: 3 trong 1."""
    tokens = reading.tokens
    if tokens.words[at + 1] != lexicon.IN or not tokens.is_number(at + 2):
        return None
    return skipped(at, at + 3) if reading.quantities.units.noun_at(tokens, at + 3) is None else None


_RULES: Final[tuple[Callable[[Reading, int], Candidate | None], ...]] = (
    _whole,
    _code,
    _serial,
    _phone,
    _date,
    _document,
    _rank,
    _before_year,
    _mean,
    base_before,
    _name,
)


def _quantity(reading: Reading, at: int) -> Candidate:
    quantity = reading.quantities.quantity_at(reading.tokens, at)
    quantity = with_base(reading, quantity) if quantity is not None else None
    if quantity is None:
        return _misprint(reading, at) or skipped(at, at + 1)
    is_counted = quantity.unit is not None and quantity.unit.unit is not None
    if not is_counted and decoys.is_section(reading.tokens, at):
        return skipped(at, at + 1)
    return reading.figure_of(quantity)


def with_base(reading: Reading, quantity: Quantity) -> Quantity:
    """Return a quantity as a rate if its base is named before it."""
    base, reading.base = reading.base or _scale_before(reading, quantity.start), None
    return _rate_with(reading, quantity, base) if base is not None else quantity


def _rate_with(reading: Reading, quantity: Quantity, base: Side) -> Quantity:
    """Return a number as a rate whose base is named before it, if it is one."""
    tokens, unit = reading.tokens, quantity.unit
    between = tokens.words[base.end : quantity.start]
    counts = unit is None or unit.unit is None or unit.is_whole
    given = not around_words.BEFORE_RATES.isdisjoint(between) and _ENDS.isdisjoint(between)
    if not counts or not given or decoys.is_named(tokens, quantity.start):
        return quantity
    if quantity.high is not None:
        read = evolve(unit, unit=None, problem=_NAMED_RATE) if unit is not None else None
        return evolve(quantity, unit=read, doubt=_NAMED_RATE)
    others = [word for word in between if word not in around_words.AFTER_BASES and not word[0].isdecimal()]
    bracketed = between[0] == "(" and between[1 : len(others) + 1] == others
    is_place = unit is not None and unit.unit is not None and unit.unit.code in PLACES
    sure = (not others or bracketed) and not is_place
    return evolve(quantity, high=base, is_rate=True, doubt=quantity.doubt or ("" if sure else _NAMED_RATE))


def _misprint(reading: Reading, at: int) -> Candidate | None:
    """Return a figure without a number for digits whose separators are misplaced."""
    tokens = reading.tokens
    if decoys.is_named(tokens, at) or decoys.is_section(tokens, at):
        return None
    read = reading.quantities.misprinted_at(tokens, at)
    if read is None:
        return None
    digits, unit, end = read
    start, qualifier, moves = reading.led_by(at)
    return Candidate(
        start,
        end,
        FigureKind.CHANGE if moves else FigureKind.LEVEL,
        unit=unit.counted if unit is not None else None,
        qualifier=qualifier,
        note=f"{len(digits)} characters are too long for one number (at most {MOST_DIGITS}): {digits[:_BEGINNING]}…"
        if len(digits) > MOST_DIGITS
        else f"{digits} is not a number: its separators are misplaced",
    )
