"""Recognise numbers that are not figures: in names, document numbers, ordinals, telephone numbers and headings."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import Final

from attrs import define

from aseansc.vietnamese._figure import FigureKind, Number
from aseansc.vietnamese._lexicon import names as lexicon
from aseansc.vietnamese._tokens import Tokens

_ROMAN: Final = re.compile(r"(?=[IVXLC])(?:XC|XL|L?X{0,3})(?:IX|IV|V?I{0,3})")
_ROMAN_DIGITS: Final = {"I": 1, "V": 5, "X": 10, "L": 50, "C": 100}
_BULLETS: Final = frozenset({"-", "–", "+", "•", "*", "·"})
_SECTION: Final = re.compile(r"[0-9]{1,2}(?:\.[0-9]{1,2}){1,3}")
_MOST_NUMBERS_IN_PROSE: Final = 12
"""More than this many numbers without a word between them are rows of a table, not running text."""


def table_end(tokens: Tokens, at: int) -> int:
    """Return where the table that begins at a token ends, or 0 if running text begins there."""
    words, end, count = tokens.words, at, 0
    if at < tokens.prose_end:
        return 0
    while (word := words[end]) and not word[0].isalpha():
        count += word[0].isdecimal()
        end += 1
    if count > _MOST_NUMBERS_IN_PROSE:
        return end
    tokens.prose_end = end  # no table begins inside this running text either
    return 0


PAIRED: Final = frozenset({"24/24", "24/7"})
"""Expressions for round-the-clock service, which are neither ratios nor dates."""


@define
class Decoy:
    """A number that is not a figure, with its tokens."""

    start: int
    end: int
    kind: FigureKind
    number: Number | None = None
    note: str = ""


def document_before(tokens: Tokens, at: int) -> int | None:
    """Return where the words begin that make the number at a token a document number, if there are any."""
    words = tokens.words
    start = at - 1 if words[at - 1] == lexicon.NUMBER else at
    if words[start - 1] in lexicon.SHORT and tokens.raw(start - 1).isupper():
        return start - 1
    pair = (words[start - 2], words[start - 1])
    if pair in lexicon.DOCUMENTS or (pair in lexicon.TITLED and tokens.raw(start - 2)[:1].isupper()):
        return start - 2
    return None


def is_numbered(tokens: Tokens, at: int) -> bool:
    """Return whether the number at a token identifies a document, although it could be a year: Đề án 1956."""
    return (tokens.words[at - 2], tokens.words[at - 1]) in lexicon.NUMBERED and tokens.raw(at - 2)[:1].isupper()


def ordinal_at(tokens: Tokens, at: int) -> Decoy | None:
    """Return the ordinal that begins at *thứ*, or the Roman numeral after a word such as *khóa*."""
    words = tokens.words
    word = words[at]
    roman = _roman(tokens, at + 1)
    if word == lexicon.ORDINAL:
        if roman is not None:
            return Decoy(at, at + 2, FigureKind.ORDINAL, Decimal(roman))
        if tokens.is_number(at + 1) and words[at + 1].isdecimal():
            if words[at + 2] == "/" and tokens.is_number(at + 3) and words[at + 3].isdecimal():
                both = (Decimal(words[at + 1]), Decimal(words[at + 3]))
                return Decoy(at, at + 4, FigureKind.ORDINAL, both)
            return Decoy(at, at + 2, FigureKind.ORDINAL, Decimal(words[at + 1]))
        number = lexicon.ORDINALS.get(words[at + 1])
        # "thứ tư" by itself may mean Wednesday
        if number and words[at - 1] in lexicon.RANKS:
            return Decoy(at, at + 2, FigureKind.ORDINAL, Decimal(number))
        return None
    if roman is not None and word in lexicon.WITH_ROMAN:
        return Decoy(at + 1, at + 2, FigureKind.ORDINAL, Decimal(roman))
    return None


ORDINAL_STARTERS: Final = lexicon.WITH_ROMAN


def _roman(tokens: Tokens, at: int) -> int | None:
    if not tokens.words[at] or tokens.words[at][0] not in "ivxlc":
        return None
    raw = tokens.raw(at)
    if len(raw) > 8 or not _ROMAN.fullmatch(raw):
        return None
    digits = [_ROMAN_DIGITS[letter] for letter in raw]
    return sum(-one if one < after else one for one, after in zip(digits, [*digits[1:], 0], strict=True))


def is_phone_word(tokens: Tokens, at: int) -> bool:
    """Return whether the words right before a token announce a telephone number."""
    words = tokens.words
    back = at - 1
    if words[back] not in lexicon.BEFORE_A_PHONE:
        return False
    while at - back < 4 and words[back] in (":", ".", "(", lexicon.NUMBER):
        back -= 1
    return words[back] in lexicon.PHONE_WORDS or (words[back - 1], words[back]) in lexicon.PHONE_PAIRS


def is_named_by_day(tokens: Tokens, at: int) -> bool:
    """Return whether the day or month at a token is a name: Trường Mầm non 19/5, đường Cách Mạng Tháng Tám."""
    return (tokens.words[at - 2], tokens.words[at - 1]) in lexicon.NAMED_BY_A_DAY


def is_named(tokens: Tokens, at: int) -> bool:
    """Return whether the number at a token belongs to a name: tổ 3, lớp 5, thôn 2."""
    words = tokens.words
    if words[at - 1] == lexicon.NUMBER and words[at - 2] in lexicon.COUNTED:
        return False
    return words[at - 1] in lexicon.NAMED or words[at - 1] in lexicon.PLACED


def is_of_company(tokens: Tokens, at: int) -> bool:
    """Return whether a number belongs to a kind of company: công ty trách nhiệm hữu hạn 2 thành viên."""
    words = tokens.words
    is_limited = words[at - 1] == lexicon.LIMITED_COMPANY or (words[at - 2], words[at - 1]) == lexicon.LIMITED
    return is_limited and (words[at + 1], words[at + 2]) == lexicon.MEMBERS


def milestone_end(tokens: Tokens, at: int) -> int:
    """Return where a road distance marker such as Km 607+850 ends, or 0."""
    words = tokens.words
    if words[at - 1] != lexicon.ROAD or words[at + 1] != "+" or not tokens.glued(at + 1):
        return 0
    return at + 3 if tokens.is_number(at + 2) and tokens.glued(at + 2) else 0


def is_section(tokens: Tokens, at: int) -> bool:
    """Return whether a number is the number of a section heading, with or without a bullet: - 1.2 Mục tiêu."""
    words = tokens.words
    heads = at == 0 or (at == 1 and words[0] in _BULLETS)
    if not heads or not _SECTION.fullmatch(words[at]):
        return False
    return words[at + 1] in (".", ")") or tokens.raw(at + 1)[:1].isupper()


def is_name(tokens: Tokens, at: int) -> bool:
    """Return whether a number without a unit is part of a name or heading."""
    words = tokens.words
    before = words[at - 1]
    if not before or before in ("#", "№"):
        # 1. or 2) or 3/ at the start of a paragraph
        return not before and words[at + 1] in (".", ")", "/", "-", "–", ":") and len(words[at]) < 4
    if before in lexicon.NAMED:
        return before != lexicon.NUMBER or at < 2 or words[at - 2] not in lexicon.COUNTED
    if words[at + 1] == "." and before in lexicon.BEFORE_ITEM and len(words[at]) < 3 and tokens.glued(at + 1):
        return tokens.raw(at + 2)[:1].isupper()  # … 18,2%. 2. Thu nhập …
    if words[at + 1] == ")" and before in ("(", ";", ".", ":", ",") and len(words[at]) < 3 and words[at + 2] != ",":
        return before != "(" or tokens.words[at + 2][:1].isalpha()  # 1) or (1) before an item
    return before in ("-", "–") and tokens.glued(at) and tokens.glued(at - 1) and words[at - 2].isalpha()
