"""Figures that begin with a word."""

from __future__ import annotations

import re
from collections.abc import Callable
from decimal import Decimal
from typing import Final

from aseansc.mentions import MentionKind
from aseansc.units import times
from aseansc.values import Qualifier, RelativeChange, RelativeForm
from aseansc.vietnamese import _dates as dates, _days as days, _decoys as decoys
from aseansc.vietnamese._around import direction_before, is_directly_before, qualifier_before
from aseansc.vietnamese._candidates import Candidate
from aseansc.vietnamese._figure import Doubt, FigureKind
from aseansc.vietnamese._in_digits import base_before, with_base
from aseansc.vietnamese._lexicon import around as around_words, dates as date_words, names, numbers as lexicon
from aseansc.vietnamese._numerals import scale_at, scale_text
from aseansc.vietnamese._reading import Reading, of_date, skipped
from aseansc.vietnamese._sides import Quantity
from aseansc.vietnamese._tokens import Tokens

_MOST_SPELT: Final = 40
_TWO: Final = Decimal(2)


def figure_in_words(reading: Reading, at: int) -> Candidate | None:
    """Return the figure that begins with the word at a token, if any."""
    for rule in _RULES_OF[reading.tokens.words[at]]:
        candidate = rule(reading, at)
        if candidate is not None:
            return candidate
    return None


def may_have_figures(text: str) -> bool:
    """Return whether a passage has a digit, or a word or Roman numeral with which a figure may begin without one."""
    return _DIGIT.search(text) is not None or _WITHOUT_DIGITS.search(text.lower()) is not None


def _ordinal(reading: Reading, at: int) -> Candidate | None:
    ordinal = decoys.ordinal_at(reading.tokens, at)
    if ordinal is None:
        return None
    number, end = ordinal.number, ordinal.end
    noun = reading.quantities.units.noun_at(reading.tokens, end) if isinstance(number, tuple) else None
    return Candidate(
        ordinal.start,
        noun.end if noun is not None else end,
        FigureKind.ORDINAL,
        number=number,
        magnitude=number,
        mention=MentionKind.ORDINAL,
    )


def _date(reading: Reading, at: int) -> Candidate | None:
    date = dates.date_in_words(reading.tokens, at)
    is_name = date is not None and date.value is None and decoys.is_named_by_day(reading.tokens, at)
    return of_date(date) if date is not None and not is_name else None


def _from_to(reading: Reading, at: int) -> Candidate | None:
    """Read *từ … đến …* as a range, unless it is the start and end of a change, or dates."""
    tokens = reading.tokens
    if (dates.date_in_digits(tokens, at + 1) or days.days_of_month(tokens, at + 1)) is not None:
        return None
    quantity = reading.quantities.quantity_at(tokens, at + 1, start=at)
    if quantity is None or not quantity.is_range:
        return None
    raised = is_directly_before(tokens, quantity.start, around_words.RAISE_OR_LOWER)
    return None if raised and quantity.low.unit is not None else reading.figure_of(with_base(reading, quantity))


def _every(reading: Reading, at: int) -> Candidate | None:
    if reading.tokens.words[at - 1] in lexicon.BASED:
        return None  # căn cứ 15 tiêu chí
    quantity = reading.quantities.every_at(reading.tokens, at, at + 1)
    return reading.figure_of(quantity) if quantity is not None else None


def _multiple(reading: Reading, at: int) -> Candidate | None:
    """Read *gấp đôi*, *gấp rưỡi*, *gấp ba*; "gấp 2 lần" is read at its number."""
    words = reading.tokens.words
    number = lexicon.MULTIPLES.get(words[at + 1])
    if number is None:
        digit = lexicon.DIGITS.get(words[at + 1], 0)
        if digit < _TWO or words[at + 1] == lexicon.FIVE or words[at + 2] in lexicon.NO_MULTIPLE:
            return None
        number = Decimal(digit)
    before = qualifier_before(reading.tokens, at, reading.previous_end)
    qualifier, start = (before.qualifier, before.start) if before is not None else (Qualifier.EXACT, at)
    return Candidate(
        start,
        at + 2,
        FigureKind.RATIO,
        number=number,
        magnitude=number,
        unit=times,
        qualifier=qualifier,
        value=RelativeChange(magnitude=number, unit=times, form=RelativeForm.TIMES, qualifier=qualifier),
    )


def _indefinite(reading: Reading, at: int) -> Candidate | None:
    """Read *hàng trăm héc-ta*, *vài nghìn lượt*: an order of magnitude without a number."""
    tokens = reading.tokens
    _, end = scale_at(tokens, at + 1)
    unit = reading.quantities.units.unit_at(tokens, end) if end > at + 1 else None
    if unit is None:
        return None
    direction = direction_before(tokens, at, reading.search_start, in_clause=False)
    return Candidate(
        at,
        unit.end,
        FigureKind.CHANGE if direction else FigureKind.LEVEL,
        scale=scale_text(tokens, at + 1, end),
        unit=unit.counted,
        note="no number is printed",
    )


def _negative(reading: Reading, at: int) -> Candidate | None:
    quantity = reading.quantities.quantity_at(reading.tokens, at) if reading.tokens.is_number(at + 1) else None
    return reading.figure_of(quantity) if quantity is not None else None


def _number_words(reading: Reading, at: int) -> Candidate | None:
    base = base_before(reading, at)
    if base is not None:
        return base
    fraction = _fraction(reading, at)
    if fraction is not None:
        return fraction
    quantity = reading.quantities.quantity_at(reading.tokens, at)
    if quantity is None:
        return None
    repeated = _repeated(reading, at, quantity)
    if repeated is not None:
        return repeated
    numeral, unit = quantity.low.numeral, quantity.unit
    if reading.alone:
        is_number = unit is not None or numeral.power or not numeral.single_word
    else:
        is_number = unit is not None and (unit.unit is not None or numeral.power)
        if numeral.single_word and quantity.high is None:
            is_number = is_number and not _is_other_word(reading.tokens, at, quantity)
    return reading.figure_of(quantity) if is_number else None


def _repeated(reading: Reading, at: int, quantity: Quantity) -> Candidate | None:
    """Skip the words in brackets that repeat the figure before them: 5 tỷ đồng (năm tỷ đồng chẵn)."""
    last, words = reading.last, reading.tokens.words
    between = words[last.end : at] if last is not None else []
    if last is None or between[:1] != ["("] or not all(word in lexicon.SPELT for word in between):
        return None
    end = at
    while words[end] and words[end] != ")" and end - at < _MOST_SPELT:
        end += 1
    spelt = len(between) > 1 or all(word in lexicon.SPELLING or at < quantity.end for word in words[at:end])
    rest = [word for word in words[at:end] if word not in lexicon.SPELLING]
    unit = words[last.end - 1]
    if not spelt or words[end] != ")" or any(word not in (unit, lexicon.MONEY) for word in rest):
        return None
    if quantity.end < end and words[quantity.end] not in lexicon.EVEN:
        return None
    if last.magnitude != quantity.low.magnitude:
        last.doubt(f"the words in brackets give a different number, {quantity.low.magnitude:f}", Doubt.NUMBER)
    return skipped(at, end)


def _is_other_word(tokens: Tokens, at: int, quantity: Quantity) -> bool:
    """Return whether a single number word is an article, the noun "year", or part of a name or longer number."""
    words = tokens.words
    word, before = words[at], words[at - 1]
    if before in lexicon.NOT_COUNTED_AFTER or word in lexicon.ARTICLES:
        return True
    if before in lexicon.DIGITS or (before == "," and words[at - 2] in lexicon.DIGITS):
        return True  # "hai, ba huyện" means two or three districts
    if word == lexicon.FIVE and before in lexicon.EVERY_YEAR:
        return True  # cây hàng năm năm 2018
    return word == lexicon.FIVE and quantity.unit is not None and quantity.unit.bare != lexicon.FIVE


def _fraction(reading: Reading, at: int) -> Candidate | None:
    """Read *một phần ba*, *một nửa*, *quá nửa*."""
    words = reading.tokens.words
    is_half = lexicon.HALF in (words[at], words[at + 1])
    read = _half(reading, at) if is_half else _parts(words, at)
    if read is None:
        return None
    numbers, end = read
    if is_half and words[end] in lexicon.NO_HALF and words[at] != lexicon.ONE:
        return None
    start, qualifier, moves = reading.led_by(at)
    return Candidate(
        start,
        end,
        FigureKind.CHANGE if moves else FigureKind.RATIO,
        number=numbers,
        magnitude=numbers,
        qualifier=qualifier,
        doubted=Doubt.MEANING,
        note="a fraction in words: its precision and its whole are not stated",
    )


def _half(reading: Reading, at: int) -> tuple[tuple[Decimal, Decimal], int] | None:
    words = reading.tokens.words
    if words[at] == lexicon.ONE:
        return (Decimal(1), _TWO), at + 2
    known = reading.is_qualified(at) or is_directly_before(reading.tokens, at, (lexicon.BEFORE_A_HALF,))
    if words[at] != lexicon.HALF or not known or words[at + 1] in lexicon.SCALES:
        return None
    return (Decimal(1), _TWO), at + 1


def _parts(words: list[str], at: int) -> tuple[tuple[Decimal, Decimal], int] | None:
    top = lexicon.DIGITS.get(words[at])
    if not top or words[at + 1] != lexicon.PART:
        return None
    below, after = lexicon.DENOMINATORS.get(words[at + 2], 0), words[at + 3]
    is_year = after[:1].isdecimal() or after in lexicon.NO_DENOMINATOR
    if below <= top or (below == lexicon.UNCERTAIN_DENOMINATOR and is_year):
        return None
    return (Decimal(top), Decimal(below)), at + 3


_RULES: Final[tuple[tuple[frozenset[str], Callable[[Reading, int], Candidate | None]], ...]] = (
    (decoys.ORDINAL_STARTERS, _ordinal),
    (date_words.STARTERS, _date),
    (frozenset({lexicon.FROM}), _from_to),
    (frozenset({lexicon.EVERY}), _every),
    (frozenset({lexicon.MULTIPLIES}), _multiple),
    (lexicon.INDEFINITE, _indefinite),
    (frozenset({lexicon.NEGATIVE}), _negative),
    (lexicon.STARTERS, _number_words),
)
STARTERS: Final = frozenset[str]().union(*(starters for starters, _ in _RULES))
"""Words that can begin a figure."""
_RULES_OF: Final = {word: tuple([rule for starters, rule in _RULES if word in starters]) for word in STARTERS}
_DIGIT: Final = re.compile("[0-9]")
_WORDS_OF_FIGURES: Final = (
    lexicon.STARTERS | lexicon.INDEFINITE | date_words.QUARTERS | {lexicon.MULTIPLIES, lexicon.FROM, names.ORDINAL}
)
"""The `STARTERS` after which a figure needs no digit; after the others, it needs a digit or one of these words."""
_WITHOUT_DIGITS: Final = re.compile(rf"(?<!\w)(?:[ivxlc]+|{'|'.join(sorted(_WORDS_OF_FIGURES))})(?!\w)")
