"""Read numerals: numbers in digits or in words, with their scale words.

Grammar of number words, from the largest part to the smallest::

    numeral  = amount { amount }            each scale smaller than the one before: 2 tỷ 735 triệu
    amount   = number [scale] [rưỡi]
    number   = digits | hundreds [phẩy {digit}]
    hundreds = [digit trăm] [(linh | lẻ) digit | tens]
    tens     = mười [digit] | digit mươi [digit]
    scale    = {chục | trăm | nghìn | ngàn | vạn | triệu | tỷ | tỉ}
"""

from __future__ import annotations

import re
from decimal import Decimal
from typing import Final, TypeAlias

from attrs import define, evolve, field

from aseansc._decimals import EXACT, EXPONENT_LIMIT, place_of
from aseansc.vietnamese._conventions import Read, SeparatorUse, read_digits
from aseansc.vietnamese._lexicon import numbers as lexicon
from aseansc.vietnamese._tokens import Tokens

_GROUP: Final = re.compile(r"[0-9]{3}(?:,[0-9]+)?")
_GROUPS: Final = re.compile(r"[1-9][0-9]{0,2}(?:\.[0-9]{3})+")
_GROUP_SIZE: Final = 3
_YEAR_SIZE: Final = 4
_ONE_HALF: Final = Decimal("0.5")
_MOST_DECIMALS: Final = 9
MOST_DIGITS: Final = 80
"""Longer runs of digits are not numbers of a report and do not fit into a `Value`."""


@define
class Numeral:
    """A numeral: its end, its digits or the number in words, and its scale.

    `smudged` is true if a letter is printed in place of a digit, `blanks` if there are spaces between groups of digits.
    """

    end: int
    digits: str = ""
    number: Decimal = Decimal(0)
    scale: str = ""
    power: int = 0
    in_words: bool = False
    single_word: bool = False
    smudged: bool = False
    blanks: bool = False
    half: bool = False
    compound: bool = False
    doubt: str = field(default="")

    def read(self, shown: SeparatorUse, *, whole: bool, small: bool) -> Read | None:
        """Return the number according to the separators of the document; for `whole` and `small` see `read_digits`."""
        if not self.digits:
            return Read(self.number, sure=not self.doubt, note=self.doubt)
        read = read_digits(self.digits, shown, whole=whole and not self.power, small=small)
        if read is None or not (self.half or self.smudged or self.blanks or self.doubt):
            return read
        number, sure, note = read.number, read.sure, read.note
        if self.half:
            number = EXACT.add(number, _ONE_HALF)
        if self.smudged:
            sure, note = False, "a letter is printed in place of a digit"
        elif self.blanks and shown.dot_groups:
            sure, note = (
                False,
                f"may be one number or two: elsewhere the text separates thousands with dots: {shown.dot_groups}",
            )
        if self.doubt:
            sure, note = False, self.doubt
        return Read(number, sure, note)


def scale_at(tokens: Tokens, at: int) -> tuple[int, int]:
    """Return the power of ten of the scale words at a token and where they end: nghìn tỷ is 12."""
    power, words = 0, tokens.words
    start = at
    while (more := lexicon.SCALES.get(words[at])) is not None:
        if words[at] in lexicon.BILLIONS and is_other_word(tokens, at):
            break
        if (at > start and more < 2) or power + more > EXPONENT_LIMIT:
            break
        power += more
        at += 1
    return power, at


def is_other_word(tokens: Tokens, at: int) -> bool:
    """Return whether the word for a billion at a token is part of another word."""
    return tokens.words[at + 1] in lexicon.NOT_A_BILLION and tokens.words[at + 2] != lexicon.GIFT


def scale_text(tokens: Tokens, start: int, end: int) -> str:
    """Return scale words as printed, in lower case."""
    return " ".join(tokens.words[start:end])


def numeral_at(tokens: Tokens, at: int) -> Numeral | None:
    """Return the numeral that begins at a token, if any."""
    if tokens.special.get(at) == "smudged":
        return _with_scale(tokens, at + 1, digits=tokens.words[at].replace("l", "1").replace("o", "0"), smudged=True)
    if tokens.is_number(at):
        return _in_digits(tokens, at)
    word = tokens.words[at]
    if word in lexicon.STARTERS:
        return _in_words(tokens, at)
    return None


def _in_digits(tokens: Tokens, at: int) -> Numeral | None:
    digits, end, blanks, doubt = tokens.words[at], at + 1, False, ""
    if len(digits) > MOST_DIGITS:
        return None
    if len(digits) <= _GROUP_SIZE and digits[0] != "0" and digits.isdecimal():
        # 1 500: groups of three digits after single spaces.
        text, wide = tokens.passage.text, False
        while (
            tokens.is_number(end)
            and _GROUP.fullmatch(tokens.words[end])
            and "," not in digits
            and (gap := text[tokens.ends[end - 1] : tokens.starts[end]]) in (" ", "  ")
            and end - at < 7
        ):
            digits, blanks, wide = digits + tokens.words[end], True, wide or gap != " "
            end += 1
        if wide:
            doubt = "two spaces between its digits: may be one number or two"
    first = _with_scale(tokens, end, digits=digits, blanks=blanks)
    if doubt:
        return evolve(first, doubt=doubt)
    if not first.power or first.half:
        return first
    return _compound(tokens, first)


def _with_scale(tokens: Tokens, end: int, *, digits: str, smudged: bool = False, blanks: bool = False) -> Numeral:
    if tokens.words[end] not in lexicon.SCALES:
        return Numeral(end, digits=digits, smudged=smudged, blanks=blanks)
    power, stop = scale_at(tokens, end)
    scale = scale_text(tokens, end, stop)
    half = tokens.words[stop] == lexicon.AND_A_HALF and bool(power) and digits.isdecimal()
    return Numeral(stop + half, digits=digits, scale=scale, power=power, smudged=smudged, blanks=blanks, half=half)


def _compound(tokens: Tokens, first: Numeral) -> Numeral:
    """Add further amounts in digits, each with a smaller scale: 2 tỷ 735 triệu."""
    digits = first.digits.replace(".", "") if _GROUPS.fullmatch(first.digits) else first.digits
    if not digits.isdecimal():
        return first
    power, end = first.power, first.end
    total = EXACT.scaleb(Decimal(digits), power)
    while True:
        at = end + 1 if tokens.words[end] == "," else end
        if not tokens.is_number(at) or not tokens.words[at].isdecimal():
            break
        smaller, stop = scale_at(tokens, at + 1)
        if not smaller and power == _GROUP_SIZE == len(tokens.words[at]) and at == end and not tokens.glued(at):
            # 12 nghìn 345: the last three digits
            total, end = EXACT.add(total, Decimal(tokens.words[at])), stop
            break
        if not 0 < smaller < power or len(tokens.words[at]) > power - smaller:
            break
        total = EXACT.add(total, EXACT.scaleb(Decimal(tokens.words[at]), smaller))
        power, end = smaller, stop
    if end != first.end:
        return Numeral(end, number=total, compound=True, doubt=_rest(tokens, end))
    return evolve(first, doubt=_rest(tokens, end))


def _rest(tokens: Tokens, at: int) -> str:
    """Return why a number is ambiguous if another one follows its scale word directly, as in "2 tỷ 5"; otherwise ""."""
    if not is_rest(tokens, at):
        return ""
    return f"{tokens.words[at]} directly after {tokens.words[at - 1]}: may be the rest of one number or a second number"


def is_rest(tokens: Tokens, at: int) -> bool:
    """Return whether the number at a token follows a scale word directly and may belong to the number before it."""
    words = tokens.words
    if words[at - 1] not in lexicon.SCALES or not tokens.is_number(at) or tokens.glued(at):
        return False
    is_year = len(words[at]) == _YEAR_SIZE and words[at].isdecimal()
    return not is_year and words[at - 2] != lexicon.PART


# -- in words


def _in_words(tokens: Tokens, at: int) -> Numeral | None:
    words = tokens.words
    if words[at] == lexicon.HALF:
        power, end = scale_at(tokens, at + 1)
        if not power:
            return None
        return Numeral(end, number=_ONE_HALF, scale=scale_text(tokens, at + 1, end), power=power, in_words=True)
    amounts: list[tuple[int, Decimal]] = []  # powers of ten and numbers, largest first
    scaled = end = at
    while (read := _amount_at(tokens, end, amounts)) is not None:
        amounts, scaled, end = read
        if scaled == end:
            break
    if not amounts:
        return None
    power, number = amounts[0]
    if len(amounts) > 1 or not power:
        single, compound = end == at + 1, len(amounts) > 1
        total, doubt = _sum(amounts), _rest(tokens, end)
        return Numeral(end, number=total, in_words=True, single_word=single, compound=compound, doubt=doubt)
    scale = scale_text(tokens, scaled, end)
    if words[end] == lexicon.AND_A_HALF:
        return Numeral(end + 1, number=EXACT.add(number, _ONE_HALF), scale=scale, power=power, in_words=True)
    return Numeral(end, number=number, scale=scale, power=power, in_words=True, doubt=_rest(tokens, end))


_Amounts: TypeAlias = list[tuple[int, Decimal]]


def _amount_at(tokens: Tokens, end: int, amounts: _Amounts) -> tuple[_Amounts, int, int] | None:
    """Read a further amount in words; return all of them, and where its scale words begin and end."""
    words = tokens.words
    start = end + 1 if amounts and words[end] == "," else end
    read = _hundreds(tokens, start, after=bool(amounts))
    if read is None:
        return None
    number, stop = read
    if words[stop] == lexicon.POINT:
        decimals, stop = _decimals(tokens, stop + 1)
        if not decimals:
            return None
        number = EXACT.add(number, Decimal(f"0.{decimals}"))
    power, after_scale = scale_at(tokens, stop)
    if not power and amounts and start > end:
        return None  # a comma before another number
    last = lexicon.SCALES[words[after_scale - 1]] if power else 0
    found = _with_amount(amounts, number, power, last)
    return None if found is None else (found, stop, after_scale)


def _with_amount(amounts: _Amounts, number: Decimal, power: int, last: int) -> _Amounts | None:
    """Return amounts with a further one, or `None` if it begins another number.

    Args:
        amounts: the amounts before it.
        number: its number.
        power: the power of ten of its scale words.
        last: that of the last one of these.
    """
    if not amounts or _is_below(number, power, amounts[-1]):
        return [*amounts, (power, number)]
    inner = [amount for amount in amounts if amount[0] < last]
    if not inner:
        return None
    # bốn nghìn một trăm tám mươi tám tỷ: the last word of a scale multiplies all smaller amounts before it
    if inner[-1][0] > power - last:  # hai triệu ba trăm nghìn tỷ, but not một nghìn hai trăm nghìn tỷ
        number, power = EXACT.scaleb(number, power - last), last
    return [*amounts[: len(amounts) - len(inner)], (power, _sum(inner, number))]


def _is_below(number: Decimal, power: int, before: tuple[int, Decimal]) -> bool:
    """Return whether an amount is smaller than the last digit of the one before it: hai trăm tỷ ba chục tỷ."""
    if power < before[0]:
        return True
    zeros = place_of(EXACT.normalize(before[1]))
    return number.adjusted() + power < before[0] + zeros


def _sum(amounts: list[tuple[int, Decimal]], total: Decimal | None = None) -> Decimal:
    """Add amounts without losing digits."""
    for power, number in amounts:
        amount = EXACT.scaleb(number, power)
        total = amount if total is None else EXACT.add(total, amount)
    return total if total is not None else Decimal(0)


def _hundreds(tokens: Tokens, at: int, *, after: bool) -> tuple[Decimal, int] | None:
    """Read a number below a thousand in words; return it and where it ends.

    With `after`, that is after a larger amount, a word for empty tens may precede the last digit.
    """
    words = tokens.words
    if after and words[at] in lexicon.EMPTY_TENS:
        digit = lexicon.AFTER_TENS.get(words[at + 1])
        return (Decimal(digit), at + 2) if digit is not None else None
    digit = lexicon.DIGITS.get(words[at])
    if digit is not None and words[at + 1] == lexicon.HUNDRED:
        number, end = _below_hundred(words, at + 2)
        return Decimal(digit * 100 + number), end
    below = _tens(words, at)
    return None if below is None else (Decimal(below[0]), below[1])


def _below_hundred(words: list[str], at: int) -> tuple[int, int]:
    """Read what follows the hundreds, which may be nothing."""
    if words[at] in lexicon.EMPTY_TENS and words[at + 1] in lexicon.AFTER_TENS:
        return lexicon.AFTER_TENS[words[at + 1]], at + 2
    if words[at] == lexicon.AND_A_HALF:
        return 50, at + 1
    tens = lexicon.DIGITS.get(words[at], 0)
    if tens and words[at + 1] == lexicon.TENS_SCALE:
        return tens * 10, at + 2  # năm trăm ba chục triệu
    below = _tens(words, at)
    return below if below is not None and below[0] >= 10 else (0, at)


def _tens(words: list[str], at: int) -> tuple[int, int] | None:
    if words[at] == lexicon.TEN:
        ones = lexicon.AFTER_TENS.get(words[at + 1])
        return (10 + ones, at + 2) if ones is not None and words[at + 1] not in lexicon.NOT_AFTER_TEN else (10, at + 1)
    digit = lexicon.DIGITS.get(words[at])
    if digit is None:
        return None
    if words[at + 1] == lexicon.TENS and digit > 1:
        ones = lexicon.AFTER_TENS.get(words[at + 2])
        named = ones is not None and words[at + 2] not in lexicon.NOT_AFTER_TENS
        return (digit * 10 + (ones or 0), at + 3) if named else (digit * 10, at + 2)
    if words[at + 1] in lexicon.FIVES and digit > 1:
        return digit * 10 + 5, at + 2
    return digit, at + 1


def _decimals(tokens: Tokens, at: int) -> tuple[str, int]:
    """Read the digits after the point, said one by one (không hai) or as a number of two digits (hai mươi sáu)."""
    words, zeros = tokens.words, ""
    while words[at] == lexicon.ZERO:
        zeros, at = zeros + "0", at + 1
        if len(zeros) > _MOST_DECIMALS:
            return "", at
    read = _tens(words, at)
    if read is None:
        return zeros, at
    number, at = read
    digits = str(number)
    while number < 10 and len(digits) < _MOST_DECIMALS and words[at] in lexicon.DIGITS and words[at] != lexicon.FIVE:
        digits, at = digits + str(lexicon.DIGITS[words[at]]), at + 1
    return zeros + digits, at
